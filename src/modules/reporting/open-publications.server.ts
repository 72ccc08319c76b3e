import type { z } from 'zod'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { periodFilters } from './open-data.ts'

/** One page asked of a list; `after` is where the page before ended. */
export type OpenQuestion<Filters, Position> = {
  filters: Filters
  order: string
  limit: number
  after: Position | null
  count: boolean
}
type Wanted = z.output<typeof periodFilters>

/** Everything published that these filters leave. Row security lets everybody read a publication, and nothing else of a report. */
export function published(tx: Tx, { unit, province, period, from, to, regime }: Wanted) {
  return tx
    .selectFrom('publication')
    .innerJoin('unit', 'unit.id', 'publication.unit_id')
    .innerJoin('unit as province', 'province.id', 'publication.province_id')
    .$if(unit !== undefined, (query) => query.where('unit.code', 'in', unit ?? []))
    .$if(province !== undefined, (query) => query.where('province.code', 'in', province ?? []))
    .$if(regime !== undefined, (query) => query.where('publication.regime', 'in', regime ?? []))
    .$if(from !== undefined, (query) => query.where('publication.period_from', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('publication.period_to', '<=', to ?? ''))
    .$if(period !== undefined, (query) =>
      query.where(({ or, and, eb }) =>
        or(
          (period ?? []).map((one) =>
            and([eb('publication.period_from', '=', one.from), eb('publication.period_to', '=', one.to)]),
          ),
        ),
      ),
    )
}

/** The days decide what a period is called, never the regime that was written beside them (docs/adr/0015). */
export function periodWords(row: { period_from: string; period_to: string }) {
  const period = periodBetween(localDate(row.period_from), localDate(row.period_to))
  return { period: periodKey(period), periodName: periodName(period), ...period }
}
