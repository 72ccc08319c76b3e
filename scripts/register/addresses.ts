import type { Book, Unit } from './book.ts'
import { slugOf } from './names.ts'

/**
 * The code of each unit in addresses, the same for ever: `tinh-quang-nam`, `huyen-que-son`, `xa-an-phu-30337`. A unit that
 * began when its official code was in use before, or its name is taken, adds its year: `phuong-ba-dinh-00004-2025`.
 */
export function addressesOf(book: Book): Map<Unit, string> {
  const taken = new Map<string, Unit>()
  const addresses = new Map<Unit, string>()
  const give = (unit: Unit, address: string): void => {
    if (taken.has(address)) throw new Error(`${address} is taken by ${taken.get(address)?.code ?? ''}`)
    taken.set(address, unit)
    addresses.set(unit, address)
  }
  const kept = new Map([...book.kept.values()].map(({ id, code }) => [id, code]))
  for (const unit of book.units) {
    const code = kept.get(unit.id)
    if (code) give(unit, code)
  }
  const known = namesakes(inOrder(book.units))
  for (const unit of inOrder(book.units.filter((one) => !addresses.has(one)))) {
    const free = candidates(unit, known).find((address) => !taken.has(address))
    give(unit, free ?? '')
  }
  return addresses
}

function candidates(unit: Unit, { first, shared }: Namesakes): string[] {
  const name = slugOf(addressName(unit))
  const withCode = `${name}-${unit.code}`
  const [year = '', month = ''] = unit.bornOn.split('-')
  if (unit.level === 'commune') {
    const isReused = unit.bornOn !== '' && first.get(`commune ${unit.code}`) !== unit
    return isReused ? [`${withCode}-${year}`, `${withCode}-${year}-${month}`] : [withCode]
  }
  if (unit.bornOn === '') return shared.has(`${unit.level} ${name}`) ? [withCode] : [name, withCode]
  return [`${name}-${year}`, `${withCode}-${year}`]
}

/** The first unit under each official code, and the names that several provinces or districts of the snapshot share. */
type Namesakes = { first: Map<string, Unit>; shared: Set<string> }

function namesakes(units: readonly Unit[]): Namesakes {
  const first = new Map<string, Unit>()
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const unit of units) {
    const code = `${unit.level} ${unit.code}`
    if (!first.has(code)) first.set(code, unit)
    if (unit.level === 'commune' || unit.bornOn !== '') continue
    const name = `${unit.level} ${slugOf(addressName(unit))}`
    if (seen.has(name)) shared.add(name)
    seen.add(name)
  }
  return { first, shared }
}

/** What a unit is called at first; a province that changed its name before 1 July 2025 is found by the name it kept. */
const addressName = (unit: Unit): string =>
  (unit.level === 'province' && unit.bornOn === ''
    ? unit.versions.findLast((one) => one.from < '2025-07-02')
    : unit.versions[0]
  )?.name ?? ''

const levels = { province: 0, district: 1, commune: 2 }

/** Provinces, districts, communes; each by code, and by the day it began. */
export function inOrder(units: readonly Unit[]): Unit[] {
  return units.toSorted(
    (a, b) =>
      levels[a.level] - levels[b.level] ||
      compare(a.code, b.code) ||
      compare(a.bornOn, b.bornOn) ||
      compare(a.id, b.id),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
