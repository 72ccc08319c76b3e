import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { movementWords } from './word-store.server.ts'
import { offeredOn, type MovementWord, type MovementWordList } from './words.ts'

/** The words of a list that the actor's province offers today. */
export async function offeredWords(ctx: Ctx, list: MovementWordList): Promise<MovementWord[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    offeredOn(await movementWords(tx, ctx.actor.province), list, dayInVietnam(ctx.now)),
  )
}
