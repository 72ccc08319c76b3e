import { basename } from 'node:path'
import { formatDay, localDate } from '../../src/kernel/local-date.ts'
import {
  compareLinks,
  compareUnits,
  readListed,
  type Disagreement,
} from '../../src/modules/territory/register-against.ts'
import type { Register } from '../../src/modules/territory/register.ts'
import type { Cells } from './table.ts'

const begins = '<!-- generated: scripts/register/compare.mjs -->'
const ends = '<!-- /generated -->'

/** The document with its generated part written anew; what people wrote around it stays. */
export function withGenerated(document: string, part: string): string {
  const from = document.indexOf(begins)
  const to = document.indexOf(ends)
  if (from < 0 || to < from) throw new Error(`The document has no place between ${begins} and ${ends}`)
  return `${document.slice(0, from + begins.length)}\n\n${part}\n${document.slice(to)}`
}

const kinds: Record<Disagreement['kind'], string> = {
  'only-theirs': 'liên kết chỉ có trong danh sách',
  'only-ours': 'liên kết chỉ có trong sổ',
  extent: 'toàn bộ hay một phần',
  'unit-only-theirs': 'đơn vị chỉ có trong danh sách',
  'unit-only-ours': 'đơn vị chỉ có trong sổ',
  name: 'tên khác nhau',
}
const shown = 60

/** Every disagreement with one list, counted by kind; of a kind that has hundreds, the first of them. */
export function comparedPart(register: Register, file: string, text: string, on: string): string {
  const listed = readListed(file, text)
  if (!listed) throw new Error(`${file}: neither units nor links in a known form`)
  const day = localDate(on)
  const found =
    listed.what === 'links' ? compareLinks(register, listed.links) : compareUnits(register, listed.units, day)
  const what =
    listed.what === 'links'
      ? `${listed.links.length} liên kết qua ngày 1/7/2025`
      : `${listed.units.length} đơn vị, so với sổ ngày ${formatDay(day)}`
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  const sections = [...byKind].map(([kind, some]) => {
    const more = some.length > shown ? [`- … và ${some.length - shown} chỗ nữa.`] : []
    return [
      `**${kinds[kind]}: ${some.length}**`,
      '',
      ...some.slice(0, shown).map(({ sentence }) => `- ${sentence}.`),
      ...more,
      '',
    ].join('\n')
  })
  const none = found.length === 0 ? ['Không có chỗ nào khác nhau.', ''] : []
  return [`### ${basename(file)}`, '', `${what}. Khác nhau: ${found.length}.`, '', ...none, ...sections].join('\n')
}

/** What the sources leave open, and the names a person read. */
export function questionPart(questions: readonly Cells[], readings: readonly Cells[]): string {
  const open = questions.map(
    (row) => `- **${row('key')}** (${row('count')}): ${row('sentence')} Ví dụ: ${row('examples')}.`,
  )
  const read = readings.map(
    (row) =>
      `- ${row('resolution')} khoản ${row('clause')}, “${row('name')}” là mã ${row('official_code')}${row('corrected_name') ? ` (${row('corrected_name')})` : ''}: ${row('reason')}.`,
  )
  return ['### Điều chưa rõ', '', ...open, '', `### Tên phải đọc bằng mắt: ${readings.length}`, '', ...read, ''].join(
    '\n',
  )
}
