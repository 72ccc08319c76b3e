import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { linesOn } from '#modules/reporting/period-standing-queries.server.ts'
import { cellOf, currentTemplate } from '#modules/reporting/report.ts'
import type { BriefAuditKind } from './audit-labels.ts'
import { withFigure, withFigureMoved, withoutFigure, type ChoiceRefusal } from './chosen.ts'
import { mayChooseFigures } from './policy.ts'
import { lockChoice, saveChoice, type StoredChoice } from './store.server.ts'

type Done = Promise<Outcome<undefined, ChoiceRefusal>>

/** Puts a figure of the template in use behind those that stand in the brief of the actor's unit. */
export async function chooseFigure(ctx: Ctx, cell: string): Done {
  const kind: BriefAuditKind = 'brief-figure-chosen'
  return onChoice(ctx, kind, cell, async (tx, { cells }) => {
    const lines = await linesOn(tx, dayInVietnam(ctx.now))
    const line = lines.find((one) => cellKey(cellOf(one)) === cell)
    return line ? withFigure(cells, cell, line.indicator.name) : refused({ code: 'unknown-figure', given: cell })
  })
}

/** Exchanges a figure with the one above or below it. */
export async function moveFigure(ctx: Ctx, cell: string, step: 'up' | 'down'): Done {
  const kind: BriefAuditKind = 'brief-figure-moved'
  return onChoice(ctx, kind, cell, async (_, { cells }) => withFigureMoved(cells, cell, step))
}

/** Takes a figure out; also one that no template has any more. */
export async function removeFigure(ctx: Ctx, cell: string): Done {
  const kind: BriefAuditKind = 'brief-figure-removed'
  return onChoice(ctx, kind, cell, async (_, { cells }) => withoutFigure(cells, cell))
}

/** Goes back to the figures of the template, also those that it will have later. */
export async function restoreFigures(ctx: Ctx): Done {
  const kind: BriefAuditKind = 'brief-figures-restored'
  return onChoice(ctx, kind, null, async (_, { isOwn }) => (isOwn ? done(null) : refused({ code: 'not-changed' })))
}

async function onChoice(
  ctx: Ctx,
  kind: BriefAuditKind,
  cell: string | null,
  decide: (tx: Tx, choice: StoredChoice) => Promise<Outcome<readonly string[] | null, ChoiceRefusal>>,
): Done {
  // Before the lock: the transaction of who only reads takes none.
  if (!mayChooseFigures(ctx.actor)) return forbidden()
  const { province, unit, account } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const choice = await lockChoice(tx, { province, unit }, currentTemplate, ctx.now)
    const decided = await decide(tx, choice)
    if (!decided.ok) return decided
    await saveChoice(tx, { province, unit }, decided.value, ctx.now)
    const changed = cell === null ? {} : { cell }
    await record(tx, { province, account, unit, kind, object: { kind: 'brief', id: unit }, changed, at: ctx.now })
    return done()
  })
}
