import type { LocalDate } from '#kernel/local-date.ts'
import {
  everWithOfficialCode,
  holdsOn,
  lastVersionOf,
  successorsOf,
  unitAt,
  unitsOver,
  type Register,
} from './register.ts'
import { searchIndex, type IndexedName, type SearchIndex } from './search-index.ts'
import { readSearch, type TypedSearch } from './search-words.ts'
import type { RegisterVersion, UnitId, UnitLevel } from './unit.ts'

/** What narrows a search of units. */
export type UnitSearch = {
  /** The day on which a unit counts as standing. */
  today: LocalDate
  levels?: readonly UnitLevel[]
  /** Only units of this province, as it was with the name that is found. */
  province?: UnitId
  onlyInForce?: boolean
  /** How many hits at most; 20 where nothing is said. */
  most?: number
}

/** A unit that answers to the words typed. */
export type UnitHit = {
  unit: UnitId
  /** The version whose name was found: an old name finds the unit too. */
  found: RegisterVersion
  /** As it stands today, or as it last was. */
  now: RegisterVersion
  isInForce: boolean
  /** The units over it with that name, nearest first. */
  under: readonly RegisterVersion[]
  /** Of an ended unit: where it went, directly. */
  successors: readonly RegisterVersion[]
}

/** `isCut`: there are more, and more words would find them. */
export type UnitHits = { hits: readonly UnitHit[]; isCut: boolean }

/** How well a name answers; the smaller, the earlier it stands. */
type Rank = { name: IndexedName; rank: number }

/**
 * Finds units by the words of their names in any order: with or without diacritics, abbreviated (`H. Que Son`), by old names, with
 * the names of the units over them (`xã Phú Thọ huyện Quế Sơn`), or by an official code. The whole name first, then what was
 * spelled as it was typed, then what stands before what has ended.
 */
export function searchUnits(register: Register, text: string, options: UnitSearch): UnitHits {
  const typed = readSearch(text)
  if (typed.words.length === 0 && typed.kinds.length === 0) return { hits: [], isCut: false }
  const index = searchIndex(register)
  const best = new Map<UnitId, Rank>()
  for (const found of [...byOfficialCode(register, index, typed), ...byWords(index, typed)]) {
    const { version } = found.name
    if (!isWanted(version, options)) continue
    const rank = found.rank + (holdsOn(version, options.today) ? 0 : endedLater)
    const before = best.get(version.unit)
    if (!before || rank < before.rank) best.set(version.unit, { name: found.name, rank })
  }
  // Names stand in the index in the order of the alphabet.
  const ranked = [...best.values()].sort((a, b) => a.rank - b.rank || a.name.place - b.name.place)
  const most = options.most ?? 20
  return {
    hits: ranked.slice(0, most).map(({ name }) => hitOf(register, name, options.today)),
    isCut: ranked.length > most,
  }
}

function isWanted(version: RegisterVersion, options: UnitSearch): boolean {
  if (options.levels && !options.levels.includes(version.level)) return false
  if (options.province !== undefined && version.province !== options.province) return false
  return !options.onlyInForce || holdsOn(version, options.today)
}

// Each of these outweighs all that stand below it.
const byAncestors = 200_000
const noWholeNameAbove = 100_000
const notWholeName = 20_000
const onlyBeginning = 8_000
const spelledOtherwise = 100
const endedLater = 40
const levelStep = { province: 0, district: 1, commune: 2 } as const

function byOfficialCode(register: Register, index: SearchIndex, typed: TypedSearch): Rank[] {
  if (typed.digits === null) return []
  const versions = new Set(everWithOfficialCode(register, typed.digits))
  return index.names.filter(({ version }) => versions.has(version)).map((name) => ({ name, rank: 0 }))
}

function byWords(index: SearchIndex, typed: TypedSearch): Rank[] {
  const matches = typed.words.map((word) => index.matching(word))
  const found: Rank[] = []
  for (const name of index.names) {
    const rank = rankOf(name, typed, matches)
    if (rank !== null) found.push({ name, rank })
  }
  return found
}

function rankOf(name: IndexedName, typed: TypedSearch, matches: readonly Uint8Array[]): number | null {
  let rank = levelStep[name.version.level]
  let own = 0
  for (const match of matches) {
    const inName = bestOf(match, name.words)
    const best = inName > 0 ? inName : bestOf(match, name.above)
    if (best === 0) return null
    if (inName === 0) rank += byAncestors
    else own += 1
    if (best === 1) rank += onlyBeginning
    // 2: the letters are right, the marks typed are others.
    if (best === 2) rank += spelledOtherwise
  }
  for (const kind of typed.kinds) {
    if (kind === name.kind) continue
    if (!name.kindsAbove.includes(kind)) return null
    rank += byAncestors
  }
  // Something of the unit's own must have been said: a district's name alone does not ask for all its communes.
  if (own === 0) return null
  // “H. Que Son” is of Huyện Quế Sơn, not of a Kim Sơn in Huyện Quế Phong.
  const isWhole = (words: readonly number[]): boolean =>
    words.every((word) => matches.some((match) => (match[word] ?? 0) > 1))
  if (rank >= byAncestors && !name.namesAbove.some(isWhole)) rank += noWholeNameAbove
  const said = matches.filter((match) => bestOf(match, name.ownWords) > 1).length
  return rank + (said >= name.ownWords.length ? 0 : notWholeName)
}

function bestOf(match: Uint8Array, words: readonly number[]): number {
  let best = 0
  for (const word of words) best = Math.max(best, match[word] ?? 0)
  return best
}

function hitOf(register: Register, { version }: IndexedName, today: LocalDate): UnitHit {
  const standing = unitAt(register, version.unit, today)
  return {
    unit: version.unit,
    found: version,
    now: standing ?? lastVersionOf(register, version.unit) ?? version,
    isInForce: standing !== null,
    under: unitsOver(register, version),
    successors: standing
      ? []
      : successorsOf(register, version.unit).flatMap(({ to, by }) => unitAt(register, to, by.on) ?? []),
  }
}
