import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { desktop, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'
import { wordOf } from '../support/zip.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const screenshots = process.env.KHEO_SCREENSHOTS
let report = ''
let id = ''
let officer: Page
beforeAll(async () => {
  const rows = await database.asOwner<{ id: string }>(
    `select r.id from report r join unit u on u.id = r.unit_id where u.code = 'vi-du-nui-vang' and r.status = 'returned'`,
  )
  id = rows[0]?.id ?? ''
  report = `${server.origin}/desk/bao-cao/${id}`
  officer = await browser.open(phone)
  await officer.goto(`${server.origin}/dang-nhap`)
  await signInOn(officer, 'xa.nuivang')
}, 240_000)

const seen = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function look(page: Page, name: string): Promise<void> {
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: join(screenshots, `${name}-${page.viewportSize()?.width}.png`), fullPage: true })
  }
  await expectWellMade(page)
}

async function stored(code: string): Promise<{ raw: string; basis: string } | undefined> {
  const rows = await database.asOwner<{ raw: string; basis: string }>(
    `select raw, basis from figure_value where set_id = $1 and indicator_version like $2 and dimension = ''`,
    [id, `${code}@%`],
  )
  return rows[0]
}

async function workbook(rows: (string | number | null)[][]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Tổng hợp xã', rows }] }))
}

test('on a telephone without JavaScript, the form comes down as a file with what stands there', async () => {
  await officer.goto(report)
  await officer.getByRole('link', { name: 'Nhập từ Excel' }).click()
  await look(officer, 'excel')
  const waiting = officer.waitForEvent('download')
  await officer.getByRole('link', { name: /Tải biểu nhập/ }).click()
  const file = await (await waiting).path()
  const { sheets } = await readXlsx(await readFile(file))
  const words = JSON.stringify(sheets[0]?.rows)
  expect(words).toContain('Kỳ này')
  expect(words).toContain('"F01"')
  expect(words).toContain((await stored('F01'))?.raw)
}, 240_000)

test('a table of one’s own that has something wrong is told of it cell by cell, and nothing is written', async () => {
  const before = await stored('E01')
  await officer.getByLabel('Tệp Excel').setInputFiles({
    ...{ name: 'bảng của xã.xlsx', mimeType },
    buffer: await workbook([
      ['BẢNG SỐ LIỆU', null, null],
      ['Mã', 'Nội dung', 'Kỳ này'],
      ['E01', 'Tiếp công dân', 52],
      ['E02', 'Người được tiếp', 'độ năm mươi mấy'],
      ['', 'Số con trâu', 12],
    ]),
  })
  await press(officer, 'Xem trước')
  const text = await seen(officer)
  expect(text).toContain('1 ô chưa đúng, chưa ghi ô nào')
  expect(text).toContain('Tổng hợp xã!C4')
  expect(text).toContain('1 dòng có số nhưng không phải chỉ tiêu')
  expect(await officer.getByRole('button', { name: /^Ghi / }).count()).toBe(0)
  expect(await stored('E01')).toEqual(before)
  await look(officer, 'excel-wrong')
}, 240_000)

test('a table that is right is shown first, then written at once, as coming from a file, and taken back in one step', async () => {
  const before = await stored('E01')
  await officer.getByLabel('Tệp Excel').setInputFiles({
    ...{ name: 'bảng của xã.xlsx', mimeType },
    buffer: await workbook([
      ['Nội dung', 'Mã', 'Kỳ này', 'Ghi chú'],
      ['Tiếp công dân', 'E01', 1952, 'theo sổ tiếp dân'],
      ['Người được tiếp', 'E02', 'trên 2.000', null],
    ]),
  })
  await press(officer, 'Xem trước')
  expect(await seen(officer)).toContain('2 ô sẽ đổi')
  await look(officer, 'excel-ready')
  await press(officer, 'Ghi 2 ô vào báo cáo')
  expect(await seen(officer)).toContain('Đã ghi các ô từ tệp')
  expect(await stored('E01')).toEqual({ raw: '1952', basis: 'imported' })
  expect(await stored('E02')).toEqual({ raw: 'trên 2.000', basis: 'imported' })
  await press(officer, /^Hoàn tác/)
  expect((await stored('E01'))?.raw ?? '').toBe(before?.raw ?? '')
}, 240_000)

test('a pasted column goes in from the chosen line on', async () => {
  await officer.goto(`${report}/excel`)
  await officer.getByLabel('Hoặc dán một bảng').fill('31\n30')
  await officer.getByLabel('Nếu chỉ dán một cột số').selectOption('E01')
  await press(officer, 'Xem trước')
  expect(await seen(officer)).toContain('Bảng dán!A1')
  expect(await officer.getByLabel('Hoặc dán một bảng').inputValue()).toBe('31\n30')
}, 240_000)

const sheetFile = (more: Parameters<typeof wordOf>[0] = []): Buffer => wordOf(more, 'spreadsheetml.sheet.main+xml')
// Excel writes a workbook with a password as a compound file that holds the packed one.
const locked = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
])
const swollen = sheetFile([{ name: 'xl/worksheets/sheet1.xml', content: 'a'.repeat(4_000_000), states: 1000 }])

test.each([
  ['a file with macros', 'biểu.xlsm', wordOf([{ name: 'xl/vbaProject.bin', content: 'x' }]), 'mã lệnh (macro)'],
  ['a Word file', 'biểu.docx', wordOf(), 'không phải Excel'],
  ['a file under a password', 'biểu.xlsx', locked, 'đặt mật khẩu'],
  ['half a file', 'biểu.xlsx', sheetFile().subarray(0, 140), 'Tệp hỏng hoặc chưa tải lên đủ'],
  ['a workbook whose parts are not there', 'biểu.xlsx', sheetFile(), 'Không đọc được tệp Excel này'],
  ['a file that unpacks without end', 'biểu.xlsx', swollen, 'Tệp nén bất thường'],
  ['an Excel file of 2003', 'biểu.xls', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'), 'kiểu cũ'],
  ['bytes that are nothing', 'biểu.xlsx', Buffer.from('không phải gì cả'), 'Loại tệp này chưa nhận'],
])('%s is refused in words', async (_, name, buffer, words) => {
  await officer.goto(`${report}/excel`)
  await officer.getByLabel('Tệp Excel').setInputFiles({ name, mimeType, buffer })
  await press(officer, 'Xem trước')
  expect(await seen(officer)).toContain(words)
})

test('what was written on a second screen meanwhile is not written over', async () => {
  await officer.goto(`${report}/excel`)
  await officer.getByLabel('Hoặc dán một bảng').fill('Mã\tKỳ này\nE01\t4')
  await press(officer, 'Xem trước')
  const second = await browser.open(desktop, officer)
  await second.goto(`${report}/excel`)
  await second.getByLabel('Hoặc dán một bảng').fill('Mã\tKỳ này\nE01\t9')
  await press(second, 'Xem trước')
  await second.getByRole('button', { name: /^Ghi 1 ô/ }).waitFor()
  await look(second, 'excel-wide')
  await press(second, /^Ghi 1 ô/)
  await press(officer, /^Ghi 1 ô/)
  expect(await seen(officer)).toContain('Chưa ghi gì từ tệp')
  expect((await stored('E01'))?.raw).toBe('9')
}, 240_000)

test('a province describes its own workbook once; a commune’s file of that kind is recognised and read by it', async () => {
  const own = (rows: (string | number | null)[][]) => ({
    ...{ name: 'BC của tỉnh.xlsx', mimeType },
    rows: [['BAN DÂN VẬN TỈNH', null, null, null], ['STT', 'Việc', 'Lũy kế', 'Trong kỳ báo cáo'], ...rows],
  })
  const { rows, ...file } = own([[1, 'Số lượt tiếp công dân', 9, null]])
  const province = await browser.open(phone)
  await province.goto(`${server.origin}/dang-nhap`)
  await signInOn(province, 'tinh.vidu')
  await province.goto(`${server.origin}/desk/bieu-excel`)
  await look(province, 'own-workbooks')
  await press(province, 'Xem tệp mẫu')
  expect(await seen(province)).toContain('Xin chọn một tệp Excel làm mẫu')
  await province.getByLabel('Tệp mẫu').setInputFiles({ ...file, buffer: await workbook(rows) })
  await press(province, 'Xem tệp mẫu')
  await press(province, 'Dùng biểu này')
  expect(await seen(province)).toContain('Xin đặt tên cho biểu')
  await province.getByLabel('Tên biểu').fill('Biểu 02')
  await province.getByLabel('Dòng có tên cột').selectOption('1')
  await province.getByLabel('Tên hoặc mã chỉ tiêu ở').selectOption('1')
  await province.getByLabel('Số liệu ở').selectOption('3')
  await look(province, 'own-workbook-sample')
  await press(province, 'Dùng biểu này')
  expect(await seen(province)).toContain('Đã khai biểu')
  await officer.goto(`${report}/excel`)
  const label = await officer.locator('#tuDong option', { hasText: 'E01' }).innerText()
  const filled = own([[1, label.replace(/^E01 – /, ''), 9, 1953]])
  await officer.getByLabel('Tệp Excel').setInputFiles({ ...file, buffer: await workbook(filled.rows) })
  await press(officer, 'Xem trước')
  expect(await seen(officer)).toContain('Nhận ra biểu “Biểu 02” của tỉnh')
  await look(officer, 'own-workbook-read')
  await press(officer, 'Ghi 1 ô vào báo cáo')
  expect((await stored('E01'))?.raw).toBe('1953')
  await province.goto(`${server.origin}/desk/bieu-excel`)
  await press(province, /^Thôi dùng/)
  expect(await seen(province)).toContain('Chưa khai biểu nào')
}, 240_000)

test('without JavaScript the report is filled twenty rows at a time, each page saved before the next', async () => {
  await officer.goto(report)
  await officer.getByRole('link', { name: 'Nhập từng trang 20 dòng' }).click()
  expect(await officer.locator('tr[data-key]').count()).toBe(20)
  const first = officer.locator('td.cell input[type="text"]').first()
  const code = (await first.getAttribute('name'))?.replace('so.', '') ?? ''
  await first.fill('3')
  await press(officer, 'Lưu, sang trang sau')
  expect(await seen(officer)).toContain('Trang 2/')
  expect(await officer.locator(`tr[data-key="${code}"]`).count()).toBe(0)
  expect((await stored(code))?.raw).toBe('3')
  await look(officer, 'twenty-rows')
  await press(officer, 'Lưu, về trang trước')
  expect(await officer.locator(`input[name="so.${code}"]`).inputValue()).toBe('3')
}, 240_000)

test('what is typed and chosen while the script is on its way stays when it arrives', async () => {
  const slow = await browser.open(desktop, officer)
  let arrive = (): void => undefined
  const arrived = new Promise<void>((done) => (arrive = done))
  await slow.route('**/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await slow.goto(`${report}/excel`, { waitUntil: 'commit' })
  const pasted = slow.getByLabel('Hoặc dán một bảng')
  await pasted.fill('31\n30')
  await slow.getByLabel('Nếu chỉ dán một cột số').selectOption('E01')
  arrive()
  await slow.waitForLoadState('networkidle')
  expect(await pasted.inputValue()).toBe('31\n30')
  expect(await slow.getByLabel('Nếu chỉ dán một cột số').inputValue()).toBe('E01')
  await press(slow, 'Xem trước')
  await slow.getByText('Bảng dán!A1').first().waitFor()
}, 240_000)
