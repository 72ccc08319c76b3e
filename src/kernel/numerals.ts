import { cleaned, isDateOrOrdinal, isVague, rangeEnds, takeHedges, type Hedge } from './numerals/around.ts'
import { readCount, readMeasure, type DigitDoubt } from './numerals/digits.ts'
import { tokensOf } from './numerals/lexicon.ts'
import { readSpoken } from './numerals/spoken.ts'
import { formatQuantity, isWhole, quantity, toDecimalText, zero, type Quantity } from './quantity.ts'
import { fold } from './text.ts'

export const numerals = ['count', 'decimal', 'percent', 'change'] as const

/** How a number of this unit is written: whole things, a measure with decimals, a percentage, or a signed change of a count. */
export type Numeral = (typeof numerals)[number]

export const qualifiers = ['exact', 'over', 'about', 'under', 'estimate'] as const

/** The hedge that stood before the number: `trên`, `khoảng`, `dưới`, `ước`. It travels with the number everywhere. */
export type Qualifier = (typeof qualifiers)[number]

/** Why a text is asked about and not read. */
export type Doubt =
  | DigitDoubt
  | 'a-dash'
  | 'negative'
  | 'too-large'
  | 'hedged-zero'
  | 'shorthand'
  | 'a-range'
  | 'a-bound'
  | 'two-hedges'
  | 'a-date-or-ordinal'
  | 'not-how-many'
  | 'scale-of-a-measure'
  | 'money'

/** What a text typed into a cell says. `echo` shows the reading back when the text was written in another style. */
export type Reading =
  | { kind: 'amount'; amount: Quantity; qualifier: Qualifier; echo: string | null }
  | { kind: 'not-applicable' }
  | { kind: 'not-yet-known' }
  | { kind: 'asked'; doubt: Doubt; candidates: Quantity[] }

const unknownWords = new Set(['', 'chua co', 'chua co so', 'chua ro', '?', '...', '…'])
const notApplicableWords = new Set(['khong ap dung', 'kad', 'k/ad', 'n/a'])

/**
 * Reads a number as Vietnamese documents write it, in digits or in words: `.` groups thousands and `,` starts decimals, but
 * `33,838` stands next to `8.552` in one real sentence, so the unit decides: a count reads both as thousands, a measure reads
 * `15,75` as a decimal. Where the text allows two readings it is asked about, never guessed and never silently changed.
 */
export function readNumeral(text: string, numeral: Numeral): Reading {
  const clean = cleaned(text)
  const folded = fold(clean)
  if (unknownWords.has(folded)) return { kind: 'not-yet-known' }
  if (notApplicableWords.has(folded)) return { kind: 'not-applicable' }
  if (/^[-–—−]+$/.test(folded)) return asked('a-dash')
  if (isDateOrOrdinal(clean)) return asked('a-date-or-ordinal')
  const { hedges, rest } = takeHedges(clean)
  if (isVague(rest)) return asked('not-how-many')
  const ends = rangeEnds(rest)
  if (ends)
    return asked(
      'a-range',
      ends.flatMap((end) => valuesOf(end, numeral)),
    )
  const [hedge] = hedges
  if (hedges.length > 1) return asked('two-hedges', valuesOf(rest, numeral))
  // A figure keeps one of five hedges, and “ít nhất 20” is neither 20 nor over 20.
  if (hedge === 'at-least' || hedge === 'at-most') return asked('a-bound', valuesOf(rest, numeral))
  return readExact(rest, numeral, hedge ?? 'exact')
}

/** A number without its hedge. */
function readExact(
  text: string,
  numeral: Numeral,
  qualifier: Exclude<Hedge, 'at-least' | 'at-most'> | 'exact',
): Reading {
  const { negative, body } = takeSign(text, numeral)
  const read = readBody(numeral === 'percent' ? body.replace(/\s*(%|phần trăm|phan tram)$/, '') : body, numeral)
  if (read.kind === 'asked') return read
  if (read.amount > largest) return asked('too-large')
  if (negative && numeral !== 'change') return asked('negative')
  if (qualifier !== 'exact' && read.amount === zero) return asked('hedged-zero')
  const amount = (negative ? -read.amount : read.amount) as Quantity
  return {
    kind: 'amount',
    amount,
    qualifier,
    echo: read.echo ? `${body} được hiểu là ${formatQuantity(amount)}` : null,
  }
}

function takeSign(text: string, numeral: Numeral): { negative: boolean; body: string } {
  const signed = numeral === 'change' ? text.replace(/^t(ă|a)ng\s+/, '+').replace(/^gi(ả|a)m\s+/, '-') : text
  const match = /^([+\-−–]|(?:â|a)m\s)\s*(.*)$/.exec(signed)
  return { negative: match ? match[1] !== '+' : false, body: match?.[2] ?? signed }
}

type Read = { kind: 'amount'; amount: Quantity; echo: boolean } | Extract<Reading, { kind: 'asked' }>

function readBody(body: string, numeral: Numeral): Read {
  const isCount = numeral === 'count' || numeral === 'change'
  if (/^[\d., ]+$/.test(body)) return isCount ? readCount(body) : readMeasure(body)
  const money = / ?(đồng|dong|vnđ|vnd|đ)$/
  const tokens = tokensOf(body.replace(money, ''))
  const { values, scale } = tokens ? readSpoken(tokens) : { values: [], scale: null }
  const [value] = values
  if (value === undefined) return asked('not-a-number')
  if (isCount && money.test(body)) return asked('money')
  // The unit of a measure may be “triệu đồng” already: then “1,2 triệu” is 1,2.
  if (!isCount && scale !== null) return asked('scale-of-a-measure', [((value * unit) / scale) as Quantity, value])
  if (values.length > 1) return asked('shorthand', values)
  if (isCount && !isWhole(value)) return asked('fraction-of-a-count')
  return { kind: 'amount', amount: value, echo: true }
}

const unit = quantity(1)

/** The amounts a text could stand for, to be offered where it is asked about. */
function valuesOf(text: string, numeral: Numeral): Quantity[] {
  const read = readExact(text, numeral, 'exact')
  return read.kind === 'amount' ? [read.amount] : []
}

/** More than the dossiers of the whole country in a century; the sum of every commune still fits its column. */
const largest = quantity('1000000000000')

function asked(doubt: Doubt, candidates: Quantity[] = []): Extract<Reading, { kind: 'asked' }> {
  return { kind: 'asked', doubt, candidates }
}

const hedgeWords: Record<Qualifier, string | null> = {
  exact: null,
  over: 'trên',
  about: 'khoảng',
  under: 'dưới',
  estimate: 'ước',
}

/** The word before a hedged number, null before an exact one. */
export function hedgeWord(qualifier: Qualifier): string | null {
  return hedgeWords[qualifier]
}

/** A number as people read it, with its hedge: `trên 3.200`. A change carries its sign. */
export function formatAmount(amount: Quantity, qualifier: Qualifier = 'exact', numeral: Numeral = 'count'): string {
  const sign = numeral === 'change' && amount > 0n ? '+' : ''
  const hedge = hedgeWords[qualifier]
  return `${hedge ? `${hedge} ` : ''}${sign}${formatQuantity(amount)}`
}

/**
 * A number as it is typed to be read without a doubt: as it is printed, but a measure that could be thousands or three
 * decimals goes without its separator or with all four.
 */
export function typedForm(amount: Quantity, numeral: Numeral): string {
  const printed = formatQuantity(amount)
  if (readNumeral(printed, numeral).kind === 'amount') return printed
  const [whole = '', decimals] = toDecimalText(amount).split('.')
  return decimals ? `${whole},${decimals.padEnd(4, '0')}` : whole
}
