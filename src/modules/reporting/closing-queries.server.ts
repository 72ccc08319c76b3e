import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { closingsOf, type PastClosing } from './closing-store.server.ts'
import { closingOf } from './obligation-queries.server.ts'
import { missingOf, type PeriodStanding, type UnitReport } from './period-standing.ts'
import { periodStanding } from './period-standing-queries.server.ts'
import { mayReview, maySeeProvince } from './policy.ts'

/** What closing a period is decided by: who is missing, and how often it was closed before. */
export type ClosingPage = {
  standing: PeriodStanding
  missing: UnitReport[]
  closing: Awaited<ReturnType<typeof closingOf>>
  past: PastClosing[]
  mayClose: boolean
  hasEnded: boolean
}

export async function closingPage(ctx: Ctx, period: Period): Promise<Outcome<ClosingPage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const standing = await periodStanding(ctx, period)
  if (!standing.ok) return standing
  const { template, reports } = standing.value
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    done({
      ...{ standing: standing.value, missing: missingOf(reports), mayClose: mayReview(ctx.actor) },
      closing: await closingOf(tx, ctx.actor.province, template.code, period),
      past: await closingsOf(tx, ctx.actor.province, template.code, period),
      hasEnded: period.to < dayInVietnam(ctx.now),
    }),
  )
}
