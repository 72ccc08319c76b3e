import type { LocalDate } from '#kernel/local-date.ts'
import { inAlphabet, isExample, isUnnamed, kindWord } from './naming.ts'
import type { Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitLevel, UnitTree } from './unit.ts'

/** How many units of one kind, in the word for it. */
export type KindCount = { word: string; count: number }

/** A unit with how many units of each kind lie in it. */
export type CountedUnit = { unit: RegisterVersion; counts: readonly KindCount[] }

/** The country on a day (cả nước vào một ngày); what is invented stands apart and is counted nowhere. */
export type CountryOnDay = {
  day: LocalDate
  provinces: readonly CountedUnit[]
  examples: readonly CountedUnit[]
  totals: Record<UnitLevel, number> & { communes: readonly KindCount[] }
}

// The more urban first, as the resolutions of June 2025 count them.
const wordOrder = ['quận', 'thành phố', 'thị xã', 'huyện', 'phường', 'xã', 'thị trấn', 'đặc khu']

export function countryOn(register: Register, day: LocalDate): CountryOnDay {
  const tree = treeOn(register, day)
  const known = tree.units('province').filter(({ code }) => !isUnnamed(code))
  const real = known.filter(({ code }) => !isExample(code))
  const ids = new Set(real.map(({ unit }) => unit))
  const within = (level: UnitLevel): RegisterVersion[] => tree.units(level).filter((one) => ids.has(one.province))
  const communes = Map.groupBy(tree.units('commune'), ({ province }) => province)
  const counted = (unit: RegisterVersion): CountedUnit => ({ unit, counts: countKinds(communes.get(unit.unit) ?? []) })
  const all = within('commune')
  return {
    day,
    provinces: inAlphabet(real).map(counted),
    examples: inAlphabet(known.filter(({ code }) => isExample(code))).map(counted),
    totals: {
      province: real.length,
      district: within('district').length,
      commune: all.length,
      communes: countKinds(all),
    },
  }
}

export function countKinds(units: readonly RegisterVersion[]): KindCount[] {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(kindWord(unit), (counts.get(kindWord(unit)) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => wordOrder.indexOf(a.word) - wordOrder.indexOf(b.word))
}

/** The units right under one on a day, districts with what lies in them. */
export function unitsUnder(tree: UnitTree, unit: RegisterVersion): CountedUnit[] {
  return inAlphabet(tree.childrenOf(unit.unit)).map((child) => ({
    unit: child,
    counts: child.level === 'commune' ? [] : countKinds(tree.descendants(child.unit, 'commune')),
  }))
}
