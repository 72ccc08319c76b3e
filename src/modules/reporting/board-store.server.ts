import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { boardStateOf, daysLateOf, isHandedIn, type BoardAsked, type BoardDue, type BoardRow } from './board.ts'
import { everyCell, type Completeness } from './completeness.ts'
import { handedInAt } from './handed-in.server.ts'
import type { ReportStatus } from './lifecycle.ts'
import type { Timing } from './obligation.ts'
import { obligationsOf, type Obligation } from './obligation-queries.server.ts'
import { periodTiming } from './period-timing.server.ts'
import type { ReportId, Template } from './report.ts'

export type Whole = { rows: BoardRow[]; timing: Timing }

/**
 * Every commune in force at the end of a period with what it owes and where it stands, by name: the same few questions, however
 * many communes there are. What is owed must have been written down (keepObligations).
 */
export async function boardRows(
  tx: Tx,
  province: UnitId,
  template: Template,
  period: Period,
  today: LocalDate,
): Promise<Whole> {
  const asked = { template: template.code, period }
  const communes = await communesInForce(tx, province, period.to)
  const { timing, rule } = await periodTiming(tx, province, { template, period, level: 'commune' }, today)
  const owed = await owedBy(tx, province, asked)
  const facts = new Map((await factsOf(tx, province, asked)).map((row) => [row.unit_id, row]))
  // What runs is owed by nobody yet: the rule says that it will be.
  const unwritten: BoardDue = {
    ...{ due: timing.due, extendedUntil: null, waivedFor: null, least: rule?.least ?? everyCell },
    isOwed: period.to >= today && rule !== null,
  }
  const rows = communes.map((unit) => rowOf(unit, facts.get(unit.unit), owed.get(unit.unit) ?? unwritten, today))
  return { timing, rows }
}

async function owedBy(tx: Tx, province: UnitId, { template, period }: BoardAsked): Promise<Map<UnitId, BoardDue>> {
  const owed = await obligationsOf(tx, { province, template, from: period.to, to: period.to })
  return new Map(owed.filter((one) => one.period.from === period.from).map((one) => [one.unit, boardDueOf(one)]))
}

/** An obligation as the board tells it. */
export function boardDueOf({ due, extendedUntil, waivedFor, least }: Obligation): BoardDue {
  return { due, extendedUntil, waivedFor, isOwed: waivedFor === null, least }
}

type Facts = {
  unit_id: string
  id: string | null
  version: number | null
  status: string | null
  handed_in: Date | null
  questions: number | null
  asking: number | null
  answered: number | null
  cells: number | null
  times: number | null
  reminded_at: Date | null
}

function rowOf(unit: UnitVersion, facts: Facts | undefined, owed: BoardDue, today: LocalDate): BoardRow {
  // The checks of report hold its status to the known words.
  const state = boardStateOf((facts?.status ?? null) as ReportStatus | null, owed)
  const isIn = isHandedIn({ state })
  const handedInOn = isIn && facts?.handed_in ? dayInVietnam(facts.handed_in) : null
  return {
    ...{ ...owed, unit: unit.unit, code: unit.code, name: unit.name, state, handedInOn },
    report: (facts?.id as ReportId | null | undefined) ?? null,
    version: facts?.version ?? 0,
    daysLate: daysLateOf({ ...owed, state }, handedInOn, today),
    asking: isIn ? (facts?.asking ?? 0) : null,
    cells: isIn ? cellsIn(facts, owed.least) : null,
    openQuestions: facts?.questions ?? 0,
    reminded: facts?.times && facts.reminded_at ? { times: facts.times, at: facts.reminded_at } : null,
  }
}

function cellsIn(facts: Facts | undefined, least: number): Completeness | null {
  const [answered, asked] = [facts?.answered ?? null, facts?.cells ?? null]
  return answered === null || asked === null ? null : { answered, asked, least }
}

/** What is known of each unit that has a report of the period or was reminded of it. */
async function factsOf(tx: Tx, province: UnitId, { template, period }: BoardAsked): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with here as materialized (
      select province_id, id, unit_id, version, status from report
      where province_id = ${province} and period_from = ${period.from} and period_to = ${period.to}
        and origin = 'entered'
        and template_version in (select id from template_version where template_code = ${template})
    ), asked as (
      select question.report_id, count(*)::int as n from report_question question join here on here.id = question.report_id
      where question.province_id = ${province} and question.status = 'open' group by question.report_id
    ), newest as (
      select distinct on (copy.report_id) copy.report_id, copy.asking, copy.cells_answered, copy.cells_asked
      from report_copy copy join here on here.id = copy.report_id
      where copy.province_id = ${province} order by copy.report_id, copy.n desc
    ), reminded as (
      select unit_id, count(*)::int as times, max(at) as at from report_reminder
      where province_id = ${province} and template_code = ${template}
        and period_from = ${period.from} and period_to = ${period.to}
      group by unit_id
    )
    select coalesce(here.unit_id, reminded.unit_id) as unit_id, here.id, here.version, here.status,
      ${handedInAt('here')} as handed_in, asked.n as questions, newest.asking,
      newest.cells_answered as answered, newest.cells_asked as cells, reminded.times, reminded.at as reminded_at
    from here
    left join asked on asked.report_id = here.id
    left join newest on newest.report_id = here.id
    full join reminded on reminded.unit_id = here.unit_id`.execute(tx)
  return rows
}
