import { deepStrictEqual } from 'node:assert'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Studio } from './studio.ts'

/** How each picture of docs/images is taken, by the name of its file. The guide shows them in this order. */
export const pictures: Record<string, (studio: Studio) => Promise<Buffer>> = {
  'sign-in': async (studio) => top(await studio.anybody('/dang-nhap'), 560),
  'recovery-codes': async (studio) => {
    const page = await studio.as('lanhdao.vidu', '/desk/tai-khoan/xac-thuc')
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Tạo mười mã mới' }) })
    await form.getByLabel('Mật khẩu đang dùng').fill(studio.password)
    await form.getByLabel('Mã xác thực').fill(await studio.code('lanhdao.vidu'))
    await form.getByRole('button', { name: 'Tạo mười mã mới' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mã khôi phục', exact: true }).waitFor()
    return top(page, 620)
  },
  home: async (studio) => top(await studio.as('xa.nuivang', '/desk'), 640),
  entry: async (studio) => from(await studio.as('xa.nuivang', await returnedReport(studio)), 'h1'),
  question: async (studio) => {
    const page = await studio.as('xa.nuivang', `${await returnedReport(studio)}?o=F07`)
    return around(page, 'tr:has(+ tr.asks), tr.asks', 480)
  },
  check: async (studio) => {
    const draft = await addressOf(await studio.as('xa.nuivang', '/desk'), 'Nhập tiếp')
    const page = await studio.as('xa.nuivang', `${draft}/kiem-tra`)
    return top(page, 760)
  },
  'two-numbers': async (studio) => {
    const address = await begunReport(studio)
    const mine = await studio.as('xa.songxanh', address)
    const theirs = await studio.as('lanhdao.songxanh', address)
    await type(theirs, 'F06', '12.450')
    await theirs.getByText('đã lưu', { exact: false }).first().waitFor()
    await type(mine, 'F06', '12.540')
    await mine.locator('fieldset.two').waitFor()
    return around(mine, '#o-F06, fieldset.two', 460)
  },
  files: async (studio) => {
    const page = await studio.as('xa.nuivang', `${await returnedReport(studio)}/tai-lieu`)
    const photo = await sharp({ create: { width: 640, height: 420, channels: 3, background: '#7a9e7e' } })
      .jpeg()
      .toBuffer()
    await page
      .getByLabel('Tệp', { exact: true })
      .setInputFiles({ name: 'nha-van-hoa.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByLabel('Ghi chú').last().fill('Nhà văn hoá thôn sau khi sửa, tháng 9/2026.')
    await page.getByLabel('Không có ai nhận ra được').last().check()
    await page.getByRole('button', { name: 'Gửi tài liệu' }).click()
    await page.getByRole('link', { name: 'nha-van-hoa.jpg' }).waitFor()
    return top(page, 470)
  },
  notices: async (studio) => top(await studio.as('xa.nuivang', '/desk/thong-bao?loc=tat-ca'), 460),
  board: async (studio) => top(await studio.as('tinh.vidu', '/desk/tong-hop'), 760),
  review: async (studio) => {
    const page = await studio.as('tinh.vidu', '/desk/tong-hop')
    await page
      .getByRole('link', { name: /Chờ duyệt/ })
      .first()
      .click()
    await page.waitForURL(/loc=cho-duyet/)
    await page.locator('table.mx tbody a').first().click()
    await page.waitForURL(/\/desk\/bao-cao\//)
    await page.locator('summary.ask').first().click()
    await page.locator('textarea[name^="hoi."]').first().fill('Số này cao hơn kỳ trước nhiều, xin cho biết vì sao?')
    return from(page, 'h1')
  },
  'take-home': async (studio) => {
    const page = await studio.as('xa.nuivang', `${await returnedReport(studio)}/van-ban?the-thuc=dang`)
    return top(page, 700)
  },
  'account-list': async (studio) => {
    const page = await studio.as('quantri.vidu', '/admin/them-tu-tep')
    await page
      .getByLabel('Hoặc dán các ô chép từ Excel')
      .fill(
        'Họ và tên;Tên đăng nhập;Nhiệm vụ;Đơn vị\nĐặng Thị Mẫu;xa.baidau;Cán bộ dân vận xã;Xã Bãi Dâu\nVõ Văn Nháp;xa.nuivang;Cán bộ dân vận xã;Xã Núi Vàng',
      )
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.locator('table').first().waitFor()
    return top(page, 560)
  },
  audit: async (studio) => top(await studio.as('kiemsoat.vidu', '/admin/nhat-ky'), 700),
}

async function returnedReport(studio: Studio): Promise<string> {
  const page = await studio.as('xa.nuivang', '/desk')
  return addressOf(page, 'Trả lời, sửa')
}

/** The report that the commune of two officers owes, begun when nobody has yet. */
async function begunReport(studio: Studio): Promise<string> {
  const page = await studio.as('xa.songxanh', '/desk')
  const begin = page.getByRole('button', { name: /^Bắt đầu/ })
  if ((await begin.count()) === 0) return addressOf(page, 'Nhập tiếp')
  await begin.first().click()
  await page.waitForURL(/\/desk\/bao-cao\//)
  return new URL(page.url()).pathname
}

async function addressOf(page: Page, link: string): Promise<string> {
  const href = await page
    .getByRole('link', { name: new RegExp(`^${link}`) })
    .first()
    .getAttribute('href')
  deepStrictEqual(href?.startsWith('/desk/bao-cao/'), true, `There is no report to “${link}” in the example`)
  return href ?? ''
}

async function type(page: Page, cell: string, text: string): Promise<void> {
  const field = page.locator(`#so-${cell}`)
  await field.fill(text)
  await field.press('Tab')
}

/** The page from its beginning. */
async function top(page: Page, height: number): Promise<Buffer> {
  await page.evaluate(() => scrollTo(0, 0))
  return page.screenshot({ clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height }, fullPage: true })
}

/** A screenful from one of its parts on, with what stays at the foot of the window. */
async function from(page: Page, part: string): Promise<Buffer> {
  await page
    .locator(part)
    .first()
    .evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 10))
  return page.screenshot()
}

/** As much of the page as `height`, with the parts in its middle. */
async function around(page: Page, parts: string, height: number): Promise<Buffer> {
  await page.evaluate(() => scrollTo(0, 0))
  const boxes = await page.locator(parts).all()
  const places = (await Promise.all(boxes.map((box) => box.boundingBox()))).filter((box) => box !== null)
  const from = Math.min(...places.map((box) => box.y))
  const until = Math.max(...places.map((box) => box.y + box.height))
  const y = Math.max(0, (from + until - height) / 2)
  return page.screenshot({ clip: { x: 0, y, width: page.viewportSize()?.width ?? 0, height }, fullPage: true })
}
