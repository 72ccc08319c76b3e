import { absolute, divide, formatQuantity, quantity, roundTo, zero, type Quantity } from '#kernel/quantity.ts'
import type { Finding, FindingFacts } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** A finding in words: what was found with both numbers, the likely cause, what can be done; and the sum where there is one. */
export type FindingText = {
  heading: string
  sentence: string
  remedy: string
  sum: { label: string; amount: string; kind: 'part' | 'sum' | 'total' | 'gap' }[] | null
}

/** The name and the unit of count of a cell, as the page shows them. */
export type CellName = { name: string; unit: string }
export type CellNames = (cell: CellRef) => CellName

export function findingText(finding: Finding, names: CellNames): FindingText {
  const { facts } = finding
  switch (facts.kind) {
    case 'sum':
      return sumText(finding, facts, names)
    case 'part-and-whole':
      return partText(finding, facts, names)
    case 'average':
      return averageText(finding, facts, names)
    case 'turns-and-persons':
      return turnsText(finding, facts)
    case 'over-units':
      return overUnitsText(finding, facts, names)
    case 'number':
      return numberText(facts, names)
    case 'scopes':
      return scopesText(finding, facts, names)
    case 'missing':
      return missingText(facts, names)
  }
}

type Facts<Kind extends FindingFacts['kind']> = Extract<FindingFacts, { kind: Kind }>

function sumText(finding: Finding, facts: Facts<'sum'>, names: CellNames): FindingText {
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
      remedy: finding.explainable
        ? 'Xin xem lại sổ rồi sửa dòng bị tính hai lần, hoặc sửa tổng; nếu sổ đúng như vậy, nộp kèm lời giải thích.'
        : 'Xin xem lại sổ rồi sửa dòng bị tính hai lần, hoặc sửa tổng; chỗ này phải khớp mới nộp được.',
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
    remedy: finding.explainable
      ? 'Xin sửa dòng ghi thiếu hoặc tổng; nếu sổ đúng như vậy, nộp kèm lời giải thích.'
      : 'Xin sửa dòng ghi thiếu hoặc sửa tổng; chỗ này phải khớp mới nộp được.',
    sum: rows,
  }
}

function partText(finding: Finding, facts: Facts<'part-and-whole'>, names: CellNames): FindingText {
  const part = `${nameOf(facts.part.cell, names)} là ${formatQuantity(facts.part.amount)}`
  const whole = `${nameOf(facts.whole.cell, names)} là ${formatQuantity(facts.whole.amount)}`
  if (finding.verdict === 'holds') {
    return { heading: 'Phần không lớn hơn tổng', sentence: `${part}, ${whole}: hợp lý.`, remedy: '', sum: null }
  }
  return {
    heading: `${codeOf(facts.part.cell)} lớn hơn ${codeOf(facts.whole.cell)}`,
    sentence: `${part}, mà ${whole}. Phần không thể lớn hơn tổng; có thể hai ô bị ghi đổi chỗ cho nhau.`,
    remedy: 'Xin xem lại hai ô này và sửa ô ghi sai.',
    sum: null,
  }
}

function averageText(finding: Finding, facts: Facts<'average'>, names: CellNames): FindingText {
  const total = formatQuantity(facts.total.amount)
  const average = formatQuantity(facts.average.amount)
  const totalUnit = names(facts.total.cell).unit
  const implied = facts.implied === null ? null : formatQuantity(roundTo(facts.implied, 2))
  if (facts.units === null) {
    return {
      heading: implied ? `${total} / ${average} ra ${implied} xã` : 'Số bình quân không chia được',
      sentence: `${total} ${totalUnit} chia cho bình quân ${average} ra ${implied ?? 'một số không xác định'} xã. Chưa có danh sách xã của kỳ này để đối chiếu.`,
      remedy: 'Xin cho biết bình quân tính trên bao nhiêu xã.',
      sum: null,
    }
  }
  const expected = divideRounded(facts.total.amount, facts.units)
  const wrong = facts.otherUnits === null ? null : divideRounded(facts.total.amount, facts.otherUnits)
  const otherwise = wrong ? ` Chia cho cả ${facts.otherUnits} đơn vị sẽ ra ${wrong}: mẫu số là số xã.` : ''
  if (finding.verdict === 'holds') {
    return {
      heading: `${total} / ${average} ra ${implied ?? ''} xã, đúng số xã của kỳ này`,
      sentence: `${total} ${totalUnit} chia cho ${facts.units} xã bằng ${expected}, khớp với bình quân đã ghi.${otherwise}`,
      remedy: '',
      sum: null,
    }
  }
  return {
    heading: `Bình quân ${average} không khớp với tổng ${total}`,
    sentence: `${total} ${totalUnit} chia cho ${facts.units} xã bằng ${expected}, mà ô ${codeOf(facts.average.cell)} ghi ${average}. Có thể đã chia cho ${implied ?? 'một số khác'} xã, hoặc tổng ghi nhầm.${otherwise}`,
    remedy: `Xin sửa ${codeOf(facts.average.cell)} hoặc ${codeOf(facts.total.cell)}.`,
    sum: null,
  }
}

function turnsText(finding: Finding, facts: Facts<'turns-and-persons'>): FindingText {
  const turns = formatQuantity(facts.turns.amount)
  const persons = formatQuantity(facts.persons.amount)
  if (finding.verdict === 'holds') {
    return {
      heading: 'Lượt tiếp và số người hợp lý',
      sentence: `${turns} lượt tiếp, ${persons} người.`,
      remedy: '',
      sum: null,
    }
  }
  const equal = facts.turns.amount === facts.persons.amount
  return {
    heading: equal ? `${turns} lượt bằng đúng ${persons} người` : `${turns} lượt mà có tới ${persons} người`,
    sentence: equal
      ? `Lượt tiếp (${turns}) bằng đúng số người được tiếp (${persons}). Nếu có ai đến hai lần thì số lượt phải lớn hơn; có thể sổ chỉ ghi lượt.`
      : `Lượt tiếp (${turns}) ít hơn số người được tiếp (${persons}). Có thể có đoàn đông người, hoặc hai ô bị ghi đổi chỗ.`,
    remedy: 'Xin đếm lại số người theo tên trong sổ tiếp dân; nếu đúng, ghi chú một câu cho người duyệt biết.',
    sum: null,
  }
}

function overUnitsText(finding: Finding, facts: Facts<'over-units'>, names: CellNames): FindingText {
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
  return {
    heading: `${codeOf(facts.stated.cell)} lệch ${gap} so với cấp xã`,
    sentence: `${name} ghi ${stated}, mà ${facts.unitsCounted} xã, phường đã được nhận cộng lại là ${summed}. Có thể còn đơn vị chưa nộp, hoặc cấp tỉnh có phần riêng.`,
    remedy: 'Xin để trống ô này để dùng số cộng, hoặc nộp kèm lời giải thích.',
    sum: [...rows, { label: facts.gap > zero ? 'Nhiều hơn' : 'Ít hơn', amount: gap, kind: 'gap' }],
  }
}

function numberText(facts: Facts<'number'>, names: CellNames): FindingText {
  const name = nameOf(facts.cell, names)
  const what: Record<typeof facts.problem, { sentence: string; remedy: string }> = {
    unreadable: {
      sentence: `${name} ghi “${facts.raw}”, chưa đọc được thành một số.`,
      remedy: 'Xin ghi lại bằng chữ số, ví dụ 1.240; chưa có số thì để trống.',
    },
    fraction: {
      sentence: `${name} ghi “${facts.raw}”, mà ${names(facts.cell).unit} không có số lẻ.`,
      remedy: 'Xin ghi số nguyên.',
    },
    negative: {
      sentence: `${name} ghi “${facts.raw}”, mà số đếm không thể âm.`,
      remedy: 'Xin ghi lại số từ 0 trở lên.',
    },
    'above-100': {
      sentence: `${name} ghi “${facts.raw}”, mà tỷ lệ không quá 100 %.`,
      remedy: 'Xin xem lại tử số và mẫu số.',
    },
  }
  return { heading: `Ô ${codeOf(facts.cell)} chưa đúng`, ...what[facts.problem], sum: null }
}

function scopesText(finding: Finding, facts: Facts<'scopes'>, names: CellNames): FindingText {
  const each = facts.scopes.map((term) => `${formatQuantity(term.amount)} (${lower(names(term.cell).name)})`).join(', ')
  const numbers = facts.scopes.map((term) => formatQuantity(term.amount)).join(', ')
  if (finding.verdict === 'holds') {
    return {
      heading: `${numbers}: ${facts.scopes.length} phạm vi khác nhau, không cộng`,
      sentence: `${each} đếm những phạm vi khác nhau, một mô hình có thể nằm ở hai nơi. Phần mềm không cộng các số này.`,
      remedy: '',
      sum: null,
    }
  }
  const total = formatQuantity(facts.total?.amount ?? zero)
  const addition = facts.added.map((term) => formatQuantity(term.amount)).join(' + ')
  return {
    heading: `Tổng ${total} bằng đúng ${addition}`,
    sentence: `Tổng số mô hình ghi ${total}, bằng đúng ${addition} cộng lại. Nhưng ${each} là những phạm vi khác nhau: một mô hình có thể vừa được duy trì vừa đăng ký với tỉnh.`,
    remedy: 'Xin đếm lại tổng theo danh sách mô hình, mỗi mô hình một lần.',
    sum: null,
  }
}

function missingText(facts: Facts<'missing'>, names: CellNames): FindingText {
  const parts: string[] = []
  if (facts.missing.length > 0) parts.push(`${facts.missing.map((cell) => nameOf(cell, names)).join('; ')} chưa có số`)
  if (facts.hedged.length > 0)
    parts.push(`${facts.hedged.map((cell) => nameOf(cell, names)).join('; ')} là số ước chừng`)
  const cells = [...facts.missing, ...facts.hedged]
  return {
    heading: `Chưa kiểm tra được: ${listOf(cells)}`,
    sentence: `Chưa kiểm tra được vì ${parts.join(', và ')}.`,
    remedy: facts.missing.length > 0 ? 'Ghi đủ các ô này thì phần mềm sẽ kiểm tra.' : '',
    sum: null,
  }
}

function divideRounded(total: Quantity, units: number): string {
  const quotient = divide(total, quantity(units))
  return quotient === null ? 'không chia được' : formatQuantity(roundTo(quotient, 2))
}

function codeOf(cell: CellRef): string {
  return cell.code
}

function nameOf(cell: CellRef, names: CellNames): string {
  return `${codeOf(cell)} (${lower(names(cell).name)})`
}

function listOf(cells: CellRef[]): string {
  const keys = [...new Set(cells.map((cell) => cellKey(cell).split(':')[0] ?? ''))]
  return keys.length > 1 ? `${keys.slice(0, -1).join(', ')} và ${keys.at(-1) ?? ''}` : (keys[0] ?? '')
}

/** Inside a sentence a name starts small, unless it starts with an abbreviation such as OCOP. */
function lower(name: string): string {
  const second = name[1] ?? ''
  return second === second.toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
