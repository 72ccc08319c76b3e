import { fold } from '#kernel/text.ts'
import type { Indicator } from './indicator.ts'

/** An indicator that may be chosen for a question (chỉ tiêu để chọn), as it is defined now. */
export type PickedIndicator = Pick<
  Indicator,
  'code' | 'name' | 'unitOfCount' | 'nature' | 'overTerritory' | 'counts'
> & { section: string; dimensions: readonly string[] }

const mostFound = 20
const enough = 3

/**
 * Those whose code or name has words that begin with every word typed, the words as they stand first; what they count is only
 * looked through where few names answer. Marks are not needed.
 */
export function findIndicators(all: readonly PickedIndicator[], text: string): PickedIndicator[] {
  const phrase = fold(text)
  const typed = phrase.split(' ').filter(Boolean)
  if (typed.length === 0) return []
  const exact = all.filter(({ code }) => fold(code) === phrase)
  if (exact.length > 0) return exact
  const ranked = all.flatMap((one) => {
    const name = fold(`${one.code} ${one.name}`)
    if (beginIn(name, typed)) return [{ one, rank: ` ${name} `.includes(` ${phrase} `) ? 0 : 1 }]
    return beginIn(`${name} ${fold(one.counts)}`, typed) ? [{ one, rank: 2 }] : []
  })
  const inName = ranked.filter(({ rank }) => rank < 2)
  return (inName.length >= enough ? inName : ranked)
    .sort((a, b) => a.rank - b.rank || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, mostFound)
    .map(({ one }) => one)
}

function beginIn(text: string, typed: readonly string[]): boolean {
  const words = text.split(/[^a-z0-9]+/)
  return typed.every((one) => words.some((word) => word.startsWith(one)))
}

/** By the section they stand in, in the order of the codes. */
export function bySection(all: readonly PickedIndicator[]): { title: string; indicators: PickedIndicator[] }[] {
  return [...Map.groupBy(all, ({ section }) => section)].map(([title, indicators]) => ({ title, indicators }))
}
