import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { typedForm } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { readForm } from '#modules/access/forms.ts'
import { reviseTarget, withdrawTarget } from '#modules/figures/target-commands.server.ts'
import { targetVersionField, withdrawForm, wordingForm } from '#modules/figures/target-forms.ts'
import { handLabel } from '#modules/figures/target-labels.ts'
import { targetDetail, type TargetDetail } from '#modules/figures/target-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { aimOptions } from '../choices.server.ts'
import { cellName, reachedBy, targetNo, targetShown, versionShown } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await targetDetail(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { target, indicator, unit, versions, beside, mayChange } = outcome.value
  const { own, superior } = bothHands(outcome.value)
  const { cell, period } = target
  const [reached] = await reachedBy(locals, [{ unit: unit.unit, indicator, cell, period, own, superior }], 'accepted')
  return {
    name: cellName(indicator, cell.dimension),
    code: cell.code,
    counts: indicator.counts,
    unitOfCount: indicator.unitOfCount,
    unitName: unit.name,
    period: periodName(period),
    hand: handLabel[target.setBy],
    isInForce: target.isInForce,
    mayChange,
    n: target.n,
    shown: targetShown(target, indicator, target.isInForce ? (reached?.[target.setBy] ?? null) : null),
    beside: beside && {
      ...targetShown(beside, indicator, reached?.[beside.setBy] ?? null),
      hand: handLabel[beside.setBy],
    },
    versions: versions.map((version) => versionShown(version, indicator)),
    aims: aimOptions.filter(({ value }) => value !== ''),
    values: {
      amount: typedForm(target.amount, indicator.numeral),
      aim: target.aim,
      number: target.document.number,
      on: target.document.on ? formatDay(target.document.on) : '',
    } as Record<string, string>,
    saved: url.searchParams.get('da'),
  }
}

/** A withdrawn target is held against nothing. */
function bothHands({ target, beside }: TargetDetail) {
  const standing = [...(target.isInForce ? [target] : []), ...(beside ? [beside] : [])]
  const of = (hand: 'own' | 'superior') => standing.find(({ setBy }) => setBy === hand) ?? null
  return { own: of('own'), superior: of('superior') }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['amount', 'aim', 'number', 'on', 'reason'], 'sua')
    const read = readForm(wordingForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const n = targetVersionField.parse(form.get('ban'))
    const outcome = await reviseTarget(contextOf(locals), idOf(params.id), n, read.value)
    if (outcome.ok) redirect(303, `/desk/chi-tieu/${params.id}?da=sua`)
    return targetNo(outcome, typed)
  },
  rut: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason'], 'rut')
    const read = readForm(withdrawForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const n = targetVersionField.parse(form.get('ban'))
    const outcome = await withdrawTarget(contextOf(locals), idOf(params.id), n, read.value.reason)
    if (outcome.ok) redirect(303, `/desk/chi-tieu/${params.id}?da=rut`)
    return targetNo(outcome, typed)
  },
}
