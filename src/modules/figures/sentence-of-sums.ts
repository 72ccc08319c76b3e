import { absolute, formatQuantity, roundTo, zero } from '#kernel/quantity.ts'
import type { Finding, Term, TracedUnits } from './finding.ts'
import {
  codeOf,
  listOf,
  nameOf,
  remedyFor,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'

export function sumText(finding: Finding, facts: FindingFactsOf<'sum'>, names: CellNames): FindingText {
  const unit = names(facts.total.cell).unit
  const total = formatQuantity(facts.total.amount)
  const sum = formatQuantity(facts.sum)
  const gap = formatQuantity(absolute(facts.gap))
  const addition = facts.parts.map((part) => formatQuantity(part.amount)).join(' + ')
  const rows: NonNullable<FindingText['sum']> = facts.parts.map((part) => ({
    label: names(part.cell).name,
    amount: formatQuantity(part.amount),
    kind: 'part',
  }))
  rows.push({ label: 'Cộng được', amount: sum, kind: 'sum' }, { label: 'Tổng đã ghi', amount: total, kind: 'total' })
  if (facts.gap !== zero) rows.push({ label: facts.gap > zero ? 'Còn thiếu' : 'Thừa ra', amount: gap, kind: 'gap' })
  if (finding.verdict === 'holds') {
    const heading = `Cộng khớp: ${addition} = ${total}`
    const equal = `${nameOf(facts.total.cell, names)} bằng đúng tổng các phần`
    if (facts.missing.length === 0) return { heading, sentence: `${equal}.`, remedy: '', sum: rows }
    const missing = facts.missing.map((cell) => nameOf(cell, names)).join('; ')
    return {
      heading,
      sentence: `${equal} đã ghi; ${missing} chưa có số và chỉ có thể là 0.`,
      remedy: 'Phần mềm không tự điền. Nếu đúng là không có, xin ghi 0.',
      sum: rows,
    }
  }
  if (facts.gap < zero) {
    return {
      heading: `Cộng lại thừa ${gap} ${unit}`,
      sentence: `Các dòng cộng được ${sum}, mà tổng ở ${codeOf(facts.total.cell)} chỉ là ${total}. Có thể một ${unit} bị tính ở hai dòng, hoặc tổng ghi thiếu.`,
      remedy: remedyFor(finding, 'Xin xem lại sổ rồi sửa dòng bị tính hai lần, hoặc sửa tổng'),
      sum: rows,
    }
  }
  const likely = facts.likelyMissing ?? facts.missing[0]
  if (likely) {
    return {
      heading: `Cộng lại còn thiếu ${gap} ${unit}`,
      sentence: `Các dòng đã có cộng được ${sum}, mà tổng là ${total}: còn ${gap} ${unit} chưa rõ nằm ở đâu. Chưa kết luận được vì ${listOf(facts.missing)} chưa có số. Có thể ${gap} ${unit} thuộc dòng ${nameOf(likely, names)} chưa được ghi.`,
      remedy: 'Phần mềm không tự điền. Xin xem lại sổ rồi ghi các dòng còn trống (không có thì ghi 0).',
      sum: rows,
    }
  }
  return {
    heading: `Cộng lại còn thiếu ${gap} ${unit}`,
    sentence: `Các dòng cộng được ${sum}, mà tổng ở ${codeOf(facts.total.cell)} là ${total}. Có thể một dòng ghi thiếu ${gap} ${unit}, hoặc tổng tính cả phần không thuộc các dòng này.`,
    remedy: remedyFor(finding, 'Xin sửa dòng ghi thiếu hoặc sửa tổng'),
    sum: rows,
  }
}

export function overUnitsText(finding: Finding, facts: FindingFactsOf<'over-units'>, names: CellNames): FindingText {
  const stated = formatQuantity(facts.stated.amount)
  const summed = formatQuantity(facts.summed)
  const gap = formatQuantity(absolute(facts.gap))
  const name = nameOf(facts.stated.cell, names)
  const rows: FindingText['sum'] = [
    { label: `${facts.unitsCounted} xã, phường đã nhận`, amount: summed, kind: 'sum' },
    { label: 'Tổng đã ghi', amount: stated, kind: 'total' },
  ]
  if (finding.verdict === 'holds') {
    return {
      heading: `${name}: khớp với cấp xã`,
      sentence: `Tổng ${stated} bằng đúng số cộng từ ${facts.unitsCounted} đơn vị.`,
      remedy: '',
      sum: rows,
    }
  }
  const said = `${name} ghi ${stated}, mà ${facts.unitsCounted} xã, phường đã được nhận cộng lại là ${summed}.`
  return {
    heading: `${codeOf(facts.stated.cell)} lệch ${gap} so với cấp xã`,
    sentence: `${said} ${facts.traced ? tracedText(facts.traced) : untracedText}`,
    // What one commune gave may be unread, unpublished, or never be public of a single unit.
    ...(facts.traced && { openSentence: `${said} ${untracedText}` }),
    remedy: 'Xin để trống ô này để dùng số cộng, hoặc nộp kèm lời giải thích.',
    sum: [...rows, { label: facts.gap > zero ? 'Nhiều hơn' : 'Ít hơn', amount: gap, kind: 'gap' }],
  }
}

const untracedText = 'Có thể còn đơn vị chưa nộp, hoặc cấp tỉnh có phần riêng.'

/** The units that come to the gap, by name and number; a trace is a likelihood, and says so. */
function tracedText(traced: TracedUnits): string {
  const units = traced.units.map(({ name, amount }) => `${name} (${formatQuantity(amount)})`).join(', ')
  switch (traced.how) {
    case 'not-accepted':
      return `Đúng bằng số của ${units} đã nộp mà chưa được nhận.`
    case 'left-out':
      return `Đúng bằng số của ${units}: có thể tổng chưa tính đơn vị này.`
    case 'twice':
      return `Đúng bằng số của ${units}: có thể đơn vị này bị tính hai lần.`
  }
}

export function percentText(finding: Finding, facts: FindingFactsOf<'percent'>, names: CellNames): FindingText {
  const written = formatQuantity(facts.percent.amount)
  const name = nameOf(facts.percent.cell, names)
  const quotient = `${sumOf(facts.numerator)} / ${sumOf(facts.denominator)}`
  if (facts.expected === null) {
    return {
      heading: `${codeOf(facts.percent.cell)} ghi ${written} % mà mẫu số bằng 0`,
      sentence: `${name} ghi ${written} %, mà ${listOf(facts.denominator.map(({ cell }) => cell))} cộng lại bằng 0: không có gì để chia nên không có tỷ lệ.`,
      remedy: 'Xin ghi “không áp dụng” ở ô tỷ lệ, hoặc ghi đủ các ô làm mẫu số.',
      sum: null,
    }
  }
  const expected = formatQuantity(roundTo(facts.expected, 2))
  if (finding.verdict === 'holds') {
    return {
      heading: `Tỷ lệ khớp: ${quotient} = ${expected} %`,
      sentence: `${name} ghi ${written} %.`,
      remedy: '',
      sum: null,
    }
  }
  const [top, bottom, all] = [facts.numerator, facts.denominator, [...facts.numerator, ...facts.denominator]].map(
    (terms) => listOf(terms.map(({ cell }) => cell)),
  )
  return {
    heading: `${codeOf(facts.percent.cell)} ghi ${written} %, mà tính ra ${expected} %`,
    sentence: `${name} ghi ${written} %, mà ${top} chia cho ${bottom} là ${quotient} = ${expected} %. Có thể tỷ lệ tính trước khi sửa các số kia, hoặc lấy nhầm mẫu số.`,
    remedy: remedyFor(finding, `Xin sửa ô tỷ lệ, hoặc sửa ${all}`),
    sum: null,
  }
}

function sumOf(terms: Term[]): string {
  const amounts = terms.map((term) => formatQuantity(term.amount))
  return amounts.length > 1 ? `(${amounts.join(' + ')})` : (amounts[0] ?? '')
}
