import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { monthOf, periodKey, type Period } from '#kernel/period.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { extendObligations } from '#modules/reporting/extension-commands.server.ts'
import { addObligationRule, endObligationRule, waiveObligation } from '#modules/reporting/obligation-commands.server.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import { obligationsPage, owedPeriodPage } from '#modules/reporting/obligation-page-queries.server.ts'
import { stateOf } from '#modules/reporting/obligation-standing.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleHundred, type HundredCommunes } from './support/hundred-communes.ts'
import { doneBy } from './support/reports.ts'

const database = useDatabase()
const months = Array.from({ length: 12 }, (_, at) => monthOf(2025, at + 1))
const now = new Date('2026-02-20T02:00:00Z')
const today = dayInVietnam(now)
let world: HundredCommunes
let dice = 20_260

/** The same at every run: what is wrong can be looked at again. */
function chance(): number {
  dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648
  return dice / 2_147_483_648
}

type Life = 'accepted' | 'waiting' | 'late' | 'returned' | 'returned-again' | 'recalled' | 'blank' | 'draft' | 'missing'
const lives: readonly (readonly [Life, number])[] = [
  ...([
    ['accepted', 0.55],
    ['late', 0.1],
    ['waiting', 0.08],
    ['returned', 0.05],
    ['returned-again', 0.05],
  ] as const),
  ...([
    ['recalled', 0.04],
    ['blank', 0.04],
    ['draft', 0.04],
    ['missing', 0.05],
  ] as const),
]
function someLife(): Life {
  let left = chance()
  for (const [life, share] of lives) if ((left -= share) < 0) return life
  return 'missing'
}

const stepsOf: Record<Exclude<Life, 'missing'>, readonly (readonly [string, number])[]> = {
  accepted: [
    ['submit', 5],
    ['accept', 7],
  ],
  late: [
    ['submit', 16],
    ['accept', 20],
  ],
  waiting: [['submit', 6]],
  returned: [
    ['submit', 4],
    ['return', 8],
  ],
  'returned-again': [
    ['submit', 4],
    ['return', 8],
    ['submit', 14],
    ['accept', 15],
  ],
  recalled: [
    ['submit', 4],
    ['recall', 5],
  ],
  blank: [
    ['submit', 4],
    ['accept', 6],
  ],
  draft: [],
}
const statusAfter: Record<string, string> = {
  submit: 'submitted',
  accept: 'accepted',
  return: 'returned',
  recall: 'draft',
}

/** Rows as the commands leave them: twelve hundred reports one by one would keep everybody waiting. */
async function invent(): Promise<void> {
  const reports: unknown[][] = []
  const events: unknown[][] = []
  const figures: unknown[][] = []
  const [version] = await database.asOwner<{ id: string }>(
    `select id from template_version where valid @> '2025-06-01'::date and template_code = $1`,
    [currentTemplate],
  )
  for (const { unit } of world.communes) {
    for (const period of months) {
      const life = someLife()
      if (life === 'missing') continue
      const id = newId<'Report'>()
      const steps = stepsOf[life]
      const status = statusAfter[steps.at(-1)?.[0] ?? ''] ?? 'draft'
      reports.push([world.province, id, unit, version?.id, 'month', period.from, period.to, status])
      steps.forEach(([move, after], at) =>
        events.push([
          world.province,
          id,
          at + 1,
          unit,
          move,
          statusAfter[move],
          `${addDays(period.to, after)}T09:00:00+07:00`,
        ]),
      )
      if (life !== 'blank') figures.push([world.province, unit, period.from, period.to, id])
    }
  }
  const columns = (rows: unknown[][], at: number) => rows.map((row) => row[at])
  const all = (rows: unknown[][]) => (rows[0] ?? []).map((_, at) => columns(rows, at))
  await database.asOwner(
    `insert into report (province_id, id, unit_id, template_version, regime, period_from, period_to, status, created_at, changed_at)
     select p, i, u, v, r, f, t, s, now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[]) as x (p, i, u, v, r, f, t, s)`,
    all(reports),
  )
  await database.asOwner(
    `insert into report_event (province_id, report_id, n, unit_id, move, from_status, to_status, at, person_name)
     select p, r, n, u, m, 'draft', s, a, 'Ai đó'
     from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) as x (p, r, n, u, m, s, a)`,
    all(events),
  )
  await database.asOwner(
    `insert into figure_set (province_id, id, unit_id, period_from, period_to, standing, origin, n)
     select p, s, u, f, t, 'open', 'entered', 0
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::uuid[]) as x (p, u, f, t, s)`,
    all(figures),
  )
  await database.asOwner(
    `insert into figure_value (province_id, unit_id, indicator_version, period_from, period_to, state, basis, changed_at, set_id)
     select p, u, 'D03@1', f, t, 'zero', 'typed', now(), s
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::uuid[]) as x (p, u, f, t, s)`,
    all(figures),
  )
}

const officer = (): Ctx => ({ db: database.db, actor: world.officer, now })

beforeAll(async () => {
  world = await settleHundred(database)
  // Ten communes end on 1 July 2025: from then on they owe nothing.
  await database.asOwner(
    `update unit_version set valid = daterange(lower(valid), '2025-07-01') where unit_id = any($1::uuid[])`,
    [world.communes.slice(90).map(({ unit }) => unit)],
  )
  await invent()
  const rule = {
    ...{ template: currentTemplate, tree: 'state' as const, levels: ['commune' as const], regime: 'month' as const },
    ...{ due: { by: 'calendar-days' as const, count: 10 }, isCertain: true, source: 'Công văn thử của tỉnh' },
  }
  const id = doneBy(await addObligationRule(officer(), { ...rule, from: localDate('2025-01-01'), until: null }))
  doneBy(await endObligationRule(officer(), id, { until: today, reason: 'Hết năm thử', version: 1 }))
  for (const period of months.slice(2, 8)) await changeSome(period)
}, 120_000)

/** More time for some, and some let off, among those who still owe. */
async function changeSome(period: Period): Promise<void> {
  const { lines } = doneBy(await owedPeriodPage(officer(), { template: currentTemplate, period }))
  const open = lines.filter(({ state }) => state === 'open')
  const [extended, waived] = [open.slice(0, 3), open.slice(3, 5)]
  const asked = { template: currentTemplate, period, until: addDays(period.to, 40), reason: 'Mưa lũ nhiều ngày' }
  if (extended.length > 0)
    doneBy(await extendObligations(officer(), { ...asked, units: extended.map(({ unit }) => unit) }))
  for (const { id, version } of waived)
    doneBy(await waiveObligation(officer(), id, { reason: 'Xã đang sáp nhập', version }))
}

type Counted = { to: LocalDate; due: number; met: number; in_time: number; open: number; waived: number }

/** The same out of the tables, by somebody who never saw the program's own queries. */
async function inPlainSql(): Promise<Counted[]> {
  return database.asOwner<Counted>(
    `with moves as (
       select report_id, move, at, lead(move) over (partition by report_id order by n) as next from report_event
       where province_id = $1 and move in ('submit', 'return', 'recall', 'accept')),
     handed as (
       select report_id, min((at at time zone 'Asia/Ho_Chi_Minh')::date) as day from moves
       where move = 'submit' and (next is null or next = 'accept') group by report_id),
     one as (
       select o.period_to, o.waived_for, handed.day,
         coalesce((select max(until) from obligation_extension e where e.obligation_id = o.id and withdrawn_at is null), o.due) as due,
         exists (select from figure_value v where v.set_id = r.id) as filled
       from obligation o
       left join report r on r.unit_id = o.unit_id and r.period_from = o.period_from and r.period_to = o.period_to
       left join handed on handed.report_id = r.id
       where o.province_id = $1 and o.regime = 'month' and o.period_to <= '2025-12-31'
         and exists (select from unit_version v where v.unit_id = o.unit_id and v.valid @> o.period_to))
     select period_to as to, count(*)::int as due,
       count(*) filter (where day is not null and filled)::int as met,
       count(*) filter (where day is not null and filled and day <= due)::int as in_time,
       count(*) filter (where not (day is not null and filled) and waived_for is null)::int as open,
       count(*) filter (where not (day is not null and filled) and waived_for is not null)::int as waived
     from one group by period_to order by period_to`,
    [world.province],
  )
}

describe('a year of a hundred communes', () => {
  test('is counted month by month as plain SQL counts it, and never above 100 %', async () => {
    await keepObligations(database.db, world.province, now)
    const page = doneBy(await obligationsPage(officer()))
    const said = page.periods
      .filter(({ period }) => period.regime === 'month' && period.to <= '2025-12-31')
      .map(({ period, rate }) => ({
        ...{ to: period.to, due: rate.due, met: rate.met, in_time: rate.inTime, open: rate.open, waived: rate.waived },
      }))
      .sort((one, other) => (one.to < other.to ? -1 : 1))
    const plain = await inPlainSql()
    expect(said).toEqual(plain)
    expect(plain.map(({ due }) => due)).toEqual([100, 100, 100, 100, 100, 100, 90, 90, 90, 90, 90, 90])
    for (const { rate } of page.periods) {
      expect(rate.met + rate.open + rate.waived).toBe(rate.due)
      expect(rate.rate ?? 0).toBeLessThanOrEqual(1)
    }
    for (const kind of ['met', 'in_time', 'open', 'waived'] as const)
      expect([kind, plain.some((one) => one[kind] > 0)]).toEqual([kind, true])
  })

  test('tells late and extended ones apart, unit by unit', async () => {
    for (const period of [months[3], months[9]]) {
      if (!period) throw new Error('A year has twelve months')
      const { lines } = doneBy(await owedPeriodPage(officer(), { template: currentTemplate, period }))
      for (const line of lines) {
        const until = stateOf(line) === 'met' ? line.handedInOn : today
        const isLate = until !== null && until > line.due && line.state !== 'waived'
        expect([periodKey(period), line.unitName, line.daysLate > 0]).toEqual([
          periodKey(period),
          line.unitName,
          isLate,
        ])
      }
      expect(lines.some(({ daysLate }) => daysLate > 0)).toBe(true)
    }
  })
})
