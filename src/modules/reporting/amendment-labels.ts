import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { AmendmentMove, AmendmentStatus } from './amendment.ts'

export const amendmentStatusName: Record<AmendmentStatus, string> = {
  asked: 'cấp trên đề nghị sửa',
  open: 'đang nhập',
  'handed-in': 'chờ duyệt',
  returned: 'bị trả lại',
  accepted: 'đã nhận',
  dropped: 'đã bỏ',
}

export const amendmentMoveName: Record<AmendmentMove, string> = {
  begin: 'Bắt đầu sửa',
  'hand-in': 'Gửi bản sửa đổi',
  recall: 'Rút lại để sửa',
  return: 'Trả lại để sửa tiếp',
  accept: 'Nhận bản sửa đổi',
  drop: 'Bỏ bản sửa đổi này',
  refuse: 'Không nhận',
}

/** What happened, as the history says it. */
export const amendmentMovedName: Record<AmendmentMove | 'open' | 'ask', string> = {
  open: 'mở bản sửa đổi',
  ask: 'đề nghị sửa đổi',
  begin: 'bắt đầu sửa',
  'hand-in': 'gửi bản sửa đổi',
  recall: 'rút lại để sửa',
  return: 'trả lại để sửa tiếp',
  accept: 'nhận bản sửa đổi',
  drop: 'bỏ bản sửa đổi',
  refuse: 'không nhận bản sửa đổi',
}

/** `bản sửa đổi số 1, nhận ngày 12/10/2026`: which numbers a page or a sum uses. */
export function amendmentSaid({ n, acceptedOn }: { n: number; acceptedOn: LocalDate }): string {
  return `bản sửa đổi số ${n}, nhận ngày ${formatDay(acceptedOn)}`
}

/** Every *no* of amendments. */
export type AmendmentRefusal =
  | { code: 'not-accepted-yet' }
  | { code: 'amendment-under-way'; n: number }
  | { code: 'amendment-reason-too-short'; least: number }
  | { code: 'amendment-note-missing' }
  | { code: 'amendment-not-now'; status: AmendmentStatus }
  | { code: 'amendment-changed-meanwhile' }
  | { code: 'amendment-outdated' }
  | { code: 'amendment-says-nothing-new' }
  | { code: 'amendment-cells-changed'; cells: { key: string; now: string; by: string }[] }
  | { code: 'amendment-does-not-add-up'; keys: string[] }
  | { code: 'amendment-explanation-too-short'; least: number }
  | { code: 'amendment-nothing-to-explain' }
  | { code: 'amendment-personal-number' }
  | { code: 'amendment-cells-held-elsewhere'; keys: string[]; templateName: string }

/** What an officer reads when a command says no: what is wrong and what to do. */
export function amendmentRefusalText(refusal: AmendmentRefusal): string {
  switch (refusal.code) {
    case 'not-accepted-yet':
      return 'Báo cáo chưa được nhận nên chưa cần bản sửa đổi. Xin sửa thẳng vào báo cáo, hoặc rút lại để sửa.'
    case 'amendment-under-way':
      return `Bản sửa đổi số ${refusal.n} của báo cáo này chưa xong. Mỗi lúc chỉ mở một bản; xin làm tiếp bản đó.`
    case 'amendment-reason-too-short':
      return `Xin ghi rõ vì sao phải sửa, ít nhất ${refusal.least} chữ cái. Lý do này in cùng bản sửa đổi.`
    case 'amendment-note-missing':
      return 'Xin ghi vì sao, để bên kia biết phải làm gì.'
    case 'amendment-not-now':
      return `Bản sửa đổi hiện ${amendmentStatusName[refusal.status]} nên không làm bước này được. Có thể một người khác vừa làm xong; xin xem lại bên dưới.`
    case 'amendment-changed-meanwhile':
      return 'Bản sửa đổi vừa thay đổi sau khi ông/bà mở trang. Xin xem lại bản mới bên dưới rồi làm lại.'
    case 'amendment-outdated':
      return 'Bản đang tính của báo cáo đã khác lúc mở bản sửa đổi này. Xin bỏ bản này rồi mở bản khác từ số đang tính.'
    case 'amendment-says-nothing-new':
      return 'Bản sửa đổi chưa đổi số nào so với bản đã nhận. Xin sửa ít nhất một ô, hoặc bỏ bản sửa đổi này.'
    case 'amendment-cells-changed':
      return `${refusal.cells.map(({ key, by, now }) => `Ô ${key.replace(':', ' ')} vừa được ${by || 'một người khác'} sửa thành “${now || 'trống'}”.`).join(' ')} Số của ông/bà vẫn còn trong ô; xin xem lại rồi lưu lần nữa.`
    case 'amendment-does-not-add-up':
      return `Với các số mới, còn ${refusal.keys.length} chỗ chưa khớp. Xin sửa, hoặc viết lời giải thích ở chỗ được phép, rồi gửi lại.`
    case 'amendment-explanation-too-short':
      return `Lời giải thích cần ít nhất ${refusal.least} chữ cái để người duyệt hiểu được.`
    case 'amendment-nothing-to-explain':
      return 'Chỗ này không còn lệch hoặc không được giải thích thay cho sửa. Xin xem lại các ô bên dưới.'
    case 'amendment-cells-held-elsewhere':
      return `Số của ô ${refusal.keys.map((key) => key.replace(':', ' ')).join(', ')} do báo cáo “${refusal.templateName}” cùng kỳ ghi. Xin để ô đó như đã nhận ở đây, và sửa ở báo cáo kia.`
    case 'amendment-personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Bản sửa đổi có thể được công bố, xin bỏ dãy số đó rồi lưu lại.'
  }
}
