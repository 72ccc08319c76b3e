import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { fileProblemText, type FileProblem } from '#kernel/file-kind.ts'
import { isSheetRefusal, sheetRefusalText, type SheetRefusal } from '#modules/access/sheet.ts'

/** Every *no* about documents and reviews beyond those of every register. */
export type DirectiveRefusal =
  | { code: 'number-asked'; guess: string }
  | { code: 'number-unread' }
  | { code: 'number-already-there'; number: string; day: LocalDate }
  | { code: 'in-country-list'; number: string }
  | { code: 'force-ends-before-it-begins' }
  | { code: 'still-public' }
  | { code: 'not-public' }
  | { code: 'no-such-directive' }
  | { code: 'before-the-directive'; day: LocalDate }
  | { code: 'period-not-whole' }
  | { code: 'no-file' }
  | { code: 'too-many-files' }
  | { code: 'file-problem'; name: string; problem: FileProblem }
  | { code: 'no-room' }
  | { code: 'busy' }
  | { code: 'cut-off' }

/** The field that a refusal stands beside; empty for the whole form. */
export function directiveFieldOf({ code }: DirectiveRefusal | SheetRefusal): string {
  return fields[code] ?? ''
}

const fields: Readonly<Record<string, string>> = {
  'number-asked': 'number',
  'number-unread': 'number',
  'number-already-there': 'number',
  'in-country-list': 'number',
  'force-ends-before-it-begins': 'inForceTo',
  'no-such-directive': 'directive',
  'before-the-directive': 'day',
  'period-not-whole': 'periodTo',
  'no-file': 'tep',
  'too-many-files': 'tep',
  'file-problem': 'tep',
  'no-room': 'tep',
  busy: 'tep',
  'cut-off': 'tep',
  'day-not-come': 'day',
  'unit-not-in-force': 'day',
  'personal-number': 'subject',
}

export function directiveRefusalText(refusal: DirectiveRefusal | SheetRefusal): string {
  if (isSheetRefusal(refusal)) return sheetRefusalText(refusal)
  switch (refusal.code) {
    case 'number-asked':
      return `Số, ký hiệu này có phải là ${refusal.guess} không? Nếu phải, xin ghi như vậy; nếu không, xin xem lại trên văn bản.`
    case 'number-unread':
      return 'Số, ký hiệu không đọc được. Ghi như trên văn bản, ví dụ 25-NQ/TW, 15/BC-UBND hoặc 59/2023/NĐ-CP.'
    case 'number-already-there':
      return `Văn bản ${refusal.number} ngày ${formatDay(refusal.day)} đã có trong sổ. Xin mở văn bản đó để sửa hoặc thêm tệp.`
    case 'in-country-list':
      return `Văn bản ${refusal.number} đã có trong danh sách chung của cả nước. Xin dùng văn bản đó, không ghi lại.`
    case 'force-ends-before-it-begins':
      return 'Ngày hết hiệu lực đứng trước ngày có hiệu lực. Xin xem lại hai ngày.'
    case 'still-public':
      return 'Văn bản này đang công khai. Xin rút khỏi trang công khai kèm lý do, rồi mới gỡ khỏi sổ.'
    case 'not-public':
      return 'Văn bản này không đứng trên trang công khai.'
    case 'no-such-directive':
      return 'Văn bản đã chọn không có trong thư viện. Xin chọn lại, hoặc ghi văn bản vào thư viện trước.'
    case 'before-the-directive':
      return `Ngày tổ chức đứng trước ngày ban hành văn bản (${formatDay(refusal.day)}). Xin xem lại ngày.`
    case 'period-not-whole':
      return 'Giai đoạn cần đủ ngày đầu và ngày cuối, ngày cuối không trước ngày đầu; không nói giai đoạn thì để trống cả hai.'
    default:
      return fileText(refusal)
  }
}

type FileNo = Extract<
  DirectiveRefusal,
  { code: 'no-file' | 'too-many-files' | 'file-problem' | 'no-room' | 'busy' | 'cut-off' }
>

function fileText(refusal: FileNo): string {
  switch (refusal.code) {
    case 'no-file':
      return 'Chưa chọn tệp nào.'
    case 'too-many-files':
      return 'Mỗi văn bản giữ nhiều nhất 5 tệp. Xin bỏ bớt tệp cũ trước.'
    case 'file-problem':
      return `${refusal.name}: ${fileProblemText(refusal.problem)}`
    case 'no-room':
      return 'Nơi giữ tệp đã đầy nên chưa lưu được. Xin báo quản trị.'
    case 'busy':
      return 'Máy chủ đang nhận nhiều tệp cùng lúc. Xin gửi lại sau một phút.'
    case 'cut-off':
      return 'Đường truyền đứt giữa chừng, chưa có gì được lưu. Xin gửi lại.'
  }
}
