import { expect, test } from 'vitest'
import { truncatedAddress } from './address.ts'

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['2001:db8:1:2::7', '2001:db8:1::'],
  ['2001:0DB8::7', '2001:db8:0::'],
  ['::1', '0:0:0::'],
  ['', 'unknown'],
])('of the address %s only %s is kept', (address, kept) => {
  expect(truncatedAddress(address)).toBe(kept)
})
