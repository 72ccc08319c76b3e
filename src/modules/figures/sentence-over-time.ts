import { formatDay } from '#kernel/local-date.ts'
import { formatAmount } from '#kernel/numerals.ts'
import { periodName, type Period } from '#kernel/period.ts'
import { absolute, formatQuantity, subtract, zero } from '#kernel/quantity.ts'
import type { Finding } from './finding.ts'
import {
  codeOf,
  fewOf,
  nameOf,
  remedyFor,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'

export function changeText(finding: Finding, facts: FindingFactsOf<'change'>, names: CellNames): FindingText {
  const now = formatQuantity(facts.stock.amount)
  const then = formatQuantity(facts.then)
  const written = formatAmount(facts.change.amount, 'exact', 'change')
  const expected = formatAmount(facts.expected, 'exact', 'change')
  const day = formatDay(facts.on)
  const [change, stock] = [facts.change.cell, facts.stock.cell]
  if (finding.verdict === 'holds') {
    return {
      heading: `Tăng, giảm khớp: ${now} − ${then} = ${expected}`,
      sentence: `${nameOf(stock, names)} ngày ${day} là ${then}, nay là ${now}.`,
      remedy: '',
      sum: null,
    }
  }
  return {
    heading: `${codeOf(change)} ghi ${written}, mà tính ra ${expected}`,
    sentence: `${nameOf(stock, names)} nay là ${now}, báo cáo đã nhận ngày ${day} là ${then}: thay đổi ${expected}, mà ô ${codeOf(change)} ghi ${written}. Có thể so với mốc khác (quý trước, cùng kỳ), hoặc đơn vị đã sáp nhập nên số cuối năm trước không còn so được.`,
    remedy: remedyFor(finding, `Xin sửa ${codeOf(change)} hoặc ${codeOf(stock)}`),
    sum: [
      { label: `${names(stock).name}, cuối kỳ này`, amount: now, kind: 'part' },
      { label: `Ngày ${day}`, amount: then, kind: 'part' },
      { label: 'Thay đổi tính ra', amount: expected, kind: 'sum' },
      { label: `Đã ghi ở ${codeOf(change)}`, amount: written, kind: 'total' },
      { label: 'Lệch', amount: formatQuantity(absolute(subtract(facts.change.amount, facts.expected))), kind: 'gap' },
    ],
  }
}

export function changeUnknownText(facts: FindingFactsOf<'change-unknown'>, names: CellNames): FindingText {
  const { missing, hedged, lacking } = facts
  const why = [
    ...(missing.length > 0 ? [`${missing.map((cell) => nameOf(cell, names)).join('; ')} chưa có số`] : []),
    ...(hedged.length > 0 ? [`${hedged.map((cell) => nameOf(cell, names)).join('; ')} là số ước chừng`] : []),
    ...(lacking?.isHedged ? [`${codeOf(lacking.cell)} ngày ${formatDay(lacking.on)} là số ước chừng`] : []),
    ...(lacking && !lacking.isHedged
      ? [`chưa có báo cáo đã nhận cho biết ${nameOf(lacking.cell, names)} ngày ${formatDay(lacking.on)}`]
      : []),
  ]
  return {
    heading: 'Chưa kiểm tra được mức tăng, giảm so với cuối năm trước',
    sentence: `Chưa kiểm tra được vì ${why.join(', và ')}.`,
    remedy: missing.length > 0 ? 'Ghi đủ các ô này thì phần mềm sẽ kiểm tra.' : '',
    sum: null,
  }
}

export function fellText(facts: FindingFactsOf<'fell'>, names: CellNames): FindingText {
  const { cell } = facts.now
  const now = formatQuantity(facts.now.amount)
  const before = formatQuantity(facts.before)
  const name = periodName(facts.period)
  const { register } = names(cell)
  const cause = register
    ? `ô này đếm từ ${register}, có thể sổ chưa có những cuộc trước ngày bắt đầu ghi sổ.`
    : 'có thể ô này chỉ ghi số của riêng một quý.'
  const toCorrect = register
    ? `Xin mở ${register}, ghi thêm cuộc còn thiếu từ đầu năm, kể cả cuộc đã báo cáo trước khi có sổ`
    : 'Xin ghi số cộng dồn từ đầu năm'
  return {
    heading: `${codeOf(cell)} thấp hơn ${name}`,
    sentence: `${nameOf(cell, names)} của ${periodName(facts.of)} ghi ${now}, mà ${name} đã là ${before}. Số cộng dồn từ 1/1 không thể giảm; ${cause}`,
    remedy: `${toCorrect}; chỗ này phải khớp mới nộp được. Nếu số đã nhận trước đây sai, xin báo cấp tỉnh.`,
    sum: [
      { label: sentenceStart(name), amount: before, kind: 'part' },
      { label: sentenceStart(periodName(facts.of)), amount: now, kind: 'total' },
      { label: 'Ít hơn', amount: formatQuantity(subtract(facts.before, facts.now.amount)), kind: 'gap' },
    ],
  }
}

export function quartersText(facts: FindingFactsOf<'quarters'>, names: CellNames): FindingText {
  const { cell } = facts.total
  const total = formatQuantity(facts.total.amount)
  const sum = formatQuantity(facts.sum)
  const gap = formatQuantity(absolute(facts.gap))
  const { unit, register } = names(cell)
  const toCorrect = register
    ? `Xin mở ${register}, ghi thêm cuộc còn thiếu hoặc sửa cuộc ghi nhầm`
    : 'Xin xem lại sổ rồi sửa ô này'
  const cause =
    facts.gap > zero
      ? 'Có thể một quý ghi thiếu, hoặc có việc chỉ được đếm ở cuối kỳ.'
      : 'Có thể một việc được tính ở hai quý, hoặc ô này ghi thiếu.'
  return {
    heading: `${codeOf(cell)} ${facts.gap > zero ? 'nhiều hơn' : 'ít hơn'} tổng các quý ${gap} ${unit}`,
    sentence: `${nameOf(cell, names)} ghi ${total}, mà các quý đã được nhận cộng lại là ${sum}. ${cause}`,
    remedy: `${toCorrect}; nếu sổ đúng như vậy, nộp kèm lời giải thích.`,
    sum: [
      ...facts.parts.map(({ period, amount }) => ({
        label: sentenceStart(periodName(period)),
        amount: formatQuantity(amount),
        kind: 'part' as const,
      })),
      { label: 'Các quý cộng được', amount: sum, kind: 'sum' },
      { label: 'Đã ghi', amount: total, kind: 'total' },
      { label: facts.gap > zero ? 'Nhiều hơn' : 'Ít hơn', amount: gap, kind: 'gap' },
    ],
  }
}

export function comparedText(finding: Finding, facts: FindingFactsOf<'compared'>): FindingText {
  const heading =
    finding.rule === 'Q14'
      ? `${facts.lines} dòng cộng dồn không thấp hơn ${namesOf(facts.periods)}`
      : `${facts.lines} dòng bằng đúng tổng các quý`
  return { heading, sentence: `So với ${namesOf(facts.periods)}: ${fewOf(finding.cells)}.`, remedy: '', sum: null }
}

export function notComparedText(finding: Finding, facts: FindingFactsOf<'not-compared'>): FindingText {
  const { missing, hedged, waiting, lacking } = facts
  const why = [
    ...(lacking.length > 0 ? [`${namesOf(lacking)} chưa có báo cáo được nhận`] : []),
    ...(missing.length > 0 ? [`${fewOf(missing)} chưa có số`] : []),
    ...(hedged.length > 0 ? [`${fewOf(hedged)} là số ước chừng ở kỳ này hoặc kỳ trước`] : []),
    ...(waiting.length > 0 ? [`${fewOf(waiting)} chưa có số ở một quý`] : []),
  ]
  const beside = finding.rule === 'Q14' ? namesOf(facts.periods) : 'tổng các quý'
  return {
    heading: `Chưa so hết được với ${beside}`,
    sentence: `Chưa so hết được với ${beside} vì ${why.join('; ')}.`,
    remedy: missing.length > 0 ? 'Ghi đủ các ô này thì phần mềm sẽ kiểm tra.' : '',
    sum: null,
  }
}

function namesOf(periods: Period[]): string {
  const names = periods.map((one) => periodName(one))
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} và ${names.at(-1) ?? ''}` : (names[0] ?? '')
}

function sentenceStart(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
