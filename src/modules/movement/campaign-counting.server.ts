import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { SheetPlace } from '#modules/access/sheet-commands.server.ts'
import type { CountedFact, RecordKind } from '#modules/figures/counted-by.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'

const neverRead = localDate('2000-01-01')

/** States what a sheet counts towards, on the day that decides its period; nothing for one that was voided. */
export async function count(
  tx: Tx,
  place: SheetPlace,
  kind: RecordKind,
  counted: { day: LocalDate; label: string; facts: readonly CountedFact[] } | null,
): Promise<void> {
  const { province, unit, id } = place
  // A day and a label belong to facts; where there are none, neither is written.
  const { day, label, facts } = counted ?? { day: neverRead, label: '', facts: [] }
  await stateFacts(tx, { province, unit, id, kind, day, label }, facts)
}
