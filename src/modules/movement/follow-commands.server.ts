import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import { followFacts, type FollowEntry, type FollowUp, type FollowUpId } from './follow.ts'
import type { FollowRefusal } from './follow-labels.ts'
import { mayFollow } from './follow-policy.ts'
import { followUpsOf, insertFollowUp, lockFollowUp, saveFollowUp } from './follow-store.server.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { LibraryAuditKind } from './library-audit-labels.ts'
import type { InitiativeOwner } from './policy.ts'
import { lockInitiative } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, FollowRefusal>>

/** As many lines as a person still reads. */
const mostLines = 500

/**
 * Writes a line into an initiative's line of time; what was given and who was helped counts in the reports that are open.
 * The form brings the id: pressed twice it is one line.
 */
export async function recordFollowUp(
  ctx: Ctx,
  initiative: InitiativeId,
  id: FollowUpId,
  entry: FollowEntry,
): Done<FollowUpId> {
  return onInitiative(ctx, initiative, async (tx, owner) => {
    const no = await refusalOf(tx, ctx, owner, entry)
    if (no) return refused(no)
    const lines = await followUpsOf(tx, owner.province, initiative)
    const standing = lines.find((line) => line.id === id)
    if (standing) return saysTheSame(standing.entry, entry) ? done(id) : refused({ code: 'sheet-used' })
    if (lines.length >= mostLines) return refused({ code: 'too-many-lines' })
    const { province, unit } = owner
    const isNew = await insertFollowUp(tx, { province, unit, initiative, id }, entry, { actor: ctx.actor, at: ctx.now })
    if (!isNew) return refused({ code: 'sheet-used' })
    await count(tx, owner, id, entry)
    await recordLine(tx, ctx, initiative, 'follow-up-recorded', entry)
    return done(id)
  })
}

/** Corrects a line; what it said before is kept. `version` is the one the officer had before them. */
export async function correctFollowUp(
  ctx: Ctx,
  at: { initiative: InitiativeId; id: FollowUpId; version: number },
  entry: FollowEntry,
): Done<undefined> {
  return onLine(ctx, at, async (tx, owner, line) => {
    if (line.entry.kind !== entry.kind) return notFound()
    const no = await refusalOf(tx, ctx, owner, entry)
    if (no) return refused(no)
    await saveFollowUp(tx, line, entry, { actor: ctx.actor, at: ctx.now })
    await count(tx, owner, line.id, entry)
    await recordLine(tx, ctx, at.initiative, 'follow-up-corrected', entry)
    return done()
  })
}

/** Takes a line out of the count. It stays on the line of time, with the reason. */
export async function voidFollowUp(
  ctx: Ctx,
  at: { initiative: InitiativeId; id: FollowUpId; version: number },
  reason: string,
): Done<undefined> {
  return onLine(ctx, at, async (tx, owner, line) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    await saveFollowUp(tx, line, { voidReason: reason }, { actor: ctx.actor, at: ctx.now })
    await count(tx, owner, line.id, null, line.entry)
    await recordLine(tx, ctx, at.initiative, 'follow-up-voided', null)
    return done()
  })
}

// The initiative is locked: its lines are counted together, and no line comes while it is being published.
async function onInitiative<Value>(
  ctx: Ctx,
  id: InitiativeId,
  work: (tx: Tx, owner: Initiative) => Done<Value>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await lockInitiative(tx, ctx.actor.province, id)
    if (!initiative) return notFound()
    return mayFollow(ctx.actor, initiative) ? work(tx, initiative) : forbidden()
  })
}

function onLine(
  ctx: Ctx,
  at: { initiative: InitiativeId; id: FollowUpId; version: number },
  work: (tx: Tx, owner: Initiative, line: FollowUp) => Done<undefined>,
): Done<undefined> {
  return onInitiative(ctx, at.initiative, async (tx, owner) => {
    const line = await lockFollowUp(tx, owner.province, at.id)
    if (line?.initiative !== at.initiative) return notFound()
    if (line.voidReason !== null) return refused({ code: 'already-void' })
    if (line.version !== at.version) return refused({ code: 'changed-meanwhile' })
    return work(tx, owner, line)
  })
}

async function refusalOf(tx: Tx, ctx: Ctx, owner: InitiativeOwner, entry: FollowEntry): Promise<FollowRefusal | null> {
  const today = dayInVietnam(ctx.now)
  const isPlanned = entry.kind === 'milestone' || entry.kind === 'output'
  if (!isPlanned && entry.onDay > today) return { code: 'day-not-come', today, field: 'onDay' }
  if (entry.kind === 'milestone' && entry.doneOn !== null && entry.doneOn > today)
    return { code: 'day-not-come', today, field: 'doneOn' }
  if (entry.kind === 'output' && entry.reached && entry.reached.on > today)
    return { code: 'day-not-come', today, field: 'reachedOn' }
  if (!isPlanned && !(await unitOn(tx, owner.unit, entry.onDay))) return { code: 'unit-not-in-force', day: entry.onDay }
  const evidence = entry.kind === 'output' ? (entry.reached?.evidence ?? '') : ''
  return holdsPersonalNumber(`${entry.text}\n${evidence}`) ? { code: 'personal-number' } : null
}

/** `said` is what a voided line said: its facts go, and the record keeps the day under which they stood. */
function count(
  tx: Tx,
  owner: Initiative,
  id: FollowUpId,
  entry: FollowEntry | null,
  said: FollowEntry | null = entry,
): Promise<void> {
  const { province, unit, name: label } = owner
  const day = (entry ?? said)?.onDay
  if (!day) return Promise.resolve()
  return stateFacts(tx, { province, unit, kind: 'follow-up', id, day, label }, entry ? followFacts(entry) : [])
}

function saysTheSame(one: FollowEntry, other: FollowEntry): boolean {
  const said = (entry: FollowEntry): string =>
    JSON.stringify(
      Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)),
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    )
  return said(one) === said(other)
}

/** Amounts and days only: what is written of a line may speak of people. */
async function recordLine(
  tx: Tx,
  ctx: Ctx,
  initiative: InitiativeId,
  kind: LibraryAuditKind,
  entry: FollowEntry | null,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  const amount = entry && 'amount' in entry ? { amount: toDecimalText(entry.amount) } : {}
  const changed = entry ? { day: entry.onDay, line: entry.kind, ...amount } : {}
  await record(tx, {
    province,
    account,
    unit,
    kind,
    object: { kind: 'initiative', id: initiative },
    changed,
    at: ctx.now,
  })
}
