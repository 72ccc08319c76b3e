import type { Quantity } from '#kernel/quantity.ts'
import type { CellReason } from './cube-answer.ts'
import { qualifiers } from './cube-slab.ts'
import type { Sums } from './cube-sums.ts'
import type { Operand } from './expression-evaluate.ts'
import { hedgeOfSum } from './rollup.ts'

const nothing = { amount: null, qualifier: 'exact', flag: 'exact' } as const

/** One cell of a group that was added up, as a formula takes it. */
export function operandOf(sums: Sums, at: number): Operand {
  const expected = sums.counted + sums.missing
  if (sums.refusal) {
    return { state: 'not-comparable', ...nothing, counted: sums.counted, expected, reason: sums.refusal.reason }
  }
  if (sums.counted === 0) {
    const isNeeded = sums.missing > 0 || sums.notApplicable === 0
    const state = isNeeded ? 'absent' : 'not-applicable'
    return { state, ...nothing, counted: 0, expected, reason: isNeeded ? reasonOf(sums) : null }
  }
  const amount = BigInt(sums.amounts[at] ?? 0) as Quantity
  return {
    ...{ state: 'known', amount, counted: sums.counted, expected, reason: reasonOf(sums) },
    qualifier: amount === 0n ? 'exact' : hedgeOfBits(sums.hedges[at] ?? 0),
    flag: sums.isApportioned ? 'apportioned' : 'exact',
  }
}

/** How many units gave every cell of the group; of one kind, how many of that kind these are or have. */
export function unitsOf(sums: Sums, isOfKind: boolean): Operand {
  const operand = operandOf(sums, 0)
  if (operand.state !== 'known') return operand
  const count = isOfKind ? sums.divisor : sums.counted
  return { ...operand, amount: (BigInt(count) * 10_000n) as Quantity, qualifier: 'exact' }
}

/** Why a number is not the whole of one, where that is known of a unit in it. */
function reasonOf(sums: Sums): CellReason | null {
  if (sums.missing === 0) return null
  return sums.reason ?? (sums.unseen > 0 ? { why: 'may-not-see' } : null)
}

export function hedgeOfBits(bits: number): Operand['qualifier'] {
  return bits <= 1 ? 'exact' : hedgeOfSum(qualifiers.filter((_, at) => bits & (1 << at)))
}
