import { inScope, type Db } from '#platform/database.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'

/** A theme, drive, pledge, contest, dialogue or visit as a published text tells it. */
export type PublishedMovement = { key: string; unitCode: string; unitName: string; when: string; told: string }

/** What the published texts tell; with a code, of that unit alone. */
export async function publishedMovement(db: Db, unitCode: string | null = null): Promise<PublishedMovement[]> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const rows = await tx
      .selectFrom('published_movement')
      .selectAll()
      .$if(unitCode !== null, (query) => query.where('unit_code', '=', unitCode ?? ''))
      .orderBy('year', 'desc')
      .orderBy('code')
      .execute()
    const found: PublishedMovement[] = []
    for (const row of rows) {
      const unit = await lastKnownUnit(tx, row.unit_code)
      const unitName = unit?.name ?? row.unit_code
      found.push({ key: row.code, unitCode: row.unit_code, unitName, when: row.told_when, told: row.told })
    }
    return found
  })
}
