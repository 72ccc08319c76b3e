import { forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record, type AuditEntry } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ReorganisationAuditKind } from './audit-labels.ts'
import type { ReorganisationId } from './draft.ts'
import type { Refusal } from './labels.ts'
import { mayReorganise } from './policy.ts'
import { lockReorganisation, type Reorganisation } from './store.server.ts'

export type Done<Value> = Promise<Outcome<Value, Refusal>>

/** The frame of every command about one reorganisation: asks, locks it, and refuses who looks at an older version of it. */
export async function onReorganisation<Value>(
  ctx: Ctx,
  id: ReorganisationId,
  version: number,
  work: (tx: Tx, row: Reorganisation) => Done<Value>,
): Done<Value> {
  const { province } = ctx.actor
  // Before the lock: the transaction of who only reads takes none.
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    const row = await lockReorganisation(tx, { province, id })
    if (!row) return notFound()
    if (row.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, row)
  })
}

export async function recordMove(
  tx: Tx,
  ctx: Ctx,
  id: ReorganisationId,
  kind: ReorganisationAuditKind,
  changed: NonNullable<AuditEntry['changed']> = {},
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'reorganisation', id }, changed, at: ctx.now })
}
