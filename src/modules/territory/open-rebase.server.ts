import type { z } from 'zod'
import type { Tx } from '#platform/database.ts'
import { reasonText } from './labels.ts'
import type { rebaseAnswer, rebaseFilters, rebaseListing } from './open-rebase.ts'
import { destinationOf } from './rebase.ts'
import { currentRegister } from './register.server.ts'
import { lastVersionOf, unitAt, unitByCode, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

type Answer = z.output<typeof rebaseAnswer>
type Filters = z.output<typeof rebaseFilters>
type Question = {
  filters: Filters
  limit: number
  after: z.output<typeof rebaseListing.position> | null
  count: boolean
}

/** One page of where figures go from one day's map to another's. */
export async function openRebase(tx: Tx, question: Question) {
  const register = await currentRegister(tx)
  const { filters, limit, after } = question
  const sources = sourcesFor(register, filters)
  const first = after === null ? 0 : sources.findIndex((source) => source.key >= after[0])
  const items: Answer[] = []
  let next: [string, string] | null = null
  for (const { key, version } of first < 0 ? [] : sources.slice(first)) {
    for (const row of rowsOf(register, version, filters)) {
      const place = row.to?.unit ?? ''
      if (after !== null && key === after[0] && place <= after[1]) continue
      if (items.length === limit) return { items, next, total: totalOf(register, sources, question) }
      items.push(row)
      next = [key, place]
    }
  }
  return { items, next: null, total: totalOf(register, sources, question) }
}

type Source = { key: string; version: RegisterVersion }

/** The units of the first day, in the order of the official codes. */
function sourcesFor(register: Register, { from, level, unit, province }: Filters): Source[] {
  const units = unit && new Set(unit.map((code) => unitByCode(register, code)))
  const provinces = province && new Set(province.map((code) => unitByCode(register, code)))
  return treeOn(register, from)
    .units(level ?? 'commune')
    .filter((version) => (units?.has(version.unit) ?? true) && (provinces?.has(version.province) ?? true))
    .map((version) => ({ key: `${version.officialCode ?? ''} ${version.code}`, version }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function rowsOf(register: Register, version: RegisterVersion, { to, level }: Filters): Answer[] {
  const found = destinationOf(register, version.unit, { day: to, level: level ?? 'commune' })
  const common = {
    from: unitOfDay(version),
    flag: found.flag,
    reason: found.reason === null ? null : reasonText(found.reason, (unit) => nameOf(register, unit)),
  }
  if (found.parts.length === 0) return [{ ...common, to: null, share: null }]
  return found.parts
    .flatMap(({ unit, share }) => {
      const target = unitAt(register, unit, to)
      return target ? { ...common, to: unitOfDay(target), share } : []
    })
    .sort((a, b) => (a.to.unit < b.to.unit ? -1 : 1))
}

function totalOf(register: Register, sources: readonly Source[], { filters, count }: Question): number | null {
  return count ? sources.reduce((sum, { version }) => sum + rowsOf(register, version, filters).length, 0) : null
}

function unitOfDay({ officialCode, name, code }: RegisterVersion): Answer['from'] {
  return { code: officialCode, name, unit: code }
}

function nameOf(register: Register, unit: UnitId): string {
  return lastVersionOf(register, unit)?.name ?? ''
}
