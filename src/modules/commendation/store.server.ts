import type { Id } from '#kernel/ids.ts'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Award, AwardEntry, AwardId, AwardLevel, AwardSource, AwardState, RecipientKind } from './award.ts'
import type { Beside } from './eligibility.ts'
import type { AwardMove } from './lifecycle.ts'
import type { Selectable } from 'kysely'
import type { Database } from '../../../db/schema.ts'

export type AwardRow = Selectable<Database['award']>

/** The checks of the table hold every word to the known ones. */
export function readAward(row: AwardRow): Award {
  return {
    id: row.id as AwardId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    byProvince: row.by_province,
    form: row.form_code,
    level: row.level as AwardLevel,
    line: row.line_code,
    year: row.year,
    recipientKind: row.recipient_kind as RecipientKind,
    recipient: row.recipient,
    isLeader: row.is_leader,
    mayBePublic: row.may_be_public,
    yearsOfService: row.years_of_service,
    achievement: row.achievement,
    report: row.report,
    source: sourceOf(row),
    item: row.recipient_item as Id<'VaultItem'> | null,
    state: row.state as AwardState,
    submittedOn: row.submitted_on ? localDate(row.submitted_on) : null,
    receivedOn: row.received_on ? localDate(row.received_on) : null,
    newerLawReason: row.newer_law_reason,
    vote: voteOf(row),
    decision: decisionOf(row),
    reason: row.reason,
    version: row.version,
    changedAt: row.changed_at,
  }
}

function sourceOf(row: AwardRow): AwardSource {
  if (row.source_id === null) return { kind: 'free', id: null, name: '' }
  return { kind: row.source_kind as 'initiative' | 'dialogue', id: row.source_id, name: row.source_name }
}

function voteOf(row: AwardRow): Award['vote'] {
  const { members, present, votes_for: votesFor, votes_against: votesAgainst, abstentions, voted_on: on } = row
  if (members === null || present === null || votesFor === null || votesAgainst === null) return null
  if (abstentions === null || on === null) return null
  return { members, present, votesFor, votesAgainst, abstentions, on: localDate(on) }
}

function decisionOf(row: AwardRow): Award['decision'] {
  const { decision, decided_on: on, book_number: bookNumber } = row
  if (decision === null || on === null || bookNumber === null) return null
  return { number: decision, on: localDate(on), bookNumber }
}

function written(entry: AwardEntry, item: Id<'VaultItem'> | null) {
  return {
    form_code: entry.form,
    level: entry.level,
    line_code: entry.line,
    year: entry.year,
    recipient_kind: entry.recipientKind,
    recipient: entry.recipient,
    recipient_item: item,
    is_leader: entry.isLeader,
    may_be_public: entry.mayBePublic,
    years_of_service: entry.yearsOfService,
    achievement: entry.achievement,
    report: entry.report,
  }
}

export type AwardOwner = { province: Id<'Unit'>; unit: Id<'Unit'>; id: AwardId; byProvince: boolean }

/** Answers whether the row is new; a row with this id that stands already is left as it is. */
export async function insertAward(
  tx: Tx,
  owner: AwardOwner,
  entry: AwardEntry,
  source: AwardSource,
  item: Id<'VaultItem'> | null,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('award')
    .values({
      province_id: owner.province,
      id: owner.id,
      unit_id: owner.unit,
      by_province: owner.byProvince,
      ...written(entry, item),
      source_kind: source.kind,
      source_id: source.id,
      source_name: source.name,
      state: 'draft',
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

// FOR UPDATE: two officers with the same proposal before them must not both believe that theirs stands.
export async function lockAward(tx: Tx, province: Id<'Unit'>, id: AwardId): Promise<Award | null> {
  const row = await tx
    .selectFrom('award')
    .selectAll()
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readAward(row) : null
}

export async function findAward(tx: Tx, province: Id<'Unit'>, id: AwardId): Promise<Award | null> {
  const row = await tx
    .selectFrom('award')
    .selectAll()
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readAward(row) : null
}

export async function saveEntry(
  tx: Tx,
  award: Award,
  entry: AwardEntry,
  item: Id<'VaultItem'> | null,
  at: Date,
): Promise<void> {
  await update(tx, award, written(entry, item), at)
}

type Change = Partial<
  Pick<
    AwardRow,
    | 'state'
    | 'submitted_on'
    | 'received_on'
    | 'newer_law_reason'
    | 'members'
    | 'present'
    | 'votes_for'
    | 'votes_against'
    | 'abstentions'
    | 'voted_on'
    | 'decision'
    | 'decided_on'
    | 'book_number'
    | 'reason'
    | 'recipient_item'
  >
>

/** Writes what became of a proposal as its next version, and answers it as it stands then. */
export async function saveMove(tx: Tx, award: Award, change: Change, at: Date): Promise<Award> {
  await update(tx, award, change, at)
  const saved = await findAward(tx, award.province, award.id)
  if (!saved) throw new Error(`Award ${award.id} was there a moment ago`)
  return saved
}

export const noVote = {
  members: null,
  present: null,
  votes_for: null,
  votes_against: null,
  abstentions: null,
  voted_on: null,
} as const

async function update(tx: Tx, award: Award, change: Change | ReturnType<typeof written>, at: Date): Promise<void> {
  await tx
    .updateTable('award')
    .set({ ...change, version: award.version + 1, changed_at: at })
    .where('province_id', '=', award.province)
    .where('id', '=', award.id)
    .execute()
}

export async function insertMove(
  tx: Tx,
  award: Award,
  made: { move: AwardMove; to: AwardState; reason: string; account: Id<'Account'> | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('award_move')
    .values({
      province_id: award.province,
      id: newId(made.at),
      award_id: award.id,
      unit_id: award.unit,
      move: made.move,
      from_state: award.state,
      to_state: made.to,
      reason: made.reason,
      account_id: made.account,
      at: made.at,
    })
    .execute()
}

/**
 * FOR UPDATE on the book of a unit's year: two proposals for one achievement, handed in together, must see each other. Taken
 * before the other proposals are read.
 */
export async function lockBook(tx: Tx, province: Id<'Unit'>, unit: Id<'Unit'>, year: number): Promise<number> {
  await tx
    .insertInto('award_book')
    .values({ province_id: province, unit_id: unit, year })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('award_book')
    .select('last_number')
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.last_number
}

export async function setLastNumber(
  tx: Tx,
  book: { province: Id<'Unit'>; unit: Id<'Unit'>; year: number },
  number: number,
): Promise<void> {
  await tx
    .updateTable('award_book')
    .set({ last_number: number })
    .where('province_id', '=', book.province)
    .where('unit_id', '=', book.unit)
    .where('year', '=', book.year)
    .execute()
}

/** The other proposals of a year that may stand in the way: of the same unit, or for one of these persons. */
export async function awardsBeside(
  tx: Tx,
  award: Pick<Award, 'province' | 'id' | 'unit' | 'year'>,
  samePerson: readonly Id<'VaultItem'>[],
): Promise<Beside[]> {
  const rows = await tx
    .selectFrom('award')
    .selectAll()
    .where('province_id', '=', award.province)
    .where('year', '=', award.year)
    .where('id', '<>', award.id)
    .where('state', 'in', ['submitted', 'received', 'voted', 'decided'])
    .where((either) =>
      either.or([
        either('unit_id', '=', award.unit),
        ...(samePerson.length > 0 ? [either('recipient_item', 'in', [...samePerson])] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const other = readAward(row)
    return { ...other, isSamePerson: other.item !== null && samePerson.includes(other.item) }
  })
}
