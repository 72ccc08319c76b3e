import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readResolution, type Resolution } from './resolution.ts'
import { csvText } from './table.ts'

type Input = { file: string; text: string; sha256: string }
type Read = Resolution & { number: string; file: string }

const kinds: Record<string, string> = {
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'township',
  'đặc khu': 'special-zone',
  huyện: 'rural-district',
}

/** Stage 1: the facts of the acts in a folder, as the tables of `db/register`; the acts themselves stay where they are. */
export function factsOf(folder: string): Record<string, string> {
  const inputs = readInputs(folder)
  const resolutions = inputs
    .filter(({ file }) => file.endsWith('_NQ-UBTVQH15.md'))
    .map(({ file, text }) => ({ ...readResolution(text), number: file.replace('_', '/').replace('.md', ''), file }))
  return {
    'resolution.csv': resolutionTable(resolutions),
    'clause.csv': clauseTable(resolutions),
    'clause_part.csv': partTable(resolutions),
    'clause_untouched.csv': untouchedTable(resolutions),
    'official_code.csv': codeTable(inputs),
    'source.csv': sourceTable(inputs, resolutions),
  }
}

function readInputs(folder: string): Input[] {
  return readdirSync(folder)
    .filter((file) => /^(16\d\d_NQ-UBTVQH15\.md|1027_CTK-CSCL\.md|915_CTK-CSCL\.csv)$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return { file, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

// Each resolution: “thông qua ngày 16 tháng 6 năm 2025”, in force from that day; the new units work from 1 July (Điều 2).
function resolutionTable(resolutions: Read[]): string {
  const header = ['number', 'issued_on', 'in_force_on', 'units_from', 'province', 'closing_clause']
  const counts = ['total', 'communes', 'wards', 'special_zones']
  return csvText(
    [...header, ...counts],
    resolutions.map(({ number, province, closing }) => [
      ...[number, '2025-06-16', '2025-06-16', '2025-07-01', province, closing.number],
      ...[closing.total, closing.communes, closing.wards, closing.zones],
    ]),
  )
}

function clauseTable(resolutions: Read[]): string {
  return csvText(
    ['resolution', 'clause', 'action', 'kind', 'name'],
    resolutions.flatMap(({ number, clauses }) =>
      clauses.map((clause) => [number, clause.number, clause.action, kindWord(clause.kind), clause.name]),
    ),
  )
}

function partTable(resolutions: Read[]): string {
  return csvText(
    ['resolution', 'clause', 'position', 'kind', 'name', 'within', 'area', 'population'],
    resolutions.flatMap(({ number, clauses }) =>
      clauses.flatMap((clause) =>
        clause.parts.map((part, index) => [
          ...[number, clause.number, index + 1],
          ...[kindWord(part.kind), part.name, part.within, part.area, part.population],
        ]),
      ),
    ),
  )
}

function untouchedTable(resolutions: Read[]): string {
  return csvText(
    ['resolution', 'clause', 'kind', 'name', 'within'],
    resolutions.flatMap(({ number, closing }) =>
      closing.untouched.map((unit) => [number, closing.number, kindWord(unit.kind), unit.name, unit.within]),
    ),
  )
}

function codeTable(inputs: Input[]): string {
  const text = (file: string): string => inputs.find((input) => input.file === file)?.text.normalize('NFC') ?? ''
  const provinces = text('915_CTK-CSCL.csv')
    .split(/\r?\n/)
    .map((line) => /^\d+,(\d{2}),(.+)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map((match) => ['915/CTK-CSCL', 'province', match[1] ?? '', match[2] ?? '', ''])
  const communes = text('1027_CTK-CSCL.md')
    .split(/\r?\n/)
    .map((line) => /^\|\s*\d+\s*\|\s*(\d{5})\s*\|(.+?)\|(.+?)\|/.exec(line))
    .filter((match) => match !== null)
    .map((match) => [
      '1027/CTK-CSCL',
      'commune',
      match[1] ?? '',
      cell(match[2]),
      cell(match[3]).replace(/^Tp /, 'Thành phố '),
    ])
  return csvText(['source', 'level', 'code', 'name', 'province'], [...provinces, ...communes])
}

const cell = (text = ''): string =>
  text
    .replaceAll(/<br>|\\/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function sourceTable(inputs: Input[], resolutions: Read[]): string {
  return csvText(
    ['number', 'file', 'sha256', 'published', 'taken'],
    inputs.map(({ file, sha256 }) => {
      const resolution = resolutions.find((one) => one.file === file)
      if (resolution) {
        const taken = `Điều 1: ${resolution.clauses.length} khoản lập đơn vị mới, khoản ${resolution.closing.number} ghi tổng số`
        return [resolution.number, file, sha256, 'Công báo; vbpl.vn; bản chữ chuyển từ bản chụp', taken]
      }
      const number = file.replace('_', '/').replace(/\.\w+$/, '')
      return [number, file, sha256, 'Cục Thống kê; bản chữ chuyển từ bản chụp', 'mã số và tên đơn vị từ 1/7/2025']
    }),
  )
}

function kindWord(kind: string): string {
  const word = kinds[kind]
  if (!word) throw new Error(`There is no word for the kind “${kind}”`)
  return word
}
