import type { ListTextProblem } from '#modules/access/list-text.ts'
import type { DivisionBasis } from '#modules/territory/stated.ts'
import type { DivisionFault } from './division.ts'
import { sayPercent } from './shares.ts'

export const basisLabel: Record<DivisionBasis, string> = {
  people: 'Số dân (người)',
  households: 'Số hộ',
  area: 'Diện tích (km²)',
}

/** Why what a province states of a division was not taken. */
export type DivisionRefusal =
  { code: 'changed-meanwhile' | 'personal-number' | 'not-standing' } | (DivisionFault & { unit: string })

export function divisionRefusalText(refusal: DivisionRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Tỷ lệ của đơn vị này vừa được người khác sửa. Xem lại số đang có rồi nhập lại.'
    case 'personal-number':
      return 'Trong ô có dãy số giống số điện thoại hoặc căn cước. Bỏ dãy số đó rồi lưu lại.'
    case 'not-standing':
      return 'Tỷ lệ này đã được rút hoặc thay trước đó. Tải lại trang để xem số đang có.'
    case 'part-missing':
      return `${refusal.unit}: chưa có số của phần về ${refusal.part}. Các phần phải nhập cùng lúc.`
    case 'parts-not-whole':
      return `Các phần của ${refusal.unit} cộng lại được ${sayPercent(refusal.sum)}, chưa đúng 100%. Sửa tỷ lệ của các phần.`
    case 'parts-are-nothing':
      return `Các phần của ${refusal.unit} đều bằng 0 nên không ra tỷ lệ. Sửa số của các phần.`
  }
}

/** Why a file of divisions was not read, or not taken. */
export type DivisionListRefusal =
  | { code: ListTextProblem }
  | { code: 'columns-missing'; missing: string[] }
  | { code: 'list-too-long'; count: number; most: number }
  | { code: 'list-has-errors'; count: number }
  | { code: 'nothing-filled' }

export function divisionListRefusalText(refusal: DivisionListRefusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'Tệp chưa có dòng nào. Cần một dòng tên cột, rồi mỗi phần một dòng. Tải tệp mẫu rồi điền.'
    case 'not-unicode':
      return 'Tệp này không phải Unicode nên tên đơn vị sẽ sai dấu. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại.'
    case 'spreadsheet':
      return 'Đây là tệp bảng tính Excel. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại; hoặc chép các ô rồi dán.'
    case 'stray-quote':
      return 'Có một dấu ngoặc kép mở mà không đóng, nên không biết ô kết thúc ở đâu. Bỏ dấu đó rồi gửi lại.'
    case 'columns-missing':
      return `Dòng đầu thiếu cột: ${refusal.missing.join(', ')}. Tải tệp mẫu để xem tên các cột.`
    case 'list-too-long':
      return `Tệp có ${refusal.count} dòng; mỗi lần nhiều nhất ${refusal.most}. Chia làm nhiều tệp.`
    case 'list-has-errors':
      return `Còn ${refusal.count} ô cần sửa; chưa lưu tỷ lệ nào.`
    case 'nothing-filled':
      return 'Cột “Số” còn trống cả. Điền số cho mọi phần của ít nhất một đơn vị cũ.'
  }
}
