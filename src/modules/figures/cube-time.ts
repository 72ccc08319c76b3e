import type { Definition } from './cube-memory.ts'
import {
  amountAt,
  definitionChanged,
  isAnswer,
  isNumber,
  none,
  notApplicable,
  notOverTime,
  nought,
  partsMissing,
  putAmount,
  qualifierOf,
  qualifiers,
  reported,
  stateBits,
  type Column,
} from './cube-slab.ts'
import { hedgeOfSum } from './rollup.ts'

/** One of the shorter periods: its layer, and where each unit of the longer one stands in it. */
export type PartOfPeriod = { layer: Column; places: Int32Array | null }

/**
 * Puts a period together for every unit without a number of its own, as the indicator allows: a flow is the sum of its parts, a
 * stock its last or first. A part that is missing leaves the unit out: eleven months are not a year.
 */
export function putTogether(
  into: Column & { of: number },
  definition: { overTime: Definition['overTime']; isBroken: boolean } | null,
  parts: readonly PartOfPeriod[],
): void {
  if (!definition || parts.every(({ layer }) => layer.flags.every((flag) => flag === none))) return
  const needed = neededOf(definition.overTime, parts)
  for (let place = 0; place < into.flags.length; place += 1) {
    if (isAnswer(into.flags[place] ?? none)) continue
    const given = parts.map((part) => flagIn(part, place)).filter((flag) => flag !== none)
    if (given.length === 0) continue
    if (!needed || given.some((flag) => (flag & stateBits) === notOverTime)) into.flags[place] = notOverTime
    else if (definition.isBroken || given.some((flag) => (flag & stateBits) === definitionChanged)) {
      into.flags[place] = definitionChanged
    } else putUnit(into, place, needed, parts)
  }
}

/** The parts that make the number; null where the indicator is not put together over time. */
function neededOf(overTime: Definition['overTime'], parts: readonly PartOfPeriod[]): readonly PartOfPeriod[] | null {
  switch (overTime) {
    case 'sum':
      return parts
    case 'last':
      return parts.slice(-1)
    case 'first':
      return parts.slice(0, 1)
    default:
      return null
  }
}

function putUnit(into: Column, place: number, needed: readonly PartOfPeriod[], parts: readonly PartOfPeriod[]): void {
  const flags = needed.map((part) => flagIn(part, place))
  if (!flags.every(isAnswer)) {
    into.flags[place] = partsMissing
    into.amounts[place] = parts.filter((part) => isAnswer(flagIn(part, place))).length
    return
  }
  if (!flags.some(isNumber)) {
    into.flags[place] = notApplicable
    return
  }
  const sum = needed.reduce((all, part) => all + (isNumber(flagIn(part, place)) ? amountIn(part, place) : 0n), 0n)
  const hedge = hedgeOfSum(flags.filter(isNumber).map(qualifierOf))
  putAmount(into, place, sum)
  into.flags[place] = sum === 0n ? nought : reported | (qualifiers.indexOf(hedge) << 3)
}

function flagIn({ layer, places }: PartOfPeriod, place: number): number {
  return layer.flags[places ? (places[place] ?? -1) : place] ?? none
}

function amountIn({ layer, places }: PartOfPeriod, place: number): bigint {
  const at = places ? (places[place] ?? -1) : place
  return (layer.flags[at] ?? none) === nought ? 0n : amountAt(layer, at)
}
