import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'

/** The printed names of accounts that the transaction's scope may see; others are left out. */
export async function displayNames(
  tx: Tx,
  province: Id<'Unit'>,
  accounts: (Id<'Account'> | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(accounts.filter((account) => account !== null))]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('province_id', '=', province)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}
