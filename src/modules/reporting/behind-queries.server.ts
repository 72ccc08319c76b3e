import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import { behindOf, behindSaid } from './behind.ts'
import { allowedMoves, isCounted, isOpenForEntry } from './lifecycle.ts'
import { mayEnter, mayRead, standingsOf } from './policy.ts'
import type { Report } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { readTemplate } from './template-version-store.server.ts'
import { unitListOf } from './unit-list-queries.server.ts'

/** What the handed-in copy of a province's own report does not say yet, and what may be done about it by this reader. */
export type CopyBehind = { sentences: string[]; offer: 'recall' | 'amend' | 'return' | null }

/** Null where the copy says what the sums say, where there is none, and for every report that sums nobody. */
export async function copyBehind(ctx: Ctx, report: Report): Promise<CopyBehind | null> {
  if (report.unit !== report.province || report.province !== ctx.actor.province) return null
  if (report.origin !== 'entered' || isOpenForEntry(report.status) || !mayRead(ctx.actor, report)) return null
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const copy = await newestCopy(tx, report)
    const template = await readTemplate(tx, report.template)
    if (!copy?.content.unitList || !template) return null
    const communes = await communesInForce(tx, report.province, report.period.to)
    const behind = behindOf(copy.content.unitList, await unitListOf(tx, report, template.code, communes))
    return behind && { sentences: behindSaid(behind), offer: offerFor(ctx, report) }
  })
}

function offerFor({ actor }: Ctx, report: Report): CopyBehind['offer'] {
  if (isCounted(report.status)) return mayEnter(actor, report) ? 'amend' : null
  const moves = allowedMoves(report.status, standingsOf(actor, report))
  return moves.includes('recall') ? 'recall' : moves.includes('return') ? 'return' : null
}
