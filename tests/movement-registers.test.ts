import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { addDays, localDate } from '#kernel/local-date.ts'
import { yearOf } from '#kernel/period.ts'
import { quantity, toDecimalText } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import {
  correctCampaign,
  correctPledge,
  correctWorkItem,
  judgePledge,
  recordCampaign,
  recordPledge,
  recordWorkItem,
  voidCampaign,
  voidPledge,
  voidWorkItem,
} from '#modules/movement/campaign-commands.server.ts'
import {
  campaignPage,
  campaignsOn,
  openContest,
  openPledge,
  underCampaign,
  workItemPage,
} from '#modules/movement/campaign-queries.server.ts'
import type { CampaignEntry } from '#modules/movement/campaign.ts'
import {
  correctContest,
  recordContest,
  reopenContest,
  scoreContest,
  settleContest,
  voidContest,
} from '#modules/movement/contest-commands.server.ts'
import type { ContestEntry } from '#modules/movement/contest.ts'
import type { PledgeEntry } from '#modules/movement/pledge.ts'
import type { WorkItemEntry } from '#modules/movement/work-item.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})
const officer = () => as(place.people.doiCheOfficer)
const above = () => as(place.people.reviewer)
const everything = { unit: null, year: null, words: '', filter: null, page: 1 }

const theme: CampaignEntry = {
  ...{ kind: 'theme', title: 'Năm Dân vận khéo', from: localDate('2026-01-01'), until: localDate('2026-12-31') },
  ...{ subject: '', participants: [], result: '' },
}
const item: WorkItemEntry = {
  ...{ title: 'Lắp đèn đường', purpose: 'theme', campaign: null, plannedFrom: localDate('2026-08-01'), place: '' },
  ...{ doneOn: localDate('2026-08-20'), costMillion: quantity('46.5'), labourDays: quantity('38'), result: '' },
}
const pledge = (): PledgeEntry => ({
  ...{ title: 'Cam kết 2026', year: 2026, wording: 'Làm tốt', signedOn: localDate('2026-01-12'), campaign: null },
  signers: [
    { unit: place.doiChe, name: 'Xã Đồi Chè', fulfilment: 'not-said' },
    { unit: null, name: 'Hội Nông dân', fulfilment: 'not-said' },
  ],
})
const contest: ContestEntry = {
  ...{ title: 'Hội thi', heldOn: localDate('2026-08-12'), place: '', resultsOn: null },
  rounds: [{ name: 'Chào hỏi', most: quantity('20') }],
  teams: ['Đội A', 'Đội B'].map((name) => ({ unit: null, name, scores: [null], prize: '' })),
}

async function counted(unit: Id<'Unit'>): Promise<Record<string, string>> {
  const { from, to } = yearOf(2026)
  const counts = await inScope(database.db, scopeOf(place.people.reviewer), (tx) =>
    countsOf(tx, { province: place.province, unit, from, to }),
  )
  return Object.fromEntries([...counts].map(([key, { amount }]) => [key, toDecimalText(amount)]))
}

describe('a theme or drive', () => {
  test('is written, read by the communes when the province keeps it, and chosen while it runs', async () => {
    const id = doneBy(await recordCampaign(above(), newId(), theme))
    expect(doneBy(await campaignPage(officer(), everything)).lines.map(({ sheet }) => sheet.id)).toEqual([id])
    const on = (day: string) =>
      inScope(database.db, scopeOf(place.people.doiCheOfficer), (tx) => campaignsOn(tx, place.province, localDate(day)))
    expect((await on('2026-12-31')).map(({ title }) => title)).toEqual(['Năm Dân vận khéo'])
    expect(await on('2027-01-01')).toEqual([])
    expect(await underCampaign(officer(), id)).toEqual({ initiatives: [], pledges: 0, items: 0, itemsDone: 0 })
  })
  test('of a neighbour is not seen', async () => {
    doneBy(await recordCampaign(as(place.people.benDoOfficer), newId(), theme))
    expect(doneBy(await campaignPage(officer(), everything)).total).toBe(0)
    expect(doneBy(await campaignPage(above(), everything)).total).toBe(1)
  })
  test('stands once a year, also when two are written together', async () => {
    const sent = await Promise.all([
      recordCampaign(officer(), newId(), theme),
      recordCampaign(as(place.people.doiCheColleague), newId(), theme),
    ])
    expect(sent.map(answerOf).sort()).toEqual(['done', 'theme-already-there'])
    expect(answerOf(await recordCampaign(officer(), newId(), { ...theme, kind: 'drive' }))).toBe('done')
  })
  test.each([
    ['that ends before it begins', { until: localDate('2025-12-31') }, 'ends-before-it-begins'],
    ['with a result before its end', { result: 'Tốt' }, 'result-before-the-end'],
    ['with a telephone number', { subject: 'Gọi 0912 345 678' }, 'personal-number'],
  ])('%s is refused', async (_, change, code) => {
    expect(answerOf(await recordCampaign(officer(), newId(), { ...theme, ...change }))).toBe(code)
  })
  test('is corrected and voided by its own unit alone', async () => {
    const id = doneBy(await recordCampaign(officer(), newId(), theme))
    expect(answerOf(await correctCampaign(as(place.people.benDoOfficer), id, 1, theme))).toBe('not-found')
    expect(answerOf(await correctCampaign(above(), id, 1, theme))).toBe('forbidden')
    doneBy(await correctCampaign(officer(), id, 1, { ...theme, title: 'Tên mới' }))
    expect(answerOf(await voidCampaign(officer(), id, 1, 'Ghi trùng'))).toBe('changed-meanwhile')
    expect(answerOf(await voidCampaign(above(), id, 2, 'Ghi trùng'))).toBe('forbidden')
    doneBy(await voidCampaign(officer(), id, 2, 'Ghi trùng'))
    expect(answerOf(await voidCampaign(officer(), id, 3, 'Ghi trùng'))).toBe('already-void')
    expect(answerOf(await recordCampaign(as(place.people.administrator), newId(), theme))).toBe('forbidden')
  })
})

describe('a pledge', () => {
  test('counts each unit once in the year, however many it signs', async () => {
    doneBy(await recordPledge(officer(), newId(), pledge()))
    doneBy(await recordPledge(officer(), newId(), { ...pledge(), title: 'Bản thứ hai' }))
    expect(await counted(place.doiChe)).toEqual({ A10: '2' })
  })
  test.each([
    ['by nobody', { signers: [] }, 'nobody-signed'],
    ['on a day outside its year', { signedOn: localDate('2025-09-30') }, 'signed-outside-its-year'],
    ['under a drive that is not there', { campaign: newId<'Sheet'>() }, 'no-such-campaign'],
  ])('signed %s is refused', async (_, change, code) => {
    expect(answerOf(await recordPledge(officer(), newId(), { ...pledge(), ...change }))).toBe(code)
    expect(await counted(place.doiChe)).toEqual({})
  })
  test('is judged at the end of the year, each signer apart, and not before', async () => {
    const id = doneBy(await recordPledge(officer(), newId(), pledge()))
    expect(answerOf(await judgePledge(officer(), id, 1, ['kept', 'partly']))).toBe('not-time-to-judge')
    const december = { ...officer(), now: new Date('2026-12-05T03:00:00Z') }
    expect(answerOf(await judgePledge(december, id, 1, ['kept']))).toBe('no-such-signer')
    doneBy(await judgePledge(december, id, 1, ['kept', 'whatever']))
    const opened = doneBy(await openPledge(officer(), id))
    expect(opened.sheet.signers.map(({ fulfilment }) => fulfilment)).toEqual(['kept', 'not-said'])
    expect(opened.changes.map(({ kind }) => kind)).toEqual(['pledge-judged', 'pledge-recorded'])
    expect(answerOf(await judgePledge(above(), id, 2, ['kept', 'kept']))).toBe('forbidden')
  })
  test('is corrected and voided; then it counts no more', async () => {
    const id = doneBy(await recordPledge(officer(), newId(), pledge()))
    const alone = ({ signers, ...rest }: PledgeEntry): PledgeEntry => ({ ...rest, signers: signers.slice(0, 1) })
    doneBy(await correctPledge(officer(), id, 1, alone))
    expect(await counted(place.doiChe)).toEqual({ A10: '1' })
    expect(answerOf(await correctPledge(officer(), id, 1, alone))).toBe('changed-meanwhile')
    expect(answerOf(await correctPledge(above(), id, 2, alone))).toBe('forbidden')
    expect(answerOf(await voidPledge(as(place.people.benDoOfficer), id, 2, 'x'))).toBe('not-found')
    doneBy(await voidPledge(officer(), id, 2, 'Ghi trùng'))
    expect(await counted(place.doiChe)).toEqual({})
  })
})

describe('a contest', () => {
  test('is scored, ranked, settled and opened again; a score over its maximum leaves everything as it was', async () => {
    const id = doneBy(await recordContest(officer(), newId(), contest))
    expect(await counted(place.doiChe)).toEqual({ A11: '1' })
    const sheet = (one: string, other: string) => [one, other].map((score) => ({ scores: [score], prize: 'Nhất' }))
    expect(answerOf(await settleContest(officer(), id, 1))).toBe('scores-missing')
    expect(answerOf(await scoreContest(officer(), id, 1, sheet('18', '20,5')))).toBe('score-over-maximum')
    expect(answerOf(await scoreContest(officer(), id, 1, sheet('18', 'giỏi')))).toBe('score-unread')
    expect(answerOf(await scoreContest(above(), id, 1, sheet('18', '19')))).toBe('forbidden')
    doneBy(await scoreContest(officer(), id, 1, sheet('18', '19,5')))
    expect(answerOf(await scoreContest(as(place.people.doiCheColleague), id, 1, sheet('1', '1')))).toBe(
      'changed-meanwhile',
    )
    expect(answerOf(await reopenContest(officer(), id, 2))).toBe('results-open')
    doneBy(await settleContest(officer(), id, 2))
    expect(answerOf(await scoreContest(officer(), id, 3, sheet('1', '1')))).toBe('results-settled')
    expect(answerOf(await correctContest(officer(), id, 3, () => contest))).toBe('results-settled')
    expect(answerOf(await reopenContest(above(), id, 3))).toBe('forbidden')
    doneBy(await reopenContest(officer(), id, 3))
    const { sheet: opened } = doneBy(await openContest(officer(), id))
    expect(opened.teams.map(({ scores }) => scores)).toEqual([[quantity('18')], [quantity('19.5')]])
  })
  test('without a team or a round is neither scored nor settled', async () => {
    const id = doneBy(await recordContest(officer(), newId(), { ...contest, teams: [] }))
    expect(answerOf(await settleContest(officer(), id, 1))).toBe('no-team')
    const other = doneBy(await recordContest(officer(), newId(), { ...contest, rounds: [] }))
    expect(answerOf(await scoreContest(officer(), other, 1, []))).toBe('no-round')
  })
  test('of a day that has not come is refused; voided it counts no more', async () => {
    const later = { ...contest, heldOn: localDate('2026-12-30') }
    expect(answerOf(await recordContest(officer(), newId(), later))).toBe('day-not-come')
    const id = doneBy(await recordContest(officer(), newId(), contest))
    expect(answerOf(await voidContest(above(), id, 1, 'x'))).toBe('forbidden')
    doneBy(await voidContest(officer(), id, 1, 'Không tổ chức'))
    expect(await counted(place.doiChe)).toEqual({})
    expect(answerOf(await recordContest(as(place.people.administrator), newId(), contest))).toBe('forbidden')
  })
})

describe('a work item', () => {
  test('counts in one cell on the day it was done, and its amounts are summed', async () => {
    doneBy(await recordWorkItem(officer(), newId(), item))
    doneBy(await recordWorkItem(officer(), newId(), { ...item, purpose: 'new-rural', costMillion: null }))
    doneBy(await recordWorkItem(officer(), newId(), { ...item, doneOn: null }))
    expect(await counted(place.doiChe)).toEqual({ B18: '1', B19: '1' })
    const page = doneBy(await workItemPage(officer(), everything))
    expect([page.counting, page.sums.done, Number(page.sums.cost), Number(page.sums.labour)]).toEqual([3, '2', 93, 114])
    const narrowed = { ...everything, filter: { column: 'purpose', value: 'new-rural' } }
    expect(doneBy(await workItemPage(officer(), narrowed)).total).toBe(1)
    expect(doneBy(await workItemPage(officer(), { ...everything, words: 'den duong' })).total).toBe(3)
    expect(doneBy(await workItemPage(officer(), { ...everything, year: 2025 })).total).toBe(0)
  })
  test.each([
    ['done before it began', { doneOn: localDate('2026-07-31') }, 'done-before-it-began'],
    ['done on a day to come', { doneOn: addDays(localDate('2026-12-30'), 1) }, 'done-not-come'],
    ['under no known drive', { campaign: newId<'Sheet'>() }, 'no-such-campaign'],
  ])('%s is refused', async (_, change, code) => {
    expect(answerOf(await recordWorkItem(officer(), newId(), { ...item, ...change }))).toBe(code)
  })
  test('two officers on one sheet: the second is told; a second press is the same; another entry is asked about', async () => {
    const id = newId<'Sheet'>()
    const sent = await Promise.all([recordWorkItem(officer(), id, item), recordWorkItem(officer(), id, item)])
    expect(sent.map(answerOf)).toEqual(['done', 'done'])
    expect(answerOf(await recordWorkItem(officer(), id, { ...item, title: 'Khác' }))).toBe('sheet-used')
    expect(answerOf(await recordWorkItem(as(place.people.benDoOfficer), id, item))).toBe('not-found')
    const both = await Promise.all([
      correctWorkItem(officer(), id, 1, { ...item, title: 'Một' }),
      correctWorkItem(as(place.people.doiCheColleague), id, 1, { ...item, title: 'Hai' }),
    ])
    expect(both.map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
    expect(answerOf(await correctWorkItem(above(), id, 2, item))).toBe('forbidden')
    expect(answerOf(await voidWorkItem(above(), id, 2, 'x'))).toBe('forbidden')
    expect(answerOf(await voidWorkItem(officer(), id, 2, 'Gọi 0912 345 678'))).toBe('personal-number')
    doneBy(await voidWorkItem(officer(), id, 2, 'Ghi trùng'))
    expect(await counted(place.doiChe)).toEqual({})
  })
})
