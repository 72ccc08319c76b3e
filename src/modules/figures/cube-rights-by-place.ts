import type { Layout } from './cube-layout.ts'
import { standingNumber } from './cube-slab.ts'
import { mayRead, type Reader } from './cube-rights.ts'
import type { SetStanding } from './figure-set.ts'
import type { Indicator } from './indicator.ts'

/** A unit whose figures this reader may not see, however far they have come. */
export const never = 9

/** How far the figures of each unit must have come to be in an answer: what was asked for, and what this reader may see. */
export type Leasts = {
  readonly byPlace: Uint8Array
  /** By place: the one number that holds for a unit and everything in it; 0 where they differ. */
  readonly within: Uint8Array
  /** The one number that holds for every unit; 0 where they differ. */
  readonly everywhere: number
  /** False where this reader may see nobody's. */
  readonly seesAnything: boolean
}

export type LeastsKept = WeakMap<Layout, Map<string, Leasts>>

/** Cuts a question for one indicator to what its reader may see of every unit of a layout. */
export function leastsOf(
  kept: LeastsKept,
  layout: Layout,
  reader: Reader,
  { sensitivity }: Pick<Indicator, 'sensitivity'>,
  counts: SetStanding,
): Leasts {
  const key = `${readerKey(reader)} ${sensitivity} ${counts}`
  const ofLayout = kept.get(layout) ?? new Map<string, Leasts>()
  kept.set(layout, ofLayout)
  const known = ofLayout.get(key)
  if (known) return known
  if (ofLayout.size >= mostReaders) ofLayout.clear()
  const made = makeLeasts(layout, reader, sensitivity, standingNumber(counts))
  ofLayout.set(key, made)
  return made
}

const mostReaders = 64

function readerKey(reader: Reader): string {
  if (reader.kind === 'public') return 'public'
  const { duty, unit, province, follows } = reader.actor
  return `${duty} ${unit} ${province} ${follows?.units.join() ?? ''}`
}

function makeLeasts(layout: Layout, reader: Reader, sensitivity: Indicator['sensitivity'], counts: number): Leasts {
  const [seen = []] = mayRead(reader, layout.versions, [{ sensitivity }])
  const byPlace = Uint8Array.from(seen, (least) => (least === null ? never : Math.max(standingNumber(least), counts)))
  const within = byPlace.slice()
  // Backwards: what stands in a unit comes after it, so it is known before it is asked for.
  for (let place = byPlace.length - 1; place >= 0; place -= 1) {
    const above = layout.parent[place] ?? -1
    if (above >= 0 && within[place] !== byPlace[above]) within[above] = 0
  }
  const [first = never] = byPlace
  const everywhere = byPlace.every((least) => least === first) ? first : 0
  return { byPlace, within, everywhere, seesAnything: byPlace.some((least) => least !== never) }
}
