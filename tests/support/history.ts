import fc from 'fast-check'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { LawfulAggregation } from '#modules/territory/event.ts'
import type { RegisterRows } from '#modules/territory/register.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import { eventLine, linksOf, on, versionLine } from './register.ts'

/** One change of an invented history; the numbers choose among the units that stand then. */
export type Change = {
  days: number
  what: 'merge' | 'split' | 'transfer' | 'rename' | 'move' | 'join-provinces'
  pick: readonly [number, number, number]
  /** Millionths that the first part gets; null where nobody knows. */
  share: number | null
  aggregation: LawfulAggregation
}

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 200 }),
    what: fc.constantFrom('merge', 'split', 'transfer', 'rename', 'move', 'join-provinces'),
    pick: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
    share: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { freq: 2 }),
    aggregation: fc.constantFrom('both', 'both', 'both', 'forward', 'backward', 'neither'),
  }),
  { maxLength: 14 },
)

/** A unit as the simplest model there is keeps it: nothing but what holds now. */
type Standing = { code: string; name: string; level: 'province' | 'commune'; parent: string | null }

/** What the model knew on a day: its rows by code, as text, to be compared later. */
export type Memory = { day: LocalDate; standing: string[]; rows: RegisterRows }

const begins = on('2019-01-01')

/**
 * Plays a history and writes it down as a register would. After each change it remembers what stood, and the rows as they were
 * then: a later answer about that day must be the same.
 */
export function play(
  stream: readonly Change[],
  provinces = 3,
  communes = 9,
): { memories: Memory[]; rows: RegisterRows } {
  const book = newBook(provinces, communes)
  const memories = [book.remember(addDays(begins, 10))]
  let day = addDays(begins, 20)
  for (const [number, change] of stream.entries()) {
    day = addDays(day, change.days)
    book.apply(change, number, day)
    memories.push(book.remember(addDays(day, change.pick[2] % change.days)))
    day = addDays(day, change.days)
  }
  return { memories, rows: book.rows() }
}

export function standingText({ code, name, level, parent }: Standing): string {
  return [code, name, level, parent ?? '-'].join(' ')
}

function newBook(provinces: number, communes: number) {
  const now = new Map<string, Standing>()
  const since = new Map<string, string | null>()
  const versions: RegisterVersion[] = []
  const events: Parameters<typeof eventLine>[0][] = []
  const begin = (unit: Standing, day: LocalDate | null): void => {
    now.set(unit.code, unit)
    since.set(unit.code, day)
  }
  const written = (unit: Standing, until: LocalDate | null): RegisterVersion =>
    versionLine({ ...unit, province: unit.parent ?? unit.code, from: since.get(unit.code) ?? null, until })
  const end = (code: string, day: LocalDate): void => {
    const unit = now.get(code)
    if (!unit) throw new Error(`nobody is called ${code}`)
    versions.push(written(unit, addDays(day, -1)))
    now.delete(code)
  }
  const change = (code: string, day: LocalDate, facts: Partial<Standing>): void => {
    const unit = now.get(code)
    if (!unit) throw new Error(`nobody is called ${code}`)
    end(code, day)
    begin({ ...unit, ...facts }, day)
  }
  for (let at = 0; at < provinces; at += 1)
    begin({ code: `p${at}`, name: `Tỉnh ${at}`, level: 'province', parent: null }, null)
  for (let at = 0; at < communes; at += 1) {
    begin({ code: `c${at}`, name: `Xã ${at}`, level: 'commune', parent: `p${at % provinces}` }, null)
  }
  const ofLevel = (level: Standing['level']): Standing[] => [...now.values()].filter((unit) => unit.level === level)

  function apply({ what, pick, share, aggregation }: Change, number: number, day: LocalDate): void {
    const all = ofLevel(what === 'join-provinces' ? 'province' : 'commune')
    const first = all[pick[0] % all.length]
    const others = all.filter((unit) => unit !== first)
    const second = others[pick[1] % Math.max(1, others.length)]
    if (!first) return
    const event = { id: `e${number}`, on: day, aggregation }
    const part = share === null ? '?' : String(share)
    const rest = share === null ? '?' : String(1_000_000 - share)
    const born = (letter: string, like: Standing): string => {
      const code = `${letter}${number}n`
      begin({ ...like, code, name: `${like.name} mới` }, day)
      return code
    }
    if (what === 'rename') change(first.code, day, { name: `${first.name} đổi` })
    else if (what === 'move')
      change(first.code, day, {
        parent: ofLevel('province')[pick[2] % ofLevel('province').length]?.code ?? first.parent,
      })
    else if (what === 'split') {
      end(first.code, day)
      const [one, two] = [born('s', first), born('t', first)]
      events.push({ ...event, kind: 'split', links: [`${first.code} ${one} ${part}`, `${first.code} ${two} ${rest}`] })
    } else if (!second) return
    else if (what === 'transfer') {
      end(first.code, day)
      end(second.code, day)
      const [one, two] = [born('u', first), born('v', second)]
      events.push({
        ...event,
        kind: 'partial-transfer',
        links: [`${first.code} ${one} ${part}`, `${first.code} ${two} ${rest}`, `${second.code} ${two}`],
      })
    } else {
      end(first.code, day)
      end(second.code, day)
      const code = born('m', first)
      for (const child of what === 'join-provinces' ? ofLevel('commune') : []) {
        if (child.parent === first.code || child.parent === second.code) change(child.code, day, { parent: code })
      }
      events.push({ ...event, kind: 'merge', links: [`${first.code} ${code}`, `${second.code} ${code}`] })
    }
  }
  const rows = (): RegisterRows => ({
    begins,
    versions: [...versions, ...[...now.values()].map((unit) => written(unit, null))],
    events: events.map(eventLine),
    links: events.flatMap(linksOf),
    acts: [],
  })
  const remember = (day: LocalDate): Memory => ({
    day,
    standing: [...now.values()].map(standingText).sort(),
    rows: rows(),
  })
  return { apply, rows, remember }
}
