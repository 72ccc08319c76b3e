import { formatDay } from '#kernel/local-date.ts'
import type { IssuingWords, WordsRefusal } from './issuing-words.ts'

export const wordsFieldName: Record<keyof IssuingWords, string> = {
  superior: 'Cơ quan cấp trên',
  body: 'Cơ quan ban hành',
  symbol: 'Ký hiệu báo cáo',
  place: 'Địa danh',
  signsFor: 'Ký thay mặt',
  signerTitle: 'Chức vụ người ký',
  recipients: 'Nơi nhận',
}

/** What an administrator reads when words cannot be set: what is wrong and what to do. */
export function wordsRefusalText(refusal: WordsRefusal): string {
  switch (refusal.code) {
    case 'word-missing':
      return `Xin ghi “${wordsFieldName[refusal.field]}”: văn bản không in được nếu thiếu.`
    case 'word-too-long':
      return `“${wordsFieldName[refusal.field]}” dài quá. Xin rút xuống nhiều nhất ${refusal.most} chữ cái.`
    case 'symbol-not-read':
      return 'Ký hiệu chỉ gồm chữ, số, nối bằng dấu gạch ngang, gạch chéo hoặc chấm, không có dấu cách: BC-UBND, BC/ĐU.'
    case 'name-not-known':
      return `Không có tên ${refusal.name}. Trong ngoặc nhọn chỉ dùng {unit}, {place}, {province}, {provincial}.`
    case 'body-above-itself':
      return '“Cơ quan ban hành” không dùng {provincial}: đó chính là tên cơ quan cấp tỉnh. Xin ghi hẳn tên ra.'
    case 'recipients-too-many':
      return `Nhiều nhất ${refusal.most} nơi nhận, mỗi nơi một dòng.`
    case 'personal-number':
      return `“${wordsFieldName[refusal.field]}” có số giống số điện thoại hoặc số định danh. Xin bỏ số ấy: lời này in trên văn bản công khai.`
    case 'day-not-read':
      return 'Chưa đọc được ngày. Xin ghi ngày, tháng, năm, ví dụ 1/1/2027.'
    case 'day-past':
      return `Ngày ấy đã qua: văn bản đã nộp giữ nguyên lời cũ. Xin chọn hôm nay hoặc một ngày sau.`
    case 'day-taken':
      return 'Từ ngày ấy đã có lời khác. Xin bỏ lời ấy trước (nếu chưa tới ngày dùng), hoặc chọn ngày khác.'
    case 'already-in-use':
      return 'Lời này đã dùng nên không bỏ được. Xin đặt lời mới từ hôm nay hoặc một ngày sau.'
  }
}

/** `từ 1/1/2027, Tạ Thị Máy đặt`. */
export function sinceSaid({ validFrom, by }: { validFrom: Parameters<typeof formatDay>[0]; by: string }): string {
  return `từ ${formatDay(validFrom)}, ${by} đặt`
}
