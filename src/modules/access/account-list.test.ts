import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { columnsOf, entriesOf, readList, templateText, type ListRow, type ListUnit } from './account-list.ts'
import { rowsOfText, textOfBytes } from './list-text.ts'

const today = localDate('2026-11-22')
const units: ListUnit[] = [
  { id: newId<'Unit'>(), name: 'Tỉnh Mây Trắng', code: 'may-trang', level: 'province' },
  { id: newId<'Unit'>(), name: 'Xã Đồi Chè', code: 'doi-che', level: 'commune' },
  { id: newId<'Unit'>(), name: 'Xã Bến Đò', code: 'ben-do', level: 'commune' },
  { id: newId<'Unit'>(), name: 'Phường Bến Đò', code: 'phuong-ben-do', level: 'commune' },
  { id: newId<'Unit'>(), name: 'Xã Cầu Gỗ', code: 'cau-go', level: 'commune' },
  { id: newId<'Unit'>(), name: 'Xã Cầu Gò', code: 'cau-go-2', level: 'commune' },
]

function read(text: string, taken: string[] = []): ListRow[] {
  const rows = rowsOfText(text)
  if (!Array.isArray(rows)) throw new Error(rows)
  const [header, ...people] = rows
  if (!header) throw new Error('no header')
  const { at, missing } = columnsOf(header)
  expect(missing).toEqual([])
  return readList(people, at, { units, taken: new Set(taken), today })
}
const head = 'Họ và tên,Tên đăng nhập,Nhiệm vụ,Đơn vị,Từ ngày\n'

test.each([
  ['commas', 'Họ và tên,Tên đăng nhập,Nhiệm vụ,Đơn vị\nTrần Thị Ổi,xa.doiche,Cán bộ dân vận xã,Xã Đồi Chè\n'],
  ['semicolons', 'HỌ TÊN;tài khoản;Chức vụ;Xã\r\nTrần Thị Ổi;xa.doiche;can bo xa;xa doi che\r\n'],
  [
    'tabs, as Excel copies them',
    'ho ten\tTen dang nhap\tnhiem vu\tDON VI\nTrần Thị Ổi\t XA.DOICHE \tCán bộ xã\tđồi chè',
  ],
  [
    'a mark, quotes and empty lines',
    '\ufeff"Họ  và tên ",Tên đăng nhập,"Nhiệm vụ",Đơn vị\n\n"Trần Thị Ổi",xa.doiche,cán bộ dân vận xã,doi-che\n,,,\n',
  ],
  [
    'columns in another order and one nobody asked for',
    'Đơn vị,Ghi chú,Vai trò,Tên đăng nhập,Họ tên cán bộ\nĐồi Chè,mới,commune-officer,xa.doiche,Trần Thị Ổi',
  ],
])('a list with %s is read', (_, text) => {
  expect(entriesOf(read(text))).toEqual([
    { signInName: 'xa.doiche', displayName: 'Trần Thị Ổi', kind: 'commune-officer', unit: units[1]?.id, from: today },
  ])
})

test.each([
  [',xa.moi,Cán bộ xã,Đồi Chè,', 'Thiếu họ và tên.'],
  ['Lê Văn Ngữ,Xã Mới,Cán bộ xã,Đồi Chè,', /Tên đăng nhập chỉ gồm/],
  ['Lê Văn Ngữ,,Cán bộ xã,Đồi Chè,', 'Gõ tên đăng nhập.'],
  ['Lê Văn Ngữ,co.roi,Cán bộ xã,Đồi Chè,', 'Tên đăng nhập này đã có người dùng.'],
  ['Lê Văn Ngữ,xa.moi,Thủ kho,Đồi Chè,', /^Không rõ nhiệm vụ “Thủ kho”. Có: Cán bộ dân vận xã/],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,Khe Vắng,', 'Không có đơn vị “Khe Vắng” trong tỉnh hôm nay.'],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,Bến Đò,', /có thể là Xã Bến Đò \(mã ben-do\) hoặc Phường Bến Đò/],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,cau go,', /có thể là Xã Cầu Gỗ \(mã cau-go\) hoặc Xã Cầu Gò/],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,Tỉnh Mây Trắng,', 'Cán bộ dân vận xã không giao ở Tỉnh Mây Trắng.'],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,Đồi Chè,31/2/2027', 'Không rõ ngày “31/2/2027”. Ghi như 22/11/2026.'],
  ['Lê Văn Ngữ,xa.moi,Cán bộ xã,Đồi Chè,1/1/2026', 'Nhiệm vụ chỉ giao từ hôm nay trở đi.'],
])('%j is not opened: %s', (line, problem) => {
  const rows = read(head + line, ['co.roi'])
  expect(rows[0]?.problems).toEqual([expect.stringMatching(problem)])
  expect(entriesOf(rows)).toBeNull()
})

test('diacritics that are there decide: Cầu Gỗ and Cầu Gò are two communes', () => {
  const rows = read(`${head}Lê Văn Ngữ,xa.mot,Cán bộ xã,Cầu Gỗ,1/12/2026\nLê Văn Ngữ,xa.hai,Kiểm soát,Cầu Gò,`)
  expect(entriesOf(rows)?.map((one) => [one.unit, one.from, one.kind])).toEqual([
    [units[4]?.id, '2026-12-01', 'commune-officer'],
    [units[5]?.id, today, 'auditor'],
  ])
})

test('a name given twice in one list is said at both lines', () => {
  const rows = read(`${head}Lê Văn Ngữ,xa.moi,Cán bộ xã,Đồi Chè,\nHồ Văn Lẫm,XA.MOI,Cán bộ xã,Xã Bến Đò,`)
  expect(rows.map((row) => row.problems)).toEqual([
    ['Tên đăng nhập này cũng ở dòng 3.'],
    ['Tên đăng nhập này cũng ở dòng 2.'],
  ])
})

test('columns that are missing are named, and the template has them all', () => {
  expect(columnsOf({ line: 1, cells: ['Họ tên', 'Ghi chú'] }).missing).toEqual(['Tên đăng nhập', 'Nhiệm vụ', 'Đơn vị'])
  expect(entriesOf(read(templateText('Xã Đồi Chè', today)))).toHaveLength(1)
})

const text = 'Họ và tên;Tên đăng nhập\nTrần Thị Ổi;xa.doiche'
const utf16 = (big: boolean): Uint8Array => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? little.swap16() : little
}
const inWindows1258 = Uint8Array.from([0x54, 0x72, 0xe2, 0xcc, 0x6e, 0x2c, 0xd0, 0xf2])

test.each([
  ['UTF-8', Buffer.from(text), text],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), text],
  ['Excel’s Unicode text', utf16(false), text],
  ['the same the other way round', utf16(true), text],
  ['Windows-1258', inWindows1258, 'not-unicode'],
  ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), 'spreadsheet'],
  ['nothing', new Uint8Array(), 'empty'],
])('a file in %s', (_, bytes, expected) => {
  const found = textOfBytes(bytes)
  expect(found.replace(/^\ufeff/, '')).toBe(expected)
})

test('a quotation mark that is never closed is said, not guessed', () => {
  expect(rowsOfText('Họ và tên,Tên\n"Trần Thị Ổi,xa.doiche')).toBe('stray-quote')
  expect(rowsOfText('a,b\n"một\nhai",c')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['một\nhai', 'c'] },
  ])
})
