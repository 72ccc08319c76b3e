import { createHmac } from 'node:crypto'

// RFC 4648 section 6.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secondsPerStep = 30

export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text.toUpperCase().replace(/[^A-Z2-7]/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The number of the 30-second step an instant lies in (RFC 6238). */
export function stepAt(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / secondsPerStep)
}

/** The six digits of one step (RFC 4226 section 5.3, HMAC-SHA-1 as authenticator apps compute it). */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step whose code was typed: now, or one before or after for a clock that is a little wrong; null when none fits. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | null {
  const current = stepAt(now)
  return [current, current - 1, current + 1].find((step) => codeOfStep(secret, step) === code) ?? null
}

/** What the QR code says to an authenticator app. */
export function enrolmentUri(secret: Uint8Array, signInName: string): string {
  const label = encodeURIComponent(`Khéo:${signInName}`)
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent('Khéo')}`
}

/** The secret as a person copies it by hand: groups of four. */
export function inFours(secret: Uint8Array): string {
  return (toBase32(secret).match(/.{1,4}/g) ?? []).join(' ')
}
