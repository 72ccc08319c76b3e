import { dayInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { toldTitle } from './labels.ts'
import type { Move } from './lifecycle.ts'
import { receiversOf, type Receivers } from './policy.ts'
import { questionsOf } from './question-store.server.ts'
import type { Report, ReportId } from './report.ts'
import { findReport } from './store.server.ts'

/** The moves that others are told of; a recall undoes a submission that nobody has looked at. */
export const toldMoves = ['submit', 'return', 'accept', 'publish', 'withdraw'] as const satisfies readonly Move[]
export type ToldMove = (typeof toldMoves)[number]

export function isTold(move: Move): move is ToldMove {
  return toldMoves.some((one) => one === move)
}

/** What is said about each move of a report, and to whom. */
export const reportTellers: Record<`report-${ToldMove}`, Teller> = {
  'report-submit': (tx, told) => tellOf(tx, told, 'submit'),
  'report-return': (tx, told) => tellOf(tx, told, 'return'),
  'report-accept': (tx, told) => tellOf(tx, told, 'accept'),
  'report-publish': (tx, told) => tellOf(tx, told, 'publish'),
  'report-withdraw': (tx, told) => tellOf(tx, told, 'withdraw'),
}

async function tellOf(tx: Tx, told: Told, move: ToldMove): Promise<Telling | null> {
  const report = await findReport(tx, told.province, told.object as ReportId)
  const unit = report && (await unitWithin(tx, report.unit, report.period))
  if (!report || !unit) return null
  const questions = move === 'return' ? await openQuestions(tx, report) : 0
  return {
    title: toldTitle({ move, unit: unit.name, period: periodName(report.period), questions }),
    path: `/desk/bao-cao/${report.id}`,
    to: await receivers(tx, told, unit, receiversOf(report, move)),
  }
}

async function openQuestions(tx: Tx, report: Report): Promise<number> {
  return (await questionsOf(tx, report)).filter((question) => question.status === 'open').length
}

/** Those whose duty held on the day of the event, not on the day the news is written. */
async function receivers(tx: Tx, told: Told, unit: UnitVersion, who: Receivers): Promise<Telling['to']> {
  const at = { province: told.province, day: dayInVietnam(told.at) }
  const kinds: readonly DutyKind[] = who.duties
  return officersOn(tx, { ...at, unit: who.of === 'unit' ? unit.unit : told.province, kinds })
}
