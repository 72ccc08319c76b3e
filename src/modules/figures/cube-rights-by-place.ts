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
  /** Which numbers there are, without those that may never be seen. */
  readonly distinct: readonly number[]
  /** The same for every reader with the same limits: what is worked out for one holds for all of them (lớp quyền). */
  readonly rightsClass: number
  /** False where this reader may see nobody's. */
  readonly seesAnything: boolean
}

export type LeastsKept = WeakMap<Layout, { byReader: Map<string, Leasts>; classes: Map<string, number> }>

/** Cuts a question for one indicator to what its reader may see of every unit of a layout. */
export function leastsOf(
  kept: LeastsKept,
  layout: Layout,
  reader: Reader,
  { sensitivity }: Pick<Indicator, 'sensitivity'>,
  counts: SetStanding,
): Leasts {
  const key = `${readerKey(reader)} ${sensitivity} ${counts}`
  const ofLayout = kept.get(layout) ?? { byReader: new Map<string, Leasts>(), classes: new Map<string, number>() }
  kept.set(layout, ofLayout)
  const known = ofLayout.byReader.get(key)
  if (known) return known
  if (ofLayout.byReader.size >= mostReaders) ofLayout.byReader.clear()
  if (ofLayout.classes.size >= mostReaders) ofLayout.classes.clear()
  const made = makeLeasts(layout, reader, sensitivity, standingNumber(counts), ofLayout.classes)
  ofLayout.byReader.set(key, made)
  return made
}

// Never given twice: what was kept for a class that was forgotten is nobody's.
let lastClass = 0

function classOf(byPlace: Uint8Array, classes: Map<string, number>): number {
  const limits = byPlace.join('')
  const known = classes.get(limits)
  if (known !== undefined) return known
  lastClass += 1
  classes.set(limits, lastClass)
  return lastClass
}

const mostReaders = 64

function readerKey(reader: Reader): string {
  if (reader.kind === 'public') return 'public'
  const { duty, unit, province, follows } = reader.actor
  return `${duty} ${unit} ${province} ${follows?.units.join() ?? ''}`
}

function makeLeasts(
  layout: Layout,
  reader: Reader,
  sensitivity: Indicator['sensitivity'],
  counts: number,
  classes: Map<string, number>,
): Leasts {
  const [seen = []] = mayRead(reader, layout.versions, [{ sensitivity }])
  const byPlace = Uint8Array.from(seen, (least) => (least === null ? never : Math.max(standingNumber(least), counts)))
  const within = byPlace.slice()
  // Backwards: what stands in a unit comes after it, so it is known before it is asked for.
  for (let place = byPlace.length - 1; place >= 0; place -= 1) {
    const above = layout.parent[place] ?? -1
    if (above >= 0 && within[place] !== byPlace[above]) within[above] = 0
  }
  const distinct = [...new Set(byPlace)].filter((least) => least !== never).sort((a, b) => a - b)
  return { byPlace, within, distinct, rightsClass: classOf(byPlace, classes), seesAnything: distinct.length > 0 }
}
