import { formatDay } from '#kernel/local-date.ts'
import { dueDayWord } from '#modules/reporting/obligation.ts'
import { unitStatusName } from '#modules/reporting/labels.ts'
import { gapsSaid, tallyOf, type UnitReport } from '#modules/reporting/period-standing.ts'
import type { Brief } from './facts.ts'
import { reportPath } from './paths.ts'
import { moreOf, type BriefSection, type Cut, type Piece } from './words.ts'

/** Who has not reported, and who has questions; of a commune where its own report stands. */
export function lateSection(brief: Brief, cut: Cut): BriefSection {
  const { reports, timing } = brief.standing
  const missing = gapsSaid(brief.standing.gaps)
  const due = `hạn ${dueDayWord(timing)}`
  const own = brief.unit.level === 'province' ? null : reports[0]
  if (own) return ownSection(own, due)
  const tally = tallyOf(reports)
  const isOver = timing.daysLeft < 0
  const lines = [
    unitsLine(
      brief,
      cut.names,
      isOver ? `Chưa nộp, quá ${-timing.daysLeft} ngày` : 'Chưa nộp, còn trong hạn',
      tally.owing.filter(({ extendedUntil }) => extendedUntil === null),
      'chua-bat-dau',
    ),
    unitsLine(
      brief,
      cut.names,
      'Chưa nộp, được gia hạn',
      tally.owing.filter(({ extendedUntil }) => extendedUntil !== null),
      'chua-bat-dau',
      (one) => `${one.unit.name} (đến ${formatDay(one.due)})`,
    ),
    unitsLine(brief, cut.names, 'Bị trả lại, chưa nộp lại', tally.returned, 'tra-lai'),
    unitsLine(
      brief,
      cut.names,
      'Nộp muộn',
      reports.filter((one) => one.handedInOn !== null && one.daysLate > 0),
      'tat-ca',
      (one) => `${one.unit.name} (${one.daysLate} ngày)`,
    ),
    unitsLine(
      brief,
      cut.names,
      'Còn câu hỏi chưa trả lời',
      reports.filter((one) => one.openQuestions > 0),
      'tra-lai',
      (one) => `${one.unit.name} (${one.openQuestions})`,
    ),
  ].filter((line) => line !== null)
  const sum = `${tally.counted.length} đã nhận + ${tally.waiting.length} chờ duyệt + ${tally.returned.length} trả lại + ${tally.owing.length} chưa nộp = ${reports.length} xã, phường; ${due}.${missing ? ` Kỳ đã chốt, ${missing}.` : ''}`
  return {
    ...{ id: 'ai-cham', title: 'Ai chậm', groups: lines.length > 0 ? [{ title: null, lines }] : [] },
    empty: lines.length === 0 ? 'Không đơn vị nào chậm, không còn câu hỏi nào chưa trả lời.' : null,
    note: reports.length === 0 ? 'Kỳ này tỉnh không có xã, phường nào phải báo cáo.' : sum,
  }
}

function ownSection(own: UnitReport, due: string): BriefSection {
  const overdue = own.daysLate > 0 ? `, ${own.handedInOn ? 'nộp muộn' : 'quá'} ${own.daysLate} ngày` : ''
  const questions = own.openQuestions > 0 ? ` Còn ${own.openQuestions} câu hỏi của tỉnh chưa trả lời.` : ''
  const href = own.report ? { href: reportPath(own.report) } : {}
  const line: Piece[] = [
    { text: 'Báo cáo kỳ này', bold: true, ...href },
    { text: `: ${unitStatusName[own.status]}, ${due}${overdue}.${questions}` },
  ]
  const groups = [{ title: null, lines: [line] }]
  return { id: 'ai-cham', title: 'Báo cáo của đơn vị', groups, empty: null, note: null }
}

function unitsLine(
  { period }: Brief,
  most: number,
  lead: string,
  units: readonly UnitReport[],
  filter: string,
  say: (one: UnitReport) => string = (one) => one.unit.name,
): Piece[] | null {
  if (units.length === 0) return null
  const shown = units.length <= most + 1 ? units : units.slice(0, most)
  const names = shown.flatMap((one, at): Piece[] => [
    ...(at > 0 ? [{ text: ', ' }] : []),
    { text: say(one), ...(one.report ? { href: reportPath(one.report) } : {}) },
  ])
  return [
    { text: `${lead} (${units.length})`, bold: true },
    { text: ': ' },
    ...names,
    ...moreOf(units.length - shown.length, period, filter),
    { text: '.' },
  ]
}
