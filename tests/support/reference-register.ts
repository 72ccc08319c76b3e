import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type {
  EventKind,
  LawfulAggregation,
  LegalAct,
  SuccessionLink,
  TerritorialEvent,
} from '#modules/territory/event.ts'
import type { RegisterRows } from '#modules/territory/register.ts'
import type { RegisterVersion, Tree, UnitId, UnitKind, UnitLevel } from '#modules/territory/unit.ts'

type Cells = (column: string) => string

/** The files of a folder as the rows of a register, without a database. */
export function rowsOfFolder(folder: string): RegisterRows {
  const table = (name: string): Cells[] => {
    const path = join(folder, `${name}.csv`)
    if (!existsSync(path)) return []
    const csv = readCsv(path, readFileSync(path, 'utf8'))
    return csv.rows.map((row) => {
      const cells = namedCells(csv, row)
      return (column) => (csv.header.includes(column) ? cells(column) : '')
    })
  }
  const codes = new Map(table('unit').map((cell) => [cell('id'), cell('code')]))
  return {
    begins: localDate(table('register_start')[0]?.('begins_on') ?? '1900-01-01'),
    versions: table('unit_version').map((cell) => versionOf(cell, codes)),
    events: table('territorial_event').map(eventOf),
    links: table('territorial_link').map(linkOf),
    acts: table('legal_act').map(actOf),
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const dayOrNull = (text: string): LocalDate | null => (text === '' ? null : localDate(text))
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text))

function versionOf(cell: Cells, codes: ReadonlyMap<string, string>): RegisterVersion {
  const [, from = '', before = ''] = /^[[(]([^,]*),([^)\]]*)[)\]]$/.exec(cell('valid')) ?? []
  return {
    unit: cell('unit_id') as UnitId,
    code: codes.get(cell('unit_id')) ?? '',
    name: cell('name'),
    kind: cell('kind') as UnitKind,
    level: cell('level') as UnitLevel,
    parent: orNull(cell('parent_id')) as UnitId | null,
    province: cell('province_id') as UnitId,
    from: dayOrNull(from),
    until: before === '' ? null : addDays(localDate(before), -1),
    tree: cell('tree') as Tree,
    officialCode: orNull(cell('official_code')),
    untilIsKnown: cell('until_is_known') !== 'false',
    act: orNull(cell('act_number')),
    article: orNull(cell('act_article')),
  }
}

function eventOf(cell: Cells): TerritorialEvent {
  return {
    id: cell('id') as TerritorialEvent['id'],
    kind: cell('kind') as EventKind,
    on: localDate(cell('happened_on')),
    act: orNull(cell('act_number')),
    article: orNull(cell('act_article')),
    aggregation: cell('aggregation') as LawfulAggregation,
    note: cell('note'),
  }
}

function linkOf(cell: Cells): SuccessionLink {
  return {
    event: cell('event_id') as TerritorialEvent['id'],
    from: cell('from_unit_id') as UnitId,
    to: cell('to_unit_id') as UnitId,
    extent: cell('extent') as SuccessionLink['extent'],
    share: numberOrNull(cell('share_ppm')),
    backShare: numberOrNull(cell('back_share_ppm')),
    shareSource: cell('share_source'),
  }
}

function actOf(cell: Cells): LegalAct {
  return {
    number: cell('number'),
    issuedOn: dayOrNull(cell('issued_on')),
    inForceOn: dayOrNull(cell('in_force_on')),
    issuer: cell('issuer'),
    title: cell('title'),
    source: cell('source'),
    isVerified: cell('is_verified') === 'true',
  }
}
