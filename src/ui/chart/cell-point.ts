import type { Numeral } from '#kernel/numerals.ts'
import { cellText, cellWords } from '#modules/figures/cell-words.ts'
import type { CubeAnswer, CubeCell } from '#modules/figures/cube-answer.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ChartBreak, ChartPoint } from './chart.ts'

/** What a chart needs to know of a number's place besides the number. */
export type PointPlace = { label: string; name: string; href: string | null }

/** A cell of an answer as a point of a chart, in the very words of the table. */
export function cellPoint(
  cell: CubeCell,
  place: PointPlace,
  numeral: Numeral,
  nameOf: (unit: UnitId) => string,
): ChartPoint {
  const words = cellWords(cell, numeral, nameOf)
  const isKnown = words.amount !== null && cell.amount !== null
  return {
    ...place,
    state: isKnown ? 'known' : cell.state === 'known' ? 'absent' : cell.state,
    // Only where it is drawn: the number itself stays as printed.
    value: isKnown ? Number(cell.amount) / 10_000 : null,
    text: cellText(words),
    why: isKnown ? words.from : words.reason,
    flag: cell.flag,
    hedge: words.hedge,
  }
}

/** Where the line of a measure breaks. `noteOf`: from which period another definition counts, as a sentence. */
export function answerBreaks(answer: CubeAnswer, measure: number, noteOf: (period: number) => string): ChartBreak[] {
  return answer.breaks(measure).map(({ period }) => ({ at: period, note: noteOf(period) }))
}
