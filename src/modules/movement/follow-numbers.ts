import { readNumeral, type Numeral } from '#kernel/numerals.ts'
import { divide, formatQuantity, quantity, roundTo, zero, type Quantity } from '#kernel/quantity.ts'
import { fold, tidy } from '#kernel/text.ts'

/** A number as it was typed, read with its unit; or the sentence that asks about it. */
export type ReadNumber = { ok: true; amount: Quantity } | { ok: false; problem: string }

/** Money in million đồng. A unit that was typed wins over the chosen one: `45 triệu`, `1,2 tỷ`, `12.500.000 đồng`. */
export function readMoney(text: string, chosen: 'trieu' | 'dong'): ReadNumber {
  const { number, unit } = withoutUnit(text, /\s*(ty|trieu|nghin|dong|d|vnd)( dong)?$/)
  const said = unit === '' ? chosen : unit === 'd' || unit === 'vnd' ? 'dong' : unit
  const read = positive(
    number,
    said === 'dong' ? 'count' : 'decimal',
    'Số tiền: ghi bằng chữ số, ví dụ 45,5 triệu hoặc 12.500.000 đồng.',
  )
  if (!read.ok) return read
  const perMillion = { ty: 1 / 1000, trieu: 1, nghin: 1000, dong: 1_000_000 }[said] ?? 1
  const amount = said === 'ty' ? ((read.amount * 1000n) as Quantity) : divide(read.amount, quantity(perMillion))
  if (amount === null || amount === zero)
    return no('Số tiền quá nhỏ: sổ tính bằng triệu đồng, ít nhất 100 đồng. Xin xem lại đơn vị tiền.')
  return { ok: true, amount }
}

/** Land in whole m²; hectares are turned into m². A `sào` or `công` is another area in each region, so it is asked about. */
export function readLand(text: string): ReadNumber {
  const { number, unit } = withoutUnit(text, /\s*(m2|m²|met vuong|ha|hecta|hec ta|sao|cong|mau)$/)
  if (['sao', 'cong', 'mau'].includes(unit))
    return no('Diện tích: sào, công, mẫu mỗi vùng một khác. Xin đổi ra m² hoặc ha rồi ghi lại.')
  const isHectare = unit === 'ha' || unit === 'hecta' || unit === 'hec ta'
  const read = positive(number, isHectare ? 'decimal' : 'count', 'Diện tích: ghi số m², ví dụ 1.240, hoặc 0,5 ha.')
  return read.ok && isHectare ? { ok: true, amount: roundTo((read.amount * 10_000n) as Quantity, 0) } : read
}

/** Whole days, households. */
export function readWhole(text: string, name: string): ReadNumber {
  return positive(text, 'count', `${name}: ghi bằng chữ số, ví dụ 120.`)
}

/** What an output plans or came to, in a measure of its own, with decimals where it has them. */
export function readOutput(text: string, name: string): ReadNumber {
  const asCount = readNumeral(text, 'count')
  const isCount = asCount.kind === 'amount' && asCount.qualifier === 'exact'
  return positive(text, isCount ? 'count' : 'decimal', `${name}: ghi bằng chữ số, ví dụ 12 hoặc 1,5.`)
}

const largest = quantity(1_000_000_000)

function positive(text: string, numeral: Numeral, ask: string): ReadNumber {
  const reading = readNumeral(text, numeral)
  if (reading.kind !== 'amount' || reading.amount <= zero) return no(ask)
  if (reading.qualifier !== 'exact') return no(`${ask} Sổ ghi số đúng, không ghi “khoảng”, “trên”.`)
  if (reading.amount > quantity(1_000_000_000_000)) return no(ask)
  return numeral === 'decimal' && reading.amount > largest
    ? no(`${formatQuantity(reading.amount)} quá lớn. Xin xem lại đơn vị.`)
    : { ok: true, amount: reading.amount }
}

/** The typed number apart from the unit after it, which is looked for without marks. */
function withoutUnit(text: string, units: RegExp): { number: string; unit: string } {
  const typed = tidy(text)
  const found = units.exec(fold(typed))
  if (!found) return { number: typed, unit: '' }
  // Folding keeps the number's signs, so that its beginning is as long as the number.
  return { number: fold(typed).slice(0, found.index), unit: found[1] ?? '' }
}

function no(problem: string): ReadNumber {
  return { ok: false, problem }
}
