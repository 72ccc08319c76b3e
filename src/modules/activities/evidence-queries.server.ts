import type { FileKind } from '#kernel/file-kind.ts'
import type { Id } from '#kernel/ids.ts'
import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CommitmentId } from './commitment.ts'
import { findCommitment } from './commitment-store.server.ts'
import type { Dialogue } from './dialogue.ts'
import { mayReadRegister } from './policy.ts'
import { findDialogue } from './store.server.ts'

export type EvidenceId = Id<'Evidence'>

/** One file that shows what came of a promise (minh chứng); read inside the office, never public by itself. */
export type Evidence = { id: EvidenceId; name: string; kind: FileKind; bytes: number; caption: string; sha256: string }

export async function evidenceOf(tx: Tx, province: Id<'Unit'>, id: CommitmentId): Promise<Evidence[]> {
  const rows = await tx
    .selectFrom('commitment_file')
    .select(['id', 'name', 'kind', 'bytes', 'caption', 'sha256'])
    .where('province_id', '=', province)
    .where('commitment_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  // The check of commitment_file holds the kind to the known words.
  return rows.map((row) => ({ ...row, id: row.id as EvidenceId, kind: row.kind as FileKind }))
}

/** One file, to those who may read the register it belongs to. */
export async function evidenceFile(
  ctx: Ctx,
  store: FileStore,
  id: CommitmentId,
  evidence: EvidenceId,
): Promise<Outcome<{ name: string; kind: FileKind; content: Buffer }>> {
  const found = await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const dialogue = await dialogueOf(tx, ctx.actor.province, id)
    if (!dialogue || !mayReadRegister(ctx.actor, dialogue)) return null
    return (await evidenceOf(tx, dialogue.province, id)).find((one) => one.id === evidence) ?? null
  })
  if (!found) return notFound()
  const content = await store.get(found.sha256)
  if (!content) throw new Error(`The content ${found.sha256} of a file is gone`)
  return done({ name: found.name, kind: found.kind, content })
}

/** The dialogue in which something was promised. */
export async function dialogueOf(tx: Tx, province: Id<'Unit'>, id: CommitmentId): Promise<Dialogue | null> {
  const commitment = await findCommitment(tx, province, id)
  return commitment && findDialogue(tx, province, commitment.dialogue)
}
