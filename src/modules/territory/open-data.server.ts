import type { z } from 'zod'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { wholeShare, type Succession } from './event.ts'
import type { unitAnswer, unitFilters, unitListing, unitWithVersions } from './open-data.ts'
import { currentRegister } from './register.server.ts'
import {
  lastVersionOf,
  predecessorsOf,
  successorsOf,
  unitAt,
  unitByCode,
  versionsOf,
  type Register,
} from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId, UnitTree } from './unit.ts'

type Answer = z.output<typeof unitAnswer>
type Filters = z.output<typeof unitFilters>
type UnitQuestion = {
  filters: Filters
  order: string
  limit: number
  after: z.output<typeof unitListing.position> | null
  count: boolean
}

/** One page of the units in force on a day. */
export async function openUnits(tx: Tx, question: UnitQuestion, today: LocalDate) {
  const register = await currentRegister(tx)
  const { filters, order, limit, after } = question
  const tree = treeOn(register, filters.on ?? today, filters.tree)
  const found = inOrder(tree, order).filter(wantedBy(register, filters))
  const past = after === null ? 0 : found.findIndex((version) => isPast(version, after, order))
  const page = past < 0 ? [] : found.slice(past, past + limit)
  const last = page.at(-1)
  const isLast = past < 0 || past + limit >= found.length
  return {
    items: page.map((version) => openVersion(register, version)),
    next: isLast || !last ? null : ([last.name, last.code] as [string, string]),
    total: question.count ? found.length : null,
  }
}

function wantedBy(register: Register, filters: Filters): (version: RegisterVersion) => boolean {
  const { level, kind, parent, province, code, officialCode, q } = filters
  const unitsOf = (codes: readonly string[] | undefined) =>
    codes && new Set(codes.map((one) => unitByCode(register, one)))
  const [parents, provinces, units] = [unitsOf(parent), unitsOf(province), unitsOf(code)]
  const words = fold(q ?? '')
    .split(' ')
    .filter(Boolean)
  return (version) =>
    (level?.includes(version.level) ?? true) &&
    (kind?.includes(version.kind) ?? true) &&
    (parents?.has(version.parent) ?? true) &&
    (provinces?.has(version.province) ?? true) &&
    (units?.has(version.unit) ?? true) &&
    (officialCode?.includes(version.officialCode ?? '') ?? true) &&
    words.every((word) => fold(version.name).includes(word))
}

const collator = new Intl.Collator('vi')

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const ordered = new WeakMap<UnitTree, Map<string, readonly RegisterVersion[]>>()

/** Sorted once for each tree that is kept: every page of a list would sort ten thousand names again. */
function inOrder(tree: UnitTree, order: string): readonly RegisterVersion[] {
  const orders = ordered.get(tree) ?? new Map<string, readonly RegisterVersion[]>()
  ordered.set(tree, orders)
  const sorted = orders.get(order) ?? [...tree.units()].sort(orderedBy(order))
  orders.set(order, sorted)
  return sorted
}

function orderedBy(order: string): (a: RegisterVersion, b: RegisterVersion) => number {
  const sign = order.startsWith('-') ? -1 : 1
  return order.endsWith('name')
    ? (a, b) => sign * (collator.compare(a.name, b.name) || compareCodes(a.code, b.code))
    : (a, b) => sign * compareCodes(a.code, b.code)
}

function isPast(version: RegisterVersion, [name, code]: [string, string], order: string): boolean {
  const sign = order.startsWith('-') ? -1 : 1
  const byName = order.endsWith('name') ? collator.compare(version.name, name) : 0
  return sign * (byName || compareCodes(version.code, code)) > 0
}

function codeOf(register: Register, unit: UnitId | null): string | null {
  return unit === null ? null : (lastVersionOf(register, unit)?.code ?? null)
}

function openVersion(register: Register, version: RegisterVersion): Answer {
  return {
    code: version.code,
    name: version.name,
    kind: version.kind,
    level: version.level,
    parent: codeOf(register, version.parent),
    province: codeOf(register, version.province) ?? '',
    officialCode: version.officialCode,
    from: version.from,
    until: version.until,
    actNumber: version.act,
    actArticle: version.article,
  }
}

/** A unit with every version, newest first, and whom it came from and went into; null when no unit has this code. */
export async function openUnit(tx: Tx, code: string): Promise<z.output<typeof unitWithVersions> | null> {
  const register = await currentRegister(tx)
  const unit = unitByCode(register, code)
  const last = unit && lastVersionOf(register, unit)
  if (!unit || !last) return null
  return {
    code,
    name: last.name,
    versions: versionsOf(register, unit)
      .map((version) => openVersion(register, version))
      .reverse(),
    predecessors: predecessorsOf(register, unit).map((link) =>
      openSuccession(link, lastVersionOf(register, link.from)),
    ),
    successors: successorsOf(register, unit).map((link) => openSuccession(link, unitAt(register, link.to, link.by.on))),
  }
}

function openSuccession(link: Succession, other: RegisterVersion | null) {
  return {
    code: other?.code ?? '',
    officialCode: other?.officialCode ?? null,
    name: other?.name ?? '',
    on: link.by.on,
    event: link.by.kind,
    extent: link.extent,
    share: link.share === null ? null : link.share / wholeShare,
    actNumber: link.by.act,
    actArticle: link.by.article,
  }
}

/** The first of these codes that no unit ever had; null when each is one. */
export async function firstUnknownUnit(tx: Tx, codes: readonly string[]): Promise<string | null> {
  if (codes.length === 0) return null
  const register = await currentRegister(tx)
  return codes.find((code) => unitByCode(register, code) === null) ?? null
}

/** Why the register cannot speak of a day; null when it can. */
export async function dayRefused(tx: Tx, day: LocalDate | undefined): Promise<string | null> {
  const { begins } = await currentRegister(tx)
  if (day === undefined || day >= begins) return null
  return `Sổ đơn vị chỉ có từ ngày ${formatDay(begins)}, không nói được về ngày ${formatDay(day)}.`
}
