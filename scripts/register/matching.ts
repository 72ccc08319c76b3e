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
  const here = [...book.current.values()].filter((unit) => {
    const province = openVersion(unit).province
    return unit.level !== 'province' && province !== null && provinces.includes(province)
  })
  const strict = Map.groupBy(here, (unit) => keyOf(openVersion(unit).kind, nameKey(bareName(unit))))
  const loose = Map.groupBy(here, (unit) => keyOf(openVersion(unit).kind, looseKey(bareName(unit))))
  return {
    find(named) {
      const byHand = readByHand(book, named, readings)
      if (byHand) return [byHand]
      const found = [
        strict.get(keyOf(named.kind, nameKey(named.name))),
        loose.get(keyOf(named.kind, looseKey(named.name))),
      ]
      // What scanning or another list spells otherwise is looked for less strictly, after what fits.
      return found.map((units) => inPlace(units ?? [], named.within)).find((units) => units.length > 0) ?? []
    },
  }
}

const keyOf = (kind: string, name: string): string => `${kind} ${name}`

const inPlace = (units: readonly Unit[], within: string): Unit[] =>
  units.filter((unit) => within === '' || liesWithin(unit, within))

function readByHand(book: Book, named: Named, readings: readonly HandReading[]): Unit | undefined {
  const reading = readings.find(
    (one) =>
      one.resolution === named.resolution &&
      one.clause === named.clause &&
      one.name === named.name &&
      one.kind === named.kind &&
      one.within === named.within,
  )
  return reading ? book.current.get(`commune ${reading.code}`) : undefined
}

const bareName = (unit: Unit): string =>
  openVersion(unit).name.replace(/^(Xã|Phường|Thị trấn|Huyện|Thành phố|Thị xã|Quận) /, '')

function liesWithin(unit: Unit, within: string): boolean {
  const district = openVersion(unit).parent
  const places = [district, openVersion(unit).province].filter((one) => one !== null)
  return within
    .split(', ')
    .every((wanted) => places.some((place) => looseKey(openVersion(place).name) === looseKey(wanted)))
}
