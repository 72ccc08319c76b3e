import { fold, tidy } from '#kernel/text.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import type { EventKind } from '#modules/territory/event.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Step } from './draft.ts'
import { readStep } from './forms.ts'
import { kindWord } from './names.ts'
import {
  aggregationWords,
  columnHelp,
  extentWords,
  kindWords,
  measureWords,
  stepColumns,
  type Column,
} from './step-columns.ts'
import type { StandingUnit } from './world.ts'

/** One cell of a file that cannot be read, by the line and column its author finds it in (ô cần sửa). */
export type CellProblem = { line: number; column: string; problem: string }

/** A file as it would become steps: each with its lines, and every cell that has to be mended. */
export type StepList = { steps: { lines: number[]; step: Step }[]; problems: CellProblem[] }

/** Which columns of the first line are missing; only the first two are needed by every step. */
export function columnsOf(header: ListTextRow): { at: Partial<Record<Column, number>>; missing: string[] } {
  const heads = header.cells.map((cell) => fold(cell))
  const at: Partial<Record<Column, number>> = {}
  for (const [column, said] of Object.entries(stepColumns) as [Column, string][]) {
    const found = heads.indexOf(fold(said))
    if (found >= 0) at[column] = found
  }
  const needed = (['group', 'kind', 'unit', 'newName'] as const).filter((column) => at[column] === undefined)
  return { at, missing: needed.map((column) => stepColumns[column]) }
}

/** Reads every line against the units of the province; nothing is guessed where two units fit. */
export function readStepList(
  rows: readonly ListTextRow[],
  at: Partial<Record<Column, number>>,
  known: { units: readonly StandingUnit[]; province: UnitId },
): StepList {
  const problems: CellProblem[] = []
  const lines = rows.map((row) => new Line(row, at, known.units, problems))
  const groups = [...Map.groupBy(lines, (line) => line.text('group'))]
  const steps = groups.flatMap(([group, own]) => {
    const step = stepOf(group, own, known.province)
    return step ? [{ lines: own.map(({ row }) => row.line), step }] : []
  })
  return { steps, problems: problems.sort((one, other) => one.line - other.line) }
}

/** One line of the file, which says of each cell what is wrong with it. */
class Line {
  readonly row: ListTextRow
  readonly #at: Partial<Record<Column, number>>
  readonly #units: readonly StandingUnit[]
  readonly #problems: CellProblem[]

  constructor(
    row: ListTextRow,
    at: Partial<Record<Column, number>>,
    units: readonly StandingUnit[],
    problems: CellProblem[],
  ) {
    this.row = row
    this.#at = at
    this.#units = units
    this.#problems = problems
  }

  text(column: Column): string {
    const position = this.#at[column]
    return position === undefined ? '' : tidy(this.row.cells[position] ?? '')
  }

  wrong(column: Column, problem: string): void {
    this.#problems.push({ line: this.row.line, column: stepColumns[column], problem })
  }

  /** The code word of a cell; empty, with a problem noted, where the word is not one of the list. */
  word<Word extends string>(column: Column, words: Readonly<Record<string, Word>>): Word | '' {
    const found = words[fold(this.text(column))]
    if (found === undefined) this.wrong(column, `Không rõ “${this.text(column)}”. Cột này nhận: ${columnHelp[column]}.`)
    return found ?? ''
  }

  unit(column: 'unit' | 'to'): string {
    const text = this.text(column)
    const found = text === '' ? [] : unitsNamed(text, this.#units)
    const [only, second] = found
    if (only && !second) return only.unit
    const many = found.map((unit) => `${unit.name} (mã ${unit.code})`).join(' hoặc ')
    if (text === '') this.wrong(column, 'Thiếu đơn vị.')
    else
      this.wrong(
        column,
        second ? `“${text}” có thể là ${many}. Ghi mã.` : `Không có đơn vị “${text}” trong tỉnh vào ngày hiệu lực.`,
      )
    return ''
  }

  kindOf(unit: string): string {
    return this.#units.find((one) => one.unit === unit)?.kind ?? ''
  }

  newKind(): string {
    const text = fold(this.text('newKind'))
    const found = (['commune', 'ward', 'special-zone'] as const).find((kind) => fold(kindWord[kind]) === (text || 'xa'))
    if (!found) this.wrong('newKind', `Không rõ loại “${this.text('newKind')}”. Có: xã, phường, đặc khu.`)
    return found ?? 'commune'
  }
}

function unitsNamed(text: string, units: readonly StandingUnit[]): readonly StandingUnit[] {
  const ways: ((unit: StandingUnit) => boolean)[] = [
    (unit) => unit.code === text.toLowerCase() || unit.officialCode === text,
    (unit) => unit.name.toLowerCase() === text.toLowerCase(),
    (unit) => fold(unit.name) === fold(text),
    (unit) => fold(unit.name).replace(/^(xa|phuong|dac khu) /, '') === fold(text),
  ]
  for (const way of ways) {
    const found = units.filter(way)
    if (found.length > 0) return found
  }
  return []
}

/** Turns the lines of a group into the fields of the form of its kind, so that both are read by the same rule. */
function stepOf(group: string, lines: readonly Line[], province: UnitId): Step | null {
  const [first] = lines
  if (!first) return null
  if (group === '') first.wrong('group', 'Thiếu số của bước.')
  const kind = first.word('kind', kindWords)
  if (!kind) return null
  for (const line of lines.slice(1)) {
    if (kind !== 'merge' && kind !== 'split') line.wrong('group', 'Bước này chỉ có một dòng. Ghi số khác.')
    else if (line.text('kind') !== '' && line.word('kind', kindWords) !== kind)
      line.wrong('kind', 'Khác với dòng đầu của bước.')
  }
  const fields = fieldsOf(kind, lines, first)
  const read = readStep(kind, (name) => fields.get(name)?.text ?? '', null, province)
  if (read.ok) return read.value
  for (const [name, problem] of Object.entries(read.errors)) {
    const field = fields.get(name)
    // A unit that could not be found was said already, in the words of the cell.
    if (!/^(from|to|parent)/.test(name)) (field?.line ?? first).wrong(field?.column ?? 'newName', problem)
  }
  return null
}

type Cell = { text: string; line: Line; column: Column }

function fieldsOf(kind: EventKind, lines: readonly Line[], first: Line): Map<string, Cell> {
  const fields = new Map<string, Cell>()
  const set = (name: string, line: Line, column: Column, text = line.text(column)): void => {
    fields.set(name, { text, line, column })
  }
  const born = (line: Line, suffix: string): void => {
    set(`name${suffix}`, line, 'newName')
    set(`kind${suffix}`, line, 'newKind', line.newKind())
    set(`code${suffix}`, line, 'newCode')
  }
  const measured = (line: Line, suffix: string): void => {
    set(`by${suffix}`, line, 'by', line.word('by', measureWords))
    set(`amount${suffix}`, line, 'amount')
  }
  if (first.text('aggregation') !== '') {
    set('aggregation', first, 'aggregation', first.word('aggregation', aggregationWords))
  }
  if (kind !== 'merge' && kind !== 'created') {
    const unit = first.unit('unit')
    set('from', first, 'unit', unit)
    set(`kind-of-${unit}`, first, 'unit', first.kindOf(unit))
  }
  if (kind === 'merge') {
    born(first, '')
    lines.forEach((line, at) => {
      set(`from-${at}`, line, 'unit', line.unit('unit'))
      set(`extent-${at}`, line, 'extent', line.word('extent', extentWords))
      set(`source-${at}`, line, 'source')
      measured(line, `-${at}`)
    })
  } else if (kind === 'split') {
    set('source', first, 'source')
    lines.forEach((line, at) => {
      if (line.text('newName') === '') line.wrong('newName', 'Thiếu tên đơn vị mới.')
      born(line, `-${at}`)
      measured(line, `-${at}`)
    })
  } else if (kind === 'partial-transfer') {
    set('to', first, 'to', first.unit('to'))
    set('source', first, 'source')
    measured(first, '')
  } else if (kind === 'parent-change') {
    set('parent', first, 'to', first.unit('to'))
  } else if (kind !== 'level-abolished') {
    born(first, '')
  }
  return fields
}
