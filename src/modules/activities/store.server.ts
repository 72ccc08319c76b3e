import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Dialogue, DialogueEntry, DialogueId, DialoguePlan, DialogueSession, MinutesEntry } from './dialogue.ts'
import type { DialogueState } from './dialogue-life.ts'

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
  'state',
  'starts_at',
  'chaired_by',
  'invited',
  'announcement',
  'questions_until',
  'conclusion',
  'cancel_reason',
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
  state: string
  starts_at: string
  chaired_by: string
  invited: string
  announcement: string
  questions_until: string | null
  conclusion: string
  cancel_reason: string | null
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
    // The check dialogue_state_is_known holds the word.
    state: row.state as DialogueState,
    startsAt: row.starts_at,
    chairedBy: row.chaired_by,
    invited: row.invited,
    announcement: row.announcement,
    questionsUntil: row.questions_until === null ? null : localDate(row.questions_until),
    conclusion: row.conclusion,
    cancelReason: row.cancel_reason,
    voidReason: row.void_reason,
    version: row.version,
    changedAt: row.changed_at,
  }
}

type Owner = { province: Id<'Unit'>; unit: Id<'Unit'>; id: DialogueId }

/** What may change in a row; what is left out stays. */
export type DialogueChange = Partial<
  DialogueEntry & Omit<DialoguePlan, 'sessions'> & MinutesEntry & { state: DialogueState }
> & { cancelReason?: string; voidReason?: string }

function written(change: DialogueChange) {
  const columns = {
    held_on: change.heldOn,
    subject: change.subject,
    place: change.place,
    is_thematic: change.isThematic,
    attendances: change.attendances,
    opinions: change.opinions,
    state: change.state,
    starts_at: change.startsAt,
    chaired_by: change.chairedBy,
    invited: change.invited,
    announcement: change.announcement,
    questions_until: change.questionsUntil,
    conclusion: change.conclusion,
    cancel_reason: change.cancelReason,
    void_reason: change.voidReason,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<
    typeof columns
  >
}

/** Answers whether the row is new; a row with this id that stands already is left as it is. */
export async function insertDialogue(
  tx: Tx,
  owner: Owner,
  entry: DialogueEntry | Omit<DialoguePlan, 'sessions'>,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('dialogue')
    .values({
      ...written('questionsUntil' in entry ? { ...entry, state: 'planned' } : entry),
      held_on: entry.heldOn,
      subject: entry.subject,
      is_thematic: entry.isThematic,
      province_id: owner.province,
      id: owner.id,
      unit_id: owner.unit,
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

export async function findDialogue(tx: Tx, province: Id<'Unit'>, id: DialogueId): Promise<Dialogue | null> {
  const row = await tx
    .selectFrom('dialogue')
    .select(dialogueColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readDialogue(row) : null
}

/** Writes a change as the next version and answers the row as it stands then. */
export async function saveDialogue(tx: Tx, dialogue: Dialogue, change: DialogueChange, at: Date): Promise<Dialogue> {
  const row = await tx
    .updateTable('dialogue')
    .set({ ...written(change), version: dialogue.version + 1, changed_at: at })
    .where('province_id', '=', dialogue.province)
    .where('id', '=', dialogue.id)
    .returning(dialogueColumns)
    .executeTakeFirstOrThrow()
  return readDialogue(row)
}

/** The times and places after the first. */
export async function sessionsOf(
  tx: Tx,
  { province, id }: Pick<Dialogue, 'province' | 'id'>,
): Promise<DialogueSession[]> {
  const rows = await tx
    .selectFrom('dialogue_session')
    .select(['on_day', 'starts_at', 'place'])
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .orderBy('n')
    .execute()
  return rows.map((row) => ({ day: localDate(row.on_day), startsAt: row.starts_at, place: row.place }))
}

export async function replaceSessions(tx: Tx, owner: Owner, sessions: readonly DialogueSession[]): Promise<void> {
  await tx
    .deleteFrom('dialogue_session')
    .where('province_id', '=', owner.province)
    .where('dialogue_id', '=', owner.id)
    .execute()
  if (sessions.length === 0) return
  await tx
    .insertInto('dialogue_session')
    .values(
      sessions.map((session, index) => ({
        province_id: owner.province,
        dialogue_id: owner.id,
        unit_id: owner.unit,
        n: index + 2,
        on_day: session.day,
        starts_at: session.startsAt,
        place: session.place,
      })),
    )
    .execute()
}
