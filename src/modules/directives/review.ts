import type { Id } from '#kernel/ids.ts'
import { formatDay, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import type { CountedBy } from '#modules/figures/counted-by.ts'
import type { DirectiveCertainty } from './directive.ts'
import type { DirectiveKind } from './number-words.ts'

export type ReviewId = Id<'Sheet'>

export const reviewKinds = ['interim', 'final'] as const
/** Sơ kết looks back on the way, tổng kết at the end. */
export type ReviewKind = (typeof reviewKinds)[number]

export const reviewKindLabel: Record<ReviewKind, string> = { interim: 'Sơ kết', final: 'Tổng kết' }

/** A review of one directive that a unit held. Two directives at one conference are two (A03). */
export type ReviewEntry = {
  directive: { code: string; number: string; issuedOn: LocalDate | null }
  kind: ReviewKind
  /** The years it says it looks back on; null when it says none. */
  years: number | null
  heldOn: LocalDate
  period: { from: LocalDate; to: LocalDate } | null
  document: string
  conclusions: string
}

/** After how many years documents of these kinds are reviewed: data of db/reference/review_rule.csv. */
export type ReviewRule = {
  code: string
  afterYears: number
  kind: ReviewKind
  directiveKinds: readonly DirectiveKind[]
  source: string
  certainty: DirectiveCertainty
}

/** A03: each review of one directive is one, whether sơ kết or tổng kết. */
export const countedByReview: CountedBy<ReviewEntry> = {
  kind: 'review',
  counts: [{ cell: { code: 'A03', dimension: '' }, amount: () => 1 }],
}

/** A milestone of one document: the day on which so many years have passed. */
export type Milestone = { rule: ReviewRule; day: LocalDate }

export function milestonesOf(
  directive: { kind: DirectiveKind; issuedOn: LocalDate | null; inForceTo: LocalDate | null },
  rules: readonly ReviewRule[],
): Milestone[] {
  const { issuedOn, inForceTo } = directive
  if (issuedOn === null) return []
  return rules
    .filter(({ directiveKinds }) => directiveKinds.includes(directive.kind))
    .map((rule) => ({ rule, day: yearsAfter(issuedOn, rule.afterYears) }))
    .filter(({ day }) => inForceTo === null || day <= inForceTo)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Whole years from one day to another, as people count them: four years and eleven months are four. */
export function wholeYears(from: LocalDate, to: LocalDate): number {
  const [began, ended] = [partsOf(from), partsOf(to)]
  const isBefore = ended.month < began.month || (ended.month === began.month && ended.day < began.day)
  return ended.year - began.year - (isBefore ? 1 : 0)
}

/** 29 February is held on 28 February where the year has none. */
export function yearsAfter(day: LocalDate, years: number): LocalDate {
  const { year, month, day: date } = partsOf(day)
  const two = (part: number): string => String(part).padStart(2, '0')
  const leapless = month === 2 && date === 29 && !isLeap(year + years)
  return localDate(`${String(year + years).padStart(4, '0')}-${two(month)}-${two(leapless ? 28 : date)}`)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** A review that speaks of more years, or of fewer, than have passed since the document: what is said, and what it is. */
export type YearsDiffer = { said: number; passed: number; issuedOn: LocalDate; heldOn: LocalDate; full: LocalDate }

/**
 * A published text of November 2023 reports “5 năm” of a conclusion of 7 January 2019: four years had passed. Reviews are often
 * held some months early in the year of the milestone, so only a difference of the calendar years is told.
 */
export function yearsDiffer(review: ReviewEntry): YearsDiffer | null {
  const { years, heldOn } = review
  const { issuedOn } = review.directive
  if (years === null || issuedOn === null) return null
  const byCalendar = partsOf(heldOn).year - partsOf(issuedOn).year
  // Held up to a year late it still is the review of that milestone.
  if (years === byCalendar || years === byCalendar - 1) return null
  return { said: years, passed: wholeYears(issuedOn, heldOn), issuedOn, heldOn, full: yearsAfter(issuedOn, years) }
}

export function yearsDifferText({ said, passed, issuedOn, heldOn, full }: YearsDiffer): string {
  return `Ghi là ${said} năm, nhưng từ ngày ban hành ${formatDay(issuedOn)} đến ngày tổ chức ${formatDay(heldOn)} mới được ${passed} năm tròn; đủ ${said} năm vào ngày ${formatDay(full)}. Nếu văn bản hướng dẫn cho làm sớm thì giữ nguyên và ghi rõ ở phần kết luận.`.replace(
    'mới được',
    passed > said ? 'đã được' : 'mới được',
  )
}

/** Whether a milestone has been met by a review, is past without one, is near, or lies ahead. */
export type Owing = 'held' | 'overdue' | 'near' | 'ahead'

export function owingOf(milestone: Milestone, isHeld: boolean, today: LocalDate, near: LocalDate): Owing {
  if (isHeld) return 'held'
  if (milestone.day <= today) return 'overdue'
  return milestone.day <= near ? 'near' : 'ahead'
}

export const owingLabel: Record<Owing, string> = {
  held: 'đã tổ chức',
  overdue: 'đã đến mốc, chưa thấy ghi',
  near: 'sắp đến mốc',
  ahead: 'chưa đến mốc',
}

/** A review stands for a milestone when it names its years, or was held in the year of it. */
export function meets(review: Pick<ReviewEntry, 'years' | 'heldOn'>, milestone: Milestone): boolean {
  if (review.years !== null) return review.years === milestone.rule.afterYears
  return partsOf(review.heldOn).year === partsOf(milestone.day).year
}
