import { periodKey, periodName, samePeriodLastYear, type Period } from '#kernel/period.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { isExample } from '#modules/territory/naming.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AnswerPlace, BesideWords } from './answer-table.ts'
import { cellText, cellWords } from './cell-words.ts'
import { differenceText, noComparisonText, shareText } from './compare-labels.ts'
import {
  differenceBetween,
  growsByRate,
  isAddedOverUnits,
  isOverTheChange,
  shareOfWhole,
  type KnownIndicators,
  type NoComparison,
} from './compare.ts'
import type { CubeAnswer, CubeCell, SeriesChange } from './cube-answer.ts'
import { wholeCountry } from './cube-country.ts'
import type { CubeQuestion } from './cube-question.ts'
import type { Comparison } from './question.ts'

type NameOf = (unit: UnitId) => string

/** What a question must be asked with so that its numbers can be put beside others (phần hỏi thêm để so). */
export type Besides = {
  periods: readonly Period[]
  units: readonly UnitId[]
  /** What is said once of all of it; null where each number says its own. */
  note: string | null
  /** What of it is drawn beside a line or a bar. */
  drawn: readonly DrawnBeside[]
  /** `answer` is that of the widened question; `place` is one of the narrow question. */
  words(answer: CubeAnswer, place: AnswerPlace, cell: CubeCell, nameOf: NameOf): BesideWords
}

/** One line or tick beside those of the answer (chuỗi vẽ kèm để so); null at a place where there is none to draw. */
export type DrawnBeside = {
  key: string
  name: string
  role: 'comparison' | 'target'
  at(answer: CubeAnswer, place: AnswerPlace): DrawnCell | null
}

/** `name`: of which period it is, where that is not the period it is drawn at. */
export type DrawnCell = { cell: CubeCell; name: string | null }

/** The same for one answer, by the places of its own question. */
export type ExploredBeside = Omit<DrawnBeside, 'at'> & { cell(place: AnswerPlace): DrawnCell | null }

/** A number that is no cell of the answer, as something to draw. */
export function drawnAmount(amount: Quantity): CubeCell {
  const counts = { counted: 1, expected: 1, reason: null, version: null }
  return { state: 'known', amount, qualifier: 'exact', flag: 'exact', ...counts }
}

/** What is asked beside a question for a comparison that the question's own answer makes; null for the others. */
export function besidesOf(
  compare: Comparison | null,
  question: CubeQuestion,
  wholeOf: (unit: UnitId) => UnitId | null,
  indicators: KnownIndicators,
): Besides | null {
  if (compare === 'same-period') return besideLastYear(question, indicators)
  return compare === 'whole' ? besideTheWhole(question, wholeOf, indicators) : null
}

function besideLastYear(question: CubeQuestion, indicators: KnownIndicators): Besides {
  const before = question.periods.map((period) => samePeriodLastYear(period))
  const grows = question.measures.map((measure) => growsByRate(measure, indicators))
  return {
    periods: before.filter((period) => period !== null),
    units: [],
    note: null,
    drawn: [
      {
        key: 'cung-ky',
        name: 'Cùng kỳ năm trước',
        role: 'comparison',
        at(answer, place) {
          const [earlier, now] = [before[place.period], question.periods[place.period]]
          // What the table refuses to compare is not drawn side by side either.
          if (!earlier || !now || isOverTheChange(question.map, earlier, now)) return null
          const places = placesIn(answer.question, question, place)
          const at = periodAt(answer.question, earlier)
          if (breaksBetween(answer, places.measure, at, places.period)) return null
          return { cell: answer.cell(places.measure, places.unit, at), name: periodName(earlier) }
        },
      },
    ],
    words(answer, place, cell, nameOf) {
      const earlier = before[place.period]
      const now = question.periods[place.period]
      const measure = question.measures[place.measure]
      if (!earlier || !now || !measure) return refusedWith({ why: 'no-period' }, nameOf)
      const places = placesIn(answer.question, question, place)
      const at = periodAt(answer.question, earlier)
      const then = answer.cell(places.measure, places.unit, at)
      const difference = differenceBetween(then, cell, {
        grows: grows[place.measure] ?? false,
        isOverTheChange: isOverTheChange(question.map, earlier, now),
        isDefinedAnew: breaksBetween(answer, places.measure, at, places.period),
      })
      const was = `cùng kỳ ${cellText(cellWords(then, measure.numeral, nameOf))}`
      if (difference.kind === 'none') return { text: was, reason: noComparisonText(difference.reason, nameOf) }
      return { text: `${was}; ${differenceText(difference, measure.numeral === 'percent') ?? ''}`, reason: null }
    },
  }
}

function besideTheWhole(
  question: CubeQuestion,
  wholeOf: (unit: UnitId) => UnitId | null,
  indicators: KnownIndicators,
): Besides {
  const wholes = question.units.map(wholeOf)
  const isAdded = question.measures.map((measure) => isAddedOverUnits(measure, indicators))
  return {
    periods: [],
    units: [...new Set(wholes.filter((unit) => unit !== null))],
    note: null,
    drawn: [],
    words(answer, place, cell, nameOf) {
      const whole = wholes[place.unit] ?? null
      if (whole === null) return { text: null, reason: null }
      const places = placesIn(answer.question, question, place)
      const all = answer.cell(places.measure, answer.question.units.indexOf(whole), places.period)
      const share = shareOfWhole(cell, all, isAdded[place.measure] ?? false)
      if (share.kind === 'none') return refusedWith(share.reason, nameOf)
      return { text: shareText(share, nameOf(whole)), reason: null }
    },
  }
}

function refusedWith(reason: NoComparison, nameOf: NameOf): BesideWords {
  return { text: null, reason: noComparisonText(reason, nameOf) }
}

/** The unit of the answer in which another lies, on the map that is shown: the smallest that is given as a whole, else its province. */
export function wholesIn(
  register: Register,
  question: CubeQuestion,
  totals: ReadonlySet<UnitId>,
): (unit: UnitId) => UnitId | null {
  const day = question.map.kind === 'day' ? question.map.day : question.periods.at(-1)?.to
  return (unit) => {
    if (totals.has(unit) || !day) return null
    const own = [day, ...question.periods.map(({ to }) => to)].find((one) => unitAt(register, unit, one) !== null)
    const over = own ? treeOn(register, own).ancestors(unit) : []
    const top = over.at(-1) ?? (own ? unitAt(register, unit, own) : null)
    // What is invented is no part of the country.
    const isOfCountry = totals.has(wholeCountry) && top !== null && !isExample(top.code)
    const given = over.find((one) => totals.has(one.unit))?.unit ?? (isOfCountry ? wholeCountry : null)
    return given ?? over.at(-1)?.unit ?? null
  }
}

/** One question instead of two: what is compared stands at one moment of the ledger. */
export function widened(question: CubeQuestion, besides: Besides | null): CubeQuestion {
  if (!besides) return question
  const periods = new Map([...question.periods, ...besides.periods].map((one) => [periodKey(one), one]))
  const inOrder = [...periods.values()].sort((a, b) => (a.from === b.from ? order(a.to, b.to) : order(a.from, b.from)))
  return { ...question, periods: inOrder, units: [...new Set([...question.units, ...besides.units])] }
}

/** The answer of a widened question as that of the narrow one. */
export function withinAnswer(answer: CubeAnswer, question: CubeQuestion): CubeAnswer {
  if (answer.question === question) return answer
  const units = question.units.map((unit) => answer.question.units.indexOf(unit))
  const periods = question.periods.map((period) => periodAt(answer.question, period))
  return {
    question,
    cell: (measure, unit, period) => answer.cell(measure, units[unit] ?? -1, periods[period] ?? -1),
    breaks: (measure) => shownOf(answer.breaks(measure), periods),
    noted: (measure) => shownOf(answer.noted(measure), periods),
  }
}

// A change before the first period that is shown changes nothing in sight.
function shownOf(changes: readonly SeriesChange[], periods: readonly number[]): SeriesChange[] {
  return changes.flatMap((one) => {
    const shown = periods.findIndex((at) => at >= one.period)
    return shown > 0 ? [{ ...one, period: shown }] : []
  })
}

/** The place of a number of the narrow question in the widened one. */
export function placesIn(wide: CubeQuestion, narrow: CubeQuestion, place: AnswerPlace): AnswerPlace {
  const [unit, period] = [narrow.units[place.unit], narrow.periods[place.period]]
  return {
    measure: place.measure,
    unit: unit === undefined ? -1 : wide.units.indexOf(unit),
    period: period === undefined ? -1 : periodAt(wide, period),
  }
}

function periodAt(question: CubeQuestion, period: Period): number {
  return question.periods.findIndex((one) => one.from === period.from && one.to === period.to)
}

function breaksBetween(answer: CubeAnswer, measure: number, before: number, now: number): boolean {
  return answer.breaks(measure).some(({ period }) => period > before && period <= now)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
