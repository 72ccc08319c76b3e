import type { Brand } from '#kernel/brand.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Period, RuledRegime } from '#kernel/period.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import type { CellRef, Indicator } from '#modules/figures/indicator.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { ReportStatus } from './lifecycle.ts'

export type ReportId = Id<'Report'>
export type QuestionId = Id<'Question'>

/** `dan-van`: a template whatever its version. */
export type TemplateCode = Brand<string, 'TemplateCode'>

/** The code of a template in an address or a form; null for anything that cannot be one. */
export function parseTemplateCode(text: string | null | undefined): TemplateCode | null {
  return text && /^[a-z0-9.-]{1,60}$/.test(text) ? (text as TemplateCode) : null
}

/** `dan-van@1`: a template as it stood while reports were made by it. */
export type TemplateVersionId = Brand<string, 'TemplateVersionId'>

/** The template of which this is a version. */
export function codeOfVersion(id: TemplateVersionId): TemplateCode {
  return id.replace(/@.*$/, '') as TemplateCode
}

/** Mẫu báo cáo: the lines a report carries, in order, and who reports by it. */
export type Template = {
  id: TemplateVersionId
  code: TemplateCode
  /** Whose it is; null for a template of the house. */
  province: UnitId | null
  name: string
  carriedBy: UnitLevel[]
  /** Calendar days after the last day of the period; an arrangement of the province. */
  daysToSubmit: number
  /** The periods a unit is reminded of once they have ended; an arrangement of the province. */
  owedFor: RuledRegime[]
  validFrom: LocalDate | null
  /** The last day of a period it may be used for; null while it is in use. */
  validUntil: LocalDate | null
  /** In the order of the form; a section of text has no lines. */
  sections: TemplateSection[]
  lines: TemplateLine[]
}

export const sectionKinds = ['figures', 'narrative'] as const

/** Mục của mẫu: lines of figures, or a text that is written; `code` outlives a change of its title. */
export type TemplateSection = {
  code: string
  title: string
  kind: (typeof sectionKinds)[number]
  /** What the officer who fills it in reads above it; empty where nothing need be said. */
  hint: string
  position: number
}

/** `section` is the title of its section. */
export type TemplateLine = { section: string; indicator: Indicator; dimension: string }

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
  /** Who is to answer; null where anybody of the unit may. */
  assigned: QuestionAssignee
  /** The day by which an answer is asked for. */
  due: LocalDate | null
}

/** Shorter than so many letters, a question or a word of why says nothing to who has to act on it. */
export const shortestQuestion = 5

/** A function of the unit, or one officer as they were called on that day. */
export type QuestionAssignee = { duty: DutyKind } | { account: Id<'Account'>; name: string } | null

export type QuestionMessage = { text: string; by: string; at: Date; fromReviewer: boolean }

/** Lời giải thích of one finding; `about` is the fingerprint of the numbers it was written about. */
export type Explanation = { text: string; by: string; about: string }

/** The last day on which a report is in time. */
export type DueDay = LocalDate

export function cellOf(line: TemplateLine): CellRef {
  return { code: line.indicator.code, dimension: line.dimension }
}

/** The template a page shows when none is chosen; which of its versions a report is made by is decided by its last day. */
export const currentTemplate = 'dan-van' as TemplateCode
