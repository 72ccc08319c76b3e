import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Id } from '#kernel/ids.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import { findingsOf } from './finding-store.server.ts'
import type { RegisterOwner } from './policy.ts'
import type { VisitDraft } from './visit-forms.ts'
import type { VisitRefusal } from './visit-labels.ts'
import { placesNamed } from './visit-places.server.ts'
import { leadsOf, mayKeepActivities } from './visit-policy.ts'
import {
  dayAt,
  deleteInitiativeSeen,
  insertInitiativeSeen,
  insertVisit,
  lockVisit,
  planStands,
  saveVisit,
} from './visit-store.server.ts'
import {
  factsOfVisit,
  lastDayOf,
  placeKey,
  saysTheSameVisit,
  type InitiativeSeen,
  type FieldVisit,
  type VisitEntry,
  type VisitId,
} from './visit.ts'

type Done<Value> = Promise<Outcome<Value, VisitRefusal>>

/** Writes a visit into the register of the actor's own unit. The form brings the id: sent twice it is one visit. */
export async function recordVisit(ctx: Ctx, id: VisitId, draft: VisitDraft): Done<VisitId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepActivities(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const decided = await decide(tx, ctx, owner, draft)
    if (!decided.ok) return decided
    const entry = decided.value
    if (!(await insertVisit(tx, { ...owner, id }, entry, ctx.now))) {
      const standing = await lockVisit(tx, owner.province, id)
      if (standing?.unit !== owner.unit) return notFound()
      return saysTheSameVisit(standing, entry) ? done(id) : refused({ code: 'sheet-used' })
    }
    await countVisit(tx, { ...owner, id, ...entry })
    await recordChange(tx, ctx, id, 'visit-recorded', factsIn(entry))
    return done(id)
  })
}

/** Corrects a visit. `version` is the one the officer had before him. */
export async function correctVisit(ctx: Ctx, id: VisitId, version: number, draft: VisitDraft): Done<undefined> {
  return onVisit(ctx, id, version, async (tx, visit) => {
    const decided = await decide(tx, ctx, visit, draft)
    if (!decided.ok) return decided
    const entry = decided.value
    const findings = (await findingsOf(tx, visit)).filter(({ voidReason }) => voidReason === null)
    for (const { owner, raisedOn } of findings) {
      if (dayAt(entry, owner) === null) return refused({ code: 'place-has-findings', place: owner.name })
      if (raisedOn < entry.heldOn) return refused({ code: 'place-before-visit', place: owner.name, field: 'heldOn' })
    }
    await saveVisit(tx, visit, entry, ctx.now)
    await countVisit(tx, { ...visit, ...entry })
    await recordChange(tx, ctx, id, 'visit-corrected', factsIn(entry))
    return done()
  })
}

/** Takes a visit out of the count (recorded twice, not made). The row stays, with the reason. */
export async function voidVisit(ctx: Ctx, id: VisitId, version: number, reason: string): Done<undefined> {
  return onVisit(ctx, id, version, async (tx, visit) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number', field: 'reason' })
    const open = (await findingsOf(tx, visit)).some((one) => one.voidReason === null && one.state !== 'closed')
    if (open) return refused({ code: 'has-findings' })
    await saveVisit(tx, visit, { voidReason: reason }, ctx.now)
    await stateFacts(tx, recordOf(visit), [])
    await recordChange(tx, ctx, id, 'visit-voided', {})
    return done()
  })
}

/** Notes that a visit went to see an initiative; on the initiative's line of time it then stands. */
export async function seeInitiative(ctx: Ctx, id: VisitId, version: number, seen: InitiativeSeen): Done<undefined> {
  return onVisit(ctx, id, version, async (tx, visit) => {
    if (seen.on > dayInVietnam(ctx.now))
      return refused({ code: 'day-not-come', today: dayInVietnam(ctx.now), field: 'seenOn' })
    if (seen.on < visit.heldOn) return refused({ code: 'place-before-visit', place: seen.name, field: 'seenOn' })
    if (!(await insertInitiativeSeen(tx, visit, seen))) return refused({ code: 'initiative-seen-before' })
    await saveVisit(tx, visit, 'touch', ctx.now)
    await recordChange(tx, ctx, id, 'visit-initiative-seen', { on: seen.on })
    return done()
  })
}

/** Takes back that an initiative was seen. */
export async function unseeInitiative(
  ctx: Ctx,
  id: VisitId,
  version: number,
  initiative: Id<'Initiative'>,
): Done<undefined> {
  return onVisit(ctx, id, version, async (tx, visit) => {
    if (!(await deleteInitiativeSeen(tx, visit, initiative))) return notFound()
    await saveVisit(tx, visit, 'touch', ctx.now)
    await recordChange(tx, ctx, id, 'visit-initiative-unseen', {})
    return done()
  })
}

/** What a visit and its findings count towards, stated anew; asked by every command that changes one of them. */
export async function countVisit(tx: Tx, visit: RegisterOwner & VisitEntry & { id: VisitId }): Promise<void> {
  await stateFacts(tx, recordOf(visit), factsOfVisit(visit, await findingsOf(tx, visit)))
}

function recordOf(visit: RegisterOwner & { id: VisitId; heldOn: VisitEntry['heldOn']; subject: string }) {
  const { province, unit, id, heldOn, subject } = visit
  return { province, unit, kind: 'visit' as const, id, day: heldOn, label: subject }
}

async function onVisit(
  ctx: Ctx,
  id: VisitId,
  version: number,
  work: (tx: Tx, visit: FieldVisit) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const visit = await lockVisit(tx, ctx.actor.province, id)
    if (!visit) return notFound()
    if (!mayKeepActivities(ctx.actor, visit)) return forbidden()
    if (visit.voidReason !== null) return refused({ code: 'already-void' })
    if (visit.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, visit)
  })
}

/** What was typed as it is kept, or the first thing that keeps it from being so. */
async function decide(tx: Tx, ctx: Ctx, owner: RegisterOwner, draft: VisitDraft): Done<VisitEntry> {
  const today = dayInVietnam(ctx.now)
  const { stops: typed, ...rest } = draft
  const named = await placesNamed(tx, owner.province, typed, today)
  if (!named.ok) return refused(named.refusal)
  const entry: VisitEntry = { ...rest, stops: named.stops }
  const no = daysRefused(draft, entry, today) ?? wordsRefused(entry, owner)
  if (no) return refused(no)
  if (!(await unitOn(tx, owner.unit, entry.heldOn))) return refused({ code: 'unit-not-in-force', day: entry.heldOn })
  if (entry.plan && !(await planStands(tx, owner, entry.plan))) return refused({ code: 'plan-unknown' })
  return done(entry)
}

function daysRefused(draft: VisitDraft, entry: VisitEntry, today: VisitEntry['heldOn']): VisitRefusal | null {
  if (entry.stops.length === 0) return { code: 'no-place' }
  if (entry.heldOn > today) return { code: 'day-not-come', today, field: 'heldOn' }
  const standing = new Set<string>()
  for (const [index, stop] of entry.stops.entries()) {
    const field = draft.stops[index]?.field ?? 'place-0'
    if (stop.on > today) return { code: 'day-not-come', today, field: field.replace('place', 'on') }
    if (stop.on < entry.heldOn)
      return { code: 'place-before-visit', place: stop.name, field: field.replace('place', 'on') }
    const key = `${placeKey(stop)} ${stop.on}`
    if (standing.has(key)) return { code: 'place-twice', place: stop.name, field }
    standing.add(key)
  }
  if (entry.conclusion && entry.conclusion.on > today) return { code: 'day-not-come', today, field: 'conclusionOn' }
  return entry.conclusion && entry.conclusion.on < entry.heldOn ? { code: 'conclusion-before-visit' } : null
}

function wordsRefused(entry: VisitEntry, owner: RegisterOwner): VisitRefusal | null {
  if (!leadsOf(owner).includes(entry.ledBy)) return { code: 'lead-not-here' }
  if (entry.isSurprise && entry.plan) return { code: 'surprise-in-plan' }
  const texts = {
    ...{ subject: entry.subject, leadingBody: entry.leadingBody, members: entry.members, minutes: entry.minutes },
    ...{ otherTopics: entry.topics.join('\n'), 'place-0': entry.stops.map(({ name }) => name).join('\n') },
  }
  const found = Object.entries(texts).find(([, text]) => holdsPersonalNumber(text))
  return found ? { code: 'personal-number', field: found[0] } : null
}

function factsIn(entry: VisitEntry): Record<string, string | number | boolean | null> {
  const { heldOn, isSurprise, stops } = entry
  return { heldOn, until: lastDayOf(entry), isSurprise, units: stops.length }
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: VisitId,
  kind: ActivitiesAuditKind,
  changed: Record<string, string | number | boolean | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'visit', id }, changed, at: ctx.now })
}
