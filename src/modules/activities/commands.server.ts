import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import { countDialogue } from './counting.server.ts'
import { gatheredUntil, saysTheSame, type DialogueEntry, type DialogueId } from './dialogue.ts'
import { isAhead, isOpenForWriting } from './dialogue-life.ts'
import type { Refusal } from './labels.ts'
import { onDialogue, type Done } from './on-dialogue.server.ts'
import { mayKeepRegister, type RegisterOwner } from './policy.ts'
import { publishDialogue } from './publication.server.ts'
import { recordMove } from './recording.server.ts'
import { insertDialogue, lockDialogue, saveDialogue } from './store.server.ts'

/**
 * The quick way: writes a dialogue that was held into the register of the actor's own unit; it counts in the reports that are still open.
 * The form brings the id with it: pressed twice it is one dialogue, and another one written on the same sheet is asked about.
 */
export async function recordDialogue(ctx: Ctx, id: DialogueId, entry: DialogueEntry): Done<DialogueId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepRegister(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = await refusalOf(tx, ctx, owner, entry)
    if (no) return refused(no)
    if (!(await insertDialogue(tx, { ...owner, id }, entry, ctx.now))) return recordedBefore(tx, owner, id, entry)
    const dialogue = await lockDialogue(tx, owner.province, id)
    if (!dialogue) throw new Error(`Dialogue ${id} was written and cannot be seen`)
    await countDialogue(tx, dialogue)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'dialogue-recorded', countsIn(entry))
    return done(id)
  })
}

async function recordedBefore(tx: Tx, owner: RegisterOwner, id: DialogueId, entry: DialogueEntry): Done<DialogueId> {
  const standing = await lockDialogue(tx, owner.province, id)
  if (standing?.unit !== owner.unit) return notFound()
  return saysTheSame(standing, entry) ? done(id) : refused({ code: 'sheet-used' })
}

/** Corrects a dialogue that was held, until its minutes are circulated. `version` is the one the officer had before him. */
export async function correctDialogue(
  ctx: Ctx,
  id: DialogueId,
  version: number,
  entry: DialogueEntry,
): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    if (isAhead(dialogue.state) || !isOpenForWriting(dialogue.state))
      return refused({ code: 'not-now', state: dialogue.state })
    const no = await refusalOf(tx, ctx, dialogue, entry)
    if (no) return refused(no)
    const questionsUntil = gatheredUntil(dialogue, entry.heldOn)
    const corrected = await saveDialogue(tx, dialogue, { ...entry, questionsUntil }, ctx.now)
    await countDialogue(tx, corrected)
    await publishDialogue(tx, corrected, ctx.now)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'dialogue-corrected', countsIn(entry))
    return done()
  })
}

/** Takes a dialogue out of the count (recorded twice, not held). The row stays, with the reason. */
export async function voidDialogue(ctx: Ctx, id: DialogueId, version: number, reason: string): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const voided = await saveDialogue(tx, dialogue, { voidReason: reason }, ctx.now)
    await countDialogue(tx, voided)
    await publishDialogue(tx, voided, ctx.now)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'dialogue-voided')
    return done()
  })
}

async function refusalOf(tx: Tx, ctx: Ctx, owner: RegisterOwner, entry: DialogueEntry): Promise<Refusal | null> {
  const today = dayInVietnam(ctx.now)
  if (entry.heldOn > today) return { code: 'day-not-come', today }
  if (!(await unitOn(tx, owner.unit, entry.heldOn))) return { code: 'unit-not-in-force', day: entry.heldOn }
  return holdsPersonalNumber(`${entry.subject}\n${entry.place}`) ? { code: 'personal-number' } : null
}

function countsIn(entry: DialogueEntry): Record<string, string | number | boolean | null> {
  const { heldOn, isThematic, attendances, opinions } = entry
  return { heldOn, isThematic, attendances, opinions }
}
