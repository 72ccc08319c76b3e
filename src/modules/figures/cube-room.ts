import type { Asked } from './cube-asked.ts'
import { bookKey, bytesIn, type Memory } from './cube-memory.ts'
import type { Derived } from './cube-views.ts'

/** What is worked out may take this part of the memory before it is dropped and worked out again. */
const partForDerived = 3
const mostSums = 100_000

/** Drops what was asked for longest ago until the cube fits; what this question used goes last (KHEO_CUBE_MB). */
export function makeRoom({ memory, derived }: { memory: Memory; derived: Derived }, asked: Asked, limit: number): void {
  for (const { code, year } of asked.books) {
    const key = bookKey(code, year)
    const book = memory.books.get(key)
    // It moves to the end: a Map keeps the order in which its keys were put in.
    if (book && memory.books.delete(key)) memory.books.set(key, book)
  }
  if (derived.layers.bytes > limit / partForDerived || derived.sums.count > mostSums) forget(derived)
  let bytes = bytesIn(memory)
  if (bytes <= limit) return
  for (const [key, book] of memory.books) {
    if (bytes <= limit) break
    // What is being brought up to date is somebody's who waits for it.
    if (book.clocks !== null) continue
    memory.books.delete(key)
    bytes -= book.bytes
    forget(derived)
  }
  forgetYears(memory, asked)
}

/** The sets of years of which no figure is kept any more. */
function forgetYears({ books, years }: Memory, asked: Asked): void {
  const needed = new Set([...asked.years, ...[...books.values()].map(({ year }) => year)])
  for (const [year, { clocks }] of years) if (clocks === null && !needed.has(year)) years.delete(year)
}

/** Makes room in the middle of an answer: three hundred indicators of seventy years are worked out one after another. */
export function makeRoomWithin(derived: Derived): void {
  if (derived.layers.bytes > mostBytesWithin || derived.sums.count > mostSums) forget(derived)
}

const mostBytesWithin = 128 * 1024 * 1024

/** Everything that was worked out of figures that are kept no longer. */
export function forget(derived: Derived): void {
  derived.layers.kept.clear()
  derived.layers.bytes = 0
  derived.sums.kept.clear()
  derived.sums.count = 0
}
