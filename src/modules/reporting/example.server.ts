import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, previousPeriod, type Period } from '#kernel/period.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { EarlierFigures } from '#modules/figures/check-input.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { rulesInForce } from '#modules/figures/check-rule-rows.server.ts'
import { earlierPeriods, periodsBefore } from '#modules/figures/checks-over-time.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { figureRow, figureSetRow } from '#modules/figures/commands.server.ts'
import { communesInForce, lastBreaks, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { contentFrom } from './content-from.ts'
import type { ReportContent } from './content.ts'
import { inventCumulative } from './cumulative-example.ts'
import { heroes, inventReports, type InventedReport } from './example.ts'
import { setStandingOf, type Move, type ReportStatus } from './lifecycle.ts'
import { exampleWords } from './narrative-example.ts'
import { keptParts } from './narrative-store.server.ts'
import { endedQuarters } from './obligation.ts'
import { cellOf, type Explanation, type Report, type Template, type TemplateCode } from './report.ts'
import { figureSetOf, freeze, publicationRow, templateOn } from './store.server.ts'

type Row = Record<string, unknown>
type Tables = Record<
  | 'report'
  | 'report_event'
  | 'report_explanation'
  | 'report_question'
  | 'report_message'
  | 'report_copy'
  | 'report_paragraph'
  | 'publication'
  | 'figure_set'
  | 'figure_value',
  Row[]
>

/**
 * Fills an empty province with eight invented quarters in all stages of work. Rows are made by the same functions as the
 * commands make theirs, then written in bulk: eight hundred reports one by one would keep a newcomer waiting.
 */
export async function loadExampleReports(
  db: Db,
  province: UnitId,
  template: TemplateCode,
  now: Date,
): Promise<{ reports: number }> {
  return inScope(db, { reach: 'province', province }, async (tx) => {
    const today = dayInVietnam(now)
    const provinceNow = await unitOn(tx, province, today)
    if (!provinceNow) throw new Error('The example province is missing')
    const quarters = endedQuarters(today, 8).reverse()
    const communes = await communesByQuarter(tx, province, quarters)
    const mouldOn = await templatesOn(tx, template, quarters)
    const input = { communes: unitsOf(communes), linesOn: (day: LocalDate) => linesOf(mouldOn(day)), quarters }
    const invented = [...inventReports(input), ...inventCumulative(input)]
    const units = [...new Set([...communes.values()].flat().map(({ unit }) => unit))]
    const checking = {
      rules: await rulesInForce(tx, province, today),
      breaks: await lastBreaks(tx, units, today),
    }
    const writer = new Writer(mouldOn, provinceNow, now, checking)
    for (const report of invented) {
      const unit = communes.get(report.period.to)?.find((commune) => commune.code === report.unitCode)
      if (unit) writer.add(report, unit)
    }
    await insertAll(tx, writer.tables)
    const changes = await insertChanges(tx, province)
    await tx.insertInto('figure_clock').values({ province_id: province, n: changes }).execute()
    await record(tx, {
      province,
      account: null,
      unit: province,
      kind: 'example-reports-loaded',
      object: { kind: 'template', id: template },
      changed: { reports: invented.length },
      at: now,
    })
    return { reports: invented.length }
  })
}

/** The version of the template for the last day of each quarter, which is also that of the longer periods. */
async function templatesOn(tx: Tx, template: TemplateCode, quarters: Period[]): Promise<(day: LocalDate) => Template> {
  const byDay = new Map<LocalDate, Template>()
  for (const { to } of quarters) {
    const mould = await templateOn(tx, template, to)
    if (mould) byDay.set(to, mould)
  }
  return (day) => {
    const mould = byDay.get(day)
    if (!mould) throw new Error(`No version of ${template} is valid on ${day}`)
    return mould
  }
}

/** By the last day of the quarter. */
async function communesByQuarter(tx: Tx, province: UnitId, quarters: Period[]): Promise<Map<string, UnitVersion[]>> {
  const entries: [string, UnitVersion[]][] = []
  for (const quarter of quarters) entries.push([quarter.to, await communesInForce(tx, province, quarter.to)])
  return new Map(entries)
}

function unitsOf(communes: ReadonlyMap<string, UnitVersion[]>) {
  const versions = new Map([...communes.values()].flat().map((unit) => [`${unit.unit} ${unit.from ?? ''}`, unit]))
  return [...versions.values()].map((unit) => ({
    id: unit.unit,
    code: unit.code,
    name: unit.name,
    from: unit.from,
    to: unit.until,
  }))
}

function linesOf(template: Template) {
  return template.lines.map(({ indicator, dimension }) => ({
    indicatorVersion: indicator.id,
    dimension,
    code: indicator.code,
    numeral: indicator.numeral,
    nature: indicator.nature,
    overTime: indicator.overTime,
  }))
}

/** What reports are checked by, and when the territory of a unit last changed. */
type Checking = { rules: readonly CheckRule[]; breaks: ReadonlyMap<UnitId, LocalDate> }

/** Collects the rows of invented reports, oldest first, remembering each unit's last figures for the column beside. */
class Writer {
  readonly tables: Tables = {
    report: [],
    report_event: [],
    report_explanation: [],
    report_question: [],
    report_message: [],
    report_copy: [],
    report_paragraph: [],
    publication: [],
    figure_set: [],
    figure_value: [],
  }
  readonly #mouldOn: (day: LocalDate) => Template
  readonly #province: UnitVersion
  readonly #now: Date
  readonly #before = new Map<string, ReadonlyMap<string, Figure>>()
  readonly #accepted = new Map<UnitId, EarlierFigures[]>()

  readonly #checking: Checking

  constructor(mouldOn: (day: LocalDate) => Template, province: UnitVersion, now: Date, checking: Checking) {
    this.#checking = checking
    this.#mouldOn = mouldOn
    this.#province = province
    this.#now = now
  }

  add(invented: InventedReport, unit: UnitVersion): void {
    const history = historyOf(invented)
    const began = atHour(invented.submittedOn ?? invented.period.to, 8)
    const report: Report = {
      id: newId<'Report'>(began),
      province: this.#province.unit,
      unit: unit.unit,
      template: this.#mouldOn(invented.period.to).id,
      period: invented.period,
      status: invented.status,
      version: history.length,
      origin: 'entered',
      source: null,
      changedAt: history.at(-1)?.at ?? began,
    }
    const figures = this.#figuresOf(invented)
    this.#addReport(report, history, began)
    this.#addFigures(report, figures, began)
    this.#addCopies(report, invented, figures, unit, history)
    this.#addQuestions(report, invented, history)
    this.#before.set(`${unit.unit} ${periodKey(invented.period)}`, figures)
    if (invented.acceptedOn)
      this.#accepted.set(unit.unit, [...(this.#accepted.get(unit.unit) ?? []), { period: invented.period, figures }])
  }

  #figuresOf(invented: InventedReport): Map<string, Figure> {
    const typed = new Map(invented.cells.map((cell) => [`${cell.indicatorVersion} ${cell.dimension}`, cell]))
    return new Map(
      this.#mouldOn(invented.period.to).lines.flatMap((line) => {
        const cell = typed.get(`${line.indicator.id} ${line.dimension}`)
        return cell && (cell.raw || cell.note)
          ? [[cellKey(cellOf(line)), figure(cell.raw, line.indicator.numeral, cell.note)] as const]
          : []
      }),
    )
  }

  #addReport(report: Report, history: HistoryStep[], began: Date): void {
    this.tables.report.push({
      province_id: report.province,
      id: report.id,
      unit_id: report.unit,
      template_version: report.template,
      regime: report.period.regime,
      period_from: report.period.from,
      period_to: report.period.to,
      origin: report.origin,
      source_title: '',
      source_note: '',
      status: report.status,
      version: report.version,
      created_at: began,
      changed_at: report.changedAt,
    })
    history.forEach((step, index) => {
      this.tables.report_event.push({
        province_id: report.province,
        report_id: report.id,
        n: index + 1,
        unit_id: report.unit,
        move: step.move,
        from_status: history[index - 1]?.to ?? 'draft',
        to_status: step.to,
        at: step.at,
        account_id: null,
        person_name: step.person,
        note: '',
      })
    })
  }

  #addFigures(report: Report, figures: ReadonlyMap<string, Figure>, at: Date): void {
    const set = figureSetOf(report)
    this.tables.figure_set.push({ ...figureSetRow(set, setStandingOf[report.status]), n: 0 })
    for (const line of this.#mouldOn(report.period.to).lines) {
      const given = figures.get(cellKey(cellOf(line)))
      if (!given) continue
      const row = figureRow(
        set,
        { indicator: line.indicator.id, dimension: line.dimension, figure: given },
        { account: null, at },
      )
      this.tables.figure_value.push(row)
    }
  }

  #addCopies(
    report: Report,
    invented: InventedReport,
    figures: ReadonlyMap<string, Figure>,
    unit: UnitVersion,
    history: HistoryStep[],
  ): void {
    const submitted = history.find((step) => step.move === 'submit')
    if (!submitted) return
    const explained = this.#explained(
      report,
      invented,
      this.#contentOf(report, figures, unit, new Map()),
      (explanations) => this.#contentOf(report, figures, unit, explanations),
    )
    const content = writesInFull(unit.code) ? this.#worded(report, explained, submitted.at) : explained
    this.tables.report_copy.push({
      province_id: report.province,
      report_id: report.id,
      n: 1,
      unit_id: report.unit,
      content: JSON.parse(freeze(content)),
      at: submitted.at,
    })
    if (report.status !== 'published') return
    const accepted = history.find((step) => step.move === 'accept')
    const row = publicationRow(report, content, { at: report.changedAt, acceptedAt: accepted?.at ?? null })
    this.tables.publication.push({ ...row, content: JSON.parse(row.content) })
  }

  /** The communes that a newcomer meets by name write their reports in full. */
  #worded(report: Report, content: ReportContent, at: Date): ReportContent {
    const { written, printed } = exampleWords(this.#mouldOn(report.period.to), content)
    for (const { section, prose } of written) {
      const owner = { province_id: report.province, report_id: report.id, unit_id: report.unit, account_id: null }
      this.tables.report_paragraph.push({ ...owner, section, n: 1, parts: keptParts(prose), person_name: officer, at })
    }
    return { ...content, prose: printed }
  }

  /** An explanation is bound to the numbers it is about, so the numbers come first. */
  #explained(
    report: Report,
    invented: InventedReport,
    plain: ReportContent,
    again: (explanations: ReadonlyMap<string, Explanation>) => ReportContent,
  ): ReportContent {
    const explanations = new Map(
      invented.explanations.map(({ rule, text }) => {
        const about = plain.findings.find((finding) => finding.key === rule)?.about ?? ''
        return [rule, { text, by: officer, about }] as const
      }),
    )
    for (const [rule, { text, by, about }] of explanations) {
      const owner = { province_id: report.province, report_id: report.id, rule, unit_id: report.unit }
      this.tables.report_explanation.push({
        ...owner,
        text,
        about,
        at: report.changedAt,
        account_id: null,
        person_name: by,
      })
    }
    return explanations.size > 0 ? again(explanations) : plain
  }

  #contentOf(
    report: Report,
    figures: ReadonlyMap<string, Figure>,
    unit: UnitVersion,
    explanations: ReadonlyMap<string, Explanation>,
  ): ReportContent {
    const before = previousPeriod(report.period)
    const last = before ? this.#before.get(`${unit.unit} ${periodKey(before)}`) : undefined
    const accepted = this.#accepted.get(unit.unit) ?? []
    const since = this.#checking.breaks.get(unit.unit)
    const kept = (periods: Period[]): EarlierFigures[] =>
      periods.flatMap((one) => accepted.filter(({ period }) => periodKey(period) === periodKey(one)))
    return contentFrom({
      counted: new Map(),
      report,
      template: this.#mouldOn(report.period.to),
      unit,
      provinceName: this.#province.name,
      typed: figures,
      sums: null,
      previous: last ? new Map([...last].map(([key, given]) => [key, given.value])) : null,
      divisor: unit.kind === 'commune' ? { units: 1, allUnits: 1 } : null,
      earlier: kept(earlierPeriods(report.period)),
      history: kept(periodsBefore(report.period)).filter(({ period }) => !since || period.from >= since),
      // What others published is asked for at the desk, of what is open.
      peers: null,
      rules: this.#checking.rules,
      explanations,
    })
  }

  #addQuestions(report: Report, invented: InventedReport, history: HistoryStep[]): void {
    const askedAt = (history.find((step) => step.move === 'return') ?? history.at(-1))?.at ?? this.#now
    for (const question of invented.questions) {
      const id = newId<'Question'>(askedAt)
      this.tables.report_question.push({
        reopened: 0,
        province_id: report.province,
        id,
        report_id: report.id,
        unit_id: report.unit,
        indicator_version: question.indicatorVersion,
        dimension: question.dimension,
        status: question.answer === null ? 'open' : 'settled',
        at: askedAt,
      })
      const owner = { province_id: report.province, question_id: id, unit_id: report.unit, account_id: null }
      this.tables.report_message.push({
        ...owner,
        n: 1,
        text: question.text,
        at: askedAt,
        person_name: reviewer,
        from_reviewer: true,
      })
      if (question.answer !== null) {
        const at = new Date(askedAt.getTime() + 3_600_000)
        this.tables.report_message.push({
          ...owner,
          n: 2,
          text: question.answer,
          at,
          person_name: officer,
          from_reviewer: false,
        })
      }
    }
  }
}

function writesInFull(code: string): boolean {
  return Object.values(heroes).includes(code)
}

const officer = 'Cán bộ xã (ví dụ)'
const reviewer = 'Trần Thị Thử'

type HistoryStep = {
  move: Move | 'begin'
  to: ReportStatus
  at: Date
  person: string
}

/** The steps that lead to an invented report's status, each on its day. */
function historyOf(invented: InventedReport): HistoryStep[] {
  const submitted = invented.submittedOn ?? invented.period.to
  const decided = invented.acceptedOn ?? submitted
  const all: HistoryStep[] = [
    { move: 'begin', to: 'draft', at: atHour(submitted, 8), person: officer },
    { move: 'submit', to: 'submitted', at: atHour(submitted, 10), person: officer },
    { move: 'return', to: 'returned', at: atHour(decided, 14), person: reviewer },
    { move: 'accept', to: 'accepted', at: atHour(decided, 15), person: reviewer },
    { move: 'publish', to: 'published', at: atHour(decided, 16), person: reviewer },
  ]
  const moves: Record<InventedReport['status'], HistoryStep['move'][]> = {
    draft: ['begin'],
    submitted: ['begin', 'submit'],
    returned: ['begin', 'submit', 'return'],
    accepted: ['begin', 'submit', 'accept'],
    published: ['begin', 'submit', 'accept', 'publish'],
  }
  return all.filter((step) => moves[invented.status].includes(step.move))
}

function atHour(day: LocalDate, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
}

async function insertAll(tx: Tx, tables: Tables): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue
    const name = sql.table(table)
    const records = JSON.stringify(rows)
    // Named, because the database works out some columns itself.
    const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => sql.ref(column)))
    const populated = sql`json_populate_recordset(null::${name}, ${records}::json)`
    await sql`insert into ${name} (${columns}) select ${columns} from ${populated}`.execute(tx)
  }
}

/** Every figure is its own first change, numbered in the order in which the reports were made. */
async function insertChanges(tx: Tx, province: UnitId): Promise<number> {
  const result = await sql`
    insert into figure_change (province_id, n, unit_id, indicator_version, dimension, period_from, period_to,
      state, qualifier, amount, raw, note, basis, changed_at, changed_by, set_id)
    select province_id, row_number() over (order by changed_at, unit_id, indicator_version, dimension), unit_id,
      indicator_version, dimension, period_from, period_to,
      state, qualifier, amount, raw, note, basis, changed_at, changed_by, set_id
    from figure_value
    where province_id = ${province}`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
