import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { monthOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { setStanding, writeFigures } from '#modules/figures/commands.server.ts'
import { wholeCountry } from '#modules/figures/cube-country.ts'
import { askCube, openCell, openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeQuestion } from '#modules/figures/cube-question.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { standings } from '#modules/figures/figure-set.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import {
  measureOf,
  setFor,
  settleCubeWorld,
  writeAtRandom,
  type CubeWorld,
  type WorldUnit,
} from '../support/cube-world.ts'
import { useDatabase } from '../support/database.ts'
import { addedUp, leastsFor, unitValues, wholes } from './plain-sql.ts'

const database = useDatabase()
let world: CubeWorld
let cube: Cube
beforeAll(async () => {
  world = await settleCubeWorld(database, Number(process.env.KHEO_CUBE_SEED ?? 77))
  for (let write = 0; write < 900; write += 1) await writeAtRandom(database, world)
  cube = openCube(database.url)
}, 240_000)
afterAll(() => cube.close())

type InForce = WorldUnit & { parent: string | null; kind: string; isOurs: boolean }

/** Every unit of the country on a day; those of the real register gave nothing of these indicators. */
async function inForceOn(day: string): Promise<InForce[]> {
  return database.asOwner<InForce>(
    `select unit_id as unit, province_id as province, level, kind, parent_id as parent,
       code ~ '^(tinh|moi|huyen|xa|xamoi)-[0-9]{5}$' as "isOurs"
     from unit_version join unit on unit.id = unit_id where valid @> $1::date and tree = 'state'`,
    [day],
  )
}

async function provincesOn(day: string): Promise<InForce[]> {
  const unnamed = await database.asOwner<{ id: string }>(`select id from unit where code like '%-khong-neu-ten'`)
  const all = await inForceOn(day)
  return all.filter(({ level, unit }) => level === 'province' && !unnamed.some(({ id }) => id === unit))
}

function readerAtRandom(): Reader {
  const { random, units } = world
  if (random.chance(0.4)) return { kind: 'public' }
  const { unit, province } = random.of(units.filter(({ level }) => level === 'province'))
  const duty = 'province-officer'
  return { kind: 'officer', actor: { account: newId<'Account'>(), name: 'Người đọc', duty, unit, province } }
}

const country = (code: string, period: Period, more: Partial<CubeQuestion> = {}): CubeQuestion => ({
  ...{ measures: [measureOf(code)], units: [wholeCountry], periods: [period], map: { kind: 'reported' } },
  ...{ counts: 'open', from: 'communes' },
  ...more,
})

test('the country is what plain SQL adds up over all provinces of the day, cut to its reader, ratios divided last', async () => {
  const { random, periods } = world
  let [known, ratios] = [0, 0]
  for (let at = 0; at < 60; at += 1) {
    const code = random.of(['TX1', 'TX2', 'TX3', 'TX4', 'TX7', 'TX8'] as const)
    const [period, from] = [random.of(periods), random.of(['communes', 'any'] as const)]
    const [reader, counts] = [readerAtRandom(), random.of(standings)]
    const answer = await askCube(cube, reader, country(code, period, { from, counts }))
    const units = await inForceOn(period.to)
    const ours = units.filter(({ isOurs }) => isOurs)
    const leasts = leastsFor(reader, ours, code === 'TX7' ? 'total-only' : 'public', counts)
    const values = await Promise.all(
      (code === 'TX4' ? ['TX1', 'TX3'] : [code]).map((one) =>
        unitValues(database, { code: one, dimension: '' }, period, leasts, from),
      ),
    )
    const provinces = await provincesOn(period.to)
    const all = provinces.filter(({ isOurs }) => isOurs).map((one) => addedUp(one, ours, values, from))
    const theirs = units.filter(
      (one) => !one.isOurs && provinces.some(({ unit }) => unit === (from === 'any' ? one.unit : one.province)),
    )
    const missing = from === 'any' ? theirs.length : theirs.filter(({ level }) => level === 'commune').length
    const counted = all.reduce((sum, one) => sum + one.counted, 0)
    const found = answer.ok ? answer.value.cell(0, 0, 0) : null
    expect(found).toMatchObject({
      counted,
      expected: counted + missing + all.reduce((sum, one) => sum + one.missing, 0),
    })
    const [above = 0n, below = 0n] = values.map((_, place) =>
      all.flatMap(({ columns }) => columns[place] ?? []).reduce((sum, row) => sum + wholes(row.amount), 0n),
    )
    if (counted === 0) expect(found).toMatchObject({ state: 'absent', amount: null })
    else if (code !== 'TX4') expect(found).toMatchObject({ state: 'known', amount: above })
    else if (below === 0n) expect(found).toMatchObject({ state: 'undefined' })
    else {
      expect(found).toMatchObject({ amount: ((above * 10_000n * 2n + below) / (below * 2n)) * 100n })
      ratios += 1
    }
    if (counted > 0) known += 1
  }
  expect(known).toBeGreaterThan(15)
  expect(ratios).toBeGreaterThan(2)
}, 240_000)

test('on the map of any day the country is the same country, with whoever gave figures without being in force any more', async () => {
  let later = 0
  const ended = world.units.filter(({ level, until }) => level === 'commune' && until === '2025-06-30').slice(0, 5)
  for (const owner of ended) {
    const set = setFor(owner, monthOf(2025, 8), 0)
    const value = { state: 'reported', amount: quantity(1000), qualifier: 'exact' } as const
    const write = { indicator: 'TX1@1' as IndicatorVersionId, dimension: '' }
    await inScope(database.db, { reach: 'province', province: owner.province }, async (tx) => {
      const figure = { value, raw: '', note: '', basis: 'typed' } as const
      await writeFigures(tx, set, [{ ...write, figure }], { account: null, at: new Date() })
      await setStanding(tx, set, 'published')
    })
  }
  for (const period of world.periods.filter(({ regime }) => regime === 'month')) {
    const [row] = await database.asOwner<{ amount: string; counted: number; later: number }>(
      `select coalesce(sum(amount), 0)::numeric(20,4)::text as amount, count(*)::int as counted,
         (count(*) filter (where not in_force))::int as later
       from (select value.amount, exists (select from unit_version as one where one.unit_id = value.unit_id
             and one.valid @> $2::date) as in_force
         from figure_value as value join figure_set as s on s.province_id = value.province_id and s.id = value.set_id
         join (select distinct unit_id, level from unit_version) as unit on unit.unit_id = value.unit_id and level = 'commune'
         where indicator_version = 'TX1@1' and dimension = '' and value.period_from = $1 and value.period_to = $2
           and value.state in ('reported', 'zero') and s.standing = 'published' and s.origin = 'entered') as found`,
      [period.from, period.to],
    )
    for (const day of ['2025-06-30', '2026-11-22']) {
      const map = { kind: 'day', day: localDate(day) } as const
      const answer = await askCube(cube, { kind: 'public' }, country('TX1', period, { map }))
      const cell = answer.ok ? answer.value.cell(0, 0, 0) : null
      expect({ amount: cell?.amount ?? 0n, counted: cell?.counted, flag: cell?.flag }, `${period.to} ${day}`).toEqual({
        ...{ amount: wholes(row?.amount ?? '0'), counted: row?.counted, flag: 'exact' },
      })
    }
    later += row?.later ?? 0
  }
  expect(later).toBeGreaterThan(0)
}, 240_000)

test('the country is opened to its parts, and what is not added has no number of it', async () => {
  for (const period of world.periods) {
    for (const map of [{ kind: 'reported' }, { kind: 'day', day: localDate('2026-11-22') }] as const) {
      const question = country('TX1', period, { map, from: world.random.of(['communes', 'any'] as const) })
      const opened = await openCell(cube, { kind: 'public' }, question, { measure: 0, unit: 0, period: 0 })
      if (!opened.ok) throw new Error(JSON.stringify(opened))
      const { cell, parts, missing } = opened.value
      const amounts = parts.map(({ value }) => (value.state === 'reported' ? value.amount : 0n))
      expect(amounts.reduce((sum: bigint, amount) => sum + amount, 0n)).toBe(cell.amount ?? 0n)
      expect(missing).toHaveLength(cell.expected - cell.counted)
      expect(parts.every(({ standing }) => standing === 'published')).toBe(true)
    }
    const none = await askCube(cube, { kind: 'public' }, country('TX5', period, { from: 'any' }))
    const cell = none.ok ? none.value.cell(0, 0, 0) : null
    expect(cell).toMatchObject({ amount: null, counted: 0, expected: 0 })
    expect(['absent', 'not-comparable']).toContain(cell?.state)
  }
}, 240_000)
