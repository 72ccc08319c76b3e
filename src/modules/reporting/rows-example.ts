import { newId } from '#kernel/ids.ts'
import { exampleOfficer, exampleReviewer, type HistoryStep } from './history-example.ts'
import type { InventedReport } from './example.ts'
import type { Report } from './report.ts'

type Row = Record<string, unknown>

/** The rows of the invented reports, by table, in the order in which they are inserted. */
export type ExampleTables = Record<
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

export function emptyTables(): ExampleTables {
  return {
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
}

export function reportRow(report: Report, began: Date): Row {
  return {
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
  }
}

export function eventRows(report: Report, history: readonly HistoryStep[]): Row[] {
  return history.map((step, index) => ({
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
  }))
}

const hour = 3_600_000

/** What a reviewer asked about an invented report, with the answers, an hour later, that are there. */
export function questionRows(
  report: Report,
  invented: InventedReport,
  askedAt: Date,
): { questions: Row[]; messages: Row[] } {
  const asked = invented.questions.map((question) => ({ id: newId<'Question'>(askedAt), ...question }))
  const owner = { province_id: report.province, unit_id: report.unit }
  return {
    questions: asked.map(({ id, indicatorVersion, dimension, answer }) => ({
      ...{ ...owner, id, report_id: report.id, indicator_version: indicatorVersion, dimension },
      ...{ status: answer === null ? 'open' : 'settled', at: askedAt, reopened: 0 },
    })),
    messages: asked.flatMap(({ id, text, answer }) => {
      const thread = { ...owner, question_id: id, account_id: null }
      const first = { ...thread, n: 1, text, at: askedAt, person_name: exampleReviewer, from_reviewer: true }
      if (answer === null) return [first]
      const at = new Date(askedAt.getTime() + hour)
      return [first, { ...thread, n: 2, text: answer, at, person_name: exampleOfficer, from_reviewer: false }]
    }),
  }
}
