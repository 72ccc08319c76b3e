import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import { askCube, openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeQuestion, QuestionMap } from '#modules/figures/cube-question.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { standings } from '#modules/figures/figure-set.ts'
import { fillWorld, measureOf, settleCubeWorld, writeAtRandom, type CubeWorld } from '../support/cube-world.ts'
import { useDatabase } from '../support/database.ts'
import { plainLandings, plainLedger, type PlainLanding, type PlainLedger, type UnitOfDay } from './plain-ledger.ts'
import { measureAtRandom, numberOf, type PlainMeasure } from './plain-measures.ts'
import { addedOnMap, addedUp, type Adding, type PlainSums } from './plain-sums.ts'
import { leastsFor } from './plain-sql.ts'

const database = useDatabase()
const [before, after] = [localDate('2025-06-30'), localDate('2025-07-01')]
/** By how much the run is longer than the usual one: KHEO_CUBE_TIMES=10 for an hour by hand. */
const times = Number(process.env.KHEO_CUBE_TIMES ?? 1)
const rounds = 20 * times
const questionsARound = 150

let world: CubeWorld
let cubes: Cube[]
let landings: Map<string, PlainLanding[]>
let days: Map<string, Day>
beforeAll(async () => {
  world = await settleCubeWorld(database, Number(process.env.KHEO_CUBE_SEED ?? 2026))
  await fillWorld(database, world)
  // The second has no room to keep anything: it drops and fills all the time.
  cubes = [openCube(database.url), openCube(database.url, { megabytes: 8 })]
  const all = await plainLandings(database, [before, after])
  landings = Map.groupBy(all, ({ from, level }) => `${from} ${level}`)
  days = new Map(await Promise.all([before, after].map(async (day) => [day, await dayOf(day)] as const)))
  cut = all
}, 240_000)
let cut: PlainLanding[]
afterAll(() => Promise.all(cubes.map((cube) => cube.close())))

/** The units of a day, and what stands under each: two days are enough, there is one reform. */
type Day = {
  units: readonly UnitOfDay[]
  byId: ReadonlyMap<string, UnitOfDay>
  childrenOf(unit: string): readonly UnitOfDay[]
}

async function dayOf(day: string): Promise<Day> {
  const units = await database.asOwner<UnitOfDay>(
    `select unit_id as unit, province_id as province, level, kind, parent_id as parent from unit_version
     join unit on unit.id = unit_id where valid @> $1::date and tree = 'state' and code ~ '^(tinh|moi|huyen|xa|xamoi)-[0-9]{5}$'`,
    [day],
  )
  const children = Map.groupBy(units, ({ parent }) => parent)
  const byId = new Map(units.map((one) => [one.unit, one]))
  return { units, byId, childrenOf: (unit) => children.get(unit) ?? [] }
}

function dayAt(day: string): Day {
  const found = days.get(day < after ? before : after)
  if (!found) throw new Error(`No units of ${day}`)
  return found
}

function readerAtRandom(): Reader {
  const { random, units } = world
  if (random.chance(0.3)) return { kind: 'public' }
  const level = random.chance(0.6) ? 'province' : 'commune'
  const { unit, province } = random.of(units.filter((one) => one.level === level))
  const duty = level === 'province' ? 'province-officer' : 'commune-officer'
  return { kind: 'officer', actor: { account: newId<'Account'>(), name: 'Người đọc', duty, unit, province } }
}

/** Of cells that are added over the same units, the strictest rule of any of them holds. */
function sensitivityOf(cells: readonly string[]): string {
  if (cells.some((cell) => cell.startsWith('TX6'))) return 'internal'
  return cells.some((cell) => cell.startsWith('TX7')) ? 'total-only' : 'public'
}

type Asked = { question: CubeQuestion; measures: readonly PlainMeasure[]; reader: Reader }

function questionAtRandom(): Asked {
  const { random, periods } = world
  const isOnMap = random.chance(0.4)
  const map: QuestionMap = isOnMap
    ? { kind: 'day', day: localDate(random.of(['2024-12-31', '2025-06-30', '2025-07-01', '2026-03-31'])) }
    : { kind: 'reported' }
  const measures = Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => measureAtRandom(random, isOnMap))
  const asked = Array.from({ length: 1 + random.below(3) }, () => random.of(periods))
  const unitsThere = dayAt(map.kind === 'day' ? map.day : (asked[0]?.to ?? after)).units
  const larger = unitsThere.filter(({ level }) => level !== 'commune')
  const units = Array.from({ length: 3 + random.below(10) }, () => random.of(random.chance(0.5) ? larger : unitsThere))
  const question: CubeQuestion = {
    measures: measures.map(({ expression, key }) => ({ ...measureOf(key), expression })),
    units: [...new Set(units.map(({ unit }) => unit as CubeQuestion['units'][number]))],
    periods: [...new Set(asked)],
    ...{ map, counts: random.of(standings) },
    // What larger units say of themselves is read on other maps in cube-maps.test.ts.
    from: isOnMap || measures.some(({ kind }) => kind !== null) ? 'communes' : random.of(['communes', 'any'] as const),
  }
  return { question, measures, reader: readerAtRandom() }
}

/** What plain sums say of one number of an answer; null where the unit was not there. */
function plainSums(
  ledger: PlainLedger,
  { question, reader }: Asked,
  measure: PlainMeasure,
  period: Period,
  unit: string,
) {
  const then = dayAt(period.to)
  const { map, from, counts } = question
  const away = strangers(ledger, period, then)
  const there = map.kind === 'day' ? dayAt(map.day).byId.get(unit) : then.byId.get(unit)
  // Whoever has a report of a period in which it was not there stands behind all others, part of none.
  const target = there ?? (map.kind === 'reported' ? away.find((one) => one.unit === unit) : undefined)
  if (!target) return null
  const everybody = [...then.units, ...away]
  return measure.groups.map((cells): PlainSums => {
    const leasts = leastsFor(reader, everybody, sensitivityOf(cells), counts)
    const leastOf = (one: string): number | null => leasts.get(one) ?? null
    const adding: Adding = { ledger, period, cells, leastOf, from, kind: measure.kind }
    if (map.kind === 'reported') return addedUp(adding, target, there ? then.childrenOf : () => [])
    const communes = everybody.filter(({ level }) => level === 'commune')
    const isNeverNegative = !cells.some((cell) => cell.startsWith('TX7'))
    return addedOnMap(adding, target, communes, landingsOn(map.day), isNeverNegative)
  })
}

const strangersKept = new Map<string, UnitOfDay[]>()

function strangers(ledger: PlainLedger, period: Period, then: Day): readonly UnitOfDay[] {
  const key = `${period.from} ${period.to}`
  const known = strangersKept.get(key)
  if (known) return known
  const found = world.units
    .filter(({ unit }) => !then.byId.has(unit) && ledger.hasSet(period, unit))
    .map((one) => ({
      ...one,
      parent: null,
      kind: dayAt(one.until === null ? after : before).byId.get(one.unit)?.kind ?? '',
    }))
  strangersKept.set(key, found)
  return found
}

function landingsOn(day: string): (unit: string, level: string) => readonly PlainLanding[] {
  const { byId } = dayAt(day)
  return (unit, level) => {
    const own = byId.get(unit)
    if (!own) return landings.get(`${unit} ${level}`) ?? []
    const over = level === 'commune' ? unit : level === 'district' ? own.parent : own.province
    return over === null ? [] : [{ from: unit, level, target: over, share: null, count: 1 }]
  }
}

function compare(found: CubeCell, plain: readonly PlainSums[] | null, measure: PlainMeasure): boolean {
  if (plain === null) {
    expect(found).toMatchObject({ state: 'absent', amount: null, reason: { why: 'not-in-force' } })
    return true
  }
  const number = numberOf(measure, plain)
  if (number === 'unknown') return false
  expect(found).toMatchObject(number)
  return true
}

test(
  'after thousands of writes, thousands of questions have the answers of plain SQL',
  async () => {
    const seen = { questions: 0, refused: 0, cells: 0, known: 0, onMap: 0, formulas: 0, apportioned: 0 }
    for (let round = 0; round < rounds; round += 1) {
      for (let write = 0; write < (round < 8 ? 60 : 25); write += 1) await writeAtRandom(database, world)
      const ledger = await plainLedger(database, cut)
      strangersKept.clear()
      for (let at = 0; at < questionsARound; at += 1) {
        const asked = questionAtRandom()
        const { question, measures } = asked
        const cube = world.random.chance(0.95) ? cubes[0] : cubes[1]
        const answer = cube && (await askCube(cube, asked.reader, question))
        seen.questions += 1
        if (!answer?.ok) {
          expect(answer).toMatchObject({ refusal: { code: 'may-not-see' } })
          seen.refused += 1
          continue
        }
        measures.forEach((measure, m) => {
          question.units.forEach((unit, u) => {
            question.periods.forEach((period, p) => {
              const found = answer.value.cell(m, u, p)
              const plain = plainSums(ledger, asked, measure, period, unit)
              try {
                if (!compare(found, plain, measure)) return
              } catch (error) {
                const what = {
                  measure: measure.key,
                  unit,
                  period: `${period.from} ${period.to}`,
                  map: question.map,
                  reader: asked.reader,
                }
                throw new Error(
                  `${JSON.stringify({ ...what, counts: question.counts, from: question.from })}: ${String(error)}`,
                  {
                    cause: error,
                  },
                )
              }
              seen.cells += 1
              if (found.state === 'known') seen.known += 1
              if (question.map.kind === 'day') seen.onMap += 1
              if (measure.formula) seen.formulas += 1
              if (found.flag === 'apportioned') seen.apportioned += 1
            })
          })
        })
      }
    }
    process.stderr.write(`${JSON.stringify(seen)}\n`)
    expect(seen.questions).toBe(rounds * questionsARound)
    expect(seen.refused).toBeLessThan(seen.questions / 5)
    expect(seen.cells).toBeGreaterThan(20_000)
    expect(seen.known).toBeGreaterThan(7_000)
    expect(seen.onMap).toBeGreaterThan(5_000)
    expect(seen.formulas).toBeGreaterThan(5_000)
    expect(seen.apportioned).toBeGreaterThan(50)
  },
  900_000 * times,
)
