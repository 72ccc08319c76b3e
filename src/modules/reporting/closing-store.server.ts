import { newId, type Id } from '#kernel/ids.ts'
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

/** Every time a period was closed, the newest first (lịch sử chốt kỳ). */
export type PastClosing = {
  at: Date
  by: string
  note: string
  gaps: number
  reopened: { by: string; at: Date; reason: string } | null
}

export async function closingsOf(
  tx: Tx,
  province: UnitId,
  template: TemplateCode,
  period: Period,
): Promise<PastClosing[]> {
  const rows = await tx
    .selectFrom('period_closing')
    .select(['closed_at', 'person_name', 'note', 'reopened_at', 'reopened_name', 'reopened_for'])
    .select(
      sql<number>`(select count(*) from period_closing_gap as gap
        where gap.province_id = period_closing.province_id and gap.closing_id = period_closing.id)`.as('gaps'),
    )
    .where('province_id', '=', province)
    .where('template_code', '=', template)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .orderBy('closed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ at: row.closed_at, by: row.person_name, note: row.note, gaps: row.gaps },
    reopened: row.reopened_at && { by: row.reopened_name ?? '', at: row.reopened_at, reason: row.reopened_for ?? '' },
  }))
}

type By = { account: string | null; person: string; at: Date }

export async function insertClosing(
  tx: Tx,
  province: UnitId,
  closing: { template: TemplateCode; period: Period; note: string; gaps: readonly { unit: UnitId; reason: string }[] },
  by: By,
): Promise<ClosingId> {
  const id = newId<'PeriodClosing'>(by.at)
  const { template, period, note, gaps } = closing
  await tx
    .insertInto('period_closing')
    .values({
      ...{ province_id: province, id, template_code: template, period_from: period.from, period_to: period.to, note },
      ...{ closed_at: by.at, account_id: by.account, person_name: by.person },
    })
    .execute()
  if (gaps.length > 0)
    await tx
      .insertInto('period_closing_gap')
      .values(gaps.map(({ unit, reason }) => ({ province_id: province, closing_id: id, unit_id: unit, reason })))
      .execute()
  return id
}

/** Opens a closed period again; null where it is not closed. */
export async function saveReopening(
  tx: Tx,
  province: UnitId,
  asked: { template: TemplateCode; period: Period; reason: string },
  by: By,
): Promise<ClosingId | null> {
  const row = await tx
    .updateTable('period_closing')
    .set({ reopened_at: by.at, reopened_for: asked.reason, reopened_account_id: by.account, reopened_name: by.person })
    .where('province_id', '=', province)
    .where('template_code', '=', asked.template)
    .where('period_from', '=', asked.period.from)
    .where('period_to', '=', asked.period.to)
    .where('reopened_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row ? (row.id as ClosingId) : null
}
