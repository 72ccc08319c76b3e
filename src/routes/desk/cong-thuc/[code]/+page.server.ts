import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { retireFormula, reviseFormula } from '#modules/figures/formula-commands.server.ts'
import { formulaForm, formulaVersionField, retireForm } from '#modules/figures/formula-forms.ts'
import { formulaPage } from '#modules/figures/formula-queries.server.ts'
import { contextOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { allowed, formulaFields, looked, mendFormula, refuse, typedIn } from '../formula-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { line, codes, usedBy, history, mayKeep } = allowed(await formulaPage(ctx, params.code))
  const { formula, name, text, unitOfCount, problem } = line
  const [newest] = history
  return {
    formula: {
      ...{ code: formula.code, name, text, unitOfCount, problem, version: formula.version },
      retired: formula.retired ? { day: formatDay(formula.retired.from), reason: formula.retired.reason } : null,
    },
    codes,
    usedBy,
    mayKeep,
    values: {
      ...{ name: newest?.version.name ?? '', text: newest?.version.text ?? '', reason: '' },
      validFrom: formatDay(dayInVietnam(ctx.now)),
    },
    history: history.map(({ version, text: written, by }) => ({
      version: version.version,
      name: version.name,
      text: written,
      reason: version.reason,
      from: formatDay(version.validFrom),
      iso: version.at.toISOString(),
      day: dayShort(version.at),
      time: timeInVietnam(version.at),
      by,
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  xem: async ({ locals, request, params }) => looked(contextOf(locals), await request.formData(), params.code),
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, formulaFields)
    const read = readForm(formulaForm, form)
    if (!read.ok) return mendFormula(read.errors, typed)
    const version = formulaVersionField.parse(form.get('ban'))
    const outcome = await reviseFormula(contextOf(locals), params.code, version, read.value)
    if (outcome.ok) redirect(303, `/desk/cong-thuc/${params.code}?da=sua`)
    return refuse(outcome, typed)
  },
  ngung: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['day', 'reason'])
    const read = readForm(retireForm, form)
    if (!read.ok) return mendFormula(read.errors, typed)
    const version = formulaVersionField.parse(form.get('ban'))
    const { day: from, reason } = read.value
    const outcome = await retireFormula(contextOf(locals), params.code, version, { from, reason })
    if (outcome.ok) redirect(303, `/desk/cong-thuc/${params.code}?da=ngung`)
    return refuse(outcome, typed)
  },
}
