import type { Brand } from './brand.ts'

/** A UUIDv7 made by the application; `Kind` keeps a report's id out of a unit's place. */
export type Id<Kind extends string> = Brand<string, Kind>

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads an id from an address or a form; null when it is not one. */
export function parseId<Kind extends string>(text: string | null | undefined): Id<Kind> | null {
  const id = text?.toLowerCase() ?? ''
  return shape.test(id) ? (id as Id<Kind>) : null
}

/** RFC 9562 section 5.7: 48 bits of Unix milliseconds, then random bits, so that ids sort by the time they were made. */
export function newId<Kind extends string>(now: Date = new Date()): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now.getTime()) << 16n)
  crypto.getRandomValues(bytes.subarray(6))
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id<Kind>
}

/** When an id was made, to the millisecond: its first 48 bits say so. */
export function madeAt(id: Id<string>): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}
