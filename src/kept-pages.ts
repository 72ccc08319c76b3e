import { dayInVietnam } from '#kernel/local-date.ts'
import { openPageCache, type PageCache } from '#platform/door/page-cache.ts'
import { openPublicVersion } from '#platform/public-clock.ts'
import { textSizeCookie } from '#ui/text-size.ts'
import { themeCookie } from '#ui/theme.ts'

const keptBytes = 64 * 1024 * 1024

/** Files of the build are small and sent by name; the desk answers each person alone. */
export function isBeyondCache(path: string): boolean {
  return /^\/(_app|desk|admin|dang-nhap|dang-xuat|co-chu|mau-nen)(\/|$)/.test(path)
}

/** The pages that anonymous readers get, kept for as long as nothing public changes. */
export function openKeptPages(url: string, onFault: (error: unknown) => void): PageCache & { close(): Promise<void> } {
  // Pages of units are read from the register, whoever changed it (docs/adr/0038).
  const version = openPublicVersion(url, ['territory_clock'])
  const cache = openPageCache({
    // Pages show today's date, so a new day is a new version.
    version: async () => `${dayInVietnam(new Date())} ${await version.read()}`,
    onFault,
    displayCookies: [textSizeCookie, themeCookie],
    ownCookies: /^(__Secure-|__Host-)?kheo[._]/,
    capacity: keptBytes,
  })
  return { ...cache, close: version.close }
}
