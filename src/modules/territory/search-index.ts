import { fold, spelling } from '#kernel/text.ts'
import { unitsOver, type Register } from './register.ts'
import { nameWords, type TypedWord } from './search-words.ts'
import type { RegisterVersion } from './unit.ts'

/** A name that a unit had, ready to be compared: words as numbers of the vocabulary. */
export type IndexedName = {
  version: RegisterVersion
  /** Where the name stands among all names, in the order of the alphabet. */
  place: number
  kind: string | null
  words: readonly number[]
  /** Without those of the kind. */
  ownWords: readonly number[]
  /** Words of the names of the units over it, while it had this name. */
  above: readonly number[]
  kindsAbove: readonly string[]
  /** The same, name by name and without the kinds. */
  namesAbove: readonly (readonly number[])[]
}

export type SearchIndex = {
  names: readonly IndexedName[]
  /** By word of the vocabulary: 0 another word, 1 begins so, 2 these letters, 3 spelled so. */
  matching(word: TypedWord): Uint8Array
}

const made = new WeakMap<Register, SearchIndex>()

/** Every name that any unit had; made at the first search of a register. */
export function searchIndex(register: Register): SearchIndex {
  const known = made.get(register)
  if (known) return known
  const index = indexOf(register)
  made.set(register, index)
  return index
}

function indexOf(register: Register): SearchIndex {
  const vocabulary = new Map<string, number>()
  const spelled: string[] = []
  const folded: string[] = []
  const numberOf = (word: string): number => {
    const text = spelling(word)
    const known = vocabulary.get(text)
    if (known !== undefined) return known
    vocabulary.set(text, spelled.length)
    folded.push(fold(word))
    return spelled.push(text) - 1
  }
  const wordsOf = (version: RegisterVersion) => {
    const { kind, words, own } = nameWords(version.name)
    const numbers = words.map(numberOf)
    return { kind, words: numbers, ownWords: numbers.slice(own) }
  }
  const read = new Map(register.table.rows.map((version) => [version, wordsOf(version)]))
  const names = register.table.rows
    .filter(({ tree }) => tree === 'state')
    .map((version, place) => {
      const over = unitsOver(register, version).flatMap((one) => read.get(one) ?? [])
      return {
        version,
        place,
        ...(read.get(version) ?? wordsOf(version)),
        above: over.flatMap(({ words }) => words),
        kindsAbove: over.flatMap(({ kind }) => kind ?? []),
        namesAbove: over.map(({ ownWords }) => ownWords),
      }
    })
  return { names, matching: (word) => matchesOf(word, spelled, folded) }
}

function matchesOf(word: TypedWord, spelled: readonly string[], folded: readonly string[]): Uint8Array {
  // One or two letters begin half of all words: they count only as a word.
  const mayBegin = word.folded.length > 2
  return Uint8Array.from(folded, (text, at) => {
    if (text === word.folded) return word.spelled === null || spelled[at] === word.spelled ? 3 : 2
    return mayBegin && text.startsWith(word.folded) ? 1 : 0
  })
}
