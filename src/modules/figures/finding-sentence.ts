import { divide, formatQuantity, quantity, roundTo, zero, type Quantity } from '#kernel/quantity.ts'
import type { RuleId } from './check-rule.ts'
import type { Finding } from './finding.ts'
import {
  codeOf,
  listOf,
  lower,
  nameOf,
  remedyFor,
  remedyInRegister,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'
import { ruleNameOf } from './labels.ts'
import {
  allZeroText,
  boundsText,
  changedText,
  repeatedText,
  roundedText,
  stockFellText,
  unusualAmongPeersText,
  unusualText,
} from './sentence-of-history.ts'
import { eventDateText, foreignUnitText } from './sentence-of-text.ts'
import {
  changeText,
  changeUnknownText,
  comparedText,
  fellText,
  notComparedText,
  quartersText,
} from './sentence-over-time.ts'
import { overUnitsText, percentText, sumText } from './sentence-of-sums.ts'

/** A finding in words; cause and remedy in those of whoever wrote the rule, where they wrote some. */
export function findingText(finding: Finding, names: CellNames): FindingText {
  const text = programText(finding, names)
  const { words, verdict } = finding
  if (!words || (verdict !== 'fails' && verdict !== 'asks')) return text
  const remedy = words.remedy === '' ? text.remedy : `${words.remedy}${endOf(finding)}`
  return { ...text, sentence: words.cause === '' ? text.sentence : `${text.sentence} ${words.cause}`, remedy }
}

function endOf({ verdict, explainable }: Finding): string {
  if (verdict !== 'fails') return ''
  return explainable ? ' Nếu đúng như vậy, nộp kèm lời giải thích.' : ' Chỗ này phải khớp mới nộp được.'
}

function programText(finding: Finding, names: CellNames): FindingText {
  const { facts } = finding
  const plain = (text: Pick<FindingText, 'heading' | 'sentence'>): FindingText => ({ ...text, remedy: '', sum: null })
  const inRegister = (text: FindingText): FindingText => ({
    ...text,
    remedy: text.remedy + remedyInRegister(finding, names),
  })
  switch (facts.kind) {
    case 'sum':
      return inRegister(sumText(finding, facts, names))
    case 'part-and-whole':
      return inRegister(partText(finding, facts, names))
    case 'average':
      return inRegister(averageText(finding, facts, names))
    case 'turns-and-persons':
      return turnsText(finding, facts)
    case 'over-units':
      return overUnitsText(finding, facts, names)
    case 'number':
      return numberText(facts, names)
    case 'scopes':
      return inRegister(scopesText(finding, facts, names))
    case 'percent':
      return inRegister(percentText(finding, facts, names))
    case 'change':
      return inRegister(changeText(finding, facts, names))
    case 'change-unknown':
      return changeUnknownText(facts, names)
    case 'fell':
      return fellText(facts, names)
    case 'quarters':
      return quartersText(facts, names)
    case 'compared':
      return comparedText(finding, facts)
    case 'not-compared':
      return notComparedText(finding, facts)
    case 'foreign-unit':
      return foreignUnitText(facts, names)
    case 'event-date':
      return eventDateText(finding, facts, names)
    case 'missing':
      return missingText(facts, names)
    case 'stock-fell':
      return plain(stockFellText(facts, names))
    case 'changed':
      return plain(changedText(facts, names))
    case 'repeated':
      return plain(repeatedText(facts, names))
    case 'unusual':
      return plain(unusualText(facts, names))
    case 'unusual-among-peers':
      return plain(unusualAmongPeersText(facts, names))
    case 'all-zero':
      return plain(allZeroText(facts))
    case 'rounded':
      return plain(roundedText(facts))
    case 'out-of-bounds':
      return plain(boundsText(finding, facts))
  }
}

function partText(finding: Finding, facts: FindingFactsOf<'part-and-whole'>, names: CellNames): FindingText {
  const part = `${nameOf(facts.part.cell, names)} là ${formatQuantity(facts.part.amount)}`
  const whole = `${nameOf(facts.whole.cell, names)} là ${formatQuantity(facts.whole.amount)}`
  if (finding.verdict === 'holds') {
    return { heading: ruleNameOf(finding.rule), sentence: `${part}, ${whole}: hợp lý.`, remedy: '', sum: null }
  }
  const { cause, toCorrect } = largerPart[finding.rule] ?? anyLargerPart
  return {
    heading: `${codeOf(facts.part.cell)} lớn hơn ${codeOf(facts.whole.cell)}`,
    sentence: `${part}, mà ${whole}. ${cause}`,
    remedy: remedyFor(finding, toCorrect),
    sum: null,
  }
}

const anyLargerPart = {
  cause: 'Phần không thể lớn hơn tổng; có thể hai ô bị ghi đổi chỗ cho nhau.',
  toCorrect: 'Xin xem lại hai ô này và sửa ô ghi sai',
}

/** Why a part came out larger than its whole, where the rule knows better. */
const largerPart: Partial<Record<RuleId, typeof anyLargerPart>> = {
  Q07: {
    cause:
      'Mô hình được nhân rộng là một phần của mô hình được công nhận trong kỳ; có thể một mô hình bị đếm theo từng nơi làm theo, hoặc đếm cả mô hình công nhận từ kỳ trước.',
    toCorrect: 'Xin đếm mỗi mô hình một lần; mô hình công nhận từ kỳ trước thì nêu ở ghi chú',
  },
  Q09: {
    cause:
      'Số đơn đã giải quyết nhiều hơn số đơn đã nhận; có thể có đơn kỳ trước chuyển sang, hoặc hai ô bị ghi đổi chỗ.',
    toCorrect: 'Xin xem lại sổ đơn và sửa ô ghi sai',
  },
}

function averageText(finding: Finding, facts: FindingFactsOf<'average'>, names: CellNames): FindingText {
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

function turnsText(finding: Finding, facts: FindingFactsOf<'turns-and-persons'>): FindingText {
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

function numberText(facts: FindingFactsOf<'number'>, names: CellNames): FindingText {
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

function scopesText(finding: Finding, facts: FindingFactsOf<'scopes'>, names: CellNames): FindingText {
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

function missingText(facts: FindingFactsOf<'missing'>, names: CellNames): FindingText {
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
  const quotient = divide(total, quantity(units), 2)
  return quotient === null ? 'không chia được' : formatQuantity(quotient)
}
