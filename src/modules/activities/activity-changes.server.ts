import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import { displayNames } from '#modules/access/names.server.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'

/** One thing that happened to a row of a register of activities. */
export type ActivityChange = { kind: ActivitiesAuditKind; at: Date; by: string }

const changesShown = 20

/** The newest changes of a record, from the audit; the reader's right has been asked with the record itself. */
export async function changesOf(
  tx: Tx,
  province: Id<'Unit'>,
  object: { kind: 'visit' | 'finding' | 'meeting'; id: string },
): Promise<ActivityChange[]> {
  const rows = await tx
    .selectFrom('audit')
    .select(['kind', 'at', 'account_id'])
    .where('province_id', '=', province)
    .where('object_kind', '=', object.kind)
    .where('object_id', '=', object.id)
    .orderBy('n', 'desc')
    .limit(changesShown)
    .execute()
  const accounts = rows.map((row) => row.account_id as Id<'Account'> | null)
  const people = await displayNames(tx, province, accounts)
  return rows.map((row) => ({
    // Only the commands of this module write audit rows about these records.
    kind: row.kind as ActivitiesAuditKind,
    at: row.at,
    by: row.account_id === null ? 'Hệ thống' : (people.get(row.account_id) ?? 'Một tài khoản'),
  }))
}
