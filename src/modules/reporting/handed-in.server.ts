import { sql } from 'kysely'

/**
 * When a report was handed in: its first submission that was accepted or still waits. One that was sent back or taken back
 * was none, and an acceptance that was taken back within its ten minutes was none either. `report` is the alias of the table in
 * the query around it.
 */
export function handedInAt(report: string) {
  const of = sql.ref(report)
  return sql<Date | null>`(
    select min(event.at) from report_event as event
    where event.province_id = ${of}.province_id and event.report_id = ${of}.id and event.move = 'submit'
      and coalesce((select later.move from report_event as later
        where later.province_id = event.province_id and later.report_id = event.report_id and later.n > event.n
          and later.move in ('submit', 'return', 'recall', 'accept')
          and not (later.move = 'accept' and exists (select from report_event as undone
            where undone.province_id = later.province_id and undone.report_id = later.report_id
              and undone.n = later.n + 1 and undone.move = 'unaccept'))
        order by later.n limit 1), 'accept') = 'accept')`
}

/**
 * Of the newest copy of a unit's report how many cells it answers and how many it was asked. Nothing for a province's own: it
 * is the sum of its communes, and what that lacks is theirs.
 */
export function cellsOfCopy(report: string) {
  const of = sql.ref(report)
  return sql<[answered: number, asked: number] | null>`(
    select array[copy.cells_answered, copy.cells_asked] from report_copy as copy
    where copy.province_id = ${of}.province_id and copy.report_id = ${of}.id and ${of}.unit_id <> ${of}.province_id
    order by copy.n desc limit 1)`
}
