import { daysBetween, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Ledger, LedgerFigure } from './ledger.ts'

const batchLength = 1 << 20
const longestRow = 512
const columns = 15

/** The columns of `figureRows`, for the statement that takes them. */
export const figureColumns =
  'province_id, unit_id, indicator_version, dimension, period_from, period_to, state, qualifier, amount, raw, note, basis, changed_at, changed_by, set_id'

/** Every figure of a ledger as PostgreSQL's binary COPY reads it, report by report as they would have come in. */
export async function* figureRows(ledger: Ledger): AsyncGenerator<Buffer> {
  const fields = fieldsOf(ledger)
  let batch = Buffer.allocUnsafe(batchLength + longestRow)
  let at = 0
  for (const [month, period] of fields.periods.entries()) {
    const { from } = ledger.months[month] ?? { from: localDate('2026-01-01') }
    for (const [commune, unit] of fields.units.entries()) {
      const set = field(uuidBytes(setId(commune, from)))
      for (const [indicator, code] of fields.codes.entries()) {
        at = batch.writeInt16BE(columns, at)
        const given = ledger.figure(indicator, commune, month)
        for (const part of [unit, code, nothing, period, stateOf(fields, given), amountOf(given), fields.rest, set]) {
          at += part.copy(batch, at)
        }
        if (at < batchLength) continue
        yield batch.subarray(0, at)
        batch = Buffer.allocUnsafe(batchLength + longestRow)
        at = 0
      }
    }
  }
  yield batch.subarray(0, at)
}

/** The report of a commune for a month: the same id for the same place. */
export function setId(commune: number, from: LocalDate): string {
  return `${from.replaceAll('-', '')}-0000-7000-8000-${commune.toString(16).padStart(12, '0')}`
}

const nothing = field(Buffer.alloc(0))
const absent = Buffer.from([0xff, 0xff, 0xff, 0xff])

type Fields = ReturnType<typeof fieldsOf>

function fieldsOf({ communes, indicators, months }: Ledger) {
  const changedAt = Buffer.alloc(8)
  changedAt.writeBigInt64BE(BigInt(daysBetween(localDate('2000-01-01'), localDate('2026-11-01'))) * 86_400_000_000n)
  return {
    units: communes.map(({ province, unit }) => Buffer.concat([field(uuidBytes(province)), field(uuidBytes(unit))])),
    codes: indicators.map(({ code }) => field(Buffer.from(`${code}@1`))),
    periods: months.map(({ from, to }) => Buffer.concat([field(dayBytes(from)), field(dayBytes(to))])),
    states: Object.fromEntries(
      ['reported exact', 'reported about', 'zero exact', 'not-applicable exact', 'not-yet-known exact'].map((words) => [
        words,
        Buffer.concat(words.split(' ').map((word) => field(Buffer.from(word)))),
      ]),
    ),
    /** Raw, note, basis, when, by whom. */
    rest: Buffer.concat([nothing, nothing, field(Buffer.from('typed')), field(changedAt), absent]),
  }
}

function stateOf({ states }: Fields, given: LedgerFigure): Buffer {
  return states[`${given.state} ${given.state === 'reported' ? given.qualifier : 'exact'}`] ?? nothing
}

const amounts = new Map<number, Buffer>()

/** A numeric as the server writes it: digits of base 10,000, the last of them the four decimals. */
function amountOf(given: LedgerFigure): Buffer {
  if (given.state !== 'reported') return absent
  const known = amounts.get(given.amount)
  if (known) return known
  const decimals = given.amount % 10_000
  const digits = [Math.floor(given.amount / 10_000), ...(decimals > 0 ? [decimals] : [])]
  const bytes = Buffer.alloc(8 + 2 * digits.length)
  bytes.writeInt16BE(digits.length, 0)
  bytes.writeInt16BE(4, 6)
  for (const [place, digit] of digits.entries()) bytes.writeInt16BE(digit, 8 + 2 * place)
  const made = field(bytes)
  amounts.set(given.amount, made)
  return made
}

function field(value: Buffer): Buffer {
  const made = Buffer.alloc(4 + value.length)
  made.writeInt32BE(value.length, 0)
  value.copy(made, 4)
  return made
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function dayBytes(day: LocalDate): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(daysBetween(localDate('2000-01-01'), day))
  return bytes
}
