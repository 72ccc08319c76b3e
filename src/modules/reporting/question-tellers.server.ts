import { dayInVietnam, formatDay, localDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import { answeringDuties } from './question-commands.server.ts'
import { assigneeOf } from './question-store.server.ts'
import { receiversOf } from './policy.ts'
import type { ReportId } from './report.ts'
import { findReport } from './store.server.ts'

/** A question goes to whom it was given, an answer to those who review. */
export const questionTellers: Record<'question-asked' | 'question-answered', Teller> = {
  'question-asked': (tx, told) => tellOf(tx, told, 'asked'),
  'question-answered': (tx, told) => tellOf(tx, told, 'answered'),
}

async function tellOf(tx: Tx, told: Told, what: 'asked' | 'answered'): Promise<Telling | null> {
  const row = await tx
    .selectFrom('report_question as question')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'question.indicator_version')
    .select(['question.report_id', 'question.due_on', 'indicator.indicator_code as code', 'question.status'])
    .select([
      'question.assigned_duty as duty',
      'question.assigned_account as account',
      'question.assigned_name as name',
    ])
    .where('question.province_id', '=', told.province)
    .where('question.id', '=', told.object)
    .executeTakeFirst()
  // Settled meanwhile: nothing is left to say.
  if (!row || row.status === 'settled') return null
  const report = await findReport(tx, told.province, row.report_id as ReportId)
  const unit = report && (await unitWithin(tx, report.unit, report.period))
  if (!report || !unit) return null
  const at = { province: told.province, day: dayInVietnam(told.at) }
  const path = `/desk/bao-cao/${report.id}/cau-hoi#hoi-${told.object}`
  const period = periodName(report.period)
  if (what === 'answered') {
    const who = receiversOf(report, 'submit')
    const to = await officersOn(tx, { ...at, unit: told.province, kinds: who.duties })
    return { title: `${unit.name} trả lời câu hỏi về ô ${row.code}, báo cáo ${period}`, path, to }
  }
  const assigned = assigneeOf(row)
  const kinds = assigned && 'duty' in assigned ? [assigned.duty] : answeringDuties(report)
  const all = await officersOn(tx, { ...at, unit: unit.unit, kinds })
  const to = assigned && 'account' in assigned ? all.filter(({ account }) => account === assigned.account) : all
  const due = row.due_on === null ? '' : `, trả lời trước ngày ${formatDay(localDate(row.due_on))}`
  return { title: `Có câu hỏi về ô ${row.code}, báo cáo ${period} của ${unit.name}${due}`, path, to }
}
