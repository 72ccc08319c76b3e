import type { Tx } from '#platform/database.ts'

/** Which of these contents a proposal still names, in the scope of the transaction. */
export async function awardFilesKept(tx: Tx, names: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('award_file')
    .select('sha256')
    .where('sha256', 'in', [...names])
    .where('removed_at', 'is', null)
    .execute()
  return rows.map((row) => row.sha256)
}
