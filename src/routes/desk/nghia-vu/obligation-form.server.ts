import { error, fail } from '@sveltejs/kit'
import { parseLocalDate } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { ruledRegimes } from '#kernel/period-rule.ts'
import { everyCell } from '#modules/reporting/completeness.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { obligationRefusalText, refusalField, type ObligationRefusal } from '#modules/reporting/obligation-labels.ts'
import { dueWays, owingLevels, type DueRule, type NewRule } from '#modules/reporting/obligation-rule.ts'
import type { TemplateCode } from '#modules/reporting/report.ts'

export type Typed = Record<string, string>

/** 409: the command said no; the sentence stands beside its field, and what was typed is kept. */
export function answerNo(
  outcome: Exclude<Outcome<unknown, ObligationRefusal>, { ok: true }>,
  typed: Typed,
): ReturnType<typeof fail<{ errors: Record<string, string>; typed: Typed }>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { [refusalField(outcome.refusal) ?? '']: obligationRefusalText(outcome.refusal) }, typed })
}

export const noSuchDay = 'Ngày chưa đúng. Xin ghi như 15/1/2027.'

/** What was typed into a rule's form, by field. */
export function typedRule(form: FormData): Typed {
  const names = ['mau', 'ky', 'cach', 'so-ngay', 'ngay', 'thang', 'tu', 'den', 'du', 'ly-do', 'chac']
  return {
    ...Object.fromEntries(names.map((name) => [name, textOf(form, name, 300)])),
    cap: form.getAll('cap').map(String).join(' ').slice(0, 60),
  }
}

/** Reads a rule, or says by field what is wrong. */
export function readRule(typed: Typed): { rule: NewRule } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const regime = ruledRegimes.find((one) => one === typed.ky)
  if (!regime) errors.ky = 'Xin chọn kỳ phải nộp.'
  const levels = owingLevels.filter((level) => (typed.cap ?? '').split(' ').includes(level))
  if (levels.length === 0) errors.cap = 'Xin chọn ít nhất một cấp phải nộp.'
  const due = readDue(typed, errors)
  const least = whole(typed.du?.replace(/\s*%$/, ''))
  if (least === null || least < 1 || least > everyCell)
    errors.du = obligationRefusalText({ code: 'rule-least-not-a-percentage' })
  const from = parseLocalDate(typed.tu)
  if (!from) errors.tu = noSuchDay
  const until = typed.den?.trim() ? parseLocalDate(typed.den) : null
  if (typed.den?.trim() && !until) errors.den = noSuchDay
  if (!regime || !due || !from || least === null || Object.keys(errors).length > 0) return { errors }
  return {
    rule: {
      ...{ template: (typed.mau ?? '') as TemplateCode, tree: 'state', levels, regime, due, least, from, until },
      ...{ source: typed['ly-do'] ?? '', isCertain: typed.chac === 'co' },
    },
  }
}

function readDue(typed: Typed, errors: Record<string, string>): DueRule | null {
  const by = dueWays.find((one) => one === typed.cach)
  if (!by) errors.cach = 'Xin chọn cách tính hạn.'
  if (by === 'day-of-month') {
    const [day, month] = [whole(typed.ngay), whole(typed.thang)]
    if (day === null || day < 1 || day > 31) errors.ngay = 'Xin ghi ngày từ 1 đến 31.'
    if (month === null || month > 12) errors.thang = 'Xin ghi số tháng từ 0 đến 12.'
    return day === null || month === null ? null : { by, day, month }
  }
  const count = whole(typed['so-ngay'])
  if (by && (count === null || count > 366)) errors['so-ngay'] = 'Xin ghi số ngày từ 0 đến 366.'
  return by && count !== null ? { by, count } : null
}

function whole(text: string | undefined): number | null {
  return /^\d{1,3}$/.test(text?.trim() ?? '') ? Number(text) : null
}
