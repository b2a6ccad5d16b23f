// Kubernetes' cacher: waiting until the watch cache is ready locks the cacher and then the cache; a
// replace of the cache's content locks the cache and calls back into the cacher.
package main

import (
	"fmt"
	"sync"
)

type watchCache struct {
	sync.RWMutex
	cond      *sync.Cond
	items     []string
	onReplace func()
}

func newWatchCache() *watchCache {
	w := &watchCache{}
	w.cond = sync.NewCond(w.RLocker())
	return w
}

func (w *watchCache) replace(items []string) {
	w.Lock()
	defer w.Unlock()
	w.items = items
	if w.onReplace != nil {
		w.onReplace()
	}
	w.cond.Broadcast()
}

type cacher struct {
	sync.Mutex
	cache  *watchCache
	ready  bool
	events int
}

func newCacher() *cacher {
	c := &cacher{cache: newWatchCache()}
	c.cache.onReplace = func() {
		c.Lock() // BUG deadlock "sync.Mutex.Lock"
		c.ready = true
		c.events++
		c.Unlock()
	}
	return c
}

func (c *cacher) watch() []string {
	c.Lock()
	defer c.Unlock()
	c.cache.RLock() // BUG deadlock "sync.RWMutex.RLock"
	defer c.cache.RUnlock()
	return c.cache.items
}

func main() {
	c := newCacher()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		c.cache.replace([]string{"pod"})
	}()
	fmt.Println(len(c.watch()) < 2)
	wg.Wait()
}
