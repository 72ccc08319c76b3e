import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { dutyKinds, type Actor } from '#modules/access/actor.ts'
import { leastStanding } from '#modules/figures/cube-rights.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { mayRead, mayReadDraft } from './policy.ts'

const provinces = [newId<'Unit'>(), newId<'Unit'>(), newId<'Unit'>()]
const communes = provinces.flatMap((province) => [
  { unit: newId<'Unit'>(), province },
  { unit: newId<'Unit'>(), province },
])
const owners = [...provinces.map((unit) => ({ unit, province: unit })), ...communes]

const owner = fc.constantFrom(...owners)
// A duty is of a commune or of a province, and nobody follows themselves.
const actor = fc
  .record({ at: owner, duty: fc.constantFrom(...dutyKinds), followed: fc.subarray(owners) })
  .filter(({ at, duty }) => !duty.startsWith(at.unit === at.province ? 'commune' : 'province'))
  .map(({ at, duty, followed }): Actor => {
    const before = followed.filter(({ unit, province }) => unit !== at.unit && province !== at.province)
    const follows = { units: before.map(({ unit }) => unit), provinces: before.map(({ province }) => province) }
    return { account: newId<'Account'>(), name: 'Người đọc', duty, ...at, follows }
  })
const sensitivity = fc.constantFrom('public', 'internal', 'total-only')

test('whoever may read a unit’s reports sees its figures as early, and nobody sees any earlier', () => {
  let [drafts, handedIn, strangers] = [0, 0, 0]
  fc.assert(
    fc.property(actor, owner, sensitivity, (who, whose, kind) => {
      const level = whose.unit === whose.province ? 'province' : 'commune'
      const least = leastStanding({ kind: 'officer', actor: who }, { ...whose, level }, { sensitivity: kind })
      const isPublic = kind === 'public' || (kind === 'total-only' && level === 'province')
      if (!mayRead(who, whose)) {
        strangers += 1
        expect(least).toBe(isPublic ? 'published' : null)
      } else if (mayReadDraft(who, whose)) {
        drafts += 1
        expect(least).toBe('open')
      } else {
        handedIn += 1
        expect(least).toBe('handed-in')
      }
    }),
    { numRuns: 20_000 },
  )
  expect(Math.min(drafts, handedIn, strangers)).toBeGreaterThan(500)
})

test('everybody sees what is published and public, of communes nothing that could be a list of names', () => {
  const [commune, province] = [communes[0], provinces[0]]
  const of = (unit: UnitId, level: 'commune' | 'province', kind: 'public' | 'internal' | 'total-only') =>
    leastStanding({ kind: 'public' }, { unit, province: province ?? unit, level }, { sensitivity: kind })
  if (!commune || !province) throw new Error('No units')
  expect(['public', 'internal', 'total-only'].map((kind) => of(commune.unit, 'commune', kind as 'public'))).toEqual([
    'published',
    null,
    null,
  ])
  expect(of(province, 'province', 'total-only')).toBe('published')
  expect(of(province, 'province', 'internal')).toBeNull()
})
