import { openVersion, type Book, type Unit } from './book.ts'
import { looseKey, nameKey } from './names.ts'

/** An older unit as a clause names it. */
export type Named = { resolution: string; clause: number; kind: string; name: string; within: string }

/** A name that no rule settles alone, read by a person: which official code, and why. */
export type HandReading = Named & { code: string; correctedName: string; reason: string }

export type Candidates = { named: Named; units: Unit[] }

/** Communes (and the districts without communes) of some old provinces, found by the names that acts give them. */
export type Finder = { find(named: Named): Unit[] }

export function finderOf(book: Book, provinces: readonly Unit[], readings: readonly HandReading[]): Finder {
  const communes = [...book.current.values()].filter((unit) => {
    const province = openVersion(unit).province
    return unit.level === 'commune' && province !== null && provinces.includes(province)
  })
  const districts = [...book.current.values()].filter((unit) => {
    const province = openVersion(unit).province
    return unit.level === 'district' && province !== null && provinces.includes(province)
  })
  return { find: (named) => byHand(book, named, readings) ?? byName(named, named.kind.endsWith('district') ? districts : communes) }
}

function byHand(book: Book, named: Named, readings: readonly HandReading[]): Unit[] | null {
  const reading = readings.find(
    (one) =>
      one.resolution === named.resolution &&
      one.clause === named.clause &&
      one.name === named.name &&
      one.kind === named.kind &&
      one.within === named.within,
  )
  const unit = reading ? book.current.get(`commune ${reading.code}`) : undefined
  return unit ? [unit] : null
}

/** By kind, name and district; what scanning or an older name of the district spoilt is looked for less strictly, step by step. */
function byName(named: Named, units: readonly Unit[]): Unit[] {
  const inPlace = named.within === '' ? units : units.filter((unit) => liesWithin(unit, named.within))
  const steps: ((unit: Unit) => boolean)[] = [
    (unit) => nameKey(bareName(unit)) === nameKey(named.name) && openVersion(unit).kind === named.kind,
    (unit) => looseKey(bareName(unit)) === looseKey(named.name) && openVersion(unit).kind === named.kind,
  ]
  for (const fits of steps) {
    const found = inPlace.filter(fits)
    if (found.length > 0) return found
  }
  return []
}

const bareName = (unit: Unit): string => openVersion(unit).name.replace(/^(Xã|Phường|Thị trấn|Huyện|Thành phố|Thị xã|Quận) /, '')

function liesWithin(unit: Unit, within: string): boolean {
  const district = openVersion(unit).parent
  const places = [district, openVersion(unit).province].filter((one) => one !== null)
  return within
    .split(', ')
    .every((wanted) => places.some((place) => looseKey(openVersion(place).name) === looseKey(wanted)))
}
