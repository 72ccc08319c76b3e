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

test.each([
  ['a file with macros', 'biểu.xlsm', wordOf([{ name: 'xl/vbaProject.bin', content: 'x' }]), 'mã lệnh (macro)'],
  ['a Word file', 'biểu.docx', wordOf(), 'không phải Excel'],
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
