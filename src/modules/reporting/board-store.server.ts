import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { daysLateOf, type BoardAsked, type BoardDue, type BoardRow, type BoardState } from './board.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { timingOf, type Timing } from './obligation.ts'
import type { ReportId, Template } from './report.ts'
import type { ReportStatus } from './lifecycle.ts'

export type Whole = { rows: BoardRow[]; timing: Timing }

/** Every commune expected for a period with where it stands, by name: two questions, however many communes there are. */
export async function boardRows(
  tx: Tx,
  province: UnitId,
  template: Template,
  period: Period,
  today: LocalDate,
): Promise<Whole> {
  const asked = { template: template.code, period }
  const communes = await communesInForce(tx, province, period.to)
  const timing = timingOf(period, template.daysToSubmit, today, await dueCalendar(tx, province, [period], today))
  const facts = new Map((await factsOf(tx, province, asked)).map((row) => [row.unit_id, row]))
  const due: BoardDue = { due: timing.due, extendedUntil: null, waivedFor: null }
  return { timing, rows: communes.map((unit) => rowOf(unit, facts.get(unit.unit), due, today)) }
}

type Facts = {
  unit_id: string
  id: string | null
  version: number | null
  status: string | null
  handed_in: Date | null
  questions: number | null
  asking: number | null
  times: number | null
  reminded_at: Date | null
}

function rowOf(unit: UnitVersion, facts: Facts | undefined, owed: BoardDue, today: LocalDate): BoardRow {
  const none = owed.waivedFor === null ? 'not-begun' : 'waived'
  // The checks of report hold its status to the known words.
  const state: BoardState = (facts?.status as ReportStatus | null | undefined) ?? none
  const isIn = state === 'submitted' || state === 'accepted' || state === 'published'
  const handedInOn = isIn && facts?.handed_in ? dayInVietnam(facts.handed_in) : null
  return {
    ...{ ...owed, unit: unit.unit, code: unit.code, name: unit.name, state, handedInOn },
    report: (facts?.id as ReportId | null | undefined) ?? null,
    version: facts?.version ?? 0,
    daysLate: daysLateOf(state, owed.due, handedInOn, today),
    asking: isIn ? (facts?.asking ?? 0) : null,
    openQuestions: facts?.questions ?? 0,
    reminded: facts?.times && facts.reminded_at ? { times: facts.times, at: facts.reminded_at } : null,
  }
}

/** What is known of each unit that has a report of the period or was reminded of it. */
async function factsOf(tx: Tx, province: UnitId, { template, period }: BoardAsked): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with here as materialized (
      select id, unit_id, version, status from report
      where province_id = ${province} and period_from = ${period.from} and period_to = ${period.to}
        and origin = 'entered'
        and template_version in (select id from template_version where template_code = ${template})
    ), handed_in as (
      select event.report_id, max(event.at) as at from report_event event join here on here.id = event.report_id
      where event.province_id = ${province} and event.move = 'submit' group by event.report_id
    ), asked as (
      select question.report_id, count(*)::int as n from report_question question join here on here.id = question.report_id
      where question.province_id = ${province} and question.status = 'open' group by question.report_id
    ), newest as (
      select distinct on (copy.report_id) copy.report_id, copy.asking
      from report_copy copy join here on here.id = copy.report_id
      where copy.province_id = ${province} order by copy.report_id, copy.n desc
    ), reminded as (
      select unit_id, count(*)::int as times, max(at) as at from report_reminder
      where province_id = ${province} and template_code = ${template}
        and period_from = ${period.from} and period_to = ${period.to}
      group by unit_id
    )
    select coalesce(here.unit_id, reminded.unit_id) as unit_id, here.id, here.version, here.status,
      handed_in.at as handed_in, asked.n as questions, newest.asking, reminded.times, reminded.at as reminded_at
    from here
    left join handed_in on handed_in.report_id = here.id
    left join asked on asked.report_id = here.id
    left join newest on newest.report_id = here.id
    full join reminded on reminded.unit_id = here.unit_id`.execute(tx)
  return rows
}
