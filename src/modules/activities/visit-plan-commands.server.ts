import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import type { VisitRefusal } from './visit-labels.ts'
import {
  changePlan,
  changeTopic,
  insertPlan,
  insertTopic,
  lockPlan,
  lockTopic,
  visitsUnder,
} from './visit-plan-store.server.ts'
import type { VisitPlan, VisitPlanEntry, VisitTopicId } from './visit-plan.ts'
import { mayKeepActivities, mayKeepTopics } from './visit-policy.ts'
import type { VisitPlanId } from './visit.ts'

type Done = Promise<Outcome<undefined, VisitRefusal>>

/** Writes a line into the year's plan of the actor's unit. The form brings the id: sent twice it is one line. */
export async function planVisit(ctx: Ctx, id: VisitPlanId, year: number, entry: VisitPlanEntry): Done {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepActivities(ctx.actor, owner)) return forbidden()
  if (holdsPersonalNumber(entry.subject)) return refused({ code: 'personal-number', field: 'subject' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (await insertPlan(tx, { ...owner, id, year }, entry, ctx.now))
      await recordChange(tx, ctx, { kind: 'visit-plan', id }, 'visit-planned', { year, units: entry.unitsPlanned })
    return done()
  })
}

/** Corrects a line of the plan. */
export async function correctPlan(ctx: Ctx, id: VisitPlanId, version: number, entry: VisitPlanEntry): Done {
  return onPlan(ctx, id, version, async (tx, plan) => {
    if (holdsPersonalNumber(entry.subject)) return refused({ code: 'personal-number', field: 'subject' })
    await changePlan(tx, plan, entry, ctx.now)
    const changed = { year: plan.year, units: entry.unitsPlanned }
    await recordChange(tx, ctx, { kind: 'visit-plan', id }, 'visit-plan-corrected', changed)
    return done()
  })
}

/** Takes a line out of the plan, as long as no visit was made under it. */
export async function voidPlan(ctx: Ctx, id: VisitPlanId, version: number, reason: string): Done {
  return onPlan(ctx, id, version, async (tx, plan) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number', field: 'reason' })
    if ((await visitsUnder(tx, plan)) > 0) return refused({ code: 'plan-has-visits' })
    await changePlan(tx, plan, { voidReason: reason }, ctx.now)
    await recordChange(tx, ctx, { kind: 'visit-plan', id }, 'visit-plan-voided', { year: plan.year })
    return done()
  })
}

/** Adds a word for what is inspected. */
export async function addTopic(ctx: Ctx, id: VisitTopicId, name: string): Done {
  if (!mayKeepTopics(ctx.actor)) return forbidden()
  if (holdsPersonalNumber(name)) return refused({ code: 'personal-number', field: 'name' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (!(await insertTopic(tx, { province: ctx.actor.province, id }, name, ctx.now)))
      return refused({ code: 'topic-exists' })
    await recordChange(tx, ctx, { kind: 'visit-topic', id }, 'visit-topic-added', { name })
    return done()
  })
}

/** Stops using a word, or uses it again; the visits that carry it keep it. */
export async function useTopic(ctx: Ctx, id: VisitTopicId, version: number, isUsed: boolean): Done {
  if (!mayKeepTopics(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const topic = await lockTopic(tx, ctx.actor.province, id)
    if (!topic) return notFound()
    if (topic.version !== version) return refused({ code: 'changed-meanwhile' })
    if (topic.isUsed === isUsed) return done()
    await changeTopic(tx, ctx.actor.province, topic, isUsed, ctx.now)
    const kind = isUsed ? 'visit-topic-used' : 'visit-topic-unused'
    await recordChange(tx, ctx, { kind: 'visit-topic', id }, kind, { name: topic.name })
    return done()
  })
}

async function onPlan(ctx: Ctx, id: VisitPlanId, version: number, work: (tx: Tx, plan: VisitPlan) => Done): Done {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await lockPlan(tx, ctx.actor.province, id)
    if (!found) return notFound()
    if (!mayKeepActivities(ctx.actor, found.plan)) return forbidden()
    if (found.isVoid) return refused({ code: 'already-void' })
    return found.plan.version === version ? work(tx, found.plan) : refused({ code: 'changed-meanwhile' })
  })
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  object: { kind: string; id: string },
  kind: ActivitiesAuditKind,
  changed: Record<string, string | number | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object, changed, at: ctx.now })
}
