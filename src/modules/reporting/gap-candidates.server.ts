import type { Tx } from '#platform/database.ts'
import { amountOf, type Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { valuesOfUnits } from '#modules/figures/counted-figures.server.ts'
import type { RolledUp } from '#modules/figures/rollup.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { Candidates } from './content-from.ts'
import { cellOf, type Report, type Template } from './report.ts'
import { versionsOf } from './template-version-store.server.ts'

type Sums = { figures: ReadonlyMap<string, RolledUp>; communes: UnitVersion[]; countedUnits: UnitId[] }

/**
 * For the cells in which the province typed another number than its communes come to: what each accepted commune gave, and
 * what was handed in and waits. Read only where there is such a cell; drafts are nobody's business.
 */
export async function gapCandidates(
  tx: Tx,
  report: Report,
  template: Template,
  sums: Sums,
  typed: ReadonlyMap<string, Figure>,
): Promise<Candidates> {
  const keys = template.lines.map((line) => cellKey(cellOf(line))).filter((key) => differs(key, sums, typed))
  if (keys.length === 0) return new Map()
  const waiting = await submittedUnits(tx, report, template)
  const units = sums.communes.filter(({ unit }) => sums.countedUnits.includes(unit) || waiting.has(unit))
  const { province, period } = report
  const set = { province, from: period.from, to: period.to }
  const values = await valuesOfUnits(
    tx,
    set,
    units.map(({ unit }) => unit),
    ['handed-in', 'accepted', 'published'],
  )
  const of = (key: string) =>
    units.flatMap(({ unit, name }) => {
      const value = values.get(unit)?.get(key)
      const amount = value ? amountOf(value) : null
      return amount === null ? [] : [{ name, amount, isAccepted: !waiting.has(unit) }]
    })
  return new Map(keys.map((key) => [key, of(key)]))
}

function differs(key: string, sums: Sums, typed: ReadonlyMap<string, Figure>): boolean {
  const [own, summed] = [typed.get(key), sums.figures.get(key)]
  if (!own || own.raw === '' || !summed) return false
  return amountOf(own.value) !== amountOf(summed.value)
}

async function submittedUnits(tx: Tx, report: Report, template: Template): Promise<Set<UnitId>> {
  const rows = await tx
    .selectFrom('report')
    .select('unit_id')
    .where('province_id', '=', report.province)
    .where('template_version', 'in', versionsOf(tx, template.code))
    .where('period_from', '=', report.period.from)
    .where('period_to', '=', report.period.to)
    .where('origin', '=', 'entered')
    .where('status', '=', 'submitted')
    .execute()
  return new Set(rows.map((row) => row.unit_id as UnitId))
}
