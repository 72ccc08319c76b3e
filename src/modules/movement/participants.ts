import type { Id } from '#kernel/ids.ts'
import { fold, lengthOf, tidy } from '#kernel/text.ts'

/** A unit of the territory, or a body of one (a mass organisation, an office, a hamlet): never a person. */
export type Participant = { unit: Id<'Unit'> | null; name: string }

export type ListFault =
  | { code: 'named-twice'; name: string }
  | { code: 'no-such-unit'; name: string; line: number }
  | { code: 'name-too-long'; line: number }
  | { code: 'too-many-names'; most: number }

const most = 400
const longestName = 120

/**
 * Reads a list typed or pasted one name a line. What is called like a unit of the province is that unit; what begins like a
 * unit and is none is asked about, everything else is a body by its name. Naming one twice is refused, not dropped.
 */
export function readParticipants(
  text: string,
  units: readonly { unit: Id<'Unit'>; name: string }[],
): { ok: true; value: Participant[] } | { ok: false; fault: ListFault } {
  const byName = new Map(units.map((one) => [fold(one.name), one]))
  const lines = tidy(text)
    .split('\n')
    .map((line) => line.replace(/^[\s•*+–-]+|[\s;,.]+$/g, '').replace(/\s+/g, ' '))
    .filter(Boolean)
  if (lines.length > most) return { ok: false, fault: { code: 'too-many-names', most } }
  const found: Participant[] = []
  for (const [index, name] of lines.entries()) {
    if (lengthOf(name) > longestName) return { ok: false, fault: { code: 'name-too-long', line: index + 1 } }
    const unit = byName.get(fold(name))
    if (!unit && /^(xa|phuong|dac khu|thi tran) \p{L}/u.test(fold(name)) && /^\p{L}+ \p{Lu}/u.test(name))
      return { ok: false, fault: { code: 'no-such-unit', name, line: index + 1 } }
    const one = unit ? { unit: unit.unit, name: unit.name } : { unit: null, name }
    if (found.some((other) => fold(other.name) === fold(one.name)))
      return { ok: false, fault: { code: 'named-twice', name: one.name } }
    found.push(one)
  }
  return { ok: true, value: found }
}

/** As it would be typed again. */
export function participantsText(list: readonly Participant[]): string {
  return list.map(({ name }) => name).join('\n')
}

/** By this one is counted once in a period, however many records name it. */
export function participantKey({ unit, name }: Participant): string {
  return unit ?? fold(name)
}
