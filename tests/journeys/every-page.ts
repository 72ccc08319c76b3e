import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectInShape, expectReadableInTheDark, expectWellMade, useBrowser, type Screen } from '../support/browser.ts'
import { useExampleDatabase } from '../support/example.ts'
import { expectKeyboardSuffices, expectToHold } from '../support/page-holds.ts'
import { useServer } from '../support/server.ts'
import { meanReorganisations } from '../support/reorganisation.ts'
import { signInOn } from '../support/sign-in.ts'
import { looks } from './looks.ts'
import { filled } from './looks/filled.ts'
import type { Reader } from './looks/look.ts'

/** Set to a folder to look at every page: `KHEO_SCREENSHOTS=/tmp/pages npx vitest run tests/journeys/every-page`. */
const screenshots = process.env.KHEO_SCREENSHOTS

const firstLooks = new Set(Object.values(looks).map(([first]) => first?.name))

/** Opens every page in each of its states on one screen: it is in shape, accessible, and holds beyond its own width. */
export function lookAtEveryPage(width: string, screen: Screen): void {
  const database = useExampleDatabase()
  const server = useServer(database, { KHEO_EXAMPLE: '1' })
  const browser = useBrowser(server)
  const readers = new Map<Reader, Page>()

  // A draft with something wrong, and a division decided for a far day, so that the pages have something to show.
  beforeAll(() => meanReorganisations(database))

  test.each(Object.values(looks).flat())('$name is well made', async ({ name, address, reader }) => {
    const page = await readerOf(reader)
    const answer = await page.goto(server.origin + (await filled(database, address)))
    expect(answer?.status()).toBe(200)
    if (screenshots) {
      mkdirSync(screenshots, { recursive: true })
      await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true })
    }
    const isFirst = firstLooks.has(name)
    if (!screen.javaScriptEnabled) {
      // What axe reads hardly depends on the width: each state is read on the wide screen, and here each page once.
      await (isFirst ? expectWellMade(page) : expectInShape(page))
      return
    }
    await expectWellMade(page)
    // The states of a page share their layout, their colours and their menu: its first look stands for them.
    if (!isFirst) return
    await expectToHold(page)
    if (!isPublic(address)) await expectReadableInTheDark(page)
    await expectKeyboardSuffices(page)
  })

  async function readerOf(reader: Reader): Promise<Page> {
    const known = readers.get(reader)
    if (known) return known
    const page = await browser.open(screen)
    readers.set(reader, page)
    if (reader === 'nobody') return page
    await page.goto(`${server.origin}/dang-nhap`)
    await signInOn(page, reader)
    return page
  }
}

/** The portal is light only: it is read in the sun and on old screens. */
function isPublic(address: string): boolean {
  return !/^\/(desk|admin)|^:(district|handover)/.test(address)
}
