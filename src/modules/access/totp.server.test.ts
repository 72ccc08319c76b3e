import { expect, test } from 'vitest'
import { codeOfStep, enrolmentUri, fromBase32, inFours, stepAt, stepOfCode, toBase32 } from './totp.server.ts'

const secret = new TextEncoder().encode('12345678901234567890')

// RFC 6238, appendix B (the last six of the eight digits).
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %i of the RFC the code is %s', (second, code) => {
  expect(codeOfStep(secret, stepAt(new Date(second * 1000)))).toBe(code)
})

test('a code of the step before or after is understood, one of two steps away is not', () => {
  const now = new Date('2026-03-02T01:00:10Z')
  const step = stepAt(now)
  expect([-2, -1, 0, 1, 2].map((away) => stepOfCode(secret, codeOfStep(secret, step + away), now))).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ])
})

test('base32 goes there and back, with blanks and small letters too', () => {
  expect(toBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(fromBase32('gezd gnbv gy3t qojq gezd gnbv gy3t qojq')).toEqual(new Uint8Array(secret))
  expect(inFours(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
})

test('the QR code names the software and the account', () => {
  expect(enrolmentUri(secret, 'xa.songxanh')).toBe(
    'otpauth://totp/Kh%C3%A9o%3Axa.songxanh?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kh%C3%A9o',
  )
})
