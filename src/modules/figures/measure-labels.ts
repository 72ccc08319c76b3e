import { formatDay } from '#kernel/local-date.ts'
import type { ExpansionFault } from './code-book.ts'
import type { MeaningFault, MeaningNote, NamedPart } from './expression-meaning.ts'
import type { Indicator } from './indicator.ts'
import { dimensionName } from './labels.ts'
import type { MeasureRefusal } from './measures.ts'

/** What each nature is called in a sentence. */
export const natureName: Record<Indicator['nature'], string> = {
  flow: 'số phát sinh trong kỳ',
  stock: 'số có ở cuối kỳ',
  change: 'số tăng, giảm',
  ratio: 'tỷ lệ hoặc bình quân',
  score: 'điểm',
}

/** What stands beside a number of a formula. */
export const noteText: Record<MeaningNote, string> = {
  'flow-and-stock': 'Phép chia này lấy số phát sinh trong kỳ so với số có ở cuối kỳ.',
}

/** What an officer reads when a text names nothing that can be counted: what is wrong and what to write instead. */
export function measureRefusalText(refusal: MeasureRefusal): string {
  switch (refusal.code) {
    case 'not-understood':
      return refusal.sentence
    case 'not-expanded':
      return expansionText(refusal.fault)
    case 'without-meaning':
      return meaningText(refusal.fault)
    case 'formula-retired':
      return `Công thức ${refusal.formula} đã ngừng dùng từ ngày ${formatDay(refusal.day)}. Xin mở trang của công thức để xem lý do, hoặc dùng công thức khác.`
    case 'formula-not-yet':
      return `Công thức ${refusal.formula} chỉ dùng từ ngày ${formatDay(refusal.day)}. Xin chọn ngày từ đó trở đi, hoặc ghi thẳng các mã trong công thức.`
  }
}

function expansionText(fault: ExpansionFault): string {
  switch (fault.code) {
    case 'unknown-code':
      return fault.nearest.length === 0
        ? `Không có chỉ tiêu hay công thức mã ${fault.given}. Xin tìm theo tên để lấy đúng mã.`
        : `Không có chỉ tiêu hay công thức mã ${fault.given}. Có phải là ${nearestText(fault.nearest)}? Xin ghi lại mã.`
    case 'unknown-part':
      return fault.parts.length === 0
        ? `${fault.given.split(':')[0]} không chia phần. Xin bỏ phần sau dấu hai chấm.`
        : `${fault.given.split(':')[0]} không có phần này; chỉ có: ${fault.parts.map((part) => dimensionName(part) ?? part).join(', ')}. Xin ghi lại tên phần.`
    case 'cycle':
      return `Công thức gọi vòng lại chính nó: ${fault.path.join(' → ')}. Xin bỏ một mã trong vòng này.`
    case 'too-large':
      return 'Công thức gọi nhiều công thức khác quá, viết đủ ra thì không ai soát được. Xin rút gọn.'
  }
}

function nearestText(nearest: readonly { code: string; name: string }[]): string {
  return nearest.map(({ code, name }) => `${code} (${name})`).join(', ')
}

const actName = {
  sum: 'Không cộng được',
  difference: 'Không trừ được',
  comparison: 'Không so sánh được',
  choice: 'Không dùng thay nhau được',
  percent: 'Không lấy phần trăm được',
} as const

function meaningText(fault: MeaningFault): string {
  switch (fault.code) {
    case 'units-differ':
      return `${actName[fault.at]}: ${unitText(fault.one)}, ${unitText(fault.other)}. ${
        fault.at === 'percent'
          ? 'Phần trăm là phần của cùng một thứ; xin bỏ dấu %, để là bình quân.'
          : 'Xin chỉ dùng các chỉ tiêu cùng đơn vị tính.'
      }`
    case 'natures-differ':
      return `${actName[fault.at]}: ${natureText(fault.one)}, ${natureText(fault.other)}. Số phát sinh, số có ở cuối kỳ và số tăng, giảm không cộng lẫn nhau; xin tách ra.`
    case 'ratio-added':
      return `Không cộng được: ${natureText(fault.part)}. Tỷ lệ, bình quân, điểm không cộng với nhau; xin cộng các tử số, cộng các mẫu số rồi mới chia.`
    case 'ratio-divided':
      return `Không chia được: ${natureText(fault.part)}. Xin chia tổng cho tổng, một lần, ở cuối.`
    case 'divides-by-change':
      return `Không chia được: mẫu số ${natureText(fault.part)}, vì số đó có thể âm hoặc bằng 0. Xin chia cho số có hoặc số phát sinh.`
    case 'number-in-ratio':
      return 'Trong phép chia này có một bên chỉ là con số. Xin để chỉ tiêu ở tử số; mẫu số là con số thì không ghi %, ‰, ×.'
    case 'divides-by-zero':
      return 'Mẫu số là 0, kết quả không xác định. Xin ghi mẫu số khác.'
    case 'no-indicator':
      return 'Công thức không có chỉ tiêu nào. Xin ghi ít nhất một mã, ví dụ F05.'
  }
}

function unitText({ text, unitOfCount }: NamedPart): string {
  return `${text} tính bằng ${unitOfCount}`
}

function natureText({ text, nature }: NamedPart): string {
  return `${text} là ${natureName[nature]}`
}
