import type { LocalDate } from '#kernel/local-date.ts'
import { landingByCommunes, landingOf, type NotComparable } from './landing.ts'
import { destinationOf } from './rebase.ts'
import { unitAt, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

/** Who answers on a day for what a unit was (ai chịu trách nhiệm thay). */
export type Answering = {
  /** The province that succeeded its province; null where it went to several, or nobody knows. */
  province: RegisterVersion | null
  /** Every province that holds some of it: one, except where a border was moved. */
  provinces: readonly RegisterVersion[]
  /** The communes that hold its area, itself where it stands. */
  communes: readonly RegisterVersion[]
  /** False where a part of its area is lost from sight: then there may be more communes than these. */
  isComplete: boolean
  reason: NotComparable | null
}

/** For any unit of any time: itself, its successors or its predecessors, as of a day. */
export function answersFor(register: Register, unit: UnitId, day: LocalDate): Answering {
  const found = communesOf(register, unit, day)
  const provinces = provincesOf(register, unit, day, found.communes)
  return {
    province: provinces.length === 1 ? (provinces[0] ?? null) : null,
    provinces,
    communes: found.communes,
    isComplete: found.isComplete,
    reason: found.reason,
  }
}

type Held = Pick<Answering, 'communes' | 'isComplete' | 'reason'>

function communesOf(register: Register, unit: UnitId, day: LocalDate): Held {
  const standing = unitAt(register, unit, day)
  if (standing) {
    const under = treeOn(register, day).descendants(unit, 'commune')
    return { communes: standing.level === 'commune' ? [standing] : under, isComplete: true, reason: null }
  }
  const own = landingOf(register, unit, day)
  const isOwn = own.leaves.length > 0 && own.leaves.every(({ version }) => version.level === 'commune')
  const landing = isOwn ? own : landingByCommunes(register, unit, day)
  if (!landing) return { communes: [], isComplete: false, reason: own.obstacles[0] ?? null }
  const communes = landing.leaves.map(({ version }) => version).filter(({ level }) => level === 'commune')
  // A division with unknown shares leaves no doubt about who holds the area.
  const reason = landing.isComplete ? null : (landing.obstacles.at(-1) ?? null)
  return { communes, isComplete: landing.isComplete, reason }
}

function provincesOf(
  register: Register,
  unit: UnitId,
  day: LocalDate,
  communes: readonly RegisterVersion[],
): readonly RegisterVersion[] {
  const tree = treeOn(register, day)
  const whole = destinationOf(register, unit, { day, level: 'province' })
  const found = whole.parts.length > 0 ? whole.parts.map((part) => part.unit) : communes.map((one) => one.province)
  return [...new Set(found)].flatMap((province) => tree.unit(province) ?? [])
}
