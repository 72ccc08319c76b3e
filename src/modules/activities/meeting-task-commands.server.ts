import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import type { MeetingRefusal } from './meeting-labels.ts'
import { lockMeeting } from './meeting-store.server.ts'
import { insertTask, lockTask, saveTask } from './meeting-task-store.server.ts'
import type { MeetingId, MeetingTask, MeetingTaskEntry, MeetingTaskId } from './meeting.ts'
import { placesNamed } from './visit-places.server.ts'
import { mayKeepActivities } from './visit-policy.ts'

type Done = Promise<Outcome<undefined, MeetingRefusal>>

/** Makes a conclusion of a conference or congress a task. The form brings the id: sent twice it is one task. */
export async function setTask(
  ctx: Ctx,
  meetingId: MeetingId,
  id: MeetingTaskId,
  entry: Omit<MeetingTaskEntry, 'ownerUnit'>,
): Done {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const meeting = await lockMeeting(tx, ctx.actor.province, meetingId)
    if (!meeting) return notFound()
    if (!mayKeepActivities(ctx.actor, meeting)) return forbidden()
    if (meeting.voidReason !== null) return refused({ code: 'already-void' })
    if (!takesTasks(meeting.facts.kind)) return refused({ code: 'task-not-of-this-kind' })
    if (entry.dueOn < meeting.heldOn) return refused({ code: 'due-before-meeting', day: meeting.heldOn })
    const field = holdsPersonalNumber(entry.content) ? 'content' : holdsPersonalNumber(entry.owner) ? 'owner' : null
    if (field) return refused({ code: 'personal-number', field })
    // A name that is no commune of that day is a body of its own, and owes the task all the same.
    const typed = [{ name: entry.owner, on: meeting.heldOn, field: 'owner' }]
    const named = await placesNamed(tx, meeting.province, typed, dayInVietnam(ctx.now))
    const ownerUnit = named.ok ? (named.stops[0]?.unit ?? null) : null
    if (await insertTask(tx, meeting, id, { ...entry, ownerUnit }, ctx.now))
      await recordChange(tx, ctx, meetingId, 'task-set', { until: entry.dueOn })
    return done()
  })
}

/** Which meetings end in tasks. */
export function takesTasks(kind: string): boolean {
  return kind === 'conference' || kind === 'congress'
}

/** Notes that a task was done, with its result: by who set it, or by the unit that owes it. */
export async function completeTask(ctx: Ctx, id: MeetingTaskId, version: number, result: string): Done {
  const reports = (task: MeetingTask) => keeps(ctx)(task) || owes(ctx, task)
  return onTask(ctx, id, version, reports, async (tx, task) => {
    if (task.done) return refused({ code: 'already-done' })
    if (holdsPersonalNumber(result)) return refused({ code: 'personal-number', field: 'result' })
    await saveTask(tx, task, { done: { on: dayInVietnam(ctx.now), result } }, ctx.now)
    await recordChange(tx, ctx, task.meeting, 'task-done', {})
    return done()
  })
}

/** Opens a task again whose result did not hold. */
export async function reopenTask(ctx: Ctx, id: MeetingTaskId, version: number): Done {
  return onTask(ctx, id, version, keeps(ctx), async (tx, task) => {
    if (!task.done) return refused({ code: 'not-done' })
    await saveTask(tx, task, { done: null }, ctx.now)
    await recordChange(tx, ctx, task.meeting, 'task-reopened', {})
    return done()
  })
}

/** Takes a task out of the list, with a reason. */
export async function voidTask(ctx: Ctx, id: MeetingTaskId, version: number, reason: string): Done {
  return onTask(ctx, id, version, keeps(ctx), async (tx, task) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number', field: 'reason' })
    await saveTask(tx, task, { voidReason: reason }, ctx.now)
    await recordChange(tx, ctx, task.meeting, 'task-voided', {})
    return done()
  })
}

function keeps(ctx: Ctx): (task: MeetingTask) => boolean {
  return (task) => mayKeepActivities(ctx.actor, task)
}

function owes(ctx: Ctx, { province, ownerUnit }: MeetingTask): boolean {
  return ownerUnit !== null && mayKeepActivities(ctx.actor, { province, unit: ownerUnit })
}

async function onTask(
  ctx: Ctx,
  id: MeetingTaskId,
  version: number,
  may: (task: MeetingTask) => boolean,
  work: (tx: Tx, task: MeetingTask) => Done,
): Done {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const task = await lockTask(tx, ctx.actor.province, id)
    if (!task) return notFound()
    if (!may(task)) return forbidden()
    if (task.voidReason !== null) return refused({ code: 'already-void' })
    return task.version === version ? work(tx, task) : refused({ code: 'changed-meanwhile' })
  })
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: MeetingId,
  kind: ActivitiesAuditKind,
  changed: Record<string, string>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'meeting', id }, changed, at: ctx.now })
}
