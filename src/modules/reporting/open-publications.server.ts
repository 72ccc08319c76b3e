import type { z } from 'zod'
import { localDate } from '#kernel/local-date.ts'
import { periodKey, periodName, type Period, type Regime } from '#kernel/period.ts'
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

type PeriodRow = { regime: string; period_from: string; period_to: string }

function periodOf(row: PeriodRow): Period {
  return { regime: row.regime as Regime, from: localDate(row.period_from), to: localDate(row.period_to) }
}

export function periodWords(row: PeriodRow) {
  const period = periodOf(row)
  return { period: periodKey(period), periodName: periodName(period), ...period }
}
