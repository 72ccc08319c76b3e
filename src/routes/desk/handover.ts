import { formatDay } from '#kernel/local-date.ts'
import type { HandoverRow } from '#modules/access/life-queries.server.ts'
import { dutyLabel } from '#modules/access/labels.ts'

/** A handover as the one who gives, or the one who takes, reads it. */
export function handoverSaid(
  handover: HandoverRow,
  reader: string,
): { id: string; sentence: string; work: string | null } {
  const duty = `nhiệm vụ ${dutyLabel[handover.kind]} – ${handover.unitName}`
  const day = formatDay(handover.firstDay)
  const sentence =
    handover.to.id === reader
      ? `Từ ngày ${day} ông/bà nhận ${duty} do ${handover.from.name} bàn giao.`
      : `Từ ngày ${day} ${duty} của ông/bà do ${handover.to.name} nhận.`
  const work =
    handover.openReports + handover.openQuestions > 0
      ? `Khi bàn giao có ${handover.openReports} báo cáo chưa xong, ${handover.openQuestions} câu hỏi chưa trả lời.`
      : null
  return { id: handover.id, sentence, work }
}
