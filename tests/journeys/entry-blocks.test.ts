import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectWellMade, phone, useBrowser } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { workingQuarter } from '../support/period.ts'
import { useServer } from '../support/server.ts'
import { signInOn } from '../support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)
const screenshots = process.env.KHEO_SCREENSHOTS

const cell = (page: Page, code: string): Locator => page.locator(`input[name="so.${code}"]`)
const note = (page: Page, code: string): Locator => page.locator(`input[name="ghi-chu.${code}"]`)
const dialog = (page: Page): Locator => page.getByRole('dialog')
/** Saving and loading again wait for one another; the machine may be busy. */
const soon = { timeout: 20_000 }
const told = (page: Page): Promise<string> => page.locator('.told').innerText()
const chosen = (page: Page): Promise<string> => page.locator('.chosen').innerText()

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
  await cell(page, 'F01').waitFor()
}, 120_000)

async function look(name: string): Promise<void> {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  for (const size of [desktop.viewport, phone.viewport]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(screenshots, `${name}-${size.width}.png`) })
  }
  await page.setViewportSize(desktop.viewport)
}

/** As the browser hands over what Excel or Word put on the clipboard. */
async function paste(code: string, given: { text: string; html?: string }): Promise<void> {
  await cell(page, code).focus()
  await cell(page, code).evaluate((field, { text, html }) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    if (html) clipboardData.setData('text/html', html)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, given)
}

async function rawOf(code: string): Promise<string> {
  const [found] = await database.asOwner<{ raw: string }>(
    `select raw from figure_value where set_id = $1 and indicator_version like $2 and dimension = ''`,
    [report.split('/').at(-1), `${code}@%`],
  )
  return found?.raw ?? ''
}

async function changesSaved(): Promise<number> {
  const [found] = await database.asOwner<{ n: number }>(
    `select count(*)::int as n from entry_step where report_id = $1 and standing = 'done'`,
    [report.split('/').at(-1)],
  )
  return found?.n ?? 0
}

describe('a block from Excel or Word', () => {
  test('is shown first, with what is wrong cell by cell, and nothing is written by looking', async () => {
    await paste('F06', { text: '12,34\r\n8\r\n' })
    await dialog(page).waitFor()
    expect(await dialog(page).getByRole('heading', { level: 2 }).first().innerText()).toBe('Dán 2 × 1 ô')
    const seen = await dialog(page).innerText()
    expect(seen).toContain('1 ô chưa đúng')
    expect(seen).toContain('Bảng dán!A1')
    await expectWellMade(page)
    await look('paste-wrong')
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog(page).count(), soon).toBe(0)
    expect([await rawOf('F06'), await rawOf('F07')]).toEqual(['', ''])
  })

  test('goes in as one step: every cell at once, and one undo takes all of it back, one redo brings it again', async () => {
    const before = await changesSaved()
    await paste('F06', { text: '30\ttheo sổ một cửa\r\n8\t\r\n' })
    await look('paste-ready')
    await dialog(page).getByRole('button', { name: 'Dán 2 ô' }).click()
    await expect.poll(() => told(page), soon).toContain('Đã dán 2 ô')
    expect([await cell(page, 'F06').inputValue(), await cell(page, 'F07').inputValue()]).toEqual(['30', '8'])
    expect(await note(page, 'F06').inputValue()).toBe('theo sổ một cửa')
    expect([await rawOf('F06'), await rawOf('F07')]).toEqual(['30', '8'])
    expect(await changesSaved()).toBe(before + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, 'F07').inputValue(), soon).toBe('')
    expect([await rawOf('F06'), await rawOf('F07')]).toEqual(['', ''])
    await page.keyboard.press('Control+y')
    await expect.poll(() => cell(page, 'F07').inputValue(), soon).toBe('8')
    expect(await rawOf('F06')).toBe('30')
  })

  test('as a table of Word or LibreOffice, by its names, with the exact number beside the text', async () => {
    const html = `<table><tr><td>Mã</td><td>Kỳ này</td></tr><tr><td>D02</td><td sdval="1240" sdnum="1033;">1,240</td></tr>
      <tr><td>D01</td><td><p>trên 3</p></td></tr></table>`
    await paste('F01', { text: 'Mã\tKỳ này', html })
    expect(await dialog(page).innerText()).toContain('mỗi dòng vào đúng chỉ tiêu của nó')
    await dialog(page).getByRole('button', { name: 'Dán 2 ô' }).click()
    await expect.poll(() => cell(page, 'D02').inputValue(), soon).toBe('1240')
    expect(await cell(page, 'D01').inputValue()).toBe('trên 3')
  })

  test('a block with a wrong cell may go in without it', async () => {
    await paste('F08', { text: '4\r\nđộ năm mươi mấy\r\n' })
    await dialog(page).getByRole('button', { name: 'Chỉ dán 1 ô đúng' }).click()
    await expect.poll(() => dialog(page).count(), soon).toBe(0)
    expect(await rawOf('F08')).toBe('4')
    expect(await rawOf('F09')).toBe('')
  })
})

describe('several cells at once', () => {
  test('Shift and the arrow choose them, what they come to is said, and Escape lets them go', async () => {
    await cell(page, 'F06').focus()
    await page.keyboard.press('Shift+ArrowDown')
    expect(await page.locator('td[data-chosen]').count()).toBe(2)
    expect(await chosen(page)).toContain('cộng lại 38 hồ sơ')
    await look('chosen')
    await page.keyboard.press('Escape')
    expect(await page.locator('td[data-chosen]').count()).toBe(0)
  })

  test('are copied as text for Excel and as a table for Word', async () => {
    await cell(page, 'F06').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    const copied = await cell(page, 'F06').evaluate((field) => {
      const clipboardData = new DataTransfer()
      field.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
    })
    expect(copied.text).toBe('30\ttheo sổ một cửa\r\n8\t')
    expect(copied.html).toContain('<td>theo sổ một cửa</td>')
    expect(await chosen(page)).toContain('Đã chép 2 × 2 ô')
    await page.keyboard.press('Escape')
  })

  test('are emptied by Delete as one step', async () => {
    await cell(page, 'F06').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await expect.poll(() => rawOf('F07'), soon).toBe('')
    expect(await rawOf('F06')).toBe('')
    await expect.poll(() => told(page), soon).toContain('Đã xóa trống')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, 'F07').inputValue(), soon).toBe('8')
    expect(await rawOf('F07')).toBe('8')
  })
})

describe('the keys', () => {
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')

  test('arrows go down, up, to the note and back; F2 writes on behind what stands there; Esc puts it back', async () => {
    await cell(page, 'F06').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('so.F07')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('ghi-chu.F07')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('so.F07')
    await page.keyboard.press('F2')
    await page.keyboard.type('5')
    expect(await cell(page, 'F07').inputValue()).toBe('85')
    await page.keyboard.press('Escape')
    expect(await cell(page, 'F07').inputValue()).toBe('8')
    await page.keyboard.press('Shift+Enter')
    expect(await focused()).toBe('so.F06')
  })

  test('belong to a Vietnamese keyboard while it composes a letter', async () => {
    const keyboard = await page.context().newCDPSession(page)
    await note(page, 'F07').focus()
    await keyboard.send('Input.imeSetComposition', { text: 'Viê', selectionStart: 3, selectionEnd: 3 })
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'ArrowUp']) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key })
      expect(await focused(), key).toBe('ghi-chu.F07')
    }
    expect(await note(page, 'F07').inputValue()).toContain('Viê')
    await keyboard.send('Input.insertText', { text: 'Việt' })
    expect(await note(page, 'F07').inputValue()).toBe('Việt')
    // Composed: the same keys are the grid's again.
    await page.keyboard.press('Escape')
    expect(await note(page, 'F07').inputValue()).toBe('')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('ghi-chu.F08')
  })
})

test('who does not see the grid hears the row, the column, the state and what is wrong', async () => {
  await cell(page, 'D05').fill('12,34')
  await cell(page, 'D05').press('Enter')
  await page.locator('[id="loi-D05"]').waitFor()
  const reader = await page.context().newCDPSession(page)
  const { nodes } = (await reader.send('Accessibility.getFullAXTree')) as {
    nodes: {
      role?: { value: string }
      name?: { value: string }
      description?: { value: string }
      properties?: { name: string; value: { value?: unknown } }[]
    }[]
  }
  const field = nodes.find((node) => node.role?.value === 'textbox' && /^D05/.test(node.name?.value ?? ''))
  expect(field?.name?.value).toMatch(/Kỳ này$/)
  expect(field?.description?.value).toContain('không có số lẻ')
  expect(field?.description?.value).toContain('chưa đọc được')
  expect(field?.properties?.find((one) => one.name === 'invalid')?.value.value).toBe('true')
})
