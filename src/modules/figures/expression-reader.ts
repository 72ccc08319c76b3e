import { toDecimalText, type Quantity } from '#kernel/quantity.ts'
import { fold } from '#kernel/text.ts'
import { kindName } from '#modules/territory/labels.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import { deepestExpression, type ExpressionDoubt, type Place } from './expression-doubt.ts'
import type { Sign, Token } from './expression-tokens.ts'
import { cellsOf, factors, type Condition, type Expression, type Factor } from './expression.ts'

/** Puts the pieces of a formula together; the first place that does not fit ends the reading. */
export function parseExpression(tokens: readonly Token[]): { expression: Expression } | { doubt: ExpressionDoubt } {
  const reader: Reader = { tokens, next: 0, depth: 0 }
  try {
    if (here(reader).kind === 'end') return { doubt: { code: 'empty', at: 0, length: 0 } }
    const expression = sumOf(reader)
    const left = here(reader)
    if (left.kind === 'end') return { expression }
    return { doubt: isSign(left, ')') ? { ...of(left), code: 'bracket-too-many', typed: ')' } : notASign(left) }
  } catch (error) {
    if (error instanceof NotUnderstood) return { doubt: error.doubt }
    throw error
  }
}

type Reader = { readonly tokens: readonly Token[]; next: number; depth: number }

/** Leaves the reading from any depth of it; never leaves this file. */
class NotUnderstood extends Error {
  readonly doubt: ExpressionDoubt
  constructor(doubt: ExpressionDoubt) {
    super(doubt.code)
    this.doubt = doubt
  }
}

function refuse(doubt: ExpressionDoubt): never {
  throw new NotUnderstood(doubt)
}

function here(reader: Reader): Token {
  const token = reader.tokens[reader.next] ?? reader.tokens.at(-1)
  if (token === undefined) throw new Error('A formula was cut into nothing, not even its end')
  return token
}

function takes(reader: Reader, sign: Sign): boolean {
  if (!isSign(here(reader), sign)) return false
  reader.next += 1
  return true
}

/** `A + B - C`: terms from left to right; plus signs that follow each other make one sum. */
function sumOf(reader: Reader): Expression {
  let all = ratioOf(reader)
  let isOpen = false
  for (;;) {
    if (takes(reader, '+')) {
      const term = ratioOf(reader)
      all = { kind: 'sum', of: isOpen && all.kind === 'sum' ? [...all.of, term] : [all, term] }
      isOpen = true
    } else if (takes(reader, '-')) {
      all = { kind: 'difference', from: all, take: ratioOf(reader) }
      isOpen = false
    } else return all
  }
}

/** `A / B`, with what it is told per: nothing, `%`, `‰` or `× 10.000`. */
function ratioOf(reader: Reader): Expression {
  const numerator = operandOf(reader)
  if (!takes(reader, '/')) {
    const mark = here(reader)
    if (isSign(mark, '×')) refuse({ ...of(mark), code: 'times', typed: '×' })
    if (isSign(mark, '%') || isSign(mark, '‰')) refuse({ ...of(mark), code: 'factor', typed: '%' })
    return numerator
  }
  const denominator = operandOf(reader)
  const factor = factorOf(reader)
  const again = here(reader)
  if (isSign(again, '/')) refuse({ ...of(again), code: 'two-divisions' })
  if (isSign(again, '×')) refuse({ ...of(again), code: 'times', typed: '×' })
  return { kind: 'ratio', numerator, denominator, factor }
}

function factorOf(reader: Reader): Factor {
  if (takes(reader, '%')) return 100
  if (takes(reader, '‰')) return 1000
  if (!takes(reader, '×')) return 1
  const token = here(reader)
  const factor = token.kind === 'number' ? factors.find((one) => one > 1 && String(one) === plain(token.amount)) : null
  if (!factor) return refuse({ ...of(token), code: 'factor', typed: '×' })
  reader.next += 1
  return factor
}

function operandOf(reader: Reader): Expression {
  const token = here(reader)
  reader.next += 1
  switch (token.kind) {
    case 'cell':
      return { kind: 'cell', cell: token.cell }
    case 'number':
      return { kind: 'number', amount: token.amount }
    case 'word':
      return callOf(reader, token)
    case 'sign':
      return token.sign === '(' ? within(reader, token, sumOf) : negative(reader, token)
    case 'end':
      return refuse({ ...of(token), code: 'operand', typed: '' })
  }
}

/** `-5`, where a change is held against a number. */
function negative(reader: Reader, sign: Extract<Token, { kind: 'sign' }>): Expression {
  const number = here(reader)
  if (sign.sign !== '-' || number.kind !== 'number') return refuse({ ...of(sign), code: 'operand', typed: sign.sign })
  reader.next += 1
  return { kind: 'number', amount: -number.amount as Quantity }
}

/** What stands between two brackets; `open` was just read. */
function within<Read>(reader: Reader, open: Place, read: (reader: Reader) => Read): Read {
  reader.depth += 1
  if (reader.depth > deepestExpression) refuse({ ...of(open), code: 'too-deep' })
  const inside = read(reader)
  if (!takes(reader, ')')) {
    const token = here(reader)
    refuse(token.kind === 'end' ? { ...of(open), code: 'no-bracket', typed: '(' } : notASign(token))
  }
  reader.depth -= 1
  return inside
}

const unitWords: ReadonlyMap<string, UnitKind | null> = new Map([
  ['so don vi', null],
  ...Object.entries(kindName).map(([kind, name]) => [`so ${fold(name)}`, kind as UnitKind] as const),
])

function callOf(reader: Reader, name: Extract<Token, { kind: 'word' }>): Expression {
  const unitKind = unitWords.get(name.word)
  if (name.word !== 'neu' && unitKind === undefined) return refuse({ ...of(name), code: 'word', typed: name.word })
  const open = here(reader)
  if (!takes(reader, '(')) return refuse({ ...of(name), code: 'bracket-behind', word: name.word })
  if (unitKind === undefined) return within(reader, open, (inside) => ifOf(inside, name))
  const counted = within(reader, open, sumOf)
  if (cellsOf(counted).length === 0) return refuse({ ...of(name), code: 'units-of-nothing' })
  return { kind: 'units', of: counted, unitKind }
}

/** `nếu(F01 > 0; F06; 0)` */
function ifOf(reader: Reader, name: Place): Expression {
  const condition = conditionOf(reader)
  separate(reader, name, 1)
  const then = sumOf(reader)
  separate(reader, name, 2)
  return { kind: 'if', condition, then, otherwise: sumOf(reader) }
}

function separate(reader: Reader, name: Place, given: number): void {
  const token = here(reader)
  if (takes(reader, ';')) return
  const isOver = token.kind === 'end' || isSign(token, ')')
  refuse(isOver ? { ...of(name), code: 'semicolon', word: 'nếu', given } : notASign(token))
}

const comparisons: Partial<Record<Sign, Condition['comparison']>> = {
  '<': 'less',
  '<=': 'at-most',
  '=': 'equal',
  '>=': 'at-least',
  '>': 'more',
}

function conditionOf(reader: Reader): Condition {
  const left = sumOf(reader)
  const token = here(reader)
  const comparison = token.kind === 'sign' ? comparisons[token.sign] : undefined
  if (!comparison) return refuse({ ...of(token), code: 'comparison', typed: '' })
  reader.next += 1
  return { left, comparison, right: sumOf(reader) }
}

function notASign(token: Token): ExpressionDoubt {
  return { ...of(token), code: 'sign', typed: '' }
}

function isSign(token: Token, sign: Sign): boolean {
  return token.kind === 'sign' && token.sign === sign
}

function of({ at, length }: Place): Place {
  return { at, length }
}

function plain(amount: Quantity): string {
  return toDecimalText(amount)
}
