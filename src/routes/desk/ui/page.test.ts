import { isHttpError } from '@sveltejs/kit'
import { afterEach, expect, test, vi } from 'vitest'
import { textPairs } from '#ui/contrast.ts'
import { load } from './+page.server.ts'

const event = { url: new URL('http://localhost/desk/ui') } as Parameters<typeof load>[0]

afterEach(() => {
  vi.unstubAllEnvs()
})

test('where the data is an example, every pair of colours stands there', async () => {
  vi.stubEnv('KHEO_EXAMPLE', '1')
  const page = (await load(event)) as { swatches: { ink: string; ground: string }[] }
  expect(page.swatches.map(({ ink, ground }) => [ink, ground])).toEqual(textPairs)
})

test('an installation for people has no such page', async () => {
  vi.stubEnv('KHEO_EXAMPLE', '0')
  let thrown: unknown
  try {
    await load(event)
  } catch (caught) {
    thrown = caught
  }
  expect(isHttpError(thrown, 404)).toBe(true)
})
