import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Meeting, MeetingId, MeetingTask, MeetingTaskEntry, MeetingTaskId } from './meeting.ts'

export const taskColumns = [
  ...(['task.id', 'task.province_id', 'task.unit_id', 'task.meeting_id', 'task.owner', 'task.owner_unit_id'] as const),
  ...(['task.content', 'task.due_on', 'task.done_on', 'task.result', 'task.void_reason', 'task.version'] as const),
] as const

type TaskRow = {
  id: string
  province_id: string
  unit_id: string
  meeting_id: string
  owner: string
  owner_unit_id: string | null
  content: string
  due_on: string
  done_on: string | null
  result: string
  void_reason: string | null
  version: number
}

export function readTask(row: TaskRow): MeetingTask {
  return {
    id: row.id as MeetingTaskId,
    meeting: row.meeting_id as MeetingId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    owner: row.owner,
    ownerUnit: row.owner_unit_id as Id<'Unit'> | null,
    content: row.content,
    dueOn: localDate(row.due_on),
    done: row.done_on === null ? null : { on: localDate(row.done_on), result: row.result },
    voidReason: row.void_reason,
    version: row.version,
  }
}

/** The tasks of a meeting, by their due day; what was taken out is not among them. */
export async function tasksOf(tx: Tx, meeting: Pick<Meeting, 'province' | 'id'>): Promise<MeetingTask[]> {
  const rows = await tx
    .selectFrom('meeting_task as task')
    .select(taskColumns)
    .where('task.province_id', '=', meeting.province)
    .where('task.meeting_id', '=', meeting.id)
    .where('task.void_reason', 'is', null)
    .orderBy('task.due_on')
    .orderBy('task.id')
    .execute()
  return rows.map(readTask)
}

export async function openTasksOf(tx: Tx, meeting: Pick<Meeting, 'province' | 'id'>): Promise<number> {
  const row = await tx
    .selectFrom('meeting_task')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('province_id', '=', meeting.province)
    .where('meeting_id', '=', meeting.id)
    .where('void_reason', 'is', null)
    .where('done_on', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

// FOR UPDATE: two officers reporting the same task must not both believe that theirs stands.
export async function lockTask(tx: Tx, province: Id<'Unit'>, id: MeetingTaskId): Promise<MeetingTask | null> {
  const row = await tx
    .selectFrom('meeting_task as task')
    .select(taskColumns)
    .where('task.province_id', '=', province)
    .where('task.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readTask(row) : null
}

/** Answers whether the row is new. */
export async function insertTask(
  tx: Tx,
  meeting: Meeting,
  id: MeetingTaskId,
  entry: MeetingTaskEntry,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meeting_task')
    .values({
      ...{ province_id: meeting.province, id, meeting_id: meeting.id, unit_id: meeting.unit },
      ...{ owner: entry.owner, owner_unit_id: entry.ownerUnit, content: entry.content, due_on: entry.dueOn },
      ...{ created_at: at, changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Done with a result, open again, or taken out with a reason. */
export type TaskChange = { done: { on: LocalDate; result: string } | null } | { voidReason: string }

export async function saveTask(tx: Tx, task: MeetingTask, change: TaskChange, at: Date): Promise<void> {
  const set =
    'voidReason' in change
      ? { void_reason: change.voidReason }
      : { done_on: change.done?.on ?? null, result: change.done?.result ?? '' }
  await tx
    .updateTable('meeting_task')
    .set({ ...set, version: task.version + 1, changed_at: at })
    .where('province_id', '=', task.province)
    .where('id', '=', task.id)
    .execute()
}
