import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { measureRefusalText } from './measure-labels.ts'
import type { MeasureRefusal } from './measures.ts'

/** Every *no* about a province's own formula, with what it needs to be said. */
export type FormulaRefusal =
  | { code: 'not-a-measure'; refusal: MeasureRefusal }
  | { code: 'name-taken'; name: string }
  | { code: 'personal-number' }
  | { code: 'changed-meanwhile' }
  | { code: 'nothing-changed' }
  | { code: 'already-retired'; from: LocalDate }
  | { code: 'begins-earlier'; than: LocalDate }
  | { code: 'retires-too-early'; than: LocalDate }
  | { code: 'in-use'; by: readonly { code: string; name: string }[] }
  /** Another formula that uses this one would count nothing any more. */
  | { code: 'breaks-another'; other: string; refusal: MeasureRefusal }
  | { code: 'too-many'; most: number }

/** The field of the form that a refusal stands beside; empty for the whole form. */
export function formulaFieldOf(refusal: FormulaRefusal): 'name' | 'text' | 'validFrom' | 'day' | '' {
  switch (refusal.code) {
    case 'not-a-measure':
    case 'breaks-another':
      return 'text'
    case 'name-taken':
      return 'name'
    case 'begins-earlier':
      return 'validFrom'
    case 'retires-too-early':
      return 'day'
    default:
      return ''
  }
}

/** What an officer reads when a formula is not saved: what is wrong and what to do. */
export function formulaRefusalText(refusal: FormulaRefusal): string {
  switch (refusal.code) {
    case 'not-a-measure':
      return measureRefusalText(refusal.refusal)
    case 'name-taken':
      return `Tỉnh đang dùng một công thức khác tên “${refusal.name}”. Xin đặt tên khác, hoặc mở công thức đó để sửa.`
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Công thức không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'changed-meanwhile':
      return 'Công thức vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'nothing-changed':
      return 'Tên và công thức vẫn như bản đang dùng nên chưa lưu bản mới. Xin sửa tên hoặc công thức rồi lưu.'
    case 'already-retired':
      return `Công thức đã ngừng dùng từ ngày ${formatDay(refusal.from)} nên không sửa nữa. Nếu vẫn cần, xin lập công thức mới.`
    case 'begins-earlier':
      return `Bản mới phải dùng từ ngày ${formatDay(refusal.than)} trở đi, vì từ ngày đó đã có một bản. Xin sửa ngày.`
    case 'retires-too-early':
      return `Ngày ngừng dùng phải sau ngày ${formatDay(refusal.than)}, ngày bản cuối bắt đầu dùng. Xin sửa ngày.`
    case 'in-use':
      return `Chưa ngừng được vì còn dùng trong ${refusal.by.map(({ code, name }) => `${code} (${name})`).join(', ')}. Xin sửa hoặc ngừng các công thức đó trước.`
    case 'breaks-another':
      return `Đổi như vậy thì ${refusal.other} không tính được nữa. ${measureRefusalText(refusal.refusal)} Xin sửa ${refusal.other} trước.`
    case 'too-many':
      return `Tỉnh đã có ${refusal.most} công thức. Xin sửa một công thức đã có thay vì lập thêm.`
  }
}
