import { sql } from 'kysely'

/**
 * When a report was handed in: its first submission that was accepted or still waits. One that was sent back or taken back
 * was none. `report` is the alias of the table in the query around it.
 */
export function handedInAt(report: string) {
  const of = sql.ref(report)
  return sql<Date | null>`(
    select min(event.at) from report_event as event
    where event.province_id = ${of}.province_id and event.report_id = ${of}.id and event.move = 'submit'
      and coalesce((select later.move from report_event as later
        where later.province_id = event.province_id and later.report_id = event.report_id and later.n > event.n
          and later.move in ('submit', 'return', 'recall', 'accept')
        order by later.n limit 1), 'accept') = 'accept')`
}

/**
 * Whether a unit's report says anything: a figure somebody gave, a zero included, or records that were counted. The province's
 * own is the sum of its communes and is never blank.
 */
export function saysSomething(report: string) {
  const of = sql.ref(report)
  return sql<boolean>`(${of}.unit_id = ${of}.province_id or exists (
    select from figure_value as value
    where value.province_id = ${of}.province_id and value.set_id = ${of}.id
      and value.unit_id = ${of}.unit_id and value.period_from = ${of}.period_from and value.period_to = ${of}.period_to
      and value.state <> 'not-yet-known' and (value.basis <> 'counted' or value.state = 'reported')))`
}
