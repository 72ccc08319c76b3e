import { renderSVG } from 'uqr'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { sql } from 'kysely'
import type { Access } from './access.server.ts'
import type { Actor, DutyKind } from './actor.ts'
import { secondFactorSecret } from './identity.server.ts'
import { mayAdminister } from './policy.ts'
import type { Session } from './session.server.ts'
import { enrolmentUri, inFours } from './totp.server.ts'

/** What the enrolment page shows; null once a second factor is enrolled, so that a secret is never shown again. */
export async function enrolmentPage(
  access: Access,
  session: Session,
): Promise<{ signInName: string; secret: string; qr: string } | null> {
  if (session.enrolled) return null
  const secret = await secondFactorSecret(access.identity, session.userId)
  if (!secret) return null
  const svg = renderSVG(enrolmentUri(secret, session.signInName), { border: 2 })
  // As a picture's address, because pages have no raw HTML; `img-src data:` is allowed.
  const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { signInName: session.signInName, secret: inFours(secret), qr }
}

export type SignInSeen = { at: Date; kind: string }

/** What happened to one's own account lately, newest first. */
export async function recentSignIns(access: Access, session: Session): Promise<SignInSeen[]> {
  return inScope(access.db, { reach: 'province', province: session.province }, (tx) =>
    tx
      .selectFrom('audit')
      .select(['at', 'kind'])
      .where('province_id', '=', session.province)
      .where('object_kind', '=', 'account')
      .where('object_id', '=', session.account)
      .where('kind', 'in', [...accountEvents])
      .orderBy('n', 'desc')
      .limit(10)
      .execute(),
  )
}

const accountEvents = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'second-factor-enrolled',
  'second-factor-reset',
  'password-changed',
  'password-change-refused',
  'password-reset',
  'account-turned-on',
  'account-turned-off',
] as const

export type AccountRow = {
  id: Id<'Account'>
  signInName: string
  name: string
  isOff: boolean
  enrolled: boolean
  lastActiveAt: Date
  isSelf: boolean
  duties: { id: Id<'Duty'>; kind: DutyKind; unitName: string }[]
}

/** The accounts of the administrator's province and their duties of today. */
export async function accountsPage(
  access: Access,
  ctx: { actor: Actor; now: Date },
): Promise<{ accounts: AccountRow[]; units: { id: Id<'Unit'>; name: string; level: string }[] } | null> {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return null
  const province = ctx.actor.province
  const today = dayInVietnam(ctx.now)
  const enrolled = await access.identity.authDb
    .selectFrom('user')
    .select(['id', 'twoFactorEnabled'])
    .where('provinceId', '=', province)
    .execute()
  const withFactor = new Set(enrolled.filter((user) => user.twoFactorEnabled).map((user) => user.id))
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const rows = await tx
      .selectFrom('account')
      .select(['id', 'sign_in_name', 'display_name', 'turned_off_at', 'last_active_at', 'auth_user_id'])
      .where('province_id', '=', province)
      .orderBy(sql`display_name collate "vi-x-icu"`)
      .orderBy('id')
      .execute()
    const units = await tx
      .selectFrom('unit_version')
      .select(['unit_id', 'name', 'level'])
      .where('province_id', '=', province)
      .where('tree', '=', 'state')
      .where('level', 'in', ['province', 'commune'])
      .where(sql<boolean>`valid @> ${today}::date`)
      .orderBy(sql`level = 'commune'`)
      .orderBy(sql`name collate "vi-x-icu"`)
      .orderBy('unit_id')
      .execute()
    const duties = await tx
      .selectFrom('duty')
      .select(['id', 'account_id', 'kind', 'unit_id'])
      .where('province_id', '=', province)
      .where(sql<boolean>`valid @> ${today}::date`)
      .orderBy('id')
      .execute()
    const nameOf = new Map(units.map((unit) => [unit.unit_id, unit.name]))
    const dutiesOf = Map.groupBy(duties, (duty) => duty.account_id)
    return {
      units: units.map((unit) => ({ id: unit.unit_id as Id<'Unit'>, name: unit.name, level: unit.level })),
      accounts: rows.map((row) => ({
        id: row.id as Id<'Account'>,
        signInName: row.sign_in_name,
        name: row.display_name,
        isOff: row.turned_off_at !== null,
        enrolled: withFactor.has(row.auth_user_id),
        lastActiveAt: row.last_active_at,
        isSelf: row.id === ctx.actor.account,
        duties: (dutiesOf.get(row.id) ?? []).map((duty) => ({
          id: duty.id as Id<'Duty'>,
          kind: duty.kind as DutyKind,
          unitName: nameOf.get(duty.unit_id) ?? '',
        })),
      })),
    }
  })
}
