import { readCount, readMeasure } from '#kernel/numerals/digits.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { fold } from '#kernel/text.ts'
import type { ExpressionDoubt, Place } from './expression-doubt.ts'
import type { CellRef } from './indicator.ts'
import { dimensionOf } from './labels.ts'

/** A piece of a formula as it was typed (mảnh chữ của công thức), where it stands. */
export type Token = Place &
  (
    | { kind: 'cell'; cell: CellRef }
    | { kind: 'number'; amount: Quantity }
    /** A name before a bracket, without marks: `neu`, `so don vi`. */
    | { kind: 'word'; word: string }
    | { kind: 'sign'; sign: Sign }
    | { kind: 'end' }
  )

export type Sign = '+' | '-' | '/' | '(' | ')' | ';' | '<' | '<=' | '=' | '>=' | '>' | '%' | '‰' | '×'

/** A formula cut into its pieces, the end included; or the first piece that is none. */
export function tokensOf(text: string): { tokens: Token[] } | { doubt: ExpressionDoubt } {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const space = /^\s+/.exec(rest)
    if (space) {
      at += space[0].length
      continue
    }
    const read = pieceAt(rest, at, tokens.at(-1))
    if ('doubt' in read) return read
    tokens.push(read)
    at += read.length
  }
  return { tokens: [...tokens, { kind: 'end', at: text.length, length: 0 }] }
}

type Piece = Token | { doubt: ExpressionDoubt }

function pieceAt(rest: string, at: number, last: Token | undefined): Piece {
  // What a quotient is told per is a whole number: × 10.000 is not ten.
  const read = last?.kind === 'sign' && last.sign === '×' ? readCount : readMeasure
  return signAt(rest, at) ?? numberAt(rest, at, read) ?? cellAt(rest, at) ?? wordAt(rest, at) ?? strange(rest, at)
}

// What other keyboards and word processors write for the same sign.
const signs: readonly [RegExp, Sign][] = [
  [/^(<=|≤|=<)/, '<='],
  [/^(>=|≥|=>)/, '>='],
  [/^==?/, '='],
  [/^</, '<'],
  [/^>/, '>'],
  [/^\+/, '+'],
  [/^[-−–]/, '-'],
  [/^[/÷]/, '/'],
  [/^\(/, '('],
  [/^\)/, ')'],
  [/^;/, ';'],
  [/^%/, '%'],
  [/^‰/, '‰'],
  [/^[×*]/, '×'],
]

function signAt(rest: string, at: number): Piece | null {
  for (const [pattern, sign] of signs) {
    const found = pattern.exec(rest)
    if (found) return { kind: 'sign', sign, at, length: found[0].length }
  }
  return null
}

function numberAt(rest: string, at: number, read: typeof readMeasure): Piece | null {
  const [typed] = /^\d[\d.,]*/.exec(rest) ?? []
  if (typed === undefined) return null
  // The comma or stop behind a number ends a clause and is no part of it; what follows then says what is wrong.
  const digits = typed.replace(/[.,]+$/, '')
  const place = { at, length: digits.length }
  const reading = read(digits)
  if (reading.kind === 'amount') return { kind: 'number', amount: reading.amount, ...place }
  return { doubt: { code: 'number', typed: digits, candidates: reading.candidates, ...place } }
}

/** A code of letters and figures with its part behind a colon, in English as it is kept or in Vietnamese as it is printed. */
function cellAt(rest: string, at: number): Piece | null {
  const [typed = '', code = '', colon] = /^([A-Za-z]{1,3}\d{1,4})(?![\p{L}\d])(\s*:\s*)?/u.exec(rest) ?? []
  if (typed === '') return null
  const cell = { code: code.toUpperCase(), dimension: '' }
  if (colon === undefined) return { kind: 'cell', cell, at, length: typed.length }
  const [words = ''] = /^[\p{L}\p{M}\d-]+( +[\p{L}\p{M}\d-]+)*/u.exec(rest.slice(typed.length)) ?? []
  for (const name of beginningsOf(words)) {
    const dimension = dimensionOf(name)
    if (dimension !== null)
      return { kind: 'cell', cell: { ...cell, dimension }, at, length: typed.length + name.length }
  }
  return { doubt: { code: 'part', of: cell.code, typed: words, at, length: typed.length + words.length } }
}

/** The longest first: `tập thể-K02` is a part, a minus and a code, `near-poor` is one part. */
function beginningsOf(words: string): string[] {
  const ends = [...words.matchAll(/[ -]+/g)].map(({ index }) => index)
  return [words, ...ends.reverse().map((end) => words.slice(0, end))]
}

function wordAt(rest: string, at: number): Piece | null {
  const [typed] = /^[\p{L}\p{M}]+(\s+[\p{L}\p{M}]+(?![\p{L}\p{M}\d]))*/u.exec(rest) ?? []
  return typed === undefined ? null : { kind: 'word', word: fold(typed), at, length: typed.length }
}

function strange(rest: string, at: number): Piece {
  const [letter = ''] = rest
  return { doubt: { code: letter === ',' ? 'comma' : 'letter', typed: letter, at, length: letter.length } }
}
