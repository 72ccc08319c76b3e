import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { placedVersions } from '#modules/territory/placed.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { membershipProblem, treeLines, type MembershipEntry, type TreeMembership } from './tree.ts'

const [province, other, a, b, c, far] = [id(), id(), id(), id(), id(), id()]
const july = localDate('2025-07-01')

function id(): UnitId {
  return newId<'Unit'>()
}

const version = (unit: UnitId, name: string, change: Partial<UnitVersion> = {}): UnitVersion => ({
  ...{ unit, code: name, name, kind: 'commune', level: 'commune', parent: province, province, from: null, until: null },
  ...change,
})
const versions = [
  version(province, 'Tỉnh Mây Trắng', { kind: 'province', level: 'province', parent: null }),
  version(a, 'Xã A'),
  version(b, 'Xã B', { from: july }),
  version(c, 'Xã C', { until: localDate('2026-12-31') }),
  version(far, 'Xã Xa', { province: other, parent: other }),
]
const entry = (change: Partial<MembershipEntry> = {}): MembershipEntry => ({
  ...{ member: a, tree: 'party', parent: b, from: july, until: null, act: { number: '1-QĐ/TU', on: null } },
  ...change,
})
const said = (change: Partial<MembershipEntry> = {}): TreeMembership => ({
  ...entry(change),
  id: newId<'TreeMembership'>(),
  voidReason: null,
})
const problem = (change: Partial<MembershipEntry>, known: TreeMembership[] = []) =>
  membershipProblem(versions, known, province, entry(change))

describe('a place in another tree', () => {
  test('can be said of a unit and a parent that are there all the while', () => {
    expect(problem({})).toBeNull()
    expect(problem({ parent: c, until: localDate('2026-12-31') })).toBeNull()
  })

  test.each([
    ['of the province itself', { member: province, parent: a }, 'top-of-province'],
    ['under a unit of another province', { parent: far }, 'other-province'],
    ['of a unit of another province', { member: far }, 'other-province'],
    ['before its parent began', { from: localDate('2025-06-30') }, 'parent-not-in-force'],
    ['beyond the last day of its parent', { parent: c }, 'parent-not-in-force'],
    ['beyond its own last day', { member: c }, 'member-not-in-force'],
    ['where the State already has it', { parent: province }, 'same-as-state'],
    ['backwards', { until: localDate('2025-06-01') }, 'ends-before-it-begins'],
  ] as const)('is refused %s', (_, change, code) => {
    expect(problem(change)?.code).toBe(code)
  })

  test('is refused where another statement holds, and accepted after it', () => {
    const known = [said({ until: localDate('2026-01-01') })]
    expect(problem({ from: localDate('2026-01-01') }, known)?.code).toBe('overlaps')
    expect(problem({ from: localDate('2026-01-02') }, known)).toBeNull()
    expect(problem({}, [said({ tree: 'front' })])).toBeNull()
  })

  test('never closes a circle, not even on a later day of its time', () => {
    const later = localDate('2026-03-01')
    expect(problem({ member: b, parent: a, from: later }, [said()])).toEqual({ code: 'makes-a-circle', day: later })
    expect(problem({ member: b, parent: a }, [said({ from: later })])).toEqual({ code: 'makes-a-circle', day: later })
    expect(problem({ member: b, parent: a, until: localDate('2026-02-28') }, [said({ from: later })])).toBeNull()
  })
})

test('a tree is the State’s with what was said of it, in the order of names, on that day only', () => {
  const shown = (day = july) =>
    treeLines(versions, [said({ until: localDate('2025-12-31') })], 'party', day).map(
      ({ unit, depth, differs }) => `${'-'.repeat(depth)}${unit.name}${differs ? '*' : ''}`,
    )
  expect(shown()).toEqual(['Tỉnh Mây Trắng', '-Xã B', '--Xã A*', '-Xã C', 'Xã Xa'])
  expect(shown(localDate('2026-01-01'))).not.toContain('--Xã A*')
})

test('the register reads a place as versions with the names of their days', () => {
  const renamed = [
    { ...version(a, 'Xã A', { until: localDate('2025-12-31') }), tree: 'state' as const },
    { ...version(a, 'Phường A', { from: localDate('2026-01-01') }), tree: 'state' as const },
  ].map((one) => ({ ...one, officialCode: null, untilIsKnown: true, act: null, article: null }))
  const place = { member: a, tree: 'party' as const, parent: b, from: july, until: localDate('2026-06-30') }
  expect(
    placedVersions(renamed, [place]).map(({ name, from, until, parent, tree }) => [name, from, until, parent, tree]),
  ).toEqual([
    ['Xã A', '2025-07-01', '2025-12-31', b, 'party'],
    ['Phường A', '2026-01-01', '2026-06-30', b, 'party'],
  ])
  expect(placedVersions(renamed, [])).toEqual([])
})
