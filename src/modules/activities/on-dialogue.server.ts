import { forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import type { Refusal } from './labels.ts'
import { mayKeepRegister } from './policy.ts'
import { lockDialogue } from './store.server.ts'

/** What a command of this module answers. */
export type Done<Value> = Promise<Outcome<Value, Refusal>>

/**
 * Lock, ask: the start of every command on one dialogue, its questions and what was promised in it; they all lock its row
 * first. `version` is the one the officer had before him, null where the command watches a version of its own.
 */
export async function onDialogue<Value>(
  ctx: Ctx,
  id: DialogueId,
  version: number | null,
  work: (tx: Tx, dialogue: Dialogue) => Done<Value>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const dialogue = await lockDialogue(tx, ctx.actor.province, id)
    if (!dialogue) return notFound()
    if (!mayKeepRegister(ctx.actor, dialogue)) return forbidden()
    if (dialogue.voidReason !== null) return refused({ code: 'already-void' })
    if (version !== null && dialogue.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, dialogue)
  })
}
