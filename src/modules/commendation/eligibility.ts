import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { AwardEntry, AwardId, AwardSource, AwardState } from './award.ts'
import { competenceFor, mayReceive, ruleOf, type CommendationBook, type CommendationRule } from './law.ts'
import { isStanding } from './lifecycle.ts'

/** A proposal as another one is held against it; `isSamePerson`: of both the name is the same, by the vault's hash. */
export type Beside = Pick<AwardEntry, 'form' | 'line' | 'year' | 'recipientKind' | 'recipient' | 'achievement'> & {
  id: AwardId
  state: AwardState
  source: AwardSource
  isSamePerson: boolean
  /** Of another unit: the same name there is often another person. */
  isElsewhere: boolean
}

export type Candidate = Pick<
  AwardEntry,
  'form' | 'level' | 'line' | 'year' | 'recipientKind' | 'recipient' | 'achievement' | 'yearsOfService' | 'report'
> & { source: AwardSource; hasName: boolean }

/** What a rule says about a proposal. `blocks`: it is not handed in; else a person looks at it and decides. */
export type EligibilityFinding = { rule: CommendationRule; blocks: boolean; other: AwardId | null; note: string }

/** Holds a proposal against the rules and against the others of its year, each finding with its rule. */
export function checkEligibility(
  candidate: Candidate,
  others: readonly Beside[],
  book: CommendationBook,
  today: LocalDate,
): EligibilityFinding[] {
  return [
    ...formFindings(candidate, book, today),
    ...dossierFindings(candidate, book),
    ...medalFindings(candidate, book),
    ...others.flatMap((other) => besideFinding(candidate, other, book)),
  ]
}

function formFindings(candidate: Candidate, book: CommendationBook, today: LocalDate): EligibilityFinding[] {
  const form = book.forms.find((one) => one.code === candidate.form)
  const found: EligibilityFinding[] = []
  if (!form || !competenceFor(book, candidate.form, candidate.level, today))
    found.push(blocking(book, 'competence', 'Cấp đã chọn không tặng hình thức này; xin chọn cấp khác.'))
  if (form && !mayReceive(form, candidate.recipientKind))
    found.push(blocking(book, 'recipient', `${form.name} không tặng tập thể; xin chọn cá nhân hoặc hình thức khác.`))
  return found
}

function dossierFindings({ report, recipientKind, hasName }: Candidate, book: CommendationBook): EligibilityFinding[] {
  const found: EligibilityFinding[] = []
  if (report === '')
    found.push(blocking(book, 'dossier', 'Báo cáo thành tích còn trống; xin viết báo cáo trước khi trình.'))
  if (recipientKind === 'individual' && !hasName)
    found.push(blocking(book, 'dossier', 'Chưa ghi họ tên người được đề nghị; xin ghi họ tên, tên được giữ trong két.'))
  return found
}

function medalFindings(candidate: Candidate, book: CommendationBook): EligibilityFinding[] {
  const form = book.forms.find((one) => one.code === candidate.form)
  if (form?.countsAs !== 'K04') return []
  const rule = ruleOf(book, 'medal-years')
  const years = candidate.yearsOfService
  if (rule.value === null)
    return [{ rule, blocks: false, other: null, note: 'Tỉnh chưa đặt số năm; xin đối chiếu quy chế xét tặng.' }]
  if (years === null) return [blocking(book, 'medal-years', 'Chưa ghi số năm làm công tác dân vận; xin ghi số năm.')]
  if (years < Number(rule.value))
    return [blocking(book, 'medal-years', `Mới ghi ${years} năm, cần ít nhất ${rule.value} năm.`)]
  return []
}

function besideFinding(candidate: Candidate, other: Beside, book: CommendationBook): EligibilityFinding[] {
  if (!isStanding(other.state) || other.year !== candidate.year) return []
  const to = (code: string, blocks: boolean, note: string): EligibilityFinding[] => [
    { rule: ruleOf(book, code), blocks, other: other.id, note },
  ]
  const sameForm = other.form === candidate.form
  const which = other.state === 'decided' ? 'đã được tặng' : 'đang được đề nghị'
  if (other.isElsewhere)
    return isSameRecipient(candidate, other)
      ? to(
          'other-line',
          false,
          `Một người cùng họ tên ở đơn vị khác ${which} trong năm ${other.year}; có thể là người khác.`,
        )
      : []
  if (sameForm && isSameAchievement(candidate, other)) {
    return to('same-achievement', true, `Thành tích này ${which} hình thức đó trong năm ${other.year}.`)
  }
  if (!isSameRecipient(candidate, other)) return []
  if (sameForm && other.line === candidate.line)
    return to('same-line', true, `Người hoặc tập thể này ${which} hình thức đó, cùng dòng, trong năm ${other.year}.`)
  return to('other-line', false, `Người hoặc tập thể này ${which} ở hình thức hoặc dòng khác trong năm ${other.year}.`)
}

/** One record is one achievement, whoever of a kind is proposed for it; what was written by hand is told by its words and its recipient. */
function isSameAchievement(candidate: Candidate, other: Beside): boolean {
  if (candidate.recipientKind !== other.recipientKind) return false
  if (candidate.source.kind !== 'free') {
    const isSameRecord = candidate.source.kind === other.source.kind && candidate.source.id === other.source.id
    // The persons of one initiative may be several; its collective is one.
    return isSameRecord && (candidate.recipientKind === 'collective' || isSameRecipient(candidate, other))
  }
  return isSameRecipient(candidate, other) && fold(candidate.achievement) === fold(other.achievement)
}

function isSameRecipient(candidate: Candidate, other: Beside): boolean {
  if (candidate.recipientKind !== other.recipientKind) return false
  if (candidate.recipientKind === 'individual') return other.isSamePerson
  return fold(candidate.recipient) === fold(other.recipient)
}

function blocking(book: CommendationBook, code: string, note: string): EligibilityFinding {
  return { rule: ruleOf(book, code), blocks: true, other: null, note }
}
