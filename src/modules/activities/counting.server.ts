import type { Tx } from '#platform/database.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { questionsOf } from './asked-store.server.ts'
import { answerKindOf } from './commitment.ts'
import { commitmentsOf } from './commitment-store.server.ts'
import { dialogueFacts, noAnswers, type AnswerCounts, type Dialogue } from './dialogue.ts'

/** States anew what a dialogue counts towards, in the transaction that changed it, its questions or what was promised for them. */
export async function countDialogue(tx: Tx, dialogue: Dialogue): Promise<void> {
  const { province, unit, id, heldOn: day, subject: label } = dialogue
  const facts = dialogueFacts(dialogue, await answersOf(tx, dialogue))
  await stateFacts(tx, { province, unit, kind: 'dialogue', id, day, label }, facts)
}

/** Every question that was put to it once, those that say the same as another under the answer of that one. */
export async function answersOf(tx: Tx, dialogue: Dialogue): Promise<AnswerCounts> {
  const commitments = new Map((await commitmentsOf(tx, dialogue)).map((one) => [one.question, one]))
  const counts = { ...noAnswers }
  for (const question of await questionsOf(tx, dialogue)) {
    if (question.state === 'taken') counts[answerKindOf(commitments.get(question.sameAs ?? question.id))] += 1
  }
  return counts
}
