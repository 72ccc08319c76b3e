import type pg from 'pg'
import type { Db } from '#platform/database.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { Register } from '#modules/territory/register.ts'
import type { BookNeeded } from './cube-asked.ts'
import {
  applySet,
  applyValue,
  bookKey,
  installSlab,
  newMemory,
  settleWaiting,
  type Book,
  type Clocks,
  type Memory,
  type YearOfSets,
} from './cube-memory.ts'
import { forget } from './cube-room.ts'
import { readBook, readClocks, readDefinitions, readTail, readYear, type Tail } from './cube-read.server.ts'
import type { Slab } from './cube-slab.ts'
import { newDerived, type Derived } from './cube-views.ts'

/** What is kept now, and what is being read for it. Dropped as a whole when it can no longer be followed. */
export type Held = {
  memory: Memory
  derived: Derived
  filling: Map<string, Promise<void>>
  /** How the definitions stood before they were read. */
  definitions: string
}

/** How the cube looks at the database. Every question waits for a look that begins after it came. */
export type Looking = {
  readonly pool: pg.Pool
  readonly db: Db
  held: Held | null
  /** A look that is not sent yet: whoever comes now shares it. */
  waiting: Promise<Held> | null
  sent: Promise<unknown>
}

/** Brings what is kept up to the last commit, in one statement; questions that come before it is sent share it. */
export function lookAgain(looking: Looking): Promise<Held> {
  if (looking.waiting) return looking.waiting
  const turn = looking.sent.then(
    () => look(looking),
    () => look(looking),
  )
  looking.waiting = turn
  looking.sent = turn
  return turn
}

async function look(looking: Looking): Promise<Held> {
  looking.waiting = null
  const { held, pool, db } = looking
  // What joins after this is not brought up to date by this look, and waits for the next.
  const joined = held ? joinedIn(held.memory) : []
  const known = held ? oldest([held.memory.clocks, ...joined.flatMap(({ clocks }) => clocks ?? [])]) : null
  const [tail, register] = await Promise.all([known ? readTail(pool, known) : readClocks(pool), currentRegister(db)])
  // Somebody dropped it meanwhile, or it cannot be followed: it is read again when it is asked for.
  if (!held || looking.held !== held || !canFollow(held, tail, register)) {
    const memory = newMemory(register, await readDefinitions(pool), tail.clocks)
    looking.held = { memory, derived: newDerived(), filling: new Map(), definitions: tail.definitions }
    return looking.held
  }
  try {
    follow(held.memory, tail, joined)
  } catch (error) {
    // Half of the changes are in: nothing of it may be answered from.
    looking.held = null
    throw error
  }
  return held
}

type Joining = Book | YearOfSets

function joinedIn({ books, years }: Memory): Joining[] {
  return [...books.values(), ...years.values()].filter(({ clocks }) => clocks !== null)
}

/** By province the smallest number: whoever read earlier misses what came since. A province without a number had none then. */
function oldest(all: readonly Clocks[]): Clocks {
  const provinces = new Set(all.flatMap((clocks) => [...clocks.keys()]))
  return new Map([...provinces].map((one) => [one, Math.min(...all.map((clocks) => clocks.get(one) ?? 0))]))
}

/** A clock that went backwards is another database under the same address, e.g. one restored from a backup. */
function canFollow({ memory, definitions }: Held, tail: Tail, register: Register): boolean {
  const isForward = [...memory.clocks].every(([province, n]) => (tail.clocks.get(province) ?? -1) >= n)
  const isKnown = tail.values.every(({ version }) => memory.definitions.byId.has(version))
  return isForward && isKnown && !tail.isTooLong && register === memory.register && tail.definitions === definitions
}

function follow(memory: Memory, tail: Tail, joined: readonly Joining[]): void {
  // Sets first: a value is only placed in a set that is known, and a row of a set is how it stands at the end of the tail.
  for (const set of tail.sets) applySet(memory, set)
  // What a filling left waiting is older than the tail: put in after it, it would undo a newer number.
  settleWaiting(memory, false)
  for (const value of tail.values) if (!applyValue(memory, value)) memory.waiting.push(value)
  memory.clocks = tail.clocks
  for (const one of joined) one.clocks = null
  settleWaiting(memory, joinedIn(memory).length === 0)
}

/** Whether there is a definition now that was not there when they were read; then everything is read again. */
export async function hasNewDefinition(looking: Looking, held: Held, code: string): Promise<boolean> {
  const { byCode } = await readDefinitions(looking.pool)
  if (!byCode.has(code)) return false
  if (looking.held === held) looking.held = null
  return true
}

/** What has to be read would not fit into the memory that the cube may take. */
export type TooMuch = { values: number; most: number }

const bytesOfValue = 9

/** Reads what a question needs and is not kept; null when it is there, to be brought up to date by the next look. */
export async function fill(
  { pool }: Looking,
  held: Held,
  missing: { years: readonly number[]; books: readonly BookNeeded[] },
  limit: number,
): Promise<TooMuch | null> {
  await Promise.all(missing.years.map((year) => once(held, `${year}`, () => fillYear(pool, held.memory, year))))
  let bytes = 0
  for (let at = 0; at < missing.books.length; at += booksAtOnce) {
    const some = missing.books.slice(at, at + booksAtOnce)
    await Promise.all(
      some.map(({ code, year }) => once(held, bookKey(code, year), () => fillBook(pool, held.memory, { code, year }))),
    )
    for (const { code, year } of some) bytes += held.memory.books.get(bookKey(code, year))?.bytes ?? 0
    if (bytes <= limit) continue
    const read = at + some.length
    // Nobody answers from them, and a second question that is too large would come on top.
    for (const { code, year } of missing.books.slice(0, read)) held.memory.books.delete(bookKey(code, year))
    forget(held.derived)
    return {
      values: Math.ceil(((bytes / bytesOfValue) * missing.books.length) / read),
      most: Math.floor(limit / bytesOfValue),
    }
  }
  return null
}

const booksAtOnce = 4

/** Whoever needs what is being read waits for it. */
async function once({ filling }: Held, key: string, read: () => Promise<void>): Promise<void> {
  const known = filling.get(key)
  if (known) return known
  const reading = read().finally(() => filling.delete(key))
  filling.set(key, reading)
  return reading
}

async function fillYear(pool: pg.Pool, memory: Memory, year: number): Promise<void> {
  if (memory.years.has(year)) return
  const { clocks, sets } = await readYear(pool, year)
  memory.years.set(year, { year, frames: new Map(), clocks })
  wholeOrNot(
    () => sets.forEach((set) => applySet(memory, set)),
    () => memory.years.delete(year),
  )
  memory.stamp += 1
}

async function fillBook(pool: pg.Pool, memory: Memory, { code, year }: BookNeeded): Promise<void> {
  const key = bookKey(code, year)
  if (memory.books.has(key)) return
  const book = { code, year, slabs: new Map<string, Slab>(), bytes: 0 }
  const sets = memory.years.get(year)
  // Without a set there is no figure: a question of seventy years does not ask the database for each of them.
  if (sets && hasNoSets(sets)) {
    memory.books.set(key, { ...book, clocks: sets.clocks ?? memory.clocks })
    return
  }
  const versions = (memory.definitions.byCode.get(code) ?? []).map(({ id }) => id)
  const { clocks, slabs } = await readBook(pool, versions, year)
  // Another question made room meanwhile: whoever waits sees that it is not there, and reads both again.
  if (!memory.years.has(year)) return
  const filled: Book = { ...book, clocks }
  memory.books.set(key, filled)
  wholeOrNot(
    () => slabs.forEach((slab) => installSlab(memory, filled, slab)),
    () => memory.books.delete(key),
  )
}

function hasNoSets({ frames }: YearOfSets): boolean {
  return [...frames.values()].every(({ setAt }) => setAt.size === 0)
}

/** Half of what was read must not stay: the next look would take it for all there is. */
function wholeOrNot(put: () => void, takeBack: () => void): void {
  try {
    put()
  } catch (error) {
    takeBack()
    throw error
  }
}
