import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const cell = (page: Page, code: string): Locator => page.locator(`input[name="so.${code}"]`)
const note = (page: Page, code: string): Locator => page.locator(`input[name="ghi-chu.${code}"]`)
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

/** What Quế Sơn published: the parts come to 715 less than the total. */
const dossiers = { F01: '43,479', F05: '0', F06: '33,838', F07: '8.552', F08: '0', F09: '374', F11: '0' }
const others = {
  E01: '777',
  E02: '777',
  D01: '2',
  D02: 'khoảng 500',
  D03: '32',
  D09: 'trên 4.000',
  H10: 'không áp dụng',
}

async function endSessionOf(signInName: string): Promise<void> {
  await database.asOwner(
    `update auth.session_state set last_seen_at = now() - interval '1 day'
     where session_id in (select s.id from auth.session s join auth."user" u on u.id = s."userId" where u.username = $1)`,
    [signInName],
  )
}

describe('a commune officer on a telephone without JavaScript', () => {
  let page: Page
  let report = ''
  beforeAll(async () => {
    page = await browser.open(phone)
  })

  test('signs in with a password and a code and sees what is owed', async () => {
    await page.goto(`${server.origin}/desk`)
    expect(new URL(page.url()).pathname).toBe('/dang-nhap')
    await expectInShape(page)
    await signInOn(page, 'xa.songxanh')
    expect(new URL(page.url()).pathname).toBe('/desk')
    const seen = await text(page)
    expect(seen).toContain('1 báo cáo đang chờ')
    expect(seen).toContain(workingQuarter.name)
    expect(seen).toContain('chưa bắt đầu')
    await expectInShape(page)
  })

  test("begins the quarter's report", async () => {
    await press(page, `Bắt đầu báo cáo ${workingQuarter.name}`)
    await page.waitForURL(/\/desk\/bao-cao\//)
    report = new URL(page.url()).pathname
    expect(await page.title()).toContain('Xã Sông Xanh')
    expect(await text(page)).toContain('0/71 ô')
    await expectInShape(page)
  })

  test('fills it as it stands in the register; everything typed is kept, also what nobody can read', async () => {
    for (const [code, raw] of Object.entries({ ...dossiers, ...others })) await cell(page, code).fill(raw)
    await cell(page, 'D05').fill('12,34')
    await note(page, 'D02').fill('Đếm theo giấy mời, chưa có danh sách ký nhận')
    await press(page, 'Lưu')
    await page.getByText('Đã lưu.').waitFor()
    for (const [code, raw] of Object.entries({ ...dossiers, ...others, D05: '12,34' }))
      expect(await cell(page, code).inputValue(), code).toBe(raw)
    expect(await note(page, 'D02').inputValue()).toBe('Đếm theo giấy mời, chưa có danh sách ký nhận')
    const beside = page.locator('[id="loi-D05"]')
    expect(await beside.innerText()).toContain('không có số lẻ')
    expect(await cell(page, 'D05').getAttribute('aria-describedby')).toBe('loi-D05 ct-D05 tt-D05')
    expect(await page.locator('[id="loi-F01"]').innerText()).toContain('43.479')
    await expectWellMade(page)
  })

  test('reads in words that the sum is wrong: both numbers and the 715 between them', async () => {
    const panel = page.locator('.chk', { hasText: '715' }).first()
    const said = (await panel.innerText()).replace(/\s+/g, ' ')
    expect(said).toContain('43.479')
    expect(said).toContain('42.764')
    expect(said).toContain('715 hồ sơ')
    await press(page, 'Kiểm tra rồi nộp')
    await page.waitForURL(/\/kiem-tra/)
    expect(await text(page)).toContain('Chưa nộp được.')
    await expectInShape(page)
  })

  test('cannot submit over it; an explanation that is too short is refused and kept', async () => {
    await press(page, 'Nộp báo cáo')
    await page.getByRole('alert').waitFor()
    expect(await text(page)).toContain('chỗ chưa khớp')
    await page.getByLabel(/Lời giải thích/).fill('Sổ đúng ạ')
    await press(page, 'Ghi lời giải thích')
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.getByRole('alert').innerText()).toContain('ít nhất 20 chữ cái')
    expect(await page.getByLabel(/Lời giải thích/).inputValue()).toBe('Sổ đúng ạ')
    await expectWellMade(page)
  })

  test('explains, corrects the cell that nobody could read, and submits', async () => {
    await page.getByLabel(/Lời giải thích/).fill('Còn 715 hồ sơ đang giải quyết trong hạn, sổ một cửa chưa tách riêng.')
    await press(page, 'Ghi lời giải thích')
    await page.getByText('Đã ghi lời giải thích.').waitFor()
    await page.goto(server.origin + report)
    await cell(page, 'D05').fill('12')
    await press(page, 'Lưu')
    await page.getByText('Đã lưu.').waitFor()
    await press(page, 'Kiểm tra rồi nộp')
    await page.waitForURL(/\/kiem-tra/)
    expect(await text(page)).toContain('Sẵn sàng nộp.')
    await press(page, 'Nộp báo cáo')
    await page.getByText('Đã nộp báo cáo.').waitFor()
  })

  test('afterwards entry is closed: every figure is shown as it was written and none can be typed in', async () => {
    expect(await text(page)).toContain('chờ duyệt')
    expect(await page.locator('input[name^="so."]').count()).toBe(0)
    expect(await text(page)).toContain('khoảng 500')
    await expectInShape(page)
  })

  test('looking at a cell, filtering and answering all save what was typed before', async () => {
    await page.goto(`${server.origin}${report}`)
    await press(page, 'Rút lại để sửa')
    await cell(page, 'D10').fill('21')
    await page.locator('tr[data-key="F08"] button.name').click()
    await page.waitForURL(/o=F08/)
    expect(await cell(page, 'D10').inputValue()).toBe('21')
    await cell(page, 'D10').fill('22')
    await press(page, /Chưa có số/)
    await page.waitForURL(/loc=chua-co/)
    expect((await figureOf('vi-du-song-xanh', 'D10')).raw).toBe('22')
  })

  test('opens nine months by their name; a year that is none is said beside its field and the choice is kept', async () => {
    const year = Number(workingQuarter.key.slice(0, 4)) - 1
    await page.goto(`${server.origin}/desk`)
    await page.getByText('Mở báo cáo kỳ khác').click()
    await page.getByRole('radio', { name: /9 tháng/ }).check()
    await page.getByLabel('Năm', { exact: true }).fill('hai nghìn')
    await press(page, 'Mở báo cáo')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Xin ghi năm bằng bốn chữ số')
    expect(await page.getByRole('radio', { name: /9 tháng/ }).isChecked()).toBe(true)
    await expectWellMade(page)
    await page.getByLabel('Năm', { exact: true }).fill(String(year))
    await press(page, 'Mở báo cáo')
    await page.waitForURL(/\/desk\/bao-cao\//)
    expect(await text(page)).toContain(`Công tác dân vận, 9 tháng đầu năm ${year}`)
    expect(await text(page)).toContain(`kỳ 1/1/${year} – 30/9/${year}`)
    await expectInShape(page)
  })

  test('an address of no report is a page in Vietnamese that says so', async () => {
    const answer = await page.goto(`${server.origin}/desk/bao-cao/01890000-0000-7000-8000-000000000000`)
    expect(answer?.status()).toBe(404)
    expect(await page.title()).toBe('Không có trang này')
    expect(await text(page)).toContain('Địa chỉ có thể đã gõ sai')
    await expectInShape(page)
    expect((await page.goto(`${server.origin}/desk/bao-cao/khong-phai-ma`))?.status()).toBe(404)
  })
})

describe('a commune officer on a computer', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.open(desktop)
    await page.goto(`${server.origin}/desk`)
    await signInOn(page, 'xa.nuivang')
  })

  test('finds the question of the province on the list of work and opens its cell', async () => {
    const seen = await text(page)
    expect(seen).toContain('bị trả lại')
    expect(seen).toContain('1 câu hỏi của cấp trên')
    await expectInShape(page)
    await page.getByRole('link', { name: /^F07 / }).click()
    await page.getByRole('heading', { name: 'Câu hỏi chờ trả lời' }).waitFor()
    expect(await text(page)).toContain('Có thể thừa một chữ số 0')
    await expectInShape(page)
  })

  test('a cell saves itself when it is left, and Enter goes down', async () => {
    const late = cell(page, 'F07')
    const raw = await late.inputValue()
    const right = raw.replaceAll('.', '').slice(0, -1)
    await late.fill(right)
    await late.press('Enter')
    expect(await cell(page, 'F08').evaluate((input) => input === document.activeElement)).toBe(true)
    const saved = page.locator('tr[data-key="F07"]')
    await expect.poll(async () => (await figureOf('vi-du-nui-vang', 'F07')).raw, { timeout: 30_000 }).toBe(right)
    await expect.poll(() => saved.innerText(), { timeout: 30_000 }).toMatch(/chưa khớp|đã lưu|có câu hỏi/)
    await expect.poll(() => page.locator('.save--ing').count(), { timeout: 30_000 }).toBe(0)
  })

  test('what is being typed while another cell saves stays', async () => {
    await cell(page, 'D02').fill('5')
    await cell(page, 'D02').press('Tab')
    await cell(page, 'D03').fill('99')
    await expect.poll(async () => (await figureOf('vi-du-nui-vang', 'D02')).raw, { timeout: 30_000 }).toBe('5')
    await page.waitForLoadState('networkidle')
    expect(await cell(page, 'D03').inputValue()).toBe('99')
    await cell(page, 'D03').fill('2')
    await cell(page, 'D03').press('Tab')
    await expect.poll(async () => (await figureOf('vi-du-nui-vang', 'D03')).raw, { timeout: 30_000 }).toBe('2')
  })

  test('the panel of the sum appears without loading the page again, and goes when the sum is right', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
    const panel = page.locator('.chk', { hasText: 'Cộng được' }).first()
    await panel.waitFor()
    const missing = /Còn thiếu\s+([\d.]+)/.exec(await panel.innerText())?.[1] ?? ''
    expect(missing).not.toBe('')
    const onTime = Number((await cell(page, 'F06').inputValue()).replaceAll('.', ''))
    await cell(page, 'F06').fill(String(onTime + Number(missing.replaceAll('.', ''))))
    await cell(page, 'F06').press('Tab')
    await page.locator('.chk', { hasText: 'Còn thiếu' }).waitFor({ state: 'detached' })
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes')
    await expectWellMade(page)
  })

  test('answers the question and submits again', async () => {
    await page
      .getByRole('textbox', { name: 'Trả lời' })
      .fill('Đúng là thừa một chữ số 0 khi gõ. Xã đã sửa theo sổ một cửa.')
    await press(page, 'Gửi trả lời')
    await page.getByText('Đã gửi câu trả lời.').waitFor()
    await press(page, 'Kiểm tra rồi nộp')
    await page.getByText('Sẵn sàng nộp.').waitFor()
    await expectInShape(page)
    await press(page, 'Nộp báo cáo')
    await page.getByText('Đã nộp báo cáo.').first().waitFor()
    expect(await text(page)).toContain('chờ duyệt')
  })

  test('takes it back to correct it as long as nobody has decided', async () => {
    await press(page, 'Rút lại để sửa')
    await page.getByText('Đã rút lại.').waitFor()
    await cell(page, 'D01').waitFor()
  })

  test('a session that ended while typing costs nothing: what was typed is sent again after signing in', async () => {
    await endSessionOf('xa.nuivang')
    await cell(page, 'D01').fill('7')
    await cell(page, 'D01').press('Tab')
    await page.getByText('Phiên làm việc đã kết thúc').waitFor()
    expect(await cell(page, 'D01').inputValue()).toBe('7')
    await note(page, 'D01').fill('Gồm một cuộc họp buổi tối')
    await press(page, 'Lưu')
    await page.getByText('Nội dung vừa nhập vẫn còn').waitFor()
    await expectWellMade(page)
    await signInOn(page, 'xa.nuivang')
    await page.getByRole('heading', { name: 'Nội dung vừa nhập vẫn còn' }).waitFor()
    await expectWellMade(page)
    await press(page, 'Gửi tiếp')
    await page.getByText('Đã lưu.').waitFor()
    expect(await cell(page, 'D01').inputValue()).toBe('7')
    expect(await note(page, 'D01').inputValue()).toBe('Gồm một cuộc họp buổi tối')
  })

  test('a page with script runs only what bears the nonce of this answer', async () => {
    const nonces: string[] = []
    for (let n = 0; n < 2; n += 1) {
      const answer = await page.request.get(`${server.origin}/desk`)
      const html = await answer.text()
      const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? 'none'
      const scripts = html.match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(0)
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
      nonces.push(nonce)
    }
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test('no script follows to the page of passwords, nor to the public page', async () => {
    for (const name of ['Tài khoản, mật khẩu', 'Trang công khai']) {
      await page.goto(`${server.origin}/desk`)
      expect(await page.locator('script').count()).toBeGreaterThan(0)
      await page.getByRole('navigation').locator('summary', { hasText: 'Khác' }).last().click()
      await page.getByRole('link', { name }).last().click()
      await page.waitForURL((url) => url.pathname !== '/desk')
      expect(await page.locator('script').count(), name).toBe(0)
      await expectInShape(page)
    }
  })

  test('signs out and is asked to sign in again', async () => {
    await page.goto(`${server.origin}/desk/tai-khoan`)
    await page.getByRole('button', { name: 'Đăng xuất' }).last().click()
    await page.waitForURL(/\/dang-nhap/)
    await page.goto(`${server.origin}/desk`)
    expect(new URL(page.url()).pathname).toBe('/dang-nhap')
  })
})

async function figureOf(unit: string, code: string): Promise<{ raw: string }> {
  const [row] = await database.asOwner<{ raw: string }>(
    `select raw from figure_value join unit on unit.id = unit_id
     where unit.code = $1 and indicator_version = $2 order by period_to desc, period_from desc limit 1`,
    [unit, `${code}@1`],
  )
  if (!row) throw new Error(`${unit} has no ${code}`)
  return row
}
