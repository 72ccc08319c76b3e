// Characters that XML cannot hold at all (Word and Excel then refuse the whole file): controls, lone surrogates, U+FFFE, U+FFFF.
// With the u flag a surrogate range matches only those without a partner.

const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/gu

/** Text that every format can hold. NFC, because a decomposed “ế” is searched for in vain and drawn badly by older readers. */
export function printableText(words: string): string {
  return words.normalize('NFC').replace(/\r\n?/g, '\n').replace(unprintable, '')
}
