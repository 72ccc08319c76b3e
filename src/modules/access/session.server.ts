import { dayInVietnam } from '#kernel/local-date.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { inScope } from '#platform/database.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { Access } from './access.server.ts'
import type { Actor } from './actor.ts'
import { actingDuty, type Duty } from './duty.ts'
import { followingOf, type Following } from './following.ts'
import { touchSession } from './guard.server.ts'
import { cookieValue, headersOf, sessionCookie, type Visit } from './identity.server.ts'
import { dutiesOn, findAccount } from './store.server.ts'

/** Somebody whose password was right and whose session is awake; whether they may act is `actor`. */
export type Session = {
  id: string
  userId: string
  account: Id<'Account'>
  province: Id<'Unit'>
  name: string
  signInName: string
  /** Without a second factor nothing but the enrolment page is open. */
  enrolled: boolean
  /** With a one-time password nothing but the page for a new one is open. */
  mustChangePassword: boolean
  duties: Duty[]
  duty: Duty | null
  /** Whose records the unit of the duty follows; null for most. */
  follows: Following | null
}

/** `ended` names the person whose session fell asleep, so that a form posted late can be kept for them. */
export type SessionNow =
  { state: 'none' } | { state: 'ended'; userId: string; session: string } | { state: 'awake'; session: Session }

/** The session that a visit's cookie opens; an idle one is ended here. */
export async function currentSession(access: Access, visit: Visit): Promise<SessionNow> {
  if (!cookieValue(visit.cookies, sessionCookie)) return { state: 'none' }
  const found = await access.identity.library.api.getSession({
    headers: headersOf(visit),
    query: { disableRefresh: true },
  })
  const account = parseId<'Account'>(found?.user.accountId)
  const province = parseId<'Unit'>(found?.user.provinceId)
  if (!found || !account || !province) return { state: 'none' }
  const { id, userId } = found.session
  const state = await touchSession(access.identity.authDb, found.session, access.guard, visit)
  if (state.ended) return { state: 'ended', userId, session: id }
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const row = await findAccount(tx, { province, id: account })
    if (!row || row.turnedOffAt) return { state: 'none' }
    const today = dayInVietnam(visit.now)
    const duties = await dutiesOn(tx, row, today)
    const duty = actingDuty(duties, parseId<'Duty'>(state.duty))
    const session: Session = {
      id,
      userId,
      account,
      province,
      name: row.name,
      signInName: row.signInName,
      enrolled: found.user.twoFactorEnabled === true,
      mustChangePassword: row.passwordIsOneTime,
      duties,
      duty,
      follows: duty && followingOf(await currentRegister(tx), duty.unit, today),
    }
    return { state: 'awake', session }
  })
}

/** The actor of a session: nobody before the second factor, before an own password, or without a duty today. */
export function actorOf(session: Session | null): Actor | null {
  if (!session?.enrolled || session.mustChangePassword || !session.duty) return null
  return {
    account: session.account,
    name: session.name,
    duty: session.duty.kind,
    unit: session.duty.unit,
    province: session.province,
    ...(session.follows ? { follows: session.follows } : {}),
  }
}
