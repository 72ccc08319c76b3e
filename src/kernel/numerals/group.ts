import { quantity, type Quantity } from '../quantity.ts'
import type { Token } from './lexicon.ts'

/** Up to three figures in words or digits, with what decides whether it is clear after a magnitude. */
export type Group = {
  values: Quantity[]
  size: 'units' | 'tens' | 'hundreds'
  /** `không trăm …` and `linh …` say that the places above are empty. */
  start: 'zero-hundreds' | 'linh' | null
  isWords: boolean
}

/** Reads `hai trăm linh năm`, `mười lăm`, `ba chục`, `linh tư`, `205`; null when it is none. */
export function readGroup(tokens: readonly Token[]): Group | null {
  const [first, second] = tokens
  if (tokens.length === 1 && first?.kind === 'digits') return ofDigits(first.text)
  if (first?.kind === 'digit' && !first.only && second?.kind === 'trăm') return hundreds(first.value, tokens.slice(2))
  if (first?.kind === 'linh') {
    const unit = unitOf(tokens.slice(1), 'after-linh')
    return unit === null ? null : words([unit], 'units', 'linh')
  }
  const tens = tensOf(tokens)
  if (tens !== null) return words([tens], 'tens', null)
  const unit = unitOf(tokens, 'alone')
  return unit === null ? null : words([unit], 'units', null)
}

function hundreds(count: number, rest: readonly Token[]): Group | null {
  const start = count === 0 ? 'zero-hundreds' : null
  const base = count * 100
  if (rest.length === 0) return count === 0 ? null : words([base], 'hundreds', start)
  if (rest[0]?.kind === 'linh') {
    const unit = unitOf(rest.slice(1), 'after-linh')
    return unit === null ? null : words([base + unit], 'hundreds', start)
  }
  const tens = tensOf(rest)
  if (tens !== null) return words([base + tens], 'hundreds', start)
  // “ba trăm hai” is said for 320 and written by others for 302.
  const unit = unitOf(rest, 'after-tens')
  return unit === null ? null : words([base + unit * 10, base + unit], 'hundreds', start)
}

function tensOf(tokens: readonly Token[]): number | null {
  const [first, second] = tokens
  if (first?.kind === 'ten' || first?.kind === 'ten-or-tens') return andUnit(10, tokens.slice(1))
  if (first?.kind !== 'digit' || first.only || first.value === 0) return null
  if (second?.kind === 'chục') return tokens.length === 2 ? first.value * 10 : null
  if (second?.kind === 'tá') return tokens.length === 2 ? first.value * 12 : null
  if (second?.kind !== 'tens' && second?.kind !== 'ten-or-tens') return null
  return first.value === 1 ? null : andUnit(first.value * 10, tokens.slice(2))
}

function andUnit(tens: number, rest: readonly Token[]): number | null {
  if (rest.length === 0) return tens
  const unit = unitOf(rest, 'after-tens')
  const [token] = rest
  if (unit === null || unit === 0 || token?.kind !== 'digit') return null
  // “mười năm” and “hai mươi năm” are years; fifteen and twenty-five are said with lăm. “mười mốt”, “mười tư” do not exist.
  if (unit === 5 && token.only === undefined) return null
  if (tens === 10 && token.only && unit !== 5) return null
  return tens + unit
}

function unitOf(tokens: readonly Token[], place: 'alone' | 'after-linh' | 'after-tens'): number | null {
  const [token] = tokens
  if (tokens.length !== 1 || token?.kind !== 'digit') return null
  if (token.only && (place === 'alone' || (place === 'after-linh' && token.value !== 4))) return null
  return token.value === 0 && place !== 'alone' ? null : token.value
}

function ofDigits(text: string): Group | null {
  if (!/^\d{1,3}$/.test(text)) return null
  const size = text.length === 3 ? 'hundreds' : text.length === 2 ? 'tens' : 'units'
  return { values: [quantity(Number(text))], size, start: null, isWords: false }
}

function words(values: number[], size: Group['size'], start: Group['start']): Group {
  return { values: values.map(quantity), size, start, isWords: true }
}
