import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister, mayReadAccounts } from '#modules/access/policy.ts'
import type { ReceiverSetting } from './policy.ts'
import { receiversOf } from './setting-store.server.ts'
import { movementWords } from './word-store.server.ts'
import { offeredOn, type MovementWord, type MovementWordList } from './words.ts'

/** The words and rules of the movement in a province, as its administrators and its auditor read them. */
export type MovementWordsPage = {
  words: MovementWord[]
  receivers: ReceiverSetting
  receiversSource: string | null
  mayChange: boolean
  today: LocalDate
}

export async function movementWordsPage(ctx: Ctx): Promise<Outcome<MovementWordsPage>> {
  const { province } = ctx.actor
  if (!mayReadAccounts(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { receivers, source } = await receiversOf(tx, province)
    const words = await movementWords(tx, province)
    const mayChange = mayAdminister(ctx.actor, province)
    return done({ words, receivers, receiversSource: source, mayChange, today: dayInVietnam(ctx.now) })
  })
}

/** The words of a list that the actor's province offers today. */
export async function offeredWords(ctx: Ctx, list: MovementWordList): Promise<MovementWord[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    offeredOn(await movementWords(tx, ctx.actor.province), list, dayInVietnam(ctx.now)),
  )
}
