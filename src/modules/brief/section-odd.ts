import type { Brief } from './facts.ts'
import { periodNoun } from './labels.ts'
import { boardPath, reportPath } from './paths.ts'
import { lower, nameIn, type BriefSection, type Cut, type Piece } from './words.ts'

/** Numbers unlike those before, friendly remarks, and what the reports ask themselves. */
export function oddSection(brief: Brief, cut: Cut): BriefSection {
  const byUnit = [...Map.groupBy(brief.strange, ({ unit }) => unit.unit).values()]
  const strange = byUnit
    .slice(0, cut.strange)
    .flatMap(([first, ...others]) => (first ? [strangeLine(brief, first, others.length)] : []))
  const remarks = brief.remarks.slice(0, cut.remarks).map(({ remark, unit, report }): Piece[] => {
    const name = { text: unit.name, bold: true, ...(report ? { href: reportPath(report) } : {}) }
    if (remark.kind === 'all-zero') return [name, { text: `: cả ${remark.numbers} số đều bằng 0.` }]
    if (remark.kind === 'all-round') return [name, { text: `: cả ${remark.numbers} số từ 5 trở lên đều tròn chục.` }]
    return [name, { text: `: ${remark.same} trên ${remark.of} số y nguyên kỳ trước.` }]
  })
  // What was explained is news; what the checks merely ask about comes after it.
  const asked = brief.standing.asked.toSorted((one, other) => Number(other.isExplained) - Number(one.isExplained))
  const findings = asked
    .slice(0, cut.asked)
    .map((one): Piece[] => [
      { text: nameIn(brief, one.unit), bold: true, href: reportPath(one.report) },
      { text: `: ${lower(one.heading)} (${one.isExplained ? 'đã giải thích' : 'nên hỏi'}).` },
    ])
  const rest = asked.length - findings.length
  if (rest > 0) {
    const whole = brief.unit.level === 'province' ? { href: `${boardPath(brief.period)}#cho-la` } : {}
    findings.push([{ text: 'Và ' }, { text: `${rest} chỗ khác`, ...whole }, { text: ' trong các báo cáo đã nộp.' }])
  }
  const groups = [
    { title: titled('Số khác hẳn các kỳ trước', strange.length, byUnit.length), lines: strange },
    { title: titled('Nên xem lại giúp', remarks.length, brief.remarks.length), lines: remarks },
    { title: 'Báo cáo tự hỏi hoặc đã giải thích', lines: findings },
  ].filter(({ lines }) => lines.length > 0)
  return {
    ...{ id: 'cho-la', title: 'Chỗ lạ', groups },
    empty:
      groups.length === 0 ? 'Không có số nào khác hẳn các kỳ trước, không có chỗ nào báo cáo phải giải thích.' : null,
    note: strange.length > 0 ? 'Lạ không có nghĩa là sai; hỏi đơn vị trước khi kết luận.' : null,
  }
}

/** A list that was cut says how long it is. */
function titled(words: string, shown: number, all: number): string {
  return shown < all ? `${words} (${shown} trong ${all} đơn vị)` : words
}

function strangeLine(
  { period }: Brief,
  { strange, of, unit, report }: Brief['strange'][number],
  others: number,
): Piece[] {
  const { least, most, periods } = strange.history
  const range = least === most ? `đều ${counted(least)}` : `từ ${counted(least)} đến ${counted(most)}`
  const { peers } = strange
  const beside = peers ? `; phần lớn xã khác kỳ này từ ${counted(peers.least)} đến ${counted(peers.most)}` : ''
  const more = others > 0 ? ` Còn ${others} số khác của đơn vị này cũng khác hẳn.` : ''
  return [
    { text: unit.name, bold: true, ...(report ? { href: reportPath(report, of.measure.key) } : {}) },
    {
      text: `: ${counted(strange.now)} ${of.measure.unitOfCount} (${lower(of.measure.name)}), ${periods} ${periodNoun(period)} trước ${range}${beside}.${more}`,
    },
  ]
}

function counted(count: number): string {
  return count.toLocaleString('vi-VN')
}
