import { isImage } from '#kernel/file-kind.ts'
import { newId } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import { inScope } from '#platform/database.ts'
import { putAll } from '#platform/files/arrived.ts'
import { takeIn } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { CommitmentId } from './commitment.ts'
import { dialogueOf, evidenceOf, type EvidenceId } from './evidence-queries.server.ts'
import type { Dialogue } from './dialogue.ts'
import { onDialogue, type Done } from './on-dialogue.server.ts'
import { mayKeepRegister } from './policy.ts'
import { recordMove } from './recording.server.ts'

/** As many as a person looks through for one promise. */
export const mostEvidence = 10

/**
 * Attaches one file. Its content says what it is; a picture is made anew, without what is hidden in it, and taken only where
 * nobody can be recognised or those who can agreed (Luật 91/2025/QH15).
 */
export async function attachEvidence(
  ctx: Ctx,
  store: FileStore,
  id: CommitmentId,
  upload: { name: string; content: Buffer; caption: string; mayShowPeople: boolean } | null,
): Done<EvidenceId> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const dialogue = await keptBy(ctx, id)
  if (!dialogue.ok) return dialogue
  if (!upload) return refused({ code: 'no-file' })
  const caption = tidy(upload.caption)
  if (holdsPersonalNumber(`${caption}\n${upload.name}`)) return refused({ code: 'personal-number' })
  const intake = await takeIn(upload.name, upload.content)
  if (!intake.ok) return refused({ code: 'file-not-taken', problem: intake.problem })
  const { file } = intake
  if (isImage(file.kind) && !upload.mayShowPeople) return refused({ code: 'people-unasked' })
  if (!(await putAll(store, [file]))) return refused({ code: 'no-room' })
  return onDialogue(ctx, dialogue.value.id, null, async (tx, held) => {
    const present = await evidenceOf(tx, held.province, id)
    if (present.some((one) => one.sha256 === file.sha256)) return refused({ code: 'file-stands' })
    if (present.length >= mostEvidence) return refused({ code: 'too-many-files', most: mostEvidence })
    const evidence = newId<'Evidence'>(ctx.now)
    await tx
      .insertInto('commitment_file')
      .values({
        province_id: held.province,
        id: evidence,
        commitment_id: id,
        unit_id: held.unit,
        sha256: file.sha256,
        name: file.name,
        kind: file.kind,
        bytes: file.content.length,
        caption,
        added_at: ctx.now,
        account_id: ctx.actor.account,
        person_name: ctx.actor.name,
      })
      .execute()
    await recordMove(tx, ctx, { kind: 'commitment', id }, 'evidence-attached', { file: evidence })
    return done(evidence)
  })
}

/** Takes a file away again; that it was there stays in the audit. */
export async function removeEvidence(ctx: Ctx, id: CommitmentId, evidence: EvidenceId): Done<undefined> {
  const dialogue = await keptBy(ctx, id)
  if (!dialogue.ok) return dialogue
  return onDialogue(ctx, dialogue.value.id, null, async (tx, held) => {
    const { numDeletedRows } = await tx
      .deleteFrom('commitment_file')
      .where('province_id', '=', held.province)
      .where('commitment_id', '=', id)
      .where('id', '=', evidence)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return notFound()
    await recordMove(tx, ctx, { kind: 'commitment', id }, 'evidence-removed', { file: evidence })
    return done()
  })
}

async function keptBy(ctx: Ctx, id: CommitmentId): Promise<Outcome<Dialogue>> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const dialogue = await dialogueOf(tx, ctx.actor.province, id)
    if (!dialogue) return notFound()
    return mayKeepRegister(ctx.actor, dialogue) ? done(dialogue) : forbidden()
  })
}
