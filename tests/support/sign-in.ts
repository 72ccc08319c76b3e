import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { exampleAccounts, examplePassword } from '../../src/modules/access/example.ts'
import { codeOfStep, fromBase32, toBase32 } from '../../src/modules/access/totp.server.ts'
import { Visitor, type TestServer } from './server.ts'

const usedUpTo = new Map<string, number>()
const secondsPerStep = 30

/**
 * The code an example account's telephone shows, one that this file has not used yet. The door takes the step before and
 * after its own, so two sign-ins in a row do not wait; the third waits for its step.
 */
async function freshCode(signInName: string): Promise<string> {
  const step = (): number => Math.floor(Date.now() / 1000 / secondsPerStep)
  const wanted = Math.max(step(), (usedUpTo.get(signInName) ?? 0) + 1)
  usedUpTo.set(signInName, wanted)
  while (step() < wanted - 1) await new Promise((resolve) => setTimeout(resolve, 500))
  return codeOfStep(fromBase32(secretOf(signInName)), wanted)
}

/** The second factor of an account: the printed one of an example, else one made from the name. */
export function secretOf(signInName: string): string {
  const example = exampleAccounts.find((account) => account.signInName === signInName)
  return example?.secret ?? toBase32(new TextEncoder().encode(signInName.padEnd(20, '.').slice(0, 20)))
}

/** Signs in on the two pages, as a person does, beginning at the page that asks for it. */
export async function signInOn(page: Page, signInName: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(signInName)
  await page.getByLabel('Mật khẩu').fill(examplePassword)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const code = page.getByLabel('Mã 6 chữ số')
  await code.waitFor()
  await code.fill(await freshCode(signInName))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => !/^\/dang-nhap\/?(ma)?$/.test(url.pathname))
}

/** The same without a browser. */
export async function signInVisitor(server: TestServer, signInName: string): Promise<Visitor> {
  const visitor = new Visitor(server)
  const password = await visitor.post('/dang-nhap', { signInName, password: examplePassword })
  expect(password.headers.location, `${signInName} gave a password`).toBe('/dang-nhap/ma')
  const code = await visitor.post('/dang-nhap/ma', { code: await freshCode(signInName) })
  expect(code.status, `${signInName} gave a code`).toBe(303)
  return visitor
}
