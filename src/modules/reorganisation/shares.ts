import { wholeShare } from '#modules/territory/event.ts'
import { sharesByAmount } from '#modules/territory/stated.ts'
import type { Measure } from './draft.ts'

/** Why the parts of one unit do not make the whole of it. */
export type ShareFault =
  | { code: 'shares-not-whole'; sum: number }
  | { code: 'shares-mixed' }
  | { code: 'share-without-source' }
  | { code: 'nobody-in-parts' }

export type Measured = { measure: Measure; source: string }

/**
 * The shares of all parts of one unit in millionths, null where they are not known. Counts of people become shares by the
 * largest remainder, so that the parts add to exactly one whole.
 */
export function sharesOf(
  parts: readonly Measured[],
): { ok: true; shares: (number | null)[] } | { ok: false; fault: ShareFault } {
  const known = parts.filter(({ measure }) => measure.by !== 'unknown')
  if (known.some(({ source }) => source.trim() === '')) return { ok: false, fault: { code: 'share-without-source' } }
  const kinds = new Set(known.map(({ measure }) => measure.by))
  if (kinds.size > 1 || (kinds.has('people') && known.length < parts.length)) {
    return { ok: false, fault: { code: 'shares-mixed' } }
  }
  if (kinds.has('people')) return ofPeople(parts)
  const shares = parts.map(({ measure }) => (measure.by === 'share' ? measure.share : null))
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
  const isOpen = known.length < parts.length
  if (sum > wholeShare || (!isOpen && sum !== wholeShare))
    return { ok: false, fault: { code: 'shares-not-whole', sum } }
  return { ok: true, shares }
}

function ofPeople(parts: readonly Measured[]): ReturnType<typeof sharesOf> {
  const people = parts.map(({ measure }) => (measure.by === 'people' ? measure.people : 0))
  if (people.every((count) => count === 0)) return { ok: false, fault: { code: 'nobody-in-parts' } }
  return { ok: true, shares: sharesByAmount(people.map(BigInt)) }
}

/** Reads `62,5` or `62.5 %` as 625,000 millionths; null when it is no percentage between 0 and 100 with at most four decimals. */
export function readPercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim())
  if (!match) return null
  const share = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  return share <= wholeShare ? share : null
}

/** Writes 625,000 millionths as `62,5%`. */
export function sayPercent(share: number): string {
  const decimals = String(share % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.floor(share / 10_000)}${decimals ? `,${decimals}` : ''}%`
}
