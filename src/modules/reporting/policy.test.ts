import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Actor, DutyKind } from '#modules/access/actor.ts'
import { reportStatuses } from './lifecycle.ts'
import {
  mayEnter,
  mayEnterNow,
  mayListOpenWork,
  mayRead,
  mayReadDraft,
  mayReview,
  maySeeProvince,
  standingsOf,
  type ReportOwner,
} from './policy.ts'

const province = newId<'Unit'>()
const commune = newId<'Unit'>()
const neighbour = newId<'Unit'>()
const otherProvince = newId<'Unit'>()

function person(duty: DutyKind, unit = duty.startsWith('commune') ? commune : province, at = province): Actor {
  return { account: newId<'Account'>(), name: 'Trần Thị Ổi', duty, unit, province: at }
}

const ofCommune: ReportOwner = { province, unit: commune }
const ofNeighbour: ReportOwner = { province, unit: neighbour }
const ofProvince: ReportOwner = { province, unit: province }
const elsewhere: ReportOwner = { province: otherProvince, unit: otherProvince }

test.each([
  ['commune-officer', ofCommune, ['own-officer']],
  ['commune-officer', ofNeighbour, []],
  ['commune-officer', ofProvince, []],
  ['commune-officer', elsewhere, []],
  ['commune-leader', ofCommune, ['own-leader']],
  ['commune-leader', ofNeighbour, []],
  ['commune-leader', ofProvince, []],
  ['commune-leader', elsewhere, []],
  ['province-officer', ofCommune, ['reviewer']],
  ['province-officer', ofNeighbour, ['reviewer']],
  ['province-officer', ofProvince, ['own-officer']],
  ['province-officer', elsewhere, []],
  ['province-leader', ofCommune, ['reviewer']],
  ['province-leader', ofNeighbour, ['reviewer']],
  ['province-leader', ofProvince, ['own-leader', 'reviewer']],
  ['province-leader', elsewhere, []],
  ['auditor', ofCommune, ['auditor']],
  ['auditor', ofNeighbour, ['auditor']],
  ['auditor', ofProvince, ['own-auditor']],
  ['auditor', elsewhere, []],
  ['administrator', ofCommune, []],
  ['administrator', ofNeighbour, []],
  ['administrator', ofProvince, []],
  ['administrator', elsewhere, []],
] as const)('%s of the province to %j: %j', (duty, owner, standings) => {
  const actor = person(duty)
  const own = (standings as readonly string[]).some((one) => one === 'own-officer' || one === 'own-leader')
  expect(mayReadDraft(actor, owner)).toBe((standings as readonly string[]).some((one) => one.startsWith('own')))
  expect(standingsOf(actor, owner)).toEqual(standings)
  expect(mayRead(actor, owner)).toBe(standings.length > 0)
  expect(mayEnter(actor, owner)).toBe(own)
  for (const status of reportStatuses) {
    expect(mayEnterNow(actor, owner, status)).toBe(own && (status === 'draft' || status === 'returned'))
  }
})

test('a unit id met in another province gives no standing there', () => {
  expect(standingsOf(person('commune-officer', commune, otherProvince), ofCommune)).toEqual([])
  expect(standingsOf(person('province-leader', province, otherProvince), ofProvince)).toEqual([])
})

test.each([
  ['commune-officer', false],
  ['commune-leader', false],
  ['province-officer', true],
  ['province-leader', true],
  ['auditor', true],
  ['administrator', false],
] as const)('the board of the province is shown to a %s: %s', (duty, shown) => {
  expect(maySeeProvince(person(duty))).toBe(shown)
})

test('the auditor of a commune reads that commune, what it types included, and no neighbour', () => {
  const actor = person('auditor', commune)
  expect([ofCommune, ofNeighbour, ofProvince].map((owner) => standingsOf(actor, owner))).toEqual([
    ['own-auditor'],
    [],
    [],
  ])
  expect([maySeeProvince(actor), mayReview(actor), mayReview(person('auditor'))]).toEqual([false, false, false])
})

test('open work is listed for the administrator who hands it over, and for nobody else', () => {
  const kinds = ['administrator', 'auditor', 'province-leader', 'commune-leader'] as const
  expect(kinds.map((duty) => mayListOpenWork(person(duty)))).toEqual([true, false, false, false])
})
