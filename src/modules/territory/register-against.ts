import { readCsv, namedCells } from '#kernel/csv.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { spelling } from '#kernel/text.ts'
import { predecessorsOf, successorsOf, type Register } from './register.ts'
import { realUnits } from './register-check.ts'

/** A link of another list, by official codes before and since 1 July 2025. */
export type ListedLink = { from: string; to: string; name: string; extent: 'whole' | 'part' | null }
export type ListedUnit = { code: string; name: string }
export type Listed = { what: 'links'; links: ListedLink[] } | { what: 'units'; units: ListedUnit[] }

/** One place where another list says otherwise, with the clause that settles it. */
export type Disagreement = {
  kind: 'only-theirs' | 'only-ours' | 'extent' | 'unit-only-theirs' | 'unit-only-ours' | 'name'
  key: string
  sentence: string
}

const newUnitsDay = localDate('2025-07-01')
const lastDistrictDay = localDate('2025-06-30')

type Json = Record<string, unknown>
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC') : '')

/** Reads links or units in the forms they are published in; null when it is none of them. */
export function readListed(file: string, text: string): Listed | null {
  return /\.csv$/i.test(file) ? listedCsv(file, text) : listedJson(text)
}

function listedCsv(file: string, text: string): Listed | null {
  const table = readCsv(file, text)
  const rows = table.rows.map((row) => namedCells(table, row))
  if (table.header.includes('from') && table.header.includes('to')) {
    const extent = (cell: string): ListedLink['extent'] => (cell === 'whole' || cell === 'part' ? cell : null)
    const hasExtent = table.header.includes('extent')
    return {
      what: 'links',
      links: rows.map((cell) => ({
        from: cell('from'),
        to: cell('to'),
        name: '',
        extent: hasExtent ? extent(cell('extent')) : null,
      })),
    }
  }
  if (!table.header.includes('code') || !table.header.includes('name')) return null
  return { what: 'units', units: rows.map((cell) => ({ code: cell('code'), name: cell('name') })) }
}

function listedJson(text: string): Listed | null {
  const json: unknown = JSON.parse(text)
  if (Array.isArray(json)) {
    const tables = listOf(json).filter((one) => one['type'] === 'table')
    if (tables.length > 0)
      return listedMappings(listOf(tables.find((one) => one['name'] === 'ward_mappings')?.['data']))
    const units = listOf(json).flatMap((one) => [one, ...listOf(one['Wards'])])
    return { what: 'units', units: units.map((one) => ({ code: textOf(one['Code']), name: textOf(one['FullName']) })) }
  }
  const data = listOf((json as Json | null)?.['data'])
  if (data.some((one) => 'level2s' in one && 'merges' in one)) return { what: 'links', links: data.flatMap(mergesOf) }
  if (data.some((one) => 'splits' in one)) return { what: 'links', links: data.flatMap(splitsOf) }
  return null
}

const mergesOf = (province: Json): ListedLink[] =>
  listOf(province['level2s']).flatMap((unit) =>
    listOf(unit['merges']).map((one) => ({
      from: textOf(one['old_id']),
      to: textOf(unit['level2_id']),
      name: textOf(one['name']),
      extent: one['type'] === 'full' ? ('whole' as const) : ('part' as const),
    })),
  )

const splitsOf = (province: Json): ListedLink[] =>
  listOf(province['level3s']).flatMap((unit) =>
    listOf(unit['splits']).map((one) => ({
      from: textOf(unit['level3_id']),
      to: textOf(one['new_id']),
      name: textOf(unit['name']),
      extent: null,
    })),
  )

const listedMappings = (rows: Json[]): Listed => ({
  what: 'links',
  links: rows.map((one) => ({
    from: textOf(one['old_ward_code']),
    to: textOf(one['new_ward_code']),
    name: textOf(one['old_ward_name']),
    extent: null,
  })),
})

type OurLink = { from: string; to: string; fromName: string; toName: string; extent: 'whole' | 'part'; clause: string }

/** Where the register differs from a list of links over 1 July 2025. */
export function compareLinks(register: Register, listed: readonly ListedLink[]): Disagreement[] {
  const ours = new Map(linksOfJuly(register).map((link) => [`${link.from} ${link.to}`, link]))
  const theirs = new Map(listed.map((link) => [`${link.from} ${link.to}`, link]))
  const makers = Map.groupBy(ours.values(), (link) => link.to)
  const takers = Map.groupBy(ours.values(), (link) => link.from)
  const found: Disagreement[] = []
  for (const [key, link] of theirs) {
    const our = ours.get(key)
    if (our && (link.extent === null || link.extent === our.extent)) continue
    if (our) {
      const word = our.extent === 'whole' ? 'toàn bộ' : 'một phần'
      found.push({
        kind: 'extent',
        key,
        sentence: `${our.fromName} (${our.from}) → ${our.toName} (${our.to}): nghị quyết nói ${word} (${our.clause})`,
      })
      continue
    }
    const made = makers.get(link.to)?.[0]
    const into = takers.get(link.from) ?? []
    const where =
      into.map((one) => `${one.toName} (${one.to}, ${one.clause})`).join('; ') || 'không nghị quyết nào gọi tên'
    const here = made ? `${made.toName} (${made.clause}) không gồm đơn vị này` : `không có đơn vị mới mã ${link.to}`
    found.push({
      kind: 'only-theirs',
      key,
      sentence: `${link.name} (${link.from}) → ${link.to}: ${here}; nghị quyết: ${where}`,
    })
  }
  for (const [key, our] of ours) {
    if (theirs.has(key)) continue
    found.push({
      kind: 'only-ours',
      key,
      sentence: `${our.fromName} (${our.from}) → ${our.toName} (${our.to}): ${our.clause}`,
    })
  }
  return found.sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1))
}

/** Every commune of 30 June 2025 and where it went; one that stayed is a link to itself. */
export function linksOfJuly(register: Register): OurLink[] {
  const after = new Map(realUnits(register, newUnitsDay, 'commune').map((one) => [one.unit, one]))
  const before = [
    ...realUnits(register, lastDistrictDay, 'commune'),
    ...realUnits(register, lastDistrictDay, 'district'),
  ]
  return before.flatMap((old) => {
    const stays = after.get(old.unit)
    const clauseOf = (act: string | null, article: string | null): string => [act, article].filter(Boolean).join(' ')
    const base = { from: old.officialCode ?? '', fromName: old.name }
    if (stays) {
      return [
        {
          ...base,
          to: stays.officialCode ?? '',
          toName: stays.name,
          extent: 'whole' as const,
          clause: clauseOf(stays.act, stays.article),
        },
      ]
    }
    return successorsOf(register, old.unit).flatMap((link) => {
      const to = after.get(link.to)
      if (!to || link.by.on !== newUnitsDay) return []
      return [
        {
          ...base,
          to: to.officialCode ?? '',
          toName: to.name,
          extent: link.extent,
          clause: clauseOf(link.by.act, link.by.article),
        },
      ]
    })
  })
}

/** Where the register differs from a list of provinces and communes of a day; another place of the tone mark is not a difference. */
export function compareUnits(register: Register, listed: readonly ListedUnit[], day: LocalDate): Disagreement[] {
  const units = [...realUnits(register, day, 'province'), ...realUnits(register, day, 'commune')]
  const ours = new Map(units.map((one) => [one.officialCode ?? '', one]))
  const theirs = new Map(listed.map((one) => [one.code, one]))
  const found: Disagreement[] = []
  for (const [code, their] of theirs) {
    const our = ours.get(code)
    if (!our)
      found.push({
        kind: 'unit-only-theirs',
        key: code,
        sentence: `${their.name} (${code}) không có trong sổ vào ngày này`,
      })
    else if (!isSameName(our.name, their.name)) {
      found.push({
        kind: 'name',
        key: code,
        sentence: `${code}: sổ ghi ${our.name}${our.act ? ` (${our.act} ${our.article ?? ''})` : ''}, danh sách ghi ${their.name}`,
      })
    }
  }
  for (const [code, our] of ours) {
    if (theirs.has(code)) continue
    const from = predecessorsOf(register, our.unit).length
    found.push({
      kind: 'unit-only-ours',
      key: code,
      sentence: `${our.name} (${code}) không có trong danh sách; ${our.act ?? ''} ${our.article ?? ''}, ${from} đơn vị trước`,
    })
  }
  return found.sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1))
}

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replaceAll('ð', 'đ')
    .split(/[\s-]+/)
    .map((word) => spelling(word).replaceAll('y', 'i'))
    .join('')
const isSameName = (a: string, b: string): boolean => key(a) === key(b)
