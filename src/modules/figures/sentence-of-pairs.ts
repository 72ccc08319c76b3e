import { divide, formatQuantity, quantity, roundTo, type Quantity } from '#kernel/quantity.ts'
import type { RuleId } from './check-rule.ts'
import type { Finding } from './finding.ts'
import { codeOf, nameOf, remedyFor, type CellNames, type FindingFactsOf, type FindingText } from './finding-words.ts'
import { ruleNameOf } from './labels.ts'

export function partText(finding: Finding, facts: FindingFactsOf<'part-and-whole'>, names: CellNames): FindingText {
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

export function averageText(finding: Finding, facts: FindingFactsOf<'average'>, names: CellNames): FindingText {
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

export function turnsText(finding: Finding, facts: FindingFactsOf<'turns-and-persons'>): FindingText {
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

function divideRounded(total: Quantity, units: number): string {
  const quotient = divide(total, quantity(units), 2)
  return quotient === null ? 'không chia được' : formatQuantity(quotient)
}
