import type { Id } from '#kernel/ids.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { sql } from 'kysely'
import type { UnitId } from '#modules/territory/unit.ts'
import type { PeriodClosing } from './obligation-queries.server.ts'
import type { NamedGap } from './period-standing.ts'
import type { TemplateCode } from './report.ts'

export type ClosingId = Id<'PeriodClosing'>

/** The units that a closing names, as they were called on the last day of the period, in the order of their names. */
export async function namedGaps(tx: Tx, { to }: Period, closing: PeriodClosing | null): Promise<NamedGap[]> {
  if (!closing || closing.gaps.length === 0) return []
  const reasons = new Map(closing.gaps.map(({ unit, reason }) => [unit, reason]))
  const rows = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('unit_id', 'in', [...reasons.keys()])
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${to}::date`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('unit_id')
    .execute()
  return rows.map(({ unit_id, name }) => ({
    unit: unit_id as UnitId,
    name,
    reason: reasons.get(unit_id as UnitId) ?? '',
  }))
}
