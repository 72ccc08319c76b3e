import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import type { Flag } from '#modules/territory/rebase.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { MapReason, PartUse } from './map-figure.ts'
import type { Growth, NoGrowth } from './map-growth.ts'

/** What a re-based number is worth, in the words that stand beside it. */
export const flagName: Record<Flag, string> = {
  exact: 'cộng đúng',
  apportioned: 'chia theo tỷ lệ',
  'not-comparable': 'không so sánh được',
}

/** What each flag means, for the legend under a table. */
export const flagMeaning: Record<Flag, string> = {
  exact: 'cả đơn vị cũ nằm gọn trong đơn vị này, nên số được cộng nguyên.',
  apportioned:
    'đơn vị cũ đã chia cho nhiều đơn vị; số được chia theo tỷ lệ có nguồn, cộng các phần lại đúng bằng số đã báo cáo.',
  'not-comparable': 'chưa có cơ sở để chia hoặc cộng; lý do ghi ngay dưới số.',
}

type NameOf = (unit: UnitId) => string

/** Why a number has no value on the map, as the end of a sentence: “không so sánh được: …”. */
export function reasonText(reason: MapReason | null, nameOf: NameOf): string {
  switch (reason?.why) {
    case 'share-unknown':
      return `${nameOf(reason.unit)} đã chia cho nhiều đơn vị${by(reason)}, chưa có tỷ lệ chia`
    case 'shares-incomplete':
      return `tỷ lệ chia ${nameOf(reason.unit)}${by(reason)} chưa đủ, mới biết một phần`
    case 'event-forbids':
      return `số của ${nameOf(reason.unit)} không được cộng qua lần sắp xếp này${by(reason)}`
    case 'not-divided':
      return `${nameOf(reason.unit)} chỉ có một số chung, không biết mỗi xã, phường được bao nhiêu`
    case 'no-successor':
      return `chưa ghi nhận ${nameOf(reason.unit)} về đơn vị nào sau khi kết thúc`
    case 'no-predecessor':
      return `chưa ghi nhận ${nameOf(reason.unit)} lập từ đơn vị nào`
    case 'before-register':
      return `sổ đơn vị bắt đầu từ ngày ${formatDay(reason.begins)}`
    case 'unknown-unit':
      return 'không có đơn vị này trong sổ'
    case 'incomplete':
      return `mới có số của ${reason.counted} trên ${reason.expected} đơn vị`
    case 'not-additive':
      return 'chỉ tiêu này không cộng giữa các đơn vị, và địa bàn đã khác'
    case 'divisor-divided':
      return `${nameOf(reason.unit)} đã chia, nên không có số đơn vị để chia bình quân`
    case 'divisor-unknown':
      return `không biết ${nameOf(reason.unit)} khi đó có bao nhiêu xã để chia bình quân`
    case undefined:
      return 'chưa có cơ sở để chia hoặc cộng'
  }
}

function by({ act, article }: { act: string | null; article: string | null }): string {
  return act ? ` (${article ? `${article}, ` : ''}${act})` : ''
}

/** What became of one unit's number, beside it in the list of parts. */
export function useText(use: PartUse, nameOf: NameOf): string {
  switch (use.kind) {
    case 'counted':
      return use.flag === 'exact' ? 'cộng nguyên' : `được chia ${shareText(use.share)}`
    case 'not-applicable':
      return 'không áp dụng, không cộng gì'
    case 'within':
      return `không cộng, vì đã nằm trong số của ${nameOf(use.over)}`
    case 'set-aside':
      return 'không cộng, vì các đơn vị bên trong đã có số riêng'
    case 'not-comparable':
      return `không so sánh được: ${reasonText(use.reason, nameOf)}`
  }
}

/** `30%`, `33,3333%`: a share of a unit as people read it. */
export function shareText(share: number): string {
  return `${share * 100 < 0.0001 ? '<0,0001' : String(Math.round(share * 1_000_000) / 10_000).replace('.', ',')}%`
}

const sideName = { before: 'kỳ trước', now: 'kỳ này' } as const

/** Growth as people read it, or the sentence why there is none. */
export function growthText(growth: Growth, nameOf: NameOf): string {
  if (growth.kind === 'none') return noGrowthText(growth.reason, nameOf)
  const { percent } = growth
  if (percent === 0n) return 'không đổi'
  return `${percent > 0n ? '+' : ''}${formatQuantity(percent)}%`
}

function noGrowthText(reason: NoGrowth, nameOf: NameOf): string {
  switch (reason.why) {
    case 'no-figure':
      return `không tính tăng, giảm: ${sideName[reason.of]} chưa có số`
    case 'not-comparable':
      return `không tính tăng, giảm: ${sideName[reason.of]} ${reasonText(reason.reason, nameOf)}`
    case 'rounded':
      return 'không tính tăng, giảm: có số làm tròn hoặc ước'
    case 'from-zero':
      return 'không tính tăng, giảm: kỳ trước bằng 0'
  }
}
