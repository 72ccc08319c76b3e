import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/kernel/ids.ts'
import { addDays, dayInVietnam, formatDay } from '../../src/kernel/local-date.ts'
import { applyReorganisations } from '../../src/modules/reorganisation/tasks.server.ts'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const today = dayInVietnam(new Date())
const ahead = formatDay(addDays(today, 120))
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

/** The register as it stands, byte for byte. */
async function register(): Promise<string> {
  const tables = [
    'unit',
    'unit_version',
    'legal_act',
    'territorial_event',
    'territorial_link',
    'duty',
    'reference_hold',
  ]
  const parts = await Promise.all(
    tables.map(async (name) => {
      const rows = await database.asOwner<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      return rows.map(({ row }) => row).join('\n')
    }),
  )
  return parts.join('\n\n')
}

let page: Page
let address = ''
let before = ''

describe('an administrator merges two communes on a future day, on a telephone without JavaScript', () => {
  beforeAll(async () => {
    page = await browser.open(phone)
    await page.goto(`${server.origin}/admin/sap-xep`)
    await signInOn(page, 'quantri.vidu')
    before = await register()
  })

  test('drafts it: what is missing is said beside its field', async () => {
    await page.getByRole('link', { name: 'Lập phương án' }).click()
    await page.getByLabel('Tên phương án').fill('Sáp nhập xã Sông Xanh và xã Núi Vàng')
    await press(page, /Lập phương án/)
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.locator('#day-error').innerText()).toContain('ngày/tháng/năm')
    await expectWellMade(page)
    await page.getByLabel('Ngày hiệu lực').fill(ahead)
    await press(page, /Lập phương án/)
    await page.getByText('Chưa có bước nào.', { exact: true }).waitFor()
    address = page.url()
  })

  test('adds the step; a part without its rest is told with the unit and what to do', async () => {
    await page.getByLabel('Thêm bước').selectOption({ label: 'Sáp nhập thành một đơn vị mới' })
    await press(page, 'Thêm bước')
    await page.getByLabel('Tên (không gồm').fill('Sông Núi')
    await page.locator('#from-0').selectOption({ label: 'Xã Sông Xanh' })
    await page.locator('#from-1').selectOption({ label: 'Xã Núi Vàng' })
    await page.locator('#extent-1').selectOption({ label: 'một phần' })
    await press(page, 'Thêm 3 dòng')
    expect(await page.locator('#from-5').count()).toBe(1)
    expect(await page.getByLabel('Tên (không gồm').inputValue()).toBe('Sông Núi')
    await expectWellMade(page)
    await press(page, 'Thêm bước này')
    expect(await text(page)).toContain('Mới có một phần của Xã Núi Vàng có nơi đến.')
    expect(await text(page)).toContain('Chưa có số và ngày ban hành của văn bản.')
    await press(page, /^Chốt/)
    expect(await text(page)).toContain('nên chưa chốt')
    expect(await register()).toBe(before)
    await page.getByRole('link', { name: /^Sửa bước 1/ }).click()
    await page.locator('#extent-1').selectOption({ label: 'toàn bộ' })
    await press(page, 'Lưu bước này')
  })

  test('sees what it would do, and nothing is changed', async () => {
    const seen = await text(page)
    for (const words of ['Xã Sông Núi mới', 'Xã Sông Xanh kết thúc', 'Nguyễn Thị Mẫu', 'Việc sẽ phát sinh']) {
      expect(seen).toContain(words)
    }
    expect(seen).toMatch(/Trước ngày \S+ 100 đơn vị.*Từ ngày \S+ 99 đơn vị/)
    await expectWellMade(page)
    expect(await register()).toBe(before)
  })

  test('names the document, decides, and takes it back: the tables are as before', async () => {
    await page.getByRole('link', { name: 'Sửa', exact: true }).click()
    await page.getByLabel(/Số văn bản/).fill('99/NQ-UBTVQH16')
    await page.getByLabel(/Ngày ban hành/).fill('1/11/2026')
    await press(page, 'Lưu')
    await press(page, /^Chốt/)
    await page.getByText('Đã chốt.', { exact: true }).waitFor()
    await expectWellMade(page)
    expect(await register()).not.toBe(before)
    await page.getByLabel('Phụ trách').first().selectOption({ index: 1 })
    await press(page, /^Lưu/)
    await page.getByText('Đã cập nhật việc cần làm.').waitFor()
    await press(page, 'Hoàn tác phương án này')
    await page.getByText('Đã hoàn tác.', { exact: true }).waitFor()
    expect(await register()).toBe(before)
  })

  test('moves the date forward to today: it is in force, and can no longer be taken back', async () => {
    await page.getByRole('link', { name: 'Sửa', exact: true }).click()
    await page.getByLabel('Ngày hiệu lực').fill(formatDay(today))
    await press(page, 'Lưu')
    await press(page, /^Chốt/)
    await page.getByText('Đã chốt.', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /Hoàn tác/ }).count()).toBe(0)
    const [example] = await database.asOwner<{ id: Id<'Unit'> }>(`select id from unit where code = 'vi-du'`)
    if (!example) throw new Error('no example province')
    expect(await applyReorganisations(database.db, example.id, new Date())).toBe(1)
    await page.goto(address)
    expect(await text(page)).toContain('Đã có hiệu lực')
    await expectWellMade(page)
  })
})

describe('an officer of a commune that was merged', () => {
  test('works for the new one, and reads what the old ones left without a button to change it', async () => {
    const desk = await browser.open(desktop)
    await desk.goto(`${server.origin}/desk/sap-xep`)
    await signInOn(desk, 'xa.songxanh')
    await desk.goto(`${server.origin}/desk/sap-xep`)
    expect(await text(desk)).toContain('Xã Núi Vàng (cũ)')
    await expectInShape(desk)
    await desk.getByRole('link', { name: /quý/i }).first().click()
    await desk.waitForURL(/\/desk\/bao-cao\//)
    expect(await desk.locator('main input:not([type=hidden]), main textarea').count()).toBe(0)
    expect(await desk.getByRole('button', { name: /Nộp|Trả lại|Nhận|Rút/ }).count()).toBe(0)
  })
})
