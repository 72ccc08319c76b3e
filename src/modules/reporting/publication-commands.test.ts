import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now } from '../../../tests/support/reports.ts'
import { moveAmendment, openAmendment } from './amendment-commands.server.ts'
import { saveAmendment } from './amendment-entry-commands.server.ts'
import { unacceptReport } from './bulk-accept-commands.server.ts'
import { acceptReport, publishReport } from './commands.server.ts'
import {
  cancelPublicationPlan,
  planPublication,
  publishPlanned,
  withdrawReport,
} from './publication-commands.server.ts'
import {
  formerVersion,
  formerVersions,
  publishedReport,
  publishedReports,
  withdrawalNotice,
} from './public-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, submitted, accepted, published, versionOf, statusOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const moment = new Date('2026-11-25T01:00:00Z')
const after = new Date('2026-11-25T01:00:30Z')
const why = 'Số hòa giải ghi nhầm của xã bên, đang đối chiếu.'

const ofAccepted = () => accepted(place.people.doiCheOfficer, place.people.reviewer, { C01: '3' })
const ofPublished = () => published(place.people.doiCheOfficer, place.people.reviewer, { C01: '3' })

async function codeOf(): Promise<string> {
  const [unit] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [
    place.people.doiCheOfficer.unit,
  ])
  return unit?.code ?? ''
}

async function plan(id: ReportId, who: keyof TestProvince['people'] = 'reviewer', at: Date | null = moment) {
  return planPublication(as(place.people[who]), id, await versionOf(id), at)
}

describe('a publication that waits for its moment', () => {
  test('done: nothing is public before, the round puts it out once its moment has come, and only once', async () => {
    const id = await ofAccepted()
    doneBy(await plan(id))
    const { province } = place.people.reviewer
    expect(await publishPlanned(database.db, province, now)).toBe(0)
    expect(await publishedReport(database.db, await codeOf(), id)).toBeNull()
    expect(await withdrawalNotice(database.db, await codeOf(), id)).toBeNull()
    expect(await publishPlanned(database.db, province, after)).toBe(1)
    expect(await publishPlanned(database.db, province, after)).toBe(0)
    const found = await publishedReport(database.db, await codeOf(), id)
    expect(found).toMatchObject({ publishedOn: '2026-11-25', acceptedOn: '2026-10-07' })
    expect(await statusOf(id)).toBe('published')
    const [set] = await database.asOwner<{ standing: string }>('select standing from figure_set where id = $1', [id])
    expect(set?.standing).toBe('published')
    const page = doneBy(await reportPage(as(place.people.reviewer), id))
    expect(page.events[0]).toMatchObject({ move: 'publish', to: 'published', at: after })
  })

  test('done: another moment takes the place of the first, and a cancelled one never comes', async () => {
    const id = await ofAccepted()
    doneBy(await plan(id))
    doneBy(await plan(id, 'doiCheLeader', new Date('2026-12-01T01:00:00Z')))
    expect(await publishPlanned(database.db, place.people.reviewer.province, after)).toBe(0)
    doneBy(await cancelPublicationPlan(as(place.people.reviewer), id))
    expect(await publishPlanned(database.db, place.people.reviewer.province, new Date('2027-01-01'))).toBe(0)
    expect(answerOf(await cancelPublicationPlan(as(place.people.reviewer), id))).toBe('nothing-planned')
  })

  test('lapses when the acceptance was taken back and given anew: nobody planned what it says now', async () => {
    const id = await ofAccepted()
    doneBy(await plan(id))
    doneBy(await unacceptReport(as(place.people.reviewer, new Date('2026-10-07T02:01:00Z')), id))
    const later = as(place.people.reviewer, new Date('2026-10-07T02:02:00Z'))
    doneBy(await acceptReport(later, id, await versionOf(id)))
    expect(await publishPlanned(database.db, place.people.reviewer.province, after)).toBe(0)
    expect(await statusOf(id)).toBe('accepted')
    expect(answerOf(await cancelPublicationPlan(later, id))).toBe('nothing-planned')
  })

  test('publishing now takes the plan with it', async () => {
    const id = await ofAccepted()
    doneBy(await plan(id))
    doneBy(await publishReport(as(place.people.reviewer), id, await versionOf(id)))
    expect(await database.asOwner('select from publication_plan where report_id = $1', [id])).toHaveLength(0)
  })

  test('refused: a moment that passed or is not read, a report that is not accepted, a page that is old', async () => {
    const id = await ofAccepted()
    expect(answerOf(await plan(id, 'reviewer', new Date('2026-10-01')))).toBe('moment-passed')
    expect(answerOf(await plan(id, 'reviewer', null))).toBe('moment-not-read')
    expect(answerOf(await planPublication(as(place.people.reviewer), id, 0, moment))).toBe('changed-meanwhile')
    const sent = await submitted(place.people.benDoOfficer, { C01: '1' })
    expect(answerOf(await plan(sent))).toBe('not-now')
  })

  test('forbidden: the officer of the unit and a neighbour plan nothing and cancel nothing', async () => {
    const id = await ofAccepted()
    expect(answerOf(await plan(id, 'doiCheOfficer'))).toBe('forbidden')
    expect(answerOf(await plan(id, 'benDoOfficer'))).toMatch(/forbidden|not-found/)
    doneBy(await plan(id))
    expect(answerOf(await cancelPublicationPlan(as(place.people.doiCheOfficer), id))).toBe('forbidden')
  })
})

describe('a publication that is taken back', () => {
  test('done: its address says that, when and why; nothing of its figures is public; its sums count on', async () => {
    const id = await ofPublished()
    const code = await codeOf()
    doneBy(await withdrawReport(as(place.people.reviewer), id, await versionOf(id), why))
    expect(await publishedReport(database.db, code, id)).toBeNull()
    expect(await withdrawalNotice(database.db, code, id)).toMatchObject({
      why,
      withdrawnAt: now,
      publishedOn: '2026-10-07',
    })
    const listed = (await publishedReports(database.db, '', 1)).reports
    expect(listed.filter(({ path }) => path.endsWith(id))).toEqual([])
    expect(await statusOf(id)).toBe('accepted')
    const [set] = await database.asOwner<{ standing: string }>('select standing from figure_set where id = $1', [id])
    expect(set?.standing).toBe('accepted')
    const page = doneBy(await reportPage(as(place.people.doiCheOfficer), id))
    expect(page.events[0]).toMatchObject({ move: 'withdraw', note: why })
  })

  test('done: published again, the notice goes, and the day of acceptance stays what it was', async () => {
    const id = await ofPublished()
    doneBy(await withdrawReport(as(place.people.doiCheLeader), id, await versionOf(id), why))
    const later = as(place.people.reviewer, new Date('2026-11-01T02:00:00Z'))
    doneBy(await publishReport(later, id, await versionOf(id)))
    expect(await withdrawalNotice(database.db, await codeOf(), id)).toBeNull()
    const found = await publishedReport(database.db, await codeOf(), id)
    expect(found).toMatchObject({ publishedOn: '2026-11-01', acceptedOn: '2026-10-07' })
  })

  test('the former versions go with it', async () => {
    const id = await ofPublished()
    const officer = as(place.people.doiCheOfficer)
    const was = { raw: '3', note: '', why: '' }
    const entry = { cell: { code: 'C01', dimension: '' }, raw: '5', note: '', why: '', was }
    doneBy(await openAmendment(officer, id, why))
    doneBy(await saveAmendment(officer, id, 1, [entry]))
    doneBy(await moveAmendment(officer, id, 1, { move: 'hand-in', version: 2, note: '' }))
    doneBy(await moveAmendment(as(place.people.reviewer), id, 1, { move: 'accept', version: 3, note: '' }))
    expect(await formerVersions(database.db, id)).toMatchObject([{ n: 0, why }])
    expect((await formerVersion(database.db, await codeOf(), id, 0))?.content.amendment).toBeUndefined()
    doneBy(await withdrawReport(as(place.people.reviewer), id, await versionOf(id), why))
    expect(await formerVersions(database.db, id)).toEqual([])
    expect(await formerVersion(database.db, await codeOf(), id, 0)).toBeNull()
  })

  test('refused: without a reason, with a telephone number in it, or what is not public', async () => {
    const id = await ofPublished()
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await withdrawReport(reviewer, id, await versionOf(id), 'sai'))).toBe('withdrawal-without-reason')
    const phone = 'Hỏi bà Năm số 0912345678 thì rõ'
    expect(answerOf(await withdrawReport(reviewer, id, await versionOf(id), phone))).toBe('personal-number')
    const inside = await accepted(place.people.benDoOfficer, place.people.reviewer, { C01: '1' })
    expect(answerOf(await withdrawReport(reviewer, inside, await versionOf(inside), why))).toBe('not-now')
  })

  test('forbidden: an officer of the unit takes nothing back', async () => {
    const id = await ofPublished()
    expect(answerOf(await withdrawReport(as(place.people.doiCheOfficer), id, await versionOf(id), why))).toBe(
      'forbidden',
    )
  })
})
