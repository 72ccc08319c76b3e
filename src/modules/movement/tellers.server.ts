import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { readRound, rounds } from './appraisal-store.server.ts'
import type { YearMove } from './cycle.ts'
import { readInitiative } from './store.server.ts'
import { readYear } from './year-store.server.ts'

/** What is decided about a year elsewhere than in its own unit, and its unit is told of. */
const toldMoves = [
  ...(['return', 'approve', 'recognise', 'refuse-recognition'] as const),
  ...(['find-not-eligible', 'choose-outstanding'] as const),
] satisfies readonly YearMove[]
type ToldYearMove = (typeof toldMoves)[number]

export function isToldYearMove(move: YearMove): move is ToldYearMove {
  return toldMoves.some((one) => one === move)
}

/** What is said about the years of initiatives, and to those who are to appraise; an individual is never named. */
export const movementTellers: Record<`initiative-${ToldYearMove}` | 'appraisal-assigned', Teller> = {
  'initiative-return': (tx, told) => tellOf(tx, told, 'return'),
  'initiative-approve': (tx, told) => tellOf(tx, told, 'approve'),
  'initiative-recognise': (tx, told) => tellOf(tx, told, 'recognise'),
  'initiative-refuse-recognition': (tx, told) => tellOf(tx, told, 'refuse-recognition'),
  'initiative-find-not-eligible': (tx, told) => tellOf(tx, told, 'find-not-eligible'),
  'initiative-choose-outstanding': (tx, told) => tellOf(tx, told, 'choose-outstanding'),
  'appraisal-assigned': tellAppraisers,
}

const sentences: Record<ToldYearMove, (what: string) => string> = {
  return: (what) => `${what}: phiếu đăng ký được trả lại, xin xem lý do và sửa`,
  approve: (what) => `${what}: đã được duyệt vào danh sách`,
  recognise: (what) => `${what}: đã được công nhận`,
  'refuse-recognition': (what) => `${what}: không được công nhận, xin xem lý do`,
  'find-not-eligible': (what) => `${what}: không đủ điều kiện xét, xin xem lý do`,
  'choose-outstanding': (what) => `${what}: được chọn là tiêu biểu`,
}

async function tellOf(tx: Tx, told: Told, move: ToldYearMove): Promise<Telling | null> {
  const row = await tx
    .selectFrom('initiative_year')
    .selectAll()
    .where('province_id', '=', told.province)
    .where('id', '=', told.object)
    .executeTakeFirst()
  const year = row && readYear(row)
  const initiative = year && (await readInitiative(tx, told.province, year.initiative))
  if (!year || !initiative) return null
  const called = initiative.holderKind === 'collective' ? initiative.name : initiative.holder
  return {
    title: sentences[move](`“${called}” năm ${year.year}`),
    path: `/desk/mo-hinh/${initiative.id}?nam=${year.year}`,
    to: await officersOn(tx, {
      province: told.province,
      day: dayInVietnam(told.at),
      unit: year.unit,
      kinds:
        year.unit === told.province ? ['province-officer', 'province-leader'] : ['commune-officer', 'commune-leader'],
    }),
  }
}

/** Those who were given subjects at the moment of this event, and not those who had them already. */
async function tellAppraisers(tx: Tx, told: Told): Promise<Telling | null> {
  const row = await rounds(tx, told.province).where('id', '=', told.object).executeTakeFirst()
  const round = row && readRound(row)
  if (!round || round.status !== 'open') return null
  const given = await tx
    .selectFrom('appraisal_appraiser')
    .select('account_id')
    .where('province_id', '=', told.province)
    .where('round_id', '=', round.id)
    .where('assigned_at', '=', told.at)
    .execute()
  const accounts = [...new Set(given.map((one) => one.account_id as Telling['to'][number]['account']))]
  return {
    title: `Ông/bà được giao thẩm định ${given.length} đối tượng trong đợt “${round.title}”`,
    path: `/desk/cham-diem/${round.id}`,
    to: accounts.map((account) => ({ account, unit: round.holder })),
  }
}
