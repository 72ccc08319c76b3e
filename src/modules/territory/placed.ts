import type { LocalDate } from '#kernel/local-date.ts'
import type { RegisterVersion, Tree, UnitId } from './unit.ts'

/** Under whom a unit stands in the Party's or the Front's tree, where that is not as in the State's (đứng dưới đơn vị nào). */
export type PlacedUnit = {
  member: UnitId
  tree: Exclude<Tree, 'state'>
  parent: UnitId
  from: LocalDate
  until: LocalDate | null
}

/**
 * What was said of other trees as versions in them: a place says only under whom, so name, kind and code are those of the State's
 * versions that held meanwhile, and a renaming shows in every tree at once.
 */
export function placedVersions(versions: readonly RegisterVersion[], places: readonly PlacedUnit[]): RegisterVersion[] {
  if (places.length === 0) return []
  const own = Map.groupBy(
    versions.filter(({ tree }) => tree === 'state'),
    ({ unit }) => unit,
  )
  return places.flatMap((place) =>
    (own.get(place.member) ?? []).flatMap((version) => {
      const from = version.from === null || version.from < place.from ? place.from : version.from
      const until = earlier(version.until, place.until)
      return until !== null && until < from ? [] : [{ ...version, tree: place.tree, parent: place.parent, from, until }]
    }),
  )
}

function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null) return other
  return other === null || one < other ? one : other
}
