import { error } from '@sveltejs/kit'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { parsePeriod, periodKey, periodName, yearOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { aimLabel } from '#modules/figures/target-labels.ts'
import type { TypedTargetRow } from '#modules/figures/target-list.ts'
import { targetChoices, targetsOf } from '#modules/figures/target-queries.server.ts'
import { targetAims } from '#modules/figures/target.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import { aimOptions, cellOptions, knownCell, periodOptions } from '../choices.server.ts'
import { groundFields, previewAnswer, readGrounds, setAnswer } from '../list.server.ts'
import { cellName } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Setting one target for many communes is the province's. */
function provinceCtx(locals: App.Locals) {
  const ctx = contextOf(locals)
  if (ctx.actor.unit !== ctx.actor.province) error(404, 'Không có trang này')
  return ctx
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx, period, cell, choices, communes } = await chosen(locals, url)
  const indicator = choices.indicators.find(({ code }) => code === parseCellKey(cell).code)
  const units = communes.map(({ unit }) => unit)
  const standing = indicator
    ? await inScope(ctx.db, scopeOf(ctx.actor), (tx) => targetsOf(tx, units, [parseCellKey(cell)], [period]))
    : []
  const superior = new Map(standing.filter(({ setBy }) => setBy === 'superior').map((one) => [one.unit, one]))
  const own = new Map(standing.filter(({ setBy }) => setBy === 'own').map((one) => [one.unit, one]))
  return {
    cells: cellOptions(choices),
    periods: periodOptions(dayInVietnam(ctx.now), period),
    aims: aimOptions,
    cell,
    period: periodKey(period),
    grid: indicator
      ? {
          title: cellName(indicator, parseCellKey(cell).dimension),
          unitOfCount: indicator.unitOfCount,
          periodName: periodName(period),
          communes: communes.map(({ unit, name }) => ({
            field: `muc-${unit}`,
            name,
            standing: superior.get(unit)?.raw ?? null,
            own: own.get(unit)?.raw ?? null,
          })),
        }
      : null,
  }
}

async function chosen(locals: App.Locals, url: URL) {
  const ctx = provinceCtx(locals)
  const year = yearOf(partsOf(dayInVietnam(ctx.now)).year)
  const period = parsePeriod(url.searchParams.get('ky')?.slice(0, 40) ?? '') ?? year
  const outcome = await targetChoices(ctx, period.to)
  if (!outcome.ok) error(404, 'Không có trang này')
  const choices = outcome.value
  const cell = knownCell(choices, url.searchParams.get('chi-tieu')?.slice(0, 40) ?? null)
  return { ctx, period, cell, choices, communes: choices.units.filter(({ unit }) => unit !== ctx.actor.province) }
}

export const actions: Actions = {
  xem: ({ locals, request, url }) => answer(locals, request, url, previewAnswer),
  dat: ({ locals, request, url }) => answer(locals, request, url, setAnswer),
}

async function answer(locals: App.Locals, request: Request, url: URL, work: typeof previewAnswer | typeof setAnswer) {
  const { period, cell, communes } = await chosen(locals, url)
  if (cell === '') error(404, 'Không có trang này')
  const form = await request.formData()
  const typed = typedIn(form, [...groundFields, 'aim', ...communes.map(({ unit }) => `muc-${unit}`)])
  const read = readGrounds(form)
  if (!read.ok) return mend(read.errors, typed)
  const aim = targetAims.find((one) => one === typed.aim)
  const rows = communes.flatMap(({ unit, code, name }, at): TypedTargetRow[] => {
    const amount = typed[`muc-${unit}`]?.trim() ?? ''
    if (amount === '') return []
    const said = { unitCode: code, unit: name, cell, period: periodKey(period), amount }
    return [{ line: at + 1, typed: { ...said, aim: aim ? aimLabel[aim] : '' } }]
  })
  return work(locals, rows, read.grounds, typed)
}
