import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import { receiptFrom } from './asked.ts'
import { insertQuestion } from './asked-store.server.ts'
import { insertCommitment, insertEvent } from './commitment-store.server.ts'
import { countDialogue } from './counting.server.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import { heldQuestions, inventPlan, sentQuestions } from './example-conversations.ts'
import type { RegisterOwner } from './policy.ts'
import { publishDialogue } from './publication.server.ts'
import { insertDialogue, lockDialogue, replaceSessions, saveDialogue } from './store.server.ts'

/** Makes one held dialogue public with its answers, and announces one that still gathers: what a newcomer looks at first. */
export async function writeConversations(
  tx: Tx,
  owner: RegisterOwner,
  held: DialogueId | undefined,
  at: Date,
): Promise<void> {
  const dialogue = held && (await lockDialogue(tx, owner.province, held))
  if (dialogue) await publishHeld(tx, dialogue, at)
  await announceNext(tx, owner, at)
}

async function publishHeld(tx: Tx, dialogue: Dialogue, at: Date): Promise<void> {
  for (const [index, { content, answer, owner, dueDays, outcome }] of heldQuestions.entries()) {
    const id = newId<'AskedQuestion'>(at)
    const asked = new Date(at.getTime() + index)
    await insertQuestion(tx, dialogue, { id, source: 'hall', content, state: 'taken', receipt: null }, asked)
    const isDone = outcome !== ''
    const dueOn = dueDays > 0 ? addDays(dialogue.heldOn, dueDays) : null
    const facts = {
      kind: dueOn ? ('promised' as const) : ('answered' as const),
      ...{ answer, owner, dueOn, dueRule: '', outcome },
      state: isDone ? ('closed' as const) : ('open' as const),
      doneOn: isDone ? addDays(dialogue.heldOn, dueDays) : null,
      asker: isDone ? ('satisfied' as const) : ('unknown' as const),
    }
    const commitment = await insertCommitment(tx, dialogue, id, facts, asked)
    const event = { move: 'made' as const, fromDue: null, toDue: dueOn, words: '', asker: null }
    await insertEvent(tx, dialogue, commitment, event, { account: null, at })
  }
  const minutes = {
    chairedBy: 'Chủ tịch Ủy ban nhân dân xã',
    invited: 'Ủy ban Mặt trận Tổ quốc xã\nHội Nông dân xã',
    conclusion: 'Giao các bộ phận trả lời đúng hạn; kết quả niêm yết tại nhà văn hóa từng thôn.',
  }
  const published = await saveDialogue(tx, dialogue, { ...minutes, state: 'published' }, at)
  await countDialogue(tx, published)
  await publishDialogue(tx, published, at)
  const object = { kind: 'dialogue', id: dialogue.id }
  const { province, unit } = dialogue
  await record(tx, { province, unit, account: null, kind: 'dialogue-publish', object, changed: {}, at })
}

async function announceNext(tx: Tx, owner: RegisterOwner, at: Date): Promise<void> {
  const id = newId<'Dialogue'>(at)
  const { sessions, ...entry } = inventPlan(dayInVietnam(at))
  await insertDialogue(tx, { ...owner, id }, entry, at)
  await replaceSessions(tx, { ...owner, id }, sessions)
  const dialogue = await lockDialogue(tx, owner.province, id)
  if (!dialogue) return
  await publishDialogue(tx, await saveDialogue(tx, dialogue, { state: 'announced' }, at), at)
  for (const [index, { source, state, content }] of sentQuestions.entries()) {
    const receipt = source === 'online' ? receiptFrom(Uint8Array.from({ length: 10 }, (_, n) => n * 7 + index)) : null
    const question = { id: newId<'AskedQuestion'>(at), source, state, content, receipt }
    await insertQuestion(tx, dialogue, question, new Date(at.getTime() + index))
  }
  const object = { kind: 'dialogue', id }
  await record(tx, { ...owner, account: null, kind: 'dialogue-announce', object, changed: {}, at })
}
