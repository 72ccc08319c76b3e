import { dayInVietnam } from '#kernel/local-date.ts'
import type { PeriodBook, RuledRegime } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { periodsInUse } from '#platform/periods.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { currentTemplate } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/** What a person chooses a period from: the regimes that are listed, and the book by which what they type is read. */
export type PeriodChoice = { book: PeriodBook; offered: readonly RuledRegime[] }

/** The regimes in use: those the installation lists, and those that the template of the day is owed for. */
export async function periodChoice(ctx: Ctx): Promise<PeriodChoice> {
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { book, offered } = await periodsInUse(tx, today)
    const template = await templateOn(tx, currentTemplate, today)
    const owed = template?.owedFor ?? []
    return { book, offered: [...offered, ...owed.filter((regime) => !offered.includes(regime))] }
  })
}
