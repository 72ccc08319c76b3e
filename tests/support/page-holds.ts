import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The text part of an A4 sheet under our margins: 170 mm at 96 px to the inch. */
const sheet = { width: 643, height: 900 }
const narrow = { width: 320, height: 740 }

/** The browser's own zoom of 133 %, as it looks from inside: the largest of our sizes, 150 %, then makes 200 %. */
const zoomed = { width: 960, height: 675 }

/** What must hold beyond a page at its own width: 320 px, text at twice its size, a sheet of paper, forced colours. */
export async function expectToHold(page: Page): Promise<void> {
  const screen = page.viewportSize() ?? sheet
  const where = new URL(page.url()).pathname
  await page.setViewportSize(narrow)
  expect.soft(await tooWide(page), `${where} at 320 px`).toEqual([])
  await textSize(page, '150')
  await page.setViewportSize(screen)
  expect.soft(await tooWide(page), `${where} with text at 150 %`).toEqual([])
  await page.setViewportSize(zoomed)
  expect.soft(await tooWide(page), `${where} with text at 200 %`).toEqual([])
  await textSize(page, '100')
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await lostInForcedColours(page), `${where} in forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none', media: 'print' })
  await page.setViewportSize(sheet)
  expect.soft(await wrongOnPaper(page), `${where} on paper`).toEqual([])
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(screen)
}

/** As the server writes it for a reader who chose the size. */
async function textSize(page: Page, size: string): Promise<void> {
  await page.evaluate((value) => (document.documentElement.dataset.text = value), size)
}

/** Empty, or what stands over the right edge; parts that scroll by themselves may. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const over = (document.scrollingElement?.scrollWidth ?? 0) - innerWidth
    if (over <= 0) return []
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    )
    return [`${over} px too wide`, ...out.slice(0, 4).map((element) => element.outerHTML.slice(0, 120))]
  })
}

/** Controls without an edge or without letters, and places that no longer say that one stands on them. */
async function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (selector: string): Element[] =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
    const edged = (element: Element | null): boolean => {
      if (!element) return false
      const style = getComputedStyle(element)
      const edges = [style.borderTopWidth, style.borderBottomWidth, style.borderLeftWidth].map(parseFloat)
      return edges.some((width) => width > 0) || style.textDecorationLine.includes('underline')
    }
    const named = (element: Element): string => element.outerHTML.slice(0, 140)
    const fields = 'input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, button, .btn'
    const bare = shown(fields).filter((element) => !edged(element) && !edged(element.closest('td')))
    const blank = shown(`${fields}, a[href]`).filter((element) => {
      const style = getComputedStyle(element)
      return style.color === style.backgroundColor
    })
    const unmarked = shown('nav a[aria-current]').filter((element) => {
      const other = shown('nav a[href]:not([aria-current])').find((one) => one.closest('ul') === element.closest('ul'))
      return other && getComputedStyle(other).backgroundColor === getComputedStyle(element).backgroundColor
    })
    return [
      ...bare.map((element) => `no edge: ${named(element)}`),
      ...blank.map((element) => `no letters: ${named(element)}`),
      ...unmarked.map((element) => `not marked as current: ${named(element)}`),
    ].slice(0, 6)
  })
}

/** What a sheet of paper cannot use and still shows, and what it cuts off. */
async function wrongOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility())
    const idle = shown.filter((element) => element.matches('nav, .skip, .rail, .search, .submit, .chips, .paging'))
    const over = (document.scrollingElement?.scrollWidth ?? 0) - innerWidth
    const cut = shown.filter((element) => {
      const style = getComputedStyle(element)
      const hides =
        ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX) && !element.matches('.vh, svg, input, select')
      return hides && style.position !== 'absolute' && element.scrollWidth > element.clientWidth + 1
    })
    const heads = shown.filter(
      (element) => element.matches('thead') && getComputedStyle(element).display !== 'table-header-group',
    )
    const named = (element: Element): string => element.outerHTML.slice(0, 120)
    return [
      ...(over > 0 ? [`${over} px too wide`] : []),
      ...idle.map((element) => `of no use: ${named(element)}`),
      ...cut.map((element) => `cut off: ${named(element)}`),
      ...heads.map((element) => `a head not repeated: ${named(element)}`),
    ].slice(0, 6)
  })
}

const walkedFirst = 40
const walkedLast = 15

/**
 * The keyboard alone: the first stop skips to the content, then every control in the order of the page, each with its focus
 * seen, and at the end the way out. Long pages are walked at both ends.
 */
export async function expectKeyboardSuffices(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  const stops = await page.evaluate(listStops)
  expect.soft(stops[0], `${where} begins with a way past the menu`).toContain('class="skip"')
  expect.soft(await walk(page, 0, Math.min(walkedFirst, stops.length - 1)), `${where} by keyboard`).toEqual([])
  if (stops.length > walkedFirst)
    expect
      .soft(await walk(page, stops.length - walkedLast, walkedLast - 1), `the end of ${where} by keyboard`)
      .toEqual([])
  const last = stops.length - 1
  await page.locator(`[data-stop="${last}"]`).focus()
  expect.soft((await pressTab(page))?.stop ?? null, `${where} lets the keyboard out`).not.toBe(last)
}

/** Marks the stops with their place and lists them. */
function listStops(): string[] {
  const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (element.matches(':disabled, [tabindex="-1"]') || !element.checkVisibility({ visibilityProperty: true }))
      return false
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
    // Tab enters a group of radio buttons once: at the chosen one, else at the first.
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)].filter(
      (one) => one.form === element.form,
    )
    return element === (group.find((one) => one.checked) ?? group[0])
  })
  for (const [at, element] of stops.entries()) element.dataset.stop = String(at)
  return stops.map((element) => element.outerHTML.slice(0, 120))
}

/** Presses Tab from a stop on, so many times; says what was missed, stood out of order or showed no focus. */
async function walk(page: Page, from: number, count: number): Promise<string[]> {
  await page.evaluate((at) => {
    document.querySelector<HTMLElement>(`[data-stop="${at}"]`)?.focus()
  }, from)
  const faults: string[] = []
  for (let wanted = from + 1; wanted < from + 1 + count && faults.length < 3; wanted++) {
    const seen = await pressTab(page)
    if (seen === null) return [...faults, `left the page before stop ${wanted}`]
    if (seen.stop !== wanted) faults.push(`wanted stop ${wanted}, came to ${seen.stop}: ${seen.html}`)
    else if (!seen.outlined) faults.push(`no focus to be seen: ${seen.html}`)
    else if (seen.covered) faults.push(`the focus is covered: ${seen.html}`)
  }
  return faults
}

type Seen = { stop: number; outlined: boolean; covered: boolean; html: string }

/** The next stop, or null when the keyboard left the page. */
async function pressTab(page: Page): Promise<Seen | null> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const top = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2)
    return {
      stop: Number(element.dataset.stop ?? Number.NaN),
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      covered: !!top?.closest('.submit, .grid > thead') && !element.closest('.submit, thead'),
      html: element.outerHTML.slice(0, 140),
    }
  })
}
