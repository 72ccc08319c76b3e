import { readCsv } from '#kernel/csv.ts'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { fold, lengthOf, tidy } from '#kernel/text.ts'
import { areaName, lineKindName, partName } from './scoring-labels.ts'
import { mostLines, readScoringLines } from './scoring-lines.ts'
import { areaKinds, lineKinds, type AreaKind, type ScoringLine, type ScoringLineKind } from './scoring-set.ts'

/** The columns of a set as a file (tệp bộ tiêu chí): one line of the set a row, in the order of the set. */
export const scoringColumns = {
  kind: 'Loại dòng',
  name: 'Tên',
  points: 'Điểm',
  levels: 'Các mức',
  part: 'Ai chấm',
  passes: 'Được công nhận',
  area: 'Địa bàn',
  evidence: 'Minh chứng',
  note: 'Ghi chú',
} as const
type Column = keyof typeof scoringColumns

export const longestCell = 500
/** A file of a set is far smaller than this. */
export const longestScoringFile = 200_000

export function writeScoringFile(lines: readonly ScoringLine[]): string {
  const rows = lines.map((line) => [
    ...[lineKindName[line.kind], line.name, line.points, line.levels],
    ...[line.kind === 'group' ? partName[line.part] : '', line.kind === 'band' ? (line.passes ? 'có' : 'không') : ''],
    ...[line.area === null ? '' : areaName[line.area], line.evidence, line.note],
  ])
  return byteOrderMark + writeCsv(Object.values(scoringColumns), rows)
}

/** What a file says; or what is wrong with it, by its lines. */
export function readScoringFile(text: string): { ok: true; lines: ScoringLine[] } | { ok: false; problems: string[] } {
  if (text.length > longestScoringFile) return { ok: false, problems: ['Tệp dài quá một bộ tiêu chí.'] }
  const table = tableOf(text)
  if (!table) return { ok: false, problems: ['Không đọc được tệp. Xin lưu kiểu “CSV UTF-8” từ mẫu đã tải về.'] }
  const heads = table.header.map(fold)
  const at = (column: Column): number => heads.indexOf(fold(scoringColumns[column]))
  const missing = (['kind', 'name', 'points'] as const).filter((column) => at(column) < 0)
  if (missing.length > 0)
    return {
      ok: false,
      problems: [`Tệp thiếu cột ${missing.map((column) => `“${scoringColumns[column]}”`).join(', ')}.`],
    }
  const problems: string[] = []
  const lines: ScoringLine[] = []
  for (const { line, cells } of table.rows.slice(0, mostLines + 1)) {
    const read = lineOf((column) => tidy(cells[at(column)] ?? ''))
    if (typeof read === 'string') problems.push(`Dòng ${line}: ${read}`)
    else lines.push(read)
  }
  if (problems.length > 0) return { ok: false, problems }
  const whole = readScoringLines(lines)
  return whole.ok ? { ok: true, lines } : { ok: false, problems: whole.faults.map(({ sentence }) => sentence) }
}

function tableOf(text: string) {
  const [first = ''] = text.split('\n', 1)
  // Excel here writes semicolons where the machine's decimal sign is a comma.
  const isSemicolons = first.split(';').length > first.split(',').length
  try {
    return readCsv('tệp', (isSemicolons ? commasFor(text) : text).normalize('NFC'))
  } catch (error) {
    // Only what the reader of tables says of a broken one; anything else is a fault of ours.
    if (error instanceof Error && error.message.startsWith('tệp:')) return null
    throw error
  }
}

function commasFor(text: string): string {
  return text.replace(/"(?:[^"]|"")*"|[^;"\r\n]+|;/g, (piece) => {
    if (piece === ';') return ','
    return piece.startsWith('"') || !piece.includes(',') ? piece : `"${piece}"`
  })
}

function lineOf(cell: (column: Column) => string): ScoringLine | string {
  const kind = kindOf(cell('kind'))
  if (!kind) return `“${cell('kind')}” không phải một loại dòng. Các loại: ${Object.values(lineKindName).join(', ')}.`
  const long = (['name', 'evidence', 'note'] as const).find((column) => lengthOf(cell(column)) > longestCell)
  if (long) return `cột “${scoringColumns[long]}” dài quá ${longestCell} chữ cái.`
  return {
    ...{ kind, name: cell('name'), points: percentless(cell('points')), levels: cell('levels') },
    part: fold(cell('part')) === fold(partName.superior) ? 'superior' : 'base',
    passes: fold(cell('passes')) === 'co',
    area: areaOf(cell('area')),
    evidence: cell('evidence'),
    note: cell('note'),
  }
}

function percentless(text: string): string {
  return text.replace(/\s*%$/, '')
}

function kindOf(text: string): ScoringLineKind | null {
  return lineKinds.find((kind) => fold(lineKindName[kind]) === fold(text)) ?? null
}

function areaOf(text: string): AreaKind | null {
  return areaKinds.find((area) => fold(areaName[area]) === fold(text)) ?? null
}
