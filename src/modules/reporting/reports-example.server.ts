import { newId } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, previousPeriod, type Period } from '#kernel/period.ts'
import type { EarlierFigures } from '#modules/figures/check-input.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { earlierPeriods, periodsBefore } from '#modules/figures/checks-over-time.ts'
import { figureRow, figureSetRow } from '#modules/figures/commands.server.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { contentFrom } from './content-from.ts'
import type { ReportContent } from './content.ts'
import { askedAt, atHour, exampleOfficer, historyOf, type HistoryStep } from './history-example.ts'
import { emptyTables, eventRows, questionRows, reportRow } from './rows-example.ts'
import { heroes, type InventedReport } from './example.ts'
import { freeze } from './frozen-content.ts'
import { setStandingOf } from './lifecycle.ts'
import { exampleWords } from './narrative-example.ts'
import { keptParts } from './narrative-store.server.ts'
import { publicationRow } from './publication-store.server.ts'
import { cellOf, type Explanation, type Report, type Template } from './report.ts'
import { figureSetOf } from './store.server.ts'

/** What reports are checked by, and when the territory of a unit last changed. */
type Checking = { rules: readonly CheckRule[]; breaks: ReadonlyMap<UnitId, LocalDate> }

/** Collects the rows of invented reports, oldest first, remembering each unit's last figures for the column beside. */
export class ExampleReports {
  readonly tables = emptyTables()
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
    this.tables.report.push(reportRow(report, began))
    this.tables.report_event.push(...eventRows(report, history))
    this.#addFigures(report, figures, began)
    this.#addCopies(report, invented, figures, unit, history)
    const asked = questionRows(report, invented, askedAt(history) ?? this.#now)
    this.tables.report_question.push(...asked.questions)
    this.tables.report_message.push(...asked.messages)
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
    const row = publicationRow(report, content, {
      at: report.changedAt,
      acceptedAt: accepted?.at ?? null,
      handedInOn: dayInVietnam(submitted.at),
    })
    this.tables.publication.push({ ...row, content: JSON.parse(row.content) })
  }

  /** The communes that a newcomer meets by name write their reports in full. */
  #worded(report: Report, content: ReportContent, at: Date): ReportContent {
    const { written, printed } = exampleWords(this.#mouldOn(report.period.to), content)
    for (const { section, prose } of written) {
      const owner = { province_id: report.province, report_id: report.id, unit_id: report.unit, account_id: null }
      this.tables.report_paragraph.push({
        ...owner,
        section,
        n: 1,
        parts: keptParts(prose),
        person_name: exampleOfficer,
        at,
      })
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
        return [rule, { text, by: exampleOfficer, about }] as const
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
}

function writesInFull(code: string): boolean {
  return Object.values(heroes).includes(code)
}
