import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { amendmentsIn, liveOne } from './amendment-store.server.ts'
import { planOf, withdrawalOf, type PublicationPlan } from './publication-store.server.ts'
import { publicPath } from './public-path.ts'
import { reportPage, type ReportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

/** Where a report stands with the public: out, waiting for its moment, or taken back. */
export type PublicationPage = {
  page: ReportPage & { formerPath: string | null }
  plan: PublicationPlan | null
  withdrawn: { at: Date; why: string } | null
  openAmendment: number | null
}

export async function publicationPage(ctx: Ctx, id: ReportId): Promise<Outcome<PublicationPage>> {
  const outcome = await reportPage(ctx, id)
  if (!outcome.ok) return outcome
  const page = outcome.value
  const { report, unit } = page
  if (report.origin !== 'entered') return notFound()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const withdrawn = await withdrawalOf(tx, report)
    return done({
      page: { ...page, formerPath: withdrawn ? publicPath(unit.code, report.id) : null },
      plan: await planOf(tx, report),
      withdrawn,
      openAmendment: liveOne(await amendmentsIn(tx, report))?.n ?? null,
    })
  })
}
