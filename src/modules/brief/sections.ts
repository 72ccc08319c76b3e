import { previousPeriod } from '#kernel/period.ts'
import { dueDayWord } from '#modules/reporting/obligation.ts'
import { tallyOf, type UnitReport } from '#modules/reporting/period-standing.ts'
import { unitStatusName } from '#modules/reporting/labels.ts'
import type { ChangeMeaning } from './brief.ts'
import type { Contributions } from './changes.ts'
import type { Brief } from './facts.ts'
import { besideText, cellText, differenceText, meaningName, periodNoun } from './labels.ts'
import { partsPath, reportPath } from './paths.ts'
import { moreOf, sourceOf, type BriefSection, type Piece } from './words.ts'

/** How many names stand in a line before the list is cut. */
const mostNames = 5
/** Of what the reports ask themselves, so many; the board has all. */
const mostAsked = 3
const mostStrangeUnits = 4

export function briefSections(brief: Brief): BriefSection[] {
  return [changesSection(brief), oddSection(brief), lateSection(brief), reserveSection(brief)]
}

function changesSection(brief: Brief): BriefSection {
  const before = previousPeriod(brief.period)
  const groups = (['worse', 'better', 'different'] as const).flatMap((meaning: ChangeMeaning) => {
    const lines = brief.changes
      .filter(({ change }) => change.meaning === meaning)
      .map(({ change, made }): Piece[] => {
        const { of, now, beside, among } = change
        const { key, name } = of.measure
        const isProvince = brief.unit.level === 'province'
        const href = isProvince ? partsPath(key, brief.unit, [beside.period, brief.period]) : sourceOf(brief, key)
        return [
          { text: name, bold: true, ...(href ? { href } : {}) },
          {
            text: `: ${cellText(beside.cell, of)} → ${cellText(now, of)}, ${besideText(beside, of)}${among === null ? '' : `, trong ${among} xã, phường có số ở cả hai kỳ`}.`,
          },
          ...madeBy(brief, of, made),
        ]
      })
    return lines.length > 0 ? [{ title: meaningName[meaning], lines }] : []
  })
  const empty = before
    ? 'Không có số nào đủ ở cả hai kỳ mà thay đổi đáng kể so với kỳ trước.'
    : 'Kỳ này không có kỳ trước liền kề để so.'
  return {
    ...{ id: 'thay-doi', title: 'Thay đổi lớn nhất', groups, empty: groups.length === 0 ? empty : null },
    note: null,
  }
}

function madeBy(brief: Brief, of: Brief['figures'][number]['of'], made: Contributions | null): Piece[] {
  if (!made || made.shown.length === 0) return []
  const named = made.shown.map(({ unit, difference }) => `${nameOf(brief, unit)} ${differenceText(difference, of)}`)
  const { others } = made
  // All the others together may come to nothing: they are told too, so that the parts add up.
  const rest = others
    ? `; ${others.units} đơn vị khác ${others.difference === 0n ? 'cộng lại không đổi' : differenceText(others.difference, of)}`
    : ''
  return [{ text: ` Phần lớn ở ${named.join(', ')}${rest}.` }]
}

function oddSection(brief: Brief): BriefSection {
  const byUnit = [...Map.groupBy(brief.strange, ({ unit }) => unit.unit).values()]
  const strange = byUnit
    .slice(0, mostStrangeUnits)
    .flatMap(([first, ...others]) => (first ? [strangeLine(brief, first, others.length)] : []))
  const remarks = brief.remarks.slice(0, mostAsked).map(({ remark, unit, report }): Piece[] => {
    const name = { text: unit.name, bold: true, ...(report ? { href: reportPath(report) } : {}) }
    if (remark.kind === 'all-zero') return [name, { text: `: cả ${remark.numbers} số đều bằng 0.` }]
    if (remark.kind === 'all-round') return [name, { text: `: cả ${remark.numbers} số từ 5 trở lên đều tròn chục.` }]
    return [name, { text: `: ${remark.same} trên ${remark.of} số y nguyên kỳ trước.` }]
  })
  // What was explained is news; what the checks merely ask about comes after it.
  const asked = brief.standing.asked.toSorted((one, other) => Number(other.isExplained) - Number(one.isExplained))
  const findings = asked
    .slice(0, mostAsked)
    .map((one): Piece[] => [
      { text: nameOf(brief, one.unit), bold: true, href: reportPath(one.report) },
      { text: `: ${lower(one.heading)} (${one.isExplained ? 'đã giải thích' : 'nên hỏi'}).` },
    ])
  const rest = asked.length - findings.length
  if (rest > 0) findings.push([{ text: `Và ${rest} chỗ khác trong các báo cáo đã nộp.` }])
  const groups = [
    { title: 'Số khác hẳn các kỳ trước', lines: strange },
    { title: 'Nên xem lại giúp', lines: remarks },
    { title: 'Báo cáo tự hỏi hoặc đã giải thích', lines: findings },
  ].filter(({ lines }) => lines.length > 0)
  return {
    ...{ id: 'cho-la', title: 'Chỗ lạ', groups },
    empty:
      groups.length === 0 ? 'Không có số nào khác hẳn các kỳ trước, không có chỗ nào báo cáo phải giải thích.' : null,
    note: strange.length > 0 ? 'Lạ không có nghĩa là sai; hỏi đơn vị trước khi kết luận.' : null,
  }
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

function lateSection(brief: Brief): BriefSection {
  const { reports, timing } = brief.standing
  const due = `hạn ${dueDayWord(timing)}`
  const own = brief.unit.level === 'province' ? null : reports[0]
  if (own) {
    const overdue = own.daysLate > 0 ? `, ${own.handedInOn ? 'nộp muộn' : 'quá'} ${own.daysLate} ngày` : ''
    const questions = own.openQuestions > 0 ? ` Còn ${own.openQuestions} câu hỏi của tỉnh chưa trả lời.` : ''
    const href = own.report ? { href: reportPath(own.report) } : {}
    const line: Piece[] = [
      { text: 'Báo cáo kỳ này', bold: true, ...href },
      { text: `: ${unitStatusName[own.status]}, ${due}${overdue}.${questions}` },
    ]
    return {
      id: 'ai-cham',
      title: 'Báo cáo của đơn vị',
      groups: [{ title: null, lines: [line] }],
      empty: null,
      note: null,
    }
  }
  const tally = tallyOf(reports)
  const isOver = timing.daysLeft < 0
  const lines = [
    unitsLine(
      brief,
      isOver ? `Chưa nộp, quá ${-timing.daysLeft} ngày` : 'Chưa nộp, còn trong hạn',
      tally.owing,
      'chua-bat-dau',
    ),
    unitsLine(brief, 'Bị trả lại, chưa nộp lại', tally.returned, 'tra-lai'),
    unitsLine(
      brief,
      'Nộp muộn',
      reports.filter((one) => one.handedInOn !== null && one.daysLate > 0),
      'tat-ca',
      (one) => `${one.unit.name} (${one.daysLate} ngày)`,
    ),
    unitsLine(
      brief,
      'Còn câu hỏi chưa trả lời',
      reports.filter((one) => one.openQuestions > 0),
      'tra-lai',
      (one) => `${one.unit.name} (${one.openQuestions})`,
    ),
  ].filter((line) => line !== null)
  const sum = `${tally.counted.length} đã nhận + ${tally.waiting.length} chờ duyệt + ${tally.returned.length} trả lại + ${tally.owing.length} chưa nộp = ${reports.length} xã, phường; ${due}.`
  return {
    ...{ id: 'ai-cham', title: 'Ai chậm', groups: lines.length > 0 ? [{ title: null, lines }] : [] },
    empty: lines.length === 0 ? 'Không đơn vị nào chậm, không còn câu hỏi nào chưa trả lời.' : null,
    note: reports.length === 0 ? 'Kỳ này tỉnh không có xã, phường nào phải báo cáo.' : sum,
  }
}

function unitsLine(
  brief: Brief,
  lead: string,
  units: readonly UnitReport[],
  filter: string,
  say: (one: UnitReport) => string = (one) => one.unit.name,
): Piece[] | null {
  if (units.length === 0) return null
  const shown = units.length <= mostNames + 1 ? units : units.slice(0, mostNames)
  const names = shown.flatMap((one, at): Piece[] => [
    ...(at > 0 ? [{ text: ', ' }] : []),
    { text: say(one), ...(one.report ? { href: reportPath(one.report) } : {}) },
  ])
  return [
    { text: `${lead} (${units.length})`, bold: true },
    { text: ': ' },
    ...names,
    ...moreOf(units.length - shown.length, brief.period, filter),
    { text: '.' },
  ]
}

function reserveSection(brief: Brief): BriefSection {
  const { counted: given, expected, waiting, incomplete, notComparable, rounded } = brief.reserve
  const named = (list: readonly { name: string }[]): string => list.map(({ name }) => lower(name)).join(', ')
  const lines: Piece[][] = []
  if (brief.unit.level === 'province' && given < expected)
    lines.push([
      {
        text: `Mới có ${given} trên ${expected} báo cáo được nhận; ${waiting} báo cáo đã nộp còn chờ duyệt, chưa tính vào số.`,
      },
    ])
  if (brief.unit.level !== 'province' && given < expected)
    lines.push([
      {
        text:
          waiting > 0
            ? 'Báo cáo đã nộp, chưa được nhận: số còn có thể đổi.'
            : 'Báo cáo chưa nộp: số ở đây là số đang nhập.',
      },
    ])
  const fewer = incomplete.filter((one) => one.counted < given)
  if (fewer.length > 0)
    lines.push([
      {
        text: `Ít đơn vị cho số hơn: ${fewer.map((one) => `${lower(one.name)} (${one.counted}/${one.expected})`).join(', ')}.`,
      },
    ])
  if (rounded.length > 0) lines.push([{ text: `Có số làm tròn hoặc ước: ${named(rounded)}.` }])
  if (notComparable.length > 0) lines.push([{ text: `Chưa tính được: ${named(notComparable)}.` }])
  return {
    ...{ id: 'con-doi', title: 'Điều có thể làm số khác đi', groups: lines.length > 0 ? [{ title: null, lines }] : [] },
    empty: lines.length === 0 ? 'Mọi báo cáo đã được nhận, không có số làm tròn.' : null,
    note: null,
  }
}

function nameOf({ nameOf: names }: Brief, unit: string): string {
  return names.get(unit) ?? 'đơn vị khác'
}

function counted(count: number): string {
  return count.toLocaleString('vi-VN')
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
