import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import type { SummedFrom } from './cube-question.ts'
import type { SetStanding } from './figure-set.ts'

/** By which units an answer is divided: those asked for themselves, or all of one level below them. */
export const territoryAxes = ['unit', 'province', 'district', 'commune'] as const
export type TerritoryAxis = (typeof territoryAxes)[number]

/** By which stretches of the periods asked for. */
export const timeAxes = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const
export type TimeAxis = (typeof timeAxes)[number]

/** In what an answer is divided (chia theo); `part`: an indicator's own parts, as `K01:collective`. */
export const axes = [...territoryAxes, ...timeAxes, 'part'] as const
export type Axis = (typeof axes)[number]

/** What each number is put beside (so với): the same months a year earlier, a target, units of its kind and size, the whole. */
export const comparisons = ['same-period', 'target', 'peers', 'whole'] as const
export type Comparison = (typeof comparisons)[number]

export const questionViews = ['table', 'line', 'bars', 'multiples', 'tiles'] as const
export type QuestionView = (typeof questionViews)[number]

/**
 * A question as it stands in an address or after a command (câu hỏi như đã gõ): words that were read, nothing looked up yet.
 * What was not said is empty or null, and whoever answers says what that means for their reader.
 */
export type AskedQuestion = {
  /** Codes (`F10`, `CT01`), codes with a part (`K01:collective`) or formulas, as they were typed. */
  indicators: readonly string[]
  by: readonly Axis[]
  /** Codes of units. */
  unit: readonly string[]
  level: UnitLevel | null
  year: readonly number[]
  period: readonly Period[]
  map: 'reported' | 'today' | LocalDate
  from: SummedFrom
  counts: SetStanding | null
  compare: Comparison | null
  view: QuestionView
  sort: string | null
  page: number
}

/** The names of the parameters, as an address, the cli and the API have them. */
export type QuestionField = keyof AskedQuestion

export const nothingAsked: AskedQuestion = {
  indicators: [],
  by: [],
  unit: [],
  level: null,
  year: [],
  period: [],
  map: 'reported',
  from: 'communes',
  counts: null,
  compare: null,
  view: 'table',
  sort: null,
  page: 1,
}

/** What could not be read of one parameter, in a sentence that says what would be. */
export type QuestionDoubt = { field: QuestionField; given: string; sentence: string }

/** `asked` holds what could be read, so that a form keeps it beside what could not. */
export type QuestionReading =
  { ok: true; asked: AskedQuestion } | { ok: false; asked: AskedQuestion; doubts: readonly QuestionDoubt[] }
