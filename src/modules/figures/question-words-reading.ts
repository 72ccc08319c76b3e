import type { LocalDate } from '#kernel/local-date.ts'
import type { PeriodBook } from '#kernel/period.ts'
import type { Register } from '#modules/territory/register.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import type { AskedQuestion, QuestionField } from './question.ts'
import type { IndicatorMeaning, IndicatorWords, NamedIndicator } from './question-words-indicators.ts'
import type { LineWord, Stretch } from './question-words-line.ts'
import type { TimeMeaning } from './question-words-periods.ts'
import type { PhraseMeaning } from './question-words-phrases.ts'
import type { UnitWords } from './question-words-units.ts'

/** What a line in words is read by. `own`: the codes of the reader's unit and province; null for somebody with none. */
export type WordBook = {
  indicators: readonly NamedIndicator[]
  register: Register
  today: LocalDate
  periods: PeriodBook
  own: { unit: string; province: string; provinceId: UnitId } | null
}

/** How a stretch of the line was read, to be shown beside it. */
export type ReadStretch = { text: string; field: QuestionField; as: string }

/**
 * What was not understood; `sentence` says why, or what would be understood. `answers`: understood, and answered on the page for
 * everybody only.
 */
export type UnreadStretch = { text: string; sentence: string; answers?: 'public' }

/** A stretch that fits several things: none was chosen. */
export type OfferedStretch = {
  text: string
  field: 'indicators' | 'unit'
  /** The likeliest first, by what an address calls it and by its name. */
  among: readonly { key: string; name: string }[]
}

/** A line as it was read (câu hỏi bằng lời): what it asks, how that was read, what was not, and what is to be chosen. */
export type WordsReading = {
  asked: AskedQuestion
  read: readonly ReadStretch[]
  unread: readonly UnreadStretch[]
  offered: readonly OfferedStretch[]
}

/** One thing that a stretch of the line says. */
export type LineItem = { text: string } & Stretch &
  (
    | { says: 'phrase'; meaning: PhraseMeaning }
    | { says: 'map'; day: LocalDate }
    | { says: 'time'; meaning: TimeMeaning }
    | { says: 'unit'; units: RegisterVersion[] }
    | { says: 'indicator'; meaning: IndicatorMeaning }
    /** `isUnit`: a kind of unit stands in front, and no unit has that name. */
    | { says: 'nothing'; isUnit: boolean }
  )

/** A line with what it is read by, made ready. */
export type LineIndex = {
  line: readonly LineWord[]
  book: WordBook
  indicators: IndicatorWords
  units: UnitWords
}
