import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { insertClosing, saveReopening } from './closing-store.server.ts'
import { isCounted } from './lifecycle.ts'
import { onObligations, reasonFault, recordObligation, toldOf } from './obligation-commands.server.ts'
import type { ObligationRefusal } from './obligation-labels.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { closingOf } from './obligation-queries.server.ts'
import { missingOf, type UnitReport } from './period-standing.ts'
import { standingIn } from './period-standing-queries.server.ts'
import { mayReview } from './policy.ts'

type Answer<Value> = Promise<Outcome<Value, ObligationRefusal>>

/** A unit that is missing when a period is closed, as it was typed. */
export type TypedGap = { unit: UnitId; reason: string }

/**
 * Closes a period: from here on its total says who was missing. Every report must be decided on or its unit named; the
 * figures stay live, so a report accepted afterwards takes its unit out of the gaps that are told.
 */
export async function closePeriod(
  ctx: Ctx,
  asked: { period: Period; note: string; gaps: readonly TypedGap[] },
): Answer<{ gaps: number }> {
  if (!mayReview(ctx.actor)) return forbidden()
  const { period } = asked
  if (period.to >= dayInVietnam(ctx.now)) return refused({ code: 'period-still-runs', last: period.to })
  await keepObligations(ctx.db, ctx.actor.province, ctx.now)
  return onObligations(ctx, async (tx) => {
    const standing = await standingIn(tx, ctx, period)
    if (!standing) return notFound()
    const { template, reports } = standing
    if (await closingOf(tx, ctx.actor.province, template.code, period))
      return refused({ code: 'period-closed-already' })
    const gaps = asked.gaps.map(({ unit, reason }) => ({ unit, reason: tidy(reason) }))
    const note = tidy(asked.note)
    const fault =
      closingFault(reports, gaps) ?? (holdsPersonalNumber(note) ? { code: 'personal-number' as const } : null)
    if (fault) return refused(fault)
    const by = { account: ctx.actor.account, person: ctx.actor.name, at: ctx.now }
    const id = await insertClosing(tx, ctx.actor.province, { template: template.code, period, note, gaps }, by)
    const changed = { template: template.code, from: period.from, to: period.to, gaps: gaps.length }
    await recordObligation(tx, ctx, 'period-closed', { kind: 'period-closing', id }, changed)
    if (gaps.length > 0) await tell(tx, 'period-closed', toldOf(ctx, id))
    return done({ gaps: gaps.length })
  })
}

/** Why a period cannot be closed so; null when it can. */
export function closingFault(reports: readonly UnitReport[], gaps: readonly TypedGap[]): ObligationRefusal | null {
  const named = new Set(gaps.map(({ unit }) => unit))
  const names = (of: readonly UnitReport[]): string[] => of.map(({ unit }) => unit.name)
  const known = new Set(reports.map(({ unit }) => unit.unit))
  const left = missingOf(reports).filter(({ unit }) => !named.has(unit.unit))
  const waiting = left.filter(({ status }) => status === 'submitted')
  if (waiting.length > 0) return { code: 'reports-wait-unread', names: names(waiting) }
  if (left.length > 0) return { code: 'gaps-not-named', names: names(left) }
  const counted = reports.filter(({ unit, status }) => named.has(unit.unit) && isCounted(status))
  if (counted.length > 0) return { code: 'gap-is-counted', names: names(counted) }
  if (gaps.some(({ unit }) => !known.has(unit)) || named.size < gaps.length) return { code: 'changed-meanwhile' }
  for (const { reason } of gaps) {
    const fault = reasonFault(reason)
    if (fault) return fault
  }
  return null
}

/** Opens a closed period again, with the reason; what it named stays readable. */
export async function reopenPeriod(ctx: Ctx, asked: { period: Period; reason: string }): Answer<undefined> {
  return onObligations(ctx, async (tx) => {
    const standing = await standingIn(tx, ctx, asked.period)
    if (!standing) return notFound()
    const reason = tidy(asked.reason)
    const fault = reasonFault(reason)
    if (fault) return refused(fault)
    const by = { account: ctx.actor.account, person: ctx.actor.name, at: ctx.now }
    const { template } = standing
    const wanted = { template: template.code, period: asked.period, reason }
    const id = await saveReopening(tx, ctx.actor.province, wanted, by)
    if (!id) return refused({ code: 'period-not-closed' })
    const changed = { template: template.code, from: asked.period.from, to: asked.period.to }
    await recordObligation(tx, ctx, 'period-reopened', { kind: 'period-closing', id }, changed)
    await tell(tx, 'period-reopened', toldOf(ctx, id))
    return done()
  })
}
