import { expect, test } from 'vitest'
import { StartRefused } from '../launcher/refusal.ts'
import { apiRateFrom, rateLimit } from './rate-limit.ts'

const at = (seconds: number): Date => new Date(Date.UTC(2026, 8, 30) + seconds * 1000)

test('the question after the last one of a minute waits for the end of that minute, and only its own network does', () => {
  const limit = rateLimit(2)
  expect([limit.waitFor('203.0.113.0', at(0)), limit.waitFor('203.0.113.0', at(10))]).toEqual([null, null])
  expect(limit.waitFor('203.0.113.0', at(20))).toBe(40)
  expect(limit.waitFor('198.51.100.0', at(20))).toBeNull()
  expect(limit.waitFor('203.0.113.0', at(59.5))).toBe(1)
  expect(limit.waitFor('203.0.113.0', at(60))).toBeNull()
})

test('a flood from ever new networks forgets the oldest and goes on', () => {
  const limit = rateLimit(1)
  expect(limit.waitFor('first', at(0))).toBeNull()
  for (let n = 0; n < 25_000; n += 1) limit.waitFor(`n${n}`, at(1))
  expect(limit.waitFor('first', at(2))).toBeNull()
  expect(limit.waitFor('n24999', at(2))).toBe(59)
})

test('the operator sets the number, and a word is refused', () => {
  expect([apiRateFrom({}), apiRateFrom({ KHEO_API_PER_MINUTE: '30' })]).toEqual([600, 30])
  for (const text of ['0', '-1', 'nhiều', '1e3']) {
    expect(() => apiRateFrom({ KHEO_API_PER_MINUTE: text })).toThrow(StartRefused)
  }
})
