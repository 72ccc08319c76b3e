import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  isQuestionAddress,
  mayKeepQuestions,
  mostSaved,
  readName,
  type SavedQuestion,
  type SavedQuestionId,
  type SavedQuestionRefusal,
} from './saved-question.ts'
import type { SavedQuestionAuditKind } from './saved-question-labels.ts'
import { deleteSaved, insertSaved, lockKeeper, renameSaved, savedQuestionsOf } from './saved-question-store.server.ts'

type Done = Promise<Outcome<undefined, SavedQuestionRefusal>>

/** Keeps a question under a name of one's own; `address` is what stands behind the question mark. */
export async function saveQuestion(
  ctx: Ctx,
  id: SavedQuestionId,
  { name: typed, address }: Pick<SavedQuestion, 'name' | 'address'>,
): Done {
  return onOwn(ctx, async (tx, kept) => {
    const named = readName(typed)
    if (!named.ok) return refused(named.refusal)
    if (!isQuestionAddress(address)) return refused({ code: 'not-a-question' })
    if (kept.some(({ name }) => name === named.name)) return refused({ code: 'name-taken', name: named.name })
    if (kept.length >= mostSaved) return refused({ code: 'too-many-saved', most: mostSaved })
    await insertSaved(tx, ctx.actor, { id, name: named.name, address, savedAt: ctx.now })
    await recordQuestion(tx, ctx, id, 'question-saved')
    return done()
  })
}

/** Gives a kept question another name. */
export async function renameQuestion(ctx: Ctx, id: SavedQuestionId, typed: string): Done {
  return onOwn(ctx, async (tx, kept) => {
    if (!kept.some((one) => one.id === id)) return notFound()
    const named = readName(typed)
    if (!named.ok) return refused(named.refusal)
    const same = kept.some((one) => one.id !== id && one.name === named.name)
    if (same) return refused({ code: 'name-taken', name: named.name })
    await renameSaved(tx, ctx.actor, id, named.name)
    await recordQuestion(tx, ctx, id, 'question-renamed')
    return done()
  })
}

export async function deleteQuestion(ctx: Ctx, id: SavedQuestionId): Done {
  return onOwn(ctx, async (tx, kept) => {
    if (!kept.some((one) => one.id === id)) return notFound()
    await deleteSaved(tx, ctx.actor, id)
    await recordQuestion(tx, ctx, id, 'question-deleted')
    return done()
  })
}

/** One's own questions and nobody else's: locked, asked who may, then the work. */
async function onOwn(ctx: Ctx, work: (tx: Tx, kept: readonly SavedQuestion[]) => Done): Done {
  if (!mayKeepQuestions(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (!(await lockKeeper(tx, ctx.actor))) return forbidden()
    return work(tx, await savedQuestionsOf(tx, ctx.actor))
  })
}

// The name is the officer's own words: the audit says that it changed, not what it was.
async function recordQuestion(tx: Tx, ctx: Ctx, id: SavedQuestionId, kind: SavedQuestionAuditKind): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'saved-question', id }, at: ctx.now })
}
