import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectInShape, phone, useBrowser } from '../support/browser.ts'
import { download, wordsOfDocx, wordsOfPdf } from '../support/downloads.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { run, usePrints } from '../support/prints.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)
const prints = usePrints()

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const brief = (): string => `${server.origin}/desk/tom-tat?ky=${workingQuarter.key}`

describe('a province leader', () => {
  let leader: Page

  beforeAll(async () => {
    leader = await browser.open(desktop)
    await leader.goto(`${server.origin}/desk`)
    await signInOn(leader, 'lanhdao.vidu')
  })

  test('comes from the home page to one page about the period, and reads who is late so that it adds up', async () => {
    await leader.locator('main').getByRole('link', { name: 'Tóm tắt một trang' }).click({ noWaitAfter: true })
    await leader.waitForURL(/\/desk\/tom-tat$/, { timeout: 240_000 })
    await leader.goto(brief())
    const seen = await text(leader)
    expect(seen).toContain(`Tóm tắt ${workingQuarter.name}`)
    expect(seen).toContain('Bản tóm tắt nội bộ')
    const [, ...parts] =
      /(\d+) đã nhận \+ (\d+) chờ duyệt \+ (\d+) trả lại \+ (\d+) chưa nộp = (\d+) xã/.exec(seen) ?? []
    const [counted = 0, waiting = 0, returned = 0, owing = 0, expected = -1] = parts.map(Number)
    expect(counted + waiting + returned + owing).toBe(expected)
    expect(seen).toContain(`từ ${counted} trên ${expected} xã, phường`)
    await expectInShape(leader)
  })

  test('reads what is odd as a question, with the numbers, and opens the report it stands in', async () => {
    const seen = await text(leader)
    expect(seen).toMatch(/Xã Bãi Dâu: 33\.838 hồ sơ .* quý trước từ \d+ đến \d+/)
    expect(seen).toContain('Lạ không có nghĩa là sai')
    await leader.getByRole('link', { name: 'Xã Bãi Dâu' }).first().click()
    await leader.waitForURL(/\/desk\/bao-cao\/[^/]+\/o\/F\d\d$/)
    expect(await text(leader)).toMatch(/33[.,]838/)
    await leader.goto(brief())
  })

  test('opens a figure to the numbers of its units', async () => {
    const row = leader.getByRole('row', { name: /Lượt tiếp công dân/ })
    const value = (await row.getByRole('link').innerText()).trim()
    await row.getByRole('link').click()
    await leader.waitForURL(/\/desk\/kham-pha\?/)
    const seen = await text(leader)
    expect(seen).toContain('Lượt tiếp công dân')
    expect(seen).toContain(value)
    await leader.goto(brief())
  })

  test('takes it home on one sheet, and prints it on one', async () => {
    const pdf = await download(leader, 'Bản in PDF')
    expect(await wordsOfPdf(pdf.bytes)).toContain('BẢN TÓM TẮT NỘI BỘ')
    const word = await download(leader, 'Bản Word')
    expect(wordsOfDocx(word.bytes)).toContain('Điều có thể làm số khác đi')
    const sheets = await prints.throughLibreOffice('tom-tat.docx', word.bytes)
    const facts = (await run('pdfinfo', [sheets])).stdout
    expect(facts).toMatch(/Pages:\s+1\n/)
    expect(facts).toContain('A4')
    const printed = await leader.pdf({ preferCSSPageSize: true })
    expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  test('goes to the quarter before, and is told when a typed period is not understood', async () => {
    await leader.goto(brief())
    await leader.locator('a[rel=prev]').click()
    await leader.waitForURL((url) => !url.href.endsWith(workingQuarter.key))
    expect(await text(leader)).not.toContain(`Tóm tắt ${workingQuarter.name}`)
    await leader.getByLabel('hoặc gõ kỳ').fill('hôm qua')
    await leader.getByRole('button', { name: 'Xem' }).click()
    expect(await text(leader)).toContain('Chưa hiểu “hôm qua” là kỳ nào')
    expect(await leader.getByLabel('hoặc gõ kỳ').inputValue()).toBe('hôm qua')
    await leader.getByLabel('hoặc gõ kỳ').fill('9 tháng 2026')
    await leader.getByRole('button', { name: 'Xem' }).click()
    await leader.waitForURL(/ky=2026-9-thang$/)
    expect(await text(leader)).toContain('Tóm tắt 9 tháng đầu năm 2026')
  })
})

describe('a commune leader on a phone without JavaScript', () => {
  let leader: Page

  beforeAll(async () => {
    leader = await browser.open(phone)
    await leader.goto(`${server.origin}/desk/tom-tat/chon`)
    await signInOn(leader, 'lanhdao.songxanh')
  })

  const inOrder = async (): Promise<string[]> =>
    (await leader.locator('tbody th[scope=row] .code').allInnerTexts()).map((code) => code.trim())

  test('chooses, orders and removes the figures of the commune, and takes the given ones back', async () => {
    const given = await inOrder()
    expect(given).toHaveLength(8)
    await leader.getByLabel('Chỉ tiêu trong mẫu báo cáo').selectOption('K04')
    await leader.getByRole('button', { name: 'Thêm vào bản tóm tắt' }).click()
    expect(await inOrder()).toEqual([...given, 'K04'])
    expect(await text(leader)).toContain('Đã thêm số vào bản tóm tắt.')
    await leader.getByRole('row', { name: /K04/ }).getByRole('button', { name: 'Lên' }).click()
    expect((await inOrder()).at(-2)).toBe('K04')
    await leader.getByRole('row', { name: /F01/ }).getByRole('button', { name: 'Bỏ' }).click()
    expect(await inOrder()).not.toContain('F01')
    await expectInShape(leader)
    await leader.getByRole('button', { name: 'Lấy lại các số có sẵn' }).click()
    expect(await inOrder()).toEqual(given)
  })

  test('reads the brief of the commune, without its neighbours', async () => {
    await leader.goto(`${server.origin}/desk/tom-tat?ky=2026-q2`)
    const seen = await text(leader)
    expect(seen).toContain('Tóm tắt quý II năm 2026')
    expect(seen).toContain('Báo cáo của đơn vị')
    expect(seen).not.toContain('Xã Bãi Dâu')
    await expectInShape(leader)
  })
})
