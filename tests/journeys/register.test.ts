import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam, formatDay, partsOf } from '../../src/kernel/local-date.ts'
import { endedQuarters } from '../../src/modules/reporting/obligation.ts'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const [quarter] = endedQuarters(dayInVietnam(new Date()), 1)
if (!quarter) throw new Error('No quarter has ended yet')
const firstDay = formatDay(quarter.from)
const lastDay = formatDay(quarter.to)

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const row = (page: Page, code: string): Locator => page.locator(`tr[data-key="${code}"]`)

async function writeDown(page: Page, day: string, subject: string, kind: RegExp): Promise<void> {
  await page.goto(`${server.origin}/desk/doi-thoai`)
  await page.getByRole('link', { name: 'Ghi một cuộc' }).click()
  await page.getByLabel('Ngày đối thoại').fill(day)
  await page.getByLabel('Nội dung').fill(subject)
  await page.getByRole('radio', { name: kind }).check()
  await press(page, 'Ghi vào sổ')
}

let page: Page
let report = ''

describe('an officer who keeps the register, on a telephone without JavaScript', () => {
  beforeAll(async () => {
    page = await browser.open(phone)
    await page.goto(`${server.origin}/desk/doi-thoai`)
    await signInOn(page, 'xa.songxanh')
  })

  test('what is wrong is said beside its field, and what was typed is kept', async () => {
    await writeDown(page, 'mai', 'Đối thoại về nước sạch ở thôn Suối Trong', /thường/)
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.locator('#heldOn-error').innerText()).toContain('ngày/tháng/năm')
    expect(await page.getByLabel('Ngày đối thoại').inputValue()).toBe('mai')
    expect(await page.getByLabel('Nội dung').inputValue()).toContain('nước sạch')
    await expectWellMade(page)
    await page.getByLabel('Ngày đối thoại').fill('1/1/2099')
    await press(page, 'Ghi vào sổ')
    expect(await page.locator('#heldOn-error').innerText()).toContain('chưa tới')
  })

  test('writes one dialogue down: pressed twice it is one', async () => {
    await page.getByLabel('Ngày đối thoại').fill(firstDay)
    await page.getByRole('button', { name: 'Ghi vào sổ' }).dblclick()
    await page.getByText('Đã ghi vào sổ.').waitFor()
    expect(await page.getByRole('link', { name: /nước sạch ở thôn Suối Trong/ }).count()).toBe(1)
    await expectWellMade(page)
  })

  test('another dialogue on a sheet that was used is asked about, and can then be written down', async () => {
    await page.goto(`${server.origin}/desk/doi-thoai/moi`)
    const sheet = await page.locator('input[name="to"]').inputValue()
    const address = await page.locator('form[method="POST"]', { hasText: 'Ghi vào sổ' }).getAttribute('action')
    const send = (fields: Record<string, string>) =>
      page.request.post(`${server.origin}/desk/doi-thoai/moi${address}`, {
        form: { heldOn: lastDay, isThematic: 'co', ...fields },
        headers: { origin: server.origin, accept: 'text/html' },
        maxRedirects: 0,
      })
    expect((await send({ to: sheet, subject: 'Đối thoại về bồi thường khi làm đường' })).status()).toBe(303)
    const used = await send({ to: sheet, subject: 'Đối thoại về chợ' })
    const html = await used.text()
    expect([used.status(), html.includes('Tờ này lúc nãy đã ghi một cuộc')]).toEqual([409, true])
    const next = /name="to" value="([^"]+)"/.exec(html)?.[1]
    expect(next).toBeDefined()
    expect(next).not.toBe(sheet)
  })

  test('sees D03 = 2 in the report, and cannot type there', async () => {
    await page.goto(`${server.origin}/desk`)
    await press(page, `Bắt đầu báo cáo ${workingQuarter.name}`)
    await page.waitForURL(/\/desk\/bao-cao\//)
    report = new URL(page.url()).pathname
    expect(await row(page, 'D03').locator('output').innerText()).toBe('2')
    expect(await row(page, 'D05').locator('output').innerText()).toBe('1')
    expect(await row(page, 'D03').locator('.cell input:not([type="hidden"])').count()).toBe(0)
    expect(await row(page, 'D03').innerText()).toContain('đếm từ sổ đối thoại')
    expect(await row(page, 'D09').locator('input[type="text"]').count()).toBe(2)
    await expectInShape(page)
  })

  test('what is typed beside it is saved on the way to the two records, and each of them opens', async () => {
    await page.locator('input[name="so.D09"]').fill('120')
    await page.locator('input[name="ghi-chu.D03"]').fill('Một cuộc tổ chức buổi tối')
    await row(page, 'D03')
      .getByRole('button', { name: /đếm từ sổ đối thoại/ })
      .click()
    await page.waitForURL(/\/o\/D03/)
    const rows = page.locator('table', { hasText: '2 cuộc đối thoại' }).locator('tbody tr')
    expect(await rows.count()).toBe(2)
    expect(await rows.nth(0).innerText()).toContain(firstDay)
    await expectWellMade(page)
    await rows.nth(1).getByRole('link').click()
    expect(await page.locator('h1').innerText()).toBe('Đối thoại về bồi thường khi làm đường')
    expect(await text(page)).not.toContain('đã nộp')
    await page.goto(server.origin + report)
    expect(await page.locator('input[name="so.D09"]').inputValue()).toBe('120')
    expect(await page.locator('input[name="ghi-chu.D03"]').inputValue()).toBe('Một cuộc tổ chức buổi tối')
    expect(await row(page, 'D03').locator('output').innerText()).toBe('2')
  })

  test('a colleague who has the report open sees the next record come in, without loading the page again', async () => {
    const colleague = await browser.open(desktop)
    await colleague.goto(`${server.origin}/desk`)
    await signInOn(colleague, 'lanhdao.songxanh')
    await colleague.goto(server.origin + report)
    expect(await row(colleague, 'D03').locator('output').innerText()).toBe('2')
    await colleague.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
    // The arrow keys go past the two counted cells, which have no field.
    await colleague.locator('input[name="so.D02"]').focus()
    await colleague.keyboard.press('ArrowDown')
    const focused = (): Promise<string | null> =>
      colleague.evaluate(() => document.activeElement?.getAttribute('name') ?? null)
    expect(await focused()).toBe('so.D09')
    await writeDown(page, firstDay, 'Đối thoại về chợ mới', /thường/)
    await page.getByText('Đã ghi vào sổ.').waitFor()
    await expect.poll(() => row(colleague, 'D03').locator('output').innerText(), { timeout: 30_000 }).toBe('3')
    expect(await colleague.locator('body').getAttribute('data-same-page')).toBe('yes')
    expect(await focused()).toBe('so.D09')
    await expectWellMade(colleague)
    await colleague.context().close()
  })

  test('takes it out again with a reason: it stands in the register and counts no more', async () => {
    await page.getByRole('link', { name: 'Đối thoại về chợ mới' }).click()
    await page.getByText('Gỡ khỏi sổ').first().click()
    await press(page, 'Gỡ khỏi sổ')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('#reason-error').innerText()).toContain('ghi vì sao')
    await page.getByLabel('Vì sao cuộc này không tính').fill('Ghi nhầm, cuộc này chưa tổ chức')
    await press(page, 'Gỡ khỏi sổ')
    await page.getByText('Đã gỡ khỏi sổ.').waitFor()
    expect(await text(page)).toContain('Ghi nhầm, cuộc này chưa tổ chức')
    await expectWellMade(page)
    await page.goto(server.origin + report)
    expect(await row(page, 'D03').locator('output').innerText()).toBe('2')
  })

  test('submits; a correction afterwards says that the number handed in does not move', async () => {
    await press(page, 'Kiểm tra rồi nộp')
    await page.waitForURL(/\/kiem-tra/)
    await press(page, 'Nộp báo cáo')
    await page.getByText('Đã nộp báo cáo.').waitFor()
    expect(await row(page, 'D03').innerText()).toMatch(/2[\s\S]*đếm từ sổ đối thoại/)
    await writeDown(page, lastDay, 'Đối thoại ghi bổ sung sau khi nộp', /thường/)
    await page.getByRole('link', { name: 'Đối thoại ghi bổ sung sau khi nộp' }).click()
    expect(await text(page)).toContain(`Báo cáo ${workingQuarter.name} đã nộp`)
    expect(await text(page)).toContain('số trong đó không đổi cho tới khi rút lại')
    await expectWellMade(page)
    await page.getByText('Sửa cuộc này').click()
    await page.getByLabel('Số lượt người dự').fill('1.240')
    await press(page, 'Lưu sửa đổi')
    await page.getByText('Đã sửa.').waitFor()
    expect(await text(page)).toContain('1.240')
  })
})

test('the reviewer reads the number that was handed in, the records as they stand now, and the register', async () => {
  const above = await browser.open(desktop)
  await above.goto(`${server.origin}/desk`)
  await signInOn(above, 'tinh.vidu')
  await above.goto(`${server.origin}${report}?o=D03`)
  expect((await row(above, 'D03').locator('.now').innerText()).split('\n')[0]).toBe('2')
  await above.goto(`${server.origin}${report}/o/D03`)
  expect(await text(above)).toContain('Báo cáo đã nộp ghi 2, sổ bây giờ đếm được 3')
  await expectWellMade(above)
  await above.getByRole('link', { name: 'Sổ đối thoại' }).first().click()
  await above.getByRole('link', { name: String(partsOf(quarter.from).year), exact: true }).click()
  await above.getByRole('link', { name: 'Xã Sông Xanh' }).click()
  await above.getByRole('link', { name: 'Đối thoại ghi bổ sung sau khi nộp' }).waitFor()
  expect(await above.getByRole('link', { name: 'Ghi một cuộc' }).count()).toBe(0)
  await expectWellMade(above)
})
