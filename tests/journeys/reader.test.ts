import { readXlsx } from 'hucre/xlsx'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, expectInShape, phone, useBrowser, type Screen } from '../support/browser.ts'
import { download, wordsOfDocx, wordsOfPdf } from '../support/downloads.ts'
import { useExampleDatabase } from '../support/example.ts'
import { useServer } from '../support/server.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })
const browser = useBrowser(server)

const text = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const largestPage = 30 * 1024

/** Opens a page and holds it to what every public page promises: small, no script, no cookie. */
async function read(page: Page, path: string): Promise<void> {
  const answer = await page.goto(server.origin + path)
  expect(answer?.status(), path).toBe(200)
  const html = (await answer?.text()) ?? ''
  expect(gzipSync(html).length, `${path} in gzip`).toBeLessThanOrEqual(largestPage)
  expect(html, path).not.toMatch(/<script|\sstyle=|\son[a-z]+=/)
  expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual([])
}

const screens: [string, Screen][] = [
  ['on a telephone without JavaScript', phone],
  ['on a computer', desktop],
]

describe.each(screens)('a reader who is not signed in, %s', (_, screen) => {
  let page: Page
  let address = ''
  beforeAll(async () => {
    page = await browser.open(screen)
  })

  test('finds on the first page what has been published, by unit', async () => {
    await read(page, '/')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Số liệu công tác dân vận đã công bố')
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(0)
    await expectInShape(page)
  })

  test('searches without diacritics and opens the report', async () => {
    await page.getByLabel('Tìm xã, phường hoặc báo cáo').fill('que son')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.getByRole('heading', { name: 'Huyện Quế Sơn' }).waitFor()
    expect(await text(page)).toContain('Tìm thấy 1 báo cáo với “que son”')
    expect(await text(page)).not.toContain('Huyện Kim Sơn')
    await expectInShape(page)
    await page.locator('.reps a').click()
    await page.waitForURL(/\/don-vi\/huyen-que-son\/bao-cao\//)
    address = new URL(page.url()).pathname
  })

  test('reads the figures as they were published, and the 715 that are missing from the sum', async () => {
    await read(page, address)
    const seen = await text(page)
    for (const figure of ['43.479', '33.838', '8.552', '374', '777']) expect(seen, figure).toContain(figure)
    expect(seen).toContain('715')
    expect(seen).toContain('Lấy từ: Bài về hội nghị sơ kết')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByRole('table').count()).toBeGreaterThan(0)
    await expectInShape(page)
  })

  test('opens a figure to what it counts and where it was taken from', async () => {
    const figure = page.locator('details.fig').first()
    expect(await figure.getByText('Số này đếm gì').isVisible()).toBe(false)
    await figure.locator('summary').click()
    await figure.getByText('Số này đếm gì').waitFor()
    expect(await figure.innerText()).toContain('Lấy từ đâu')
    await expectInShape(page)
  })

  test('reads hedges as they were written', async () => {
    await read(page, '/?q=kim%20son')
    await page.locator('.reps a').first().click()
    await page.waitForURL(/\/bao-cao\//)
    const seen = await text(page)
    expect(seen).toMatch(/khoảng\s500/)
    expect(seen).toMatch(/trên\s3\.200/)
    await expectInShape(page)
  })

  test('takes the report home as PDF, as Word and as Excel, after reading what each is for', async () => {
    await page.goto(server.origin + address)
    await page.getByText('Tải về: PDF, Word, Excel').click()
    await page.getByText('Để cộng và lọc số').waitFor()
    const [pdfLink = '', docxLink = '', xlsxLink = ''] = await page.locator('main a[download]').allInnerTexts()
    const pdf = await download(page, pdfLink.trim())
    expect(pdf.type).toBe('application/pdf')
    expect(await wordsOfPdf(pdf.bytes)).toContain('33.838')
    const docx = await download(page, docxLink.trim())
    expect(docx.type).toContain('wordprocessingml')
    expect(wordsOfDocx(docx.bytes)).toContain('33.838')
    const xlsx = await download(page, xlsxLink.trim())
    expect(xlsx.type).toContain('spreadsheetml')
    const [sheet] = (await readXlsx(new Uint8Array(xlsx.bytes))).sheets
    expect(sheet?.rows.some((row) => row.includes(33_838))).toBe(true)
    await expectInShape(page)
  })

  test('reads what this place is, and is led on from an address that does not exist', async () => {
    await read(page, '/gioi-thieu')
    await expectInShape(page)
    for (const path of ['/khong-co-trang-nay', '/don-vi/huyen-que-son/bao-cao/khong-co']) {
      const answer = await page.goto(server.origin + path)
      expect(answer?.status(), path).toBe(404)
      expect(await page.title()).toBe('Không có trang này')
      expect(await page.locator('script').count(), path).toBe(0)
      await expectInShape(page)
    }
  })

  test('an unpublished report is nowhere: not as a page, not as a file', async () => {
    const hidden = await database.asOwner<{ id: string; code: string; status: string }>(
      `select distinct on (r.status) r.id, u.code, r.status from report r join unit u on u.id = r.unit_id
       where r.status <> 'published' order by r.status, r.id`,
    )
    expect(hidden.map((row) => row.status)).toEqual(['accepted', 'draft', 'returned', 'submitted'])
    for (const { id, code, status } of hidden) {
      for (const end of ['', '/tai-ve.pdf', '/tai-ve.docx', '/tai-ve.xlsx']) {
        const answer = await page.request.get(`${server.origin}/don-vi/${code}/bao-cao/${id}${end}`)
        expect(answer.status(), `${status} ${end}`).toBe(404)
      }
    }
  })

  test('a long list is read page by page', async () => {
    await read(page, '/')
    const next = page.getByRole('link', { name: /Trang sau|Sau/ })
    await next.click()
    await page.waitForURL(/trang=2/)
    expect(await page.locator('.reps a').count()).toBeGreaterThan(0)
    await expectInShape(page)
  })

  test('makes the letters larger with a link; the page keeps its shape and only this one cookie is set', async () => {
    await page.goto(server.origin + address)
    await page.getByRole('link', { name: 'Cỡ chữ lớn nhất, 150 phần trăm' }).click()
    await page.waitForURL(server.origin + address)
    expect(await page.locator('html').getAttribute('data-text')).toBe('150')
    const size = await page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize))
    expect(size).toBeGreaterThanOrEqual(24)
    expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual(['kheo_text'])
    await expectInShape(page)
    await page.goto(server.origin + '/')
    await expectInShape(page)
  })
})

test('printed on paper the report keeps its tables and its figures, and shows no menu', async () => {
  const page = await browser.open(desktop)
  await page.goto(`${server.origin}/?q=que+son`)
  await page.locator('.reps a').click()
  await page.waitForURL(/\/bao-cao\//)
  const words = await wordsOfPdf(await page.pdf({ format: 'A4' }))
  for (const figure of ['43.479', '33.838', '8.552', '374']) expect(words, figure).toContain(figure)
  expect(words).toContain('Nguồn: http')
  expect(words).not.toContain('Cán bộ đăng nhập')
})
