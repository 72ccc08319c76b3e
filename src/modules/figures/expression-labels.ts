import { typedForm } from '#kernel/numerals.ts'
import { lengthOf } from '#kernel/text.ts'
import { deepestExpression, longestExpression, type ExpressionDoubt } from './expression-doubt.ts'

/** What an officer reads about a formula that is not understood: where, what is wrong, and what to write instead. */
export function doubtSentence(doubt: ExpressionDoubt, text: string): string {
  switch (doubt.code) {
    case 'empty':
      return 'Chưa có công thức. Xin ghi, ví dụ F05 / F01 % hoặc K01:tập thể + K01:cá nhân.'
    case 'too-long':
      return `Công thức dài ${doubt.letters} chữ, nhiều nhất là ${longestExpression}. Xin tách thành nhiều công thức rồi dùng mã của chúng.`
    default:
      return `${placeWords(doubt, text)}: ${doubtWords(doubt)}`
  }
}

type PlacedDoubt = Exclude<ExpressionDoubt, { code: 'empty' | 'too-long' }>

function placeWords({ at, length }: ExpressionDoubt, text: string): string {
  const found = text.slice(at, at + length).trim()
  if (found === '') return text.trim() === '' ? 'Ở đầu công thức' : 'Ở cuối công thức'
  const shown = lengthOf(found) > 30 ? `${[...found].slice(0, 29).join('')}…` : found
  return `Ở chữ thứ ${lengthOf(text.slice(0, at)) + 1}, “${shown}”`
}

function doubtWords(doubt: PlacedDoubt): string {
  switch (doubt.code) {
    case 'too-deep':
      return `ngoặc lồng nhau quá ${deepestExpression} lớp. Xin tách thành nhiều công thức rồi dùng mã của chúng.`
    case 'letter':
      return 'ký tự này không dùng trong công thức. Xin chỉ ghi mã chỉ tiêu, số, dấu + - /, ngoặc ( ), %, ‰.'
    case 'comma':
      return 'dấu phẩy chỉ dùng trong số lẻ như 12,5. Giữa các phần của “nếu(…)” xin ghi dấu chấm phẩy ;.'
    case 'number':
      return numberWords(doubt.candidates)
    case 'part':
      return `chưa rõ là phần nào của ${doubt.of}. Sau dấu hai chấm xin ghi tên phần như trên báo cáo, ví dụ K01:tập thể; không chia phần thì bỏ dấu hai chấm.`
    case 'word':
      return 'chưa hiểu chữ này. Xin ghi mã chỉ tiêu như F05 thay cho tên; hoặc dùng nếu(…), số đơn vị(…), số xã(…).'
    case 'operand':
      return 'ở đây thiếu một mã chỉ tiêu hoặc một số. Xin ghi thêm, ví dụ F05; hoặc bỏ dấu thừa ở trước.'
    case 'sign':
      return 'ở đây cần một dấu nối với phần trước. Xin ghi +, - hoặc /; hoặc đóng ngoặc ) nếu đã hết.'
    case 'no-bracket':
      return 'ngoặc mở này chưa được đóng. Xin ghi thêm ) ở chỗ hết phần trong ngoặc.'
    case 'bracket-too-many':
      return 'ngoặc đóng này không có ngoặc mở. Xin bỏ đi, hoặc ghi thêm ( ở trước.'
    case 'bracket-behind':
      return `sau chữ này phải là ngoặc. Xin ghi như ${doubt.word === 'neu' ? 'nếu(F01 > 0; F06; 0)' : 'số xã(I01)'}.`
    case 'comparison':
      return 'điều kiện cần một dấu so sánh. Xin ghi <, <=, =, >= hoặc >, ví dụ nếu(F01 > 0; F06; 0).'
    case 'semicolon':
      return `“nếu” cần ba phần, ở đây mới có ${doubt.given}. Xin ghi điều kiện; số khi đúng; số khi không, ví dụ nếu(F01 > 0; F06; 0).`
    case 'two-divisions':
      return 'hai dấu chia liền nhau có thể hiểu hai cách. Xin đặt ngoặc, hoặc chia một lần cho tổng.'
    case 'times':
      return 'công thức không nhân số với số: lượt nhân người không đếm gì cả. Dấu × chỉ đứng sau phép chia, ví dụ F05 / H01 × 10.000.'
    case 'factor':
      return doubt.typed === '×'
        ? 'sau dấu × chỉ ghi 100, 1.000, 10.000 hoặc 100.000, ví dụ F05 / H01 × 10.000.'
        : 'dấu này chỉ đứng sau một phép chia, ví dụ F05 / F01 %. Xin ghi thêm mẫu số, hoặc bỏ dấu.'
    case 'units-of-nothing':
      return 'trong ngoặc phải có một chỉ tiêu, để đếm bao nhiêu đơn vị có số. Xin ghi, ví dụ số xã(I01).'
  }
}

function numberWords(candidates: Extract<ExpressionDoubt, { code: 'number' }>['candidates']): string {
  const forms = candidates.map((amount) => typedForm(amount, 'decimal'))
  return forms.length > 1
    ? `có thể hiểu hai cách. Xin ghi ${forms.join(' hoặc ')}.`
    : 'chưa đọc được thành số. Xin ghi hàng nghìn như 12.340.000 hoặc liền như 1240; số lẻ như 12,5, nhiều nhất bốn số lẻ.'
}
