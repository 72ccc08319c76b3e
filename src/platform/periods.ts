import { localDate, type LocalDate } from '../kernel/local-date.ts'
import {
  ruledRegimes,
  type NamedDays,
  type PeriodBook,
  type PeriodRule,
  type RuledRegime,
} from '../kernel/period-rule.ts'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The rules in force on a day with the terms and campaigns that are known, and the regimes whose periods a form lists. */
export type PeriodsInUse = { book: PeriodBook; offered: readonly RuledRegime[] }

export async function periodsInUse(tx: Tx, today: LocalDate): Promise<PeriodsInUse> {
  const regimes = await tx
    .selectFrom('period_regime')
    .select(['regime', 'anchor_day', 'month_offset', 'months', 'counted_from', 'is_offered'])
    .where('months', 'is not', null)
    .where(sql<boolean>`valid @> ${today}::date`)
    .execute()
  const named = await tx
    .selectFrom('named_period')
    .select(['regime', 'name', 'period_from', 'period_to'])
    .orderBy('period_from')
    .execute()
  const rows = ruledRegimes.flatMap((regime) =>
    regimes.filter((row) => row.regime === regime).map((row) => ({ ...row, regime })),
  )
  return {
    book: {
      rules: rows.map(({ regime, ...row }) => ({
        ...{ regime, anchorDay: row.anchor_day ?? 1, offset: row.month_offset ?? 0 },
        ...{ months: (row.months ?? 1) as PeriodRule['months'], cumulative: row.counted_from === 'year' },
      })),
      named: named.map((row) => ({
        ...{ regime: row.regime as NamedDays['regime'], name: row.name },
        ...{ from: localDate(row.period_from), to: localDate(row.period_to) },
      })),
    },
    offered: rows.filter((row) => row.is_offered).map(({ regime }) => regime),
  }
}
