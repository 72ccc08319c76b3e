import { join } from 'node:path'
import { addDays, localDate, parseLocalDate, type LocalDate } from '../../src/kernel/local-date.ts'
import type { EventKind, LawfulAggregation, SuccessionLink } from '../../src/modules/territory/event.ts'
import { registerOf, type Register } from '../../src/modules/territory/register.ts'
import type { RegisterVersion, UnitKind, UnitLevel } from '../../src/modules/territory/unit.ts'
import { rowsOf, type Cells } from './table.ts'

const orNull = (text: string): string | null => (text === '' ? null : text)
const dayOrNull = (text = ''): LocalDate | null => parseLocalDate(text)

/** The register of the files in `db/reference`, without a database. The files were written by `build.mjs`. */
export function registerOfFiles(folder: string): Register {
  const table = (name: string): Cells[] => rowsOf(join(folder, `${name}.csv`))
  const codes = new Map(table('unit').map((row) => [row('id'), row('code')]))
  return registerOf({
    begins: localDate(table('register_start')[0]?.('begins_on') ?? '1900-01-01'),
    versions: table('unit_version').map((row) => versionOf(row, codes.get(row('unit_id')) ?? '')),
    events: table('territorial_event').map((row) => ({
      id: row('id') as SuccessionLink['event'],
      kind: row('kind') as EventKind,
      on: localDate(row('happened_on')),
      act: orNull(row('act_number')),
      article: orNull(row('act_article')),
      aggregation: row('aggregation') as LawfulAggregation,
      note: row('note'),
    })),
    links: table('territorial_link').map((row) => ({
      event: row('event_id') as SuccessionLink['event'],
      from: row('from_unit_id') as SuccessionLink['from'],
      to: row('to_unit_id') as SuccessionLink['to'],
      extent: row('extent') as SuccessionLink['extent'],
      share: row('share_ppm') === '' ? null : Number(row('share_ppm')),
      backShare: row('back_share_ppm') === '' ? null : Number(row('back_share_ppm')),
      shareSource: row('share_source'),
    })),
    acts: [],
  })
}

function versionOf(row: Cells, code: string): RegisterVersion {
  const [from, before] = row('valid').replace(/[[()\]]/g, '').split(',')
  const end = dayOrNull(before)
  return {
    unit: row('unit_id') as RegisterVersion['unit'],
    code,
    name: row('name'),
    kind: row('kind') as UnitKind,
    level: row('level') as UnitLevel,
    parent: orNull(row('parent_id')) as RegisterVersion['parent'],
    province: row('province_id') as RegisterVersion['province'],
    from: dayOrNull(from),
    until: end ? addDays(end, -1) : null,
    tree: 'state',
    officialCode: orNull(row('official_code')),
    untilIsKnown: row('until_is_known') === 'true',
    act: orNull(row('act_number')),
    article: orNull(row('act_article')),
  }
}
