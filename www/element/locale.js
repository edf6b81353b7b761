// Which of the locales a page gets. The build puts in the constant LOCALES, the default first.

const TRADITIONAL = /^zh-(tw|hk|mo|hant)/;

/** The locale for a language tag such as `zh-Hant-HK`, `en-GB` or `zh`; undefined where there is none. */
export function localeFor(tag) {
  const asked = tag.toLowerCase();
  if (TRADITIONAL.test(asked)) return "zh-TW";
  let near;
  for (const locale of LOCALES) {
    if (locale.toLowerCase() === asked) return locale;
    if (!near && locale.slice(0, 2) === asked.slice(0, 2)) near = locale;
  }
  return near;
}

export const DEFAULT = LOCALES[0];
