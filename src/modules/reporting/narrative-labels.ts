import { timeInVietnam } from '#kernel/local-date.ts'
import type { CitationView } from './narrative.ts'
import type { MissingWhy } from './narrative-facts.ts'
import { refusalText, writerName, type Refusal } from './labels.ts'

/** A section that a colleague saved meanwhile: what stands there now, whose it is and since when. */
export type SectionConflict = { section: string; title: string; text: string; by: string; at: Date; isOwn: boolean }

/** Every *no* about the words of a report. */
export type NarrativeRefusal =
  | Refusal
  | { code: 'sections-changed-by-another'; sections: SectionConflict[] }
  | { code: 'citation-unknown'; section: string; marks: string[] }
  | { code: 'section-too-long'; section: string; most: number }
  | { code: 'section-names-a-number'; section: string }
  | { code: 'section-unknown' }
  | { code: 'version-unknown' }
  | { code: 'nothing-to-bind' }

export function narrativeRefusalText(refusal: NarrativeRefusal): string {
  switch (refusal.code) {
    case 'sections-changed-by-another':
      return refusal.sections
        .map(
          (one) =>
            `Mục “${one.title}” vừa được ${writerName(one)} ghi lúc ${timeInVietnam(one.at)}. Lời của ông/bà vẫn còn trong ô, lời của họ ở ngay dưới; xin ghép lại rồi lưu.`,
        )
        .join(' ')
    case 'citation-unknown':
      return `${refusal.marks.join(', ')}: báo cáo này không có ô đó. Xin chọn ô ở danh sách bên cạnh, hoặc bỏ hai dấu ngoặc vuông.`
    case 'section-too-long':
      return `Mục này dài quá ${new Intl.NumberFormat('vi').format(refusal.most)} chữ cái. Xin viết ngắn lại, hoặc đưa phần chi tiết vào tài liệu kèm theo.`
    case 'section-names-a-number':
      return 'Mục này có dãy số giống số điện thoại hoặc số căn cước. Báo cáo có thể được công bố, xin bỏ dãy số đó rồi lưu lại.'
    case 'section-unknown':
      return 'Mẫu của báo cáo này không có mục đó. Xin tải lại trang rồi viết vào mục đang có.'
    case 'version-unknown':
      return 'Không còn tìm thấy lần ghi đó. Xin chọn một lần ghi khác ở danh sách.'
    case 'nothing-to-bind':
      return 'Lời vừa đổi nên không còn số đó để gắn. Xin lưu, rồi chọn lại ở danh sách dưới mục.'
    case 'not-open-for-entry':
      return refusalText(refusal).replace('không sửa số được nữa', 'không sửa lời được nữa')
    default:
      return refusalText(refusal)
  }
}

export const viewName: Record<CitationView, string> = {
  now: 'kỳ này',
  'same-period': 'cùng kỳ năm trước',
  change: 'tăng, giảm so với cùng kỳ',
  target: 'chỉ tiêu đơn vị đặt',
  'superior-target': 'chỉ tiêu cấp trên giao',
  'next-target': 'chỉ tiêu kỳ tới',
  reached: 'đạt bao nhiêu chỉ tiêu',
  peers: 'mức giữa của nơi cùng loại đã công bố',
}

/** Why a citation prints no number. */
export const missingText: Record<MissingWhy, string> = {
  'not-in-report': 'báo cáo này không có ô đó',
  'no-number': 'ô này chưa có số',
  'no-before': 'chưa có số được nhận của cùng kỳ năm trước',
  'not-comparable':
    'hai kỳ không so được: số làm tròn, chưa đủ đơn vị, cách đếm đã khác, hoặc hai kỳ ở hai bên ngày 1/7/2025',
  'no-target': 'chưa đặt chỉ tiêu cho kỳ này, hoặc số là số làm tròn',
  'no-peers': 'chưa đủ năm nơi cùng loại công bố số này',
}
