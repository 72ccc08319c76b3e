import type { Browser, Page } from 'playwright-core'
import { exampleAccounts, examplePassword } from '../../src/modules/access/example.ts'
import { codeOfStep, fromBase32 } from '../../src/modules/access/totp.server.ts'

/** One browser in which the people of the example are signed in, each once. */
export type Studio = {
  origin: string
  /** The page of somebody, opened at an address. */
  as(signInName: string, address: string): Promise<Page>
  /** A page of nobody. */
  anybody(address: string): Promise<Page>
  /** Six digits that this person has not used yet. */
  code(signInName: string): Promise<string>
  password: string
}

export function openStudio(browser: Browser, origin: string): Studio {
  const pages = new Map<string, Page>()
  const used = new Map<string, number>()

  async function open(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    })
    context.setDefaultTimeout(15_000)
    return context.newPage()
  }

  async function code(signInName: string): Promise<string> {
    const secret = exampleAccounts.find((account) => account.signInName === signInName)?.secret
    if (!secret) throw new Error(`${signInName} is nobody of the example`)
    const now = (): number => Math.floor(Date.now() / 30_000)
    const step = Math.max(now(), (used.get(signInName) ?? 0) + 1)
    used.set(signInName, step)
    // The door takes the step before and after its own.
    while (now() < step - 1) await new Promise((done) => setTimeout(done, 500))
    return codeOfStep(fromBase32(secret), step)
  }

  async function signedIn(signInName: string): Promise<Page> {
    const page = await open()
    await page.goto(`${origin}/dang-nhap`)
    await page.getByLabel('Tên đăng nhập').fill(signInName)
    await page.getByLabel('Mật khẩu').fill(examplePassword)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByLabel('Mã 6 chữ số').fill(await code(signInName))
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
    return page
  }

  return {
    origin,
    password: examplePassword,
    code,
    async as(signInName, address) {
      const page = pages.get(signInName) ?? (await signedIn(signInName))
      pages.set(signInName, page)
      await page.goto(origin + address, { waitUntil: 'networkidle' })
      return page
    },
    async anybody(address) {
      const page = await open()
      await page.goto(origin + address, { waitUntil: 'networkidle' })
      return page
    },
  }
}
