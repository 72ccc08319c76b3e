/** The sizes of text a reader can choose, in per cent; written into the page by the server. */
export const textSizes = ['100', '115', '130', '150'] as const
export type TextSize = (typeof textSizes)[number]

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const textCookie = 'kheo_text'
export const themeCookie = 'kheo_theme'

export function readTextSize(text: string | null | undefined): TextSize {
  return textSizes.find((size) => size === text) ?? '100'
}

/** `auto` follows the reader's own machine. */
export function readTheme(text: string | null | undefined): Theme | 'auto' {
  return themes.find((theme) => theme === text) ?? 'auto'
}

/** An address of this site to go to next; anything else, e.g. `//elsewhere.vn`, becomes the fallback. */
export function ownPath(text: string | null | undefined, fallback = '/'): string {
  if (!text || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\\]/.test(text)) return fallback
  const base = 'http://own.invalid'
  const url = URL.parse(text, base)
  return url?.origin === base ? url.pathname + url.search : fallback
}
