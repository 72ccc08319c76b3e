import type { LocalDate } from '#kernel/local-date.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { predecessorsOf, unitAt, unitsOver, versionsOf, type Register } from '#modules/territory/register.ts'
import { searchUnits, type UnitHit } from '#modules/territory/search.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** The units a reader means by the name of a place, of today or of earlier; `names` says which were understood. */
export type PlaceMeant = { units: readonly UnitId[]; provinces: readonly UnitId[]; names: readonly string[] }

/** Of places that share a name more than these are not told apart: more words would. */
const mostPlaces = 12

/**
 * Pages are recorded under the units of their day. Whoever asks for a commune of today finds what was done in the communes it came
 * from, and whoever asks for an old name finds what is done there now.
 */
export function placeMeant(register: Register, text: string, today: LocalDate): PlaceMeant {
  const { hits } = searchUnits(register, text, { today, most: mostPlaces })
  const [first] = hits
  if (!first) return { units: [], provinces: [], names: [] }
  // “Tỉnh Ví Dụ” is a province and not every unit whose name has these words: the level of the best answer is meant.
  const meant = hits.filter((hit) => hit.found.level === first.found.level)
  const isProvince = first.found.level === 'province'
  const units = new Set<UnitId>()
  const provinces = new Set<UnitId>()
  for (const hit of isProvince ? meant.slice(0, 1) : meant) {
    if (isProvince) for (const unit of withPredecessors(register, [hit.unit])) provinces.add(unit)
    else for (const unit of unitsOfArea(register, hit, today)) units.add(unit)
    // A province that ended is found in the communes that hold its area today as well.
    if (isProvince && !hit.isInForce) for (const unit of unitsOfArea(register, hit, today)) units.add(unit)
  }
  const names = (isProvince ? meant.slice(0, 1) : meant).map((hit) =>
    nameOnDay(hit.isInForce ? hit.now : hit.found, today),
  )
  return { units: [...units], provinces: [...provinces], names: [...new Set(names)] }
}

function unitsOfArea(register: Register, hit: UnitHit, today: LocalDate): Set<UnitId> {
  const communes = answersFor(register, hit.unit, today).communes.map(({ unit }) => unit)
  return withPredecessors(register, [hit.unit, ...communes])
}

/** Units with all from which they came, however long ago. */
function withPredecessors(register: Register, units: readonly UnitId[]): Set<UnitId> {
  const found = new Set<UnitId>(units)
  for (let next = [...units]; next.length > 0;) {
    next = next
      .flatMap((unit) => predecessorsOf(register, unit).map(({ from }) => from))
      .filter((one) => !found.has(one))
    for (const unit of next) found.add(unit)
  }
  return found
}

/** Every name under which a place is looked for: its own ones, those it came from, and what stood over it. */
export function namesOfPlace(register: Register, unit: UnitId, today: LocalDate): string[] {
  const own = [...withPredecessors(register, [unit])].flatMap((one) => versionsOf(register, one))
  const standing = unitAt(register, unit, today)
  const over = [...own, ...(standing ? [standing] : [])].flatMap((version) => unitsOver(register, version))
  return [...new Set([...own, ...over].map(({ name }) => name))]
}
