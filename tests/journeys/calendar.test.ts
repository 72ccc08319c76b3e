import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { estimateYear } from '../../src/kernel/holidays.ts'
import { addDays, dayInVietnam, formatDay, localDate, partsOf, weekdayOf } from '../../src/kernel/local-date.ts'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const today = dayInVietnam(new Date())
/** The year whose notice is still to come. */
const year = partsOf(today).year + 1
/** A Monday of March, far from every holiday, and the Saturday worked for it. */
const monday = mondayOf(localDate(`${year}-03-15`))
const saturday = addDays(monday, 5)

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click()

beforeAll(async () => {
  await database.asOwner('delete from calendar_day where year = $1', [year])
  for (const { day, kind, name, basis } of estimateYear(year)) {
    await database.asOwner('insert into calendar_day values ($1, $2, $3, $4, $5, false)', [
      day,
      year,
      kind,
      name,
      basis,
    ])
  }
})

describe('an administrator keeps the working calendar, on a telephone without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.open(phone)
    await page.goto(`${server.origin}/admin/lich-lam-viec`)
    await signInOn(page, 'quantri.vidu')
  })

  test('an estimate is said to be one; it is confirmed with a reason and an end, and taken back', async () => {
    await page.goto(`${server.origin}/admin/lich-lam-viec?nam=${year}`)
    expect(await text(page)).toContain(`Năm ${year}: ước tính`)
    await press(page, 'Xác nhận dùng tạm')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('#denNgay-error').innerText()).toContain('Cần một ngày có thật')
    expect(await page.title()).toBe(`Lỗi: Lịch làm việc năm ${year}`)
    await page.getByLabel('Lý do').fill('Tính hạn trước khi có thông báo')
    await page.getByLabel('Dùng đến hết ngày').fill(`31/3/${year + 1}`)
    await press(page, 'Xác nhận dùng tạm')
    expect(await page.locator('#denNgay-error').innerText()).toContain(`31/12/${year}`)
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Tính hạn trước khi có thông báo')
    await page.getByLabel('Dùng đến hết ngày').fill(`31/3/${year}`)
    await press(page, 'Xác nhận dùng tạm')
    await page.getByText('Đã xác nhận dùng tạm lịch ước tính.').waitFor()
    expect(await text(page)).toContain(`dùng đến hết 31/3/${year}. Lý do: Tính hạn trước khi có thông báo`)
    await expectWellMade(page)
    await press(page, 'Bỏ xác nhận')
    await page.getByText('Đã bỏ xác nhận.').waitFor()
  })

  test('a pasted list with wrong cells is shown line by line, and nothing is written', async () => {
    await page.getByRole('link', { name: `Nhập thông báo năm ${year}` }).click()
    await page.getByLabel('Số thông báo').fill('9999/TB-BNV')
    await page.getByLabel('Ngày ký').fill(formatDay(today))
    await page
      .getByLabel('Hoặc dán danh sách')
      .fill(`Ngày\tLoại\tTên\n1/1/${year}\thội hè\tTết\n31/2/${year}\tnghỉ lễ\t`)
    await press(page, 'Xem trước')
    const summary = await page.getByRole('alert').innerText()
    expect(summary).toContain('Dòng 2: Cần một trong: nghỉ lễ')
    expect(summary).toContain(`Dòng 3: Cần một ngày có thật của năm ${year}`)
    expect(summary).toContain('Dòng 3: Thiếu tên ngày')
    expect(await page.getByLabel('Số thông báo').inputValue()).toBe('9999/TB-BNV')
    expect(await database.asOwner('select 1 from calendar_notice')).toEqual([])
    await expectWellMade(page)
  })

  test('the notice is previewed, written and printed with its number; a correction needs a reason', async () => {
    await page.goto(`${server.origin}/admin/lich-lam-viec/${year}/nhap`)
    await page.getByLabel('Số thông báo').fill('9999/TB-BNV')
    await page.getByLabel('Ngày ký').fill(formatDay(today))
    const line = estimateYear(year).length + 1
    await fillLine(page, line, { day: formatDay(monday), kind: 'swap', name: 'Hoán đổi', pair: formatDay(saturday) })
    await fillLine(page, line + 1, {
      ...{ day: formatDay(saturday), kind: 'worked-saturday', name: 'Làm bù', pair: formatDay(monday) },
    })
    await press(page, 'Xem trước')
    expect(await text(page)).toContain('2 ngày ghi khác, 2 ngày đổi giữa làm và nghỉ')
    expect(await database.asOwner('select 1 from calendar_notice')).toEqual([])
    await press(page, `Ghi lịch năm ${year}`)
    await page.getByText('Đã ghi lịch làm việc.').waitFor()
    expect(await text(page)).toContain(`Năm ${year}: chính thức`)
    expect(await text(page)).toContain(`ghi theo 9999/TB-BNV ngày ${formatDay(today)}`)
    await expectWellMade(page)
    await page.getByRole('link', { name: `Sửa lịch năm ${year}` }).click()
    await page.getByLabel(`Dòng 1, Tên`).fill('Tết Tây')
    await press(page, 'Xem trước')
    await press(page, `Ghi lịch năm ${year}`)
    expect(await page.locator('#lyDo-error').innerText()).toContain('phải có lý do')
    expect(await page.getByLabel('Dòng 1, Tên').inputValue()).toBe('Tết Tây')
  })

  test('what was written is taken back with a reason', async () => {
    await page.goto(`${server.origin}/admin/lich-lam-viec?nam=${year}`)
    await page.getByLabel('Lý do').fill('Ghi nhầm thông báo')
    await press(page, 'Bỏ lịch đã ghi')
    await page.getByText('Đã bỏ lịch do tỉnh ghi.').waitFor()
    expect(await text(page)).toContain(`Năm ${year}: ước tính`)
    expect(await text(page)).toContain('Lý do: Ghi nhầm thông báo')
  })
})

describe('who chooses a period types it', () => {
  test('on the board of the province: understood without diacritics, else said why, and kept', async () => {
    const page = await browser.open(desktop)
    await page.goto(`${server.origin}/desk/tong-hop`)
    await signInOn(page, 'tinh.vidu')
    await page.getByLabel('hoặc gõ kỳ').fill('9T 2025')
    await press(page, 'Xem')
    await page.waitForURL(/2025-9-thang$/)
    expect(await text(page)).toContain('Tổng hợp 9 tháng đầu năm 2025')
    await page.getByLabel('hoặc gõ kỳ').fill('năm ngoái')
    await press(page, 'Xem')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Chưa hiểu “năm ngoái” là kỳ nào')
    expect(await page.getByLabel('hoặc gõ kỳ').inputValue()).toBe('năm ngoái')
    await expectWellMade(page)
    await page.getByLabel('hoặc gõ kỳ').fill('quy 2 2025 15-14')
    await press(page, 'Xem')
    expect(await text(page)).toContain('Tổng hợp quý II năm 2025 (từ 15/3/2025 đến 14/6/2025)')
    await expectInShape(page)
  })

  test('in a commune, without JavaScript: a month is opened by its name', async () => {
    const page = await browser.open(phone)
    await page.goto(`${server.origin}/desk`)
    await signInOn(page, 'xa.songxanh')
    await page.getByText('Mở báo cáo kỳ khác').click()
    await page.getByRole('radio', { name: 'Kỳ khác, gõ tên kỳ' }).check()
    await page.getByLabel('Gõ tên kỳ', { exact: true }).fill('thang nay')
    await press(page, 'Mở báo cáo')
    expect(await page.locator('#go-error').innerText()).toContain('Chưa hiểu “thang nay”')
    expect(await page.getByRole('radio', { name: 'Kỳ khác, gõ tên kỳ' }).isChecked()).toBe(true)
    await page.getByLabel('Gõ tên kỳ', { exact: true }).fill(`thang 3/${year - 1}`)
    await press(page, 'Mở báo cáo')
    await page.waitForURL(/\/desk\/bao-cao\//)
    expect(await text(page)).toContain(`Công tác dân vận, tháng 3/${year - 1}`)
    await expectInShape(page)
  })
})

async function fillLine(
  page: Page,
  line: number,
  typed: { day: string; kind: string; name: string; pair: string },
): Promise<void> {
  await page.locator(`#day-${line}`).fill(typed.day)
  await page.locator(`#kind-${line}`).selectOption(typed.kind)
  await page.locator(`#name-${line}`).fill(typed.name)
  await page.locator(`#pair-${line}`).fill(typed.pair)
}

function mondayOf(day: ReturnType<typeof localDate>): ReturnType<typeof localDate> {
  return addDays(day, 1 - weekdayOf(day))
}
