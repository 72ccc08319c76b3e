import { formatDay } from '#kernel/local-date.ts'
import { hedgeWord } from '#kernel/numerals.ts'
import { periodName, type Period } from '#kernel/period.ts'
import { absolute, formatQuantity, quantity, subtract, zero } from '#kernel/quantity.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import type { Finding } from './finding.ts'
import { kindWord, peopleBetween } from './peer-words.ts'
import {
  codeOf,
  fewOf,
  listOf,
  nameOf,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'

/** Findings of rules whose cause and remedy are data: here is only what was found. */
type Found = Omit<FindingText, 'remedy' | 'sum'>

export function stockFellText(facts: FindingFactsOf<'stock-fell'>, names: CellNames): Found {
  const [now, before] = [formatQuantity(facts.now.amount), formatQuantity(facts.before)]
  const fewer = formatQuantity(subtract(facts.before, facts.now.amount))
  const { unit } = names(facts.now.cell)
  return {
    heading: `${codeOf(facts.now.cell)} giảm ${fewer} ${unit}`,
    sentence: `${nameOf(facts.now.cell, names)} ghi ${now}, mà đến hết ${formatDay(facts.period.to)} đã có ${before} ${unit}.`,
  }
}

export function changedText(facts: FindingFactsOf<'changed'>, names: CellNames): Found {
  const before = periodName(facts.period)
  const [only] = facts.changes
  if (facts.changes.length === 1 && only) {
    const { unit } = names(only.now.cell)
    const { word, size, much } = changeWords(only)
    return {
      heading: `${codeOf(only.now.cell)} ${word} ${size} ${unit} so với cùng kỳ`,
      sentence: `${nameOf(only.now.cell, names)} ghi ${formatQuantity(only.now.amount)}, mà ${before} là ${formatQuantity(only.before)}: ${word} ${size}${much}.`,
    }
  }
  const first = facts.changes.slice(0, mostChangesTold).map((one) => {
    const { word, much } = changeWords(one)
    return `${codeOf(one.now.cell)} ${formatQuantity(one.before)} → ${formatQuantity(one.now.amount)} (${word}${much.replace(', tức', '')})`
  })
  const rest = facts.changes.length - first.length
  return {
    heading: `${facts.changes.length} ô thay đổi nhiều so với cùng kỳ`,
    sentence: `So với ${before}: ${first.join('; ')}${rest > 0 ? ` và ${rest} ô khác` : ''}.`,
  }
}

/** A sentence holds so many; the page lists every cell below it. */
const mostChangesTold = 4

function changeWords({ now, before, percent }: FindingFactsOf<'changed'>['changes'][number]) {
  const change = subtract(now.amount, before)
  const much = percent === null ? '' : ` ${formatQuantity(absolute(percent))} %`
  return { word: change > zero ? 'tăng' : 'giảm', size: formatQuantity(absolute(change)), much: much && `, tức${much}` }
}

export function repeatedText(facts: FindingFactsOf<'repeated'>, names: CellNames): Found {
  const cells = facts.terms.map(({ cell }) => cell)
  const before = periodName(facts.period)
  const [only] = facts.terms
  if (facts.terms.length === 1 && only) {
    const amount = formatQuantity(only.amount)
    return {
      heading: `${codeOf(only.cell)} giống hệt ${before}`,
      sentence: `${nameOf(only.cell, names)} ghi ${amount}, đúng từng chữ số của ${before}.`,
    }
  }
  return {
    heading: `${facts.terms.length} ô giống hệt ${before}`,
    sentence: `${fewOf(cells)} ghi đúng từng số của ${before}, trong ${facts.of} ô có số lớn hơn 0.`,
  }
}

export function unusualText(facts: FindingFactsOf<'unusual'>, names: CellNames): Found {
  const word = hedgeWord(facts.hedge)
  const now = `${word ? `${word} ` : ''}${formatQuantity(facts.now.amount)}`
  const { unit } = names(facts.now.cell)
  const isHigh = facts.now.amount > quantity(facts.high)
  return {
    heading: `${codeOf(facts.now.cell)} ${isHigh ? 'cao' : 'thấp'} khác thường`,
    sentence: `${nameOf(facts.now.cell, names)} ghi ${now}, mà ${usualRangeText(facts)} ${unit}, theo ${facts.periods} ${kindOfPeriod(facts.of)} trước.`,
  }
}

/** In one sentence: what is written, what is usual, for whom, and by how many of them. */
export function unusualAmongPeersText(facts: FindingFactsOf<'unusual-among-peers'>, names: CellNames): Found {
  const { now, peers, hedge } = facts
  const word = hedgeWord(hedge)
  const written = `${word ? `${word} ` : ''}${formatQuantity(now.amount)}`
  const isHigh = now.amount > quantity(peers.high)
  const kind = kindWord[peers.kind]
  const whom = peers.band
    ? `${peers.units} ${kind} cùng cỡ (${peopleBetween(peers.band)})`
    : `${peers.units} ${kind} khác trong tỉnh`
  const own = peers.ownPeriods > 0 ? ` và ${peers.ownPeriods} ${kindOfPeriod(facts.of)} trước của chính đơn vị` : ''
  return {
    heading: `${codeOf(now.cell)} ${isHigh ? 'cao' : 'thấp'} khác thường so với ${kind} ${peers.band ? 'cùng cỡ' : 'khác'}`,
    sentence: `${nameOf(now.cell, names)} ghi ${written}, mà ${usualRangeText(peers)} ${names(now.cell).unit}, theo số ${whom} đã công bố cho ${periodName(peers.period)}${peers.isByPeople ? ' (tính theo số dân)' : ''}${own}.`,
  }
}

/** “thường từ 0 đến 4”; one number when there is only one. */
export function usualRangeText({ low, high }: { low: number; high: number }): string {
  const [from, to] = [formatQuantity(quantity(low)), formatQuantity(quantity(high))]
  return low === high ? `thường là ${from}` : `thường từ ${from} đến ${to}`
}

function kindOfPeriod({ regime }: Period): string {
  if (regime.startsWith('month')) return 'tháng'
  if (regime.startsWith('quarter')) return 'quý'
  if (regime.startsWith('year')) return 'năm'
  return 'kỳ cùng loại'
}

export function allZeroText(facts: FindingFactsOf<'all-zero'>): Found {
  return {
    heading: 'Cả báo cáo toàn số 0',
    sentence: `${facts.cells} ô đếm việc trong kỳ đều ghi 0.`,
  }
}

export function roundedText(facts: FindingFactsOf<'rounded'>): Found {
  const cells = facts.terms.map(({ cell }) => cell)
  return {
    heading: `${facts.terms.length} trong ${facts.of} số lớn là số tròn chục`,
    sentence: `${fewOf(cells)} đều ghi số tròn chục; số đếm từng việc thì mười số chừng một số tròn.`,
  }
}

export function boundsText(finding: Finding, facts: FindingFactsOf<'out-of-bounds'>): Found {
  const reading = readExpression(facts.expression)
  const expression = reading.kind === 'expression' ? writeExpression(reading.expression, 'words') : facts.expression
  const value = formatQuantity(facts.value)
  const bounds = boundsOf(facts)
  if (finding.verdict === 'holds') {
    return { heading: `${expression} = ${value}: ${bounds}`, sentence: `${listOf(finding.cells)} hợp lý.` }
  }
  return {
    heading: `${expression} tính ra ${value}`,
    sentence: `${expression} = ${value}, mà số này phải ${bounds}.`,
  }
}

function boundsOf({ low, high }: FindingFactsOf<'out-of-bounds'>): string {
  if (low !== null && high !== null) return `từ ${formatQuantity(low)} đến ${formatQuantity(high)}`
  return low !== null ? `từ ${formatQuantity(low)} trở lên` : `không quá ${formatQuantity(high ?? zero)}`
}
