import pg from 'pg'
import { newId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { TemplateCode } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** A commune with the officer who types for it; `at` makes its values and is the number in its code. */
export type BenchCommune = { at: number; unit: UnitId; officer: Actor }

export const valuesOfReport = 200
export const benchTemplate = 'do-tai' as TemplateCode

/** `X007`: the code of the n-th indicator of the form. */
export function codeAt(cell: number): string {
  return `X${String(cell).padStart(3, '0')}`
}

/** The number that a commune reports in a cell: the same rule stands in SQL below, so that what was stored can be checked there. */
export function valueAt(commune: number, cell: number): number {
  return ((commune * 31 + cell * 17) % 8_999) + 1
}

/** Every stored value, its history and its report, checked by plain SQL against the rule; what is not as it must be is counted. */
export async function lossesIn(url: string): Promise<Record<string, number>> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    const { rows } = await owner.query<Record<string, string>>(`
      with must as (
        select unit.id as unit_id, indicator.id as indicator_version,
               (substr(unit.code, 4)::int * 31 + substr(indicator.indicator_code, 2)::int * 17) % 8999 + 1 as amount
        from unit cross join indicator_version as indicator
        where unit.code like 'dt-%' and indicator.indicator_code ~ '^X[0-9]{3}$'
      )
      select count(*) as "values that must be there",
             count(*) filter (where value.amount is null) as "missing",
             count(*) filter (where value.amount <> must.amount) as "wrong",
             (select count(*) from unit where code like 'dt-%')
               - (select count(*) from report join unit on unit.id = unit_id where unit.code like 'dt-%' and status = 'submitted')
               as "reports not submitted",
             (select count(*) from report join unit on unit.id = unit_id
              where unit.code like 'dt-%' and not exists (select 1 from report_copy as copy where copy.report_id = report.id))
               as "reports without a copy",
             (select count(*) from figure_value as value join unit on unit.id = value.unit_id where unit.code like 'dt-%'
              and not exists (select 1 from figure_change as change
                where change.province_id = value.province_id and change.unit_id = value.unit_id
                  and change.indicator_version = value.indicator_version and change.amount = value.amount))
               as "values without their history",
             (select coalesce(sum(clock.n - (select count(*) from figure_change as change
                where change.province_id = clock.province_id) - (select count(*) from figure_set as sets
                where sets.province_id = clock.province_id)), 0) from figure_clock as clock
              join unit on unit.id = clock.province_id where unit.code like 'dtt-%')
               as "numbers of the clock without a change"
      from must left join figure_value as value using (unit_id, indicator_version)`)
    return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]))
  } finally {
    await owner.end()
  }
}

/** Settles so many communes in 34 provinces, and a form of two hundred lines that they carry. */
export async function settleCountry(url: string, communes: number): Promise<BenchCommune[]> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await insertForm(owner)
    const provinces = Array.from({ length: 34 }, () => newId<'Unit'>())
    const settled = Array.from({ length: communes }, (_, at): BenchCommune => {
      const [unit, province] = [newId<'Unit'>(), provinces[at % provinces.length] ?? newId<'Unit'>()]
      return { at, unit, officer: { account: newId<'Account'>(), name: 'Đo', duty: 'commune-officer', unit, province } }
    })
    await insertUnits(owner, provinces, settled)
    return settled
  } finally {
    await owner.end()
  }
}

async function insertForm(owner: pg.Client): Promise<void> {
  const codes = Array.from({ length: valuesOfReport }, (_, cell) => codeAt(cell))
  await owner.query(`insert into indicator (code, section) select code, 'Đo tải' from unnest($1::text[]) as code`, [
    codes,
  ])
  await owner.query(
    `insert into indicator_version (id, indicator_code, version, name, english_name, unit_of_count, numeral, nature,
       over_time, over_territory, direction, sensitivity, counts, frequency, source)
     select code || '@1', code, 1, 'Chỉ tiêu ' || code, 'Indicator ' || code, 'cuộc', 'count', 'flow',
       'sum', 'sum', 'context', 'public', 'Để đo tải', 'quarter', 'Để đo tải'
     from unnest($1::text[]) as code`,
    [codes],
  )
  await owner.query(`insert into template (code) values ($1)`, [benchTemplate])
  await owner.query(
    `insert into template_version (id, template_code, version, valid, name, carried_by, days_to_submit, source)
     values ($1 || '@1', $1, 1, '[2025-07-01,)', 'Biểu đo tải', '{commune}', 7, 'Để đo tải')`,
    [benchTemplate],
  )
  await owner.query(
    `insert into template_line (template_version, position, section, indicator_version, dimension)
     select $1 || '@1', n, 'Phần ' || (n / 20), code || '@1', '' from unnest($2::text[]) with ordinality as one (code, n)`,
    [benchTemplate, codes],
  )
}

async function insertUnits(owner: pg.Client, provinces: Id<'Unit'>[], communes: BenchCommune[]): Promise<void> {
  await owner.query(
    `insert into unit (id, code)
     select id, 'dtt-' || n from unnest($1::uuid[]) with ordinality as one (id, n)
     union all select id, 'dt-' || n from unnest($2::uuid[], $3::int[]) as one (id, n)`,
    [provinces, communes.map(({ unit }) => unit), communes.map(({ at }) => at)],
  )
  await owner.query(
    `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id)
     select id, '(,)'::daterange, 'Tỉnh Đo ' || n, 'province', 'province', null::uuid, id from unnest($1::uuid[]) with ordinality as one (id, n)
     union all
     select id, '(,)'::daterange, 'Xã Đo ' || n, 'commune', 'commune', province, province
     from unnest($2::uuid[], $3::uuid[], $4::int[]) as one (id, province, n)`,
    [
      provinces,
      communes.map(({ unit }) => unit),
      communes.map(({ officer }) => officer.province),
      communes.map(({ at }) => at),
    ],
  )
  await owner.query('update territory_clock set n = n + 1')
}
