import { newId } from '#kernel/ids.ts'
import { done, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mostTogether, type AskedId, type AskedSource } from './asked.ts'
import { insertQuestion, questionsOf, updateQuestion } from './asked-store.server.ts'
import { commitmentsOf } from './commitment-store.server.ts'
import { countDialogue } from './counting.server.ts'
import type { DialogueId } from './dialogue.ts'
import { isOpenForWriting } from './dialogue-life.ts'
import { onDialogue, type Done } from './on-dialogue.server.ts'
import { recordMove } from './recording.server.ts'
import { saveDialogue } from './store.server.ts'

/**
 * Types in questions from paper or from the hall, many at once; they are put to the dialogue as they are. The dialogue's
 * version watches that one sheet is typed in once.
 */
export async function typeQuestions(
  ctx: Ctx,
  id: DialogueId,
  version: number,
  source: Exclude<AskedSource, 'online'>,
  texts: readonly string[],
): Done<{ written: number }> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    if (!isOpenForWriting(dialogue.state)) return refused({ code: 'not-now', state: dialogue.state })
    if (texts.length === 0) return refused({ code: 'no-questions' })
    if (texts.length > mostTogether) return refused({ code: 'too-many-questions' })
    if (texts.some(holdsPersonalNumber)) return refused({ code: 'personal-number' })
    for (const [index, content] of texts.entries()) {
      const question = { id: newId<'AskedQuestion'>(ctx.now), source, content, state: 'taken', receipt: null } as const
      // A thousandth apart: they are read in the order in which they were typed.
      await insertQuestion(tx, dialogue, question, new Date(ctx.now.getTime() + index))
    }
    await countDialogue(tx, await saveDialogue(tx, dialogue, {}, ctx.now))
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'questions-typed', { source, questions: texts.length })
    return done({ written: texts.length })
  })
}

/** Puts a question to the dialogue, or leaves it out with the reason that whoever sent it reads under their receipt. */
export async function decideQuestion(
  ctx: Ctx,
  id: DialogueId,
  question: AskedId,
  version: number,
  decided: { state: 'taken' } | { state: 'set-aside'; reason: string },
): Done<undefined> {
  return onDialogue(ctx, id, null, async (tx, dialogue) => {
    if (!isOpenForWriting(dialogue.state)) return refused({ code: 'not-now', state: dialogue.state })
    const questions = await questionsOf(tx, dialogue)
    const asked = questions.find((one) => one.id === question)
    if (!asked) return notFound()
    if (asked.version !== version) return refused({ code: 'question-settled' })
    const reason = decided.state === 'set-aside' ? decided.reason : ''
    if (decided.state === 'set-aside') {
      if (reason === '') return refused({ code: 'reason-missing' })
      if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
      const isLead = questions.some((one) => one.sameAs === question)
      const isAnswered = (await commitmentsOf(tx, dialogue)).some((one) => one.question === question)
      if (isLead || isAnswered) return refused({ code: 'question-answered' })
    }
    await updateQuestion(tx, dialogue.province, asked, { state: decided.state, reason, sameAs: null }, ctx.now)
    await countDialogue(tx, dialogue)
    const kind = decided.state === 'taken' ? 'question-taken' : 'question-set-aside'
    await recordMove(tx, ctx, { kind: 'dialogue', id }, kind, { question })
    return done()
  })
}

/** Puts questions that say the same together under one of them: it is answered for all, and each still counts. */
export async function joinQuestions(
  ctx: Ctx,
  id: DialogueId,
  lead: AskedId,
  others: readonly AskedId[],
): Done<{ joined: number }> {
  return onDialogue(ctx, id, null, async (tx, dialogue) => {
    if (!isOpenForWriting(dialogue.state)) return refused({ code: 'not-now', state: dialogue.state })
    const questions = await questionsOf(tx, dialogue)
    const first = questions.find((one) => one.id === lead)
    const chosen = questions.filter((one) => others.includes(one.id) && one.id !== lead && one.sameAs !== lead)
    if (!first || chosen.length === 0) return refused({ code: 'no-questions' })
    if (first.state !== 'taken' || first.sameAs !== null) return refused({ code: 'question-not-taken' })
    const answered = new Set((await commitmentsOf(tx, dialogue)).map((one) => one.question))
    // Those that were joined to one of the chosen go with it: nobody answers under a question that is answered elsewhere.
    const all = questions.filter((one) => chosen.includes(one) || chosen.some((lead) => lead.id === one.sameAs))
    if (all.some((one) => answered.has(one.id))) return refused({ code: 'question-answered' })
    for (const one of all)
      await updateQuestion(tx, dialogue.province, one, { state: 'taken', reason: '', sameAs: lead }, ctx.now)
    await countDialogue(tx, dialogue)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'questions-joined', { question: lead, questions: all.length })
    return done({ joined: all.length })
  })
}

/** Takes a question out of the group it was joined to. */
export async function partQuestion(ctx: Ctx, id: DialogueId, question: AskedId, version: number): Done<undefined> {
  return onDialogue(ctx, id, null, async (tx, dialogue) => {
    if (!isOpenForWriting(dialogue.state)) return refused({ code: 'not-now', state: dialogue.state })
    const asked = (await questionsOf(tx, dialogue)).find((one) => one.id === question)
    if (!asked) return notFound()
    if (asked.version !== version || asked.sameAs === null) return refused({ code: 'question-settled' })
    await updateQuestion(tx, dialogue.province, asked, { sameAs: null }, ctx.now)
    await countDialogue(tx, dialogue)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'question-parted', { question })
    return done()
  })
}
