// The service worker (VERSION and ASSETS are written above by the generator): offline after the first
// visit. Assets carry their content in their name, so a cached one is never stale; the pages themselves
// come from the network when there is one, and the module always fits the script that asks for it.

const CACHE = `gopark-${VERSION}`;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE)
    .then(cache => cache.addAll(['./', ...ASSETS]))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('gopark-') && name !== CACHE)
      .map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

async function pageFirstFromNetwork(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) return response;
  } catch {
    // Offline.
  }
  return (await cache.match(request, {ignoreSearch: true})) ?? (await cache.match('./')) ?? Response.error();
}

async function assetFirstFromCache(request) {
  return (await caches.match(request, {ignoreSearch: true})) ?? fetch(request);
}

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(event.request.mode === 'navigate' ? pageFirstFromNetwork(event.request)
    : assetFirstFromCache(event.request));
});
