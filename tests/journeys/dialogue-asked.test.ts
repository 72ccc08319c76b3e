import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)
const question = 'Bao giờ dời chợ tạm ra khỏi sân kho thôn Cầu Tre?'
let page: Page
let receipt = ''

const press = (on: Page, name: string): Promise<void> => on.getByRole('button', { name }).first().click()

describe('a resident asks on a telephone without JavaScript and without an account', () => {
  beforeAll(async () => {
    page = await browser.open(phone)
    await page.goto(`${server.origin}/doi-thoai`)
  })

  test('finds the dialogue that gathers, is told what is wrong, and keeps what was typed', async () => {
    await page.getByRole('link', { name: /Gửi câu hỏi, đến hết/ }).click()
    await page.getByLabel('Câu hỏi, ý kiến của ông/bà').fill('Gọi tôi ở số 0912 345 678 nhé')
    await press(page, 'Gửi câu hỏi')
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.locator('#question-error').innerText()).toContain('số điện thoại')
    expect(await page.getByLabel('Câu hỏi, ý kiến của ông/bà').inputValue()).toContain('0912')
    await expectWellMade(page)
  })

  test('sends the question and gets a receipt, by which it is found again', async () => {
    await page.getByLabel('Câu hỏi, ý kiến của ông/bà').fill(question)
    await press(page, 'Gửi câu hỏi')
    receipt = await page.locator('.code').innerText()
    expect(receipt).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await expectInShape(page)
    await page.getByRole('link', { name: 'Về trang của cuộc đối thoại' }).click()
    expect(await page.locator('main').innerText()).not.toContain(question)
    await page.getByRole('link', { name: 'Gửi câu hỏi' }).click()
    await page.getByLabel('Mã biên nhận', { exact: true }).fill(receipt.toLowerCase())
    await press(page, 'Xem')
    expect(await page.locator('main').innerText()).toContain('đang chờ cán bộ xem')
  })

  test('a program that fills the hidden field is answered and nothing is kept', async () => {
    const count = async () =>
      (await database.asOwner<{ n: string }>('select count(*) as n from dialogue_question'))[0]?.n
    const before = await count()
    await page.locator('#trang-web').fill('http://spam.example', { force: true })
    await page.getByLabel('Câu hỏi, ý kiến của ông/bà').fill('Mua hàng giá rẻ ở đây nhé bà con')
    await press(page, 'Gửi câu hỏi')
    await page.locator('.code').waitFor()
    expect(await count()).toBe(before)
  })

  test('the officer sees it, puts it to the dialogue, and the receipt says so', async () => {
    const desk = await browser.open(desktop)
    await desk.goto(`${server.origin}/desk/doi-thoai`)
    await signInOn(desk, 'xa.songxanh')
    await desk.getByRole('link', { name: /chỗ họp chợ tạm/ }).click()
    await desk.getByRole('link', { name: /câu mới gửi/ }).click()
    const item = desk.locator('li').filter({ hasText: question })
    await item.getByRole('button', { name: 'Đưa vào cuộc' }).click()
    await desk.getByText('Đã đưa câu hỏi vào cuộc đối thoại.').waitFor()
    await page.goto(`${page.url().split('?')[0]}`)
    await page.getByLabel('Mã biên nhận', { exact: true }).fill(receipt)
    await press(page, 'Xem')
    expect(await page.locator('main').innerText()).toContain('đã được đưa vào cuộc đối thoại')
  })
})
