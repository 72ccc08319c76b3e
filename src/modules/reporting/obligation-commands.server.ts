import { dayInVietnam, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { successorOf, periodContaining, type Period } from '#kernel/period.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell, type Told } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import { everyCell } from './completeness.ts'
import { dueCalendar } from './due-calendar.server.ts'
import { beginWithDefaults, writeObligations } from './obligation-arising.server.ts'
import type { ObligationRefusal } from './obligation-labels.ts'
import { answeredObligations, type AnsweredObligation, type ObligationId } from './obligation-queries.server.ts'
import { dueAfter, isOwedBy, overlaps, owedBy, type NewRule, type ObligationRuleId } from './obligation-rule.ts'
import { stateOf } from './obligation-standing.ts'
import { findRule, insertRule, lockClock, rulesOf, saveRuleEnd, unitsOwing } from './obligation-store.server.ts'
import { mayReview } from './policy.ts'
import { templateOn } from './template-version-store.server.ts'

type Answer<Value> = Promise<Outcome<Value, ObligationRefusal>>

/** A reason that somebody else can follow needs at least so many letters. */
export const shortestReason = 10

/** Lock: whatever is done about what a province owes waits for whoever does it already. */
export async function onObligations<Value>(ctx: Ctx, work: (tx: Tx) => Answer<Value>): Answer<Value> {
  if (!mayReview(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockClock(tx, ctx.actor.province)
    // The first rule of its own is set beside what the province began with, not in its place.
    await beginWithDefaults(tx, ctx.actor.province, ctx.now)
    return work(tx)
  })
}

/** Why a typed reason is none; null when it will do. */
export function reasonFault(reason: string): ObligationRefusal | null {
  if (lengthOf(reason) < shortestReason) return { code: 'reason-too-short', least: shortestReason }
  return holdsPersonalNumber(reason) ? { code: 'personal-number' } : null
}

/** Sets what units of the province owe from a day on; what has ended since that day arises at once. */
export async function addObligationRule(ctx: Ctx, typed: NewRule): Answer<ObligationRuleId> {
  return onObligations(ctx, async (tx) => {
    const rule = { ...typed, source: tidy(typed.source) }
    const fault = await ruleFault(tx, ctx, rule)
    if (fault) return refused(fault)
    const { province } = ctx.actor
    const id = await insertRule(tx, province, rule, { account: ctx.actor.account, person: ctx.actor.name, at: ctx.now })
    await writeObligations(tx, province, ctx.now)
    const { template, regime, levels, from } = rule
    await recordObligation(
      tx,
      ctx,
      'obligation-rule-added',
      { kind: 'obligation-rule', id },
      { template, regime, levels, from, least: rule.least },
    )
    return done(id)
  })
}

/** What a rule would give: nothing is written. */
export type RulePreview = { arises: number; units: number; period: Period; due: LocalDate }

export async function previewObligationRule(ctx: Ctx, typed: NewRule): Answer<RulePreview> {
  return onObligations(ctx, async (tx) => {
    const rule = { ...typed, source: tidy(typed.source) }
    const fault = await ruleFault(tx, ctx, rule)
    if (fault) return refused(fault)
    const { province } = ctx.actor
    const today = dayInVietnam(ctx.now)
    const ended = owedBy(rule, today).toReversed()
    let arises = 0
    for (const { to } of ended) arises += (await unitsOwing(tx, province, rule, to)).length
    const period = ended[0] ?? firstToCome(rule)
    if (!period) return refused({ code: 'rule-ends-before-it-begins' })
    const { due } = dueAfter(period, rule.due, await dueCalendar(tx, province, [period], today))
    const units = await unitsOwing(tx, province, rule, period.to)
    return done({ arises, units: units.length, period, due })
  })
}

/** The first period that ends within a rule's days. */
function firstToCome(rule: NewRule): Period | null {
  let period = periodContaining(rule.regime, rule.from)
  while (period && !isOwedBy(rule, period)) {
    if (rule.until !== null && period.to > rule.until) return null
    period = successorOf(period)
  }
  return period
}

async function ruleFault(tx: Tx, ctx: Ctx, rule: NewRule): Promise<ObligationRefusal | null> {
  const first = localDate(`${partsOf(dayInVietnam(ctx.now)).year - 2}-01-01`)
  if (rule.from < first) return { code: 'rule-too-early', first }
  if (rule.until !== null && rule.until < rule.from) return { code: 'rule-ends-before-it-begins' }
  if (!Number.isSafeInteger(rule.least) || rule.least < 1 || rule.least > everyCell)
    return { code: 'rule-least-not-a-percentage' }
  const template = await templateOn(tx, rule.template, rule.from)
  if (!template) return { code: 'rule-template-unknown' }
  if (rule.levels.length === 0 || rule.levels.some((level) => !template.carriedBy.includes(level)))
    return { code: 'rule-levels-not-carried' }
  const fault = reasonFault(rule.source)
  if (fault) return fault
  const standing = (await rulesOf(tx, ctx.actor.province)).find((one) =>
    overlaps(one, { ...rule, version: 1, endReason: null }),
  )
  return standing ? { code: 'rule-overlaps', since: standing.from, until: standing.until } : null
}

/** Ends a rule on a day: periods that end later are not owed by it. What has arisen stays and is waived one by one. */
export async function endObligationRule(
  ctx: Ctx,
  id: ObligationRuleId,
  typed: { until: LocalDate; reason: string; version: number },
): Answer<undefined> {
  return onObligations(ctx, async (tx) => {
    const { province } = ctx.actor
    const rule = await findRule(tx, province, id)
    if (!rule) return notFound()
    if (rule.version !== typed.version) return refused({ code: 'changed-meanwhile' })
    if (rule.until !== null && rule.until <= typed.until) return refused({ code: 'rule-ended-already' })
    if (typed.until < rule.from) return refused({ code: 'rule-ends-before-it-begins' })
    const last = await lastArisen(tx, ctx, id)
    if (last !== null && typed.until < last) return refused({ code: 'rule-has-arisen', last })
    const reason = tidy(typed.reason)
    const fault = reasonFault(reason)
    if (fault) return refused(fault)
    await saveRuleEnd(tx, province, rule, { until: typed.until, reason })
    await recordObligation(tx, ctx, 'obligation-rule-ended', { kind: 'obligation-rule', id }, { until: typed.until })
    return done()
  })
}

async function lastArisen(tx: Tx, { actor }: Ctx, id: ObligationRuleId): Promise<LocalDate | null> {
  const row = await tx
    .selectFrom('obligation')
    .select(({ fn }) => fn.max('period_to').as('last'))
    .where('province_id', '=', actor.province)
    .where('rule_id', '=', id)
    .executeTakeFirst()
  return row?.last ? localDate(row.last) : null
}

/** Lets one unit off one report, with the reason. */
export async function waiveObligation(
  ctx: Ctx,
  id: ObligationId,
  typed: { reason: string; version: number },
): Answer<undefined> {
  return onObligations(ctx, async (tx) => {
    const found = await findObligation(tx, ctx, id)
    if (!found) return notFound()
    if (found.version !== typed.version || found.waivedFor !== null) return refused({ code: 'changed-meanwhile' })
    if (stateOf(found) === 'met') return refused({ code: 'obligation-met' })
    const reason = tidy(typed.reason)
    const fault = reasonFault(reason)
    if (fault) return refused(fault)
    await saveWaiver(tx, ctx, found, reason)
    await recordObligation(tx, ctx, 'obligation-waived', { kind: 'obligation', id }, { unit: found.unit })
    await tell(tx, 'obligation-waived', toldOf(ctx, id))
    return done()
  })
}

/** Asks again for what was waived. */
export async function askAgain(ctx: Ctx, id: ObligationId, version: number): Answer<undefined> {
  return onObligations(ctx, async (tx) => {
    const found = await findObligation(tx, ctx, id)
    if (!found) return notFound()
    if (found.version !== version || found.waivedFor === null) return refused({ code: 'changed-meanwhile' })
    await saveWaiver(tx, ctx, found, null)
    await recordObligation(tx, ctx, 'obligation-asked-again', { kind: 'obligation', id }, { unit: found.unit })
    await tell(tx, 'obligation-asked-again', toldOf(ctx, id))
    return done()
  })
}

/** Tell: the unit itself, which reads the decision where it would otherwise only see that something changed. */
export function toldOf({ actor, now }: Ctx, object: Told['object']): Told {
  return { province: actor.province, object, by: actor.account, at: now }
}

async function findObligation(tx: Tx, { actor }: Ctx, id: ObligationId): Promise<AnsweredObligation | null> {
  const row = await tx
    .selectFrom('obligation')
    .select(['unit_id', 'period_to'])
    .where('province_id', '=', actor.province)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const day = localDate(row.period_to)
  const all = await answeredObligations(tx, { province: actor.province, from: day, to: day })
  return all.find((one) => one.id === id) ?? null
}

async function saveWaiver(tx: Tx, { actor, now }: Ctx, one: AnsweredObligation, reason: string | null): Promise<void> {
  await tx
    .updateTable('obligation')
    .set({
      ...{ waived_for: reason, version: one.version + 1 },
      waived_at: reason === null ? null : now,
      waived_account_id: reason === null ? null : actor.account,
      waived_name: reason === null ? null : actor.name,
    })
    .where('province_id', '=', actor.province)
    .where('id', '=', one.id)
    .execute()
}

/** Record: the last thing a command on what is owed does. */
export async function recordObligation(
  tx: Tx,
  { actor, now }: Ctx,
  kind: ReportingAuditKind,
  object: { kind: 'obligation-rule' | 'obligation' | 'period-closing'; id: string },
  changed: Record<string, string | number | readonly string[]>,
): Promise<void> {
  const by = { province: actor.province, account: actor.account, unit: actor.unit }
  await record(tx, { ...by, kind, object, changed, at: now })
}
