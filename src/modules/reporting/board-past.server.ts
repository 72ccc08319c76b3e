import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { endedPeriods, ruledRegimes, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { boardStateOf, daysLateOf, isHandedIn, type BoardDue, type BoardState } from './board.ts'
import { boardDueOf } from './board-store.server.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { everyCell, shortOf, type Completeness } from './completeness.ts'
import { cellsOfCopy, handedInAt } from './handed-in.server.ts'
import type { ReportStatus } from './lifecycle.ts'
import { ruleFor } from './obligation-arising.server.ts'
import { completenessIn, obligationsOf } from './obligation-queries.server.ts'
import { dueAfter } from './obligation-rule.ts'
import { rulesOf } from './obligation-store.server.ts'
import { firstDays } from './province-queries.server.ts'
import type { Template, TemplateCode } from './report.ts'
import { versionsOf } from './template-version-store.server.ts'

/** One earlier period of a unit: where it stood, whether it came late, and whether cells of it are missing. */
export type BoardPast = { status: BoardState | 'not-in-force'; late: boolean; short: Completeness | null }

/** The earlier periods of a kind, oldest first, and what each unit did in them. */
export type BoardPasts = { periods: Period[]; cells: Map<UnitId, BoardPast[]> }

const pastShown = 8

type Asked = { province: UnitId; template: Template; units: readonly UnitId[]; period: Period; today: LocalDate }

/** What some units did in the periods before, of the same kind as the asked one. */
export async function pastOf(tx: Tx, asked: Asked): Promise<BoardPasts> {
  const { province, template, units, today } = asked
  const regime = ruledRegimes.find((one) => one === asked.period.regime)
  const periods = regime ? endedPeriods(regime, today, pastShown).reverse() : []
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || units.length === 0) return { periods: [], cells: new Map() }
  const within = { from: first.from, to: last.to }
  const reports = byCell(await reportsWithin(tx, province, template.code, units, within))
  const answered = { province, units, template: template.code, from: first.to, to: last.to }
  const owed = new Map((await obligationsOf(tx, answered)).map((one) => [cellKey(one.unit, one.period), one]))
  const usual = await usualDues(tx, asked, periods)
  const began = new Map((await firstDays(tx, units)).map((row) => [row.unit_id, row.first]))
  const cell = (unit: UnitId, period: Period): BoardPast => {
    const row = reports.get(cellKey(unit, period))
    const since = began.get(unit)
    if (!row && since && since > period.to) return { status: 'not-in-force', late: false, short: null }
    const one = owed.get(cellKey(unit, period))
    const due: BoardDue = one ? boardDueOf(one) : { ...unasked, due: usual.get(period.to) ?? period.to }
    const state = boardStateOf(row?.status ?? null, due)
    const isIn = isHandedIn({ state })
    const short = isIn ? shortOf(completenessIn(row?.cells ?? null, due.least)) : null
    return { status: state, late: isIn && daysLateOf({ ...due, state }, row?.handedInOn ?? null, today) > 0, short }
  }
  return { periods, cells: new Map(units.map((unit) => [unit, periods.map((period) => cell(unit, period))])) }
}

const unasked = { extendedUntil: null, waivedFor: null, isOwed: false, least: everyCell }

function cellKey(unit: string, { from, to }: { from: string; to: string }): string {
  return `${unit} ${from} ${to}`
}

/** By which day each period is due where nothing is written of a unit: what was handed in then is told late by it. */
async function usualDues(tx: Tx, asked: Asked, periods: readonly Period[]): Promise<Map<LocalDate, LocalDate>> {
  const { province, template, today } = asked
  const rules = await rulesOf(tx, province)
  const calendar = await dueCalendar(tx, province, periods, today)
  return new Map(
    periods.map((period) => {
      const rule = ruleFor(rules, { template: template.code, level: 'commune', period })
      const by = rule?.due ?? { by: 'calendar-days' as const, count: template.daysToSubmit }
      return [period.to, dueAfter(period, by, calendar).due]
    }),
  )
}

type PastReport = {
  unit: string
  from: string
  to: string
  status: ReportStatus
  handedInOn: LocalDate | null
  cells: readonly [number, number] | null
}

function byCell(reports: readonly PastReport[]): Map<string, PastReport> {
  return new Map(reports.map((one) => [cellKey(one.unit, one), one]))
}

async function reportsWithin(
  tx: Tx,
  province: UnitId,
  template: TemplateCode,
  units: readonly UnitId[],
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<PastReport[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['unit_id as unit', 'period_from as from', 'period_to as to', 'status'])
    .select([handedInAt('report').as('handed_in'), cellsOfCopy('report').as('cells')])
    .where('province_id', '=', province)
    .where('unit_id', 'in', [...units])
    .where('template_version', 'in', versionsOf(tx, template))
    .where('origin', '=', 'entered')
    .where('period_from', '>=', from)
    .where('period_to', '<=', to)
    .execute()
  return rows.map(({ status, handed_in: at, ...row }) => ({
    ...row,
    status: status as ReportStatus,
    handedInOn: at && dayInVietnam(at),
  }))
}
