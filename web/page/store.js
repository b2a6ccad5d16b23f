// What is kept in the browser: edited programs and the theme. This tab's own text comes first, so that
// two tabs can hold different edits; losing any of it is no error.

function attempt(use) {
  try {
    return use() ?? undefined;
  } catch {
    return undefined;
  }
}

const key = (lesson, variant) => `gopark.text.${lesson}.${variant}`;

export function recallText(lesson, variant) {
  return attempt(() => sessionStorage.getItem(key(lesson, variant))) ??
    attempt(() => localStorage.getItem(key(lesson, variant)));
}

export function rememberText(lesson, variant, text) {
  attempt(() => sessionStorage.setItem(key(lesson, variant), text));
  attempt(() => localStorage.setItem(key(lesson, variant), text));
}

export function forgetText(lesson, variant) {
  attempt(() => sessionStorage.removeItem(key(lesson, variant)));
  attempt(() => localStorage.removeItem(key(lesson, variant)));
}

export const recallTheme = () => attempt(() => localStorage.getItem('gopark.theme'));
export const rememberTheme = theme => attempt(() => localStorage.setItem('gopark.theme', theme));

// Which picture the reader wants: canvas or text.
export const recallPicture = () => attempt(() => localStorage.getItem('gopark.picture'));
export const rememberPicture = picture =>
  attempt(() => localStorage.setItem('gopark.picture', picture));
