import { addDays, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { wholeShare, type Succession } from './event.ts'
import type { Moment, UnitLife } from './life.ts'
import { beganWords, changedWords, endedWords } from './life-words.ts'
import { unitPath } from './naming.ts'
import { lastVersionOf, unitAt, unitsOver, type Register } from './register.ts'
import type { RegisterVersion } from './unit.ts'

/** Another unit on a line of life: which, how much of it, and by which clause where that is its own. */
export type LifeLink = {
  name: string
  where: string
  href: string
  extent: string
  /** Not known how much: a figure cannot be divided there. */
  isShareUnknown: boolean
  /** Where the share comes from; empty for a whole unit. */
  shareSource: string
  citation: string | null
  isVerified: boolean
}

/** A day of a unit's life in words, in order of time (một mốc trong đời đơn vị). */
export type LifeEntry = {
  key: string
  /** Null: before all that is recorded. */
  day: LocalDate | null
  when: string
  what: string
  more: readonly string[]
  links: readonly LifeLink[]
  citation: string | null
  /** False: the act's own text was not read. */
  isVerified: boolean
  mark: 'began' | 'changed' | 'today' | 'ended'
  isAhead: boolean
}

/** The life of a unit as lines to read; today stands among them, so that what is decided and not yet so is seen as such. */
export function lifeLine(register: Register, life: UnitLife, today: LocalDate): LifeEntry[] {
  const [first] = life.versions
  const before = first?.from === null ? [unrecordedBeginning(register, first)] : []
  const moments = life.moments.map((moment, at) => entryOf(register, life, moment, at, today))
  const now = unitAt(register, life.unit, today)
  if (!now) return [...before, ...moments]
  const past = moments.filter(({ isAhead }) => !isAhead)
  return [...before, ...past, todayEntry(register, now, today), ...moments.slice(past.length)]
}

/** `Huyện Quế Sơn, Tỉnh Quảng Nam`: what stood over a unit with this name. */
export function whereOf(register: Register, version: RegisterVersion): string {
  return unitsOver(register, version)
    .map(({ name }) => name)
    .join(', ')
}

/** `toàn bộ`, `một phần, 30%`; a part of the land may hold all its people, or none. */
function extentWords({ extent, share }: Pick<Succession, 'extent' | 'share'>): string {
  if (extent === 'whole') return 'toàn bộ'
  if (share === null) return 'một phần'
  if (share === wholeShare) return 'một phần đất, toàn bộ dân số'
  return share === 0 ? 'một phần đất, không có dân' : `một phần, ${percent(share)}`
}

function percent(millionths: number): string {
  return `${((millionths / wholeShare) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 4 })}%`
}

/** Which text says so: `1659/NQ-UBTVQH15, Điều 1 khoản 23`, and whether that text itself was read. */
type Cited = { citation: string | null; isVerified: boolean }

function cited(register: Register, act: string | null, article: string | null): Cited {
  if (act === null) return { citation: null, isVerified: true }
  const citation = [act, article].filter(Boolean).join(', ')
  return { citation, isVerified: register.acts.get(act)?.isVerified ?? false }
}

/** The other units of these links as they were on the two sides of each event. */
export function linksOf(register: Register, life: UnitLife, side: 'from' | 'to'): LifeLink[] {
  const own = new Set(life.versions.map(({ name }) => name))
  return (side === 'from' ? life.predecessors : life.successors).flatMap((link) => {
    const day = side === 'from' ? addDays(link.by.on, -1) : link.by.on
    const version = unitAt(register, link[side], day) ?? lastVersionOf(register, link[side])
    if (!version) return []
    return {
      name: version.name,
      where: [whereOf(register, version), own.has(version.name) ? beside(link, side) : ''].filter(Boolean).join(', '),
      href: unitPath(version.code),
      extent: extentWords(link),
      shareSource: link.shareSource,
      isShareUnknown: link.extent === 'part' && link.share === null,
      ...cited(register, link.by.act, link.by.article),
    }
  })
}

/** Two units of one name are told apart by the day between them. */
function beside({ by }: Succession, side: 'from' | 'to'): string {
  return side === 'from' ? `đến ${formatDay(addDays(by.on, -1))}` : `từ ${formatDay(by.on)}`
}

function entryOf(register: Register, life: UnitLife, moment: Moment, at: number, today: LocalDate): LifeEntry {
  const { what, on } = moment
  const links =
    what.kind === 'began' ? linksOf(register, life, 'from') : what.kind === 'ended' ? linksOf(register, life, 'to') : []
  const source = sourceOf(cited(register, moment.act, moment.article), what.kind, links)
  const { title, more } = wordsOf(register, life, what)
  return {
    key: `${on}-${at}`,
    day: on,
    when: whenOf(moment, today),
    what: title,
    more: [...more, ...notesOf(life, moment)],
    // Said once, not on every line.
    links: links.map((link) => (link.citation === source.citation ? { ...link, citation: null } : link)),
    ...source,
    mark: what.kind,
    isAhead: on > today || (on === today && what.kind === 'ended'),
  }
}

/** One clause for all of them is the day's; where each has its own, each says it. */
function sourceOf(own: Cited, kind: Moment['what']['kind'], links: readonly LifeLink[]): Cited {
  const [first, ...others] = links
  const isShared = first !== undefined && others.every(({ citation }) => citation === first.citation)
  if (isShared && (own.citation === null || kind === 'ended')) {
    return { citation: first.citation, isVerified: first.isVerified }
  }
  return kind === 'ended' && first ? { citation: null, isVerified: true } : own
}

function wordsOf(register: Register, life: UnitLife, what: Moment['what']): { title: string; more: string[] } {
  if (what.kind === 'began') return { title: beganWords(what.version, what.from), more: [] }
  if (what.kind === 'changed') {
    const place = (version: RegisterVersion): string => whereOf(register, version)
    return changedWords(what, place(what.before), place(what.after))
  }
  const isAbolished = life.events.some(({ kind }) => kind === 'level-abolished')
  return { title: endedWords(what.version, what.into, isAbolished), more: [] }
}

function whenOf({ on, what }: Moment, today: LocalDate): string {
  if (what.kind === 'ended' && !what.isDayKnown) return `Không rõ ngày, muộn nhất ${formatDay(on)}`
  const day = what.kind === 'ended' ? `Hết ngày ${formatDay(on)}` : formatDay(on)
  return on > today ? `${day} (chưa tới ngày)` : day
}

/** What the register notes of the events of that day. */
function notesOf(life: UnitLife, { on, what }: Moment): string[] {
  const day = what.kind === 'ended' ? addDays(on, 1) : on
  return life.events.filter((event) => event.on === day && event.note !== '').map(({ note }) => note)
}

function unrecordedBeginning(register: Register, version: RegisterVersion): LifeEntry {
  return {
    ...bare('before', `Đã có ${nameIn(register, version)}`),
    day: null,
    when: `Trước ${formatDay(register.begins)}`,
    more: ['Ngày lập không ghi trong sổ đơn vị này.'],
  }
}

function todayEntry(register: Register, version: RegisterVersion, today: LocalDate): LifeEntry {
  return {
    ...bare('today', nameIn(register, version)),
    day: today,
    when: `Hôm nay, ${formatDay(today)}`,
    mark: 'today',
  }
}

function bare(key: string, what: string): LifeEntry {
  const nothing = { day: null, when: '', more: [], links: [], citation: null }
  return { key, what, ...nothing, isVerified: true, mark: 'began', isAhead: false }
}

function nameIn(register: Register, version: RegisterVersion): string {
  const where = whereOf(register, version)
  return where ? `${version.name}, thuộc ${where}` : version.name
}
