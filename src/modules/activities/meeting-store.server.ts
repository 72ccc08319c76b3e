import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { searchText } from '#platform/search-text.ts'
import { readMeetingFacts, type MeetingFactsRow } from './meeting-facts.server.ts'
import type { Meeting, MeetingEntry, MeetingFacts, MeetingId, Speech } from './meeting.ts'
import type { RegisterOwner } from './policy.ts'

/** With the code of a helped unit: a fact names it by that. */
export function meetingRows(tx: Tx) {
  return tx
    .selectFrom('meeting')
    .select([
      ...(['meeting.id', 'meeting.province_id', 'meeting.unit_id', 'meeting.kind', 'meeting.held_on'] as const),
      ...(['meeting.until_on', 'meeting.subject', 'meeting.organiser', 'meeting.place', 'meeting.document'] as const),
      ...(['meeting.agenda', 'meeting.conclusions', 'meeting.attendances', 'meeting.opinions'] as const),
      ...(['meeting.answered', 'meeting.training_kind', 'meeting.classes', 'meeting.is_for_staff'] as const),
      ...(['meeting.congress_of', 'meeting.delegates_of', 'meeting.session', 'meeting.helper'] as const),
      ...(['meeting.helped_unit_id', 'meeting.helped_place', 'meeting.is_mountain', 'meeting.result'] as const),
      ...(['meeting.void_reason', 'meeting.version', 'meeting.changed_at'] as const),
      (eb) =>
        eb.selectFrom('unit').select('unit.code').whereRef('unit.id', '=', 'meeting.helped_unit_id').as('helped_code'),
    ])
}

export type MeetingRow = MeetingFactsRow & {
  id: string
  province_id: string
  unit_id: string
  held_on: string
  subject: string
  organiser: string
  place: string
  void_reason: string | null
  version: number
  changed_at: Date
}

export function readMeeting(row: MeetingRow, speeches: readonly Speech[]): Meeting {
  return {
    id: row.id as MeetingId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    heldOn: localDate(row.held_on),
    subject: row.subject,
    organiser: row.organiser,
    place: row.place,
    facts: readMeetingFacts(row, speeches),
    voidReason: row.void_reason,
    version: row.version,
    changedAt: row.changed_at,
  }
}

export async function findMeeting(tx: Tx, province: Id<'Unit'>, id: MeetingId): Promise<Meeting | null> {
  const row = await meetingRows(tx)
    .where('meeting.province_id', '=', province)
    .where('meeting.id', '=', id)
    .executeTakeFirst()
  return row ? readMeeting(row, await speechesOf(tx, province, id)) : null
}

// FOR UPDATE: two officers correcting the same meeting must not both believe that theirs stands.
export async function lockMeeting(tx: Tx, province: Id<'Unit'>, id: MeetingId): Promise<Meeting | null> {
  const row = await meetingRows(tx)
    .where('meeting.province_id', '=', province)
    .where('meeting.id', '=', id)
    .forUpdate('meeting')
    .executeTakeFirst()
  return row ? readMeeting(row, await speechesOf(tx, province, id)) : null
}

async function speechesOf(tx: Tx, province: Id<'Unit'>, id: MeetingId): Promise<Speech[]> {
  return tx
    .selectFrom('meeting_speech')
    .select(['speaker', 'subject'])
    .where('province_id', '=', province)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute()
}

const noFacts = {
  ...{ until_on: null, document: '', agenda: '', conclusions: '', attendances: null, opinions: null, answered: null },
  ...{ training_kind: null, classes: null, is_for_staff: null, congress_of: null, delegates_of: null, session: null },
  ...{ helper: null, helped_unit_id: null, helped_place: '', is_mountain: null, result: '' },
} as const

function factsWritten(facts: MeetingFacts) {
  switch (facts.kind) {
    case 'conference':
      return { agenda: facts.agenda, conclusions: facts.conclusions, attendances: facts.attendances }
    case 'congress':
      return { congress_of: facts.congressOf, conclusions: facts.conclusions, attendances: facts.attendances }
    case 'training':
      return {
        ...{ training_kind: facts.trainingKind, classes: facts.classes },
        ...{ is_for_staff: facts.isForStaff, attendances: facts.attendances },
      }
    case 'dissemination':
      return { document: facts.document, attendances: facts.attendances }
    case 'voters': {
      const { delegatesOf, session, attendances, opinions, answered } = facts
      return { delegates_of: delegatesOf, session, attendances, opinions, answered }
    }
    case 'criticism': {
      const { document, attendances, opinions, answered } = facts
      return { document, attendances, opinions, answered }
    }
    case 'feedback':
      return { document: facts.document, opinions: facts.opinions, answered: facts.answered }
    case 'support':
      return {
        ...{ helper: facts.helper, helped_unit_id: facts.helped.unit, helped_place: facts.helped.place },
        ...{ is_mountain: facts.isMountain, until_on: facts.untilOn, result: facts.result },
      }
  }
}

function written(entry: MeetingEntry) {
  const { heldOn, subject, organiser, place, facts } = entry
  const own = factsWritten(facts)
  const words = [subject, organiser, place, ...Object.values(own).filter((value) => typeof value === 'string')]
  return {
    ...noFacts,
    ...{ kind: facts.kind, held_on: heldOn, subject, organiser, place },
    ...own,
    search_text: searchText(words.join(' ')),
  }
}

/** Answers whether the row is new; a row with this id that stands already is left as it is. */
export async function insertMeeting(
  tx: Tx,
  owner: RegisterOwner & { id: MeetingId },
  entry: MeetingEntry,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meeting')
    .values({
      ...{ province_id: owner.province, id: owner.id, unit_id: owner.unit },
      ...written(entry),
      ...{ created_at: at, changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await writeSpeeches(tx, owner, entry)
  return true
}

async function writeSpeeches(tx: Tx, owner: RegisterOwner & { id: MeetingId }, { facts }: MeetingEntry): Promise<void> {
  if (facts.kind !== 'conference' || facts.speeches.length === 0) return
  await tx
    .insertInto('meeting_speech')
    .values(
      facts.speeches.map((speech, index) => ({
        ...{ province_id: owner.province, meeting_id: owner.id, position: index + 1, unit_id: owner.unit },
        ...speech,
      })),
    )
    .execute()
}

/** Writes a correction, or the reason why a row no longer counts, as the next version. */
export async function saveMeeting(
  tx: Tx,
  meeting: Meeting,
  change: MeetingEntry | { voidReason: string },
  at: Date,
): Promise<void> {
  const isVoid = 'voidReason' in change
  await tx
    .updateTable('meeting')
    .set({
      ...(isVoid ? { void_reason: change.voidReason } : written(change)),
      ...{ version: meeting.version + 1, changed_at: at },
    })
    .where('province_id', '=', meeting.province)
    .where('id', '=', meeting.id)
    .execute()
  if (isVoid) return
  await tx
    .deleteFrom('meeting_speech')
    .where('province_id', '=', meeting.province)
    .where('meeting_id', '=', meeting.id)
    .execute()
  await writeSpeeches(tx, meeting, change)
}
