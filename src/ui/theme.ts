/** The grounds an officer may choose for the desk; the first follows the machine and is the default. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'kheo_theme'

/** The address that stores a choice and brings the officer back: a link, so that it works without JavaScript. */
export const themePath = '/mau-nen'

export function parseTheme(raw: string | null | undefined): Theme {
  return themes.find((theme) => theme === raw) ?? 'auto'
}

export function themeHref(theme: Theme, returnTo: string): string {
  return `${themePath}?chon=${theme}&ve=${encodeURIComponent(returnTo)}`
}
