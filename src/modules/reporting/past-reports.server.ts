import { sql } from 'kysely'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { CheckLine, EarlierFigures } from '#modules/figures/check-input.ts'
import { earlierPeriods, periodsBefore } from '#modules/figures/checks-over-time.ts'
import type { Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { figuresOfSets } from '#modules/figures/queries.server.ts'
import { peopleByUnit } from '#modules/figures/unit-size-queries.server.ts'
import type { CellNames } from '#modules/figures/finding-words.ts'
import { lastBreaks } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import type { PastReport } from './back-test.ts'
import { checkLine } from './content-from.ts'
import { countedStatuses } from './lifecycle.ts'
import { pastPeers, type PastRow } from './past-peers.ts'
import { cellOf, type ReportId, type Template, type TemplateCode, type TemplateVersionId } from './report.ts'
import { readTemplate } from './template-version-store.server.ts'

/** Eight quarters and the year before them: as much as a rule about earlier periods looks back. */
const daysOfHistory = 3 * 366

type Asked = { province: UnitId; from: LocalDate; to: LocalDate; codes: readonly string[] | null }

/**
 * The accepted reports of a province's communes for the periods that end within two days, each with its earlier periods and
 * what its peers published: five reads however many communes there are. A province's own report is left out: its numbers are sums of these.
 */
export async function pastReports(tx: Tx, asked: Asked): Promise<PastReport[]> {
  const reaching = { ...asked, from: addDays(asked.from, -daysOfHistory) }
  const rows = await acceptedRows(tx, reaching)
  const ids = rows.map(({ id }) => id)
  const figures = ids.length === 0 ? new Map<string, Map<string, Figure>>() : await figuresOfSets(tx, reaching, ids)
  const templates = await templatesOf(tx, [...new Set(rows.map(({ template }) => template))], asked.codes)
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const breaks = await lastBreaks(tx, units, asked.to)
  const people = await peopleByUnit(tx, asked.province, asked.to)
  const peersOf = pastPeers(rows, { breaks, people, figures, formOf: (version) => templates.get(version) })
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  const kept = (row: Row, periods: readonly Period[]): EarlierFigures[] => {
    const own = new Map((byUnit.get(row.unit) ?? []).map((one) => [periodKey(one.period), one]))
    return periods.flatMap((period) => {
      const found = own.get(periodKey(period))
      return found ? [{ period, figures: asTyped(figures.get(found.id)) }] : []
    })
  }
  return rows
    .filter(({ period }) => period.to >= asked.from)
    .flatMap((row) => {
      const form = templates.get(row.template)
      if (!form) return []
      const since = breaks.get(row.unit)
      const history = kept(row, periodsBefore(row.period)).filter(
        // A change of the unit after this report says nothing about the periods before it.
        ({ period }) => !since || since > row.period.to || period.from >= since,
      )
      const input = {
        ...{ period: row.period, lines: form.lines, figures: asTyped(figures.get(row.id)), history },
        earlier: kept(row, earlierPeriods(row.period)),
        peers: peersOf(row),
        divisor: row.kind === 'commune' ? { units: 1, allUnits: 1 } : null,
        overUnits: new Map(),
      }
      return [{ id: row.id, unitName: row.name, period: row.period, input, names: form.names }]
    })
}

// What a unit's own register counted is its own word (content-from.ts).
function asTyped(figures: ReadonlyMap<string, Figure> | undefined): ReadonlyMap<string, Figure> {
  const counted = [...(figures ?? [])].filter(([, { basis }]) => basis === 'counted')
  if (counted.length === 0) return figures ?? new Map()
  return new Map([
    ...(figures ?? []),
    ...counted.map(([key, one]): [string, Figure] => [key, { ...one, basis: 'typed' }]),
  ])
}

type Row = PastRow & { name: string }

async function acceptedRows(tx: Tx, { province, from, to }: Asked): Promise<Row[]> {
  const rows = await tx
    .selectFrom('report')
    .innerJoin('unit_version as version', (join) =>
      join
        .onRef('version.unit_id', '=', 'report.unit_id')
        .on('version.tree', '=', 'state')
        .on(sql<boolean>`version.valid @> report.period_to`),
    )
    .select(['report.id', 'report.unit_id', 'report.template_version', 'report.period_from', 'report.period_to'])
    .select(['version.name', 'version.kind', 'report.status'])
    .where('report.province_id', '=', province)
    .where('report.unit_id', '<>', province)
    .where('report.origin', '=', 'entered')
    .where('report.status', 'in', [...countedStatuses])
    .where('report.period_to', '>=', from)
    .where('report.period_to', '<=', to)
    .orderBy('report.period_to', 'desc')
    .orderBy(sql`version.name collate "vi-x-icu"`)
    .orderBy('report.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ReportId,
    unit: row.unit_id as UnitId,
    template: row.template_version as TemplateVersionId,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    name: row.name,
    // The check of unit_version holds it to the known words.
    kind: row.kind as UnitKind,
    isPublished: row.status === 'published',
  }))
}

type Form = { code: TemplateCode; lines: CheckLine[]; names: CellNames; isPublic: (cellKey: string) => boolean }

async function templatesOf(
  tx: Tx,
  ids: readonly TemplateVersionId[],
  codes: readonly string[] | null,
): Promise<Map<TemplateVersionId, Form>> {
  const forms = new Map<TemplateVersionId, Form>()
  for (const id of ids) {
    const template = await readTemplate(tx, id)
    if (template) forms.set(id, formOf(template, codes))
  }
  return forms
}

function formOf(template: Template, codes: readonly string[] | null): Form {
  const byKey = new Map(template.lines.map((line) => [cellKey(cellOf(line)), line]))
  const names: CellNames = (cell) => {
    const line = byKey.get(cellKey(cell))
    const part = dimensionName(cell.dimension)
    const name = line?.indicator.name ?? cell.code
    return { name: part ? `${name}, ${part}` : name, unit: line?.indicator.unitOfCount ?? '', register: null }
  }
  const lines = template.lines.filter(({ indicator }) => !codes || codes.includes(indicator.code)).map(checkLine)
  const isPublic = (key: string): boolean => byKey.get(key)?.indicator.sensitivity === 'public'
  return { code: template.code, lines, names, isPublic }
}
