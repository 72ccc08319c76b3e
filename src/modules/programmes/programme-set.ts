import type { LocalDate } from '#kernel/local-date.ts'
import type { CellRef, Indicator } from '#modules/figures/indicator.ts'

/**
 * Dòng của bộ chỉ tiêu.
 * - `stock`: a number of the ledger as it stands at the end of a period; `change` is how much of it came or went this year.
 * - `average`: divided anew out of the row it is `of`, over a named kind of unit; what was written down is held against it.
 * - `total`: no cell of the ledger, the sum of its components.
 * - `group`: a name over states that are never summed; it has no number at all.
 */
export type ProgrammeRow = {
  key: string
  name: string
  unitOfCount: string
  note: string
} & (
  | { kind: 'stock'; cell: CellRef; change: CellRef | null; counts: UnitCounted | null; belongs: Belonging | null }
  | { kind: 'average'; cell: CellRef; of: string; per: 'commune' }
  | { kind: 'total' }
  | { kind: 'group' }
)

/** How a row belongs to another: with its sisters it is the whole; it is some of it; or it is one state beside others. */
export type Belonging = { to: string; as: 'component' | 'part' | 'state' }

/** Units by what they are: xã alone, or everything of that level. */
export type UnitCounted = 'commune' | 'commune-level'

/** A set as it is on a day (bản của bộ chỉ tiêu). Figures belong to indicators, never to it: it is a way to read them. */
export type ProgrammeSet = {
  id: string
  code: string
  version: number
  from: LocalDate | null
  until: LocalDate | null
  name: string
  about: string
  source: string
  rows: readonly ProgrammeRow[]
}

/** What the tables say of a row, before it is known to mean something. */
export type WrittenRow = {
  key: string
  kind: string
  ofRow: string | null
  relation: string | null
  name: string
  unitOfCount: string
  cell: CellRef | null
  changeCode: string | null
  unitKind: string | null
  note: string
}

type Known = Pick<Indicator, 'name' | 'unitOfCount' | 'nature' | 'sensitivity'>

/**
 * Reads the rows of a set against the indicators they name. Throws with the row where the set cannot mean anything: data that an
 * operator wrote is refused when it is read, never shown half.
 */
export function readRows(set: string, rows: readonly WrittenRow[], indicatorOf: (code: string) => Known | null) {
  const refuse = (row: WrittenRow, why: string): never => {
    throw new Error(`programme_row.csv: ${set}, ${row.key}: ${why}`)
  }
  const kinds = new Map(rows.map((row) => [row.key, row.kind]))
  return rows.map((row): ProgrammeRow => {
    const known = row.cell && indicatorOf(row.cell.code)
    if (row.cell && !known) return refuse(row, `there is no indicator ${row.cell.code}`)
    // A sheet is read by everybody alike: a row that some may not see would be another sheet.
    if (known && known.sensitivity !== 'public') return refuse(row, `${row.cell?.code ?? ''} is not public`)
    const words = {
      key: row.key,
      name: row.name || (known?.name ?? ''),
      unitOfCount: row.unitOfCount || (known?.unitOfCount ?? ''),
      note: row.note,
    }
    if (row.kind === 'total' || row.kind === 'group') {
      const as = row.kind === 'total' ? 'component' : 'state'
      const under = rows.filter((one) => one.ofRow === row.key)
      if (under.length === 0 || under.some((one) => one.relation !== as))
        return refuse(row, `every row under a ${row.kind} is its ${as}`)
      return { ...words, kind: row.kind }
    }
    const { cell } = row
    if (!cell) return refuse(row, 'a row of the ledger names its indicator')
    if (row.kind === 'average') {
      const isOfStock = row.ofRow !== null && kinds.get(row.ofRow) === 'stock'
      return isOfStock && row.ofRow !== null && row.unitKind === 'commune'
        ? { ...words, kind: 'average', cell, of: row.ofRow, per: row.unitKind }
        : refuse(row, 'an average is of a stock of the set, per commune')
    }
    if (known?.nature !== 'stock') return refuse(row, `${cell.code} is no stock`)
    if (row.changeCode !== null && indicatorOf(row.changeCode)?.nature !== 'change')
      return refuse(row, `${row.changeCode} is no change`)
    return {
      ...words,
      kind: 'stock',
      cell,
      change: row.changeCode === null ? null : { code: row.changeCode, dimension: '' },
      counts: row.unitKind === null ? null : readUnitKind(row.unitKind),
      belongs: belongingOf(row, kinds, refuse),
    }
  })
}

function belongingOf(
  row: WrittenRow,
  kinds: ReadonlyMap<string, string>,
  refuse: (row: WrittenRow, why: string) => never,
): Belonging | null {
  if (row.ofRow === null) return null
  const over = kinds.get(row.ofRow)
  const as = row.relation === 'component' || row.relation === 'part' || row.relation === 'state' ? row.relation : null
  // States stand under a name without a number: under a number somebody would read it as their sum.
  const fits = as === 'state' ? over === 'group' : over === 'stock' || (over === 'total' && as === 'component')
  return as && fits ? { to: row.ofRow, as } : refuse(row, `it cannot be a ${row.relation} of a ${over}`)
}

// programme_row_unit_kind_is_known
function readUnitKind(text: string): UnitCounted {
  return text as UnitCounted
}

/** Every cell of the ledger that a set is made of, each once. */
export function cellsOf({ rows }: Pick<ProgrammeSet, 'rows'>): CellRef[] {
  return rows.flatMap((row) => {
    if (row.kind === 'average') return [row.cell]
    return row.kind === 'stock' ? [row.cell, ...(row.change ? [row.change] : [])] : []
  })
}

/** How deep a row stands under another: a component under its whole, an average under what it divides. */
export function isUnder(row: ProgrammeRow): boolean {
  return row.kind === 'average' || (row.kind === 'stock' && row.belongs !== null)
}
