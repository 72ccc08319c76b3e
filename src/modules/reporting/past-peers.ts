import type { LocalDate } from '#kernel/local-date.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { PeerFigures } from '#modules/figures/check-input.ts'
import { periodsBefore } from '#modules/figures/checks-over-time.ts'
import type { Figure } from '#modules/figures/figure.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import { comparablePeriod, periodsCompared, stoodThrough } from './peer-period.ts'
import type { ReportId, TemplateCode, TemplateVersionId } from './report.ts'

/** An accepted report of the past as it is found: of whom, by which form, and whether everybody may read it. */
export type PastRow = {
  id: ReportId
  unit: UnitId
  template: TemplateVersionId
  period: Period
  kind: UnitKind
  isPublished: boolean
}

type Known = {
  breaks: ReadonlyMap<UnitId, LocalDate>
  people: ReadonlyMap<UnitId, number>
  figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>
  /** Which form a version is of, and which of its cells are published. */
  formOf: (version: TemplateVersionId) => { code: TemplateCode; isPublic: (cellKey: string) => boolean } | undefined
}

/**
 * What a rule about peers sees of the others when it is tried on the past: what they have published until today, for the same
 * period or the newest one before it that enough have. A report of its day may have been compared with an earlier one.
 */
export function pastPeers(rows: readonly PastRow[], known: Known): (of: PastRow) => PeerFigures | null {
  const published = rows.filter((row) => row.isPublished && stoodThrough(known.breaks, row.unit, row.period))
  const groupOf = ({ kind, template }: PastRow): string => `${kind} ${known.formOf(template)?.code ?? ''}`
  const byGroup = Map.groupBy(published, groupOf)
  const reported = Map.groupBy(rows, (row) => `${groupOf(row)} ${periodKey(row.period)}`)
  const values = new Map(published.map((row) => [row.id, valuesOf(row, known)]))
  return (of) => {
    const others = (byGroup.get(groupOf(of)) ?? []).filter(({ unit }) => unit !== of.unit)
    const units = (reported.get(`${groupOf(of)} ${periodKey(of.period)}`) ?? []).length - 1
    const period = comparablePeriod(periodsCompared(of.period, periodsBefore(of.period)), others, units)
    if (!period) return null
    return {
      ...{ kind: of.kind, period, people: known.people.get(of.unit) ?? null },
      units: others
        .filter((row) => periodKey(row.period) === periodKey(period))
        .map(({ id, unit }) => ({ people: known.people.get(unit) ?? null, values: values.get(id) ?? new Map() })),
    }
  }
}

function valuesOf({ id, template }: PastRow, { figures, formOf }: Known): PeerFigures['units'][number]['values'] {
  const form = formOf(template)
  const given = [...(figures.get(id) ?? [])].filter(([key]) => form?.isPublic(key) ?? false)
  return new Map(given.map(([key, { value }]) => [key, value]))
}
