import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectInShape, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

/** Set to a folder to look at every state: `KHEO_SCREENSHOTS=/tmp/pages npx vitest run tests/journeys/amendment.test.ts`. */
const screenshots = process.env.KHEO_SCREENSHOTS

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

async function look(page: Page, name: string): Promise<void> {
  await expectInShape(page)
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  const own = page.viewportSize() ?? desktop.viewport
  await page.screenshot({ path: join(screenshots, `amendment-${name}-${own.width}.png`), fullPage: true })
}

let leader: Page
let officer: Page
let reader: Page
let address = ''
let publicAddress = ''
let accepted = ''
let whole = 0

beforeAll(async () => {
  const [found] = await database.asOwner<{ id: string; status: string; raw: string }>(
    `select r.id, r.status, v.raw from report r join unit u on u.id = r.unit_id join amendment a on a.report_id = r.id
       join figure_value v on v.set_id = r.id
     where u.code = 'vi-du-song-xanh' and v.indicator_version = 'F01@1' and v.dimension = ''`,
  )
  if (!found) throw new Error('The example has no amendment')
  accepted = found.raw
  whole = Number(accepted.replaceAll('.', ''))
  address = `${server.origin}/desk/bao-cao/${found.id}`
  publicAddress = `${server.origin}/don-vi/vi-du-song-xanh/bao-cao/${found.id}`
  leader = await browser.open(phone)
  await leader.goto(`${address}/sua-doi/1`)
  await signInOn(leader, 'lanhdao.songxanh')
  officer = await browser.open(desktop)
  await officer.goto(`${address}/sua-doi/1`)
  await signInOn(officer, 'tinh.vidu')
  await officer.goto(`${address}/cong-bo`)
  // What the example left inside is published first: the public page is part of this story.
  if (found.status === 'accepted') await press(officer, 'Công bố ngay')
  reader = await browser.open(desktop)
}, 240_000)

describe('an accepted report is amended', () => {
  test('the reviewer sees that the unit is typing, and none of its numbers', async () => {
    await officer.goto(`${address}/sua-doi/1`)
    expect(await text(officer)).toContain('Đơn vị đang nhập bản sửa đổi')
    await look(officer, 'unseen')
  })

  test('the leader of the commune types two cells on a telephone without JavaScript, and hands in', async () => {
    await leader.goto(`${address}/sua-doi/1`)
    await leader
      .locator('.secs a', { hasText: /Một cửa|hành chính|F\./ })
      .first()
      .click()
    await leader.locator('input[name="so.F01"]').fill(String(whole + 7))
    await leader
      .locator('li', { has: leader.locator('input[name="so.F01"]') })
      .locator('summary')
      .click()
    await leader.locator('input[name="vi-sao.F01"]').fill('Bảy hồ sơ nhận ở thôn Núi chưa vào sổ')
    await press(leader, 'Lưu mục này')
    expect(await text(leader)).toContain('Đã lưu. Bản đã nhận vẫn là bản đang tính.')
    expect(await text(leader)).toContain('Bảy hồ sơ nhận ở thôn Núi chưa vào sổ')
    await look(leader, 'typed')
    const lack = leader.locator('textarea[name="loi"]')
    for (
      let at = 0;
      at < 4 && (await leader.locator('section[aria-labelledby="lech"] textarea').count()) > at;
      at += 1
    ) {
      await lack.nth(at).fill('Bảy hồ sơ mới nhận cuối kỳ, chưa có kết quả giải quyết.')
      await leader.getByRole('button', { name: 'Ghi lời giải thích' }).nth(at).click()
    }
    await press(leader, 'Gửi bản sửa đổi')
    expect(await text(leader)).toContain('Đã gửi bản sửa đổi')
    await look(leader, 'handed-in')
  })

  test('the public page still says the accepted number; the province officer reads was and is, and accepts', async () => {
    await reader.goto(publicAddress)
    expect(await text(reader)).not.toContain('bản sửa đổi số 1')
    await officer.goto(`${address}/sua-doi/1`)
    const row = officer.getByRole('row', { name: /F01/ }).first()
    expect(await row.innerText()).toContain(accepted)
    await look(officer, 'to-decide')
    await press(officer, 'Nhận bản sửa đổi')
    expect(await text(officer)).toContain('Đã nhận bản sửa đổi')
    await look(officer, 'accepted')
    await officer.goto(`${address}/phien-ban/0`)
    expect(await text(officer)).toContain('Bản nhận lần đầu')
    await look(officer, 'first-version')
  })

  test('everybody reads the amended number, why, and what the page said before', async () => {
    await reader.goto(publicAddress)
    expect(await text(reader)).toContain('Trang này dùng bản sửa đổi số 1')
    await look(reader, 'public')
    await reader.getByRole('link', { name: 'Đọc bản nhận lần đầu' }).click()
    expect(await text(reader)).toContain('Đây là bản cũ, không còn tính')
    await look(reader, 'public-former')
  })
})

describe('a published report is taken back', () => {
  test('its address says so, when and why; its files, its former version and the open data lose it', async () => {
    await officer.goto(`${address}/cong-bo`)
    await press(officer, 'Gỡ công bố')
    expect(await text(officer)).toContain('Xin ghi vì sao gỡ')
    await look(officer, 'withdraw-refused')
    await officer.locator('[name="vi-sao"]').fill('Đang đối chiếu lại sổ một cửa của cả xã.')
    await press(officer, 'Gỡ công bố')
    await look(officer, 'withdrawn')
    await reader.goto(publicAddress)
    expect(await text(reader)).toContain('Báo cáo này đã gỡ')
    expect(await text(reader)).toContain('Đang đối chiếu lại sổ một cửa của cả xã.')
    await look(reader, 'public-withdrawn')
    const gone = [
      ...['tai-ve.pdf', 'tai-ve.xlsx', 'ban-truoc/0', 'ban-do'].map((rest) => `${publicAddress}/${rest}`),
      `${server.origin}/api/v1/reports/${publicAddress.split('/').at(-1)}`,
    ]
    for (const one of gone) expect([one, (await reader.request.get(one)).status()]).toEqual([one, 404])
  })

  test('it is planned for a later moment: until then its address says what it said', async () => {
    await officer.goto(`${address}/cong-bo`)
    await officer.locator('[name="ngay"]').fill('2031-11-25')
    await officer.locator('[name="gio"]').fill('8:00')
    await press(officer, 'Hẹn giờ')
    expect(await text(officer)).toContain('sẽ công bố 8h00 ngày 25/11/2031')
    await look(officer, 'planned')
    await reader.goto(publicAddress)
    expect(await text(reader)).toContain('Báo cáo này đã gỡ')
    await press(officer, 'Bỏ hẹn')
    expect(await text(officer)).toContain('Đã bỏ hẹn')
  })
})

describe('a question on one number', () => {
  test('the province officer asks, the commune leader answers on a telephone, the officer settles it', async () => {
    await officer.goto(`${address}/cau-hoi?o=F01`)
    await officer.locator('[name="cau-hoi"]').fill('Bảy hồ sơ này nhận ngày nào?')
    await officer.locator('[name="giao"]').selectOption({ label: 'Lãnh đạo xã' })
    await officer.locator('[name="han"]').fill('2031-12-01')
    await press(officer, 'Gửi câu hỏi')
    await look(officer, 'asked')
    await leader.goto(`${server.origin}/desk/cau-hoi-so-lieu`)
    expect(await text(leader)).toContain('Bảy hồ sơ này nhận ngày nào?')
    await look(leader, 'questions')
    await leader.getByRole('link', { name: /F01/ }).first().click()
    await leader.locator('[name="loi"]').first().fill('Nhận ngày 28 tháng cuối kỳ.')
    await press(leader, 'Gửi câu trả lời')
    await look(leader, 'answered')
    await officer.goto(`${server.origin}/desk/cau-hoi-so-lieu?loc=cho-xem`)
    expect(await text(officer)).toContain('Nhận ngày 28 tháng cuối kỳ.')
    await officer.goto(`${address}/cau-hoi`)
    await press(officer, 'Coi là xong')
    expect(await text(officer)).toContain('Đã ghi là xong.')
    await look(officer, 'settled')
  })
})
