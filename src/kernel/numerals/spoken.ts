import { quantity, zero, type Quantity } from '../quantity.ts'
import { readMeasure } from './digits.ts'
import { readGroup } from './group.ts'
import type { Token } from './lexicon.ts'

/**
 * A number written in words or with magnitudes: every value it can mean. One is clear, two are asked about, none is no
 * number. `scale` is the magnitude it ends in (“1,2 triệu”), which a measure may already carry in its unit.
 */
export type Spoken = { values: Quantity[]; scale: Quantity | null }

const nothing: Spoken = { values: [], scale: null }
const billion = quantity(1_000_000_000)
const million = quantity(1_000_000)
const thousand = quantity(1000)
const one = quantity(1)

/** Reads the tokens of a number: “ba nghìn hai trăm linh năm”, “1,2 triệu”, “hai tỷ rưỡi”, “mười lăm phẩy bảy lăm”. */
export function readSpoken(tokens: readonly Token[]): Spoken {
  if (tokens.length === 0) return nothing
  const last = tokens.at(-1)
  if (last?.kind === 'rưỡi') return withHalf(tokens.slice(0, -1))
  const comma = tokens.findIndex((token) => token.kind === 'phẩy')
  if (comma >= 0) return withDecimals(tokens.slice(0, comma), tokens.slice(comma + 1))
  const at = tokens.findIndex((token) => token.kind === 'tỷ')
  if (at < 0) return readBelowBillions(tokens, zero, billion)
  const high = readBelowBillions(tokens.slice(0, at), zero, billion)
  const rest = tokens.slice(at + 1)
  const heads = high.values.map((value) => times(value, billion))
  if (rest.length === 0) return { values: heads, scale: billion }
  if (heads.some((head) => head % billion !== 0n)) return nothing
  const tails = heads.map((head) => readBelowBillions(rest, head, billion))
  return { values: tails.flatMap((tail) => tail.values), scale: tails[0]?.scale ?? null }
}

/** Parts in falling order (triệu, nghìn), then what comes after the last of them. `above` is what stood before. */
function readBelowBillions(tokens: readonly Token[], above: Quantity, ceiling: Quantity): Spoken {
  let values: Quantity[] = [above]
  let last = ceiling
  let from = 0
  for (const [index, token] of tokens.entries()) {
    const scale = scaleOf(token)
    if (!scale) continue
    const coefficients = coefficientsOf(tokens.slice(from, index))
    const isLast = index === tokens.length - 1
    const parts = coefficients.map((value) => times(value, scale))
    const startsHere = above === zero && from === 0
    if (parts.length === 0 || scale >= last || parts.some((part) => !startsHere && part >= last)) return nothing
    // “1,2 triệu 300 nghìn” is two numbers, not one.
    if (!isLast && coefficients.some((value) => value % one !== 0n)) return nothing
    values = values.flatMap((value) => parts.map((part) => (value + part) as Quantity))
    last = scale
    from = index + 1
  }
  const tail = tokens.slice(from)
  if (tail.length === 0) return { values, scale: last === ceiling ? null : last }
  if (from === 0 && above === zero) return { values: alone(tail), scale: null }
  return { values: values.flatMap((value) => withTail(value, tail, last)), scale: null }
}

function alone(tokens: readonly Token[]): Quantity[] {
  if (tokens.length === 1 && tokens[0]?.kind === 'digits') return coefficientsOf(tokens)
  const group = readGroup(tokens)
  return !group || group.start === 'linh' ? [] : group.values
}

/**
 * What follows a magnitude without one of its own. “ba nghìn hai trăm” and “ba nghìn linh hai” are clear; “ba nghìn hai” is
 * said for 3.200 and written by others for 3.002, so it has both values.
 */
function withTail(head: Quantity, tail: readonly Token[], scale: Quantity): Quantity[] {
  const group = readGroup(tail)
  if (!group) return []
  const afterThousands = scale === thousand
  const isClear =
    group.start === 'zero-hundreds' ||
    (afterThousands &&
      (group.start === 'linh' || group.size === 'hundreds' || (group.size === 'tens' && group.isWords)))
  if (isClear) return group.values.map((value) => (head + value) as Quantity)
  if (group.start === 'linh') return []
  return group.values.flatMap((value) => {
    const length = String(value / one).length
    const short = (value * scale) / (one * 10n ** BigInt(length))
    return [head + short, head + value] as Quantity[]
  })
}

/** The number before a magnitude: words below a thousand, or digits with decimals. */
function coefficientsOf(tokens: readonly Token[]): Quantity[] {
  const [first] = tokens
  if (tokens.length === 1 && first?.kind === 'digits') {
    const read = readMeasure(first.text)
    return read.kind === 'amount' ? [read.amount] : read.candidates
  }
  const group = readGroup(tokens)
  return group && group.start !== 'linh' ? group.values : []
}

/** Rưỡi is half of what was named last: a hundred, a thousand, a million, or one. */
function withHalf(tokens: readonly Token[]): Spoken {
  const last = tokens.at(-1)
  const isDecimal = tokens.some(
    (token) => token.kind === 'phẩy' || (token.kind === 'digits' && /[.,]/.test(token.text)),
  )
  if (!last || isDecimal) return nothing
  const of = scaleOf(last) ?? (last.kind === 'tỷ' ? billion : smallScales[last.kind])
  if (!of) return nothing
  const whole = readSpoken(tokens)
  return { values: whole.values.map((value) => (value + of / 2n) as Quantity), scale: null }
}

const smallScales: Partial<Record<Token['kind'], Quantity>> = {
  trăm: quantity(100),
  chục: quantity(10),
  digit: one,
  digits: one,
}

/** “mười lăm phẩy bảy lăm”, “không phẩy không năm”, “một phẩy hai triệu”. */
function withDecimals(left: readonly Token[], right: readonly Token[]): Spoken {
  const last = right.at(-1)
  const scale = last ? (scaleOf(last) ?? (last.kind === 'tỷ' ? billion : null)) : null
  const decimals = decimalsOf(scale ? right.slice(0, -1) : right)
  const { values } = readSpoken(left)
  const [whole] = values
  if (decimals === null || whole === undefined || values.length > 1 || whole % one !== 0n) return nothing
  const value = (whole + decimals) as Quantity
  return { values: [scale ? times(value, scale) : value], scale }
}

/** The words after phẩy: zeros one by one, then digit by digit or as a number of their own. At most four places. */
function decimalsOf(tokens: readonly Token[]): Quantity | null {
  const isZero = (token: Token | undefined): boolean => token?.kind === 'digit' && token.value === 0
  let zeros = 0
  while (isZero(tokens[zeros]) && tokens[zeros + 1]?.kind !== 'trăm') zeros += 1
  const rest = tokens.slice(zeros)
  const spelled = rest.map((token) => (token.kind === 'digit' ? String(token.value) : null))
  const text = spelled.includes(null) ? wholeText(rest) : spelled.join('')
  const places = text === null ? '' : '0'.repeat(zeros) + text
  return places === '' || places.length > 4 ? null : quantity(`0.${places}`)
}

function wholeText(tokens: readonly Token[]): string | null {
  const { values } = readSpoken(tokens)
  const [value] = values
  return value === undefined || values.length > 1 || value % one !== 0n ? null : String(value / one)
}

function scaleOf(token: Token): Quantity | null {
  return token.kind === 'nghìn' ? thousand : token.kind === 'triệu' ? million : null
}

function times(value: Quantity, scale: Quantity): Quantity {
  return ((value * scale) / one) as Quantity
}
