import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { factsOf } from '#modules/figures/counted-by.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import { countedByDialogue, saysTheSame, type Dialogue, type DialogueEntry, type DialogueId } from './dialogue.ts'
import type { Refusal } from './labels.ts'
import { mayKeepRegister, type RegisterOwner } from './policy.ts'
import { insertDialogue, lockDialogue, saveDialogue } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, Refusal>>

/**
 * Writes a dialogue into the register of the actor's own commune; it counts in the reports that are still open.
 * The form brings the id with it: pressed twice it is one dialogue, and another one written on the same sheet is asked about.
 */
export async function recordDialogue(ctx: Ctx, id: DialogueId, entry: DialogueEntry): Done<DialogueId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepRegister(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = await refusalOf(tx, ctx, owner, entry)
    if (no) return refused(no)
    if (!(await insertDialogue(tx, { ...owner, id }, entry, ctx.now))) return recordedBefore(tx, owner, id, entry)
    await count(tx, { ...owner, id }, entry)
    await recordChange(tx, ctx, id, 'dialogue-recorded', countsIn(entry))
    return done(id)
  })
}

async function recordedBefore(tx: Tx, owner: RegisterOwner, id: DialogueId, entry: DialogueEntry): Done<DialogueId> {
  const standing = await lockDialogue(tx, owner.province, id)
  if (standing?.unit !== owner.unit) return notFound()
  return saysTheSame(standing, entry) ? done(id) : refused({ code: 'sheet-used' })
}

/** Corrects a dialogue. `version` is the one the officer had before him. */
export async function correctDialogue(
  ctx: Ctx,
  id: DialogueId,
  version: number,
  entry: DialogueEntry,
): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    const no = await refusalOf(tx, ctx, dialogue, entry)
    if (no) return refused(no)
    await saveDialogue(tx, dialogue, entry, ctx.now)
    await count(tx, dialogue, entry)
    await recordChange(tx, ctx, id, 'dialogue-corrected', countsIn(entry))
    return done()
  })
}

/** Takes a dialogue out of the count (recorded twice, not held). The row stays, with the reason. */
export async function voidDialogue(ctx: Ctx, id: DialogueId, version: number, reason: string): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    await saveDialogue(tx, dialogue, { voidReason: reason }, ctx.now)
    await stateFacts(tx, countedRecord(dialogue, dialogue), [])
    await recordChange(tx, ctx, id, 'dialogue-voided', {})
    return done()
  })
}

async function onDialogue(
  ctx: Ctx,
  id: DialogueId,
  version: number,
  work: (tx: Tx, dialogue: Dialogue) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const dialogue = await lockDialogue(tx, ctx.actor.province, id)
    if (!dialogue) return notFound()
    if (!mayKeepRegister(ctx.actor, dialogue)) return forbidden()
    if (dialogue.voidReason !== null) return refused({ code: 'already-void' })
    if (dialogue.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, dialogue)
  })
}

async function refusalOf(tx: Tx, ctx: Ctx, owner: RegisterOwner, entry: DialogueEntry): Promise<Refusal | null> {
  const today = dayInVietnam(ctx.now)
  if (entry.heldOn > today) return { code: 'day-not-come', today }
  if (!(await unitOn(tx, owner.unit, entry.heldOn))) return { code: 'unit-not-in-force', day: entry.heldOn }
  return holdsPersonalNumber(`${entry.subject}\n${entry.place}`) ? { code: 'personal-number' } : null
}

function count(tx: Tx, owner: RegisterOwner & { id: DialogueId }, entry: DialogueEntry): Promise<void> {
  return stateFacts(tx, countedRecord(owner, entry), factsOf(countedByDialogue, entry))
}

function countedRecord(owner: RegisterOwner & { id: DialogueId }, entry: DialogueEntry) {
  const { province, unit, id } = owner
  return { province, unit, kind: countedByDialogue.kind, id, day: entry.heldOn, label: entry.subject }
}

function countsIn(entry: DialogueEntry): Record<string, string | number | boolean | null> {
  const { heldOn, isThematic, attendances, opinions } = entry
  return { heldOn, isThematic, attendances, opinions }
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: DialogueId,
  kind: ActivitiesAuditKind,
  changed: Record<string, string | number | boolean | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'dialogue', id }, changed, at: ctx.now })
}
