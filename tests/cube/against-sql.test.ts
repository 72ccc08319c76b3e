import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { askCube, openCell, openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { CubeQuestion } from '#modules/figures/cube-question.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { standings } from '#modules/figures/figure-set.ts'
import {
  addedCodes,
  measureOf,
  settleCubeWorld,
  writeAtRandom,
  type CubeWorld,
  type WorldUnit,
} from '../support/cube-world.ts'
import { useDatabase } from '../support/database.ts'
import { addedUp, leastsFor, unitValues, wholes } from './plain-sql.ts'

const database = useDatabase()
let world: CubeWorld
let cubes: Cube[]
beforeAll(async () => {
  world = await settleCubeWorld(database, Number(process.env.KHEO_CUBE_SEED ?? 41))
  // The second has no room to keep anything: it drops and fills all the time.
  cubes = [openCube(database.url), openCube(database.url, { megabytes: 8 })]
}, 240_000)
afterAll(() => Promise.all(cubes.map((cube) => cube.close())))

const sensitivityOf: Record<string, string> = { TX6: 'internal', TX7: 'total-only' }
type InForce = WorldUnit & { parent: string | null; kind: string }

async function inForceOn(day: string): Promise<InForce[]> {
  return database.asOwner<InForce>(
    `select unit_id as unit, province_id as province, level, kind, parent_id as parent from unit_version
     join unit on unit.id = unit_id where valid @> $1::date and tree = 'state' and code ~ '^(tinh|moi|huyen|xa|xamoi)-[0-9]{5}$'`,
    [day],
  )
}

function readerAtRandom(): Reader {
  const { random, units } = world
  if (random.chance(0.3)) return { kind: 'public' }
  const ofUnit = random.chance(0.6)
    ? random.of(units.filter(({ level }) => level === 'province'))
    : random.of(units.filter(({ level }) => level === 'commune'))
  const duty = ofUnit.level === 'province' ? 'province-officer' : 'commune-officer'
  const { unit, province } = ofUnit
  return { kind: 'officer', actor: { account: newId<'Account'>(), name: 'Người đọc', duty, unit, province } }
}

test('after thousands of writes, every answer is what plain SQL says of the ledger', async () => {
  const { random, periods } = world
  let [compared, known, asked] = [0, 0, 0]
  for (let round = 0; round < 30; round += 1) {
    for (let write = 0; write < (round < 10 ? 110 : 30); write += 1) await writeAtRandom(database, world)
    for (let at = 0; at < 8; at += 1) {
      const period = random.of(periods)
      const reader = readerAtRandom()
      const counts = random.of(standings)
      const from = random.of(['communes', 'any'] as const)
      const units = await inForceOn(period.to)
      const ratio = random.chance(0.3) ? random.of(['TX4', 'TX9'] as const) : null
      const cell = { code: ratio ?? random.of(addedCodes), dimension: !ratio && random.chance(0.2) ? 'a' : '' }
      if (cell.code === 'TX5') continue
      const question: CubeQuestion = {
        ...{ measures: [measureOf(cell.code, cell.dimension)], units: units.map(({ unit }) => unit) },
        ...{ periods: [period], map: { kind: 'reported' }, counts, from },
      }
      const answer = await askCube(random.chance(0.7) ? first() : second(), reader, question)
      const leasts = leastsFor(reader, units, sensitivityOf[cell.code] ?? 'public', counts)
      asked += 1
      if (!answer.ok) {
        expect(answer).toMatchObject({ refusal: { code: 'may-not-see', given: cell.code } })
        expect(leasts.size).toBe(0)
        continue
      }
      const codes = ratio === 'TX4' ? ['TX1', 'TX3'] : ratio === 'TX9' ? ['TX1'] : [cell.code]
      const values = await Promise.all(
        codes.map((code) => unitValues(database, { code, dimension: cell.dimension }, period, leasts, from)),
      )
      units.forEach((unit, place) => {
        const plain = addedUp(unit, units, values, from, ratio === 'TX9' ? 'commune' : null)
        const found = answer.value.cell(0, place, 0)
        compared += 1
        if (found.state === 'known') known += 1
        compareCell(found, plain, ratio, units, unit)
      })
    }
  }
  expect(asked).toBeGreaterThan(150)
  expect(compared).toBeGreaterThan(5_000)
  expect(known).toBeGreaterThan(400)
}, 600_000)

function compareCell(
  found: CubeCell,
  plain: ReturnType<typeof addedUp>,
  ratio: 'TX4' | 'TX9' | null,
  units: readonly InForce[],
  unit: InForce,
): void {
  const sums = plain.columns.map((rows) => rows.reduce((sum, row) => sum + wholes(row.amount), 0n))
  // An average over what larger units say of themselves is another test's: here its divisor is the communes that gave.
  if (
    ratio === 'TX9' &&
    units.some((one) => one.unit === unit.unit && one.level !== 'commune') &&
    found.counted !== plain.counted
  )
    return
  const expected = { counted: plain.counted, expected: plain.counted + plain.missing }
  if (plain.counted === 0) {
    const state = plain.missing === 0 && plain.none > 0 ? 'not-applicable' : 'absent'
    expect(found).toMatchObject({ ...expected, state, amount: null })
    return
  }
  if (ratio === null) {
    const amount = sums[0] ?? 0n
    expect(found).toMatchObject({
      ...expected,
      state: 'known',
      amount,
      qualifier: amount === 0n ? 'exact' : plain.hedges[0],
    })
    return
  }
  if (ratio === 'TX9') return
  const [above = 0n, below = 0n] = sums
  if (below === 0n) expect(found).toMatchObject({ ...expected, state: 'undefined', reason: { why: 'divided-by-zero' } })
  else {
    // Rounded half away from zero to two decimals.
    const twice = (above * 10_000n * 2n + below) / (below * 2n)
    expect(found).toMatchObject({ ...expected, state: 'known', amount: twice * 100n })
  }
}

const first = (): Cube => cubeAt(0)
const second = (): Cube => cubeAt(1)
function cubeAt(at: number): Cube {
  const cube = cubes[at]
  if (!cube) throw new Error('No cube')
  return cube
}

test('a number that is opened is the sum of its parts, and names every unit that is missing', async () => {
  const { random, periods, units } = world
  for (let at = 0; at < 60; at += 1) {
    const period = random.of(periods)
    const inForce = await inForceOn(period.to)
    const target = random.of(inForce.filter(({ level }) => level !== 'commune'))
    const question: CubeQuestion = {
      ...{ measures: [measureOf('TX1')], units: [target.unit], periods: [period] },
      ...{ map: { kind: 'reported' }, counts: 'open', from: random.of(['communes', 'any'] as const) },
    }
    const opened = await openCell(first(), { kind: 'public' }, question, { measure: 0, unit: 0, period: 0 })
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    const { cell, parts, missing } = opened.value
    const amounts = parts.map(({ value }) => (value.state === 'reported' ? value.amount : 0n))
    expect(amounts.reduce((sum: bigint, amount) => sum + amount, 0n)).toBe(cell.amount ?? 0n)
    expect(missing).toHaveLength(cell.expected - cell.counted)
    expect(parts.every(({ standing }) => standing === 'published')).toBe(true)
    expect(units.length).toBeGreaterThan(0)
  }
}, 240_000)
