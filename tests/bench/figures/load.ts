import type pg from 'pg'
import { copyIn } from '#platform/backup/copy.ts'
import { figureColumns, figureRows, setId } from './copy-rows.ts'
import type { Ledger } from './ledger.ts'

/**
 * Puts ledgers into an empty database: the indicators of the first, their reports, all published, and their figures by COPY, indexes
 * behind them.
 */
export async function loadLedgers(owner: pg.Client, ledgers: readonly [Ledger, ...Ledger[]]): Promise<void> {
  await insertIndicators(owner, ledgers[0])
  for (const ledger of ledgers) await insertSets(owner, ledger)
  // As a restore does it: no look at eight million foreign keys that are right, and each index made once.
  await owner.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'`)
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'figure_value' and indexname <> 'figure_value_pkey'`,
  )
  const { rows: keys } = await owner.query<{ made: string }>(
    `select pg_get_constraintdef(oid) as made from pg_constraint where conname = 'figure_value_pkey'`,
  )
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  await owner.query('alter table figure_value drop constraint figure_value_pkey')
  for (const ledger of ledgers) {
    await copyIn(owner, `copy figure_value (${figureColumns}) from stdin (format binary)`, figureRows(ledger))
  }
  for (const { made } of keys) await owner.query(`alter table figure_value add constraint figure_value_pkey ${made}`)
  for (const { made } of indexes) await owner.query(made)
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze')
}

async function insertIndicators(owner: pg.Client, { indicators }: Ledger): Promise<void> {
  await owner.query(`insert into indicator (code, section) select code, 'X. Thử' from unnest($1::text[]) as code`, [
    indicators.map(({ code }) => code),
  ])
  await owner.query(
    `insert into indicator_version (id, indicator_code, version, name, english_name, unit_of_count, numeral, nature,
       over_time, over_territory, direction, sensitivity, counts, frequency, source)
     select code || '@1', code, 1, name, name, 'việc', 'decimal', 'flow', 'sum', 'sum', 'context', 'public', 'Thử.', 'M', 'thử'
     from unnest($1::text[], $2::text[]) as given (code, name)`,
    [indicators.map(({ code }) => code), indicators.map(({ name }) => name)],
  )
}

async function insertSets(owner: pg.Client, { provinces, communes, months }: Ledger): Promise<void> {
  await owner.query('insert into figure_clock (province_id, n) select id, 1 from unnest($1::uuid[]) as id', [
    provinces.map(({ unit }) => unit),
  ])
  for (const { from, to } of months) {
    await owner.query(
      `insert into figure_set (province_id, id, unit_id, period_from, period_to, standing, origin, n)
       select province, id, unit, $4::date, $5::date, 'published', 'entered', 1
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (province, id, unit)`,
      [
        communes.map(({ province }) => province),
        communes.map((_, commune) => setId(commune, from)),
        communes.map(({ unit }) => unit),
        from,
        to,
      ],
    )
  }
}
