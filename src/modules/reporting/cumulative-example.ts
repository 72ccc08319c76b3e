import { addDays, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { halfYearOf, nineMonthsOf, quartersWithin, yearOf, type Period } from '#kernel/period.ts'
import { heroes, type ExampleInput, type ExampleLine, type InventedCell, type InventedReport } from './example.ts'
import { diceOf, inventAmounts, withRates, written, type Dice, type InventedAmount } from './example-figures.ts'

/**
 * The reports counted from 1 January of the commune that was sent back: shorter ones accepted, and the one that ended last
 * in draft with the mistakes officers make, so that a reader of the example sees what each check says.
 */
export function inventCumulative(input: ExampleInput, seed = 2026): InventedReport[] {
  const last = input.quarters.at(-1)
  const commune = input.communes.find(({ code, to }) => code === heroes.sentBack && to === null)
  if (!last || !commune) return []
  const dice = diceOf(seed)
  const { year } = partsOf(last.to)
  const latest =
    [yearOf(year), nineMonthsOf(year), halfYearOf(year)].find((one) => one.to <= last.to) ?? yearOf(year - 1)
  const ofItsYear = partsOf(latest.to).year
  const shorter = [halfYearOf(ofItsYear), nineMonthsOf(ofItsYear)].filter((one) => one.to < latest.to)
  return [...shorter, latest].map((period): InventedReport => {
    const isDraft = period === latest
    const amounts = amountsOver(commune, period, dice, input.linesOn(period.to))
    const cells = input.linesOn(period.to).map((line) => cellOf(line, amounts))
    const submittedOn = isDraft ? null : addDays(period.to, 9)
    return {
      unitCode: commune.code,
      period,
      status: isDraft ? 'draft' : 'accepted',
      submittedOn,
      acceptedOn: submittedOn && addDays(submittedOn, 3),
      cells: isDraft ? withMistakes(cells, { dice, period, commune, lines: input.linesOn(period.to) }) : cells,
      explanations: [],
      questions: [],
    }
  })
}

/** What happened is added up over the quarters; what stands at the end is that of the last one; rates are divided last. */
function amountsOver(
  commune: { code: string; name: string },
  period: Period,
  dice: Dice,
  lines: ExampleLine[],
): Map<string, InventedAmount> {
  const { year } = partsOf(period.to)
  const quarters = quartersWithin(period).map((_, index) => inventAmounts(commune, year * 4 + index + 1, dice))
  const last = quarters.at(-1) ?? new Map<string, InventedAmount>()
  const amounts = new Map(last)
  for (const line of lines.filter(({ nature, overTime }) => nature === 'flow' && overTime === 'sum')) {
    const key = keyOf(line)
    const parts = quarters.map((one) => one.get(key) ?? null)
    amounts.set(
      key,
      parts.every((part) => part === null) ? null : parts.reduce<number>((all, part) => all + (part ?? 0), 0),
    )
  }
  const sum = (...keys: string[]): number => keys.reduce((all, key) => all + (amounts.get(key) ?? 0), 0)
  // Dossiers carried from quarter to quarter are there once only.
  amounts.set('F01', sum('F05', 'F06', 'F07', 'F08', 'F09', 'F11'))
  return withRates(amounts)
}

function cellOf(line: ExampleLine, amounts: Map<string, InventedAmount>): InventedCell {
  const amount = amounts.get(keyOf(line)) ?? null
  const raw = amount === null ? 'không áp dụng' : written(amount, line.numeral)
  return { indicatorVersion: line.indicatorVersion, dimension: line.dimension, raw, note: '' }
}

function keyOf(line: ExampleLine): string {
  return line.dimension ? `${line.code}:${line.dimension}` : line.code
}

type Slip = { raw?: string; note?: string }

/** One mistake a rule: each of them was seen on paper before. */
function withMistakes(
  cells: InventedCell[],
  of: { dice: Dice; period: Period; commune: { code: string; name: string }; lines: ExampleLine[] },
): InventedCell[] {
  const { year } = partsOf(of.period.to)
  const ordinal = year * 4 + quartersWithin(of.period).length
  const thisQuarter = inventAmounts(of.commune, ordinal, of.dice)
  const amountAt = (code: string): number => {
    const raw = cells[of.lines.findIndex((line) => keyOf(line) === code)]?.raw ?? ''
    return /^\+?[\d.]+$/.test(raw) ? Number(raw.replace(/[+.]/g, '')) : 0
  }
  const slips: Record<string, Slip> = {
    // Only the last quarter's, where all months belong.
    D10: { raw: String(Math.min(thisQuarter.get('D10') ?? 0, amountAt('D10') - (thisQuarter.get('D10') ?? 0) - 1)) },
    D03: { note: `Cuộc gần nhất tổ chức ngày ${dayAfter(of.period.to)} tại nhà văn hóa thôn.` },
    E02: { raw: `${amountAt('E02')} lượt` },
    E16: { raw: String(amountAt('E08') + 3) },
    F10: { raw: '99,5' },
    I03: { raw: `+${amountAt('I03') + 2}` },
    C03: { raw: '', note: 'Đang chờ biên bản khảo sát của Mặt trận.' },
  }
  return cells.map((cell, position) => {
    const line = of.lines[position]
    return { ...cell, ...(line ? slips[keyOf(line)] : {}) }
  })
}

/** The twelfth of the month after: a day that was still to come. */
function dayAfter(day: LocalDate): string {
  const { year, month } = partsOf(addDays(day, 12))
  return `12/${month}/${year}`
}
