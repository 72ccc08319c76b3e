import { sql, type RawBuilder } from 'kysely'
import { fold } from '#kernel/text.ts'
import { wordsOf } from './search-text.ts'

/**
 * A text among those that are searched together. `mark` is a sign before its words by which they can be asked for in this text
 * alone; of a short text two words that stand together are kept as well, for most Vietnamese words are of two syllables.
 */
export type SearchedText = { text: string; mark?: '=' | '~'; pairs?: boolean }

/**
 * What is stored to be searched by whole words, as the literal of a `tsvector`. Marks stand in the words themselves and no
 * positions are kept: PostgreSQL answers such a question from the index alone, without looking into a single row.
 */
export function searchVector(texts: readonly SearchedText[]): string {
  const found = new Set<string>()
  for (const { text, mark, pairs } of texts) {
    const words = wordsOf(text).map(fold).filter(isWord)
    for (const term of pairs ? [...words, ...pairsOf(words)] : words) {
      found.add(term)
      if (mark) found.add(mark + term)
    }
  }
  return [...found].sort().map(quoted).join(' ')
}

const longestQuery = 12

/** The words of a query as they are looked for, without marks, each once. */
export function askedWords(query: string): string[] {
  return [...new Set(wordsOf(query).map(fold).filter(isWord))].slice(0, longestQuery)
}

/**
 * What a query asks for, from the strictest reading to the widest; null asks for everything. Words that stand in nearly every text
 * (`common`) narrow nothing: they are looked for where they stand together or in the marked text, and left out of the widest.
 */
export function readings(query: string, common: ReadonlySet<string>): (string | null)[] {
  const words = askedWords(query)
  const pairs = pairsOf(wordsOf(query).map(fold).filter(isWord).slice(0, longestQuery))
  const telling = words.filter((word) => !common.has(word))
  const wide = allOf(telling)
  if (words.length === 0) return [null]
  const inName = allOf(words.map((word) => `=${word}`))
  const together = allOf(pairs.map((pair) => `=${pair}`))
  const near = pairs.length > 0 ? [together, inName, allOf([...pairs, ...telling])] : [inName]
  return [...new Set([...near, wide])]
}

/** Every word of a query in the texts of one mark; null where there is no word. */
export function everyWordIn(query: string, mark: '=' | '~'): string | null {
  return allOf(askedWords(query).map((word) => mark + word))
}

export function answersTo(column: RawBuilder<string>, reading: string | null): RawBuilder<boolean> {
  return reading === null ? sql<boolean>`true` : sql<boolean>`${column} @@ ${reading}::tsquery`
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]}_${word}`)
}

function allOf(terms: readonly string[]): string | null {
  return terms.length === 0 ? null : [...new Set(terms)].map(quoted).join(' & ')
}

// Longer ones are no words, and a tsvector takes none above two kilobytes.
const longestWord = 40

function isWord(word: string): boolean {
  return word !== '' && word.length <= longestWord
}

/** Words are letters and digits: nothing in them could end the quotes. */
function quoted(term: string): string {
  return `'${term}'`
}
