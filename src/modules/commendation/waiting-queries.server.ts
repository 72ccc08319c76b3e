import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayPropose } from './policy.ts'

/** Proposals that wait for this officer: sent back to be mended, or handed in to be received. */
export type AwardsWaiting = { returned: number; toReceive: number }

export async function awardsWaiting(tx: Tx, { actor }: Ctx): Promise<AwardsWaiting> {
  const { province, unit } = actor
  if (!mayPropose(actor, { province, unit })) return { returned: 0, toReceive: 0 }
  // A commune proposes, and decides what is of its own level; the province proposes what it began, and decides the rest.
  const isOwn = unit === province ? sql`by_province` : sql`unit_id = ${unit} and not by_province`
  const isDecided = unit === province ? sql`level <> 'commune'` : sql`unit_id = ${unit} and level = 'commune'`
  return tx
    .selectFrom('award')
    .select([
      sql<number>`count(*) filter (where state = 'returned' and ${isOwn})::int`.as('returned'),
      sql<number>`count(*) filter (where state = 'submitted' and ${isDecided})::int`.as('toReceive'),
    ])
    .where('province_id', '=', province)
    .where('state', 'in', ['returned', 'submitted'])
    .executeTakeFirstOrThrow()
}
