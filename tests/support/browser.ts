import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { TestServer } from './server.ts'

/** The two readers every page is made for. */
export const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
export const desktop = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true }
export type Screen = typeof phone

export type TestBrowser = {
  /** A new reader; `like` shares the cookies of another one, as the same person on a second screen. */
  open(screen: Screen, like?: Page): Promise<Page>
  /** What went wrong in any page since the last call: a broken policy, an error of a script, a request to elsewhere. */
  faults(): string[]
}

/** One Chromium for a test file. Every fault of any page fails the file. */
export function useBrowser(server: TestServer): TestBrowser {
  const faults: string[] = []
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
    if (!executablePath) throw new Error('Journeys need a browser: apt-get install chromium')
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  })
  afterAll(async () => {
    await browser?.close()
    expect(faults, 'faults in pages').toEqual([])
  })
  return {
    async open(screen, like) {
      if (!browser) throw new Error('The browser is opened by beforeAll')
      const context = await browser.newContext({ ...screen, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
      context.setDefaultTimeout(45_000)
      if (!screen.javaScriptEnabled) scriptless.add(context)
      if (like) await context.addCookies(await like.context().cookies())
      watch(context, server.origin, faults)
      return context.newPage()
    },
    faults: () => faults.splice(0),
  }
}

function watch(context: BrowserContext, origin: string, faults: string[]): void {
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
  context.on('console', (message) => {
    // An answer such as 404 or 422 to a page or a form is the application speaking; a missing style or script is not.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    faults.push(`console on ${message.page()?.url()}: ${message.text()}`)
  })
  context.on('response', (response) => {
    const kind = response.request().resourceType()
    if (response.status() >= 400 && !['document', 'fetch'].includes(kind))
      faults.push(`${response.status()} for ${kind} ${response.url()}`)
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      faults.push(`asked another host: ${request.url()}`)
  })
}

/** In shape, and nothing that axe finds, however small. Colours are read where there are scripts: they do not depend on the width. */
export async function expectWellMade(page: Page): Promise<void> {
  await expectInShape(page)
  await expectAccessible(page)
}

/** The colours of a page in the dark: every text read again on the ground it then stands on. */
export async function expectReadableInTheDark(page: Page): Promise<void> {
  // Without motion: a colour on its way from light to dark is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const faint = await page.evaluate(async () => {
    document.documentElement.dataset.theme = 'dark'
    const inPage = (globalThis as unknown as { axe: Axe }).axe
    const answer = await inPage.run(document, {
      resultTypes: ['violations'],
      preload: false,
      runOnly: ['color-contrast'],
    })
    document.documentElement.dataset.theme = 'auto'
    return answer.violations.flatMap((one) => one.nodes.map((node) => node.html.slice(0, 160)))
  })
  expect.soft(faint, `${new URL(page.url()).pathname} in the dark`).toEqual([])
}

/** No horizontal scroll, one first heading, a title: quick enough for every step of a journey. */
export async function expectInShape(page: Page): Promise<void> {
  const where = `${new URL(page.url()).pathname} at ${page.viewportSize()?.width}`
  const seen = await page.evaluate(() => ({
    over: (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  }))
  expect(seen.over, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(seen.headings, `${where} has one h1`).toBe(1)
  expect(seen.title, `${where} has a title`).not.toBe('')
}

/** Every finding of axe-core; its text goes in through the debugger, past our policy. */
async function expectAccessible(page: Page): Promise<void> {
  const isScriptless = scriptless.has(page.context())
  const shown = isScriptless ? await withScripts(page) : page
  await shown.evaluate(axe.source)
  const found = await shown.evaluate(async (readsColours) => {
    const inPage = (globalThis as unknown as { axe: Axe }).axe
    const answer = await inPage.run(document, {
      resultTypes: ['violations'],
      preload: false,
      rules: { 'color-contrast': { enabled: readsColours } },
    })
    return answer.violations.map(
      (one) =>
        `${one.id}: ${one.help}: ${one.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
  }, !isScriptless)
  expect(found, `${new URL(page.url()).pathname} at ${page.viewportSize()?.width}`).toEqual([])
}

const scriptless = new WeakSet<BrowserContext>()

/** The very answer that a page without JavaScript holds, opened where axe can run; our own scripts stay out of it. */
async function withScripts(page: Page): Promise<Page> {
  const copy = await copyBeside(page)
  const body = (await page.content()).replace(/<script[\s\S]*?<\/script>|<link[^>]*modulepreload[^>]*>/g, '')
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }), {
    times: 1,
  })
  await copy.goto(page.url())
  return copy
}

const copies = new WeakMap<BrowserContext, Page>()

/** One page with scripts for each reader without: its styles and fonts are fetched once. */
async function copyBeside(page: Page): Promise<Page> {
  const known = copies.get(page.context())
  if (known) return known
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() })
  if (!context) throw new Error('The browser is gone')
  const copy = await context.newPage()
  copies.set(page.context(), copy)
  return copy
}

type AxeAnswer = { violations: { id: string; help: string; nodes: { html: string }[] }[] }
type Axe = {
  run(
    root: Document,
    options: {
      resultTypes: string[]
      preload: boolean
      runOnly?: string[]
      rules?: Record<string, { enabled: boolean }>
    },
  ): Promise<AxeAnswer>
}
