import {
  begin,
  change,
  end,
  openVersion,
  record,
  unitNow,
  wholeShare,
  type Book,
  type Cite,
  type Link,
  type Unit,
} from './book.ts'
import { splitName, type Level } from './names.ts'
import { tidied } from './snapshot.ts'
import type { Cells } from './table.ts'

const codes = (list: string): string[] => list.split(';').filter((code) => code !== '')

/** Brings the book from the snapshot to 30 June 2025, day by day: districts first, then their communes. */
export function applyEarlier(book: Book, changes: readonly Cells[]): void {
  const dated = changes.filter((row) => row('day') !== '')
  const days = [...new Set(dated.map((row) => row('day')))].sort()
  for (const day of days) {
    const rows = dated.filter((row) => row('day') === day)
    for (const level of ['province', 'district', 'commune'] as const) {
      applyDay(
        book,
        level,
        day,
        rows.filter((row) => row('level') === level),
      )
    }
    followDistricts(book, day, rows)
  }
}

function applyDay(book: Book, level: Level, day: string, rows: Cells[]): void {
  const byCode = new Map(rows.map((row) => [row('official_code'), row]))
  const origins = originsOf(book, level, rows)
  const olds = new Map<string, Unit>()
  for (const code of new Set([...[...origins.values()].flat(), ...origins.keys(), ...endedCodes(rows)])) {
    const unit = book.current.get(`${level} ${code}`)
    if (unit) olds.set(code, unit)
  }
  const before = new Map([...olds].map(([code, unit]) => [code, openVersion(unit)]))
  for (const unit of olds.values()) end(book, unit, day)
  const made = new Map<string, Unit>()
  for (const code of [...origins.keys()].sort()) {
    const row = byCode.get(code)
    const last = before.get(code)
    const name = tidied(row?.('new_name') || last?.name || '')
    const parent = parentOf(book, level, row, last?.parent ?? null)
    const facts = { name, kind: splitName(level, name).kind, parent, officialCode: code }
    made.set(code, begin(book, level, day, facts, citeOf(row ?? firstFrom(rows, code))))
  }
  recordMerges(book, day, rows, origins, { olds, made })
  for (const row of rows.filter((one) => /changed$|^renamed$/.test(one('what')))) {
    if (origins.has(row('official_code'))) continue
    const unit = unitNow(book, level, row('official_code'))
    const name = tidied(row('new_name'))
    const parent = parentOf(book, level, row, openVersion(unit).parent)
    change(book, unit, day, { name, kind: splitName(level, name).kind, parent }, citeOf(row))
  }
}

/** New units of a day by code, each with the codes of what it is made of: what gave a part away is a new unit as well. */
function originsOf(book: Book, level: Level, rows: Cells[]): Map<string, string[]> {
  const origins = new Map<string, Set<string>>()
  const add = (code: string, from: string[]): void => {
    const known = origins.get(code) ?? new Set()
    for (const one of from) known.add(one)
    origins.set(code, known)
  }
  const ended = new Set(endedCodes(rows))
  for (const row of rows) {
    const code = row('official_code')
    const from = codes(row('from_codes'))
    if (row('what').startsWith('created') && from.length === 0) add(code, [])
    else if (row('what') === 'area-changed' && from.length === 0) add(code, [code])
    else if (from.length > 0) add(code, from)
    if (row('what') === 'ended') for (const into of codes(row('into_codes'))) add(into, [code])
  }
  for (const [code, from] of [...origins]) {
    for (const one of [...from]) if (!ended.has(one) && !origins.has(one)) add(one, [one])
    const isNew = rows.some((row) => row('official_code') === code && row('what').startsWith('created'))
    if (!isNew && book.current.has(`${level} ${code}`) && !ended.has(code)) add(code, [code])
  }
  return new Map([...origins].map(([code, from]) => [code, [...from].sort()]))
}

const endedCodes = (rows: Cells[]): string[] =>
  rows.filter((row) => row('what') === 'ended').map((row) => row('official_code'))

const firstFrom = (rows: Cells[], code: string): Cells | undefined =>
  rows.find((row) => codes(row('into_codes')).includes(code) || codes(row('from_codes')).includes(code))

const citeOf = (row: Cells | undefined): Cite => ({ act: row?.('act') ?? '', article: '' })

function parentOf(book: Book, level: Level, row: Cells | undefined, before: Unit | null): Unit | null {
  if (level === 'province') return null
  if (level === 'district') {
    if (before) return before
    const from = codes(row?.('from_codes') ?? '')[0]
    const origin = book.units.find((unit) => unit.level === 'district' && unit.code === from)
    return origin?.versions.at(-1)?.parent ?? null
  }
  const code = row?.('new_district') || row?.('old_district') || before?.versions.at(-1)?.officialCode
  return unitNow(book, 'district', code ?? '')
}

/** One event for each set of units that a day's links join. */
function recordMerges(
  book: Book,
  day: string,
  rows: Cells[],
  origins: Map<string, string[]>,
  { olds, made }: { olds: Map<string, Unit>; made: Map<string, Unit> },
): void {
  const units = { olds, made, ...changedAlone(rows) }
  const targets = new Map<string, string[]>()
  for (const [code, from] of origins) for (const one of from) targets.set(one, [...(targets.get(one) ?? []), code])
  const seen = new Set<string>()
  for (const start of [...origins.keys()].sort()) {
    if (seen.has(start)) continue
    const group = joined(start, origins, targets)
    for (const code of group) seen.add(code)
    const links = group.flatMap((code) => linksTo(code, origins, targets, units))
    if (links.length > 0) record(book, day, citeOf(citing(rows, group)), links)
  }
}

type Units = { olds: Map<string, Unit>; made: Map<string, Unit>; lost: Set<string>; gained: Set<string> }

/**
 * Units known to have given land away, or taken some, where no list says whom the rest concerns: the one is only part of
 * what it was, the other not made of it alone.
 */
function changedAlone(rows: Cells[]): { lost: Set<string>; gained: Set<string> } {
  const alone = rows.filter((row) => {
    const from = row('from_codes')
    return (
      (row('what') === 'area-changed' && from === '') ||
      (row('what') === 'created-from' && from === row('official_code'))
    )
  })
  const isGain = (row: Cells): boolean => row('note').startsWith('nhận')
  return {
    lost: new Set(alone.filter((row) => !isGain(row)).map((row) => row('official_code'))),
    gained: new Set(alone.filter(isGain).map((row) => row('official_code'))),
  }
}

const citing = (rows: Cells[], group: string[]): Cells | undefined =>
  rows.find((row) => group.includes(row('official_code')) && row('act') !== '') ?? firstFrom(rows, group[0] ?? '')

function joined(start: string, origins: Map<string, string[]>, targets: Map<string, string[]>): string[] {
  const group = new Set([start])
  for (const code of group) {
    for (const from of origins.get(code) ?? []) for (const other of targets.get(from) ?? []) group.add(other)
  }
  return [...group].sort()
}

function linksTo(
  code: string,
  origins: Map<string, string[]>,
  targets: Map<string, string[]>,
  { olds, made, lost, gained }: Units,
): Link[] {
  const to = made.get(code)
  const from = (origins.get(code) ?? []).filter((one) => olds.has(one))
  return from.flatMap((one) => {
    const unit = olds.get(one)
    if (!unit || !to) return []
    const isWhole = targets.get(one)?.length === 1 && !lost.has(code)
    const share = isWhole ? wholeShare : null
    const backShare = from.length === 1 && !gained.has(code) ? wholeShare : null
    return [{ from: unit, to, extent: isWhole ? ('whole' as const) : ('part' as const), share, backShare, source: '' }]
  })
}

/** Communes of a district that ended and began again under its code belong to the new one from that day. */
function followDistricts(book: Book, day: string, rows: Cells[]): void {
  for (const unit of book.current.values()) {
    if (unit.level !== 'commune') continue
    const version = openVersion(unit)
    const parent = version.parent
    const ended = parent?.versions.at(-1)
    if (!parent || !ended || ended.until === '') continue
    const next = unitNow(book, 'district', ended.officialCode)
    const row = rows.find((one) => one('level') === 'district' && one('official_code') === ended.officialCode)
    change(book, unit, day, { parent: next }, citeOf(row))
  }
}
