import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectInShape, phone, useBrowser } from '../support/browser.ts'
import { download, wordsOfDocx, wordsOfPdf } from '../support/downloads.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const board = (): string => `${server.origin}/desk/tong-hop/${workingQuarter.key}`
const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click()
const amount = (words: string): number => Number(words.replaceAll('.', ''))

/** What the board says of one line: the sum, and how many units are in it. */
async function sumOf(page: Page, code: string): Promise<{ sum: number; units: number }> {
  const cells = await page.locator(`#so-${code} td`).allInnerTexts()
  return { sum: amount(cells[1] ?? ''), units: Number((cells[2] ?? '').split('/')[0]) }
}

describe('a province officer', () => {
  let officer: Page
  let commune: Page
  let report = ''
  const asked = 'Số cuộc đối thoại này đã gồm cuộc của Mặt trận chưa, xin xã xem lại biên bản?'

  beforeAll(async () => {
    officer = await browser.open(desktop)
    commune = await browser.open(phone)
    await officer.goto(`${server.origin}/desk/tong-hop`)
    await signInOn(officer, 'tinh.vidu')
    await commune.goto(`${server.origin}/desk`)
    await signInOn(commune, 'xa.songxanh')
  })

  test('sees the totals of the quarter, how many units are in them, who has not reported and why', async () => {
    await officer.waitForURL(/\/desk\/tong-hop\/\d{4}-q\d$/)
    const seen = await text(officer)
    expect(seen).toContain(`Tổng hợp ${workingQuarter.name}`)
    expect(seen).toMatch(/\d+\/\d+ xã, phường đã nhận/)
    expect(seen).toContain('Ai chưa báo cáo, vì sao')
    const row = officer.getByRole('row', { name: /Xã Sông Xanh/ })
    expect(await row.innerText()).toContain('chưa bắt đầu')
    expect(await officer.getByRole('row', { name: /Xã Núi Vàng/ }).innerText()).toContain('bị trả lại')
    const { sum, units } = await sumOf(officer, 'F01')
    expect(sum).toBe(await acceptedSum('F01'))
    expect(units).toBe(await acceptedUnits())
    await expectInShape(officer)
  })

  test('the commune hands in its report; it waits on the board and its figures are not in the sums', async () => {
    const before = await sumOf(officer, 'D03')
    await commune.getByRole('button', { name: /^Bắt đầu/ }).click()
    await commune.waitForURL(/\/desk\/bao-cao\//)
    report = new URL(commune.url()).pathname
    await commune.locator('input[name="so.D03"]').fill('40.021')
    await commune.locator('input[name="so.D02"]').fill('khoảng 500')
    await press(commune, 'Kiểm tra rồi nộp')
    await press(commune, 'Nộp báo cáo')
    await commune.getByText('Đã nộp báo cáo.').waitFor()
    await officer.goto(`${board()}?loc=cho-duyet&tim=song%20xanh`)
    expect(await officer.getByRole('row', { name: /Xã Sông Xanh/ }).innerText()).toContain('chờ duyệt')
    expect(await sumOf(officer, 'D03')).toEqual(before)
    await expectInShape(officer)
  })

  test('opens it, cannot return it without a question, asks about one cell and returns it', async () => {
    await officer.getByRole('link', { name: 'Xã Sông Xanh' }).first().click()
    await officer.getByRole('heading', { level: 1, name: /Công tác dân vận/ }).waitFor()
    expect(await officer.locator('input[name^="so."]').count()).toBe(0)
    await expectInShape(officer)
    await press(officer, 'Trả lại kèm câu hỏi')
    await officer.getByText('Xin ghi ít nhất một câu hỏi').first().waitFor()
    const row = officer.locator('tr[data-key="D03"]')
    await row.getByText('Hỏi về ô này').click()
    await row.getByRole('textbox').fill(asked)
    await press(officer, 'Trả lại kèm câu hỏi')
    await officer.getByText('Đã trả lại báo cáo kèm câu hỏi.').waitFor()
    expect(await text(officer)).toContain('bị trả lại')
    await expectInShape(officer)
  })

  test('while the commune corrects, its unfinished figures are its own', async () => {
    await commune.goto(`${server.origin}${report}?o=D03`)
    expect(await text(commune)).toContain(asked)
    await expectInShape(commune)
    await commune.locator('input[name="so.D03"]').fill('40.017')
    await press(commune, 'Lưu')
    await commune.getByText('Đã lưu.').waitFor()
    await officer.reload()
    const seen = await text(officer)
    expect(seen).toContain('40.021')
    expect(seen).not.toContain('40.017')
  })

  test('the commune answers and hands in again', async () => {
    await commune.getByRole('textbox', { name: 'Trả lời' }).fill('Đã trừ bốn cuộc của Mặt trận ghi trùng.')
    await press(commune, 'Gửi trả lời')
    await commune.getByText('Đã gửi câu trả lời.').waitFor()
    await commune.goto(`${server.origin}${report}/kiem-tra`)
    await press(commune, 'Nộp báo cáo')
    await commune.getByText('Đã nộp báo cáo.').waitFor()
  })

  test("accepts it; at the next request the board has changed by exactly that commune's figure", async () => {
    await officer.goto(board())
    const before = { of: await sumOf(officer, 'D03'), others: await sumOf(officer, 'F01') }
    await officer.goto(server.origin + report)
    await press(officer, 'Nhận báo cáo')
    await officer.getByText('Đã nhận báo cáo.').waitFor()
    await officer.goto(board())
    expect(await sumOf(officer, 'D03')).toEqual({ sum: before.of.sum + 40_017, units: before.of.units + 1 })
    expect((await sumOf(officer, 'F01')).sum).toBe(before.others.sum)
  })

  test('a colleague who still has the old page open is told that it has changed', async () => {
    const stale = await officer.request.post(`${server.origin}${report}?/nhan`, {
      form: { ban: '1' },
      headers: { origin: server.origin },
      maxRedirects: 0,
    })
    expect(stale.status()).toBe(409)
    expect(await stale.text()).toContain('nên không làm bước này được')
  })

  test('takes the accepted report home as Word, as PDF and as Excel, with its figures in it', async () => {
    await officer.goto(server.origin + report)
    await officer.getByRole('link', { name: 'Tải về và in' }).click()
    await officer.waitForURL(/\/van-ban$/)
    const pdf = await download(officer, 'Bản in PDF')
    expect(pdf.type).toBe('application/pdf')
    expect(pdf.name).toContain('attachment')
    const words = await wordsOfPdf(pdf.bytes)
    expect(words).toContain('40.017')
    expect(words).toContain('khoảng 500')
    const docx = await download(officer, 'Bản Word')
    expect(docx.type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    const written = wordsOfDocx(docx.bytes)
    expect(written).toContain('40.017')
    expect(written).toContain('khoảng 500')
    const xlsx = await download(officer, 'Bảng Excel')
    const [sheet] = (await readXlsx(new Uint8Array(xlsx.bytes))).sheets
    expect(sheet?.rows.find((row) => row[1] === 'D03')?.[7]).toBe(40_017)
  })

  test('prints it in the Party layout when asked', async () => {
    await officer.goto(`${server.origin}${report}/van-ban`)
    await officer.getByLabel('Đảng (Hướng dẫn 05-HD/VPTW)').check()
    await press(officer, 'Dùng thể thức này')
    await officer.waitForURL(/the-thuc=dang/)
    expect(await officer.locator('main').textContent()).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    const words = await wordsOfPdf((await download(officer, 'Bản in PDF')).bytes)
    expect(words).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(words).toContain('40.017')
    expect(words).not.toContain('CỘNG HÒA')
  })
})

describe("the province's own report", () => {
  let officer: Page
  let leader: Page
  let report = ''
  let shown = ''

  beforeAll(async () => {
    leader = await browser.open(desktop)
    officer = await browser.open(desktop)
    await officer.goto(board())
    await signInOn(officer, 'tinh.vidu')
    await leader.goto(`${server.origin}/desk`)
    await signInOn(leader, 'lanhdao.vidu')
  })

  test('is made from what was accepted, and submitted', async () => {
    shown = String((await sumOf(officer, 'D03')).sum)
    await press(officer, 'Lập báo cáo của tỉnh')
    await officer.waitForURL(/\/desk\/bao-cao\//)
    report = new URL(officer.url()).pathname
    const row = officer.locator('tr[data-key="D03"]')
    expect(amount((await row.locator('input[name="so.D03"]').getAttribute('placeholder')) ?? '')).toBe(Number(shown))
    await expectInShape(officer)
    await press(officer, 'Kiểm tra rồi nộp')
    await officer.waitForURL(/\/kiem-tra/)
    await expectInShape(officer)
    for (const box of await officer.getByLabel(/Lời giải thích/).all()) {
      await box.fill('Xã đã giải thích chỗ này trong báo cáo của xã, tỉnh giữ nguyên.')
      await officer.getByRole('button', { name: 'Ghi lời giải thích' }).first().click()
      await officer.getByText('Đã ghi lời giải thích.').waitFor()
    }
    await officer.getByText('Sẵn sàng nộp.').waitFor()
    await press(officer, 'Nộp báo cáo')
    await officer.getByText('Đã nộp báo cáo.').first().waitFor()
  })

  test('is not accepted by who made it', async () => {
    expect(await officer.getByRole('button', { name: 'Nhận báo cáo' }).count()).toBe(0)
    const answer = await officer.request.post(`${server.origin}${report}?/nhan`, {
      form: { ban: '2' },
      headers: { origin: server.origin },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(404)
  })

  test('the leader accepts and publishes it', async () => {
    await leader.goto(server.origin + report)
    await expectInShape(leader)
    await press(leader, 'Nhận báo cáo')
    await leader.getByText('Đã nhận báo cáo.').waitFor()
    await press(leader, 'Công bố')
    await leader.getByText('Đã công bố.').waitFor()
    await expectInShape(leader)
  })

  test('the public page is read signed out, without JavaScript, with the same sum', async () => {
    const address = await leader.getByRole('link', { name: 'Trang công khai' }).last().getAttribute('href')
    const reader = await browser.open(phone)
    const answer = await reader.goto(server.origin + address)
    expect(answer?.status()).toBe(200)
    const seen = await text(reader)
    expect(seen).toContain(Number(shown).toLocaleString('vi-VN'))
    expect(await reader.locator('script').count()).toBe(0)
    await expectInShape(reader)
  })
})

const ofTheQuarter = `
  from report r join unit u on u.id = r.province_id
  where u.code = 'vi-du' and r.status in ('accepted', 'published') and r.unit_id <> r.province_id
    and r.regime = 'quarter' and r.period_to = (select max(period_to) from report where regime = 'quarter')`

async function acceptedUnits(): Promise<number> {
  const [row] = await database.asOwner<{ n: number }>(`select count(*)::int as n ${ofTheQuarter}`)
  return row?.n ?? -1
}

async function acceptedSum(code: string): Promise<number> {
  const [row] = await database.asOwner<{ n: number }>(
    `select coalesce(sum(f.amount), 0)::float8 as n from figure_value f
     where f.indicator_version = $1 and f.dimension = ''
       and (f.unit_id, f.period_from, f.period_to) in (select r.unit_id, r.period_from, r.period_to ${ofTheQuarter})`,
    [`${code}@1`],
  )
  return row?.n ?? -1
}
