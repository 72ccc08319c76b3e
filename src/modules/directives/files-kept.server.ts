import type { Tx } from '#platform/database.ts'

/** Which of these contents a document still names, in the scope of the transaction. */
export async function directiveFilesKept(tx: Tx, names: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('directive_file')
    .select('sha256')
    .distinct()
    .where('sha256', 'in', [...names])
    .execute()
  return rows.map((row) => row.sha256)
}
