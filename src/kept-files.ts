import { contentsOfActivities } from '#modules/activities/activity-file-queries.server.ts'
import { contentsOfReports } from '#modules/reporting/file-queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope, type Db } from '#platform/database.ts'
import { sweepFiles, type FileStore } from '#platform/files/store.ts'

/**
 * Removes content that nothing names any more; answers how much. Every module that keeps files is asked here: the content of one that
 * were forgotten would be swept away under it.
 */
export async function sweepKeptFiles(db: Db, store: FileStore, now: Date): Promise<number> {
  const rows = await inScope(db, { reach: 'public' }, (tx) =>
    tx.selectFrom('unit_version').select('province_id').distinct().execute(),
  )
  const provinces = rows.map(({ province_id: province }) => province as UnitId)
  const keepers = [contentsOfReports, contentsOfActivities]
  return sweepFiles(
    store,
    async (names) => {
      const kept = await Promise.all(keepers.map((keeper) => keeper(db, provinces, names)))
      return new Set(kept.flatMap((each) => [...each]))
    },
    now,
  )
}
