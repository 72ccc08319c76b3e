import type { MapRefusal } from './workbook-map.ts'

/** Why a description of a workbook is not kept, and at which field of the form that is said. */
export function mapRefusalText(refusal: MapRefusal): { field: 'ten' | 'dong' | 'cot'; sentence: string } {
  switch (refusal.code) {
    case 'no-name':
      return { field: 'ten', sentence: 'Xin đặt tên cho biểu, ví dụ “Biểu 02 của Ban Dân vận”.' }
    case 'no-titles':
      return { field: 'dong', sentence: 'Dòng này không có tên cột. Xin chọn dòng có ít nhất hai tên cột.' }
    case 'same-column':
      return {
        field: 'cot',
        sentence: 'Một cột không thể vừa là tên chỉ tiêu vừa là số liệu hay ghi chú. Xin chọn lại.',
      }
    case 'known-already':
      return {
        field: 'dong',
        sentence: `Biểu có dòng tên cột này đã khai với tên “${refusal.name}”. Xin thôi dùng biểu ấy trước.`,
      }
  }
}

/** `A`, `B`, … `AA`: a column as Excel calls it. */
export function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
}
