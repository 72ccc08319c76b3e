import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const screenshots = process.env.KHEO_SCREENSHOTS
const path = '/admin/mau-bao-cao'
const mimeType = 'application/json'

const seen = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const rowsOf = (page: Page, section: string): Promise<number> => page.locator(`tr[data-key^="${section}"]`).count()

async function look(page: Page, name: string): Promise<void> {
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: join(screenshots, `${name}-${page.viewportSize()?.width}.png`), fullPage: true })
  }
  await expectWellMade(page)
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).first().click()
  await page.waitForLoadState()
}

async function done(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor()
}

async function useFrom(page: Page, day: string): Promise<void> {
  await page.getByLabel('Dùng từ ngày', { exact: true }).fill(day)
  await press(page, 'Đưa vào dùng')
  await done(page, 'Đã đưa vào dùng.')
}

describe.each([
  { name: 'on a telephone without JavaScript', screen: phone, commune: 'xa.songxanh', days: '5' },
  { name: 'on a desk with JavaScript', screen: desktop, commune: 'xa.nuivang', days: '6' },
])('$name', ({ screen, commune, days }) => {
  const title = `Công tác dân vận theo mẫu của tỉnh, bản ${days}`
  let admin: Page
  let officer: Page
  let draft = ''
  let first = ''

  beforeAll(async () => {
    admin = await browser.open(screen)
    await admin.goto(server.origin + path)
    await signInOn(admin, 'quantri.vidu')
    officer = await browser.open(screen)
    await officer.goto(`${server.origin}/desk`)
    await signInOn(officer, commune)
  }, 240_000)

  async function opened(template: string, from: string, to: string): Promise<string> {
    await officer.goto(`${server.origin}/desk`)
    await officer.locator('summary', { hasText: 'Mở báo cáo kỳ khác' }).click()
    await officer.getByLabel('Mẫu báo cáo', { exact: true }).selectOption({ label: template })
    await officer.getByLabel('Từ ngày đến ngày').check()
    await officer.getByLabel('Từ ngày', { exact: true }).fill(from)
    await officer.getByLabel('Đến ngày', { exact: true }).fill(to)
    await press(officer, 'Mở báo cáo')
    await officer.waitForURL(/\/desk\/bao-cao\/[0-9a-f-]{36}/)
    return officer.url().replace(/[?#].*$/, '')
  }

  test('an administrator copies the house’s template, changes it, and sees what is other than there', async () => {
    await admin.goto(`${server.origin}${path}/dan-van@2`)
    await follow(admin, 'Chép thành mẫu khác')
    await admin.getByLabel('Tên mẫu', { exact: true }).fill(title)
    await press(admin, 'Lập bản nháp')
    await done(admin, 'Đã lập bản nháp.')
    draft = new URL(admin.url()).pathname
    await admin.getByLabel('Hạn nộp').fill(days)
    await press(admin, 'Lưu phần này')
    await done(admin, 'Đã lưu tên, người nộp và hạn.')
    await admin
      .locator('form#muc-D')
      .getByRole('button', { name: /^Xoá mục/ })
      .click()
    await done(admin, 'Đã xoá mục.')
    await admin.locator('form#muc-E').getByLabel('Tên mục').fill('Tiếp dân ở xã')
    await admin
      .locator('form#muc-E')
      .getByRole('button', { name: /^Lưu mục/ })
      .click()
    await done(admin, 'Đã lưu mục.')
    await follow(admin, 'Chỗ khác với bản trước')
    await done(admin, 'Bỏ mục số liệu')
    const text = await seen(admin)
    expect(text).toContain(`Hạn nộp đổi từ 10 ngày thành ${days} ngày sau ngày cuối kỳ.`)
    expect(text).toContain('đổi tên thành “Tiếp dân ở xã”.')
    await look(admin, 'template-difference')
    await admin.goto(`${server.origin}${draft}`)
    await follow(admin, 'Xem trước biểu nhập')
    await done(admin, 'Tiếp dân ở xã')
    expect(await admin.locator('main input').count()).toBe(0)
    await look(admin, 'template-preview')
  }, 240_000)

  test('takes it out as a file, which comes in again as a draft once nothing in it is wrong', async () => {
    await admin.goto(`${server.origin}${draft}`)
    const waiting = admin.waitForEvent('download')
    await admin.getByRole('link', { name: 'Tải về thành tệp' }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toContain(`Mẫu báo cáo ${title}`)
    const text = await readFile(await file.path(), 'utf8')
    await admin.goto(`${server.origin}${path}/tu-tep`)
    await look(admin, 'template-file')
    const wrong = Buffer.from(text.replace('"E01"', '"E99"').replace('"narrative"', '"text"'))
    await admin.getByLabel('Chọn tệp').setInputFiles({ name: 'mẫu.json', mimeType, buffer: wrong })
    await press(admin, 'Lập bản nháp từ tệp')
    await done(admin, 'Tệp có 1 chỗ chưa đúng')
    expect(await seen(admin)).toContain('Loại mục “kind” chỉ là một trong: “figures”, “narrative”.')
    await look(admin, 'template-file-wrong')
    // What was wrong is mended where it stands, and the other fault is said.
    const pasted = admin.getByLabel('Hoặc dán nội dung tệp')
    await pasted.fill((await pasted.inputValue()).replace('"text"', '"narrative"'))
    await press(admin, 'Lập bản nháp từ tệp')
    await done(admin, 'Không có chỉ tiêu mã E99')
    await pasted.fill(text)
    await press(admin, 'Lập bản nháp từ tệp')
    await done(admin, 'Đã có mẫu tên')
    await admin.getByLabel('Đặt tên khác').fill(`${title}, lấy lại từ tệp`)
    await press(admin, 'Lập bản nháp từ tệp')
    await done(admin, 'Đã lập bản nháp.')
    expect(await admin.locator('h1').innerText()).toBe(`${title}, lấy lại từ tệp`)
  }, 240_000)

  test('puts it in use, and a commune reports by it', async () => {
    await admin.goto(`${server.origin}${draft}`)
    await useFrom(admin, '1/7/2026')
    first = await opened(title, `1/7/2026`, `${days}/7/2026`)
    expect([await rowsOf(officer, 'D'), (await rowsOf(officer, 'F')) > 0]).toEqual([0, true])
    expect(await seen(officer)).toContain('Tiếp dân ở xã')
    await officer.locator('[id="so-E01"]').fill('12')
    if (screen.javaScriptEnabled) {
      // Each cell saves itself when it is left.
      await officer.locator('[id="so-E01"]').blur()
      await officer.locator('#o-E01').getByText('đã lưu').waitFor()
    } else {
      await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
      await officer.waitForURL(/da=luu/)
    }
    await officer.goto(first)
    expect(await officer.locator('[id="so-E01"]').inputValue()).toBe('12')
  }, 240_000)

  test('whose other report of these days shows the number closed, with the report that has it', async () => {
    await opened('Công tác dân vận', `1/7/2026`, `${days}/7/2026`)
    expect(await officer.locator('[id="so-E01"]').count()).toBe(0)
    const row = officer.locator('#o-E01')
    expect(await row.locator('output').innerText()).toBe('12')
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain(`đã ghi ở báo cáo “${title}”`)
    await look(officer, 'held-cell')
    await row.getByRole('button', { name: /mở báo cáo đó/ }).click()
    await officer.waitForURL((url) => url.href.startsWith(first))
  }, 240_000)

  test('the next version asks less from its day on, and the older report keeps its form', async () => {
    await admin.goto(`${server.origin}${draft}`)
    await press(admin, 'Lập phiên bản mới')
    await done(admin, 'Đã lập bản nháp.')
    await admin
      .locator('form#muc-F')
      .getByRole('button', { name: /^Xoá mục/ })
      .click()
    await done(admin, 'Đã xoá mục.')
    await useFrom(admin, '1/9/2026')
    await opened(title, `1/9/2026`, `${days}/9/2026`)
    expect([await rowsOf(officer, 'F'), (await rowsOf(officer, 'E')) > 0]).toEqual([0, true])
    await officer.goto(first)
    expect(await rowsOf(officer, 'F')).toBeGreaterThan(0)
    expect(await officer.locator('[id="so-E01"]').inputValue()).toBe('12')
  }, 240_000)
})
