import { formatQuantity, parseQuantity, quantity, zero, type Quantity } from './quantity.ts'
import { fold } from './text.ts'

export const numerals = ['count', 'decimal', 'percent', 'change'] as const

/** How a number of this unit is written: whole things, a measure with decimals, a percentage, or a signed change of a count. */
export type Numeral = (typeof numerals)[number]

export const qualifiers = ['exact', 'over', 'about', 'under', 'estimate'] as const

/** The hedge that stood before the number: `trên`, `khoảng`, `dưới`, `ước`. It travels with the number everywhere. */
export type Qualifier = (typeof qualifiers)[number]

/** Why a text is asked about and not read. */
export type Doubt =
  | 'not-a-number'
  | 'a-dash'
  | 'fraction-of-a-count'
  | 'mixed-separators'
  | 'three-decimals-or-thousands'
  | 'negative'
  | 'too-large'
  | 'hedged-zero'

/** What a text typed into a cell says. `echo` shows the reading back when the text was written in another style. */
export type Reading =
  | { kind: 'amount'; amount: Quantity; qualifier: Qualifier; echo: string | null }
  | { kind: 'not-applicable' }
  | { kind: 'not-yet-known' }
  | { kind: 'asked'; doubt: Doubt; candidates: Quantity[] }

const hedges: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(tren|hon|>)\s*/, 'over'],
  [/^(khoang|chung|xap xi|~|≈)\s*/, 'about'],
  [/^(duoi|gan|chua den|<)\s*/, 'under'],
  [/^(du uoc|uoc tinh|uoc dat|uoc)\s*/, 'estimate'],
]

const unknownWords = new Set(['', 'chua co', 'chua co so', 'chua ro', '?', '...', '…'])
const notApplicableWords = new Set(['khong ap dung', 'kad', 'k/ad', 'n/a'])

/**
 * Reads a number as Vietnamese documents write it: `.` groups thousands and `,` starts decimals, but `33,838` stands next to
 * `8.552` in one real sentence, so the unit decides: a count reads both as thousands, a measure reads `15,75` as a decimal.
 * Where the text allows two readings it is asked about, never guessed and never silently changed.
 */
export function readNumeral(text: string, numeral: Numeral): Reading {
  const folded = fold(text.replace(/[\u00a0\u202f]/g, ' '))
  if (unknownWords.has(folded)) return { kind: 'not-yet-known' }
  if (notApplicableWords.has(folded)) return { kind: 'not-applicable' }
  if (/^[-–—−]+$/.test(folded)) return asked('a-dash')
  const { qualifier, rest } = takeHedge(folded)
  const { negative, digits } = takeSign(rest, numeral)
  const body = numeral === 'percent' ? digits.replace(/\s*%$/, '') : digits
  const reading = numeral === 'count' || numeral === 'change' ? readCount(body) : readMeasure(body)
  if (reading.kind !== 'amount') return reading
  if (negative && numeral !== 'change') return asked('negative')
  if (qualifier !== 'exact' && reading.amount === zero) return asked('hedged-zero')
  const amount = (negative ? -reading.amount : reading.amount) as Quantity
  return {
    kind: 'amount',
    amount,
    qualifier,
    echo: reading.echo ? `${body} được hiểu là ${formatQuantity(amount)}` : null,
  }
}

function takeHedge(text: string): { qualifier: Qualifier; rest: string } {
  for (const [pattern, qualifier] of hedges) {
    if (pattern.test(text)) return { qualifier, rest: text.replace(pattern, '') }
  }
  return { qualifier: 'exact', rest: text }
}

function takeSign(text: string, numeral: Numeral): { negative: boolean; digits: string } {
  const signed = numeral === 'change' ? text.replace(/^tang\s+/, '+').replace(/^giam\s+/, '-') : text
  const match = /^([+\-−–])\s*(.*)$/.exec(signed)
  return { negative: match ? match[1] !== '+' : false, digits: match?.[2] ?? signed }
}

type Read = { kind: 'amount'; amount: Quantity; echo: boolean } | Extract<Reading, { kind: 'asked' }>

function readCount(text: string): Read {
  if (/^\d+$/.test(text)) return amountOf(text)
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(text)) return amountOf(text.replaceAll('.', ''))
  if (/^[1-9]\d{0,2}( \d{3})+$/.test(text)) return amountOf(text.replaceAll(' ', ''))
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return amountOf(text.replaceAll(',', ''), true)
  if (/^\d+[.,]\d+$/.test(text)) return asked('fraction-of-a-count')
  return asked(/^[\d., ]+$/.test(text) ? 'mixed-separators' : 'not-a-number')
}

function readMeasure(text: string): Read {
  if (/^\d+$/.test(text)) return amountOf(text)
  const three = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(text)
  if (three) return asked('three-decimals-or-thousands', [`${three[1]}${three[2]}`, `${three[1]}.${three[2]}`])
  if (/^\d+,\d{1,4}$/.test(text)) return amountOf(text.replace(',', '.'))
  if (/^\d+\.\d{1,4}$/.test(text)) return amountOf(text, true)
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d{1,4})?$/.test(text)) return amountOf(text.replaceAll('.', '').replace(',', '.'))
  if (/^[1-9]\d{0,2}( \d{3})+(,\d{1,4})?$/.test(text)) return amountOf(text.replaceAll(' ', '').replace(',', '.'))
  return asked(/^[\d., ]+$/.test(text) ? 'mixed-separators' : 'not-a-number')
}

/** More than the dossiers of the whole country in a century; the sum of every commune still fits its column. */
const largest = quantity('1000000000000')

function amountOf(plain: string, echo = false): Read {
  const amount = parseQuantity(plain)
  return amount === null || amount > largest ? asked('too-large') : { kind: 'amount', amount, echo }
}

function asked(doubt: Doubt, plains: string[] = []): Extract<Reading, { kind: 'asked' }> {
  const candidates = plains.map(parseQuantity).filter((amount) => amount !== null)
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
