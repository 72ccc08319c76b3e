import { record } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'

/** Record: the last thing a command of this module does. No words of a person go into it, only counts, days and ids. */
export async function recordMove(
  tx: Tx,
  ctx: Ctx,
  object: { kind: 'dialogue' | 'commitment'; id: string },
  kind: ActivitiesAuditKind,
  changed: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object, changed, at: ctx.now })
}
