import type { Id } from '#kernel/ids.ts'
import { record } from '#platform/audit.ts'
import { inScope } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { entry } from './administration.server.ts'
import { endSessions } from './steps.server.ts'
import { lockAccountsThatAreOn, provinces, updateAccount } from './store.server.ts'

const dayMs = 86_400_000

/**
 * Turns off every account that was not used for as many days as the operator allows (45 where nothing is said), province by
 * province; the same rule that sign-in applies to the one who comes. Answers how many, by province.
 */
export async function turnOffIdle(access: Access, now: Date): Promise<{ province: Id<'Unit'>; turnedOff: number }[]> {
  const answers: { province: Id<'Unit'>; turnedOff: number }[] = []
  for (const province of await provinces(access.db)) {
    answers.push({ province, turnedOff: await turnOffIdleIn(access, province, now) })
  }
  return answers
}

async function turnOffIdleIn(access: Access, province: Id<'Unit'>, now: Date): Promise<number> {
  const lastDay = new Date(now.getTime() - access.guard.daysUntilOff * dayMs)
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const idle = await lockAccountsThatAreOn(tx, province, { notSince: lastDay })
    for (const account of idle) {
      await updateAccount(tx, account, { turned_off_at: now })
      await endSessions(access, account.userId)
    }
    for (const account of idle) {
      await record(tx, entry(account, { actor: null, now }, 'account-turned-off', { reason: 'idle' }))
    }
    return idle.length
  })
}
