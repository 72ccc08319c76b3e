import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { predecessorsOf, versionsOf, type Register } from '#modules/territory/register.ts'

/**
 * Whose records a unit's people read besides their own (đơn vị trước đây): every unit that went into theirs, whole or in part,
 * through every event up to `today`: what is decided for later has not happened to anybody yet. And the provinces in which these recorded (docs/adr/0035).
 */
export type Following = { units: readonly Id<'Unit'>[]; provinces: readonly Id<'Unit'>[] }

/** Null for a unit that came from nobody, as most did not. */
export function followingOf(register: Register, unit: Id<'Unit'>, today: LocalDate): Following | null {
  const found = new Set<Id<'Unit'>>()
  for (const waiting = [unit]; ;) {
    const one = waiting.pop()
    if (!one) break
    for (const { from, by } of predecessorsOf(register, one)) {
      if (by.on > today || found.has(from) || from === unit) continue
      found.add(from)
      waiting.push(from)
    }
  }
  if (found.size === 0) return null
  const provinces = new Set([...found].flatMap((one) => versionsOf(register, one).map(({ province }) => province)))
  return { units: [...found], provinces: [...provinces] }
}
