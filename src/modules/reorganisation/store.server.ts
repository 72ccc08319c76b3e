import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Draft, ReorganisationId, ReorganisationStatus } from './draft.ts'
import { readSteps, readSuccessors, readWritten, type Written } from './draft-text.ts'
import type { TaskKind } from './tasks.ts'

/** A reorganisation as it is kept (phương án). */
export type Reorganisation = {
  province: UnitId
  id: ReorganisationId
  status: ReorganisationStatus
  version: number
  draft: Draft
  written: Written | null
  changedAt: Date
  decidedAt: Date | null
}

const columns = [
  ...(['province_id', 'id', 'status', 'version', 'title', 'effective_on', 'act_number', 'act_issued_on'] as const),
  ...(['act_issuer', 'act_article', 'steps', 'successors', 'written', 'changed_at', 'decided_at'] as const),
] as const

type Row = {
  province_id: string
  id: string
  status: string
  version: number
  title: string
  effective_on: string | null
  act_number: string
  act_issued_on: string | null
  act_issuer: string
  act_article: string
  steps: unknown
  successors: unknown
  written: unknown
  changed_at: Date
  decided_at: Date | null
}

const dayOf = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))

function read(row: Row): Reorganisation {
  return {
    province: row.province_id as UnitId,
    id: row.id as ReorganisationId,
    // The check of the table holds it to the known words.
    status: row.status as ReorganisationStatus,
    version: row.version,
    draft: {
      title: row.title,
      day: dayOf(row.effective_on),
      act: {
        number: row.act_number,
        issuedOn: dayOf(row.act_issued_on),
        issuer: row.act_issuer,
        article: row.act_article,
      },
      steps: readSteps(row.steps),
      successors: readSuccessors(row.successors),
    },
    written: row.written === null ? null : readWritten(row.written),
    changedAt: row.changed_at,
    decidedAt: row.decided_at,
  }
}

function kept(draft: Draft) {
  return {
    title: draft.title,
    effective_on: draft.day,
    act_number: draft.act.number,
    act_issued_on: draft.act.issuedOn,
    act_issuer: draft.act.issuer,
    act_article: draft.act.article,
    steps: JSON.stringify(draft.steps),
    successors: JSON.stringify(draft.successors),
  }
}

type Key = { province: UnitId; id: ReorganisationId }

function one(tx: Tx, key: Key) {
  return tx
    .selectFrom('reorganisation')
    .select(columns)
    .where('province_id', '=', key.province)
    .where('id', '=', key.id)
}

export async function findReorganisation(tx: Tx, key: Key): Promise<Reorganisation | null> {
  const row = await one(tx, key).executeTakeFirst()
  return row ? read(row) : null
}

/** FOR UPDATE: two administrators deciding, or one changing what the other decides, must see one another. */
export async function lockReorganisation(tx: Tx, key: Key): Promise<Reorganisation | null> {
  const row = await one(tx, key).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

/** Decided and not yet applied, whose day has come by `today`; in the order of their days. */
export async function dueReorganisations(tx: Tx, province: UnitId, today: LocalDate): Promise<ReorganisationId[]> {
  const rows = await tx
    .selectFrom('reorganisation')
    .select('id')
    .where('province_id', '=', province)
    .where('status', '=', 'decided')
    .where('effective_on', '<=', today)
    .orderBy('effective_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id as ReorganisationId)
}

export async function allReorganisations(tx: Tx, province: UnitId): Promise<Reorganisation[]> {
  const rows = await tx
    .selectFrom('reorganisation')
    .select(columns)
    .where('province_id', '=', province)
    .where('status', '<>', 'discarded')
    .orderBy(sql`status = 'draft'`, 'desc')
    .orderBy(sql`effective_on desc nulls first`)
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** Answers whether it is new: the form brings the id with it, so that pressed twice it is one. */
export async function insertReorganisation(tx: Tx, key: Key, draft: Draft, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reorganisation')
    .values({
      province_id: key.province,
      id: key.id,
      status: 'draft',
      ...kept(draft),
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveReorganisation(
  tx: Tx,
  key: Key,
  change: { draft?: Draft; status?: ReorganisationStatus; written?: Written | null },
  at: Date,
): Promise<void> {
  const { draft, status, written } = change
  await tx
    .updateTable('reorganisation')
    .set((row) => ({
      version: row('version', '+', 1),
      changed_at: at,
      ...(draft ? kept(draft) : {}),
      ...(status ? { status } : {}),
      ...(written === undefined ? {} : { written: written && JSON.stringify(written) }),
      ...(status === 'decided' ? { decided_at: at } : {}),
      ...(status === 'draft' ? { decided_at: null } : {}),
      ...(status === 'applied' ? { applied_at: at } : {}),
    }))
    .where('province_id', '=', key.province)
    .where('id', '=', key.id)
    .execute()
}

/** One thing to be done because of a decided reorganisation, with who sees to it. */
export type TaskRow = {
  id: Id<'ReorganisationTask'>
  kind: TaskKind
  unit: UnitId
  owner: Id<'Account'> | null
  isDone: boolean
}

export async function tasksOf(tx: Tx, key: Key): Promise<TaskRow[]> {
  const rows = await tx
    .selectFrom('reorganisation_task')
    .select(['id', 'kind', 'about_unit_id', 'owner_account_id', 'is_done'])
    .where('province_id', '=', key.province)
    .where('reorganisation_id', '=', key.id)
    .orderBy('n')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'ReorganisationTask'>,
    kind: row.kind as TaskKind,
    unit: row.about_unit_id as UnitId,
    owner: row.owner_account_id as Id<'Account'> | null,
    isDone: row.is_done,
  }))
}
