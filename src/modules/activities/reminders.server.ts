import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { nearDays } from './commitment.ts'

/**
 * Tells the officers of a unit of promises that come due within days, and of those whose day has passed: each once for each
 * due day, whoever runs this and how often.
 */
export async function remindCommitments(db: Db, province: Id<'Unit'>, now: Date): Promise<number> {
  const today = dayInVietnam(now)
  return inScope(db, { reach: 'province', province }, async (tx) => {
    const rows = await tx
      .selectFrom('commitment')
      .select(['id', 'due_on', 'reminded'])
      .where('province_id', '=', province)
      .where('state', '=', 'open')
      .where('due_on', '<=', addDays(today, nearDays))
      .orderBy('due_on')
      .orderBy('id')
      .forUpdate()
      .execute()
    const fresh = rows.flatMap((row) => {
      const due = row.due_on === null ? today : localDate(row.due_on)
      const topic = due < today ? ('overdue' as const) : ('soon' as const)
      const mark = `${due} ${topic}`
      return row.reminded === mark ? [] : [{ id: row.id as Id<'Commitment'>, topic, mark }]
    })
    for (const { id, mark } of fresh)
      await tx
        .updateTable('commitment')
        .set({ reminded: mark })
        .where('province_id', '=', province)
        .where('id', '=', id)
        .execute()
    if (fresh.length === 0) return 0
    const object = { kind: 'commitment', id: fresh[0]?.id ?? '' }
    const changed = { commitments: fresh.length }
    await record(tx, { province, account: null, unit: null, kind: 'commitments-reminded', object, changed, at: now })
    for (const { id, topic } of fresh)
      await tell(tx, `commitment-${topic}`, { province, object: id, by: null, at: now })
    return fresh.length
  })
}
