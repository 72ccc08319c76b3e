import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, localDate, partsOf } from '#kernel/local-date.ts'
import { parsePeriod, periodKey, yearOf } from '#kernel/period.ts'
import { readForm } from '#modules/access/forms.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { setTarget } from '#modules/figures/target-commands.server.ts'
import { targetForm } from '#modules/figures/target-forms.ts'
import { maySetTargets } from '#modules/figures/target-policy.ts'
import { targetChoices } from '#modules/figures/target-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import { aimOptions, cellOptions, knownCell, periodOptions, unitOptions } from '../choices.server.ts'
import { targetNo } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const today = dayInVietnam(ctx.now)
  const period = parsePeriod(url.searchParams.get('ky')?.slice(0, 40) ?? '')
  const outcome = await targetChoices(ctx, period?.to ?? localDate(`${partsOf(today).year}-12-31`))
  if (!outcome.ok) error(404, 'Không có trang này')
  const asked = parseId<'Unit'>(url.searchParams.get('don-vi'))
  const unit = outcome.value.units.find((one) => one.unit === asked)?.unit ?? ctx.actor.unit
  return {
    // The sheet has its number before it is written on: sent twice it is one target.
    sheet: newId<'Target'>(locals.now),
    isProvince: ctx.actor.unit === ctx.actor.province,
    units: unitOptions(outcome.value, ctx.actor),
    cells: cellOptions(outcome.value),
    periods: periodOptions(today, period),
    aims: aimOptions,
    values: {
      unit,
      cell: knownCell(outcome.value, url.searchParams.get('chi-tieu')?.slice(0, 40) ?? null),
      period: periodKey(period ?? yearOf(partsOf(today).year)),
    } as Record<string, string>,
  }
}

const fields = ['unit', 'cell', 'period', 'amount', 'aim', 'number', 'on', 'reason', 'to'] as const

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!maySetTargets(ctx.actor)) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = typedIn(form, fields)
    const id = parseId<'Target'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang đặt chỉ tiêu.')
    const read = readForm(targetForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { unit, cell, period, ...wording } = read.value
    const when = parsePeriod(period)
    if (!when) return mend({ period: 'Kỳ: chọn một kỳ trong danh sách.' }, typed)
    const whose = unit === '' ? ctx.actor.unit : parseId<'Unit'>(unit)
    if (!whose) return mend({ unit: 'Đơn vị: chọn một đơn vị trong danh sách.' }, typed)
    const outcome = await setTarget(ctx, id, { ...wording, unit: whose, cell: parseCellKey(cell), period: when })
    if (outcome.ok) redirect(303, `/desk/chi-tieu/${outcome.value}?da=dat`)
    const standing = outcome.kind === 'refused' && outcome.refusal.code === 'already-set' ? outcome.refusal.id : ''
    return targetNo(outcome, { ...typed, standing })
  },
}
