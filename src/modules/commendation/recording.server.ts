import type { Tx } from '#platform/database.ts'
import { record } from '#platform/audit.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CommendationAuditKind } from './audit-labels.ts'
import type { AwardId } from './award.ts'

export type Changed = Record<string, string | number | boolean | null | readonly string[]>

/** Writes what was done to a proposal into the audit; last in its transaction. */
export async function recordAward(
  tx: Tx,
  ctx: Ctx,
  id: AwardId,
  kind: CommendationAuditKind,
  changed: Changed,
): Promise<void> {
  await recordChange(tx, ctx, { kind: 'award', id }, kind, changed)
}

export async function recordChange(
  tx: Tx,
  ctx: Ctx,
  object: { kind: 'award' | 'praise' | 'ceremony' | 'commendation-rule'; id: string },
  kind: CommendationAuditKind,
  changed: Changed,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object, changed, at: ctx.now })
}
