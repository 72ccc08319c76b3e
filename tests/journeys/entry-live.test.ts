import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, Route } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectReadableInTheDark, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)
const screenshots = process.env.KHEO_SCREENSHOTS

const cell = (code: string): Locator => page.locator(`input[name="so.${code}"]`)
const row = (code: string): Locator => page.locator(`tr[data-key="${code}"]`)
const below = (code: string): Locator => row(code).locator('xpath=following-sibling::tr[1]')
const tentative = (): Locator => page.locator('.tentative')
const spoken = (): Promise<string> => page.locator('#nhap + [role="status"]').innerText()
const panel = (): Locator => page.locator('.chk', { hasText: 'Tổng đã ghi' }).first()
/** Saving and loading again wait for one another; the machine may be busy. */
const soon = { timeout: 20_000 }

let page: Page
let report = ''
beforeAll(async () => {
  page = await browser.open(desktop)
  await page.goto(`${server.origin}/desk`)
  await signInOn(page, 'xa.songxanh')
  await page.getByRole('button', { name: `Bắt đầu báo cáo ${workingQuarter.name}` }).click()
  await page.waitForURL(/\/desk\/bao-cao\//)
  report = server.origin + new URL(page.url()).pathname
  await page.goto(report)
  await page.locator('.keys kbd').first().waitFor()
}, 120_000)

async function type(code: string, raw: string): Promise<void> {
  await cell(code).fill(raw)
  await cell(code).press('Enter')
}

async function rawOf(code: string): Promise<string> {
  const [found] = await database.asOwner<{ raw: string }>(
    `select raw from figure_value where set_id = $1 and indicator_version like $2 and dimension = ''`,
    [report.split('/').at(-1), `${code}@%`],
  )
  return found?.raw ?? ''
}

async function look(name: string, at: Locator): Promise<void> {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size)
    await at.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await page.screenshot({ path: join(screenshots, `${name}-${size.width}.png`) })
  }
}

/** Keeps every save from the server until it is let go. */
async function holdSaves(): Promise<{ held: Route[]; letGo: () => Promise<void> }> {
  const held: Route[] = []
  const hold = async (route: Route): Promise<void> => {
    if (route.request().method() === 'POST') held.push(route)
    else await route.fallback()
  }
  await page.route(`${report}**`, hold)
  return {
    held,
    letGo: async () => {
      for (const route of held) await route.continue()
      await page.unroute(`${report}**`, hold)
    },
  }
}

describe('a number that is being typed', () => {
  test('changes the sum before any request is answered, marked as not saved; then the server’s own words stand', async () => {
    await type('F01', '43.479')
    await type('F05', '33.838')
    await type('F06', '8.552')
    await expect.poll(() => panel().innerText(), soon).toContain('42.390')
    await expect.poll(() => tentative().count(), soon).toBe(0)
    const saves = await holdSaves()
    await cell('F07').pressSequentially('374')
    expect(saves.held).toEqual([])
    expect(await below('F07').innerText()).toContain('43.479 − 42.764 = 715 hồ sơ')
    expect(await below('F07').innerText()).toContain('Tạm tính, chưa lưu')
    expect(await panel().innerText()).toContain('Tạm tính, chưa lưu')
    expect(await panel().innerText()).toContain('715')
    // The total’s own line says it too.
    expect(await below('F01').innerText()).toContain('43.479 − 42.764 = 715 hồ sơ')
    expect(await spoken()).toBe('')
    await cell('F07').press('Enter')
    await expect.poll(() => saves.held.length).toBe(1)
    expect(await spoken()).toContain('F01 cộng lại còn thiếu: 43.479 − 42.764 = 715 hồ sơ')
    expect(await rawOf('F07')).toBe('')
    await expectWellMade(page)
    await expectReadableInTheDark(page)
    await look('live-sum', row('F07'))
    await saves.letGo()
    await expect.poll(() => tentative().count(), soon).toBe(0)
    expect(await rawOf('F07')).toBe('374')
    expect(await panel().innerText()).toContain('Cộng lại còn thiếu 715 hồ sơ')
    expect(await spoken()).toBe('')
  })

  test('Esc puts back what was saved, and the server’s words with it', async () => {
    const words = await panel().innerText()
    await cell('F07').fill('1.089')
    await expect.poll(() => below('F07').innerText()).toContain('cộng khớp: 33.838 + 8.552 + 1.089 = 43.479')
    await cell('F07').press('Escape')
    expect(await cell('F07').inputValue()).toBe('374')
    await expect.poll(() => tentative().count()).toBe(0)
    expect(await panel().innerText()).toBe(words)
  })

  test('that cannot be read gives no sum and is named; a hedge stays with its sum', async () => {
    const saves = await holdSaves()
    await cell('F07').fill('37x4')
    await expect.poll(() => below('F07').innerText()).toContain('ô F07 ghi “37x4”, chưa đọc được thành số')
    await look('live-unreadable', row('F07'))
    await cell('F07').fill('trên 300')
    await expect.poll(() => below('F07').innerText()).toContain('các dòng cộng được trên 42.690 hồ sơ')
    await cell('F07').press('Escape')
    await saves.letGo()
  })

  test('changes nothing where it says the same', async () => {
    await cell('F06').fill('8552')
    expect(await tentative().count()).toBe(0)
    await cell('F06').press('Escape')
  })
})

test('without network the sums go on, and say that they are not saved', async () => {
  await page.context().setOffline(true)
  await type('F08', '715')
  await expect.poll(() => row('F08').innerText()).toContain('chưa lưu, chờ mạng')
  expect(await below('F08').innerText()).toContain('Tạm tính, chưa lưu')
  expect(await below('F08').innerText()).toContain('cộng khớp: 33.838 + 8.552 + 374 + 715 = 43.479')
  expect(await page.locator('.chk', { hasText: 'Tổng đã ghi' }).count()).toBe(0)
  // Forty cells typed without network do not say the same sum forty times: it stands where somebody types, and at the total.
  await type('F09', '0')
  await expect.poll(() => page.locator('.brief', { hasText: '715 + 0 = 43.479' }).count()).toBe(2)
  await look('live-offline', row('F09'))
  await page.context().setOffline(false)
  await expect.poll(() => rawOf('F09'), soon).toBe('0')
  expect(await rawOf('F08')).toBe('715')
  await expect.poll(() => tentative().count(), soon).toBe(0)
})

test('without JavaScript nothing is worked out in the page, and no keys are promised', async () => {
  const scriptless = await browser.open(phone, page)
  await scriptless.goto(report)
  await scriptless.locator('input[name="so.F07"]').fill('900')
  expect(await scriptless.locator('.tentative').count()).toBe(0)
  expect(await scriptless.locator('.keys kbd').count()).toBe(0)
  await scriptless.context().close()
})
