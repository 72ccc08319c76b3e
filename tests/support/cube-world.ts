import { newId } from '#kernel/ids.ts'
import { monthOf, quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity, type Quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { setStanding, writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import type { Measure } from '#modules/figures/cube-question.ts'
import type { FigureSetId, SourcedSet } from '#modules/figures/figure-set.ts'
import { standings } from '#modules/figures/figure-set.ts'
import type { Figure, FigureValue } from '#modules/figures/figure.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'
import { insertNation } from './nation-rows.ts'
import { nation, type Size } from './nation.ts'
import { randomFrom, type Random } from './random.ts'

/** A small country beside the real one, with indicators of every way of adding up. */
export type CubeWorld = { units: readonly WorldUnit[]; periods: readonly Period[]; random: Random }

export type WorldUnit = { unit: UnitId; province: UnitId; level: string; from: string | null; until: string | null }

const small: Size = { provinces: 4, districts: 9, communes: 60, newProvinces: 3, newCommunes: 24, divided: 8 }

/** code, over_time, over_territory, sensitivity, numeral, numerator, denominator, denominator_kind */
const indicators = [
  ['TX1', 'sum', 'sum', 'public', 'count', '{}', '{}', null],
  ['TX2', 'last', 'sum', 'public', 'decimal', '{}', '{}', null],
  ['TX3', 'first', 'sum', 'public', 'count', '{}', '{}', null],
  ['TX4', 'ratio-of-sums', 'ratio-of-sums', 'public', 'percent', '{TX1}', '{TX3}', null],
  ['TX5', 'none', 'none', 'public', 'decimal', '{}', '{}', null],
  ['TX6', 'sum', 'sum', 'internal', 'count', '{}', '{}', null],
  ['TX7', 'sum', 'sum', 'total-only', 'change', '{}', '{}', null],
  ['TX8', 'none', 'sum', 'public', 'count', '{}', '{}', null],
  ['TX9', 'ratio-of-sums', 'ratio-of-sums', 'public', 'decimal', '{TX1}', '{}', 'commune'],
] as const

export const addedCodes = ['TX1', 'TX2', 'TX3', 'TX5', 'TX6', 'TX7', 'TX8'] as const

/** Settles the country and the indicators in a database of one test file. */
export async function settleCubeWorld(database: TestDatabase, seed: number): Promise<CubeWorld> {
  // Without official codes: those are of the real units beside it.
  const rows = nation(small)
  const versions = rows.versions.map((version) => ({ ...version, officialCode: null }))
  await insertNation({ ...rows, versions }, (text, values) => database.asOwner(text, values))
  await database.asOwner(`insert into indicator (code, section) select unnest($1::text[]), 'X'`, [
    indicators.map(([code]) => code),
  ])
  for (const [code, time, territory, sensitivity, numeral, numerator, denominator, kind] of indicators) {
    await database.asOwner(
      `insert into indicator_version (id, indicator_code, version, name, english_name, unit_of_count, numeral, nature, over_time,
         over_territory, direction, sensitivity, numerator, denominator, denominator_kind, dimensions, counts, frequency, source)
       values ($1, $2, 1, $2, $2, 'việc', $3, 'flow', $4, $5, 'context', $6, $7, $8, $9, '{a,b}', '', '', '')`,
      [`${code}@1`, code, numeral, time, territory, sensitivity, numerator, denominator, kind],
    )
  }
  // One commune in four is a ward, which has no part in an average per xã.
  await database.asOwner(
    `update unit_version set kind = 'ward' from unit
     where unit.id = unit_id and code like 'xamoi-%' and right(code, 1) in ('0', '4', '8')`,
  )
  await database.asOwner('update territory_clock set n = n + 1')
  const units = await database.asOwner<WorldUnit>(
    `select unit_id as unit, province_id as province, level, lower(valid)::text as from, (upper(valid) - 1)::text as until
     from unit_version join unit on unit.id = unit_id where code ~ '^(tinh|moi|huyen|xa|xamoi)-[0-9]{5}$' order by code`,
  )
  const months = [4, 5, 6, 7, 8, 9].map((month) => monthOf(2025, month))
  const later = [1, 2, 3].map((month) => monthOf(2026, month))
  const periods = [
    ...months,
    quarterOf(2025, 2),
    quarterOf(2025, 3),
    quarterOf(2025, 4),
    yearOf(2025),
    ...later,
    quarterOf(2026, 1),
  ]
  return { units, periods, random: randomFrom(seed) }
}

/** One write of one unit for one period: some figures, a new standing, or both. */
export async function writeAtRandom(database: TestDatabase, { units, periods, random }: CubeWorld): Promise<void> {
  const period = random.of(periods)
  const inForce = units.filter(({ from, until }) => (from ?? '') <= period.to && (until ?? '9') >= period.to)
  const communes = inForce.filter(({ level }) => level === 'commune')
  const owner = random.chance(0.85) ? random.of(communes) : random.of(random.chance(0.9) ? inForce : units)
  const set = setFor(owner, period, random.chance(0.07) ? 1 : 0)
  const standing = random.chance(0.5) ? random.of(standings) : null
  await inScope(database.db, { reach: 'province', province: owner.province }, async (tx) => {
    if (!standing || random.chance(0.7)) {
      await writeFigures(tx, set, writesFor(random), { account: null, at: new Date() })
    }
    if (standing) await setStanding(tx, set, standing)
  })
}

/** Most communes give most cells for most months, so that whole territories have numbers and not only gaps. */
export async function fillWorld(database: TestDatabase, { units, periods, random }: CubeWorld): Promise<void> {
  for (const period of periods.filter(({ regime }) => regime === 'month')) {
    const inForce = units.filter(({ from, until }) => (from ?? '') <= period.to && (until ?? '9') >= period.to)
    for (const owner of inForce.filter(({ level }) => level === 'commune' && random.chance(0.9))) {
      const set = setFor(owner, period, 0)
      const standing = random.chance(0.8) ? 'published' : random.of(standings)
      await inScope(database.db, { reach: 'province', province: owner.province }, async (tx) => {
        const writes = [...writesFor(random), ...writesFor(random), ...writesFor(random)]
        const cells = new Map(writes.map((one) => [`${one.indicator}:${one.dimension}`, one]))
        await writeFigures(tx, set, [...cells.values()], { account: null, at: new Date() })
        await setStanding(tx, set, standing)
      })
    }
  }
}

const setIds = new Map<string, FigureSetId>()

/** The set of a unit and period is the same whenever it is asked for; a second one stands beside it. */
export function setFor(owner: WorldUnit, { from, to }: Period, which: number): SourcedSet {
  const key = `${owner.unit} ${from} ${to} ${which}`
  const id = setIds.get(key) ?? (newId() as unknown as FigureSetId)
  setIds.set(key, id)
  const origin = which === 1 ? 'published-source' : 'entered'
  return { province: owner.province, unit: owner.unit, from, to, id, origin }
}

export function writesFor(random: Random): FigureWrite[] {
  const count = 1 + random.below(6)
  const cells = new Map<string, FigureWrite>()
  for (let at = 0; at < count; at += 1) {
    const code = random.of(addedCodes)
    const dimension = random.chance(0.8) ? '' : random.of(['a', 'b'])
    const indicator = `${code}@1` as IndicatorVersionId
    cells.set(`${code}:${dimension}`, { indicator, dimension, figure: randomFigure(random, code) })
  }
  return [...cells.values()]
}

function randomFigure(random: Random, code: string): Figure {
  return { value: randomValue(random, code), raw: '', note: '', basis: 'typed' }
}

function randomValue(random: Random, code: string): FigureValue {
  const dice = random.below(100)
  if (dice < 8) return { state: 'not-applicable' }
  if (dice < 16) return { state: 'not-yet-known' }
  if (dice < 28) return { state: 'zero' }
  const amount = amountFor(random, code)
  if (amount === 0n) return { state: 'zero' }
  const qualifier = random.chance(0.85) ? 'exact' : random.of(['over', 'about', 'under', 'estimate'] as const)
  return { state: 'reported', amount, qualifier }
}

function amountFor(random: Random, code: string): Quantity {
  if (code === 'TX7') return quantity(random.below(2000) - 1000)
  if (code === 'TX2') return quantity(`${random.below(5000)}.${1 + random.below(9998)}`.replace(/0+$/, ''))
  // Some so large that a sum of them is no exact number of JavaScript.
  if (random.chance(0.02)) return quantity(`${900_719_925_474 + random.below(1000)}.0001`)
  return quantity(random.below(100_000))
}

export function measureOf(code: string, dimension = ''): Measure {
  return {
    ...{ key: code, name: code, unitOfCount: 'việc', numeral: 'count', direction: 'context' },
    expression: { kind: 'cell', cell: { code, dimension } },
  }
}
