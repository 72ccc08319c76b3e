import { createHash } from 'node:crypto'
import type { Level } from './names.ts'

export type Cite = { act: string; article: string }

/** A unit as it was from a day (`''`: before anything known here) until before another (`''`: to this day). */
export type Version = {
  from: string
  until: string
  untilIsKnown: boolean
  name: string
  kind: string
  parent: Unit | null
  province: Unit | null
  officialCode: string
  cite: Cite
}

/** One territory for ever; its official code is the one under which it began. */
export type Unit = { id: string; level: Level; code: string; bornOn: string; versions: Version[] }

export type Link = {
  from: Unit
  to: Unit
  extent: 'whole' | 'part'
  share: number | null
  backShare: number | null
  source: string
}

export type Event = {
  id: string
  kind: string
  on: string
  cite: Cite
  aggregation: 'both' | 'forward' | 'backward' | 'neither'
  note: string
  links: Link[]
}

/** The register while it is being written: every unit there ever was, and which one carries an official code now. */
export type Book = {
  units: Unit[]
  current: Map<string, Unit>
  events: Event[]
  kept: Map<string, { id: string; code: string }>
}

const uncited: Cite = { act: '', article: '' }
export const wholeShare = 1_000_000

/** An id that is the same whenever the register is built again: RFC 9562 UUIDv8 of what is named. */
export function idOf(...named: string[]): string {
  const bytes = createHash('sha256')
    .update(`kheo register\n${named.join('\n')}`)
    .digest()
    .subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function unitNow(book: Book, level: Level, code: string): Unit {
  const unit = book.current.get(`${level} ${code}`)
  if (!unit) throw new Error(`No ${level} carries the code ${code}`)
  return unit
}

/** The version of a unit that no day has ended yet. */
export function openVersion(unit: Unit): Version {
  const last = unit.versions.at(-1)
  if (last?.until !== '') throw new Error(`${unit.level} ${unit.code} (${last?.name}) has ended`)
  return last
}

export type Facts = Pick<Version, 'name' | 'kind' | 'parent'> & { officialCode: string }

/** Begins a unit; one that carries the same code must have ended before. */
export function begin(book: Book, level: Level, from: string, facts: Facts, cite: Cite = uncited): Unit {
  const before = book.current.get(`${level} ${facts.officialCode}`)
  if (before) throw new Error(`${level} ${facts.officialCode} still is ${openVersion(before).name}`)
  const kept = from === '' ? book.kept.get(`${level} ${facts.officialCode}`) : undefined
  const id = kept?.id ?? idOf(level, facts.officialCode, from)
  const unit: Unit = { id, level, code: facts.officialCode, bornOn: from, versions: [] }
  unit.versions.push(versionOf(unit, from, facts, cite))
  book.units.push(unit)
  book.current.set(`${level} ${facts.officialCode}`, unit)
  return unit
}

/** From a day on a unit is called, ranked or placed otherwise; on the day it began it only is so from the start. */
export function change(book: Book, unit: Unit, on: string, facts: Partial<Facts>, cite: Cite, dayIsKnown = true): void {
  const last = openVersion(unit)
  const next = versionOf(unit, on, { ...last, ...facts }, cite)
  if (facts.officialCode && facts.officialCode !== last.officialCode) {
    book.current.delete(`${unit.level} ${last.officialCode}`)
    book.current.set(`${unit.level} ${facts.officialCode}`, unit)
  }
  if (last.from === on) unit.versions.pop()
  else Object.assign(last, { until: on, untilIsKnown: dayIsKnown })
  unit.versions.push(last.from === on && last.cite.act !== '' ? { ...next, cite: last.cite } : next)
}

export function end(book: Book, unit: Unit, on: string): void {
  const last = openVersion(unit)
  last.until = on
  book.current.delete(`${unit.level} ${last.officialCode}`)
}

function versionOf(unit: Unit, from: string, facts: Facts, cite: Cite): Version {
  const province = unit.level === 'province' ? unit : provinceOf(facts.parent)
  return {
    ...{ from, until: '', untilIsKnown: true, name: facts.name, kind: facts.kind },
    ...{ parent: facts.parent, province, officialCode: facts.officialCode, cite },
  }
}

function provinceOf(parent: Unit | null): Unit | null {
  return parent?.level === 'province' || !parent ? parent : (parent.versions.at(-1)?.province ?? null)
}

/** Records links of one change as an event; what may be added across it follows from its links. */
export function record(book: Book, on: string, cite: Cite, links: Link[], note = ''): Event {
  const key = links.map((link) => `${link.from.id} ${link.to.id}`).sort()
  const event: Event = {
    id: idOf('event', on, cite.act, cite.article, ...key),
    kind: kindOfEvent(links),
    on,
    cite,
    aggregation: 'both',
    note,
    links,
  }
  book.events.push(event)
  return event
}

function kindOfEvent(links: Link[]): string {
  const targets = new Set(links.map((link) => link.to)).size
  const sources = new Set(links.map((link) => link.from)).size
  if (links.every((link) => link.extent === 'whole')) return 'merge'
  return targets > 1 && sources === 1 ? 'split' : 'partial-transfer'
}
