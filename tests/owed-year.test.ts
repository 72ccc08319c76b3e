import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { monthOf, periodKey, type Period } from '#kernel/period.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { extendObligations } from '#modules/reporting/extension-commands.server.ts'
import { addObligationRule, endObligationRule, waiveObligation } from '#modules/reporting/obligation-commands.server.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import { closePeriod } from '#modules/reporting/closing-commands.server.ts'
import { closingPage } from '#modules/reporting/closing-queries.server.ts'
import { boardCounts, boardPartOf, boardParts } from '#modules/reporting/board.ts'
import { boardList } from '#modules/reporting/board-queries.server.ts'
import { beginReport } from '#modules/reporting/commands.server.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { chosenBody } from '#modules/reporting/issuing-body.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { entryNamed } from '#platform/files/archive.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { obligationsPage, owedPeriodPage } from '#modules/reporting/obligation-page-queries.server.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleHundred, type HundredCommunes } from './support/hundred-communes.ts'
import { inventYear } from './support/invented-year.ts'
import { doneBy } from './support/reports.ts'

const database = useDatabase()
const months = Array.from({ length: 12 }, (_, at) => monthOf(2025, at + 1))
const now = new Date('2026-02-20T02:00:00Z')
const today = dayInVietnam(now)
let world: HundredCommunes
const officer = (): Ctx => ({ db: database.db, actor: world.officer, now })

beforeAll(async () => {
  world = await settleHundred(database)
  // Ten communes end on 1 July 2025: from then on they owe nothing.
  await database.asOwner(
    `update unit_version set valid = daterange(lower(valid), '2025-07-01') where unit_id = any($1::uuid[])`,
    [world.communes.slice(90).map(({ unit }) => unit)],
  )
  await inventYear(database, world, months)
  const rule = {
    ...{ template: currentTemplate, tree: 'state' as const, levels: ['commune' as const], regime: 'month' as const },
    ...{
      due: { by: 'calendar-days' as const, count: 10 },
      least: 100,
      isCertain: true,
      source: 'Công văn thử của tỉnh',
    },
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

type Counted = {
  to: LocalDate
  due: number
  met: number
  in_time: number
  incomplete: number
  open: number
  waived: number
}

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
         (select bool_and(line -> 'figure' -> 'value' ->> 'state' <> 'not-yet-known')
            from report_copy c, jsonb_array_elements(c.content -> 'lines') line where c.report_id = r.id) as filled
       from obligation o
       left join report r on r.unit_id = o.unit_id and r.period_from = o.period_from and r.period_to = o.period_to
       left join handed on handed.report_id = r.id
       where o.province_id = $1 and o.regime = 'month' and o.period_to <= '2025-12-31'
         and exists (select from unit_version v where v.unit_id = o.unit_id and v.valid @> o.period_to))
     select period_to as to, count(*)::int as due,
       count(*) filter (where day is not null and filled)::int as met,
       count(*) filter (where day is not null and filled and day <= due)::int as in_time,
       count(*) filter (where day is not null and not filled and waived_for is null)::int as incomplete,
       count(*) filter (where day is null and waived_for is null)::int as open,
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
        ...{ to: period.to, due: rate.due, met: rate.met, in_time: rate.inTime, incomplete: rate.incomplete },
        ...{ open: rate.open, waived: rate.waived },
      }))
      .sort((one, other) => (one.to < other.to ? -1 : 1))
    const plain = await inPlainSql()
    expect(said).toEqual(plain)
    expect(plain.map(({ due }) => due)).toEqual([100, 100, 100, 100, 100, 100, 90, 90, 90, 90, 90, 90])
    for (const { rate } of page.periods) {
      expect(rate.met + rate.incomplete + rate.open + rate.waived).toBe(rate.due)
      expect(rate.rate ?? 0).toBeLessThanOrEqual(1)
    }
    for (const kind of ['met', 'in_time', 'incomplete', 'open', 'waived'] as const)
      expect([kind, plain.some((one) => one[kind] > 0)]).toEqual([kind, true])
  })

  test('tells late and extended ones apart, unit by unit', async () => {
    for (const period of [months[3], months[9]]) {
      if (!period) throw new Error('A year has twelve months')
      const { lines } = doneBy(await owedPeriodPage(officer(), { template: currentTemplate, period }))
      for (const line of lines) {
        const until = line.handedInOn ?? today
        const isLate = until > line.due && line.state !== 'waived'
        expect([periodKey(period), line.unitName, line.daysLate > 0]).toEqual([
          periodKey(period),
          line.unitName,
          isLate,
        ])
      }
      expect(lines.some(({ daysLate }) => daysLate > 0)).toBe(true)
    }
  })

  test('stands on the board unit by unit as plain SQL says it', async () => {
    const seen = new Set<string>()
    for (const period of months) {
      const asked = { template: currentTemplate, period }
      const { rows } = doneBy(await boardList(officer(), asked, { filter: 'all', words: '', order: 'name' }))
      const said = rows.map(({ unit, state, due, extendedUntil, daysLate }) => ({
        ...{ unit, state, due, is_extended: extendedUntil !== null, days_late: daysLate },
      }))
      expect(said.sort(byUnit)).toEqual(await boardInSql(period))
      for (const row of rows) seen.add(row.daysLate > 0 ? `${row.state} late` : row.state)
    }
    for (const state of ['not-begun late', 'draft late', 'returned late', 'accepted', 'accepted late', 'submitted'])
      expect(seen).toContain(state)
    expect(seen).toContain('waived')
  })

  test('a blank report, and one with cells missing, is handed in and not met', async () => {
    const seen = new Map<string, number>()
    for (const period of months) {
      const { rows, counts } = await wholeBoard(period)
      const parts = boardParts.reduce((sum, part) => sum + counts[part], 0)
      expect([period.to, parts]).toEqual([period.to, counts.all])
      for (const { cells } of rows.filter((row) => boardPartOf(row) === 'incomplete'))
        seen.set(`${cells?.answered}/${cells?.asked}`, (seen.get(`${cells?.answered}/${cells?.asked}`) ?? 0) + 1)
      const { lines } = doneBy(await owedPeriodPage(officer(), { template: currentTemplate, period }))
      const waived = lines.filter(({ state, handedInOn }) => state === 'waived' && handedInOn !== null)
      const incomplete = lines.filter(({ state }) => state === 'incomplete')
      expect([period.to, counts.incomplete]).toEqual([period.to, incomplete.length + waived.length])
    }
    expect([...seen.keys()].sort()).toEqual(['0/10', '6/10'])
  })

  test('sums only what was accepted, month by month', async () => {
    for (const period of months) {
      const page = doneBy(await provincePage(officer(), period))
      const line = page.lines.find(({ cell }) => cell.code === 'F01' && cell.dimension === '')
      const { sum, counted } = await sumInSql(period)
      expect([period.to, line && formatValue(line.figure.value, line.numeral), page.counted]).toEqual([
        period.to,
        formatted(sum),
        counted,
      ])
    }
  })

  test('prints those sums, whom they hold, and whom the closed period lacks', async () => {
    const period = months[4]
    if (!period) throw new Error('A year has twelve months')
    const { missing } = doneBy(await closingPage(officer(), period))
    const gaps = missing.map(({ unit }) => ({ unit: unit.unit, reason: 'Mưa lũ nhiều ngày' }))
    doneBy(await closePeriod(officer(), { period, note: '', gaps }))
    const wanted = { unit: world.province, template: currentTemplate, period }
    const id = doneBy(await beginReport(officer(), wanted))
    const { content, bodies } = doneBy(await printableReport(officer(), id))
    const { sum, counted } = await sumInSql(period)
    const line = content.lines.find(({ cell }) => cell.code === 'F01' && cell.dimension === '')
    expect(line && formatValue(line.figure.value, line.numeral)).toBe(formatted(sum))
    const list = content.unitList ?? []
    const [amended] = await database.asOwner<{ n: number }>(
      `select count(distinct r.id)::int as n from report r join amendment a on a.report_id = r.id and a.status = 'accepted'
       where r.province_id = $1 and r.period_to = $2`,
      [world.province, period.to],
    )
    expect([content.units, list.length]).toEqual([{ expected: 100, counted, amended: amended?.n }, 100])
    expect(list.filter((one) => one.amended === 1)).toHaveLength(amended?.n ?? 0)
    expect(list.filter(({ status }) => status === 'accepted')).toHaveLength(counted)
    expect(list.flatMap(({ name, gap }) => (gap ? [name] : [])).sort()).toEqual(
      missing.map(({ unit }) => unit.name).sort(),
    )
    const marks = { isDraft: true, isExample: false }
    const word = await wordsOf(await writeDocx(reportDocument(content, chosenBody(bodies, 'state'), null, marks)))
    expect(word).toContain(`cộng từ ${counted} trên 100 xã, phường`)
    expect(word).toContain(`Kỳ đã chốt, còn thiếu ${gaps.length} xã, phường: `)
    expect(word).toContain(formatted(sum))
    expect(word).toContain('Tổng gồm bản sửa đổi số 1 của ')
    for (const { name } of list) expect(word).toContain(name)
  })
})

async function wholeBoard(period: Period) {
  const view = { filter: 'all' as const, words: '', order: 'name' as const }
  const list = doneBy(await boardList(officer(), { template: currentTemplate, period }, view))
  return { rows: list.rows, counts: boardCounts(list.rows) }
}

type OnBoard = { unit: string; state: string; due: string; is_extended: boolean; days_late: number }
const byUnit = (one: { unit: string }, other: { unit: string }): number => (one.unit < other.unit ? -1 : 1)

/** Where every unit stands for one period, out of the tables alone. */
async function boardInSql({ from, to }: Period): Promise<OnBoard[]> {
  const rows = await database.asOwner<OnBoard>(
    `with one as (
       select o.unit_id, r.status, o.waived_for, e.until,
         coalesce(e.until, o.due) as due,
         (select (max(at) at time zone 'Asia/Ho_Chi_Minh')::date from report_event v where v.report_id = r.id and move = 'submit') as day
       from obligation o
       left join report r on r.unit_id = o.unit_id and r.period_from = o.period_from and r.period_to = o.period_to
       left join obligation_extension e on e.obligation_id = o.id and e.withdrawn_at is null
       where o.province_id = $1 and o.period_from = $2 and o.period_to = $3
         and exists (select from unit_version v where v.unit_id = o.unit_id and v.valid @> o.period_to))
     select unit_id as unit, due::text, until is not null as is_extended,
       case when status in ('submitted', 'accepted') then status when waived_for is not null then 'waived'
         else coalesce(status, 'not-begun') end as state,
       case when status in ('submitted', 'accepted') then greatest(0, day - due) when waived_for is not null then 0
         else greatest(0, $4::date - due) end as days_late
     from one`,
    [world.province, from, to, today],
  )
  return rows.sort(byUnit)
}

async function sumInSql({ from, to }: Period): Promise<{ sum: number; counted: number }> {
  const [row] = await database.asOwner<{ sum: number; counted: number }>(
    `select coalesce(sum(v.amount), 0)::int as sum, count(distinct r.id)::int as counted
     from report r left join figure_value v on v.set_id = r.id
     where r.province_id = $1 and r.period_from = $2 and r.period_to = $3 and r.status = 'accepted'
       and exists (select from unit_version one where one.unit_id = r.unit_id and one.valid @> r.period_to)`,
    [world.province, from, to],
  )
  if (!row) throw new Error('A sum is one row')
  return row
}

function formatted(sum: number): string {
  return String(sum).replace(/(?<=\d)(?=(\d{3})+$)/g, '.')
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const xml = (await entryNamed(Buffer.from(bytes), 'word/document.xml'))?.toString('utf8') ?? ''
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, one]) => one).join('')
  return words.replaceAll('\u00a0', ' ')
}
