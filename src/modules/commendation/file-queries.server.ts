import type { FileKind } from '#kernel/file-kind.ts'
import type { Id } from '#kernel/ids.ts'
import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AwardId } from './award.ts'
import { filesOfAward } from './file-store.server.ts'
import { mayReadAward } from './policy.ts'
import { findAward } from './store.server.ts'

/** The content of one file, for whoever reads the proposal. */
export async function evidenceFile(
  ctx: Ctx,
  store: FileStore,
  id: AwardId,
  file: Id<'AwardFile'>,
): Promise<Outcome<{ name: string; kind: FileKind; content: Buffer }>> {
  const found = await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await findAward(tx, ctx.actor.province, id)
    if (!award || !mayReadAward(ctx.actor, award)) return null
    return (await filesOfAward(tx, award)).find((one) => one.id === file) ?? null
  })
  if (!found) return notFound()
  const content = await store.get(found.sha256)
  if (!content) throw new Error(`The content ${found.sha256} of a file is gone`)
  // The check of award_file holds the kind to the known words.
  return done({ name: found.name, kind: found.kind as FileKind, content })
}
