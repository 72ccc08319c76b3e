import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { askCube, openCell, openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeQuestion } from '#modules/figures/cube-question.ts'
import { cellKey, type Indicator } from '#modules/figures/indicator.ts'
import { readIndicator, type IndicatorRow } from '#modules/figures/indicators.server.ts'
import type { MapFigure } from '#modules/figures/map-figure.ts'
import { figuresOnMap, mapView } from '#modules/figures/map-view.ts'
import { publishedFigures } from '#modules/reporting/map-sources.server.ts'
import { destinationOf } from '#modules/territory/rebase.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { loadPublished } from '../../src/example.ts'
import { measureOf } from '../support/cube-world.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase()
let cube: Cube
type Source = { unit: UnitId; code: string; period: Period }
let sources: Source[]
let cells: { indicator: Indicator; dimension: string }[]

beforeAll(async () => {
  await loadPublished(database.db, new Date('2026-11-22T02:00:00Z'))
  cube = openCube(database.url)
  const rows = await database.asOwner<{ unit: UnitId; code: string; from: string; to: string }>(
    `select unit_id as unit, code, period_from as from, period_to as to from figure_set join unit on unit.id = unit_id
     where standing = 'published' order by code`,
  )
  sources = rows.map(({ unit, code, from, to }) => ({
    unit,
    code,
    period: periodBetween(localDate(from), localDate(to)),
  }))
  const given = await database.asOwner<IndicatorRow & { dimension: string }>(
    `select distinct version.*, value.dimension from figure_value as value
     join indicator_version as version on version.id = value.indicator_version where version.sensitivity = 'public'
     union select version.*, '' from indicator_version as version where over_territory = 'ratio-of-sums'`,
  )
  cells = given.map((row) => ({ indicator: readIndicator(row), dimension: row.dimension }))
}, 240_000)
afterAll(() => cube.close())

test('the five published sources, read on the map of any day, are what the map pages say of them', async () => {
  expect(sources).toHaveLength(5)
  let [known, apart] = [0, 0]
  await inScope(database.db, { reach: 'public' }, async (tx) => {
    const register = await currentRegister(tx)
    for (const { unit, period } of sources) {
      const found = await publishedFigures(tx, register, new Set(register.units), period)
      for (const day of [period.to, localDate('2025-06-30'), localDate('2026-11-22')]) {
        if (day < register.begins) continue
        for (const target of targetsOf(register, unit, day)) {
          const level = unitAt(register, target, day)?.level
          if (!level) continue
          const view = mapView({ register, on: period.to, to: { day, level }, sources: found })
          const figures = figuresOnMap(view, target, cells)
          const question: CubeQuestion = {
            measures: cells.map(({ indicator, dimension }) => measureOf(indicator.code, dimension)),
            ...{ units: [target], periods: [period], map: { kind: 'day', day }, counts: 'published', from: 'any' },
          }
          const answer = await askCube(cube, { kind: 'public' }, question)
          if (!answer.ok) throw new Error(JSON.stringify(answer))
          cells.forEach(({ indicator, dimension }, measure) => {
            const figure = figures.get(cellKey({ code: indicator.code, dimension }))
            if (!figure) throw new Error('No figure')
            const cell = answer.value.cell(measure, 0, 0)
            const { state, amount, qualifier, flag, counted } = cell
            // A township has no part in an average per xã, whether anybody says so of it or not.
            const isOfKind = unitAt(register, target, day)?.kind === 'commune' || level !== 'commune'
            if (indicator.denominatorKind && !isOfKind && state === 'not-applicable') return
            const where = `${indicator.code} of ${target} on ${day}`
            expect({ state, amount, qualifier, flag, counted }, where).toEqual({
              ...toldBy(figure),
              counted: figure.counted,
            })
            if (state === 'known') known += 1
            if (state === 'not-comparable') apart += 1
          })
        }
      }
    }
  })
  expect(known).toBeGreaterThan(100)
  expect(apart).toBeGreaterThan(10)
}, 240_000)

function targetsOf(register: Register, unit: UnitId, day: Source['period']['to']): UnitId[] {
  const levels = ['province', 'district', 'commune'] as const
  return levels.flatMap((level) =>
    destinationOf(register, unit, { day, level })
      .parts.slice(0, 3)
      .map((part) => part.unit),
  )
}

function toldBy({ standing, counted }: MapFigure) {
  const nothing = { amount: null, qualifier: 'exact', flag: 'exact' }
  if (standing.kind === 'absent' && counted > 0) return { state: 'undefined', ...nothing }
  if (standing.kind !== 'known') return { state: standing.kind, ...nothing }
  const { value, flag } = standing
  if (value.state === 'not-applicable') return { state: 'not-applicable', ...nothing }
  if (value.state !== 'reported') return { state: 'known', amount: 0n, qualifier: 'exact', flag }
  return { state: 'known', amount: value.amount, qualifier: value.qualifier, flag }
}

test('as reported each stands with its hedge, and opens to the report it stands in', async () => {
  const kimSon = sources.find(({ code }) => code === 'huyen-kim-son')
  if (!kimSon) throw new Error('Kim Sơn is not there')
  const question: CubeQuestion = {
    ...{ measures: [measureOf('F01')], units: [kimSon.unit], periods: [kimSon.period] },
    ...{ map: { kind: 'reported' }, counts: 'published', from: 'any' },
  }
  const opened = await openCell(cube, { kind: 'public' }, question, { measure: 0, unit: 0, period: 0 })
  expect(opened).toMatchObject({
    ok: true,
    value: {
      cell: { state: 'known', amount: 32_000_000n, qualifier: 'over', counted: 1, expected: 1 },
      parts: [{ unit: kimSon.unit, standing: 'published', origin: 'published-source', use: 'counted' }],
      missing: [],
    },
  })
  // From what communes entered alone, nobody has given anything: it is missing, not zero.
  const communes = await askCube(cube, { kind: 'public' }, { ...question, from: 'communes' })
  expect(communes.ok && communes.value.cell(0, 0, 0)).toMatchObject({ state: 'absent', counted: 0 })
})

test('what cannot be answered is said before anything is read', async () => {
  const [one] = sources
  if (!one) throw new Error('No source')
  const question: CubeQuestion = {
    ...{ measures: [measureOf('F01')], units: [one.unit], periods: [one.period] },
    ...{ map: { kind: 'reported' }, counts: 'published', from: 'any' },
  }
  const refusal = async (change: Partial<CubeQuestion>) => {
    const answer = await askCube(cube, { kind: 'public' }, { ...question, ...change })
    return answer.ok ? null : answer.kind === 'refused' ? answer.refusal : answer.kind
  }
  const many = Array.from({ length: 1000 }, () => measureOf('F01'))
  expect(await refusal({ measures: many, units: Array.from({ length: 1001 }, () => one.unit) })).toEqual({
    ...{ code: 'too-many-cells', cells: 1_001_000, most: 100_000 },
  })
  expect(await refusal({ units: [] })).toEqual({ code: 'nothing-asked', of: 'units' })
  expect(await refusal({ measures: [measureOf('ZZ9')] })).toEqual({ code: 'unknown-indicator', given: 'ZZ9' })
  expect(await refusal({ measures: [measureOf('K01', 'khong-co')] })).toMatchObject({ code: 'unknown-part' })
  expect(await refusal({ units: ['019300a1-4c00-7000-9000-00000000ffff' as UnitId] })).toMatchObject({
    code: 'unknown-unit',
  })
  expect(await refusal({ map: { kind: 'day', day: localDate('1990-01-01') } })).toMatchObject({
    code: 'before-register',
  })
})
