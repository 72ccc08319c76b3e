import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Report } from './report.ts'
import type { PlanTask, PlanTaskEntry, PlanTaskId, TaskOutcome } from './task.ts'

type Of = Pick<Report, 'province' | 'id'>

function taskRows(tx: Tx, report: Of) {
  return tx
    .selectFrom('report_task')
    .select([
      ...(['id', 'text', 'owner', 'due_on', 'indicator_code', 'dimension', 'carried_from', 'version'] as const),
      ...(['person_name', 'changed_at'] as const),
    ])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('void_reason', 'is', null)
}

type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number]

function readTask(row: TaskRow): PlanTask {
  return {
    id: row.id as PlanTaskId,
    text: row.text,
    owner: row.owner,
    due: row.due_on === null ? null : localDate(row.due_on),
    cell: row.indicator_code === null ? null : { code: row.indicator_code, dimension: row.dimension },
    carriedFrom: row.carried_from as PlanTaskId | null,
    version: row.version,
    by: row.person_name,
    at: row.changed_at,
  }
}

/** The tasks of the plan that a report carries, in the order in which they were written. */
export async function tasksOf(tx: Tx, report: Of): Promise<PlanTask[]> {
  const rows = await taskRows(tx, report).orderBy('created_at').orderBy('id').execute()
  return rows.map(readTask)
}

/** What a report says became of the tasks of the plan before it, by task. */
export async function outcomesOf(tx: Tx, report: Of): Promise<Map<PlanTaskId, TaskOutcome>> {
  const rows = await tx
    .selectFrom('report_task_outcome')
    .select(['task_id', 'outcome', 'why', 'version', 'person_name as by', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  // The check of report_task_outcome holds the outcome to the known words.
  return new Map(
    rows.map(({ task_id, outcome, ...rest }) => [
      task_id as PlanTaskId,
      { ...rest, outcome: outcome as TaskOutcome['outcome'] },
    ]),
  )
}

type By = { actor: Actor; at: Date }

/** False where this task was written before: a form that is sent again writes none, also once the task was taken out. */
export async function insertTask(
  tx: Tx,
  report: Report,
  id: PlanTaskId,
  entry: PlanTaskEntry & { carriedFrom: PlanTaskId | null },
  { actor, at }: By,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('report_task')
    .values({
      ...{ province_id: report.province, id, report_id: report.id, unit_id: report.unit },
      ...{ text: entry.text, owner: entry.owner, due_on: entry.due, carried_from: entry.carriedFrom },
      ...{ indicator_code: entry.cell?.code ?? null, dimension: entry.cell?.dimension ?? '' },
      ...{ account_id: actor.account, person_name: actor.name, created_at: at, changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateTask(
  tx: Tx,
  report: Report,
  task: PlanTask,
  change: Partial<PlanTaskEntry> & { voidReason?: string },
  { actor, at }: By,
): Promise<void> {
  await tx
    .updateTable('report_task')
    .set({
      ...(change.text === undefined ? {} : { text: change.text }),
      ...(change.owner === undefined ? {} : { owner: change.owner }),
      ...(change.due === undefined ? {} : { due_on: change.due }),
      ...(change.cell === undefined
        ? {}
        : { indicator_code: change.cell?.code ?? null, dimension: change.cell?.dimension ?? '' }),
      ...(change.voidReason === undefined ? {} : { void_reason: change.voidReason }),
      ...{ version: task.version + 1, account_id: actor.account, person_name: actor.name, changed_at: at },
    })
    .where('province_id', '=', report.province)
    .where('id', '=', task.id)
    .execute()
}

export async function saveOutcome(
  tx: Tx,
  report: Report,
  task: PlanTaskId,
  said: Pick<TaskOutcome, 'outcome' | 'why' | 'version'>,
  { actor, at }: By,
): Promise<void> {
  const row = { ...said, account_id: actor.account, person_name: actor.name, at }
  await tx
    .insertInto('report_task_outcome')
    .values({ province_id: report.province, report_id: report.id, task_id: task, unit_id: report.unit, ...row })
    .onConflict((conflict) => conflict.columns(['province_id', 'report_id', 'task_id']).doUpdateSet(row))
    .execute()
}
