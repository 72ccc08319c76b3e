import { StartRefused } from '../launcher/refusal.ts'

/** Hours of the day in Vietnam in which no mail is sent; equal ends mean none. */
export type QuietHours = { from: number; until: number }

/** The rest of most offices; the installation and each officer may say otherwise. */
export const usualQuiet: QuietHours = { from: 21, until: 7 }

const hourMs = 3_600_000

/** Whether mail waits at this instant; `21 to 7` lies across midnight. */
export function isQuiet(hours: QuietHours, at: Date): boolean {
  const hour = Math.floor(at.getTime() / hourMs + 7) % 24
  if (hours.from === hours.until) return false
  return hours.from < hours.until ? hour >= hours.from && hour < hours.until : hour >= hours.from || hour < hours.until
}

/** `21-7`, or `không`; null when it is neither. */
export function parseQuiet(text: string): QuietHours | null {
  if (/^(không|khong|none)$/i.test(text.trim().normalize('NFC'))) return { from: 0, until: 0 }
  const read = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(text.trim())
  const [from, until] = [Number(read?.[1]), Number(read?.[2])]
  return read && from < 24 && until < 24 ? { from, until } : null
}

/** KHEO_QUIET_HOURS of the installation, refused in words at start. */
export function quietFromEnvironment(env: Record<string, string | undefined>): QuietHours {
  const text = env['KHEO_QUIET_HOURS']
  if (!text) return usualQuiet
  const hours = parseQuiet(text)
  if (!hours) {
    throw new StartRefused(`KHEO_QUIET_HOURS phải là hai giờ trong ngày như 21-7, hoặc “không”; đang là “${text}”.`)
  }
  return hours
}
