import type { Numeral } from '#kernel/numerals.ts'
import { formatQuantity, quantity, zero } from '#kernel/quantity.ts'
import { kindName } from '#modules/territory/labels.ts'
import type { CodeBook } from './code-book.ts'
import { writeExpression } from './expression-text.ts'
import { cellsOf, type Expression, type Factor } from './expression.ts'
import type { Indicator } from './indicator.ts'
import { unitOfCell } from './unit-of-count.ts'

/** What the number of a formula counts, and of which nature it is (nghĩa của công thức). */
export type ExpressionMeaning = {
  unitOfCount: string
  nature: Indicator['nature']
  numeral: Numeral
  overTime: Indicator['overTime']
  /** What a reader is told beside it. */
  notes: readonly MeaningNote[]
}

/** `flow-and-stock`: what came in during the period is held against what there was on its last day. */
export type MeaningNote = 'flow-and-stock'

/** A part of a formula as it is named in a refusal, with what it counts. */
export type NamedPart = { text: string; unitOfCount: string; nature: Indicator['nature'] }

/** Why a formula does not count anything: its parts do not belong together. */
export type MeaningFault =
  /** `percent`: only a part of a whole is a percentage. */
  | {
      code: 'units-differ'
      at: 'sum' | 'difference' | 'comparison' | 'choice' | 'percent'
      one: NamedPart
      other: NamedPart
    }
  | { code: 'natures-differ'; at: 'sum' | 'difference' | 'choice'; one: NamedPart; other: NamedPart }
  /** A ratio, an average or a score is never added. */
  | { code: 'ratio-added' | 'ratio-divided' | 'divides-by-change'; part: NamedPart }
  | { code: 'number-in-ratio' | 'divides-by-zero' | 'no-indicator' }

/** A part while it is judged; a plain number takes the unit of what it stands beside. */
type Judged = Omit<NamedPart, 'text'> & Omit<ExpressionMeaning, 'notes'> & { isNumber: boolean; expression: Expression }

/**
 * What a formula counts, or why it counts nothing. “lượt” is not “người”; what came in, what there is and a change of it are
 * never mixed in a sum; a ratio is of sums. `expression` is in cells alone (`expand`).
 */
export function meaningOf(
  expression: Expression,
  book: CodeBook,
): { meaning: ExpressionMeaning } | { fault: MeaningFault } {
  const notes = new Set<MeaningNote>()
  try {
    if (cellsOf(expression).length === 0) return { fault: { code: 'no-indicator' } }
    const { unitOfCount, nature, numeral, overTime } = judge(expression, { book, notes })
    return { meaning: { unitOfCount, nature, numeral, overTime, notes: [...notes] } }
  } catch (error) {
    if (error instanceof WithoutMeaning) return { fault: error.fault }
    throw error
  }
}

type Judge = { book: CodeBook; notes: Set<MeaningNote> }

/** Leaves the judging from any depth of it; never leaves this file. */
class WithoutMeaning extends Error {
  readonly fault: MeaningFault
  constructor(fault: MeaningFault) {
    super(fault.code)
    this.fault = fault
  }
}

function refuse(fault: MeaningFault): never {
  throw new WithoutMeaning(fault)
}

function judge(expression: Expression, by: Judge): Judged {
  switch (expression.kind) {
    case 'cell':
      return ofCell(expression, by)
    case 'number':
      return { ...plain, unitOfCount: '', isNumber: true, expression }
    case 'units':
      judge(expression.of, by)
      return { ...plain, unitOfCount: unitWord(expression), expression }
    case 'sum':
      return ofSum(expression, by)
    case 'difference':
      return ofDifference(expression, by)
    case 'ratio':
      return ofRatio(expression, by)
    case 'if':
      return ofChoice(expression, by)
  }
}

const plain = { nature: 'stock', numeral: 'count', overTime: 'last', isNumber: false } as const

function ofCell(expression: Extract<Expression, { kind: 'cell' }>, { book }: Judge): Judged {
  const meant = book.get(expression.cell.code)
  if (meant?.kind !== 'indicator') throw new Error(`A formula was judged before ${expression.cell.code} was known`)
  const { nature, numeral, overTime } = meant.indicator
  const unitOfCount = unitOfCell(meant.indicator.unitOfCount, meant.dimensions, expression.cell.dimension)
  return { unitOfCount, nature, numeral, overTime, isNumber: false, expression }
}

function unitWord({ unitKind }: Extract<Expression, { kind: 'units' }>): string {
  return unitKind === null ? 'đơn vị' : kindName[unitKind]
}

function ofSum(expression: Extract<Expression, { kind: 'sum' }>, by: Judge): Judged {
  const parts = expression.of.map((part) => judge(part, by))
  const ratio = parts.find(isRatio)
  if (ratio) refuse({ code: 'ratio-added', part: named(ratio) })
  alike(parts, 'sum')
  return together(parts, expression)
}

function ofDifference(expression: Extract<Expression, { kind: 'difference' }>, by: Judge): Judged {
  const sides = [judge(expression.from, by), judge(expression.take, by)]
  alike(sides, 'difference')
  const isOfTwoRatios = sides.every(isRatio)
  const rest = together(sides, expression)
  // 80% less 75% is five points, and not 5%.
  return isOfTwoRatios && rest.unitOfCount === '%'
    ? { ...rest, unitOfCount: 'điểm phần trăm', numeral: 'decimal' }
    : rest
}

function ofChoice(expression: Extract<Expression, { kind: 'if' }>, by: Judge): Judged {
  const { left, right } = expression.condition
  sameUnit([judge(left, by), judge(right, by)], 'comparison')
  const ways = [judge(expression.then, by), judge(expression.otherwise, by)]
  alike(ways, 'choice')
  return together(ways, expression)
}

function ofRatio(expression: Extract<Expression, { kind: 'ratio' }>, by: Judge): Judged {
  const [above, below] = [judge(expression.numerator, by), judge(expression.denominator, by)]
  const ratio = [above, below].find(isRatio)
  if (ratio) refuse({ code: 'ratio-divided', part: named(ratio) })
  if (above.isNumber || (below.isNumber && expression.factor > 1)) refuse({ code: 'number-in-ratio' })
  if (below.expression.kind === 'number' && below.expression.amount === zero) refuse({ code: 'divides-by-zero' })
  if (below.nature === 'change') refuse({ code: 'divides-by-change', part: named(below) })
  if (!below.isNumber && above.nature !== 'change' && above.nature !== below.nature && !countsUnits(below)) {
    by.notes.add('flow-and-stock')
  }
  if (expression.factor === 100) sameUnit([above, below], 'percent')
  return {
    ...{ nature: 'ratio', isNumber: false, expression },
    unitOfCount: unitOfRatio(above, below, expression.factor),
    numeral: expression.factor === 100 ? 'percent' : 'decimal',
    overTime: [above, below].some(({ overTime }) => overTime === 'none') ? 'none' : 'ratio-of-sums',
  }
}

/** `%`; `tiêu chí/xã`; `vụ/10.000 hộ`. */
function unitOfRatio(above: Judged, below: Judged, factor: Factor): string {
  if (below.isNumber) return above.unitOfCount
  const isOfOne = above.unitOfCount === below.unitOfCount
  if (isOfOne && factor <= 1000) return { 1: 'lần', 100: '%', 1000: '‰' }[factor as 1 | 100 | 1000]
  const per = factor === 1 ? '' : `${formatQuantity(quantity(factor))} `
  return `${above.unitOfCount}/${per}${below.unitOfCount}`
}

function alike(parts: readonly Judged[], at: 'sum' | 'difference' | 'choice'): void {
  sameUnit(parts, at)
  const [first, ...others] = parts.filter(({ isNumber }) => !isNumber)
  const other = others.find(({ nature }) => nature !== first?.nature)
  if (first && other) refuse({ code: 'natures-differ', at, one: named(first), other: named(other) })
}

function sameUnit(parts: readonly Judged[], at: Extract<MeaningFault, { code: 'units-differ' }>['at']): void {
  const [first, ...others] = parts.filter(({ isNumber }) => !isNumber)
  const other = others.find(({ unitOfCount }) => unitOfCount !== first?.unitOfCount)
  if (first && other) refuse({ code: 'units-differ', at, one: named(first), other: named(other) })
}

/** Parts that count the same thing, as one. */
function together(parts: readonly Judged[], expression: Expression): Judged {
  const counted = parts.filter(({ isNumber }) => !isNumber)
  const [first] = counted
  if (!first) return { ...plain, unitOfCount: '', isNumber: true, expression }
  const numerals = new Set(counted.map(({ numeral }) => numeral))
  const overTimes = new Set(counted.map(({ overTime }) => overTime))
  return {
    ...first,
    numeral: numerals.size === 1 && !addsAFraction(parts) ? first.numeral : 'decimal',
    // Parts that are put together over time each in their own way are so before they are added.
    overTime: overTimes.size === 1 ? first.overTime : 'none',
    expression,
  }
}

function addsAFraction(parts: readonly Judged[]): boolean {
  return parts.some(({ expression: one }) => one.kind === 'number' && one.amount % quantity(1) !== 0n)
}

function countsUnits({ expression }: Judged): boolean {
  return expression.kind === 'units'
}

function isRatio({ nature }: Judged): boolean {
  return nature === 'ratio' || nature === 'score'
}

function named({ expression, unitOfCount, nature }: Judged): NamedPart {
  return { text: writeExpression(expression, 'words'), unitOfCount, nature }
}
