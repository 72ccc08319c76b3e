import type { DuckDBConnection } from '@duckdb/node-api'
import type { CubeAnswer } from '#modules/figures/cube-answer.ts'
import type { CubeQuestion, Measure } from '#modules/figures/cube-question.ts'
import { askCube } from '#modules/figures/cube.server.ts'
import { divide, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Ledger } from './ledger.ts'
import { oldMonths } from './duck.ts'
import { today, type BenchPlace } from './place.ts'

/** What is asked of all three: so many indicators, of all provinces or of the communes of one or of all, for some months. */
export type BenchQuestion = {
  name: string
  indicators: readonly number[]
  over: { by: 'province' } | { by: 'commune'; of: number | null }
  months: readonly number[]
  /** The last of two indicators under the first, added before they are divided. */
  isRatio?: true
  /** Of the figures of before 1 July 2025, on the map of today. */
  isOnMap?: true
}

/** Every known number of an answer by its place, so that three answers can be held beside one another. */
export type Numbers = Map<string, string>

export async function byCube(place: BenchPlace, asked: BenchQuestion, cube = place.cube): Promise<CubeAnswer> {
  const found = await askCube(cube, { kind: 'public' }, questionOf(place, asked))
  if (!found.ok) throw new Error(`The cube refused “${asked.name}”: ${JSON.stringify(found)}`)
  return found.value
}

function questionOf({ ledger, before }: BenchPlace, asked: BenchQuestion): CubeQuestion {
  const { months } = asked.isOnMap ? before : ledger
  const periods = asked.months.flatMap((month) => months[month] ?? [])
  const map = asked.isOnMap ? ({ kind: 'day', day: today } as const) : ({ kind: 'reported' } as const)
  return {
    periods,
    map,
    counts: 'published',
    from: 'communes',
    measures: measuresOf(ledger, asked),
    units: unitsOf(ledger, asked),
  }
}

function unitsOf({ provinces, communes }: Ledger, { over }: BenchQuestion): UnitId[] {
  if (over.by !== 'commune') return provinces.map(({ unit }) => unit)
  const province = over.of === null ? null : provinces[over.of]?.unit
  return communes.filter((one) => province === null || one.province === province).map(({ unit }) => unit)
}

function measuresOf(ledger: Ledger, { indicators, isRatio }: BenchQuestion): Measure[] {
  const about = { unitOfCount: 'việc', numeral: 'decimal', direction: 'context' } as const
  const cells = indicators.map((at) => {
    const { code = '', name = '' } = ledger.indicators[at] ?? {}
    return { ...about, key: code, name, expression: { kind: 'cell', cell: { code, dimension: '' } } } as const
  })
  const [over, under] = cells
  if (!isRatio || !over || !under) return cells
  const ratio = { kind: 'ratio', numerator: over.expression, denominator: under.expression, factor: 100 } as const
  return [{ ...over, key: `${over.key} / ${under.key} %`, expression: ratio }]
}

export function numbersOfCube(answer: CubeAnswer): Numbers {
  const { measures, units, periods } = answer.question
  const numbers: Numbers = new Map()
  for (let measure = 0; measure < measures.length; measure += 1) {
    for (let unit = 0; unit < units.length; unit += 1) {
      for (let period = 0; period < periods.length; period += 1) {
        const { amount } = answer.cell(measure, unit, period)
        const key = [measures[measure]?.key.split(' ')[0], units[unit], periods[period]?.to].join(' ')
        if (amount !== null) numbers.set(key, toDecimalText(amount))
      }
    }
  }
  return numbers
}

/** The same in SQL, over the index that the cube fills itself from. Whether a unit is a commune in force is spared it. */
export async function byPostgres({ owner, ledger, before }: BenchPlace, asked: BenchQuestion): Promise<Numbers> {
  const codes = asked.indicators.map((at) => `${ledger.indicators[at]?.code ?? ''}@1`)
  const days = asked.months.map((month) => (asked.isOnMap ? before : ledger).months[month]?.to)
  const province = asked.over.by === 'commune' && asked.over.of !== null ? ledger.provinces[asked.over.of]?.unit : null
  const unit = asked.over.by === 'commune' ? 'value.unit_id' : 'value.province_id'
  const { rows } = await owner.query<[string, string, string, string]>({
    text: asked.isRatio ? ratioInSql : asked.isOnMap ? onMapInSql : sumInSql(unit, province !== null),
    values: [codes, days, ...(asked.isOnMap ? [today] : province ? [province] : [])],
    rowMode: 'array',
  })
  return new Map(rows.map(([code, of, to, amount]) => [`${code.split('@')[0] ?? ''} ${of} ${to}`, tidy(amount)]))
}

function sumInSql(unit: string, ofProvince: boolean): string {
  return `select indicator_version, ${unit}, value.period_to, sum(coalesce(amount, 0))
    from figure_value value
    join figure_set as set on set.province_id = value.province_id and set.id = value.set_id
    where indicator_version = any($1::text[]) and dimension = '' and value.period_to = any($2::date[])
      and state in ('reported', 'zero') and set.standing = 'published' and set.origin = 'entered'
      ${ofProvince ? 'and value.province_id = $3' : ''}
    group by indicator_version, ${unit}, value.period_to`
}

const decimalsOfShares = 2

/** Of the communes that gave both. */
const ratioInSql = `select one.indicator_version, one.province_id, one.period_to,
    round(100 * sum(coalesce(one.amount, 0)) / nullif(sum(coalesce(other.amount, 0)), 0), ${decimalsOfShares})
  from figure_value one
  join figure_value other using (province_id, unit_id, period_from, period_to, dimension)
  join figure_set as set on set.province_id = one.province_id and set.id = one.set_id
  where one.indicator_version = ($1::text[])[1] and other.indicator_version = ($1::text[])[2] and dimension = ''
    and one.period_to = any($2::date[]) and one.state in ('reported', 'zero') and other.state in ('reported', 'zero')
    and set.standing = 'published' and set.origin = 'entered'
  group by one.indicator_version, one.province_id, one.period_to`

/** A commune that was divided went to one province in the generated country, so that no share is needed. */
const onMapInSql = `with landing as (
    select distinct from_unit_id as unit_id, version.province_id
    from territorial_link link join unit_version version on version.unit_id = to_unit_id and valid @> $3::date
    where level = 'commune')
  select indicator_version, landing.province_id, value.period_to, sum(coalesce(amount, 0))
  from figure_value value
  join figure_set as set on set.province_id = value.province_id and set.id = value.set_id
  join landing on landing.unit_id = value.unit_id
  where indicator_version = any($1::text[]) and dimension = '' and value.period_to = any($2::date[])
    and state in ('reported', 'zero') and set.standing = 'published' and set.origin = 'entered'
  group by indicator_version, landing.province_id, value.period_to`

/** The same over DuckDB's columns: every set there is published, so it is not asked. */
export async function byDuck({ duck, ledger, before }: BenchPlace, asked: BenchQuestion): Promise<Numbers> {
  if (!duck) return new Map()
  if (asked.isOnMap) return onMapByDuck(duck, ledger, before, asked)
  const { over } = asked
  const unit = over.by === 'commune' ? 'commune' : 'province'
  const among = over.by === 'commune' && over.of !== null ? `and province = ${over.of}` : ''
  const months = asked.months.join()
  const text = asked.isRatio
    ? `select one.indicator, one.province, one.month, sum(one.amount)::bigint, sum(other.amount)::bigint
       from figure one join figure other using (commune, month)
       where one.indicator = ${asked.indicators[0] ?? 0} and other.indicator = ${asked.indicators[1] ?? 0}
         and one.month in (${months}) and one.amount is not null and other.amount is not null
       group by one.indicator, one.province, one.month`
    : `select indicator, ${unit}, month, sum(amount)::bigint from figure
       where indicator in (${asked.indicators.join()}) and month in (${months}) and amount is not null ${among}
       group by indicator, ${unit}, month`
  const units = unit === 'commune' ? ledger.communes : ledger.provinces
  const rows = (await duck.runAndReadAll(text)).getRows() as [number, number, number, bigint, bigint?][]
  return new Map(
    rows.map(([indicator, of, month, amount, under]) => [
      [ledger.indicators[indicator]?.code, units[of]?.unit, ledger.months[month]?.to].join(' '),
      under === undefined ? tidy(tenThousandths(amount)) : percentage(amount, under),
    ]),
  )
}

async function onMapByDuck(
  duck: DuckDBConnection,
  ledger: Ledger,
  before: Ledger,
  asked: BenchQuestion,
): Promise<Numbers> {
  const text = `select indicator, landing.province, month, sum(amount)::bigint from figure join landing using (commune)
    where indicator in (${asked.indicators.join()}) and month in (${asked.months.map((month) => month + oldMonths).join()})
      and amount is not null group by indicator, landing.province, month`
  const rows = (await duck.runAndReadAll(text)).getRows() as [number, number, number, bigint][]
  return new Map(
    rows.map(([indicator, of, month, amount]) => [
      [ledger.indicators[indicator]?.code, ledger.provinces[of]?.unit, before.months[month - oldMonths]?.to].join(' '),
      tidy(tenThousandths(amount)),
    ]),
  )
}

function tenThousandths(amount: bigint): string {
  return `${amount / 10_000n}.${String(amount % 10_000n).padStart(4, '0')}`
}

/** Divided once and exactly, as the cube does it: DuckDB's own quotient is a binary fraction. */
function percentage(over: bigint, under: bigint): string {
  const share = divide((over * 100n) as Quantity, under as Quantity, decimalsOfShares)
  return share === null ? '' : toDecimalText(share)
}

function tidy(amount: string): string {
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount
}
