import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { NamedUnit } from './target-list.ts'

/** A province and its communes on a day, as a list may name them. */
export async function unitsNamed(tx: Tx, province: UnitId, day: LocalDate): Promise<NamedUnit[]> {
  const tree = treeOn(await currentRegister(tx), day)
  const own = tree.unit(province)
  return [...(own ? [own] : []), ...tree.descendants(province, 'commune')].map(
    ({ unit, name, code, officialCode }) => ({ unit, name, code, officialCode }),
  )
}
