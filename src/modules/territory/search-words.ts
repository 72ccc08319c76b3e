import { fold, spelling } from '#kernel/text.ts'

/** One word that was typed: as it is compared, and how it was spelled where marks were typed. */
export type TypedWord = { folded: string; spelled: string | null }

/** What was typed: kinds by their abbreviations, and words of names. */
export type TypedSearch = { kinds: readonly string[]; words: readonly TypedWord[]; digits: string | null }

/** Words with which names of units begin; the longer first, so that “thị xã” is not a “thị” of a “xã”. */
export const kindPhrases = [
  ...['thanh pho', 'thi tran', 'thi xa', 'dac khu'],
  ...['tinh', 'huyen', 'quan', 'phuong', 'xa'],
] as const

const abbreviations: Readonly<Record<string, string>> = {
  tp: 'thanh pho',
  tt: 'thi tran',
  tx: 'thi xa',
  dk: 'dac khu',
  t: 'tinh',
  h: 'huyen',
  q: 'quan',
  p: 'phuong',
  x: 'xa',
}

/** Written together so often that nobody spells them out. */
const shortNames: Readonly<Record<string, string>> = {
  hcm: 'hồ chí minh',
  tphcm: 'tp hồ chí minh',
  hn: 'hà nội',
  brvt: 'bà rịa vũng tàu',
}

const mostWords = 10

/** Reads what was typed: `H. Que Son`, `TT Hương An`, `P.Bến Nghé`, `TP.HCM`, `20695`, `xa-que-son-20695`. */
export function readSearch(text: string): TypedSearch {
  const typed = wordsOf(text).flatMap((word) => wordsOf(shortNames[fold(word)] ?? word))
  const kinds: string[] = []
  const words: TypedWord[] = []
  for (const word of typed.slice(0, mostWords)) {
    const folded = fold(word)
    const kind = abbreviations[folded]
    // Alone, “p” is the beginning of a name; beside other words it says of what kind.
    if (kind !== undefined && typed.length > 1) kinds.push(kind)
    else words.push({ folded, spelled: spelling(word) === folded ? null : spelling(word) })
  }
  const [only] = typed
  return { kinds, words, digits: typed.length === 1 && only && /^\d{2,5}$/.test(only) ? only : null }
}

/** The words of a name: those of its kind in front, and its own. */
export function nameWords(name: string): { kind: string | null; words: string[]; own: number } {
  const words = wordsOf(name)
  const folded = words.map(fold).join(' ')
  const kind = kindPhrases.find((phrase) => folded.startsWith(`${phrase} `)) ?? null
  return { kind, words, own: kind === null ? 0 : kind.split(' ').length }
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}
