import { mkdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
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
let officer: Page
let photo: Buffer
let heavy: string
beforeAll(async () => {
  const rows = await database.asOwner<{ id: string }>(
    `select r.id from report r join unit u on u.id = r.unit_id where u.code = 'vi-du-nui-vang' and r.status = 'returned'`,
  )
  report = `${server.origin}/desk/bao-cao/${rows[0]?.id}`
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a9e7e' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Người Chụp Thử' } })
    .toBuffer()
  const folder = await mkdtemp(join(tmpdir(), 'kheo-heavy-'))
  heavy = join(folder, 'nặng.txt')
  await writeFile(heavy, Buffer.alloc(40 * 1024 * 1024, 'a'))
  officer = await browser.open(phone)
  await officer.goto(`${server.origin}/dang-nhap`)
  await signInOn(officer, 'xa.nuivang')
  return () => rm(folder, { recursive: true })
}, 240_000)

const seen = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

async function look(page: Page, name: string): Promise<void> {
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: join(screenshots, `${name}-${page.viewportSize()?.width}.png`), fullPage: true })
  }
  await expectWellMade(page)
}

const image = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: photo })

test('on a telephone without JavaScript, a picture without a word about people is asked about', async () => {
  await officer.goto(report)
  await officer.getByRole('link', { name: 'Tài liệu kèm theo' }).click()
  await officer
    .getByLabel('Tệp')
    .setInputFiles([image('Ảnh họp thôn Đồng Tâm, xã Núi Vàng, tỉnh Ví Dụ, ngày 5-9-2026.jpg')])
  await officer.getByLabel(/^Ghi chú/).fill('Họp thôn Đồng Tâm')
  await press(officer, 'Gửi tài liệu')
  expect(await seen(officer)).toContain('Xin cho biết trong ảnh có người nhận ra được hay không')
  expect(await officer.getByLabel(/^Ghi chú/).inputValue()).toBe('Họp thôn Đồng Tâm')
  await look(officer, 'evidence-asked')
})

test('what may come in is kept, what may not is named', async () => {
  await officer
    .getByLabel('Tệp')
    .setInputFiles([
      image('Ảnh họp thôn Đồng Tâm, xã Núi Vàng, tỉnh Ví Dụ, ngày 5-9-2026.jpg'),
      { name: 'danh sách.docm', mimeType: 'x/y', buffer: wordOf([{ name: 'word/vbaProject.bin', content: 'x' }]) },
      { name: 'biên bản.docx', mimeType: 'x/y', buffer: wordOf() },
    ])
  await officer.getByLabel('Có người nhận ra được, và những người ấy đã đồng ý').last().check()
  await press(officer, 'Gửi tài liệu')
  const text = await seen(officer)
  expect(text).toContain('Đã kèm 2 tài liệu, còn tệp chưa nhận')
  expect(text).toContain('“danh sách.docm”: Tệp có mã lệnh (macro)')
  await look(officer, 'evidence-list')
  await officer.goto(`${report}/tai-lieu`)
  await officer.getByText('Sửa thông tin hoặc gỡ').first().click()
  await look(officer, 'evidence-edit')
})

test('it is saved under its name, without what the camera wrote, and runs as no page', async () => {
  const link = officer.getByRole('link', { name: /Ảnh họp thôn/ })
  const address = server.origin + ((await link.getAttribute('href')) ?? '')
  const answer = await officer.context().request.get(address)
  const headers = answer.headers()
  expect(answer.status()).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('Ảnh họp thôn Đồng Tâm')
  const made = await answer.body()
  expect(made.includes('Người Chụp Thử')).toBe(false)
  expect((await sharp(made).metadata()).exif).toBeUndefined()
})

test('more than 25 MB at once is refused in a sentence, not with a broken connection', async () => {
  await officer.getByLabel('Tệp').setInputFiles(heavy)
  await press(officer, 'Gửi tài liệu')
  await officer.getByText('Nội dung gửi lên quá lớn').waitFor()
  expect(await officer.locator('body').innerText()).toContain('25,3 MB')
})

test('with JavaScript too much is said before it is sent; the edit, the removal and the empty page are told', async () => {
  const page = await browser.open(desktop, officer)
  // The script must be there before the form is sent.
  await page.goto(`${report}/tai-lieu`, { waitUntil: 'networkidle' })
  await page.getByLabel('Tệp').setInputFiles(heavy)
  await press(page, 'Gửi tài liệu')
  expect(await seen(page)).toContain('nặng 40 MB, quá 25 MB mỗi lần gửi')
  await page
    .getByLabel('Tệp')
    .setInputFiles([{ name: 'số liệu.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') }])
  await press(page, 'Gửi tài liệu')
  await page.getByText('Đã kèm 1 tài liệu.').waitFor()
  await look(page, 'evidence-desktop')
  await page.getByText('Sửa thông tin hoặc gỡ').last().click()
  await page.getByRole('button', { name: 'Gỡ tài liệu này' }).last().click()
  await page.getByText('Đã gỡ tài liệu.').waitFor()
  expect(await seen(page)).not.toContain('số liệu.csv')
})

test('the reviewer does not see what was attached since the report came back', async () => {
  const page = await browser.open(desktop)
  await page.goto(`${server.origin}/dang-nhap`)
  await signInOn(page, 'tinh.vidu')
  await page.goto(`${report}/tai-lieu`)
  expect(await seen(page)).toContain('Bản nộp này không kèm tài liệu.')
  await look(page, 'evidence-reviewer')
})
