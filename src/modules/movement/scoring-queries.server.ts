import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { mayKeepScoringSets, mayReadScoringSets } from './scoring-policy.ts'
import type { ScoringSetId } from './scoring-set.ts'
import { isUsed, patternsOf, versionsOf, type ScoringPattern, type ScoringSetVersion } from './scoring-store.server.ts'

/** The sets of a province and those that were published somewhere, to copy from. */
export type ScoringSetsPage = { own: ScoringSetVersion[]; patterns: ScoringPattern[]; mayKeep: boolean }

export async function scoringSetsPage(ctx: Ctx): Promise<Outcome<ScoringSetsPage>> {
  if (!mayReadScoringSets(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const own = await versionsOf(tx, ctx.actor.province, null)
    const named = own.toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
    return done({ own: named, patterns: await patternsOf(tx), mayKeep: mayKeepScoringSets(ctx.actor) })
  })
}

/** One set with its versions, newest first; the shown one is the newest unless another is asked for. */
export type ScoringSetPage = {
  shown: ScoringSetVersion
  versions: (ScoringSetVersion & { by: string })[]
  revision: number
  /** Whether the newest version was used: then saving makes a new one. */
  isFrozen: boolean
  mayKeep: boolean
}

export async function scoringSetPage(
  ctx: Ctx,
  id: ScoringSetId,
  version: number | null,
): Promise<Outcome<ScoringSetPage>> {
  if (!mayReadScoringSets(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const versions = await versionsOf(tx, province, id)
    const newest = versions[0]
    const shown = version === null ? newest : versions.find((one) => one.version === version)
    if (!newest || !shown) return notFound()
    const { revision } = await tx
      .selectFrom('scoring_set')
      .select('revision')
      .where('province_id', '=', province)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const people = await displayNames(
      tx,
      province,
      versions.map(({ account }) => account),
    )
    return done({
      ...{ shown, revision, isFrozen: await isUsed(tx, province, id, newest.version) },
      versions: versions.map((one) => ({ ...one, by: people.get(one.account ?? '') ?? 'Một tài khoản' })),
      mayKeep: mayKeepScoringSets(ctx.actor),
    })
  })
}

/** One published set; null where there is none of that code. */
export async function scoringPattern(ctx: Ctx, code: string): Promise<ScoringPattern | null> {
  if (!mayReadScoringSets(ctx.actor)) return null
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => (await patternsOf(tx, code))[0] ?? null)
}
