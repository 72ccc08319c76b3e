import { contentsOfActivities } from '#modules/activities/activity-file-queries.server.ts'
import { evidenceKept } from '#modules/activities/evidence.server.ts'
import { awardFilesKept } from '#modules/commendation/files-kept.server.ts'
import { directiveFilesKept } from '#modules/directives/files-kept.server.ts'
import { contentsOfInitiatives } from '#modules/movement/initiative-file-store.server.ts'
import { contentsOfReports } from '#modules/reporting/file-queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { sweepFiles, type FileStore } from '#platform/files/store.ts'

/** Which of these contents a module still names, in all provinces. */
type Keeper = (db: Db, provinces: readonly UnitId[], names: readonly string[]) => Promise<ReadonlySet<string>>

/** Every module that keeps files: the content of one that were forgotten would be swept away under it. */
const keepers: readonly Keeper[] = [
  contentsOfReports,
  contentsOfInitiatives,
  contentsOfActivities,
  inEachProvince(evidenceKept),
  inEachProvince(awardFilesKept),
  inEachProvince(directiveFilesKept),
]

/** Removes content that nothing names any more; answers how much. */
export async function sweepKeptFiles(db: Db, store: FileStore, now: Date): Promise<number> {
  const rows = await inScope(db, { reach: 'public' }, (tx) =>
    tx.selectFrom('unit_version').select('province_id').distinct().execute(),
  )
  const provinces = rows.map(({ province_id: province }) => province as UnitId)
  return sweepFiles(
    store,
    async (names) => {
      const kept = await Promise.all(keepers.map((keeper) => keeper(db, provinces, names)))
      return new Set(kept.flatMap((each) => [...each]))
    },
    now,
  )
}

/** A question that a module answers inside one province, asked of every one in its own scope. */
function inEachProvince(keptIn: (tx: Tx, names: readonly string[]) => Promise<readonly string[]>): Keeper {
  return async (db, provinces, names) => {
    const kept = new Set<string>()
    if (names.length === 0) return kept
    for (const province of provinces) {
      for (const name of await inScope(db, { reach: 'province', province }, (tx) => keptIn(tx, names))) kept.add(name)
    }
    return kept
  }
}
