import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { setsOffered } from '#modules/programmes/queries.server.ts'
import { offeredPeriods } from '#modules/reporting/period-choice.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { sheetView } from '../../../programme-sheet.server.ts'
import { publicRegister } from '../../../(portal)/don-vi/register.server.ts'
import { contextOf } from '../../context.ts'
import { askedSheet, officerSheet } from './asked.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const today = dayInVietnam(ctx.now)
  const register = await publicRegister(ctx.db)
  const choice = await periodChoice(ctx)
  const form = askedSheet(locals, params.code, url, register, choice)
  const page = await officerSheet(locals, form)
  const { period } = form.asked
  const usual = [
    ...new Map([period, ...offeredPeriods(choice.offered, today)].map((one) => [periodKey(one), one])).values(),
  ]
  return {
    ...sheetView(page, form.asked, today, Number(url.searchParams.get('trang')) || 1, '/desk/kham-pha'),
    sets: (await setsOffered(ctx.db, period.to)).map(({ code, name }) => ({ code, name })),
    unitChoices: unitsOffered(register, ctx.actor.province, form.unit, today),
    unit: form.unit.code,
    period: { key: periodKey(period), name: periodName(period, choice.book) },
    periods: usual.map((one) => ({ key: periodKey(one), name: periodName(one, choice.book) })),
    map: form.map,
    typedMap: form.asked.map.kind === 'day' && form.map !== 'hom-nay' ? formatDay(form.asked.map.day) : form.typedMap,
    typedPeriod: form.typedPeriod,
    counting: form.counting,
    errors: form.errors,
  }
}

/** The officer's province and its communes of today; a unit opened by its address is in the list too. */
function unitsOffered(
  register: Register,
  province: UnitId,
  shown: RegisterVersion,
  today: NonNullable<RegisterVersion['from']>,
): { code: string; name: string }[] {
  const own = unitAt(register, province, today)
  const communes = treeOn(register, today).descendants(province, 'commune')
  const listed = [...(own ? [own] : []), ...communes].map(({ code, name }) => ({ code, name }))
  return listed.some(({ code }) => code === shown.code) ? listed : [{ code: shown.code, name: shown.name }, ...listed]
}
