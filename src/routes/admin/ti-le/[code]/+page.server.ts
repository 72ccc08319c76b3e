import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period-name.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import { stateDivisions, withdrawDivision } from '#modules/reorganisation/division-commands.server.ts'
import { isOfTheseParts, type DivisionRow } from '#modules/reorganisation/division.ts'
import { readDivision, readReason } from '#modules/reorganisation/division-forms.ts'
import { divisionPage, previewDivision, type DivisionPreview } from '#modules/reorganisation/division-queries.server.ts'
import { sayPercent } from '#modules/reorganisation/shares.ts'
import { flagLabel } from '#modules/territory/labels.ts'
import { asked, textOf } from '../../context.server.ts'
import { mend, reorganisationCtx, typedOf } from '../../sap-xep/answer.server.ts'
import { basisOptions, divisionNo, rowShown } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { unit, history, mayChange } = await pageOf(locals, params.code)
  const standing = history.find(({ ended }) => ended === null) ?? null
  return {
    ...{
      code: unit.code,
      name: unit.name,
      where: unit.where,
      officialCode: unit.officialCode,
      mayChange,
      basisOptions,
    },
    ...{ day: formatDay(unit.on), act: unit.act, saved: url.searchParams.get('da'), sheet: newId<'StatedDivision'>() },
    parts: unit.parts.map(({ to, name, code, article }) => ({ to, name, code, article })),
    seen: standing?.id ?? '',
    isOutdated: standing !== null && !isOfTheseParts(unit, standing.parts),
    standing: standing && rowShown(standing, unit.parts),
    values: standing ? valuesOf(standing) : { by: 'amount', basis: 'people' },
    past: history.filter(({ ended }) => ended !== null).map((row) => rowShown(row, unit.parts)),
  }
}

async function pageOf(locals: App.Locals, code: string) {
  const outcome = await divisionPage(reorganisationCtx(locals), code)
  if (!outcome.ok) error(404, 'Không có trang này.')
  return outcome.value
}

/** The form as it would have been typed for what stands. */
function valuesOf({ by, basis, source, parts }: DivisionRow): Record<string, string> {
  const texts = [...parts].map(([to, { amount, share }]) => [
    `part-${to}`,
    by === 'amount' && amount !== null ? formatQuantity(amount) : sayPercent(share).replace('%', ''),
  ])
  return { by, basis, source, ...(Object.fromEntries(texts) as Record<string, string>) }
}

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const { unit } = await pageOf(locals, params.code)
    const read = readDivision((name) => textOf(form, name, 400), unit)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await previewDivision(reorganisationCtx(locals), params.code, read.value)
    if (!outcome.ok) return divisionNo(outcome, typed, `part-${unit.parts[0]?.to}`)
    return { typed, preview: previewShown(outcome.value) }
  },
  luu: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const { unit } = await pageOf(locals, params.code)
    const read = readDivision((name) => textOf(form, name, 400), unit)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await stateDivisions(reorganisationCtx(locals), [
      {
        ...{ id: asked<'StatedDivision'>(form, 'sheet'), unit: unit.unit, entry: read.value },
        seen: parseId<'StatedDivision'>(textOf(form, 'seen')),
      },
    ])
    if (!outcome.ok) return divisionNo(outcome, typed)
    redirect(303, `/admin/ti-le/${unit.code}?da=luu`)
  },
  rut: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const read = readReason((name) => textOf(form, name, 400))
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await withdrawDivision(reorganisationCtx(locals), asked<'StatedDivision'>(form, 'id'), read.value)
    if (!outcome.ok) return divisionNo(outcome, typed, 'reason')
    redirect(303, `/admin/ti-le/${encodeURIComponent(params.code)}?da=rut`)
  },
}

/** A dozen periods are read; of more, their number says enough. */
const mostPeriods = 12

function previewShown({ parts, flags, waits, reports }: DivisionPreview) {
  const names = reports.slice(-mostPeriods).map((period) => periodName(period))
  return {
    parts: parts.map(({ name, share }) => ({ name, share: sayPercent(share) })),
    ...{ before: flagLabel[flags.before], after: flagLabel[flags.after], isBetter: flags.after === 'apportioned' },
    reports: { count: reports.length, names: names.join(', '), more: reports.length - names.length },
    waits: waits.map(({ name, for: older }) => ({ name, older: older.join(', ') })),
  }
}
