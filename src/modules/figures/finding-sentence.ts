import { formatQuantity, zero } from '#kernel/quantity.ts'
import type { Finding, FindingFacts } from './finding.ts'
import {
  codeOf,
  inOwnWords,
  lower,
  nameOf,
  remedyInRegister,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'
import { isAmongCells, textAmongCells, type FactsAmongCells } from './sentence-among-cells.ts'
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
import { overUnitsText } from './sentence-of-sums.ts'

/** A finding in words; cause and remedy in those of whoever wrote the rule, where they wrote some. */
export function findingText(finding: Finding, names: CellNames): FindingText {
  const { facts } = finding
  const isAmong = isAmongCells(facts)
  return inOwnWords(finding, isAmong ? textAmongCells(finding, facts, names) : programText(finding, facts, names))
}

function programText(finding: Finding, facts: Exclude<FindingFacts, FactsAmongCells>, names: CellNames): FindingText {
  const plain = (text: Pick<FindingText, 'heading' | 'sentence'>): FindingText => ({ ...text, remedy: '', sum: null })
  const inRegister = (text: FindingText): FindingText => ({
    ...text,
    remedy: text.remedy + remedyInRegister(finding, names),
  })
  switch (facts.kind) {
    case 'over-units':
      return overUnitsText(finding, facts, names)
    case 'number':
      return numberText(facts, names)
    case 'scopes':
      return inRegister(scopesText(finding, facts, names))
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
