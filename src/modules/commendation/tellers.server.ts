import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { AwardId } from './award.ts'
import { awardPath } from './labels.ts'
import type { AwardMove } from './lifecycle.ts'
import { findAward } from './store.server.ts'

/** The steps that the other side is told of. */
const toldMoves = ['submit', 'return', 'decide', 'reject', 'revoke'] as const satisfies readonly AwardMove[]
type ToldMove = (typeof toldMoves)[number]

export function isToldAwardMove(move: AwardMove): move is ToldMove {
  return toldMoves.some((one) => one === move)
}

/** What is said about a proposal, and to whom: never whose name stands in it. */
export const awardTellers: Record<`award-${ToldMove}`, Teller> = {
  'award-submit': (tx, told) => tellOf(tx, told, 'submit'),
  'award-return': (tx, told) => tellOf(tx, told, 'return'),
  'award-decide': (tx, told) => tellOf(tx, told, 'decide'),
  'award-reject': (tx, told) => tellOf(tx, told, 'reject'),
  'award-revoke': (tx, told) => tellOf(tx, told, 'revoke'),
}

const sentences: Record<ToldMove, (unit: string) => string> = {
  submit: (unit) => `${unit} trình một đề nghị khen thưởng`,
  return: (unit) => `Đề nghị khen thưởng của ${unit} bị trả lại, xin xem lý do`,
  decide: (unit) => `Đề nghị khen thưởng của ${unit} đã có quyết định`,
  reject: (unit) => `Đề nghị khen thưởng của ${unit} không được duyệt, xin xem lý do`,
  revoke: (unit) => `Một khen thưởng của ${unit} đã bị thu hồi, xin xem lý do`,
}

async function tellOf(tx: Tx, told: Told, move: ToldMove): Promise<Telling | null> {
  const award = await findAward(tx, told.province, told.object as AwardId)
  const day = dayInVietnam(told.at)
  const unit = award && (await unitOn(tx, award.unit, day))
  if (!award || !unit) return null
  const ofCommune: readonly DutyKind[] = ['commune-officer', 'commune-leader']
  const ofProvince: readonly DutyKind[] = ['province-officer', 'province-leader']
  const toProvince = move === 'submit' ? award.level !== 'commune' : award.byProvince
  return {
    title: sentences[move](unit.name),
    path: awardPath(award.id),
    to: await officersOn(tx, {
      province: told.province,
      day,
      unit: toProvince ? told.province : award.unit,
      kinds: toProvince ? ofProvince : ofCommune,
    }),
  }
}
