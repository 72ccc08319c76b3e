import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'

export const movementWordLists = ['field', 'tag', 'level', 'theme'] as const
/** Which list a word of the movement stands in: fields, tags, levels, themes. */
export type MovementWordList = (typeof movementWordLists)[number]

/** What is said of one word from a day on: by the country (`isOwn` false, from ever), or by a province. */
export type MovementWord = {
  list: MovementWordList
  code: string
  label: string
  isOffered: boolean
  isOwn: boolean
  /** The first day on which this is said; null: always. */
  from: LocalDate | null
  certainty: 'article' | 'second-hand' | 'unverified' | 'ours'
  source: string
}

/** The words of a list on a day: of each code what was said last. One that is no longer offered is there too, for what uses it. */
export function wordsOn(said: readonly MovementWord[], list: MovementWordList, day: LocalDate): MovementWord[] {
  const found = new Map<string, MovementWord>()
  for (const word of said.filter((one) => one.list === list && (one.from === null || one.from <= day))) {
    const before = found.get(word.code)
    if (!before || precedes(before, word)) found.set(word.code, word)
  }
  return [...found.values()]
}

/** The country first, then the province's sayings in the order of their days. */
function precedes(one: MovementWord, other: MovementWord): boolean {
  if (one.isOwn !== other.isOwn) return other.isOwn
  return (one.from ?? '') <= (other.from ?? '')
}

/** The words that may be chosen on a day. */
export function offeredOn(said: readonly MovementWord[], list: MovementWordList, day: LocalDate): MovementWord[] {
  return wordsOn(said, list, day).filter(({ isOffered }) => isOffered)
}

/** How a code is said on a day; one that came later or is gone is said as it is known at all. */
export function wordSaid(said: readonly MovementWord[], list: MovementWordList, code: string, day: LocalDate): string {
  const known = wordsOn(said, list, day).find((word) => word.code === code)
  return known?.label ?? said.find((word) => word.list === list && word.code === code)?.label ?? code
}

/** The code an officer means by what they typed in a list of words; null for none or several. */
export function meantBy(words: readonly MovementWord[], typed: string): string | null {
  const found = words.filter(({ label, code }) => fold(label) === fold(typed) || code === typed)
  return found.length === 1 ? (found[0]?.code ?? null) : null
}

/** The code of a province's own word: `Xây dựng nông thôn mới` is `own-xay-dung-nong-thon-moi`. */
export function ownWordCode(label: string): string {
  const plain = fold(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `own-${plain}`
}
