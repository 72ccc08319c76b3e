import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import { addStep, findFinding, hasEvidence, insertFinding, lockFinding, saveFinding } from './finding-store.server.ts'
import {
  advanceFinding,
  movesFor,
  needsEvidence,
  type Finding,
  type FindingEntry,
  type FindingId,
  type FindingMove,
} from './finding.ts'
import { countVisit } from './visit-commands.server.ts'
import type { VisitRefusal } from './visit-labels.ts'
import { mayAnswerFinding, mayKeepActivities } from './visit-policy.ts'
import { lockVisit } from './visit-store.server.ts'
import type { FieldVisit, VisitId } from './visit.ts'

type Done<Value> = Promise<Outcome<Value, VisitRefusal>>

/** What an officer types of a finding; its owner is one of the places the visit went to, by position. */
export type FindingDraft = Omit<FindingEntry, 'owner'> & { owner: number }

/** Raises a finding of a visit with one of the units visited. The form brings the id: sent twice it is one finding. */
export async function raiseFinding(ctx: Ctx, visitId: VisitId, id: FindingId, draft: FindingDraft): Done<undefined> {
  return onVisit(ctx, visitId, async (tx, visit) => {
    if (holdsPersonalNumber(draft.said)) return refused({ code: 'personal-number', field: 'said' })
    const stop = visit.stops[draft.owner]
    if (!stop) return refused({ code: 'owner-not-visited' })
    if (draft.dueOn !== null && draft.dueOn < stop.on) return refused({ code: 'due-before-visit', day: stop.on })
    const owner = { unit: stop.unit, name: stop.name }
    const entry = { ...draft, owner, raisedOn: stop.on }
    if (!(await insertFinding(tx, visit, id, entry, ctx.now))) {
      const standing = await findFinding(tx, visit.province, id)
      if (standing?.visit !== visit.id) return notFound()
      return standing.said === draft.said ? done() : refused({ code: 'sheet-used' })
    }
    const finding = { province: visit.province, unit: visit.unit, id, owner, version: 1 }
    await addStep(tx, finding, { move: 'raise', on: stop.on, said: draft.said }, { actor: ctx.actor, at: ctx.now })
    await countVisit(tx, visit)
    await recordChange(tx, ctx, id, 'finding-raised', { until: draft.dueOn })
    return done()
  })
}

/** Says a finding better or gives it another due day. `version` is the one the officer had before him. */
export async function correctFinding(
  ctx: Ctx,
  id: FindingId,
  version: number,
  entry: Pick<FindingEntry, 'said' | 'severity' | 'dueOn'>,
): Done<undefined> {
  return onFinding(ctx, id, version, async (tx, finding) => {
    if (!mayKeepActivities(ctx.actor, finding)) return forbidden()
    if (finding.state === 'closed') return refused({ code: 'step-not-possible', state: finding.state })
    if (holdsPersonalNumber(entry.said)) return refused({ code: 'personal-number', field: 'said' })
    if (entry.dueOn !== null && entry.dueOn < finding.raisedOn)
      return refused({ code: 'due-before-visit', day: finding.raisedOn })
    await saveFinding(tx, finding, entry, ctx.now)
    const today = dayInVietnam(ctx.now)
    await addStep(tx, finding, { move: 'correct', on: today, said: entry.said }, { actor: ctx.actor, at: ctx.now })
    await recordChange(tx, ctx, id, 'finding-corrected', { until: entry.dueOn })
    return done()
  })
}

/** Takes one step with a finding: the unit answers, those who went close it, open it again or take it out. */
export async function moveFinding(
  ctx: Ctx,
  id: FindingId,
  version: number,
  move: FindingMove,
  said: string,
): Done<undefined> {
  return onFinding(ctx, id, version, async (tx, finding, visit) => {
    if (!mayTake(ctx, finding, move)) return forbidden()
    const to = move === 'void' ? null : advanceFinding(finding.state, move)
    if (move !== 'void' && to === null) return refused({ code: 'step-not-possible', state: finding.state })
    if (!sidesOf(ctx, finding).some((side) => movesFor(finding, side).includes(move)))
      return refused({ code: 'step-not-possible', state: finding.state })
    if (holdsPersonalNumber(said)) return refused({ code: 'personal-number', field: 'said' })
    if (move === 'close' && needsEvidence(finding.severity) && !(await hasEvidence(tx, finding)))
      return refused({ code: 'evidence-needed' })
    const today = dayInVietnam(ctx.now)
    const change = to === null ? { voidReason: said } : { state: to, closedOn: to === 'closed' ? today : null }
    await saveFinding(tx, finding, change, ctx.now)
    await addStep(tx, finding, { move, on: today, said }, { actor: ctx.actor, at: ctx.now })
    // An answer changes no count, and the visited unit may not touch the visit.
    if (move !== 'answer' && visit) await countVisit(tx, visit)
    await recordChange(tx, ctx, id, stepKind[move], {})
    return done()
  })
}

const stepKind: Record<FindingMove, ActivitiesAuditKind> = {
  answer: 'finding-answered',
  close: 'finding-closed',
  reopen: 'finding-reopened',
  void: 'finding-voided',
}

/** On which sides of a finding an actor stands. */
export function sidesOf(ctx: Pick<Ctx, 'actor'>, finding: Finding): ('visitor' | 'owner')[] {
  return [
    ...(mayKeepActivities(ctx.actor, finding) ? (['visitor'] as const) : []),
    ...(mayAnswerFinding(ctx.actor, { province: finding.province, unit: finding.owner.unit })
      ? (['owner'] as const)
      : []),
  ]
}

function mayTake(ctx: Ctx, finding: Finding, move: FindingMove): boolean {
  const sides = sidesOf(ctx, finding)
  if (move !== 'answer') return sides.includes('visitor')
  return sides.includes('owner') || (sides.includes('visitor') && finding.owner.unit === null)
}

async function onVisit(ctx: Ctx, id: VisitId, work: (tx: Tx, visit: FieldVisit) => Done<undefined>): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const visit = await lockVisit(tx, ctx.actor.province, id)
    if (!visit) return notFound()
    if (!mayKeepActivities(ctx.actor, visit)) return forbidden()
    return visit.voidReason === null ? work(tx, visit) : refused({ code: 'already-void' })
  })
}

/** The visit first, where the actor may lock it: whoever raises a finding holds the visit too. */
async function onFinding(
  ctx: Ctx,
  id: FindingId,
  version: number,
  work: (tx: Tx, finding: Finding, visit: FieldVisit | null) => Done<undefined>,
): Done<undefined> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const seen = await findFinding(tx, ctx.actor.province, id)
    if (!seen) return notFound()
    if (sidesOf(ctx, seen).length === 0) return forbidden()
    const visit = mayKeepActivities(ctx.actor, seen) ? await lockVisit(tx, seen.province, seen.visit) : null
    const finding = await lockFinding(tx, seen.province, id)
    if (!finding) return notFound()
    if (finding.voidReason !== null) return refused({ code: 'already-void' })
    if (finding.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, finding, visit)
  })
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: FindingId,
  kind: ActivitiesAuditKind,
  changed: Record<string, string | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'finding', id }, changed, at: ctx.now })
}
