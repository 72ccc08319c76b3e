/** Something of a height that would like to stand at a place. */
type Wish = { at: number; size: number }

/** Places from top to bottom so that none covers another and each stays near where it belongs; in the order given. */
export function spread(wishes: readonly Wish[], height: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishAt(wishes, a) - wishAt(wishes, b) || a - b)
  const places = wishes.map(({ at }) => at)
  let floor = 0
  for (const index of order) {
    places[index] = Math.max(floor, wishAt(wishes, index))
    floor = (places[index] ?? 0) + (wishes[index]?.size ?? 0)
  }
  let ceiling = height
  for (const index of order.toReversed()) {
    places[index] = Math.max(0, Math.min(places[index] ?? 0, ceiling - (wishes[index]?.size ?? 0)))
    ceiling = places[index] ?? 0
  }
  return places
}

function wishAt(wishes: readonly Wish[], index: number): number {
  return wishes[index]?.at ?? 0
}
