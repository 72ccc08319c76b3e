import { formatQuantity, quantity } from '#kernel/quantity.ts'
import type { CheckRule, RuleKind, Severity } from './check-rule.ts'
import { measureRefusalText } from './measure-labels.ts'
import type { MeasureRefusal } from './measures.ts'
import { writeExpression } from './expression-text.ts'
import type { KeptRule } from './kept-rule.ts'

export const severityName: Record<Severity, string> = {
  'must-match': 'Phải khớp mới nộp được',
  'may-explain': 'Sửa, hoặc nộp kèm lời giải thích',
  asks: 'Chỉ nhắc xem lại',
}

export const certaintyName: Record<KeptRule['certainty'], string> = {
  certain: 'chắc chắn',
  practice: 'theo thông lệ',
  unverified: 'chưa kiểm chứng, tỉnh xem lại',
  own: 'của tỉnh',
}

/** A number of a rule that a province may set, as the form names it. */
export type RuleNumber = {
  name: string
  label: string
  hint: string
  least: number
  most: number
  isOptional: boolean
}

function field(name: string, label: string, hint: string, [least, most]: [number, number], isOptional = false) {
  return { name, label, hint, least, most, isOptional }
}

const share = field('share', 'Tỷ lệ từ (%)', 'Trên số ô được xét.', [1, 100])

/** The numbers of each kind of rule; a kind that is not here has none. */
export const ruleNumbers: Partial<Record<RuleKind, readonly RuleNumber[]>> = {
  'turns-and-persons': [
    field('suspiciousFrom', 'Bắt đầu hỏi từ (lượt)', 'Ít lượt thì không ai đến hai lần là thường.', [1, 100_000]),
  ],
  'change-beyond': [
    field('percent', 'Tăng, giảm quá (%)', 'So với cùng kỳ năm trước.', [1, 10_000]),
    field('least', 'Và lệch ít nhất', 'Tính bằng đơn vị của ô; số nhỏ đổi gấp đôi là thường.', [0, 1_000_000]),
  ],
  'copied-forward': [
    field('least', 'Ít nhất mấy ô giống hệt', 'Ô có số lớn hơn 0.', [2, 100]),
    share,
    field('from', 'Hoặc một số từ', 'Số lớn mà giống từng chữ số thì một ô cũng hỏi.', [10, 1_000_000]),
  ],
  outlier: [
    field('fewest', 'Cần ít nhất mấy kỳ trước', 'Ít hơn thì không kết luận.', [4, 8]),
    field('perMille', 'Chấp nhận báo nhầm (phần nghìn)', 'Càng nhỏ càng ít báo.', [0.1, 50]),
  ],
  'outlier-among-peers': [
    field('history', 'Khi đơn vị có ít hơn mấy kỳ trước', 'Đủ kỳ trước thì quy tắc Q26 so với chính đơn vị.', [1, 8]),
    field('fewest', 'Cần ít nhất mấy đơn vị cùng loại', 'Đã công bố số của cùng một kỳ.', [5, 100]),
    field('perMille', 'Chấp nhận báo nhầm (phần nghìn)', 'Càng nhỏ càng ít báo.', [0.1, 50]),
  ],
  'all-zero': [field('least', 'Từ mấy ô', 'Ô đếm việc trong kỳ đã ghi số.', [1, 100])],
  'round-numbers': [
    field('least', 'Từ mấy ô', 'Ô có số tròn chục.', [2, 100]),
    share,
    field('from', 'Chỉ xét số từ', 'Số nhỏ tròn chục là thường.', [10, 1_000_000]),
  ],
  'ratio-bounds': [
    field('low', 'Không dưới', 'Để trống nếu không có mức dưới.', [-1_000_000_000, 1_000_000_000], true),
    field('high', 'Không quá', 'Để trống nếu không có mức trên.', [-1_000_000_000, 1_000_000_000], true),
  ],
}

/** What a rule holds against what, in codes. */
export function relationText(rule: CheckRule): string {
  const list = (cells: readonly { code: string; dimension: string }[], between: string): string =>
    cells.map((cell) => writeExpression({ kind: 'cell', cell }, 'words')).join(between)
  switch (rule.kind) {
    case 'total-of-parts':
      return `${list([rule.total], '')} = ${list(rule.parts, ' + ')}`
    case 'part-of-whole':
      return `${list([rule.part], '')} ≤ ${list([rule.whole], '')}`
    case 'average-per-unit':
      return `${list([rule.average], '')} = ${list([rule.total], '')} / số xã`
    case 'turns-and-persons':
      return `${list([rule.turns], '')} ≥ ${list([rule.persons], '')}`
    case 'percent-of-sums':
      return `${list([rule.percent], '')} = ${together(list(rule.numerator, ' + '))} / ${together(list(rule.denominator, ' + '))} %`
    case 'change-since-last-year':
      return `${list([rule.change], '')} = ${list([rule.stock], '')} − ${list([rule.stock], '')} cuối năm trước`
    case 'scopes-never-summed':
      return `${list([rule.total], '')} không phải ${list(rule.scopes, ' + ')}`
    case 'ratio-bounds':
      return `${rule.low === null ? '' : `${numberText(rule.low)} ≤ `}${rule.expression}${rule.high === null ? '' : ` ≤ ${numberText(rule.high)}`}`
    case 'stock-never-falls':
    case 'change-beyond':
    case 'outlier':
    case 'outlier-among-peers':
      return rule.cells.length === 0 ? 'mọi ô đếm việc trong kỳ' : `các ô ${list(rule.cells, ', ')}`
    case 'total-over-units':
    case 'plausible-number':
    case 'unit-as-written':
    case 'event-in-period':
      return 'mọi ô'
    case 'cumulative-never-falls':
    case 'flow-is-sum-of-quarters':
    case 'copied-forward':
    case 'all-zero':
    case 'round-numbers':
      return 'mọi ô đếm việc trong kỳ'
  }
}

function together(sum: string): string {
  return sum.includes('+') ? `(${sum})` : sum
}

/** `0,1`, `2.000`: as people write it, and as `check-rule-change.ts` reads it back. */
export function numberText(value: number): string {
  return formatQuantity(quantity(value))
}

/** Why what was typed does not name the cells a rule needs; `unread` carries the sentence of who reads formulas. */
export type CellsFault =
  | { why: 'not-one' | 'on-both-sides' | 'too-few-parts' | 'not-one-part' | 'not-a-list' }
  | { why: 'unknown'; cell: string }
  | { why: 'unread'; sentence: string }

export type RuleRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'nothing-changed' }
  | { code: 'rule-is-fixed' }
  | { code: 'personal-number' }
  | { code: 'out-of-range'; field: string; label: string; least: number; most: number }
  | { code: 'bounds-crossed' }
  | { code: 'no-bound' }
  | { code: 'not-cells'; field: string; fault: CellsFault }
  | { code: 'not-a-measure'; refusal: MeasureRefusal }
  | { code: 'units-mixed'; units: readonly string[] }
  | { code: 'name-taken'; name: string }
  | { code: 'too-many'; most: number }

/** The field that a refusal stands beside; empty for the whole form. */
export function ruleFieldOf(refusal: RuleRefusal): string {
  switch (refusal.code) {
    case 'out-of-range':
    case 'not-cells':
      return refusal.field
    case 'bounds-crossed':
    case 'no-bound':
      return 'low'
    case 'not-a-measure':
      return 'expression'
    case 'units-mixed':
      return 'parts'
    case 'name-taken':
      return 'name'
    default:
      return ''
  }
}

export function ruleRefusalText(refusal: RuleRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Quy tắc vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'nothing-changed':
      return 'Quy tắc vẫn như đang dùng nên chưa lưu bản mới. Xin đổi một chỗ rồi lưu.'
    case 'rule-is-fixed':
      return 'Quy tắc này giữ cho số cộng được, nên không tắt và không làm nhẹ đi được. Sửa được lời nguyên nhân và cách sửa.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi lưu lại.'
    case 'out-of-range':
      return `${refusal.label}: xin ghi một số từ ${numberText(refusal.least)} đến ${numberText(refusal.most)}.`
    case 'bounds-crossed':
      return 'Mức dưới đang lớn hơn mức trên. Xin xem lại hai số này.'
    case 'no-bound':
      return 'Xin ghi ít nhất một mức: không dưới, hoặc không quá.'
    case 'not-cells':
      return cellsFaultText(refusal.fault)
    case 'not-a-measure':
      return measureRefusalText(refusal.refusal)
    case 'units-mixed':
      return `Các ô này đếm theo ${refusal.units.join(' và ')}, không cộng và không so với nhau được. Xin chọn các ô cùng đơn vị tính.`
    case 'name-taken':
      return `Tỉnh đã có một quy tắc tên “${refusal.name}”. Xin đặt tên khác, hoặc mở quy tắc đó để sửa.`
    case 'too-many':
      return `Tỉnh đã có ${refusal.most} quy tắc riêng. Xin tắt hoặc sửa một quy tắc đã có.`
  }
}

function cellsFaultText(fault: CellsFault): string {
  switch (fault.why) {
    case 'not-one':
      return 'Xin ghi đúng một ô, ví dụ K01.'
    case 'on-both-sides':
      return 'Ô thứ nhất không đứng lại trong các ô còn lại.'
    case 'too-few-parts':
      return 'Xin ghi ít nhất hai ô cộng lại, ví dụ B09 + B10.'
    case 'not-one-part':
      return 'Xin ghi đúng một ô là phần, ví dụ B13.'
    case 'not-a-list':
      return 'Xin chỉ ghi các ô cộng với nhau, ví dụ B09 + B10.'
    case 'unknown':
      return `Không có ô ${fault.cell} trong bộ chỉ tiêu. Xin xem lại mã.`
    case 'unread':
      return fault.sentence
  }
}

/** Who changed a rule, where the reader is not told by name. */
export const unnamedLeader = 'lãnh đạo tỉnh'
