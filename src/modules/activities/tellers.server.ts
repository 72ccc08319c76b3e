import { dayInVietnam, formatDay, localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { DialogueId } from './dialogue.ts'
import { findDialogue } from './store.server.ts'

type Topic = 'dialogue-question' | 'dialogue-circulate' | 'commitment-soon' | 'commitment-overdue'

/** What is said of dialogues and of what was promised in them, to the officers and leaders of the unit that holds them. */
export const activitiesTellers: Record<Topic, Teller> = {
  'dialogue-question': (tx, told) => ofDialogue(tx, told, 'Có câu hỏi mới gửi cho', everybody),
  'dialogue-circulate': (tx, told) => ofDialogue(tx, told, 'Có biên bản chờ góp ý, duyệt:', everybody),
  'commitment-soon': (tx, told) => ofCommitment(tx, told, 'Cam kết sắp đến hạn'),
  'commitment-overdue': (tx, told) => ofCommitment(tx, told, 'Cam kết đã quá hạn'),
}

const everybody: readonly DutyKind[] = ['commune-officer', 'commune-leader', 'province-officer', 'province-leader']

async function ofDialogue(tx: Tx, told: Told, lead: string, kinds: readonly DutyKind[]): Promise<Telling | null> {
  const dialogue = await findDialogue(tx, told.province, told.object as DialogueId)
  if (!dialogue) return null
  return {
    title: `${lead} cuộc đối thoại ngày ${formatDay(dialogue.heldOn)}`,
    path: `/desk/doi-thoai/${dialogue.id}`,
    to: await to(tx, told, dialogue.unit, kinds),
  }
}

async function ofCommitment(tx: Tx, told: Told, lead: string): Promise<Telling | null> {
  const row = await tx
    .selectFrom('commitment')
    .select(['unit_id', 'due_on', 'owner', 'state'])
    .where('province_id', '=', told.province)
    .where('id', '=', told.object)
    .executeTakeFirst()
  // Kept meanwhile: nothing is left to say.
  if (!row || row.state !== 'open' || row.due_on === null) return null
  return {
    title: `${lead} ${formatDay(localDate(row.due_on))}: ${row.owner}`,
    path: `/desk/cam-ket-doi-thoai/${told.object}`,
    to: await to(tx, told, row.unit_id as UnitId, everybody),
  }
}

function to(tx: Tx, { province, at }: Told, unit: UnitId, kinds: readonly DutyKind[]): Promise<Telling['to']> {
  return officersOn(tx, { province, unit, kinds, day: dayInVietnam(at) })
}
