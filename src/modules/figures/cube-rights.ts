import { follows, type Actor } from '#modules/access/actor.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import type { SetStanding } from './figure-set.ts'
import type { Indicator } from './indicator.ts'

/** Who asks: an officer in their duty, or anybody. */
export type Reader = { kind: 'officer'; actor: Actor } | { kind: 'public' }

type Asked = Pick<RegisterVersion, 'unit' | 'province' | 'level'>

/**
 * How far a unit's figures of an indicator must have come for this reader to see them; null: never. It is what reports
 * themselves are read by (reporting/policy.ts): one's own unit while it types, a reviewer from the submission on, everybody what
 * is published. What counts people that a list could name is never public of a commune (`total-only`).
 */
export function leastStanding(
  reader: Reader,
  unit: Asked,
  { sensitivity }: Pick<Indicator, 'sensitivity'>,
): SetStanding | null {
  const isPublic = sensitivity === 'public' || (sensitivity === 'total-only' && unit.level !== 'commune')
  const forAll: SetStanding | null = isPublic ? 'published' : null
  if (reader.kind === 'public') return forAll
  const { actor } = reader
  if (actor.duty === 'administrator') return forAll
  const ofProvince = actor.unit === actor.province
  if (unit.unit === actor.unit) return 'open'
  if (follows(actor, unit)) return ofProvince && unit.unit !== unit.province ? 'handed-in' : 'open'
  return ofProvince && unit.province === actor.province ? 'handed-in' : forAll
}

/**
 * Cuts a question to what its reader may see, before any array is touched: for each unit whose figures would be read, how far
 * they must have come, by indicator. Row security does not stand behind the cube; this function does.
 */
export function mayRead(
  reader: Reader,
  units: readonly Asked[],
  indicators: readonly Pick<Indicator, 'sensitivity'>[],
): (SetStanding | null)[][] {
  return indicators.map((indicator) => units.map((unit) => leastStanding(reader, unit, indicator)))
}
