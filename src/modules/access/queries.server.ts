import { renderSVG } from 'uqr'
import { inScope } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { AccessAuditKind } from './audit-labels.ts'
import { secondFactorSecret } from './identity.server.ts'
import { recoveryCodesLeft } from './recovery.server.ts'
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

const accountEvents: readonly AccessAuditKind[] = [
  'signed-in',
  'signed-in-with-recovery-code',
  'sign-in-refused',
  'signed-out',
  'second-factor-enrolled',
  'second-factor-given-up',
  'second-factor-reset',
  'recovery-codes-renewed',
  'own-factor-refused',
  'password-changed',
  'password-change-refused',
  'password-reset',
  'sign-in-reset',
  'account-turned-on',
  'account-turned-off',
]

/** What is left of the printed codes; null before there were any. */
export async function recoveryCodesOf(
  access: Access,
  session: Session,
): Promise<{ left: number; madeAt: Date } | null> {
  return recoveryCodesLeft(access.identity.authDb, session.userId)
}
