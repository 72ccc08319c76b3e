import { monthOf, quarterOf, yearOf, type Period } from '#kernel/period.ts'
import type { TestDatabase } from '../support/database.ts'

/** What a unit says of one cell for a period, in ten-thousandths. */
export type Said = { state: 'reported' | 'zero' | 'not-applicable'; qualifier: string; amount: bigint }

/** One unit of a day, as the register says. */
export type UnitOfDay = { unit: string; province: string; parent: string | null; level: string; kind: string }

/** Where a commune lies on the other side of the reform, at one level: its parts in parts per million, none where nobody knows. */
export type PlainLanding = { from: string; level: string; target: string; share: number | null; count: number }

/** Everything the ledger says at one moment, worked out by PostgreSQL in a few statements; nothing of the cube is used here. */
export type PlainLedger = {
  said(cell: string, period: Period, unit: string, least: number, from: string): Said | null
  /** The part of a divided number that falls to a unit of the map. */
  part(cell: string, period: Period, unit: string, least: number, from: string, target: string): bigint
  /** Whether a unit has a report for just these days, in force or not. */
  hasSet(period: Period, unit: string): boolean
}

const wholesOf: [Period, Period[]][] = [
  ...[quarterOf(2025, 2), quarterOf(2025, 3), quarterOf(2025, 4), quarterOf(2025, 1), quarterOf(2026, 1)].map(
    (quarter): [Period, Period[]] => {
      const [year, month] = [Number(quarter.from.slice(0, 4)), Number(quarter.from.slice(5, 7))]
      return [quarter, [0, 1, 2].map((step) => monthOf(year, month + step))]
    },
  ),
  [yearOf(2025), [1, 2, 3, 4].map((one) => quarterOf(2025, one as 1 | 2 | 3 | 4))],
]

function partRows(regime: string): string {
  return wholesOf
    .filter(([whole]) => whole.regime === regime)
    .flatMap(([whole, parts]) =>
      parts.map(
        (part, at) =>
          `(date '${whole.from}', date '${whole.to}', date '${part.from}', date '${part.to}', ${at + 1}, ${parts.length})`,
      ),
    )
    .join(', ')
}

/** A longer period out of its parts: a flow is their sum, a stock the last or first; a part that is missing leaves the unit out. */
function wholeFrom(source: string, regime: string): string {
  return `select part.f, part.t, one.cell, one.unit_id, one.n, one.k,
      case when bool_and(one.state = 'not-applicable') filter (where needed) then 'not-applicable'
           when coalesce(sum(one.amount) filter (where needed), 0) = 0 then 'zero' else 'reported' end as state,
      case when coalesce(sum(one.amount) filter (where needed), 0) = 0 then 'exact'
        else case count(distinct one.qualifier) filter (where needed and hedged)
          when 0 then 'exact' when 1 then max(one.qualifier) filter (where needed and hedged) else 'about' end end as qualifier,
      coalesce(sum(one.amount) filter (where needed), 0) as amount
    from (values ${partRows(regime)}) as part (f, t, pf, pt, at, parts)
    join (select *, state = 'reported' and qualifier <> 'exact' as hedged from ${source}) as one
      on one.f = part.pf and one.t = part.pt
    join (select *, how = 'sum' or at = (case how when 'first' then 1 when 'last' then parts end) as needed
      from how cross join (values (1, 3), (2, 3), (3, 3), (1, 4), (2, 4), (3, 4), (4, 4)) as place (at, parts)) as how
      on how.code = split_part(one.cell, ':', 1) and how.at = part.at and how.parts = part.parts
    group by part.f, part.t, part.parts, how.how, one.cell, one.unit_id, one.n, one.k
    having case how.how when 'sum' then count(*) = part.parts when 'none' then false else bool_or(needed) end`
}

/** A unit's own number for the very period stands before what its parts come to. */
function ownFirst(own: string, made: string): string {
  return `select distinct on (f, t, cell, unit_id, n, k) * from (
      select *, 1 as turn from ${own} union all select *, 2 as turn from ${made}) as both_
    order by f, t, cell, unit_id, n, k, turn`
}

const everything = `with how (code, how) as (
    values ('TX1', 'sum'), ('TX2', 'last'), ('TX3', 'first'), ('TX5', 'none'), ('TX6', 'sum'), ('TX7', 'sum'), ('TX8', 'none')),
  given as (
    select value.period_from as f, value.period_to as t, split_part(value.indicator_version, '@', 1) || ':' || dimension as cell,
      value.unit_id, least.n, kind.k, value.state, value.qualifier, coalesce(value.amount, 0) as amount
    from figure_value as value
    join figure_set as s on s.province_id = value.province_id and s.id = value.set_id
    join generate_series(1, 4) as least (n)
      on array_position(array['open', 'handed-in', 'accepted', 'published'], s.standing) >= least.n
    join (values ('any'), ('communes')) as kind (k) on kind.k = 'any' or s.origin = 'entered'
    where value.state <> 'not-yet-known' and value.indicator_version like 'TX%'),
  quarter as (${wholeFrom('given', 'quarter')}),
  with_quarters as (select f, t, cell, unit_id, n, k, state, qualifier, amount from (${ownFirst('given', 'quarter')}) as one),
  year as (${wholeFrom('with_quarters', 'year')}),
  with_years as (${ownFirst('with_quarters', 'year')})
  select cell || ' ' || f || ' ' || t || ' ' || unit_id || ' ' || n || ' ' || k as key, unit_id as unit, state, qualifier,
    trunc(amount * 10000)::text as amount from with_years`

/** Largest remainders in the precision a number was given in; what is left over goes to the largest rests, then by code. */
const divided = `with given as (
    select key, unit::uuid as unit, amount::numeric as amount, case when amount::numeric % 10000 = 0 then 10000
      when amount::numeric % 1000 = 0 then 1000 when amount::numeric % 100 = 0 then 100
      when amount::numeric % 10 = 0 then 10 else 1 end as step
    from unnest($1::text[], $2::text[], $3::text[]) as one (key, unit, amount)),
  cut as (
    select key, target, sign(amount) as sign, step, code, abs(amount) / step as steps,
      floor(abs(amount) / step * share / 1000000) as whole, mod(abs(amount) / step * share, 1000000) as rest
    from given join unnest($4::uuid[], $5::uuid[], $6::numeric[]) as landing (unit_id, target, share) on unit_id = unit
    join unit on unit.id = target),
  ranked as (
    select *, row_number() over (partition by key order by rest desc, code) as turn,
      steps - sum(whole) over (partition by key) as left_over from cut)
  select key || ' ' || target as key, (sign * step * (whole + case when turn <= left_over then 1 else 0 end))::bigint::text as amount
  from ranked`

/** Where each commune of one side of the reform lies on the other, by level; worked out once. */
export async function plainLandings(
  database: TestDatabase,
  [before, after]: [string, string],
): Promise<PlainLanding[]> {
  const over = `select link.from_unit_id, link.to_unit_id, link.share_ppm from territorial_link as link
    join unit on unit.id = link.from_unit_id and code ~ '^xa-[0-9]{5}$'`
  const levels = (unit: string, day: string): string => `
    join unit_version as own on own.unit_id = ${unit} and own.valid @> date '${day}' and own.tree = 'state'
    left join unit_version as above on above.unit_id = own.parent_id and above.valid @> date '${day}' and above.tree = 'state'
    join (values ('commune'), ('district'), ('province')) as level (level) on level.level <> 'district' or above.level = 'district'`
  const target = `case level.level when 'commune' then own.unit_id when 'district' then above.unit_id else own.province_id end`
  return database.asOwner<PlainLanding>(
    `select found.*, (count(*) over (partition by "from", level))::int as count from (
       select link.from_unit_id as "from", level.level, ${target} as target, sum(coalesce(link.share_ppm, 1000000))::int as share
       from (${over}) as link ${levels('link.to_unit_id', after)} group by 1, 2, 3
       union all
       select link.to_unit_id, level.level, ${target}, null
       from (${over}) as link ${levels('link.from_unit_id', before)} group by 1, 2, 3) as found`,
  )
}

/** Reads the whole ledger as it stands now. */
export async function plainLedger(database: TestDatabase, landings: readonly PlainLanding[]): Promise<PlainLedger> {
  const rows = await database.asOwner<{
    key: string
    unit: string
    state: Said['state']
    qualifier: string
    amount: string
  }>(everything)
  const sets = await database.asOwner<{ key: string }>(
    `select distinct period_from || ' ' || period_to || ' ' || unit_id as key from figure_set`,
  )
  const cut = landings.filter(({ share, count }) => share !== null && count > 1)
  const cutUnits = new Set(cut.map(({ from }) => from))
  const toDivide = rows.filter(({ unit }) => cutUnits.has(unit))
  const parts = await database.asOwner<{ key: string; amount: string }>(divided, [
    toDivide.map(({ key }) => key),
    toDivide.map(({ unit }) => unit),
    toDivide.map(({ amount }) => amount),
    cut.map(({ from }) => from),
    cut.map(({ target }) => target),
    cut.map(({ share }) => share),
  ])
  const said = new Map(
    rows.map(({ key, state, qualifier, amount }): [string, Said] => [
      key,
      { state, qualifier, amount: BigInt(amount) },
    ]),
  )
  const partOf = new Map(parts.map(({ key, amount }) => [key, BigInt(amount)]))
  const known = new Set(sets.map(({ key }) => key))
  const keyOf = (cell: string, { from: f, to }: Period, unit: string, least: number, from: string): string =>
    `${cell} ${f} ${to} ${unit} ${least} ${from}`
  return {
    said: (...words) => said.get(keyOf(...words)) ?? null,
    part: (cell, period, unit, least, from, target) =>
      partOf.get(`${keyOf(cell, period, unit, least, from)} ${target}`) ?? 0n,
    hasSet: ({ from, to }, unit) => known.has(`${from} ${to} ${unit}`),
  }
}
