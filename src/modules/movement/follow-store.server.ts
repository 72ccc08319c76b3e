import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { FollowEntry, FollowKind, FollowUp, FollowUpId, Giver } from './follow.ts'
import type { InitiativeId } from './initiative.ts'
import type { InitiativeOwner } from './policy.ts'

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function rowsOf(tx: Tx, province: Id<'Unit'>, initiative: InitiativeId) {
  return tx
    .selectFrom('follow_up')
    .selectAll()
    .where('province_id', '=', province)
    .where('initiative_id', '=', initiative)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
}

/** Every line of an initiative, also those that no longer count, by their days. */
export async function followUpsOf(tx: Tx, province: Id<'Unit'>, initiative: InitiativeId): Promise<FollowUp[]> {
  return (await rowsOf(tx, province, initiative)).map(readFollowUp)
}

function readFollowUp(row: Row): FollowUp {
  return {
    id: row.id as FollowUpId,
    initiative: row.initiative_id as InitiativeId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    entry: entryOf(row),
    voidReason: row.void_reason,
    version: row.version,
    changedAt: row.changed_at,
    by: row.person_name,
  }
}

// The checks of follow_up hold each kind to the columns that it has.
function entryOf(row: Row): FollowEntry {
  const kind = row.kind as FollowKind
  const head = { onDay: localDate(row.on_day), text: row.text }
  const doneOn = row.done_on === null ? null : localDate(row.done_on)
  const amount = row.amount === null ? null : quantity(row.amount)
  switch (kind) {
    case 'milestone':
      return { kind, ...head, doneOn }
    case 'note':
      return { kind, ...head }
    case 'output':
      return {
        kind,
        ...head,
        measure: row.measure,
        planned: known(row.planned),
        reached: reachedOf(amount, doneOn, row),
      }
    case 'households':
      return { kind, ...head, amount: known(row.amount) }
    default:
      return { kind, ...head, amount: known(row.amount), giver: row.giver as Giver }
  }
}

function reachedOf(amount: Quantity | null, on: ReturnType<typeof localDate> | null, { evidence }: Row) {
  return amount === null || on === null ? null : { amount, on, evidence }
}

function known(text: string | null): Quantity {
  if (text === null) throw new Error('follow_up holds a line without the amount of its kind')
  return quantity(text)
}

function written(entry: FollowEntry) {
  const amount = 'amount' in entry ? entry.amount : entry.kind === 'output' ? (entry.reached?.amount ?? null) : null
  return {
    kind: entry.kind,
    on_day: entry.onDay,
    text: entry.text,
    done_on: entry.kind === 'milestone' ? entry.doneOn : entry.kind === 'output' ? (entry.reached?.on ?? null) : null,
    measure: entry.kind === 'output' ? entry.measure : '',
    planned: entry.kind === 'output' ? toDecimalText(entry.planned) : null,
    amount: amount === null ? null : toDecimalText(amount),
    evidence: entry.kind === 'output' ? (entry.reached?.evidence ?? '') : '',
    giver: 'giver' in entry ? entry.giver : null,
  }
}

/** Answers whether the line is new; one with this id that stands already is left as it is. */
export async function insertFollowUp(
  tx: Tx,
  of: InitiativeOwner & { initiative: InitiativeId; id: FollowUpId },
  entry: FollowEntry,
  by: { actor: Pick<Actor, 'name'> & { account: Actor['account'] | null }; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('follow_up')
    .values({
      ...{ province_id: of.province, id: of.id, initiative_id: of.initiative, unit_id: of.unit },
      ...written(entry),
      ...{ created_at: by.at, changed_at: by.at, account_id: by.actor.account, person_name: by.actor.name },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

// FOR UPDATE: two officers correcting the same line must not both believe that theirs stands.
export async function lockFollowUp(tx: Tx, province: Id<'Unit'>, id: FollowUpId): Promise<FollowUp | null> {
  const row = await tx
    .selectFrom('follow_up')
    .selectAll()
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readFollowUp(row) : null
}

/** Keeps what the line said, then writes a correction or the reason why it no longer counts, as its next version. */
export async function saveFollowUp(
  tx: Tx,
  line: FollowUp,
  change: FollowEntry | { voidReason: string },
  by: { actor: Actor; at: Date },
): Promise<void> {
  await tx
    .insertInto('follow_up_past')
    .columns(['province_id', 'follow_id', 'version', 'unit_id', 'was', 'changed_at', 'account_id', 'person_name'])
    .expression((from) =>
      from
        .selectFrom('follow_up')
        .select(['province_id', 'id', 'version', 'unit_id', sql<string>`to_jsonb(follow_up)`.as('was')])
        .select(['changed_at', 'account_id', 'person_name'])
        .where('province_id', '=', line.province)
        .where('id', '=', line.id),
    )
    .execute()
  await tx
    .updateTable('follow_up')
    .set({
      ...('voidReason' in change ? { void_reason: change.voidReason } : written(change)),
      ...{ version: line.version + 1, changed_at: by.at, account_id: by.actor.account, person_name: by.actor.name },
    })
    .where('province_id', '=', line.province)
    .where('id', '=', line.id)
    .execute()
}

/** What a line said before, oldest first, by line. */
export async function pastOf(
  tx: Tx,
  province: Id<'Unit'>,
  lines: readonly FollowUpId[],
): Promise<Map<FollowUpId, FollowUp[]>> {
  if (lines.length === 0) return new Map()
  const rows = await tx
    .selectFrom('follow_up_past')
    .select(['follow_id', 'was', 'changed_at'])
    .where('province_id', '=', province)
    .where('follow_id', 'in', [...lines])
    .orderBy('version')
    .execute()
  const past = rows.map((row) => readFollowUp({ ...(row.was as Row), changed_at: row.changed_at }))
  return Map.groupBy(past, (line) => line.id)
}
