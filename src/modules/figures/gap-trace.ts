import { absolute, add, type Quantity, zero } from '#kernel/quantity.ts'
import type { OverUnits } from './check-input.ts'
import type { TracedUnits } from './finding.ts'

type Candidate = NonNullable<OverUnits['candidates']>[number]

/**
 * The unit, else the two units, whose numbers come to the gap between a stated total and the sum of the units below it.
 * More than that of the stated total: a unit that is handed in and not accepted, else one counted twice. Less: a unit left out.
 * Where two answers fit equally well nothing is said: a wrong name is worse than none.
 */
export function traceGap(gap: Quantity, candidates: readonly Candidate[]): TracedUnits | null {
  if (gap === zero) return null
  const accepted = candidates.filter(({ isAccepted }) => isAccepted)
  const waiting = candidates.filter(({ isAccepted }) => !isAccepted)
  const size = absolute(gap)
  if (gap < zero) return traced('left-out', size, accepted)
  const all = add(...waiting.map(({ amount }) => amount))
  if (waiting.length > 0 && all === size) return named('not-accepted', waiting)
  return traced('not-accepted', size, waiting) ?? traced('twice', size, accepted)
}

function traced(how: TracedUnits['how'], size: Quantity, among: readonly Candidate[]): TracedUnits | null {
  const some = among.filter(({ amount }) => amount > zero && amount <= size)
  const alone = some.filter(({ amount }) => amount === size)
  if (alone.length > 0) return alone.length === 1 ? named(how, alone) : null
  const pairs = some.flatMap((one, at) =>
    some.slice(at + 1).flatMap((other) => (add(one.amount, other.amount) === size ? [[one, other]] : [])),
  )
  return pairs.length === 1 ? named(how, pairs[0] ?? []) : null
}

function named(how: TracedUnits['how'], some: readonly Candidate[]): TracedUnits {
  return { how, units: some.map(({ name, amount }) => ({ name, amount })) }
}
