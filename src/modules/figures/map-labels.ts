import { formatQuantity } from '#kernel/quantity.ts'
import { reasonText } from '#modules/territory/labels.ts'
import type { Flag } from '#modules/territory/rebase.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { changeText } from './definition-labels.ts'
import type { MapReason, PartUse } from './map-figure.ts'
import type { Growth, NoGrowth } from './map-growth.ts'

/** What each flag means, for the legend under a table. */
export const flagMeaning: Record<Flag, string> = {
  exact: 'cả đơn vị cũ nằm gọn trong đơn vị này, nên số được cộng nguyên.',
  apportioned:
    'đơn vị cũ đã chia cho nhiều đơn vị; số được chia theo tỷ lệ có nguồn, cộng các phần lại đúng bằng số đã báo cáo.',
  'not-comparable': 'chưa có cơ sở để chia hoặc cộng; lý do ghi ngay dưới số.',
}

type NameOf = (unit: UnitId) => string

/** Why a number has no value on the map: the register's sentence, or the indicator's own. */
export function mapReasonText(reason: MapReason | null, nameOf: NameOf): string {
  if (reason === null) return 'Chưa có cơ sở để chia hoặc cộng.'
  switch (reason.why) {
    case 'not-additive':
      return 'Chỉ tiêu này không cộng giữa các đơn vị, và địa bàn đã khác.'
    case 'divisor-divided':
      return `${nameOf(reason.unit)} được chia cho nhiều đơn vị, nên không có số xã để chia bình quân.`
    case 'divisor-unknown':
      return `Không biết ${nameOf(reason.unit)} khi đó có bao nhiêu xã để chia bình quân.`
    default:
      return reasonText(reason, nameOf)
  }
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
      // The list puts its own full stop behind every part.
      return `không so sánh được: ${mapReasonText(use.reason, nameOf).replace(/\.$/, '')}`
  }
}

/** `30%`, `33,3333%`: a share of a unit as people read it. */
export function shareText(share: number): string {
  return `${share * 100 < 0.0001 ? '<0,0001' : String(Math.round(share * 1_000_000) / 10_000).replace('.', ',')}%`
}

const sideName = { before: 'Kỳ trước', now: 'Kỳ này' } as const

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
      return `Không tính tăng, giảm. ${sideName[reason.of]} chưa có số.`
    case 'not-comparable':
      return `Không tính tăng, giảm. ${sideName[reason.of]}: ${mapReasonText(reason.reason, nameOf)}`
    case 'definition-changed':
      return `Không tính tăng, giảm. ${changeText(reason.change)}`
    case 'rounded':
      return 'Không tính tăng, giảm: có số làm tròn hoặc ước.'
    case 'from-zero':
      return 'Không tính tăng, giảm: kỳ trước bằng 0.'
  }
}
