import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { ChangeRange } from '#modules/figures/commands.server.ts'
import type { EntryStep } from './entry-step.ts'
import type { Report } from './report.ts'

const stepColumns = [
  'n',
  'first_change as firstChange',
  'last_change as lastChange',
  'written_through as writtenThrough',
  'standing',
] as const

/** How many steps back an officer can go; the ones before stay in the history of each cell. */
const stepsKept = 200

/** Appends what an officer just saved to the steps they may undo; what they had undone can no longer be redone. */
export async function saveStep(
  tx: Tx,
  report: Report,
  account: Id<'Account'>,
  changes: ChangeRange,
  at: Date,
): Promise<void> {
  const ofReport = sql<boolean>`province_id = ${report.province} and report_id = ${report.id}`
  await tx
    .with('dropped', (query) =>
      query
        .updateTable('entry_step')
        .set({ standing: 'dropped' })
        .where(ofReport)
        .where('account_id', '=', account)
        .where('standing', '=', 'undone'),
    )
    .insertInto('entry_step')
    .values({
      province_id: report.province,
      report_id: report.id,
      // The report is locked: nobody else takes this number.
      n: sql<number>`(select coalesce(max(n), 0) + 1 from entry_step where ${ofReport})`,
      unit_id: report.unit,
      account_id: account,
      stretch: sql<number>`(select coalesce(max(n), 0) from report_event where ${ofReport})`,
      first_change: changes.first,
      last_change: changes.last,
      written_through: changes.last,
      standing: 'done',
      at,
    })
    .execute()
}

/**
 * The steps an officer may walk along now, in the order in which they would be taken: to undo the newest first, to redo the
 * oldest. Only those since the report was last moved: what a reviewer has read is not taken back by a key.
 */
export async function stepsOf(
  tx: Tx,
  report: Report,
  account: Id<'Account'>,
  standing: 'done' | 'undone',
): Promise<EntryStep[]> {
  const rows = await tx
    .selectFrom('entry_step')
    .select(stepColumns)
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('account_id', '=', account)
    .where('stretch', '=', await stretchOf(tx, report))
    .where('standing', '=', standing)
    .orderBy('n', standing === 'done' ? 'desc' : 'asc')
    .limit(stepsKept)
    .execute()
  // The check entry_step_standing_is_known holds the word.
  return rows.map((row) => ({ ...row, standing: row.standing as EntryStep['standing'] }))
}

/** Notes that a step was undone or done again by the changes just written. */
export async function turnStep(
  tx: Tx,
  report: Report,
  step: EntryStep,
  turned: { standing: 'done' | 'undone'; through: number },
): Promise<void> {
  await tx
    .updateTable('entry_step')
    .set({ standing: turned.standing, written_through: turned.through })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', step.n)
    .execute()
}

async function stretchOf(tx: Tx, report: Report): Promise<number> {
  const row = await tx
    .selectFrom('report_event')
    .select(({ fn }) => fn.max('n').as('n'))
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  return row.n ?? 0
}

/** Somebody who has a report open, and the cell they stand in. */
export type PresenceRow = { account: Id<'Account'>; cell: string; at: Date }

export async function presencesOf(tx: Tx, report: Report, since: Date): Promise<PresenceRow[]> {
  const rows = await tx
    .selectFrom('report_presence')
    .select(['account_id as account', 'cell', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('at', '>=', since)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ ...row, account: row.account as Id<'Account'> }))
}

export async function savePresence(
  tx: Tx,
  report: Report,
  account: Id<'Account'>,
  seen: { cell: string; at: Date; forgetBefore: Date },
): Promise<void> {
  await tx
    .insertInto('report_presence')
    .values({
      province_id: report.province,
      report_id: report.id,
      account_id: account,
      unit_id: report.unit,
      cell: seen.cell,
      at: seen.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['province_id', 'report_id', 'account_id'])
        .doUpdateSet((eb) => ({ cell: eb.ref('excluded.cell'), at: eb.ref('excluded.at') })),
    )
    .execute()
  await tx
    .deleteFrom('report_presence')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('at', '<', seen.forgetBefore)
    .execute()
}
