import { dayInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { ToldAmendmentMove } from './amendment-commands.server.ts'
import { amendmentsIn } from './amendment-store.server.ts'
import { receiversOf } from './policy.ts'
import type { ReportId } from './report.ts'
import { findReport } from './store.server.ts'

/** What is said about the steps of an amendment, and to whom. */
export const amendmentTellers: Record<`amendment-${ToldAmendmentMove}`, Teller> = {
  'amendment-ask': (tx, told) => tellOf(tx, told, 'ask'),
  'amendment-hand-in': (tx, told) => tellOf(tx, told, 'hand-in'),
  'amendment-return': (tx, told) => tellOf(tx, told, 'return'),
  'amendment-accept': (tx, told) => tellOf(tx, told, 'accept'),
  'amendment-refuse': (tx, told) => tellOf(tx, told, 'refuse'),
}

async function tellOf(tx: Tx, told: Told, move: ToldAmendmentMove): Promise<Telling | null> {
  const report = await findReport(tx, told.province, told.object as ReportId)
  const unit = report && (await unitWithin(tx, report.unit, report.period))
  const [newest] = report ? await amendmentsIn(tx, report) : []
  if (!report || !unit || !newest) return null
  // What is handed in is the reviewer's work, what is sent back the officers'; its leader hears of what is final.
  const who = receiversOf(report, move === 'hand-in' ? 'submit' : move === 'accept' ? 'accept' : 'return')
  const of = who.of === 'unit' ? unit.unit : told.province
  return {
    title: said[move](newest.n, periodName(report.period), unit.name),
    path: `/desk/bao-cao/${report.id}/sua-doi/${newest.n}`,
    to: await officersOn(tx, { province: told.province, unit: of, kinds: who.duties, day: dayInVietnam(told.at) }),
  }
}

const said: Record<ToldAmendmentMove, (n: number, period: string, unit: string) => string> = {
  ask: (n, period, unit) => `Cấp trên đề nghị sửa đổi báo cáo ${period} của ${unit}`,
  'hand-in': (n, period, unit) => `${unit} gửi bản sửa đổi số ${n} của báo cáo ${period}`,
  return: (n, period, unit) => `Bản sửa đổi số ${n} của báo cáo ${period} (${unit}) bị trả lại`,
  accept: (n, period, unit) => `Bản sửa đổi số ${n} của báo cáo ${period} (${unit}) đã được nhận`,
  refuse: (n, period, unit) => `Bản sửa đổi số ${n} của báo cáo ${period} (${unit}) không được nhận`,
}
