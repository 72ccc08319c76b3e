import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam, formatDay, partsOf } from '../../src/kernel/local-date.ts'
import { expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

// One initiative of one commune, from the first page of its form to the certificate, by two people with telephones.
const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)
const today = dayInVietnam(new Date())
const name = 'Nhà chờ xe buýt do học sinh giữ sạch ở thôn Bến Trúc'

let officer: Page
let leader: Page
let initiative = ''
let award = ''

const press = (on: Page, what: string | RegExp): Promise<void> =>
  on.locator('main').getByRole('button', { name: what }).first().click()
const text = async (on: Page): Promise<string> => (await on.locator('main').innerText()).replace(/\s+/g, ' ')
const pathOf = (on: Page): string => new URL(on.url()).pathname

async function signedIn(as: string): Promise<Page> {
  const page = await browser.open(phone)
  await page.goto(`${server.origin}/desk/mo-hinh`)
  await signInOn(page, as)
  return page
}

/** Opens one of the moves that ask for something, and gives back where its boxes stand. */
async function opened(on: Page, label: string) {
  await on.locator('summary', { hasText: new RegExp(`^${label}$`) }).click()
  return on.locator('details[open]', { has: on.getByRole('button', { name: label, exact: true }) })
}

beforeAll(async () => {
  officer = await signedIn('xa.songxanh')
  leader = await signedIn('lanhdao.songxanh')
})

describe('an initiative through its year, on telephones without JavaScript', () => {
  test('1. the officer begins the form; what is missing is said and what was typed is kept', async () => {
    await officer.goto(`${server.origin}/desk/mo-hinh/moi`)
    await officer.getByLabel('Người thực hiện').fill('Chi đoàn thôn Bến Trúc')
    await press(officer, 'Lưu, viết tiếp')
    expect(await officer.title()).toMatch(/^Lỗi: /)
    expect(await officer.getByLabel('Người thực hiện').inputValue()).toBe('Chi đoàn thôn Bến Trúc')
    await officer.getByLabel('Tên mô hình, điển hình').fill(name)
    await officer.getByLabel('Năm đăng ký').selectOption(String(partsOf(today).year))
    await officer.getByRole('radio', { name: /Cấp xã/ }).check()
    await officer.getByRole('radio', { name: /Xây dựng mới/ }).check()
    await press(officer, 'Lưu, viết tiếp')
    expect(await text(officer)).toContain(name)
    await expectInShape(officer)
  })

  test('2. page after page, and nothing is lost on the way', async () => {
    for (let page = 0; page < 12 && !(await text(officer)).includes('Xem lại phiếu đăng ký'); page += 1) {
      const field = officer.getByRole('radio', { name: /Văn hóa – xã hội/ })
      if ((await field.count()) > 0) await field.check()
      for (const box of await officer.locator('main textarea:visible').all())
        if ((await box.inputValue()) === '') await box.fill('Mỗi chiều thứ sáu một lớp quét nhà chờ; 3 nhà chờ sạch.')
      await expectInShape(officer)
      await press(officer, 'Lưu, sang trang sau')
    }
    expect(await text(officer)).not.toContain('Phiếu còn thiếu')
    await expectWellMade(officer)
  })

  test('3. it is registered, and can no longer be written in', async () => {
    await press(officer, 'Đăng ký')
    await officer.getByText(/^Đã đăng ký\./).waitFor()
    initiative = pathOf(officer)
    expect(await text(officer)).not.toContain('Sửa phiếu')
    await expectWellMade(officer)
  })

  test('4. the leader finds it among those that wait, and lists it', async () => {
    await leader.goto(`${server.origin}/desk/mo-hinh/duyet`)
    await leader.getByRole('link', { name }).first().waitFor()
    await expectInShape(leader)
    await leader.goto(server.origin + initiative)
    await press(leader, 'Đưa vào danh sách')
    await leader.getByText(/^Đã ghi\./).waitFor()
  })

  test('5. the officer says that it was launched', async () => {
    await officer.goto(server.origin + initiative)
    const launching = await opened(officer, 'Ghi đã ra mắt')
    await launching.getByRole('button').click()
    await officer.getByText(/^Đã ghi\./).waitFor()
    expect(await text(officer)).toContain('Đã ra mắt')
  })

  test('6. what people gave is written on its line of time', async () => {
    await officer.goto(`${server.origin}${initiative}/theo-doi/moi?loai=money`)
    await officer.getByLabel('Ngày góp').fill(formatDay(today))
    await officer.getByLabel('Góp để làm gì').fill('Mua chổi và sơn')
    await officer.getByLabel('Số tiền').fill('4,5 triệu')
    await officer.getByRole('radio', { name: /Nhân dân|Người dân/ }).check()
    await press(officer, 'Ghi')
    await officer.waitForURL(/\/theo-doi/)
    expect(await text(officer)).toContain('Mua chổi và sơn')
    await expectWellMade(officer)
  })

  test('7. it is appraised, and recognised only by a numbered decision', async () => {
    await leader.goto(server.origin + initiative)
    await (await opened(leader, 'Ghi đã thẩm định')).getByRole('button').click()
    await leader.getByText(/^Đã ghi\./).waitFor()
    await (await opened(leader, 'Công nhận')).getByRole('button').click()
    expect(await text(leader)).toContain('Công nhận theo quyết định nào?')
    await leader.locator('#recognise-document').fill('15-QĐ/ĐU')
    await leader.locator('details[open]').getByRole('button', { name: 'Công nhận', exact: true }).click()
    await leader.getByText(/^Đã ghi\./).waitFor()
    await expectWellMade(leader)
  })

  test('8. the officer proposes a letter from the record: the report is begun from it', async () => {
    await officer.goto(`${server.origin}/desk/khen-thuong/moi?tim=ben+truc`)
    await officer.getByRole('link', { name }).click()
    expect(await officer.getByLabel('Báo cáo thành tích').inputValue()).toContain('quét nhà chờ')
    await officer.getByRole('radio', { name: /Giấy khen/ }).check()
    await officer.locator('input[name="level"][value="commune"]').check()
    await officer.locator('input[name="line"]').first().check()
    await press(officer, 'Lưu bản nháp')
    await officer.getByText(/^Đã lưu bản nháp/).waitFor()
    award = pathOf(officer)
    await expectWellMade(officer)
  })

  test('9. the leader hands it in, receives it, and writes the votes; too many are refused', async () => {
    await leader.goto(server.origin + award)
    await press(leader, /^Trình/)
    await leader.getByText('Đã trình đề nghị.').waitFor()
    await press(leader, /^Nhận/)
    await leader.getByText('Đã nhận hồ sơ.').waitFor()
    const votes = { members: '9', present: '8', votesFor: '9', votesAgainst: '0', abstentions: '0' }
    for (const [box, value] of Object.entries(votes)) await leader.locator(`input[name="${box}"]`).fill(value)
    await leader.getByLabel('Ngày bỏ phiếu').fill(formatDay(today))
    await press(leader, 'Ghi kết quả')
    expect(await leader.title()).toMatch(/^Lỗi: /)
    await leader.locator('input[name="votesFor"]').fill('8')
    await press(leader, 'Ghi kết quả')
    await leader.getByText('Đã ghi kết quả bỏ phiếu.').waitFor()
  })

  test('10. the decision is written, and stands in the register of awards', async () => {
    await leader.getByLabel('Số quyết định').fill('125/QĐ-UBND')
    await leader.getByLabel('Ngày quyết định').fill(formatDay(today))
    await leader.getByRole('button', { name: 'Ghi quyết định' }).click()
    await leader.getByText(/^Đã ghi quyết định/).waitFor()
    await expectWellMade(leader)
    await leader.goto(`${server.origin}/desk/khen-thuong/so`)
    expect(await text(leader)).toContain('125/QĐ-UBND')
    await expectInShape(leader)
  })

  test('11. the initiative says that it was proposed, with every step it took', async () => {
    await officer.goto(server.origin + initiative)
    const said = await text(officer)
    for (const step of ['Đã đăng ký', 'Trong danh sách', 'Đã ra mắt', '15-QĐ/ĐU', 'Đã đề nghị khen'])
      expect(said).toContain(step)
  })

  test('12. each of its numbers is counted once, by the record that it opens to', async () => {
    const rows = await database.asOwner<{ cell: string; amount: string }>(
      `select indicator_code || ':' || dimension as cell, trim_scale(sum(amount))::text as amount from counted_fact
       where label like '%Bến Trúc%' or record_id in (
         select f.id from follow_up f join initiative i on i.id = f.initiative_id where i.name = $1)
       group by 1 order by 1`,
      [name],
    )
    expect(Object.fromEntries(rows.map(({ cell, amount }) => [cell, amount]))).toEqual({
      ...{ 'B01:': '1', 'B04:': '1', 'B05:': '1', 'B07:': '1', 'B10:': '1', 'B13:': '1', 'B22:': '4.5' },
      ...{ 'K01:': '1', 'K01:collective': '1' },
    })
  })
})
