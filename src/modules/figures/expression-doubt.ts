import type { Quantity } from '#kernel/quantity.ts'

/** Where in the typed text something stands, from 0. */
export type Place = { at: number; length: number }

/** What keeps a typed text from being a formula (chỗ chưa hiểu trong công thức). */
export type ExpressionDoubt = Place &
  (
    | { code: 'empty' }
    | { code: 'too-long'; letters: number }
    | { code: 'too-deep' }
    | { code: 'letter' | 'comma'; typed: string }
    | { code: 'number'; typed: string; candidates: Quantity[] }
    | { code: 'part'; of: string; typed: string }
    | { code: 'word'; typed: string }
    /** Something else was expected here: a number or code, a sign, a bracket. */
    | { code: 'operand' | 'sign' | 'no-bracket' | 'bracket-too-many'; typed: string }
    | { code: 'bracket-behind'; word: string }
    | { code: 'comparison'; typed: string }
    | { code: 'semicolon'; word: string; given: number }
    | { code: 'two-divisions' }
    | { code: 'times'; typed: string }
    | { code: 'factor'; typed: string }
    | { code: 'units-of-nothing' }
  )

/** A formula with more letters than this is refused before it is read; a sum of the 160 indicators would be too long to check by eye. */
export const longestExpression = 500
/** Brackets within brackets. */
export const deepestExpression = 20
