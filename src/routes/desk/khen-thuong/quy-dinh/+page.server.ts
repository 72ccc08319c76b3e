import { error, redirect } from '@sveltejs/kit'
import { addDays, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { ruleForm } from '#modules/commendation/forms.ts'
import { levelName } from '#modules/commendation/labels.ts'
import { setCommendationRule } from '#modules/commendation/list-commands.server.ts'
import { rulesPage } from '#modules/commendation/queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuse, typedIn } from '../award-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await rulesPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { book, maySet } = outcome.value
  return {
    maySet,
    acts: book.acts.map((act) => ({ name: act.name, days: daysOf(act), source: act.source })),
    forms: book.competences.map((one) => ({
      key: `${one.form}-${one.level}`,
      form: book.forms.find((form) => form.code === one.form)?.name ?? one.form,
      level: levelName[one.level],
      article: one.article,
      source: one.source,
      isPrinted: one.layout !== null,
    })),
    lines: book.lines.map((line) => ({ name: line.name, source: line.source })),
    rules: book.rules.map((rule) => ({
      ...rule,
      number: rule.value === null ? 'chưa đặt' : `${rule.value} ${rule.unitOfValue}`,
    })),
    saved: url.searchParams.get('da') === 'dat',
  }
}

function daysOf({ from, until }: { from: LocalDate | null; until: LocalDate | null }): string {
  const begins = from ? `từ ${formatDay(from)}` : ''
  return until ? `${begins} đến hết ${formatDay(addDays(until, -1))}` : begins
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['rule', 'value', 'source'])
    const read = readForm(ruleForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { rule, value, source } = read.value
    const outcome = await setCommendationRule(contextOf(locals), rule, { value, source })
    if (outcome.ok) redirect(303, '/desk/khen-thuong/quy-dinh?da=dat')
    return refuse(outcome, typed)
  },
}
