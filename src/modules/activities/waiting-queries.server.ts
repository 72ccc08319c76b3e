import { sql } from 'kysely'
import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayKeepActivities } from './visit-policy.ts'

/** What waits in the registers of activities for the people of a unit; counts only, each read on the board it is counted from. */
export type ActivitiesWaiting = {
  commitmentsOverdue: number
  findingsToAnswer: number
  /** Answered by their owners: those who went look at them again. */
  findingsToClose: number
  tasks: { open: number; late: number }
}

const nothing: ActivitiesWaiting = {
  ...{ commitmentsOverdue: 0, findingsToAnswer: 0, findingsToClose: 0 },
  tasks: { open: 0, late: 0 },
}

export async function activitiesWaiting(tx: Tx, ctx: Ctx): Promise<ActivitiesWaiting> {
  const { province, unit } = ctx.actor
  if (!mayKeepActivities(ctx.actor, { province, unit })) return nothing
  const today = dayInVietnam(ctx.now)
  const promised = await tx
    .selectFrom('commitment')
    .innerJoin('dialogue', (join) =>
      join
        .onRef('dialogue.province_id', '=', 'commitment.province_id')
        .onRef('dialogue.id', '=', 'commitment.dialogue_id'),
    )
    .select(sql<number>`count(*)::int`.as('overdue'))
    .where('commitment.province_id', '=', province)
    .where('commitment.unit_id', '=', unit)
    .where('commitment.state', '=', 'open')
    .where('commitment.due_on', '<', today)
    .where('dialogue.void_reason', 'is', null)
    .executeTakeFirstOrThrow()
  const found = await tx
    .selectFrom('finding')
    .select([
      sql<number>`count(*) filter (where owner_unit_id = ${unit} and state = 'open')::int`.as('toAnswer'),
      sql<number>`count(*) filter (where unit_id = ${unit} and state = 'answered')::int`.as('toClose'),
    ])
    .where('province_id', '=', province)
    .where((either) => either.or([either('owner_unit_id', '=', unit), either('unit_id', '=', unit)]))
    .where('state', '<>', 'closed')
    .where('void_reason', 'is', null)
    .executeTakeFirstOrThrow()
  const tasks = await tx
    .selectFrom('meeting_task')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where due_on < ${today}::date)::int`.as('late'),
    ])
    .where('province_id', '=', province)
    .where((either) => either.or([either('owner_unit_id', '=', unit), either('unit_id', '=', unit)]))
    .where('done_on', 'is', null)
    .where('void_reason', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    ...{ commitmentsOverdue: promised.overdue, findingsToAnswer: found.toAnswer, findingsToClose: found.toClose },
    tasks,
  }
}
