import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { yearOf } from '#kernel/period.ts'
import { zero } from '#kernel/quantity.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { CubeAnswer } from '#modules/figures/cube-answer.ts'
import type { Measure, QuestionMap } from '#modules/figures/cube-question.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { askCube, type Cube } from '#modules/figures/cube.server.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import type { SetStanding } from '#modules/figures/figure-set.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { divisorOn } from '#modules/territory/queries.server.ts'
import { dayKnown, lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { cellsOf, type ProgrammeSet, type UnitCounted } from './programme-set.ts'
import { setOn, setsOn, type NamedSet } from './sets.server.ts'
import { mixtureOf, sheetOf, type Mixture, type ProgrammeSheet } from './sheet.ts'
import type { SheetFigure, SheetSource } from './sheet-source.ts'

/** What is asked for: a set of one unit and period, on a map, counted from how far the reports have come. */
export type AskedSheet = {
  set: string
  register: Register
  unit: UnitId
  period: Period
  map: QuestionMap
  counts: SetStanding
}

/** The sets that hold on a day. */
export async function setsOffered(db: Db, day: LocalDate): Promise<NamedSet[]> {
  return inScope(db, { reach: 'public' }, (tx) => setsOn(tx, day))
}

/**
 * What a unit itself wrote down in cells that are otherwise divided anew, to be held against them. The ledger adds and divides;
 * who asks knows where this reader may read what was written.
 */
export type WrittenDown = (cells: readonly CellRef[]) => Promise<ReadonlyMap<string, FigureValue>>

/** One unit under the asked one, with the same rows. */
export type UnitSheet = { unit: RegisterVersion; figures: ReadonlyMap<string, SheetFigure | null> }

export type SheetPage = {
  set: ProgrammeSet
  sheet: ProgrammeSheet
  /** The year whose last day changes are counted from. */
  before: Period
  /** Communes under a larger unit, in the order of the register; empty for a commune. */
  units: readonly UnitSheet[]
  /** By row: how much of what the communes gave was counted and how much estimated, where it is both. */
  mixtures: ReadonlyMap<string, Mixture>
}

/** A programme's sheet for one reader; null where no such set holds at the end of the period. */
export async function sheetPage(
  db: Db,
  cube: Cube,
  reader: Reader,
  asked: AskedSheet,
  writtenDown: WrittenDown,
): Promise<SheetPage | null> {
  const given = await inScope(db, { reach: 'public' }, async (tx) => {
    const set = await setOn(tx, asked.set, asked.period.to)
    return set && { set, units: await unitsIn(tx, asked) }
  })
  if (!given) return null
  const { set } = given
  const before = yearOf(partsOf(asked.period.to).year - 1)
  const communes = communesIn(asked)
  const own = await answered(cube, reader, set, asked, [asked.unit], [asked.period, before])
  const below =
    communes.length > 0
      ? await answered(
          cube,
          reader,
          set,
          asked,
          communes.map(({ unit }) => unit),
          [asked.period],
        )
      : null
  const averages = set.rows.flatMap((row) => (row.kind === 'average' ? [row.cell] : []))
  const stated = averages.length > 0 ? await writtenDown(averages) : new Map<string, FigureValue>()
  const sheet = sheetOf(set, sourceOf(own, 0, stated, given.units))
  const units = communes.map((unit, at): UnitSheet => ({
    unit,
    figures: below ? figuresAt(set, below, at) : new Map(),
  }))
  return { set, sheet, before, units, mixtures: mixturesOf(set, units) }
}

function mixturesOf(set: ProgrammeSet, units: readonly UnitSheet[]): Map<string, Mixture> {
  return new Map(
    set.rows.flatMap((row): [string, Mixture][] => {
      const mixture = row.kind === 'stock' ? mixtureOf(units.map(({ figures }) => figures.get(row.key) ?? null)) : null
      return mixture ? [[row.key, mixture]] : []
    }),
  )
}

/** An answer with the places of its measures by name. */
type Answered = { answer: CubeAnswer; placeOf: ReadonlyMap<string, number> }

async function answered(
  cube: Cube,
  reader: Reader,
  set: ProgrammeSet,
  { map, counts }: AskedSheet,
  units: readonly UnitId[],
  periods: readonly Period[],
): Promise<Answered> {
  const measures = measuresOf(set)
  const outcome = await askCube(cube, reader, { measures, units, periods, map, counts, from: 'any' })
  // Every word of the question is out of the register and the tables: a refusal here is a fault of ours.
  if (!outcome.ok) throw new Error(`A programme sheet was refused: ${JSON.stringify(outcome)}`)
  return { answer: outcome.value, placeOf: new Map(measures.map(({ key }, at) => [key, at])) }
}

/** Each cell once, and for each average how many units of its kind its number is of. */
function measuresOf(set: ProgrammeSet): Measure[] {
  const plain = { name: '', unitOfCount: '', numeral: 'count', direction: 'context' } as const
  const cells = new Map(cellsOf(set).map((cell) => [cellKey(cell), cell]))
  return [
    ...[...cells].map(([key, cell]): Measure => ({ ...plain, key, expression: { kind: 'cell', cell } })),
    ...set.rows.flatMap((row): Measure[] => {
      const divided = row.kind === 'average' ? set.rows.find(({ key }) => key === row.of) : null
      if (row.kind !== 'average' || divided?.kind !== 'stock') return []
      const of = { kind: 'cell', cell: divided.cell } as const
      return [{ ...plain, key: unitsKey(row.of, row.per), expression: { kind: 'units', of, unitKind: row.per } }]
    }),
  ]
}

function unitsKey(row: string, per: UnitCounted): string {
  return `${per} in ${row}`
}

function cellAt({ answer, placeOf }: Answered, key: string, unit: number, period: number): SheetFigure | null {
  const at = placeOf.get(key)
  return at === undefined ? null : answer.cell(at, unit, period)
}

function sourceOf(
  answer: Answered,
  unit: number,
  stated: ReadonlyMap<string, FigureValue>,
  units: SheetSource['units'],
): SheetSource {
  return {
    now: (cell) => cellAt(answer, cell, unit, 0),
    before: (cell) => cellAt(answer, cell, unit, 1),
    written: (cell) => {
      const value = stated.get(cell)
      return value?.state === 'reported' ? value : value?.state === 'zero' ? { amount: zero, qualifier: 'exact' } : null
    },
    divisor: (row, per) => cellAt(answer, unitsKey(row, per), unit, 0)?.amount ?? null,
    units,
  }
}

/** The rows of one commune: the same sheet, of which a table shows the numbers alone. */
function figuresAt(set: ProgrammeSet, answer: Answered, unit: number): ReadonlyMap<string, SheetFigure | null> {
  const { rows } = sheetOf(set, { ...sourceOf(answer, unit, new Map(), null), before: () => null })
  return new Map(rows.map((one) => [one.row.key, one.counted ?? one.estimate]))
}

/** The communes under a larger unit: as they stood at the end of the period, or on the day of the map. */
function communesIn({ register, unit, period, map }: AskedSheet): RegisterVersion[] {
  const day = map.kind === 'day' ? map.day : dayKnown(register, period.to)
  const version = unitAt(register, unit, day)
  if (!version || version.level === 'commune') return []
  const order = (one: RegisterVersion): number => register.placeOf.get(one.unit) ?? 0
  return [...treeOn(register, day).descendants(unit, 'commune')].sort((a, b) => order(a) - order(b))
}

async function unitsIn(tx: Tx, { register, unit, period, map }: AskedSheet): Promise<SheetSource['units']> {
  const day: LocalDate = map.kind === 'day' ? map.day : dayKnown(register, period.to)
  const version = unitAt(register, unit, day) ?? lastVersionOf(register, unit)
  const divisor = version && version.level !== 'commune' ? await divisorOn(tx, version, day) : null
  return divisor && { commune: divisor.units, 'commune-level': divisor.allUnits }
}
