import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { choicesOn, type TemplateChoice } from './template-queries.server.ts'

/** The templates that an officer may choose from, today or for a period that ends on a day: the house's and the province's. */
export async function templateChoices(ctx: Ctx, day: LocalDate = dayInVietnam(ctx.now)): Promise<TemplateChoice[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => choicesOn(tx, ctx.actor.province, day))
}
