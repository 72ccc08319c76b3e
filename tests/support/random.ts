export type Random = { below(most: number): number; of<T>(list: readonly T[]): T; chance(share: number): boolean }

/** A sequence of numbers that is the same for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    chance: (share) => next() < share,
    of: (list) => {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('Nothing to choose from')
      return found
    },
  }
}
