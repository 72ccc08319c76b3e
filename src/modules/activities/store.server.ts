import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Dialogue, DialogueEntry, DialogueId } from './dialogue.ts'

export const dialogueColumns = [
  'id',
  'province_id',
  'unit_id',
  'held_on',
  'subject',
  'place',
  'is_thematic',
  'attendances',
  'opinions',
  'void_reason',
  'version',
  'changed_at',
] as const

export type DialogueRow = {
  id: string
  province_id: string
  unit_id: string
  held_on: string
  subject: string
  place: string
  is_thematic: boolean
  attendances: number | null
  opinions: number | null
  void_reason: string | null
  version: number
  changed_at: Date
}

export function readDialogue(row: DialogueRow): Dialogue {
  return {
    id: row.id as DialogueId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    heldOn: localDate(row.held_on),
    subject: row.subject,
    place: row.place,
    isThematic: row.is_thematic,
    attendances: row.attendances,
    opinions: row.opinions,
    voidReason: row.void_reason,
    version: row.version,
    changedAt: row.changed_at,
  }
}

function written(entry: DialogueEntry) {
  return {
    held_on: entry.heldOn,
    subject: entry.subject,
    place: entry.place,
    is_thematic: entry.isThematic,
    attendances: entry.attendances,
    opinions: entry.opinions,
  }
}

/** Answers whether the row is new; a row with this id that stands already is left as it is. */
export async function insertDialogue(
  tx: Tx,
  owner: { province: Id<'Unit'>; unit: Id<'Unit'>; id: DialogueId },
  entry: DialogueEntry,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('dialogue')
    .values({
      province_id: owner.province,
      id: owner.id,
      unit_id: owner.unit,
      ...written(entry),
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

// FOR UPDATE: two officers correcting the same meeting must not both believe that theirs stands.
export async function lockDialogue(tx: Tx, province: Id<'Unit'>, id: DialogueId): Promise<Dialogue | null> {
  const row = await tx
    .selectFrom('dialogue')
    .select(dialogueColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readDialogue(row) : null
}

/** Writes a correction, or the reason why a row no longer counts, as the next version. */
export async function saveDialogue(
  tx: Tx,
  dialogue: Dialogue,
  change: DialogueEntry | { voidReason: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('dialogue')
    .set({
      ...('voidReason' in change ? { void_reason: change.voidReason } : written(change)),
      version: dialogue.version + 1,
      changed_at: at,
    })
    .where('province_id', '=', dialogue.province)
    .where('id', '=', dialogue.id)
    .execute()
}
