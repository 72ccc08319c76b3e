import type { Brand } from '#kernel/brand.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { CellRef, Indicator } from '#modules/figures/indicator.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { ReportStatus } from './lifecycle.ts'

export type ReportId = Id<'Report'>
export type QuestionId = Id<'Question'>

/** `dan-van@1`: a template as it stood while reports were made by it. */
export type TemplateVersionId = Brand<string, 'TemplateVersionId'>

/** Mẫu báo cáo: the lines a report carries, in order, and who reports by it. */
export type Template = {
  id: TemplateVersionId
  code: string
  name: string
  carriedBy: UnitLevel[]
  /** Calendar days after the last day of the period; an arrangement of the province. */
  daysToSubmit: number
  validFrom: LocalDate | null
  /** The last day of a period it may be used for; null while it is in use. */
  validUntil: LocalDate | null
  lines: TemplateLine[]
}

export type TemplateLine = { section: string; indicator: Indicator; dimension: string }

/** Whether a report for a period that ends on this day is made by this template. */
export function isValidOn(template: Template, day: LocalDate): boolean {
  const { validFrom, validUntil } = template
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
}

/** Báo cáo of one unit for one period. Where its figures come from decides who may move it. */
export type Report = {
  id: ReportId
  province: UnitId
  unit: UnitId
  template: TemplateVersionId
  period: Period
  status: ReportStatus
  /** Rises with every move; a form sends back the one it was made from. */
  version: number
  origin: 'entered' | 'published-source'
  source: { title: string; note: string } | null
  changedAt: Date
}

/** Câu hỏi: what the reviewer asks about one cell, with the thread under it. */
export type Question = {
  id: QuestionId
  cell: CellRef
  status: 'open' | 'answered' | 'settled'
  messages: QuestionMessage[]
}

export type QuestionMessage = { text: string; by: string; at: Date; fromReviewer: boolean }

/** Lời giải thích of one finding; `about` is the fingerprint of the numbers it was written about. */
export type Explanation = { text: string; by: string; about: string }

/** The last day on which a report is in time. */
export type DueDay = LocalDate

export function cellOf(line: TemplateLine): CellRef {
  return { code: line.indicator.code, dimension: line.dimension }
}

/** The one template of this version; more of them come as reference data. */
export const currentTemplate = 'dan-van@1' as TemplateVersionId
