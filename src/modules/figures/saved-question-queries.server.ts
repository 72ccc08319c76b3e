import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayKeepQuestions, type SavedQuestion } from './saved-question.ts'
import { savedQuestionsOf } from './saved-question-store.server.ts'

/** The questions this officer kept, the newest first; null for who keeps none because of their duty. */
export async function savedQuestions(ctx: Ctx): Promise<SavedQuestion[] | null> {
  if (!mayKeepQuestions(ctx.actor)) return null
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => savedQuestionsOf(tx, ctx.actor))
}
