import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { RegistrationScope } from './initiative.ts'
import { usualReceivers, type ReceiverSetting } from './policy.ts'

/** What a province has laid down of who receives, or what is usual; `source` is null where it said nothing. */
export async function receiversOf(
  tx: Tx,
  province: Id<'Unit'>,
): Promise<{ receivers: ReceiverSetting; source: string | null }> {
  const row = await tx
    .selectFrom('initiative_setting')
    .selectAll()
    .where('province_id', '=', province)
    .executeTakeFirst()
  if (!row) return { receivers: usualReceivers, source: null }
  // The checks of the table hold both columns to the known words.
  const receivers = { commune: row.commune_receiver, province: row.province_receiver } as ReceiverSetting
  return { receivers, source: row.source }
}

export async function saveReceivers(
  tx: Tx,
  province: Id<'Unit'>,
  said: { receivers: ReceiverSetting; source: string },
  at: Date,
): Promise<void> {
  const row = {
    ...{ commune_receiver: said.receivers.commune, province_receiver: said.receivers.province },
    ...{ source: said.source, changed_at: at },
  }
  await tx
    .insertInto('initiative_setting')
    .values({ province_id: province, ...row })
    .onConflict((conflict) => conflict.columns(['province_id']).doUpdateSet(row))
    .execute()
}

/** When initiatives of a year are registered at a level (đợt đăng ký); both days belong to it. */
export type RegistrationWindow = { year: number; scope: RegistrationScope; from: LocalDate; to: LocalDate }

export async function windowsOf(tx: Tx, province: Id<'Unit'>): Promise<RegistrationWindow[]> {
  const rows = await tx
    .selectFrom('initiative_window')
    .selectAll()
    .where('province_id', '=', province)
    .orderBy('year', 'desc')
    .orderBy('scope')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    scope: row.scope as RegistrationScope,
    from: localDate(row.from_day),
    to: localDate(row.to_day),
  }))
}

export async function saveWindow(
  tx: Tx,
  province: Id<'Unit'>,
  { year, scope, from, to }: RegistrationWindow,
  at: Date,
): Promise<void> {
  const row = { from_day: from, to_day: to, changed_at: at }
  await tx
    .insertInto('initiative_window')
    .values({ province_id: province, year, scope, ...row })
    .onConflict((conflict) => conflict.columns(['province_id', 'year', 'scope']).doUpdateSet(row))
    .execute()
}
