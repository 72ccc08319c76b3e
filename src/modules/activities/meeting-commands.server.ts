import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import type { MeetingDraft } from './meeting-forms.ts'
import type { MeetingRefusal } from './meeting-labels.ts'
import { insertMeeting, lockMeeting, saveMeeting } from './meeting-store.server.ts'
import { openTasksOf } from './meeting-task-store.server.ts'
import {
  factsOfMeeting,
  saysTheSameMeeting,
  type Meeting,
  type MeetingEntry,
  type MeetingFacts,
  type MeetingId,
} from './meeting.ts'
import type { RegisterOwner } from './policy.ts'
import { placesNamed } from './visit-places.server.ts'
import { mayKeepActivities } from './visit-policy.ts'

type Done<Value> = Promise<Outcome<Value, MeetingRefusal>>

/** Writes a meeting into the register of the actor's own unit. The form brings the id: sent twice it is one meeting. */
export async function recordMeeting(ctx: Ctx, id: MeetingId, draft: MeetingDraft): Done<MeetingId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepActivities(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const decided = await decide(tx, ctx, owner, draft)
    if (!decided.ok) return decided
    const entry = decided.value
    if (!(await insertMeeting(tx, { ...owner, id }, entry, ctx.now))) {
      const standing = await lockMeeting(tx, owner.province, id)
      if (standing?.unit !== owner.unit) return notFound()
      return saysTheSameMeeting(standing, entry) ? done(id) : refused({ code: 'sheet-used' })
    }
    await count(tx, { ...owner, id }, entry)
    await recordChange(tx, ctx, id, 'meeting-recorded', countsIn(entry))
    return done(id)
  })
}

/** Corrects a meeting; its kind stays. `version` is the one the officer had before him. */
export async function correctMeeting(ctx: Ctx, id: MeetingId, version: number, draft: MeetingDraft): Done<undefined> {
  return onMeeting(ctx, id, version, async (tx, meeting) => {
    if (draft.facts.kind !== meeting.facts.kind) return refused({ code: 'kind-fixed' })
    const decided = await decide(tx, ctx, meeting, draft)
    if (!decided.ok) return decided
    await saveMeeting(tx, meeting, decided.value, ctx.now)
    await count(tx, meeting, decided.value)
    await recordChange(tx, ctx, id, 'meeting-corrected', countsIn(decided.value))
    return done()
  })
}

/** Takes a meeting out of the count (recorded twice, not held). The row stays, with the reason. */
export async function voidMeeting(ctx: Ctx, id: MeetingId, version: number, reason: string): Done<undefined> {
  return onMeeting(ctx, id, version, async (tx, meeting) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number', field: 'reason' })
    if ((await openTasksOf(tx, meeting)) > 0) return refused({ code: 'has-open-tasks' })
    await saveMeeting(tx, meeting, { voidReason: reason }, ctx.now)
    await stateFacts(tx, countedRecord(meeting, meeting), [])
    await recordChange(tx, ctx, id, 'meeting-voided', {})
    return done()
  })
}

async function onMeeting(
  ctx: Ctx,
  id: MeetingId,
  version: number,
  work: (tx: Tx, meeting: Meeting) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const meeting = await lockMeeting(tx, ctx.actor.province, id)
    if (!meeting) return notFound()
    if (!mayKeepActivities(ctx.actor, meeting)) return forbidden()
    if (meeting.voidReason !== null) return refused({ code: 'already-void' })
    if (meeting.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, meeting)
  })
}

/** What was typed as it is kept, or the first thing that keeps it from being so. */
async function decide(tx: Tx, ctx: Ctx, owner: RegisterOwner, draft: MeetingDraft): Done<MeetingEntry> {
  const today = dayInVietnam(ctx.now)
  if (draft.heldOn > today) return refused({ code: 'day-not-come', today })
  if (!(await unitOn(tx, owner.unit, draft.heldOn))) return refused({ code: 'unit-not-in-force', day: draft.heldOn })
  const placed = await withPlace(tx, owner, draft, today)
  if (!placed.ok) return placed
  const entry: MeetingEntry = { ...draft, facts: placed.value }
  const no = factsRefused(entry) ?? wordsRefused(entry)
  return no ? refused(no) : done(entry)
}

async function withPlace(tx: Tx, owner: RegisterOwner, draft: MeetingDraft, today: LocalDate): Done<MeetingFacts> {
  const { facts, heldOn } = draft
  if (facts.kind !== 'support') return done(facts)
  const named = await placesNamed(tx, owner.province, [{ name: facts.helped, on: heldOn, field: 'helped' }], today)
  if (!named.ok) {
    const { refusal } = named
    if (refusal.code === 'place-ambiguous') return refused({ code: 'place-ambiguous', place: facts.helped })
    return refused({ code: 'place-not-in-force', place: facts.helped, day: heldOn })
  }
  const [stop] = named.stops
  const helped = { unit: stop?.unit ?? null, code: stop?.code ?? null, place: stop?.name ?? facts.helped }
  return done({ ...facts, helped })
}

function factsRefused({ heldOn, facts }: MeetingEntry): MeetingRefusal | null {
  if ('answered' in facts && (facts.answered ?? 0) > (facts.opinions ?? 0))
    return { code: 'answered-exceeds', opinions: facts.opinions ?? 0 }
  if (facts.kind !== 'support') return null
  if (facts.untilOn !== null && facts.untilOn < heldOn) return { code: 'ends-before-it-began' }
  return facts.isMountain && facts.helped.unit === null ? { code: 'mountain-needs-commune' } : null
}

function wordsRefused({ subject, organiser, place, facts }: MeetingEntry): MeetingRefusal | null {
  const speeches = facts.kind === 'conference' ? facts.speeches.flatMap((one) => [one.speaker, one.subject]) : []
  const texts = { subject, organiser, place, ...facts, 'speaker-0': speeches.join('\n') }
  const found = Object.entries(texts).find(([, text]) => typeof text === 'string' && holdsPersonalNumber(text))
  return found ? { code: 'personal-number', field: found[0] } : null
}

function count(tx: Tx, owner: RegisterOwner & { id: MeetingId }, entry: MeetingEntry): Promise<void> {
  return stateFacts(tx, countedRecord(owner, entry), factsOfMeeting(owner, entry))
}

function countedRecord(owner: RegisterOwner & { id: MeetingId }, entry: MeetingEntry) {
  const { province, unit, id } = owner
  return { province, unit, kind: 'meeting' as const, id, day: entry.heldOn, label: entry.subject }
}

function countsIn({ heldOn, facts }: MeetingEntry): Record<string, string | number | null> {
  return {
    heldOn,
    ...('attendances' in facts ? { attendances: facts.attendances } : {}),
    ...('opinions' in facts ? { opinions: facts.opinions } : {}),
  }
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: MeetingId,
  kind: ActivitiesAuditKind,
  changed: Record<string, string | number | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'meeting', id }, changed, at: ctx.now })
}
