/** The four sizes of text a reader may choose, in percent; the first is the default. */
export const textSizes = [100, 115, 130, 150] as const
export type TextSize = (typeof textSizes)[number]

export const textSizeCookie = 'kheo_text'

/** The address that stores a size and brings the reader back to the page: a link, so that it works on every phone. */
export const textSizePath = '/co-chu'

export function parseTextSize(raw: string | null | undefined): TextSize {
  return textSizes.find((size) => String(size) === raw) ?? 100
}

export function textSizeHref(size: TextSize, returnTo: string): string {
  return `${textSizePath}?muc=${size}&ve=${encodeURIComponent(returnTo)}`
}
