import { periodKey, periodName, periodTitle } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeQuestion } from './cube-question.ts'

export const answerAxes = ['measure', 'unit', 'period'] as const

/** One of the three directions in which an answer spreads (chiều của bảng). */
export type AnswerAxis = (typeof answerAxes)[number]

/** One place on an axis, as a heading has it; `at` is its place in the question. */
export type AnswerHead = {
  at: number
  key: string
  label: string
  /** A quieter second line: the unit of count, or that a unit is the whole. */
  note: string | null
  /** The whole that the others lie in: shown first, never sorted among them. */
  isWhole: boolean
}

export type AnswerHeads = Readonly<Record<AnswerAxis, readonly AnswerHead[]>>

/** What of an answer stands where: each group is a part of the table with the same columns. */
export type TableLayout = { groups: AnswerAxis; rows: AnswerAxis; columns: AnswerAxis }

/** What a unit is called on the page and in an address. */
export type UnitHead = { code: string; name: string; note: string | null }

/** The headings of a question. `wholes`: the units that the others lie in. */
export function headsOf(
  question: CubeQuestion,
  { nameOf, wholes }: { nameOf(unit: UnitId): UnitHead; wholes: ReadonlySet<UnitId> },
): AnswerHeads {
  const isBroken = question.units.some((unit) => !wholes.has(unit))
  return {
    measure: question.measures.map(({ key, name, unitOfCount }, at) => {
      return { at, key, label: name, note: unitOfCount || null, isWhole: false }
    }),
    unit: question.units.map((unit, at) => {
      const { code, name, note } = nameOf(unit)
      const isWhole = isBroken && wholes.has(unit)
      return { at, key: code, label: name, note: isWhole ? (note ?? 'toàn bộ') : note, isWhole }
    }),
    period: question.periods.map((period, at) => {
      return { at, key: periodKey(period), label: periodTitle(period), note: null, isWhole: false }
    }),
  }
}

/** As a sentence has a period: `quý III năm 2026`. */
export function periodsInWords(question: CubeQuestion): string[] {
  return question.periods.map((period) => periodName(period))
}

/** Columns are the periods, or the measures where several stand beside one another for several units; rows what is left and longer. */
export function layoutOf(all: AnswerHeads, columns: AnswerAxis | null): TableLayout {
  // A single number each stands under one another: twelve indicators of one unit are a list, not a line of twelve columns.
  const usual = all.period.length === 1 && all.measure.length > 1 && all.unit.length > 1 ? 'measure' : 'period'
  const across = columns ?? usual
  const [one = 'unit', other = 'measure'] = answerAxes.filter((axis) => axis !== across)
  const order = [one, other].toSorted((a, b) => weight(all, b) - weight(all, a))
  const [rows = 'unit', groups = 'measure'] = order
  return { groups, rows, columns: across }
}

// Units stand in the rows wherever there are several: their names are long and they are many.
function weight(all: AnswerHeads, axis: AnswerAxis): number {
  const { length } = all[axis]
  return length <= 1 ? 0 : axis === 'unit' ? 2 : 1
}
