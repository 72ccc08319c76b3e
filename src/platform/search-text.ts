import { sql, type RawBuilder } from 'kysely'
import { fold, spelling } from '#kernel/text.ts'

/** One word that is looked for; `spelled` where its marks were typed and put a better match first. */
export type SearchWord = { folded: string; spelled: string | null }

const mostWords = 8
/** Below this a word has no trigram and matches nearly everything: it is looked for whole, and answered by date. */
const shortest = 3

/** What is stored to be searched: the words without marks, then the same words as they are spelled. */
export function searchText(text: string): string {
  const words = wordsOf(text)
  return `${words.map(fold).join(' ')} | ${words.map(spelling).join(' ')}`
}

/** The words of a query. `common` are words that stand in nearly every text: they narrow nothing, so they rank nothing. */
export function searchWords(query: string, common: ReadonlySet<string> = new Set()): SearchWord[] {
  return wordsOf(query)
    .slice(0, mostWords)
    .map((word) => {
      const folded = fold(word)
      const spelled = spelling(word)
      const ranks = spelled !== folded && folded.length >= shortest && !common.has(folded)
      return { folded, spelled: ranks ? spelled : null }
    })
}

/** The words of a text, with their marks, in their order. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

/** True for a text that holds every word. */
export function holdsWords(column: RawBuilder<string>, words: readonly SearchWord[]): RawBuilder<boolean> {
  const each = words.map(({ folded }) =>
    folded.length < shortest
      ? sql<boolean>`concat(' ', ${column}, ' ') like ${`% ${folded} %`}`
      : sql<boolean>`${column} like ${`%${folded}%`}`,
  )
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`
}

/** How many words stand in a text exactly as they were typed; the same for all where nothing ranks, so that the date decides. */
export function exactWords(column: RawBuilder<string>, words: readonly SearchWord[]): RawBuilder<number> {
  const counted = words.flatMap(({ spelled }) =>
    spelled === null ? [] : [sql<number>`(case when ${column} like ${`%${spelled}%`} then 1 else 0 end)`],
  )
  return counted.length === 0 ? sql<number>`0::int` : sql<number>`(${sql.join(counted, sql` + `)})`
}
