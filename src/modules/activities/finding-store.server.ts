import type { Id } from '#kernel/ids.ts'
import { newId } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Finding, FindingEntry, FindingId, FindingMove, FindingState, Severity } from './finding.ts'
import type { VisitId } from './visit.ts'

export const findingColumns = [
  ...(['finding.id', 'finding.province_id', 'finding.visit_id', 'finding.unit_id', 'finding.owner_unit_id'] as const),
  ...(['finding.owner_name', 'finding.said', 'finding.severity', 'finding.raised_on', 'finding.due_on'] as const),
  ...(['finding.state', 'finding.closed_on', 'finding.void_reason', 'finding.version'] as const),
] as const

export type FindingRow = {
  id: string
  province_id: string
  visit_id: string
  unit_id: string
  owner_unit_id: string | null
  owner_name: string
  said: string
  severity: string
  raised_on: string
  due_on: string | null
  state: string
  closed_on: string | null
  void_reason: string | null
  version: number
}

// The checks of finding hold severity and state to the known words.
export function readFinding(row: FindingRow): Finding {
  return {
    id: row.id as FindingId,
    visit: row.visit_id as VisitId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    owner: { unit: row.owner_unit_id as Id<'Unit'> | null, name: row.owner_name },
    said: row.said,
    severity: row.severity as Severity,
    raisedOn: localDate(row.raised_on),
    dueOn: row.due_on === null ? null : localDate(row.due_on),
    state: row.state as FindingState,
    closedOn: row.closed_on === null ? null : localDate(row.closed_on),
    voidReason: row.void_reason,
    version: row.version,
  }
}

/** All that a visit found and that the reader's scope shows, oldest first; what was taken out too. */
export async function findingsOf(tx: Tx, visit: { province: Id<'Unit'>; id: VisitId }): Promise<Finding[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('province_id', '=', visit.province)
    .where('visit_id', '=', visit.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(readFinding)
}

export async function findFinding(tx: Tx, province: Id<'Unit'>, id: FindingId): Promise<Finding | null> {
  const row = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readFinding(row) : null
}

// FOR UPDATE: an answer and the closing of the same finding must not pass each other.
export async function lockFinding(tx: Tx, province: Id<'Unit'>, id: FindingId): Promise<Finding | null> {
  const row = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readFinding(row) : null
}

/** Answers whether the row is new. */
export async function insertFinding(
  tx: Tx,
  visit: { province: Id<'Unit'>; unit: Id<'Unit'>; id: VisitId },
  id: FindingId,
  entry: FindingEntry & { raisedOn: LocalDate },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('finding')
    .values({
      province_id: visit.province,
      id,
      visit_id: visit.id,
      unit_id: visit.unit,
      owner_unit_id: entry.owner.unit,
      owner_name: entry.owner.name,
      said: entry.said,
      severity: entry.severity,
      raised_on: entry.raisedOn,
      due_on: entry.dueOn,
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What of a finding may change after it was raised: its words and due day, how far it is, that it does not count. */
export type FindingChange =
  | Pick<FindingEntry, 'said' | 'severity' | 'dueOn'>
  | { state: FindingState; closedOn: LocalDate | null }
  | { voidReason: string }

export async function saveFinding(tx: Tx, finding: Finding, change: FindingChange, at: Date): Promise<void> {
  const set =
    'said' in change
      ? { said: change.said, severity: change.severity, due_on: change.dueOn }
      : 'state' in change
        ? { state: change.state, closed_on: change.closedOn }
        : { void_reason: change.voidReason }
  await tx
    .updateTable('finding')
    .set({ ...set, version: finding.version + 1, changed_at: at })
    .where('province_id', '=', finding.province)
    .where('id', '=', finding.id)
    .execute()
}

/** Writes down one step of a finding, where both sides read it. */
export async function addStep(
  tx: Tx,
  finding: Pick<Finding, 'province' | 'id' | 'unit' | 'owner' | 'version'>,
  step: { move: FindingMove | 'raise' | 'correct'; on: LocalDate; said: string },
  by: { actor: Pick<Actor, 'unit'> & { account: Actor['account'] | null }; at: Date },
): Promise<void> {
  await tx
    .insertInto('finding_move')
    .values({
      province_id: finding.province,
      id: newId<'FindingStep'>(by.at),
      finding_id: finding.id,
      n: step.move === 'raise' ? 1 : finding.version + 1,
      unit_id: by.actor.unit,
      visitor_unit_id: finding.unit,
      owner_unit_id: finding.owner.unit,
      move: step.move,
      on_day: step.on,
      said: step.said,
      account_id: by.actor.account,
      at: by.at,
    })
    .execute()
}

/** Whether something that shows the mending stands beside a finding. */
export async function hasEvidence(tx: Tx, finding: Pick<Finding, 'province' | 'id'>): Promise<boolean> {
  const row = await tx
    .selectFrom('activity_file')
    .select('id')
    .where('province_id', '=', finding.province)
    .where('record_kind', '=', 'finding')
    .where('record_id', '=', finding.id)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
