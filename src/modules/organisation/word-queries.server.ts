import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import type { BodyPattern } from './body.ts'
import { bodyPatternsOf } from './body-store.server.ts'
import { mayReadTrees } from './policy.ts'
import { structureWords } from './word-store.server.ts'
import { offered, type StructureWord } from './words.ts'

/** The lists of words and the patterns of a province: what is usual in the country, and what the province says of itself. */
export type WordsPage = { words: StructureWord[]; patterns: BodyPattern[]; mayChange: boolean }

export async function wordsPage(ctx: Ctx): Promise<Outcome<WordsPage>> {
  const { province } = ctx.actor
  if (!mayReadTrees(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    done({
      words: await structureWords(tx, province),
      patterns: await bodyPatternsOf(tx, province),
      mayChange: mayAdminister(ctx.actor, province),
    }),
  )
}

/** A choice among kinds of hamlets: those usual in the actor's kind of commune first. */
export type KindChoice = { value: string; label: string; group: string }

export async function kindsOfSubCommunes(ctx: Ctx): Promise<KindChoice[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const unit = await lastVersionIn(tx, ctx.actor.unit, ctx.actor.province, dayInVietnam(ctx.now))
    const words = offered(await structureWords(tx, ctx.actor.province), 'sub-commune-kind')
    const isUsual = (word: StructureWord): boolean => word.isOwn || (word.ofKinds?.includes(unit?.kind ?? '') ?? false)
    return words
      .toSorted((one, other) => Number(isUsual(other)) - Number(isUsual(one)))
      .map((word) => ({
        value: word.code,
        label: word.label,
        group: isUsual(word) ? 'Thường dùng ở đơn vị này' : 'Loại khác',
      }))
  })
}

/** The words for bodies, as a form offers them. */
export async function bodyWords(ctx: Ctx): Promise<{ kinds: StructureWord[]; functions: StructureWord[] }> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const words = await structureWords(tx, ctx.actor.province)
    return { kinds: offered(words, 'body-kind'), functions: offered(words, 'body-function') }
  })
}
