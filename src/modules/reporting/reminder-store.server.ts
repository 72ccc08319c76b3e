import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import { localDate } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { BoardAsked } from './board.ts'
import type { ReminderLadder, ReminderLine, Rung, SendingId } from './reminder.ts'

/** Two who remind of one period at once go one after the other, and the second sees whom the first reminded. */
export async function lockReminders(tx: Tx, province: UnitId, { template, period }: BoardAsked): Promise<void> {
  const key = `reminders|${province}|${template}|${periodKey(period)}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

type Sending = { id: SendingId; words: string; account: string | null; person: string; at: Date }

/** Keeps who is reminded of what; a unit that somebody else reminds at the same moment is left out. */
export async function saveReminders(
  tx: Tx,
  province: UnitId,
  { template, period }: BoardAsked,
  lines: readonly ReminderLine[],
  sending: Sending,
): Promise<void> {
  const before = await tx
    .selectFrom('report_reminder')
    .select((eb) => ['unit_id', eb.fn.max('n').as('n')])
    .where('province_id', '=', province)
    .where('template_code', '=', template)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .groupBy('unit_id')
    .execute()
  const counts = new Map(before.map((row) => [row.unit_id, row.n]))
  await tx
    .insertInto('report_reminder')
    .values(
      lines.map((line) => ({
        province_id: province,
        unit_id: line.unit,
        template_code: template,
        period_from: period.from,
        period_to: period.to,
        n: (counts.get(line.unit) ?? 0) + 1,
        sending_id: sending.id,
        due_on: line.due,
        rung: line.rung,
        to_leaders: line.leaders,
        words: sending.words,
        account_id: sending.account,
        person_name: sending.person,
        at: sending.at,
      })),
    )
    .execute()
}

/** One sending as its news is written from it. */
export type SentLine = {
  unit: UnitId
  from: LocalDate
  to: LocalDate
  due: LocalDate
  leaders: boolean
  words: string
  template: string
}

export async function sendingOf(tx: Tx, province: UnitId, id: SendingId): Promise<SentLine[]> {
  const rows = await tx
    .selectFrom('report_reminder')
    .select(['unit_id', 'template_code', 'period_from', 'period_to', 'due_on', 'to_leaders', 'words'])
    .where('province_id', '=', province)
    .where('sending_id', '=', id)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({
    unit: row.unit_id as UnitId,
    from: localDate(row.period_from),
    to: localDate(row.period_to),
    due: localDate(row.due_on),
    leaders: row.to_leaders,
    words: row.words,
    template: row.template_code,
  }))
}

/** The furthest step of the ladder by which each unit was reminded of a period. */
export async function furthestRungs(
  tx: Tx,
  province: UnitId,
  { template, period }: BoardAsked,
): Promise<Map<UnitId, number>> {
  const rows = await tx
    .selectFrom('report_reminder')
    .select((eb) => ['unit_id', eb.fn.max('rung').as('rung')])
    .where('province_id', '=', province)
    .where('template_code', '=', template)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('rung', 'is not', null)
    .groupBy('unit_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.rung === null ? [] : [[row.unit_id as UnitId, row.rung] as const])))
}

/** The ladder as it stands; null where the province never set one. FOR UPDATE when it is about to be set. */
export async function ladderOf(
  tx: Tx,
  province: UnitId,
  lock: 'read' | 'lock' = 'read',
): Promise<ReminderLadder | null> {
  const row = await tx
    .selectFrom('reminder_ladder')
    .select(['is_on', 'rungs', 'version'])
    .where('province_id', '=', province)
    .$if(lock === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  // Written by saveLadder and by nothing else.
  return row ? { isOn: row.is_on, rungs: row.rungs as Rung[], version: row.version } : null
}

/** True when it was saved; false when another was saved first. */
export async function saveLadder(
  tx: Tx,
  province: UnitId,
  ladder: { isOn: boolean; rungs: readonly Rung[] },
  was: ReminderLadder | null,
  now: Date,
): Promise<boolean> {
  const values = { is_on: ladder.isOn, rungs: JSON.stringify(ladder.rungs), changed_at: now }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reminder_ladder')
    .values({ province_id: province, ...values, version: 1 })
    .onConflict((conflict) =>
      was
        ? conflict.column('province_id').doUpdateSet({ ...values, version: was.version + 1 })
        : conflict.column('province_id').doNothing(),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
