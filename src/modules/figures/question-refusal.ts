import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodName, type Period } from '#kernel/period.ts'
import { beforeRegister } from '#modules/territory/labels.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import type { QuestionRefusal } from './cube-question.ts'
import type { QuestionField, TimeAxis } from './question.ts'

/** A code that is near to one that nobody has. */
export type NearCode = { code: string; name: string }

/** Why a question that could be read is not answered: of the register, of the indicators, of the calendar, or of its size. */
export type AskedRefusal =
  | QuestionRefusal
  | { code: 'unknown-unit'; given: string; nearest: readonly NearCode[] }
  | { code: 'unknown-indicator'; given: string; nearest: readonly NearCode[] }
  /** A formula or a part that cannot be read; the sentence is the reader's own. */
  | { code: 'unread-measure'; given: string; sentence: string; nearest: readonly NearCode[] }
  /** Below that unit there are no units of that level on any day asked for. */
  | { code: 'no-such-level'; level: UnitLevel; of: string; on: LocalDate }
  /** Of a month there are no quarters. */
  | { code: 'no-such-periods'; axis: TimeAxis; within: Period }

export const levelWord: Record<UnitLevel, string> = { province: 'tỉnh', district: 'huyện', commune: 'xã' }

export const timeWord: Record<TimeAxis, string> = {
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
}

/** The parameter that has to be mended. */
export function fieldOf(refusal: AskedRefusal): QuestionField {
  switch (refusal.code) {
    case 'unknown-unit':
      return 'unit'
    case 'no-such-level':
      return 'level'
    case 'no-such-periods':
    case 'too-many-cells':
    case 'too-many-steps':
      return 'by'
    case 'before-register':
      return 'map'
    case 'nothing-asked':
      return refusal.of === 'measures' ? 'indicators' : refusal.of === 'units' ? 'unit' : 'period'
    default:
      return 'indicators'
  }
}

/** What is wrong and what to do, as people read it. */
export function askedRefusalText(refusal: AskedRefusal): string {
  switch (refusal.code) {
    case 'too-many-cells':
      return `Câu hỏi này có ${grouped(refusal.cells)} ô, nhiều nhất ${grouped(refusal.most)} ô một lần. Bớt chỉ tiêu, đơn vị hoặc kỳ.`
    case 'too-many-steps':
      return `Công thức dài nhân với số ô thành ${grouped(refusal.steps)} phép tính, nhiều nhất ${grouped(refusal.most)} một lần. Viết công thức ngắn lại, hoặc bớt đơn vị hay kỳ.`
    case 'nothing-asked':
      return nothingAskedText[refusal.of]
    case 'unknown-indicator':
      return `Không có chỉ tiêu nào mang mã “${short(refusal.given)}”.${nearText(refusal)}`
    case 'unknown-unit':
      return `Không có đơn vị nào mang mã “${short(refusal.given)}”.${nearText(refusal)}`
    case 'unknown-part':
      return `“${short(refusal.given)}”: chỉ tiêu không có phân tổ này.${
        refusal.parts.length > 0 ? ` Có: ${refusal.parts.join(', ')}.` : ' Chỉ tiêu này không chia phân tổ.'
      }`
    case 'unread-measure':
      return `${refusal.sentence}${nearText(refusal)}`
    case 'may-not-see':
      return `Số liệu của “${short(refusal.given)}” không công khai với người hỏi. Hỏi chỉ tiêu khác.`
    case 'before-register':
      return beforeRegister(refusal.begins)
    case 'no-such-level':
      return `${refusal.of} không có đơn vị cấp ${levelWord[refusal.level]} nào vào ngày ${formatDay(refusal.on)}. Chọn cấp khác, hoặc bản đồ của ngày khác.`
    case 'no-such-periods':
      return `Trong ${periodName(refusal.within)} không có kỳ ${timeWord[refusal.axis]} nào trọn vẹn. Chọn kỳ dài hơn, hoặc chia theo kỳ ngắn hơn.`
  }
}

const nothingAskedText = {
  measures: 'Chưa chọn chỉ tiêu nào. Ghi mã như F06, hoặc một công thức như F07 / F06 %.',
  units: 'Chưa có đơn vị nào để hỏi. Ghi mã đơn vị, hoặc chia theo tỉnh.',
  periods: 'Chưa chọn kỳ nào. Ghi năm như 2026, hoặc kỳ như quý III/2026.',
} as const

function nearText(refusal: AskedRefusal): string {
  const near = 'nearest' in refusal ? refusal.nearest : []
  return near.length === 0 ? '' : ` Có phải: ${near.map(({ code, name }) => `${code} (${name})`).join('; ')}?`
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

function short(text: string): string {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}
