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

/** Characters a reader counts (an `ễ` is one), for limits said in words. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length
}
