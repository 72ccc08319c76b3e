import type { Period } from '#kernel/period.ts'
import { monthOf, quarterOf, yearOf } from '#kernel/period.ts'
import { standings, type SetStanding } from '#modules/figures/figure-set.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import type { TestDatabase } from '../support/database.ts'
import type { WorldUnit } from '../support/cube-world.ts'

/** What the cube should say, worked out by PostgreSQL from the ledger alone; nothing of the cube is used here. */
export type Plain = { state: string; amount: string | null; qualifier: string; counted: number; expected: number }

type UnitValue = { unit: string; state: string; qualifier: string; amount: string }

const overTime: Record<string, 'sum' | 'last' | 'first' | 'none'> = {
  TX2: 'last',
  TX3: 'first',
  TX5: 'none',
  TX8: 'none',
}

// The parts of each quarter and year of the world, as rows: whole, part, its place, how many there are.
const quarters = [quarterOf(2025, 2), quarterOf(2025, 3), quarterOf(2025, 4), quarterOf(2025, 1), quarterOf(2026, 1)]
const rowsOf = (whole: Period, parts: Period[]): string[] =>
  parts.map(
    (part, at) => `('${whole.from}'::date, '${whole.to}'::date, '${part.from}'::date, '${part.to}'::date, ${at + 1})`,
  )
const monthRows = quarters.flatMap((quarter) => {
  const [year, month] = [Number(quarter.from.slice(0, 4)), Number(quarter.from.slice(5, 7))]
  return rowsOf(
    quarter,
    [0, 1, 2].map((step) => monthOf(year, month + step)),
  )
})
const quarterRows = rowsOf(
  yearOf(2025),
  [1, 2, 3, 4].map((one) => quarterOf(2025, one as 1 | 2 | 3 | 4)),
)

function wholeFrom(source: string, parts: string[], of: number, how: 'sum' | 'last' | 'first' | 'none'): string {
  const at = how === 'first' ? 1 : of
  const own = how === 'sum' ? 'true' : `part.at = ${at}`
  const isWhole = {
    sum: `count(*) = ${of}`,
    last: `bool_or(part.at = ${of})`,
    first: 'bool_or(part.at = 1)',
    none: 'false',
  }
  return `select part.f, part.t, one.unit_id,
      case when bool_and(one.state = 'not-applicable') filter (where ${own}) then 'not-applicable'
           when coalesce(sum(one.amount) filter (where ${own}), 0) = 0 then 'zero' else 'reported' end as state,
      case when coalesce(sum(one.amount) filter (where ${own}), 0) = 0 then 'exact'
        else case count(distinct one.qualifier) filter (where ${own} and one.state = 'reported' and one.qualifier <> 'exact')
          when 0 then 'exact' when 1 then max(one.qualifier) filter (where ${own} and one.state = 'reported' and one.qualifier <> 'exact')
          else 'about' end end as qualifier,
      coalesce(sum(one.amount) filter (where ${own}), 0) as amount
    from (values ${parts.join(', ')}) as part (f, t, pf, pt, at)
    join ${source} as one on one.f = part.pf and one.t = part.pt
    group by part.f, part.t, one.unit_id having ${isWhole[how]}`
}

/** What each unit says of one cell for a period: its own number, else what its quarters and months come to. */
export async function unitValues(
  database: TestDatabase,
  cell: { code: string; dimension: string },
  period: Period,
  leasts: ReadonlyMap<string, number>,
  from: 'communes' | 'any',
): Promise<Map<string, UnitValue>> {
  const how = overTime[cell.code] ?? 'sum'
  const without = (source: string, made: string): string =>
    `select * from ${source} union all select made.f, made.t, made.unit_id, made.state, made.qualifier, made.amount from ${made} as made
     where not exists (select from ${source} as own where own.unit_id = made.unit_id and own.f = made.f and own.t = made.t)`
  const rows = await database.asOwner<UnitValue>(
    `with given as (
       select value.period_from as f, value.period_to as t, value.unit_id, value.state,
         value.qualifier, coalesce(value.amount, 0) as amount
       from figure_value as value
       join figure_set as s on s.province_id = value.province_id and s.id = value.set_id
       join unnest($3::uuid[], $4::int[]) as least (unit_id, n) on least.unit_id = value.unit_id
       where value.indicator_version = $1 and value.dimension = $2 and value.state <> 'not-yet-known'
         and array_position(array['open', 'handed-in', 'accepted', 'published'], s.standing) >= least.n
         and ($5 = 'any' or s.origin = 'entered')),
     quarter as (${wholeFrom('given', monthRows, 3, how)}),
     with_quarters as (${without('given', 'quarter')}),
     year as (${wholeFrom('with_quarters', quarterRows, 4, how)}),
     with_years as (${without('with_quarters', 'year')})
     select unit_id as unit, state, qualifier, amount::text from with_years where f = $6 and t = $7`,
    [`${cell.code}@1`, cell.dimension, [...leasts.keys()], [...leasts.values()], from, period.from, period.to],
  )
  return new Map(rows.map((row) => [row.unit, row]))
}

/** How far a unit's figures must have come for a reader, said once more in the plainest words. */
export function leastsFor(
  reader: Reader,
  units: readonly { unit: string; province: string; level: string }[],
  sensitivity: string,
  counts: SetStanding,
): Map<string, number> {
  const asked = standings.indexOf(counts) + 1
  return new Map(
    units.flatMap(({ unit, province, level }): [string, number][] => {
      const isOpen = sensitivity === 'public' || (sensitivity === 'total-only' && level !== 'commune')
      const least = (): number | null => {
        if (reader.kind === 'public') return isOpen ? 4 : null
        const { actor } = reader
        if (actor.unit === unit) return 1
        if (actor.unit === actor.province && actor.province === province) return 2
        return isOpen ? 4 : null
      }
      const found = least()
      return found === null ? [] : [[unit, Math.max(found, asked)]]
    }),
  )
}

const hedges = (rows: readonly UnitValue[]): string => {
  const kinds = new Set(rows.filter((row) => row.state === 'reported').map((row) => row.qualifier))
  kinds.delete('exact')
  return kinds.size === 0 ? 'exact' : kinds.size === 1 ? [...kinds].join('') : 'about'
}

/** Ten-thousandths, as `12.5000` says them. */
export const wholes = (text: string): bigint => BigInt(text.replace('.', ''))

/** Adds up cells over what lies in a unit; several cells are those of one ratio, over the units that gave all of it. */
export function addedUp(
  target: WorldUnit,
  inForce: readonly (WorldUnit & { parent: string | null; kind: string })[],
  cells: readonly ReadonlyMap<string, UnitValue>[],
  from: 'communes' | 'any',
  kind: string | null = null,
) {
  const counted: UnitValue[][] = []
  let [missing, none] = [0, 0]
  const answerOf = (unit: string): UnitValue[] | 'none' | null => {
    const version = inForce.find((one) => one.unit === unit)
    if (kind !== null && version?.level === 'commune' && version.kind !== kind) return 'none'
    const rows: UnitValue[] = []
    for (const cell of cells) {
      const row = cell.get(unit)
      if (!row) return null
      if (row.state === 'not-applicable') return 'none'
      rows.push(row)
    }
    return rows
  }
  const isUnder = (one: WorldUnit & { parent: string | null }): boolean => {
    for (let at: typeof one | undefined = one; at; at = inForce.find(({ unit }) => unit === at?.parent)) {
      if (at.unit === target.unit) return true
    }
    return false
  }
  if (from === 'communes') {
    for (const one of inForce.filter((unit) => unit.level === 'commune' && isUnder(unit))) {
      const answer = answerOf(one.unit)
      if (answer === null) missing += 1
      else if (answer === 'none') none += 1
      else counted.push(answer)
    }
  } else {
    const visit = (unit: string): boolean => {
      const answer = answerOf(unit)
      if (answer !== null && answer !== 'none') return counted.push(answer) > 0
      const before = missing
      const children = inForce.filter(({ parent }) => parent === unit)
      const isOpened = children.map((child) => visit(child.unit)).some((one) => one)
      if (answer === 'none') none += 1
      if (isOpened) return true
      missing = before + (answer === null ? 1 : 0)
      return answer === 'none'
    }
    visit(target.unit)
  }
  const columns = cells.map((_, at) => counted.flatMap((rows) => rows[at] ?? []))
  return { counted: counted.length, missing, none, columns, hedges: columns.map(hedges) }
}
