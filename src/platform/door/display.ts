/** An address of this site to go to next; anything else, e.g. `//elsewhere.vn`, becomes the fallback. */
export function ownPath(text: string | null | undefined, fallback = '/'): string {
  if (!text || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\\]/.test(text)) return fallback
  const base = 'http://own.invalid'
  const url = URL.parse(text, base)
  return url?.origin === base ? url.pathname + url.search : fallback
}
