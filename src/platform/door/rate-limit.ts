import { StartRefused } from '../launcher/refusal.ts'

/** Counts what each visitor asks within a minute. Held by one process and forgotten with it: it spares the machine, it guards nothing. */
export type RateLimit = {
  /** Seconds to wait before asking again; null when this one may be answered. `who` is a truncated address, never a whole one. */
  waitFor(who: string, now: Date): number | null
}

const windowMs = 60_000
const mostVisitors = 20_000

/** So many questions a minute for each visitor, the minute beginning with the first. */
export function rateLimit(perMinute: number): RateLimit {
  const windows = new Map<string, { until: number; asked: number }>()
  return {
    waitFor(who, now) {
      const at = now.getTime()
      const known = windows.get(who)
      if (known && known.until > at) {
        known.asked += 1
        return known.asked > perMinute ? Math.max(1, Math.ceil((known.until - at) / 1000)) : null
      }
      // Deleted first, so that the map stays in the order in which minutes began and the oldest stands first.
      windows.delete(who)
      windows.set(who, { until: at + windowMs, asked: 1 })
      forgetOld(windows, at)
      return perMinute < 1 ? windowMs / 1000 : null
    },
  }
}

// A flood from ever new addresses must not fill the memory.
function forgetOld(windows: Map<string, { until: number }>, at: number): void {
  for (const [who, { until }] of windows) {
    if (until > at && windows.size <= mostVisitors) return
    windows.delete(who)
  }
}

const usualPerMinute = 600

/** How many questions a minute the API answers to one network; a word that is not a number is refused at start. */
export function apiRateFrom(env: Record<string, string | undefined>): number {
  const text = env.KHEO_API_PER_MINUTE
  if (!text) return usualPerMinute
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new StartRefused(`KHEO_API_PER_MINUTE phải là một số nguyên từ 1 đến 9999999, đang là “${text}”.`)
}
