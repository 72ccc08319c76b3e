import { typedForm } from '#kernel/numerals.ts'
import { zero, type Quantity } from '#kernel/quantity.ts'
import { lengthOf } from '#kernel/text.ts'
import { kindName } from '#modules/territory/labels.ts'
import { longestExpression, type ExpressionDoubt } from './expression-doubt.ts'
import { doubtSentence } from './expression-labels.ts'
import { parseExpression } from './expression-reader.ts'
import { tokensOf } from './expression-tokens.ts'
import type { Condition, Expression, Factor } from './expression.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { dimensionName } from './labels.ts'

/** What a typed formula says, or what in it is not understood, with the sentence an officer reads. */
export type ExpressionReading =
  { kind: 'expression'; expression: Expression } | { kind: 'doubt'; doubt: ExpressionDoubt; sentence: string }

/**
 * Reads a formula as people type it: `F05 / F01 %`, `K01:tập thể + K01:cá nhân`, `nếu(F01 > 0; F06; 0)`, `số xã(I01)`.
 * Whether its codes exist and fit together is asked elsewhere (expression-meaning.ts).
 */
export function readExpression(text: string): ExpressionReading {
  const typed = text.normalize('NFC')
  const found = understood(typed)
  return 'doubt' in found
    ? { kind: 'doubt', doubt: found.doubt, sentence: doubtSentence(found.doubt, typed) }
    : { kind: 'expression', expression: found.expression }
}

function understood(text: string): { expression: Expression } | { doubt: ExpressionDoubt } {
  const letters = lengthOf(text)
  if (letters > longestExpression) return { doubt: { code: 'too-long', letters, at: 0, length: text.length } }
  const pieces = tokensOf(text)
  return 'doubt' in pieces ? pieces : parseExpression(pieces.tokens)
}

/** Writes a formula as `readExpression` reads it. `names` prints the parts of an indicator in Vietnamese. */
export function writeExpression(expression: Expression, names: 'codes' | 'words' = 'codes'): string {
  return write(expression, names === 'words' ? inWords : cellKey)
}

function inWords(cell: CellRef): string {
  const part = dimensionName(cell.dimension)
  return part === null ? cell.code : `${cell.code}:${part}`
}

type CellName = (cell: CellRef) => string

function write(expression: Expression, name: CellName): string {
  const as = (part: Expression): string => write(part, name)
  const wrapped = (part: Expression, ...kinds: Expression['kind'][]): string =>
    kinds.includes(part.kind) ? `(${as(part)})` : as(part)
  switch (expression.kind) {
    case 'cell':
      return name(expression.cell)
    case 'number':
      return writeNumber(expression.amount)
    case 'sum':
      return expression.of
        .map((part, at) => (at === 0 ? wrapped(part, 'sum') : wrapped(part, 'sum', 'difference')))
        .join(' + ')
    case 'difference':
      return `${as(expression.from)} - ${wrapped(expression.take, 'sum', 'difference')}`
    case 'ratio': {
      const sides = [expression.numerator, expression.denominator].map((side) =>
        wrapped(side, 'sum', 'difference', 'ratio'),
      )
      return `${sides.join(' / ')}${factorMarks[expression.factor]}`
    }
    case 'if': {
      const { condition, then, otherwise } = expression
      const asked = `${as(condition.left)} ${comparisonSigns[condition.comparison]} ${as(condition.right)}`
      return `nếu(${asked}; ${as(then)}; ${as(otherwise)})`
    }
    case 'units':
      return `số ${expression.unitKind === null ? 'đơn vị' : kindName[expression.unitKind]}(${as(expression.of)})`
  }
}

const factorMarks: Record<Factor, string> = {
  1: '',
  100: ' %',
  1000: ' ‰',
  10_000: ' × 10.000',
  100_000: ' × 100.000',
}

const comparisonSigns: Record<Condition['comparison'], string> = {
  less: '<',
  'at-most': '<=',
  equal: '=',
  'at-least': '>=',
  more: '>',
}

function writeNumber(amount: Quantity): string {
  return amount < zero ? `(-${typedForm(-amount as Quantity, 'decimal')})` : typedForm(amount, 'decimal')
}
