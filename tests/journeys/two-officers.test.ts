import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleAccounts } from '../../src/modules/access/example.ts'
import { desktop, expectInShape, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

/** Set to a folder to look at every state: `KHEO_SCREENSHOTS=/tmp/pages npx vitest run tests/journeys/two-officers.test.ts`. */
const screenshots = process.env.KHEO_SCREENSHOTS

const nameOf = (signInName: string): string =>
  exampleAccounts.find((account) => account.signInName === signInName)?.name ?? ''
const officerName = nameOf('xa.songxanh')
const leaderName = nameOf('lanhdao.songxanh')

const cell = (page: Page, code: string): Locator => page.locator(`input[name="so.${code}"]`)
const row = (page: Page, code: string): Locator => page.locator(`tr[data-key="${code}"]`)
const under = (page: Page, code: string): Locator => page.locator(`[id="loi-${code}"]`)
const bar = (page: Page): Locator => page.locator('.saves')
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).first()
/** Below the grid its keys are named as soon as they do what is said of them. */
const keysListen = (page: Page): Promise<void> => page.locator('.keys kbd').first().waitFor()
/** News of a colleague comes with the next question, every ten seconds. */
const soon = { timeout: 25_000 }

async function type(page: Page, code: string, raw: string): Promise<void> {
  await cell(page, code).fill(raw)
  await cell(page, code).press('Enter')
}

async function rawOf(code: string): Promise<string | undefined> {
  const [found] = await database.asOwner<{ raw: string }>(
    `select raw from figure_value join unit on unit.id = unit_id
     where unit.code = 'vi-du-song-xanh' and indicator_version = $1 order by period_to desc limit 1`,
    [`${code}@1`],
  )
  return found?.raw
}

async function look(page: Page, name: string, at: Locator = page.locator('h1')): Promise<void> {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  const own = page.viewportSize() ?? desktop.viewport
  for (const size of own.width > 360 ? [phone.viewport, own] : [own]) {
    await page.setViewportSize(size)
    await at.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await page.screenshot({ path: join(screenshots, `${name}-${own.width > 360 ? 'js' : 'no-js'}-${size.width}.png`) })
  }
}

let report = ''
let officer: Page
let leader: Page
beforeAll(async () => {
  officer = await browser.open(desktop)
  await officer.goto(`${server.origin}/desk`)
  await signInOn(officer, 'xa.songxanh')
  await button(officer, `Bắt đầu báo cáo ${workingQuarter.name}`).click()
  await officer.waitForURL(/\/desk\/bao-cao\//)
  report = server.origin + new URL(officer.url()).pathname
  leader = await browser.open(desktop)
  await leader.goto(report)
  await signInOn(leader, 'lanhdao.songxanh')
  await leader.goto(report)
  await cell(leader, 'F01').waitFor()
}, 240_000)

describe('two officers on one report', () => {
  test('a cell says that it is saved and when, and the page says it of all', async () => {
    await type(officer, 'F01', '100')
    await expect.poll(() => row(officer, 'F01').innerText()).toMatch(/đã lưu \d+h\d\d/)
    expect(await bar(officer).innerText()).toMatch(/^Đã lưu mọi ô lúc \d+h\d\d\.$/)
    expect(await rawOf('F01')).toBe('100')
  })

  test('what one saves comes to the other without loading the page, with a name', async () => {
    await leader.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
    await expect.poll(() => cell(leader, 'F01').inputValue(), soon).toBe('100')
    expect(await row(leader, 'F01').innerText()).toContain(`vừa được ${officerName} sửa`)
    expect(await leader.locator('body').getAttribute('data-same-page')).toBe('yes')
    await expect.poll(() => leader.locator('.here').innerText(), soon).toContain(`${officerName} đang mở báo cáo này`)
    await expectWellMade(leader)
    await look(leader, 'two-arrived', row(leader, 'F01'))
  })

  test('both type in different cells at once and both stand on both screens', async () => {
    await Promise.all([type(officer, 'F06', '90'), type(leader, 'F07', '4')])
    await expect.poll(() => cell(officer, 'F07').inputValue(), soon).toBe('4')
    await expect.poll(() => cell(leader, 'F06').inputValue(), soon).toBe('90')
    expect([await rawOf('F06'), await rawOf('F07')]).toEqual(['90', '4'])
  })

  test('a cell that a colleague stands in shows who', async () => {
    await cell(leader, 'F09').focus()
    await expect.poll(() => row(officer, 'F09').innerText(), soon).toContain(`${leaderName} đang ở ô này`)
    await look(officer, 'two-standing', row(officer, 'F09'))
  })

  test('the same cell at once: the second sees both numbers and both names, and chooses the colleague’s', async () => {
    await cell(leader, 'D01').fill('7')
    await type(officer, 'D01', '5')
    await expect.poll(() => rawOf('D01')).toBe('5')
    await cell(leader, 'D01').press('Enter')
    await under(leader, 'D01').waitFor()
    const said = await under(leader, 'D01').innerText()
    expect(said).toContain(officerName)
    expect(said).toContain('“5”')
    expect(said).toContain('“7”')
    expect(await bar(leader).innerText()).toContain('1 ô có hai số khác nhau')
    expect(await rawOf('D01')).toBe('5')
    await expectWellMade(leader)
    await look(leader, 'two-conflict', row(leader, 'D01'))
    await button(leader, /Lấy của đồng nghiệp/).click()
    expect(await cell(leader, 'D01').inputValue()).toBe('5')
    await expect.poll(() => under(leader, 'D01').count()).toBe(0)
    expect(await rawOf('D01')).toBe('5')
  })

  test('or keeps one’s own, and the colleague sees that', async () => {
    await type(officer, 'D02', '40')
    await expect.poll(() => rawOf('D02')).toBe('40')
    await type(leader, 'D02', '44')
    await button(leader, /Giữ của tôi/).click()
    await expect.poll(() => rawOf('D02')).toBe('44')
    await expect.poll(() => cell(officer, 'D02').inputValue(), soon).toBe('44')
  })

  test('a number comes into a cell where somebody is typing: nothing typed is lost, and the choice is offered', async () => {
    await cell(leader, 'D03').fill('31')
    await type(officer, 'D03', '32')
    await under(leader, 'D03').waitFor({ timeout: 25_000 })
    expect(await cell(leader, 'D03').inputValue()).toBe('31')
    await cell(leader, 'D03').press('Escape')
    expect(await cell(leader, 'D03').inputValue()).toBe('32')
    expect(await rawOf('D03')).toBe('32')
  })

  test('without JavaScript the same: both numbers, the name, and the choice goes with the next save', async () => {
    const scriptless = await browser.open(phone, leader)
    await scriptless.goto(report)
    await cell(scriptless, 'E01').fill('71')
    await cell(scriptless, 'E02').fill('72')
    await type(officer, 'E01', '70')
    await expect.poll(() => rawOf('E01')).toBe('70')
    await button(scriptless, 'Lưu').click()
    await scriptless.getByRole('alert').waitFor()
    expect(await scriptless.getByRole('alert').innerText()).toContain(officerName)
    expect(await under(scriptless, 'E01').innerText()).toContain(`${officerName} đã ghi ô này`)
    expect(await cell(scriptless, 'E01').inputValue()).toBe('71')
    expect(await cell(scriptless, 'E02').inputValue()).toBe('72')
    await expectWellMade(scriptless)
    await look(scriptless, 'two-error')
    await look(scriptless, 'two-conflict', row(scriptless, 'E01'))
    await scriptless.getByLabel(/Lấy của đồng nghiệp: “70”/).check()
    await button(scriptless, 'Lưu').click()
    await scriptless.getByText('Đã lưu.').waitFor()
    expect([await rawOf('E01'), await rawOf('E02')]).toEqual(['70', '72'])
    await scriptless.context().close()
  })
})

describe('undo and redo', () => {
  test('Ctrl+Z takes the last own step back, also after a reload, and Ctrl+Y does it again', async () => {
    await type(officer, 'F08', '6')
    await expect.poll(() => rawOf('F08')).toBe('6')
    await officer.reload()
    await button(officer, 'Hoàn tác F08').waitFor()
    await keysListen(officer)
    await officer.locator('h1').click()
    await officer.keyboard.press('Control+z')
    await expect.poll(() => cell(officer, 'F08').inputValue()).toBe('')
    expect(await rawOf('F08')).toBe('')
    await expect.poll(() => officer.locator('.told').innerText()).toBe('Đã hoàn tác ô F08.')
    await look(officer, 'undo-done')
    await button(officer, 'Làm lại F08').waitFor()
    await officer.keyboard.press('Control+y')
    await expect.poll(() => rawOf('F08')).toBe('6')
    await expect.poll(() => cell(officer, 'F08').inputValue()).toBe('6')
  })

  test('while a text is being typed Ctrl+Z belongs to that text', async () => {
    await cell(officer, 'F11').focus()
    await officer.keyboard.type('12')
    await officer.keyboard.press('Control+z')
    expect(await rawOf('F08')).toBe('6')
    await cell(officer, 'F11').press('Escape')
    expect(await cell(officer, 'F11').inputValue()).toBe('')
  })

  test('a cell that the colleague changed since is refused by name, and the step before it is offered', async () => {
    await expect.poll(() => cell(leader, 'F08').inputValue(), soon).toBe('6')
    await type(leader, 'F08', '8')
    await expect.poll(() => rawOf('F08')).toBe('8')
    await button(officer, /^Hoàn tác F08/).click()
    await expect.poll(() => officer.locator('.told').innerText()).toContain(`Ô F08 vừa được ${leaderName} ghi`)
    expect(await rawOf('F08')).toBe('8')
    await expect.poll(() => cell(officer, 'F08').inputValue(), soon).toBe('8')
    await button(officer, /Hoàn tác bước trước đó/).waitFor()
    await expectWellMade(officer)
    await look(officer, 'undo-refused', officer.locator('.tools'))
  })

  test('is a button of the form without JavaScript, and saves what was typed first', async () => {
    const scriptless = await browser.open(phone, leader)
    await scriptless.goto(report)
    await cell(scriptless, 'D05').fill('3')
    await button(scriptless, 'Hoàn tác F08').click()
    await scriptless.getByText('Đã hoàn tác ô F08.').waitFor()
    expect([await rawOf('F08'), await rawOf('D05')]).toEqual(['6', '3'])
    await expectWellMade(scriptless)
    await look(scriptless, 'undo-done')
    await scriptless.context().close()
  })
})

describe('the network goes', () => {
  test('what is typed waits, says so, and is sent when it is back', async () => {
    await officer.context().setOffline(true)
    await type(officer, 'D09', '4100')
    await type(officer, 'D10', '21')
    await expect.poll(() => bar(officer).innerText()).toBe('2 ô chưa lưu – mất mạng, sẽ tự gửi lại.')
    expect(await row(officer, 'D09').innerText()).toContain('chưa lưu, chờ mạng')
    await look(officer, 'offline', row(officer, 'D09'))
    await button(officer, 'Lưu').click()
    await expect.poll(() => officer.locator('.told').innerText()).toContain('Đang mất mạng')
    expect(await rawOf('D09')).not.toBe('4100')
    await officer.context().setOffline(false)
    await expect.poll(() => rawOf('D10'), soon).toBe('21')
    expect(await rawOf('D09')).toBe('4100')
    await expect.poll(() => bar(officer).innerText()).toContain('Đã lưu mọi ô')
  })

  test('leaving with an unsaved cell is asked about; what was typed is offered after a reload and can be saved', async () => {
    await officer.context().setOffline(true)
    await type(officer, 'E16', '9')
    await expect.poll(() => bar(officer).innerText()).toContain('1 ô chưa lưu')
    const asked: string[] = []
    officer.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await officer.getByRole('link', { name: 'Việc của tôi' }).first().click()
    await expect.poll(() => asked.join()).toContain('Còn ô chưa lưu')
    expect(officer.url()).toContain(report)
    expect(await cell(officer, 'E16').inputValue()).toBe('9')
    // The battery dies; the machine is started again when the network is back.
    const context = officer.context()
    await officer.close()
    await context.setOffline(false)
    officer = await context.newPage()
    await officer.goto(report)
    const kept = officer.locator('.kept')
    await kept.waitFor()
    expect(await kept.innerText()).toContain('E16 “9”')
    expect(await rawOf('E16')).not.toBe('9')
    await expectWellMade(officer)
    await look(officer, 'kept', kept)
    await button(officer, 'Đưa lại vào ô và lưu').click()
    await expect.poll(() => rawOf('E16')).toBe('9')
    await expect.poll(() => kept.count()).toBe(0)
    await expect
      .poll(() => officer.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kheo:'))))
      .toEqual([])
  })
})

describe('the history of one cell', () => {
  test.each([
    ['360', phone],
    ['1280', desktop],
  ])('is a page of its own, at %s', async (_, screen) => {
    const page = await browser.open(screen, officer)
    await page.goto(report)
    await button(page, 'Lịch sử ô F08').click()
    await page.getByRole('heading', { name: 'Lịch sử ô F08' }).waitFor()
    const said = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    expect(said).toContain(officerName)
    expect(said).toContain(leaderName)
    expect(said).toContain('5 lần ghi')
    await expectWellMade(page)
    await look(page, 'history')
    await page.context().close()
  })
})

describe('a desk that nobody sits at', () => {
  const lastSeen = async (): Promise<string> => {
    const [found] = await database.asOwner<{ at: string }>(
      `select max(last_seen_at)::text as at from auth.session_state
       where session_id in (select s.id from auth.session s join auth."user" u on u.id = s."userId"
                            where u.username = 'lanhdao.songxanh')`,
    )
    return found?.at ?? ''
  }

  test('a page that asks for news does not keep the session awake; a press does', async () => {
    await leader.goto(report)
    await database.asOwner(`update auth.session_state set last_seen_at = now() - interval '10 minutes'`)
    const before = await lastSeen()
    const answer = await leader.request.get(`${report}/thay-doi?o=F01`)
    expect(answer.status()).toBe(200)
    const again = await leader.request.get(`${report}/thay-doi?o=F01`, {
      headers: { 'if-none-match': answer.headers().etag ?? '' },
    })
    expect([again.status(), (await again.body()).byteLength]).toEqual([304, 0])
    expect(await lastSeen()).toBe(before)
    await leader.goto(report)
    expect(await lastSeen()).not.toBe(before)
  })

  test('a report that the colleague hands in meanwhile is closed for typing here', async () => {
    await cell(leader, 'C03').waitFor()
    await cell(leader, 'C03').fill('3')
    await database.asOwner(`update report set status = 'submitted', version = version + 1 where id = $1`, [
      report.split('/').at(-1),
    ])
    await expect.poll(() => row(leader, 'C03').innerText(), soon).toContain('khóa')
    expect(await cell(leader, 'C03').inputValue()).toBe('3')
    expect(await cell(leader, 'C03').getAttribute('readonly')).not.toBeNull()
    await look(leader, 'closed', row(leader, 'C03'))
    await expectInShape(leader)
    await database.asOwner(`update report set status = 'draft', version = version + 1 where id = $1`, [
      report.split('/').at(-1),
    ])
  })

  test('signing out takes what was kept with it', async () => {
    leader.on('dialog', (dialog) => void dialog.accept())
    const kept = (): Promise<string[]> =>
      leader.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kheo:')))
    await leader.goto(report)
    await leader.context().setOffline(true)
    await type(leader, 'C03', '5')
    await expect.poll(() => kept()).toHaveLength(1)
    await leader.context().setOffline(false)
    await leader.evaluate(() => localStorage.setItem('kheo:nhap:khac:khac', '{}'))
    await leader.locator('.menu > summary').click()
    await leader.getByRole('button', { name: 'Đăng xuất' }).first().click()
    await leader.waitForURL(/\/dang-nhap/)
    expect(await kept()).toEqual([])
  })
})
