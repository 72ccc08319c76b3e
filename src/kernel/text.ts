/** Text as it is stored: NFC, no control characters but line breaks and tabs, no trailing blanks. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

/** The key by which text is searched without diacritics: lower case, no tone or vowel marks, đ as d. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * A word with its marks in one order, so that two ways of placing a tone are one spelling (hoà and hòa, uỷ and ủy): the
 * letters keep their own marks, the tone goes to the end.
 */
export function spelling(word: string): string {
  const pieces = word.normalize('NFD').toLowerCase()
  const tones = pieces.match(tone) ?? []
  return (pieces.replace(tone, '').normalize('NFC') + tones.join('')).normalize('NFC')
}

// Grave, acute, hook above, tilde, dot below: the five tones. Breve, circumflex and horn make another letter and stay.
const tone = /[\u0300\u0301\u0309\u0303\u0323]/g

/** Characters a reader counts (an `ễ` is one), for limits said in words. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length
}

/**
 * True when a free text holds what looks like a Vietnamese telephone number or a citizen identity number of twelve digits:
 * people paste them, and they must not be kept (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
 */
export function holdsPersonalNumber(text: string): boolean {
  // A line ends a number: a year at the end of one line is no part of the number that begins the next.
  const runs = text.match(/\+?\d(?:(?:[.-]|[^\S\n])?\d){8,}/g) ?? []
  return runs.some((run) => {
    const digits = run.replace(/\D/g, '')
    return /^(0|84)([35789]\d{8}|2\d{9})$/.test(digits) || /^0\d{11}$/.test(digits)
  })
}
