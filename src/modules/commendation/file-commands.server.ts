import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { putAll } from '#platform/files/arrived.ts'
import { takeIn } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { Award, AwardId } from './award.ts'
import type { EvidenceRefusal } from './evidence-labels.ts'
import { filesOfAward, insertAwardFile, removeAwardFile } from './file-store.server.ts'
import { standingsOf } from './policy.ts'
import { recordAward } from './recording.server.ts'
import { findAward, lockAward } from './store.server.ts'

type Done<Value = undefined> = Promise<Outcome<Value, EvidenceRefusal>>

export const mostEvidence = 20
const longestCaption = 200

/**
 * Attaches one file of evidence, by who proposes while it is written and by who decides while it is decided on (minutes, the
 * decision itself). The content is kept before its row: if the row is not saved, nobody names it and it is swept.
 */
export async function attachAwardEvidence(
  ctx: Ctx,
  store: FileStore,
  id: AwardId,
  file: { name: string; content: Buffer },
  said: string,
): Done<Id<'AwardFile'> | string> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const first = await onOpenAward(ctx, id, false, async () => done())
  if (!first.ok) return first
  const caption = tidy(said).replace(/\s+/g, ' ')
  if (lengthOf(caption) > longestCaption) return refused({ code: 'caption-too-long' })
  if (holdsPersonalNumber(`${caption}\n${file.name}`)) return refused({ code: 'personal-number-in-file' })
  if (file.content.length === 0 && file.name === '') return refused({ code: 'no-file' })
  const intake = await takeIn(file.name, file.content)
  if (!intake.ok) return refused({ code: 'file-not-taken', problem: intake.problem, name: file.name.slice(0, 120) })
  if (!(await putAll(store, [intake.file]))) return refused({ code: 'no-room' })
  return onOpenAward(ctx, id, true, async (tx, award) => {
    const present = await filesOfAward(tx, award)
    const same = present.find((one) => one.sha256 === intake.file.sha256)
    if (same) return done(same.id)
    if (present.length >= mostEvidence) return refused({ code: 'too-many-files' })
    const added = await insertAwardFile(tx, award, intake.file, { caption, at: ctx.now, actor: ctx.actor })
    await recordAward(tx, ctx, id, 'award-files-attached', { files: [added] })
    return done(added)
  })
}

/** Takes a file away while the proposal is open. */
export async function removeAwardEvidence(ctx: Ctx, id: AwardId, file: Id<'AwardFile'>): Done {
  return onOpenAward(ctx, id, true, async (tx, award) => {
    if (!(await filesOfAward(tx, award)).some((one) => one.id === file)) return notFound()
    await removeAwardFile(tx, award, file, ctx.now)
    await recordAward(tx, ctx, id, 'award-file-removed', { file })
    return done()
  })
}

/** Lock, ask: evidence belongs to whoever has the proposal in hand now. */
async function onOpenAward<Value>(
  ctx: Ctx,
  id: AwardId,
  locked: boolean,
  work: (tx: Tx, award: Award) => Promise<Outcome<Value, EvidenceRefusal>>,
): Done<Value> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await (locked ? lockAward : findAward)(tx, ctx.actor.province, id)
    if (!award) return notFound()
    const standings = standingsOf(ctx.actor, award)
    if (standings.length === 0) return forbidden()
    const isWritten = award.state === 'draft' || award.state === 'returned'
    const isDecidedOn = ['submitted', 'received', 'voted', 'decided'].includes(award.state)
    const proposes = standings.some((one) => one !== 'decider')
    const isInHand = (isWritten && proposes) || (isDecidedOn && standings.includes('decider'))
    return isInHand ? work(tx, award) : refused({ code: 'not-in-hand', state: award.state })
  })
}
