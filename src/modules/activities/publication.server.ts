import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import { questionsOf } from './asked-store.server.ts'
import { commitmentsOf } from './commitment-store.server.ts'
import type { Dialogue } from './dialogue.ts'
import {
  linesOf,
  publicStateOf,
  type PublicAnswer,
  type PublicDialogue,
  type PublicDialogueState,
} from './public-dialogue.ts'
import { sessionsOf } from './store.server.ts'

/**
 * Copies what everybody may read of a dialogue, in the transaction that changed it, its answers or a promise; before the
 * audit. Of what was never announced or published nothing is copied.
 */
export async function publishDialogue(tx: Tx, dialogue: Dialogue, at: Date): Promise<void> {
  const { province, id, unit } = dialogue
  const before = await stateBefore(tx, province, id)
  const state = publicStateOf(dialogue, before)
  if (!state) return
  const content = await contentOf(tx, dialogue, state)
  const said = {
    state,
    held_on: dialogue.heldOn,
    questions_until: dialogue.questionsUntil,
    subject: dialogue.subject,
    content: JSON.stringify(content),
    changed_at: at,
  }
  await tx
    .insertInto('dialogue_publication')
    .values({ province_id: province, dialogue_id: id, unit_id: unit, published_at: at, ...said })
    .onConflict((conflict) => conflict.columns(['province_id', 'dialogue_id']).doUpdateSet(said))
    .execute()
  await markPublicChange(tx, province)
}

async function stateBefore(tx: Tx, province: Id<'Unit'>, id: string): Promise<PublicDialogueState | null> {
  const row = await tx
    .selectFrom('dialogue_publication')
    .select('state')
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .executeTakeFirst()
  // The check of dialogue_publication holds the word.
  return row ? (row.state as PublicDialogueState) : null
}

async function contentOf(tx: Tx, dialogue: Dialogue, state: PublicDialogueState): Promise<PublicDialogue> {
  const unit = await unitOn(tx, dialogue.unit, dialogue.heldOn)
  if (!unit) throw new Error(`Dialogue ${dialogue.id} is of a unit that was not in force`)
  const isPublished = state === 'published'
  const isOut = state === 'withdrawn'
  return {
    unitName: unit.name,
    unitCode: unit.code,
    subject: dialogue.subject,
    heldOn: dialogue.heldOn,
    startsAt: dialogue.startsAt,
    place: dialogue.place,
    isThematic: dialogue.isThematic,
    sessions: isOut ? [] : await sessionsOf(tx, dialogue),
    chairedBy: isOut ? '' : dialogue.chairedBy,
    invited: isOut ? [] : linesOf(dialogue.invited),
    announcement: isOut ? '' : dialogue.announcement,
    questionsUntil: dialogue.questionsUntil,
    attendances: isPublished ? dialogue.attendances : null,
    opinions: isPublished ? dialogue.opinions : null,
    conclusion: isPublished ? dialogue.conclusion : '',
    cancelReason: state === 'cancelled' ? (dialogue.cancelReason ?? '') : '',
    answers: isPublished ? await answersOf(tx, dialogue) : [],
  }
}

async function answersOf(tx: Tx, dialogue: Dialogue): Promise<PublicAnswer[]> {
  const questions = (await questionsOf(tx, dialogue)).filter((one) => one.state === 'taken')
  const commitments = new Map((await commitmentsOf(tx, dialogue)).map((one) => [one.question, one]))
  return questions.flatMap((question): PublicAnswer[] => {
    const commitment = commitments.get(question.id)
    if (question.sameAs !== null || !commitment) return []
    const { kind, answer, owner, dueOn, state, outcome, doneOn, asker } = commitment
    const alsoAsked = questions.filter((one) => one.sameAs === question.id).length
    return [{ question: question.content, alsoAsked, kind, answer, owner, dueOn, state, outcome, doneOn, asker }]
  })
}
