import { fold } from '#kernel/text.ts'
import type { Indicator } from './indicator.ts'

/** An indicator that may be chosen for a question (chỉ tiêu để chọn), as it is defined now. */
export type PickedIndicator = Pick<
  Indicator,
  'code' | 'name' | 'unitOfCount' | 'nature' | 'overTerritory' | 'counts'
> & { section: string; dimensions: readonly string[] }

const mostFound = 20

/** Those that hold every word typed, in their code, their name or what they count; marks are not needed. */
export function findIndicators(all: readonly PickedIndicator[], text: string): PickedIndicator[] {
  const words = fold(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const matching = all.flatMap((one) => {
    const inName = fold(`${one.code} ${one.name}`)
    const everywhere = `${inName} ${fold(one.counts)}`
    if (!words.every((word) => everywhere.includes(word))) return []
    return [{ one, rank: words.every((word) => inName.includes(word)) ? 0 : 1 }]
  })
  return matching
    .sort((a, b) => a.rank - b.rank || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, mostFound)
    .map(({ one }) => one)
}

/** By the section they stand in, in the order of the codes. */
export function bySection(all: readonly PickedIndicator[]): { title: string; indicators: PickedIndicator[] }[] {
  return [...Map.groupBy(all, ({ section }) => section)].map(([title, indicators]) => ({ title, indicators }))
}
