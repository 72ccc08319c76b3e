import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectWellMade, phone, useBrowser, type Screen } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { expectKeyboardSuffices } from '../support/page-holds.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const main = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

async function signedIn(name: string, path: string, screen: Screen): Promise<Page> {
  const page = await browser.open(screen)
  await page.goto(server.origin + path)
  await signInOn(page, name)
  return page
}

describe('a province officer on a telephone without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn('tinh.vidu', '/desk/kham-pha', phone)
  })

  test('meets a question that is answered already, and builds another one', async () => {
    expect(await heading(page)).toContain('theo xã, phường của Tỉnh Ví Dụ')
    await page.getByLabel('Tìm chỉ tiêu').fill('tra lai')
    await page.getByLabel('Năm hoặc kỳ').fill('quý II/2026')
    await page.getByLabel('Chia theo đơn vị').selectOption('')
    await press(page, 'Xem số liệu')
    // Several indicators answer to the words, or one does: then it is among the rows at once.
    if (page.url().includes('hoi=1')) {
      expect(await page.title()).toMatch(/^Lỗi: /)
      await page.locator('#tim-thay-0').check()
      await page.getByLabel('Tìm chỉ tiêu').fill('')
      await press(page, 'Xem số liệu')
    }
    expect(page.url()).toMatch(/\?indicators=F01,F06,F10,[A-Z]\d\d&period=2026-q2$/)
    expect(await heading(page)).toMatch(/ và 2 chỉ tiêu khác, Tỉnh Ví Dụ, quý II năm 2026$/)
    await expectWellMade(page)
  })

  test('writes a question in one line, as people say it', async () => {
    await page.goto(`${server.origin}/desk/kham-pha`)
    await page.getByLabel('Hỏi bằng lời').fill('ho so dung han theo xa, quy II nam 2026, so voi cung ky')
    await press(page, 'Hỏi')
    expect(await heading(page)).toBe(
      'Hồ sơ giải quyết đúng hạn, theo xã, phường của Tỉnh Ví Dụ, quý II năm 2026, so với cùng kỳ năm trước',
    )
  })

  test('asks for the country in words, and is shown where the same words are answered', async () => {
    await page.goto(`${server.origin}/desk/kham-pha`)
    await page.getByLabel('Hỏi bằng lời').fill('hồ sơ đúng hạn cả nước theo tỉnh, quý II năm 2026')
    await press(page, 'Hỏi')
    expect(await page.title()).not.toMatch(/^Lỗi/)
    expect(await main(page)).toContain('số cả nước xem ở trang công khai')
    expect(await page.getByLabel('Hỏi bằng lời').inputValue()).toContain('cả nước')
    await page.getByRole('link', { name: 'Hỏi câu này ở trang công khai' }).click()
    expect(new URL(page.url()).pathname).toBe('/kham-pha')
    expect(await heading(page)).toBe('Hồ sơ giải quyết đúng hạn, theo tỉnh, thành phố của cả nước, quý II năm 2026')
    // The invented province stands in the table with its number, and in no number of the country.
    expect(await main(page)).toContain('Số cả nước không gồm Tỉnh Ví Dụ: đơn vị ví dụ do phần mềm đặt ra.')
    expect(await page.getByRole('row', { name: /^Cả nước/ }).innerText()).toContain('chưa có số')
  })

  test('is told beside each field what cannot be answered, and nothing typed is lost', async () => {
    await page.goto(`${server.origin}/desk/kham-pha?indicators=F01&period=hom+qua&map=day&ban-do-ngay=1/1/1990&hoi=1`)
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.locator('#period-error').innerText()).toContain('hom qua')
    expect(await page.getByLabel('Năm hoặc kỳ').inputValue()).toBe('hom qua')
    expect(await page.getByLabel('Ngày của bản đồ').inputValue()).toBe('1/1/1990')
    await page.getByLabel('Năm hoặc kỳ').fill('quý II/2026')
    await press(page, 'Xem số liệu')
    expect(await page.locator('#ban-do-ngay-error').innerText()).toContain('Sổ đơn vị bắt đầu từ ngày')
    await expectWellMade(page)
  })

  test.each([
    ['an unknown code', 'indicators=ZZ99&year=2026', /ZZ99/],
    ['an unknown unit', 'indicators=F01&unit=xa-khong-co&year=2026', /xa-khong-co/],
    ['units of count that do not fit', 'indicators=F01+%2B+E02&year=2026', /hồ sơ.*người|người.*hồ sơ/],
    [
      'a question of a million cells',
      'indicators=F01,F02,F03,F04,F05,F06,F07,F08&by=commune,month&year=1950..2026',
      /ô một lần|nhiều nhất/i,
    ],
    ['a day before the register', 'indicators=F01&year=2026&map=1990-01-01', /Sổ đơn vị bắt đầu/],
  ])('asks %s: one sentence, the form, and no fault', async (_, asked, sentence) => {
    const answer = await page.goto(`${server.origin}/desk/kham-pha?${asked}`)
    expect(answer?.status()).toBe(200)
    expect(await page.locator('.errors').innerText()).toMatch(sentence)
    expect(await page.getByRole('button', { name: 'Xem số liệu' }).isVisible()).toBe(true)
  })

  test('opens a ratio down to a report’s cell', async () => {
    await page.goto(`${server.origin}/desk/kham-pha?indicators=F10&period=2026-q2`)
    await page.locator('table td a').first().click()
    expect(await main(page)).toMatch(/Phép tính.*Từ đâu/)
    await expectWellMade(page)
    await page.locator('section[aria-labelledby=h-tu-dau] tbody a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/desk\/bao-cao\/[0-9a-f-]+\/o\/F0\d$/)
  })

  test('a growth across 1 July 2025 is refused with the reason, and the way round is offered', async () => {
    await page.goto(`${server.origin}/desk/kham-pha?indicators=F01&period=2025-q3&compare=same-period`)
    expect(await main(page)).toContain('hai kỳ ở hai bên ngày 1/7/2025')
    await page.getByRole('link', { name: 'Xem cả hai kỳ trên bản đồ hôm nay' }).click()
    expect(page.url()).toContain('map=today')
    expect(await main(page)).not.toContain('hai kỳ ở hai bên ngày 1/7/2025')
  })

  test('keeps a question, finds it again, renames it and lets it go', async () => {
    await page.goto(`${server.origin}/desk/kham-pha?indicators=F01&by=quarter&year=2026`)
    await press(page, 'Lưu câu hỏi')
    expect(await page.locator('#ten-cau-hoi-error').innerText()).toContain('Xin ghi tên')
    expect(await heading(page)).toContain('4 quý năm 2026')
    await page.getByLabel('Lưu câu hỏi này với tên').fill('Hồ sơ bốn quý')
    await press(page, 'Lưu câu hỏi')
    await page.getByText('Đã lưu câu hỏi này.').waitFor()
    await page.goto(`${server.origin}/desk/kham-pha`)
    await page.getByRole('link', { name: 'Hồ sơ bốn quý' }).click()
    expect(await heading(page)).toContain('4 quý năm 2026')
    await page.locator('summary').filter({ hasText: 'Đổi tên, xóa' }).click()
    await page.getByLabel('Tên mới').fill('Bốn quý')
    await press(page, 'Đổi tên')
    await page.getByText('Đã đổi tên câu hỏi.').waitFor()
    await page.locator('summary').filter({ hasText: 'Đổi tên, xóa' }).click()
    await press(page, 'Xóa câu hỏi này')
    expect(await main(page)).not.toContain('Bốn quý')
  })
})

describe('a commune officer with a keyboard', () => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn('xa.songxanh', '/desk/kham-pha?indicators=F01,F06&by=quarter&year=2026&counts=open', desktop)
  })

  test('reaches everything with Tab, turns the table and sorts it', async () => {
    // The button comes with the script: counted before it, the stops after it would have other numbers.
    await page.getByRole('button', { name: 'Chép bảng' }).waitFor()
    await expectKeyboardSuffices(page)
    await page.getByRole('link', { name: 'chỉ tiêu', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/columns=measure/)
    await page.getByRole('link', { name: 'Tổng hồ sơ phải giải quyết' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=-F01/)
    expect(await page.locator('th[aria-sort=descending]').count()).toBe(1)
  })

  test('looks at lines and small charts, and comes back to the table', async () => {
    for (const view of ['Đường', 'Thanh', 'Nhiều ô nhỏ']) {
      await page.getByRole('link', { name: view, exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.locator(`.chip[aria-current=true]`, { hasText: view }).waitFor()
      await expectWellMade(page)
    }
  })

  test('sees nothing of a neighbour that the neighbour has not published', async () => {
    await page.goto(`${server.origin}/desk/kham-pha?indicators=F01&unit=vi-du-nui-vang&period=2026-q3&counts=open`)
    expect(await page.locator('tbody td').innerText()).toMatch(/chưa có số|không được xem/)
  })

  test('takes the answer away as CSV and as a workbook', async () => {
    const asked = 'indicators=F01&by=quarter&year=2026&counts=open'
    const csv = await page.request.get(`${server.origin}/desk/kham-pha/tai-ve.csv?${asked}`)
    expect(await csv.text()).toMatch(/^\ufeff"Tổng hồ sơ phải giải quyết, Xã Sông Xanh, 4 quý năm 2026/)
    const workbook = await page.request.get(`${server.origin}/desk/kham-pha/tai-ve.xlsx?${asked}`)
    expect([workbook.status(), workbook.headers()['content-type']]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ])
    expect((await page.request.get(`${server.origin}/desk/kham-pha/tai-ve.csv?indicators=ZZ99`)).status()).toBe(404)
  })
})

describe('anybody, without JavaScript', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.open(phone)
  })

  test.each([
    ['huyen-kim-son', 'F01', 'trên 3.200'],
    ['tinh-bac-kan', 'D09', 'trên 4.000'],
    ['huyen-que-son', 'F01', '43.479'],
    ['huyen-le-thuy', '', ''],
    ['huyen-khong-neu-ten', '', ''],
  ])('explores what %s published, from the page of its figures', async (unit, code, text) => {
    await page.goto(`${server.origin}/don-vi/${unit}/so-lieu`)
    await page.getByRole('link', { name: /^Khám phá số liệu này/ }).click()
    expect(page.url()).toContain(`/kham-pha?unit=${unit}`)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(3)
    if (code === '') return
    const row = page.locator('tbody tr').filter({ has: page.locator(`a[href*="indicators=${code}"]`) })
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain(text)
    await row.locator('td a').first().click()
    expect(await main(page)).toContain('nguồn đã công bố')
    await page.locator('section[aria-labelledby=h-tu-dau] tbody a').first().click()
    expect(page.url()).toContain(`/don-vi/${unit}/bao-cao/`)
  })

  test('sees of the example only what is published', async () => {
    await page.goto(`${server.origin}/kham-pha?indicators=F01&unit=vi-du-song-xanh&period=2026-q3&counts=open`)
    expect(await page.locator('tbody td').innerText()).toContain('chưa có số')
  })
})
