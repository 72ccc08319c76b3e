import type { Id } from '#kernel/ids.ts'
import { done, notFound, refused } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { accountIsOn } from '#modules/access/officers.server.ts'
import type { ReorganisationId } from './draft.ts'
import { onReorganisation, recordMove, type Done } from './frame.server.ts'
import { tasksOf } from './store.server.ts'

/** Says who sees to a task that a decided reorganisation raised, and whether it is done. */
export async function changeTask(
  ctx: Ctx,
  id: ReorganisationId,
  version: number,
  task: Id<'ReorganisationTask'>,
  said: { owner: Id<'Account'> | null; isDone: boolean },
): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    const found = (await tasksOf(tx, row)).find((one) => one.id === task)
    if (!found) return notFound()
    if (said.owner && !(await accountIsOn(tx, row.province, said.owner))) return refused({ code: 'owner-unknown' })
    await tx
      .updateTable('reorganisation_task')
      .set({ owner_account_id: said.owner, is_done: said.isDone, changed_at: ctx.now })
      .where('province_id', '=', row.province)
      .where('id', '=', task)
      .execute()
    await recordMove(tx, ctx, id, 'reorganisation-task-changed', {
      unit: found.unit,
      task: found.kind,
      isDone: said.isDone,
    })
    return done()
  })
}
