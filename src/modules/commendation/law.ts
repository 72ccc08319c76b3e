import type { LocalDate } from '#kernel/local-date.ts'
import type { AwardLevel, RecipientKind } from './award.ts'

/** A law, decree or circular with the days it was in force; `until` is the first day on which it is not. */
export type CommendationAct = {
  code: string
  kind: 'law' | 'decree' | 'circular'
  name: string
  from: LocalDate | null
  until: LocalDate | null
  source: string
  isVerified: boolean
}

/** A legal form of commendation (giấy khen, bằng khen, kỷ niệm chương). */
export type CommendationForm = {
  code: string
  name: string
  title: string
  countsAs: string
  forCollective: boolean
  forIndividual: boolean
  source: string
  isVerified: boolean
}

/** Who grants a form at a level; `layout` is null where no certificate is printed here. */
export type Competence = {
  form: string
  level: AwardLevel
  from: LocalDate | null
  until: LocalDate | null
  issuer: string
  signerTitle: string
  layout: string | null
  article: string
  source: string
  isVerified: boolean
}

export type CommendationLine = { code: string; name: string; shortName: string; source: string }

/** A rule as data: the sentence a person reads, its article, and the number in it as the province holds it. */
export type CommendationRule = {
  code: string
  sentence: string
  article: string
  value: string | null
  unitOfValue: string
  /** Where the number is from: this province's own setting, or the reference. */
  isSetHere: boolean
  source: string
  isVerified: boolean
}

/** Everything that a proposal is held against. */
export type CommendationBook = {
  acts: readonly CommendationAct[]
  forms: readonly CommendationForm[]
  competences: readonly Competence[]
  lines: readonly CommendationLine[]
  rules: readonly CommendationRule[]
}

type Dated = { from: LocalDate | null; until: LocalDate | null }

export function isInForce({ from, until }: Dated, day: LocalDate): boolean {
  return (from === null || from <= day) && (until === null || day < until)
}

/** Which law a dossier follows, and why. */
export type LawOfDossier =
  | { law: CommendationAct; because: 'in-force' }
  | { law: CommendationAct; because: 'received-before'; newer: CommendationAct }
  | { law: CommendationAct; because: 'more-favourable'; older: CommendationAct; reason: string }

/**
 * Luật 06/2026/QH16, quy định chuyển tiếp: a dossier received before 1 October 2026 follows the law of the day it was received,
 * unless the new one is more favourable. `reason` says why it is; null where nobody found so.
 */
export function lawOfDossier(
  acts: readonly CommendationAct[],
  receivedOn: LocalDate,
  today: LocalDate,
  reason: string | null,
): LawOfDossier | null {
  const laws = acts.filter((act) => act.kind === 'law')
  const ofItsDay = laws.find((law) => isInForce(law, receivedOn))
  if (!ofItsDay) return null
  const { until } = ofItsDay
  const newer = until !== null && until <= today ? laws.find((law) => law.from === until) : undefined
  if (!newer) return { law: ofItsDay, because: 'in-force' }
  if (reason === null) return { law: ofItsDay, because: 'received-before', newer }
  return { law: newer, because: 'more-favourable', older: ofItsDay, reason }
}

/** The competence for a form at a level on a day; null where nobody may grant it there. */
export function competenceFor(
  book: CommendationBook,
  form: string,
  level: AwardLevel,
  day: LocalDate,
): Competence | null {
  return book.competences.find((one) => one.form === form && one.level === level && isInForce(one, day)) ?? null
}

export function mayReceive(form: CommendationForm, kind: RecipientKind): boolean {
  return kind === 'collective' ? form.forCollective : form.forIndividual
}

/** A rule by its code; every rule of the core stands in db/reference/commendation_rule.csv. */
export function ruleOf(book: CommendationBook, code: string): CommendationRule {
  const rule = book.rules.find((one) => one.code === code)
  if (!rule) throw new Error(`commendation_rule.csv has no ${code}`)
  return rule
}
