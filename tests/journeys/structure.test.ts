import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const main = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const unfold = (page: Page, title: string): Promise<void> =>
  page.locator('summary').getByText(title, { exact: true }).click()

async function signedIn(name: string, path: string): Promise<Page> {
  const page = await browser.open(phone)
  await page.goto(server.origin + path)
  await signInOn(page, name)
  return page
}

describe('a commune officer on a telephone without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn('xa.songxanh', '/desk/thon-to')
  })

  test('is told beside the field what is wrong with a hamlet, and what was typed is kept', async () => {
    await page.goto(`${server.origin}/desk/thon-to/moi`)
    await page.getByLabel('Loại').selectOption('hamlet-thon')
    await page.getByLabel('Tên', { exact: true }).fill('Đồi Ngang')
    await page.getByLabel('Từ ngày').fill('1/1/2026')
    await press(page, 'Ghi vào danh sách')
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.locator('#name-error').innerText()).toContain('Trong xã đã có Thôn Đồi Ngang')
    expect(await page.getByLabel('Từ ngày').inputValue()).toBe('1/1/2026')
    await expectWellMade(page)
    await page.getByLabel('Tên', { exact: true }).fill('Đồi Dọc')
    await press(page, 'Ghi vào danh sách')
    await page.getByText('Đã ghi.').waitFor()
    expect(await main(page)).toContain('Thôn Đồi Dọc')
  })

  test('merges two hamlets, sees the day before, and takes the slip back', async () => {
    await page.getByRole('link', { name: 'Thôn Đồi Dọc' }).click()
    await unfold(page, 'Sáp nhập với thôn, tổ khác')
    const form = page.locator('form[action*="sap-nhap"]')
    await form.getByLabel('Thôn Đồi Ngang').check()
    await form.getByLabel('Tên', { exact: true }).fill('Đồi Chung')
    await form.getByLabel('Từ ngày').fill('1/6/2026')
    await form.getByLabel('Số văn bản').fill('15/NQ-HĐND')
    await press(page, 'Ghi sáp nhập')
    expect(await page.locator('h1').innerText()).toBe('Thôn Đồi Chung')
    expect(await main(page)).toContain('lập ra từ Thôn Đồi Dọc')
    await expectWellMade(page)
    await page.goto(`${server.origin}/desk/thon-to?ngay=31/5/2026&tim=doi`)
    expect(await main(page)).toContain('Thôn Đồi Ngang')
    await page.goto(`${server.origin}/desk/thon-to`)
    expect(await main(page)).not.toContain('Thôn Đồi Ngang')
    await page.getByRole('link', { name: 'Thôn Đồi Chung' }).click()
    await unfold(page, 'Gỡ lần ghi sau cùng')
    await page.locator('form[action*="/go"]').getByLabel('Vì sao gỡ').fill('Chưa có nghị quyết')
    await press(page, 'Gỡ lần ghi này')
    expect(await main(page)).toContain('Chưa có nghị quyết')
    await page.goto(`${server.origin}/desk/thon-to`)
    expect(await main(page)).toContain('Thôn Đồi Ngang')
  })

  test('sends a list: with a wrong cell nothing is written, put right it is written whole', async () => {
    await page.goto(`${server.origin}/desk/thon-to/them-tu-tep`)
    const list = page.getByLabel('Hoặc dán danh sách')
    await list.fill('Tên,Loại,Từ ngày\nMột,Thôn,1/1/2026\nHai,Phố,1/1/2026')
    await press(page, 'Xem trước')
    expect(await main(page)).toContain('Không có loại “Phố”')
    await expectWellMade(page)
    await list.fill('Tên,Loại,Từ ngày\nMột,Thôn,1/1/2026\nHai,Bản,1/1/2026')
    await press(page, 'Xem trước')
    await press(page, 'Ghi cả 2 thôn, tổ')
    await page.getByText('Đã ghi cả tệp.').waitFor()
    expect(await main(page)).toContain('Bản Hai')
  })

  test('writes a body down and renames it; who owned the work then and today is said', async () => {
    await page.goto(`${server.origin}/desk/to-chuc?ngay=30/6/2025`)
    expect(await main(page)).toMatch(/Công tác dân vận Ngày 30\/6\/2025 Khối dân vận xã Sông Xanh/)
    expect(await main(page)).toMatch(/Hôm nay, \S+ Ủy ban MTTQ Việt Nam xã Sông Xanh/)
    await page.getByRole('link', { name: 'Ghi một tổ chức' }).click()
    await page.getByLabel('Tên tổ chức').fill('Tổ hòa giải xã Sông Xanh')
    await page.getByLabel('Loại').selectOption('commission')
    await page.getByRole('radio', { name: 'Chính quyền' }).check()
    await page.getByLabel('Từ ngày').fill('1/1/2026')
    await press(page, 'Ghi tổ chức này')
    await page.getByRole('link', { name: 'Tổ hòa giải xã Sông Xanh' }).click()
    await unfold(page, 'Đổi tên')
    const form = page.locator('form[action*="doi-ten"]')
    await form.getByLabel('Tên mới').fill('Hội đồng hòa giải xã Sông Xanh')
    await form.getByLabel('Từ ngày').fill('1/1/2020')
    await form.getByLabel('Số văn bản').fill('2/QĐ-UBND')
    await press(page, 'Ghi tên mới')
    expect(await page.locator('#doi-ten-from-error').innerText()).toContain('chưa có')
    await form.getByLabel('Từ ngày').fill('1/6/2026')
    await press(page, 'Ghi tên mới')
    expect(await page.locator('h1').innerText()).toBe('Hội đồng hòa giải xã Sông Xanh')
    await expectWellMade(page)
  })
})

test('an administrator places a unit in the Party’s tree, is refused a circle, and takes it back', async () => {
  const page = await signedIn('quantri.vidu', '/admin/cay-don-vi')
  await page.goto(`${server.origin}/admin/cay-don-vi`)
  const place = async (member: string, parent: string): Promise<void> => {
    await unfold(page, 'Ghi một chỗ khác với cây chính quyền')
    const form = page.locator('form[action*="dat"]')
    await form.getByLabel('Đơn vị', { exact: true }).selectOption({ label: member })
    await form.getByLabel('Đứng dưới').selectOption({ label: parent })
    await form.getByLabel('Từ ngày').fill('1/1/2026')
    await form.getByLabel('Số văn bản').fill('7-QĐ/TU')
    await press(page, 'Đặt vào cây')
  }
  await place('Xã Núi Vàng', 'Xã Sông Xanh')
  await page.getByText('Đã đặt.').waitFor()
  expect(await main(page)).toContain('Khác: dưới Xã Sông Xanh, không phải Tỉnh Ví Dụ')
  await expectWellMade(page)
  await place('Xã Sông Xanh', 'Xã Núi Vàng')
  expect(await page.locator('#dat-parent-error').innerText()).toContain('lại đứng dưới chính đơn vị này')
  await page.goto(`${server.origin}/admin/cay-don-vi`)
  await unfold(page, 'Gỡ chỗ ghi nhầm')
  await page.getByLabel('Vì sao gỡ').fill('Ghi thử')
  await press(page, 'Gỡ dòng này')
  await page.getByText('Đã gỡ chỗ ghi nhầm.').waitFor()
  expect(await main(page)).not.toContain('Khác: dưới')
})
