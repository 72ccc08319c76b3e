import type { Numeral } from '#kernel/numerals.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'

/** A commune as an invented report sees it. */
export type ExampleCommune = { code: string; name: string }

/** A quarter by its ordinal (year × 4 + quarter), so that figures follow each other over the years. */
export type QuarterOrdinal = number

/** An invented amount; null where the line does not apply to the unit. */
export type InventedAmount = number | null

/** A number from 0 to 1 that is always the same for the same words: no chance enters, and no order matters. */
export type Dice = (...words: (string | number)[]) => number

export function diceOf(seed: number): Dice {
  return (...words) => {
    let hash = 2166136261 ^ seed
    for (const letter of words.join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }
}

/**
 * What a commune of some ten thousand people could report for a quarter, by cell (`F01`, `K01:collective`).
 * Identities hold by construction: a total is made from its parts and not the other way round.
 */
export function inventAmounts(
  commune: ExampleCommune,
  quarter: QuarterOrdinal,
  dice: Dice,
): Map<string, InventedAmount> {
  const year = Math.floor((quarter - 1) / 4)
  const place: Place = {
    rural: commune.name.startsWith('Xã '),
    size: 0.6 + 1.1 * dice(commune.code, 'size'),
    quarter,
    quarterOfYear: quarter - year * 4,
    isTwoTier: quarter >= 2025 * 4 + 3,
    between: (low, high, what) => low + Math.floor(dice(commune.code, quarter, what) * (high - low + 1)),
    share: (low, high, what) => low + dice(commune.code, quarter, what) * (high - low),
    stock: (low, high, chance, what, at = quarter) => {
      // Counted up from long before the first quarter, so that every quarter agrees with the one before it.
      const start = low + Math.floor(dice(commune.code, what) * (high - low + 1))
      let grown = 0
      for (let past = 2022 * 4 + 1; past <= at; past += 1) if (dice(commune.code, past, what) < chance) grown += 1
      return start + grown
    },
  }
  return withRates(
    new Map(
      Object.entries({
        ...dialogues(place),
        ...receptions(place),
        ...oneStop(place),
        ...models(place),
        ...newRural(place),
        ...commendations(place),
        ...others(place),
      }),
    ),
  )
}

/** Sets every rate to what its numbers give, rounded to one decimal as officers write it; a rate of nothing does not apply. */
export function withRates(amounts: Map<string, InventedAmount>): Map<string, InventedAmount> {
  const sum = (...keys: string[]): number => keys.reduce((all, key) => all + (amounts.get(key) ?? 0), 0)
  const rate = (top: number, bottom: number): InventedAmount =>
    bottom === 0 ? null : Math.round((top * 1000) / bottom) / 10
  amounts.set('F10', rate(sum('F05', 'F06'), sum('F05', 'F06', 'F07')))
  amounts.set('B14', rate(sum('B13'), sum('B01')))
  amounts.set('E06', rate(sum('E04'), sum('E05')))
  return amounts
}

/** An amount as an officer types it. */
export function written(amount: number, numeral: Numeral): string {
  const text = formatQuantity(quantity(amount))
  return numeral === 'change' && amount > 0 ? `+${text}` : text
}

type Place = {
  rural: boolean
  size: number
  quarter: QuarterOrdinal
  quarterOfYear: number
  isTwoTier: boolean
  between(low: number, high: number, what: string): number
  share(low: number, high: number, what: string): number
  stock(low: number, high: number, chance: number, what: string, at?: QuarterOrdinal): number
}
type Amounts = Record<string, InventedAmount>

function dialogues({ between, size }: Place): Amounts {
  const fromAbove = between(0, 3, 'D01') === 0 ? 1 : 0
  const held = between(0, 3, 'D03')
  return {
    D01: fromAbove,
    D02: fromAbove * Math.round(between(70, 210, 'D02') * size),
    D03: held,
    D05: Math.min(held, between(0, 2, 'D05')),
    D09: Math.round(between(90, 380, 'D09') * size),
    D10: between(6, 44, 'D10'),
  }
}

function receptions({ between, size }: Place): Amounts {
  const turns = Math.round(between(14, 90, 'E01') * size)
  const settled = between(0, 4, 'E16')
  return {
    E04: 13 - between(0, 3, 'E04'),
    // One day a week, thirteen weeks: invented, the law's own number is for the officer to write.
    E05: 13,
    E08: settled + between(0, 6, 'E08'),
    E01: turns,
    E02: turns - between(1, Math.max(1, Math.round(turns * 0.12)), 'E02'),
    E16: settled,
  }
}

function oneStop({ between, share, stock, size, quarter, isTwoTier }: Place): Amounts {
  // A little more every quarter, and fewer of them late: what a province hopes to see in its eight quarters.
  const since = quarter - (2024 * 4 + 4)
  const total = Math.round(between(620, 840, 'F01') * size * (1 + 0.025 * since))
  const part = (low: number, high: number, what: string): number => Math.round(total * share(low, high, what))
  const late = Math.round(part(0.012, 0.045, 'F07') * Math.max(0.4, 1 - 0.07 * since))
  const early = part(0.3, 0.42, 'F05')
  const within = part(0.04, 0.075, 'F08')
  const overdue = part(0, 0.006, 'F09')
  const returned = part(0.002, 0.012, 'F11')
  return {
    F01: total,
    F05: early,
    F06: total - early - late - within - overdue - returned,
    F07: late,
    F08: within,
    F09: overdue,
    F11: returned,
    F13: null,
    F14: isTwoTier ? stock(338, 346, 0.3, 'F14 after') : stock(112, 118, 0.2, 'F14 before'),
    F15: stock(6, 14, 0.25, 'F15'),
    F16: stock(9, 20, 0.3, 'F16'),
    F22: stock(2, 4, 0, 'F22'),
    F23: stock(3, 9, 0.04, 'F23'),
    F24: Math.min(1, stock(0, 1, 0.1, 'F24')),
  }
}

function models({ between, stock, rural }: Place): Amounts {
  const built = between(0, 3, 'B05')
  const registered = built + between(0, 2, 'B01')
  const recognised = Math.min(registered, between(0, 2, 'B13'))
  const fields = ['B09', 'B10', 'B11', 'B12'].map((field, index) => ({ field, index }))
  const fieldOf = Array.from({ length: registered }, (_, model) => between(0, 3, `field ${model}`))
  return {
    ...Object.fromEntries(fields.map(({ field, index }) => [field, fieldOf.filter((one) => one === index).length])),
    B13: recognised,
    B16: Math.min(recognised, between(0, 2, 'B16')),
    B01: registered,
    B02: Math.min(registered, between(0, 4, 'B02') === 0 ? 1 : 0),
    B03: null,
    B05: built,
    // Never below three, so that the scopes never happen to add up to the total.
    B06: stock(3, 11, 0.2, 'B06'),
    B18: between(1, 8, 'B18'),
    B19: rural ? between(1, 9, 'B19') : null,
    B20: between(0, 2, 'B20'),
  }
}

function newRural({ rural, stock, quarter, quarterOfYear }: Place): Amounts {
  const stars: Amounts = {
    I10: stock(0, 3, 0.08, 'I10'),
    I11: stock(0, 1, 0.04, 'I11'),
    I12: stock(0, 0, 0.004, 'I12'),
  }
  const products = { I09: Object.values(stars).reduce<number>((sum, amount) => sum + (amount ?? 0), 0), ...stars }
  const lines = ['I01', 'I02', 'I03', 'I04:recognised', 'I04:under-appraisal', 'I05', 'I06', 'I07', 'I08']
  if (!rural) return { ...Object.fromEntries(lines.map((line) => [line, null])), ...products }
  // Nineteen criteria is all that a commune can reach.
  const reachedAt = (at: QuarterOrdinal): number => Math.min(19, stock(11, 16, 0.16, 'I01', at))
  const gardens = stock(2, 16, 0.45, 'I05')
  return {
    I01: reachedAt(quarter),
    I02: reachedAt(quarter),
    I03: reachedAt(quarter) - reachedAt(quarter - quarterOfYear),
    'I04:recognised': stock(0, 3, 0.12, 'I04'),
    'I04:under-appraisal': stock(0, 2, 0, 'I04 under appraisal'),
    I05: gardens,
    I06: Math.min(gardens, stock(0, 4, 0.15, 'I06')),
    I07: stock(0, 4, 0.15, 'I07'),
    I08: stock(0, 1, 0.05, 'I08'),
    ...products,
  }
}

function commendations({ between, quarterOfYear }: Place): Amounts {
  const season = quarterOfYear === 4 ? 2 : 1
  const letters = { 'K01:collective': between(0, 2, 'K01c') * season, 'K01:individual': between(0, 5, 'K01i') * season }
  const given = between(0, 4, 'K03') === 0 ? 1 : 0
  const unnamed = { 'K03:collective': given * between(0, 2, 'K03c'), 'K03:individual': given * between(1, 6, 'K03i') }
  return {
    K01: letters['K01:collective'] + letters['K01:individual'],
    ...letters,
    K03: unnamed['K03:collective'] + unnamed['K03:individual'],
    ...unnamed,
    K04: quarterOfYear === 3 && between(0, 2, 'K04') === 0 ? 1 : 0,
  }
}

function others({ between, stock, size, rural, quarterOfYear }: Place): Amounts {
  return {
    C01: between(0, 1, 'C01'),
    C02: between(1, 5, 'C02'),
    C03: between(0, 3, 'C03'),
    H01: between(0, 8, 'H01'),
    H03: Math.round(between(24, 230, 'H03') * size),
    H10: rural && stock(0, 4, 0, 'H10') === 0 ? 1 : null,
    A01: between(1, 6, 'A01'),
    A03: between(0, 2, 'A03'),
    A10: quarterOfYear === 1 ? between(8, 24, 'A10') : 0,
    A11: quarterOfYear === 3 && between(0, 5, 'A11') === 0 ? 1 : 0,
  }
}
