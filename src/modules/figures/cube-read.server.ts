import type pg from 'pg'
import { localDate, type LocalDate, addDays } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { flagOf, standingNumber, unitsOf } from './cube-slab.ts'
import type { Clocks, Composition, Definition, Definitions, SetRow, SlabRows, ValueRow } from './cube-memory.ts'
import type { FigureSetId } from './figure-set.ts'
import type { IndicatorVersionId } from './indicator.ts'
import { readIndicator, type IndicatorRow } from './indicators.server.ts'

/** What changed since the cube last looked: everything in one statement, and so in one snapshot. */
export type Tail = { clocks: Clocks; sets: SetRow[]; values: ValueRow[]; isTooLong: boolean; definitions: string }

/** More changes than this in one province are not followed one by one: the cube is filled again. */
const mostChanges = 20_000

// No change of a figure tells that a definition changed, its sensitivity for one: the rows themselves do.
const definitionsState = `(select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from indicator_version) as definitions`

// Between two numbers, not above one: of an open end the planner expects a third of the ledger, and reads all of a small one.
const tailQuestion = `
  select clock.province_id, clock.n, ${definitionsState},
    case when clock.n - clock.known between 1 and ${mostChanges} then (
      select json_agg(json_build_array(change.unit_id, change.indicator_version, change.dimension, change.period_from,
        change.period_to, change.state, change.qualifier, change.amount::text, change.set_id) order by change.n)
      from figure_change as change
      where change.province_id = clock.province_id and change.n between clock.known + 1 and clock.n) end as changes,
    case when clock.n - clock.known between 1 and ${mostChanges} then (
      select json_agg(json_build_array(one.id, one.unit_id, one.period_from, one.period_to, one.standing, one.origin))
      from figure_set as one
      where one.province_id = clock.province_id and one.n between clock.known + 1 and clock.n) end as sets,
    clock.n - clock.known > ${mostChanges} as too_long
  from (
    select figure_clock.province_id, figure_clock.n, coalesce(given.n, 0) as known
    from figure_clock
    left join unnest($1::uuid[], $2::bigint[]) as given (province_id, n) on given.province_id = figure_clock.province_id
  ) as clock`

type TailRow = {
  province_id: UnitId
  n: number
  definitions: string
  changes:
    [UnitId, IndicatorVersionId, string, LocalDate, LocalDate, string, string, string | null, FigureSetId][] | null
  sets: [FigureSetId, UnitId, LocalDate, LocalDate, string, string][] | null
  too_long: boolean
}

// Days and ids come as the database writes them, and the checks of the tables hold the words to the known ones.
export async function readTail(pool: pg.Pool, known: Clocks): Promise<Tail> {
  const { rows } = await pool.query<TailRow>({
    name: 'cube-tail',
    text: tailQuestion,
    values: [[...known.keys()], [...known.values()]],
  })
  return {
    clocks: new Map(rows.map(({ province_id, n }) => [province_id, n])),
    sets: rows.flatMap(({ sets }) =>
      (sets ?? []).map(([id, unit, from, to, standing, origin]) => ({
        ...{ id, unit, from, to, standing: standingNumber(standing) },
        isPublishedSource: origin === 'published-source',
      })),
    ),
    values: rows.flatMap(({ changes }) =>
      (changes ?? []).map(([unit, version, dimension, from, to, state, qualifier, amount, set]) => ({
        ...{ unit, version, dimension, from, to, set, flag: flagOf(state, qualifier) },
        units: amount === null ? 0 : unitsOf(amount),
      })),
    ),
    isTooLong: rows.some(({ too_long }) => too_long),
    definitions: rows[0]?.definitions ?? '',
  }
}

/** Where the ledger stands, for a memory that has nothing in it yet: no change is followed then. */
export async function readClocks(pool: pg.Pool): Promise<Tail> {
  const { rows } = await pool.query<{ province_id: UnitId; n: number; definitions: string }>(
    `select province_id, n, ${definitionsState} from figure_clock`,
  )
  const clocks = new Map(rows.map(({ province_id, n }) => [province_id, n]))
  return { clocks, sets: [], values: [], isTooLong: false, definitions: rows[0]?.definitions ?? '' }
}

const clocksNow = `(select coalesce(json_agg(json_build_array(province_id, n)), '[]') from figure_clock) as clocks`
const idLength = 36

/** All sets of the periods that end in a year, with the clocks of the same snapshot. */
export async function readYear(pool: pg.Pool, year: number): Promise<{ clocks: Clocks; sets: SetRow[] }> {
  const { rows } = await pool.query<{
    clocks: [UnitId, number][]
    from: LocalDate | null
    to: LocalDate
    ids: string
    units: string
    words: string
  }>({
    name: 'cube-year',
    text: `select ${clocksNow}, found.* from (select 1) as one left join (
      select period_from as from, period_to as to, string_agg(id::text, '') as ids, string_agg(unit_id::text, '') as units,
        string_agg(standing || ' ' || origin, ',') as words
      from figure_set where period_to between $1 and $2 group by period_from, period_to) as found on true`,
    values: [`${year}-01-01`, `${year}-12-31`],
  })
  const sets = rows.flatMap(({ from, to, ids, units, words }) => {
    if (from === null) return []
    return words.split(',').map((word, at): SetRow => {
      const [standing = '', origin] = word.split(' ')
      const [id, unit] = [idAt(ids, at) as FigureSetId, idAt(units, at) as UnitId]
      return {
        id,
        unit,
        from,
        to,
        standing: standingNumber(standing),
        isPublishedSource: origin === 'published-source',
      }
    })
  })
  return { clocks: new Map(rows[0]?.clocks), sets }
}

/** All values of an indicator for the periods that end in a year, with the clocks of the same snapshot. */
export async function readBook(
  pool: pg.Pool,
  versions: readonly IndicatorVersionId[],
  year: number,
): Promise<{ clocks: Clocks; slabs: SlabRows[] }> {
  const { rows } = await pool.query<{
    clocks: [UnitId, number][]
    version: IndicatorVersionId | null
    dimension: string
    from: LocalDate
    to: LocalDate
    units: string
    sets: string
    flags: string
    amounts: string
  }>({
    name: 'cube-book',
    text: `select ${clocksNow}, found.* from (select 1) as one left join (
      select indicator_version as version, dimension, period_from as from, period_to as to,
        string_agg(unit_id::text, '') as units, string_agg(set_id::text, '') as sets,
        string_agg(right(state, 1) || substr(qualifier, 2, 1), '') as flags,
        string_agg(coalesce(amount::text, ''), ',') as amounts
      from figure_value where indicator_version = any($1) and period_to between $2 and $3
      group by indicator_version, dimension, period_to, period_from) as found on true`,
    values: [versions, `${year}-01-01`, `${year}-12-31`],
  })
  const slabs = rows.flatMap(({ version, units, sets, flags, amounts, ...slab }): SlabRows[] => {
    if (version === null) return []
    const numbers = amounts.replaceAll('.', '').split(',')
    return [
      {
        ...slab,
        version,
        count: numbers.length,
        unit: (at) => idAt(units, at) as UnitId,
        set: (at) => idAt(sets, at) as FigureSetId,
        flag: (at) => flagBytes.get(flags.slice(at * 2, at * 2 + 2)) ?? 0,
        amount: (at) => wholeOf(numbers[at] ?? ''),
      },
    ]
  })
  return { clocks: new Map(rows[0]?.clocks), slabs }
}

// A letter of each word tells it from the others of its kind: half a million words of a filling are not sent whole.
const stateLetters = { d: 'reported', o: 'zero', e: 'not-applicable', n: 'not-yet-known' }
const qualifierLetters = { x: 'exact', v: 'over', b: 'about', n: 'under', s: 'estimate' }
const flagBytes = new Map(
  Object.entries(stateLetters).flatMap(([letter, state]) =>
    Object.entries(qualifierLetters).map(([second, qualifier]) => [letter + second, flagOf(state, qualifier)] as const),
  ),
)

function wholeOf(digits: string): bigint | number {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : BigInt(digits)
}

function idAt(ids: string, at: number): string {
  return ids.slice(at * idLength, at * idLength + idLength)
}

/** Every definition of every indicator, and the stated numbers of units within units. */
export async function readDefinitions(pool: pg.Pool): Promise<Definitions> {
  const { rows } = await pool.query<
    IndicatorRow & {
      from: string | null
      before: string | null
      dimensions: string[]
      comparable_with_previous: boolean
      change_note: string
    }
  >(`select *, lower(valid) as from, upper(valid) as before from indicator_version order by indicator_code, version`)
  const definitions = rows.map((row): Definition => {
    const { dimensions: parts, comparable_with_previous: comparable, change_note: changeNote } = row
    return { ...readIndicator(row), ...daysOf(row), parts, comparable, changeNote }
  })
  const stated = await pool.query<{
    unit_id: UnitId
    kind: string
    count: number
    from: string | null
    before: string | null
  }>(`select unit_id, kind, count, lower(valid) as from, upper(valid) as before from unit_composition`)
  const composition = Map.groupBy(
    stated.rows.map((row): Composition & { unit: UnitId } => ({
      ...{ unit: row.unit_id, kind: row.kind, count: row.count },
      ...daysOf(row),
    })),
    ({ unit }) => unit,
  )
  return {
    byCode: Map.groupBy(definitions, ({ code }) => code),
    byId: new Map(definitions.map((definition) => [definition.id, definition])),
    composition,
  }
}

function daysOf({ from, before }: { from: string | null; before: string | null }) {
  return {
    from: from === null ? null : localDate(from),
    until: before === null ? null : addDays(localDate(before), -1),
  }
}
