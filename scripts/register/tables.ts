import { addressesOf, inOrder } from './addresses.ts'
import type { Book, Event, Unit, Version } from './book.ts'
import { csvText, type Cells } from './table.ts'

/** Units of published sources that no list names: they stay as they are. */
const unnamed = [
  { id: '018cc251-f400-7000-8000-000000000005', code: 'tinh-khong-neu-ten', name: 'Một tỉnh không nêu tên' },
  { id: '018cc251-f400-7000-8000-000000000013', code: 'huyen-khong-neu-ten', name: 'Một huyện không nêu tên' },
] as const

/** The files of `db/reference` that a book fills. */
export function referenceTables(book: Book, acts: string): Record<string, string> {
  const units = inOrder(book.units)
  return {
    'unit.csv': unitTable(book, units),
    'legal_act.csv': acts,
    'unit_version.csv': versionTable(units),
    'territorial_event.csv': eventTable(book),
    'territorial_link.csv': linkTable(book),
  }
}

function unitTable(book: Book, units: Unit[]): string {
  const addresses = addressesOf(book)
  const named = units.map((unit) => [unit.id, addresses.get(unit) ?? ''])
  return csvText(['id', 'code'], [...unnamed.map(({ id, code }) => [id, code]), ...named])
}

function versionTable(units: Unit[]): string {
  const place = ['unit_id', 'tree', 'valid', 'name', 'kind', 'level', 'parent_id', 'province_id']
  const [province, district] = unnamed
  const last = ['', true, '', '']
  return csvText(
    [...place, 'official_code', 'until_is_known', 'act_number', 'act_article'],
    [
      [province.id, 'state', '(,2025-07-01)', province.name, 'province', 'province', '', province.id, ...last],
      [
        district.id,
        'state',
        '(,2025-07-01)',
        district.name,
        'rural-district',
        'district',
        province.id,
        province.id,
        ...last,
      ],
      ...units.flatMap((unit) => unit.versions.map((version) => versionRow(unit, version))),
    ],
  )
}

function versionRow(unit: Unit, version: Version): (string | boolean)[] {
  return [
    ...[unit.id, 'state', days(version), version.name, version.kind, unit.level],
    ...[version.parent?.id ?? '', version.province?.id ?? ''],
    ...[version.officialCode, version.untilIsKnown, version.cite.act, version.cite.article],
  ]
}

const days = ({ from, until }: Version): string => `${from === '' ? '(' : `[${from}`},${until})`

function eventsInOrder(book: Book): Event[] {
  const key = ({ on, cite, id }: Event): string => {
    const clause = /khoản (\d+)/.exec(cite.article)?.[1] ?? ''
    return `${on} ${cite.act} ${clause.padStart(4, '0')} ${id}`
  }
  return book.events.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

function eventTable(book: Book): string {
  return csvText(
    ['id', 'kind', 'happened_on', 'act_number', 'act_article', 'aggregation', 'note'],
    eventsInOrder(book).map(({ id, kind, on, cite, aggregation, note }) => [
      ...[id, kind, on, cite.act, cite.article, aggregation, note],
    ]),
  )
}

function linkTable(book: Book): string {
  const header = ['event_id', 'from_unit_id', 'to_unit_id', 'extent', 'share_ppm', 'back_share_ppm', 'share_source']
  return csvText(
    header,
    eventsInOrder(book).flatMap((event) =>
      event.links
        .map((link) => [event.id, link.from.id, link.to.id, link.extent, link.share, link.backShare, link.source])
        .toSorted((a, b) => (`${String(a[1])}${String(a[2])}` < `${String(b[1])}${String(b[2])}` ? -1 : 1)),
    ),
  )
}

type Lists = {
  earlier: readonly Cells[]
  later: readonly Cells[]
  resolutions: readonly Cells[]
  more: readonly Cells[]
}

/** Acts in the order of their days, then of their numbers. */
export function actTable({ earlier, later, resolutions, more }: Lists): string {
  const listed = [...earlier, ...later, ...more].map((row) => [
    ...[row('number'), row('issued_on'), row('in_force_on'), row('issuer'), row('title'), row('source')],
    row('certainty') === 'read',
  ])
  const read = resolutions.map((row) => [
    ...[row('number'), row('issued_on'), row('in_force_on'), 'Ủy ban Thường vụ Quốc hội'],
    `Sắp xếp các đơn vị hành chính cấp xã của ${row('province')} năm 2025`,
    'đã đọc toàn văn (bản chữ chuyển từ bản chụp)',
    true,
  ])
  const key = (row: (string | boolean)[]): string => `${String(row[2])} ${String(row[0]).padStart(24, ' ')}`
  return csvText(
    ['number', 'issued_on', 'in_force_on', 'issuer', 'title', 'source', 'is_verified'],
    [...listed, ...read].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
  )
}
