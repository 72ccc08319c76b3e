import { newId, type Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { AskedId } from './asked.ts'
import type { AskerSide, Commitment, CommitmentId, CommitmentKind } from './commitment.ts'
import type { CommitmentState } from './commitment-life.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'

export const commitmentColumns = [
  'commitment.id',
  'commitment.dialogue_id',
  'commitment.question_id',
  'commitment.kind',
  'commitment.answer',
  'commitment.owner',
  'commitment.due_on',
  'commitment.due_rule',
  'commitment.state',
  'commitment.outcome',
  'commitment.done_on',
  'commitment.asker',
  'commitment.version',
] as const

export type CommitmentRow = {
  id: string
  dialogue_id: string
  question_id: string
  kind: string
  answer: string
  owner: string
  due_on: string | null
  due_rule: string
  state: string
  outcome: string
  done_on: string | null
  asker: string
  version: number
}

// The checks of commitment hold kind, state and asker to the known words.
export function readCommitment(row: CommitmentRow): Commitment {
  return {
    id: row.id as CommitmentId,
    dialogue: row.dialogue_id as DialogueId,
    question: row.question_id as AskedId,
    kind: row.kind as CommitmentKind,
    answer: row.answer,
    owner: row.owner,
    dueOn: row.due_on === null ? null : localDate(row.due_on),
    dueRule: row.due_rule,
    state: row.state as CommitmentState,
    outcome: row.outcome,
    doneOn: row.done_on === null ? null : localDate(row.done_on),
    asker: row.asker as AskerSide,
    version: row.version,
  }
}

export async function commitmentsOf(
  tx: Tx,
  { province, id }: Pick<Dialogue, 'province' | 'id'>,
): Promise<Commitment[]> {
  const rows = await tx
    .selectFrom('commitment')
    .select(commitmentColumns)
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(readCommitment)
}

export async function findCommitment(tx: Tx, province: Id<'Unit'>, id: CommitmentId): Promise<Commitment | null> {
  const row = await tx
    .selectFrom('commitment')
    .select(commitmentColumns)
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readCommitment(row) : null
}

type Facts = Omit<Commitment, 'id' | 'dialogue' | 'question' | 'version'>

function written(facts: Partial<Facts>) {
  const columns = {
    kind: facts.kind,
    answer: facts.answer,
    owner: facts.owner,
    due_on: facts.dueOn,
    due_rule: facts.dueRule,
    state: facts.state,
    outcome: facts.outcome,
    done_on: facts.doneOn,
    asker: facts.asker,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<
    typeof columns
  >
}

export async function insertCommitment(
  tx: Tx,
  dialogue: Pick<Dialogue, 'province' | 'unit' | 'id'>,
  question: AskedId,
  facts: Facts,
  at: Date,
): Promise<CommitmentId> {
  const id = newId<'Commitment'>(at)
  await tx
    .insertInto('commitment')
    .values({
      ...written(facts),
      kind: facts.kind,
      answer: facts.answer,
      state: facts.state,
      province_id: dialogue.province,
      id,
      dialogue_id: dialogue.id,
      question_id: question,
      unit_id: dialogue.unit,
      created_at: at,
      changed_at: at,
    })
    .execute()
  return id
}

export async function saveCommitment(
  tx: Tx,
  province: Id<'Unit'>,
  commitment: Commitment,
  facts: Partial<Facts>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('commitment')
    .set({ ...written(facts), version: commitment.version + 1, changed_at: at })
    .where('province_id', '=', province)
    .where('id', '=', commitment.id)
    .execute()
}

/** What happened to a commitment, as its page tells it. */
export type CommitmentEvent = {
  move: 'made' | 'corrected' | 'extended' | 'finished' | 'closed' | 'reopened'
  fromDue: LocalDate | null
  toDue: LocalDate | null
  words: string
  asker: AskerSide | null
}

export async function insertEvent(
  tx: Tx,
  dialogue: Pick<Dialogue, 'province' | 'unit'>,
  commitment: CommitmentId,
  event: CommitmentEvent,
  by: { account: Id<'Account'> | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('commitment_event')
    .values({
      province_id: dialogue.province,
      id: newId<'CommitmentEvent'>(by.at),
      commitment_id: commitment,
      unit_id: dialogue.unit,
      move: event.move,
      from_due: event.fromDue,
      to_due: event.toDue,
      words: event.words,
      asker: event.asker,
      account_id: by.account,
      at: by.at,
    })
    .execute()
}

export async function eventsOf(
  tx: Tx,
  province: Id<'Unit'>,
  id: CommitmentId,
): Promise<(CommitmentEvent & { account: Id<'Account'> | null; at: Date })[]> {
  const rows = await tx
    .selectFrom('commitment_event')
    .select(['move', 'from_due', 'to_due', 'words', 'asker', 'account_id', 'at'])
    .where('province_id', '=', province)
    .where('commitment_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    move: row.move as CommitmentEvent['move'],
    fromDue: row.from_due === null ? null : localDate(row.from_due),
    toDue: row.to_due === null ? null : localDate(row.to_due),
    words: row.words,
    asker: row.asker as AskerSide | null,
    account: row.account_id as Id<'Account'> | null,
    at: row.at,
  }))
}
