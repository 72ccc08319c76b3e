import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { initiativeHeads } from '#modules/movement/heads.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { moveYear } from '#modules/movement/year-moves.server.ts'
import type { Award } from './award.ts'
import type { Refusal } from './labels.ts'

/**
 * Moves the year of the initiative that is proposed, in the transaction of the proposal. A second proposal of the same year (its
 * collective and its leader, a letter and a certificate) moves nothing.
 */
export async function proposeYear(tx: Tx, ctx: Ctx, award: Award): Promise<Refusal | null> {
  if (award.source.kind !== 'initiative') return null
  // The check of award holds a source that is no free one to an id; it was an initiative's when it was written.
  const id = award.source.id as InitiativeId
  const head = (await initiativeHeads(tx, award.province, [id])).get(id)
  if (head?.unit !== award.unit) return { code: 'source-gone' }
  const year = head.years.find((one) => one.year === award.year)
  if (year?.state === 'proposed') return null
  const moved = await moveYear(tx, ctx, { id, year: award.year }, 'propose-award', {})
  if (moved.ok) return null
  if (moved.kind !== 'refused') return { code: 'source-gone' }
  return { code: moved.refusal.code === 'not-you' ? 'initiative-needs-leader' : 'initiative-not-ready' }
}
