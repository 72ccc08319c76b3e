import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { choicesOn, type TemplateChoice } from './template-queries.server.ts'

/** The templates that an officer may choose from today: the house's and those of the province. */
export async function templateChoices(ctx: Ctx): Promise<TemplateChoice[]> {
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => choicesOn(tx, ctx.actor.province, today))
}
