import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { publishedMovement } from '#modules/movement/published-queries.server.ts'
import { publishedByUnits } from '#modules/reporting/public-queries.server.ts'
import { codeChoices, unitPage } from '#modules/territory/unit-page.ts'
import { ancestryOf } from '#modules/territory/life.ts'
import { unitPath } from '#modules/territory/naming.ts'
import { lastVersionOf, unitByCode, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { askedDay, askedPage } from '../asked-day.ts'
import { publicRegister } from '../register.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const today = dayInVietnam(locals.now)
  const register = await publicRegister(locals.db)
  const place = { name: 'Đơn vị hành chính', note: 'Cả nước' }
  if (/^\d{2,5}$/.test(params.code)) {
    const choices = codeChoices(register, params.code, today)
    const [only] = choices
    if (!only) error(404, `Không có đơn vị nào mang mã số ${params.code}.`)
    // Not for ever: tomorrow the code may be another unit's.
    if (choices.length === 1) redirect(302, unitPath(only.code) + url.search)
    return { officialCode: params.code, choices, unit: null, reports: null, place }
  }
  const id = unitByCode(register, params.code)
  const asked = askedDay(url, register)
  const unit = id && unitPage(register, id, { ...asked, today })
  if (!unit) error(404, 'Không có trang này')
  const reports = await reportsOf(locals.db, register, id, askedPage(url))
  return {
    officialCode: null,
    choices: [],
    unit: { ...unit, error: asked.error },
    reports,
    place: { name: unit.name, note: 'Đơn vị hành chính' },
  }
}

/** What the unit published, and what those published from whom it came. */
async function reportsOf(db: App.Locals['db'], register: Register, unit: UnitId, page: number) {
  const before = ancestryOf(register, unit).before.map(({ from }) => from)
  const { reports, pages } = await publishedByUnits(db, [...new Set([unit, ...before])], page)
  const own = lastVersionOf(register, unit)?.code
  const told = own && page === 1 ? await publishedMovement(db, own) : []
  return {
    page,
    pages,
    told: told.map((one) => ({ key: one.key, when: one.when, said: one.told })),
    list: reports.map((report) => ({
      href: report.path,
      title: `${report.title} ${periodName(report.period)}`,
      when: `${report.isSource ? 'ghi lại ở đây' : 'công bố'} ${formatDay(report.publishedOn)}`,
      figureCount: report.figureCount,
      of: report.unitCode === own ? null : { name: report.unitName, href: unitPath(report.unitCode) },
    })),
  }
}
