import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now, quarter, submitNow } from '../../../tests/support/reports.ts'
import { moveAmendment, openAmendment } from './amendment-commands.server.ts'
import { acceptTogether, unacceptReport, unacceptTogether } from './bulk-accept-commands.server.ts'
import { acceptPage } from './bulk-accept-queries.server.ts'
import { acceptReport, publishReport } from './commands.server.ts'
import { explainFinding } from './entry-commands.server.ts'
import { provincePage } from './province-queries.server.ts'
import { withdrawReport } from './publication-commands.server.ts'
import { currentTemplate, type ReportId } from './report.ts'

const database = useDatabase()
const { as, answeringAll, typed, submitted, published, versionOf, statusOf } = desk(database)
const asked = { template: currentTemplate, period: quarter }
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)
const chosen = async (...ids: ReportId[]) =>
  Promise.all(ids.map(async (report) => ({ report, version: await versionOf(report) })))

/** A report whose sum does not add up and says why. */
async function explained(): Promise<ReportId> {
  const officer = place.people.cauGoOfficer
  const id = await typed(officer, { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' })
  const reason = 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7, chưa có kết quả.'
  doneBy(await explainFinding(as(officer), id, 'Q02:F01', reason))
  doneBy(await submitNow(as(officer), id))
  return id
}

async function summed(): Promise<number> {
  return doneBy(await provincePage(as(place.people.reviewer), quarter)).counted
}

describe('many reports are accepted in one go', () => {
  test('not one with cells missing: that one is looked at by itself', async () => {
    const short = await submitted(place.people.benDoOfficer, { F01: '10' })
    const page = doneBy(await acceptPage(as(place.people.reviewer), asked))
    expect([page.ready, page.byThemselves[0]?.found.short?.answered]).toEqual([[], 1])
    const [answered] = doneBy(await acceptTogether(as(place.people.reviewer), asked, await chosen(short)))
    expect(answered?.answer.kind).toBe('by-itself')
    expect(await statusOf(short)).toBe('submitted')
  })

  test('those that nothing asks about are offered, the others with their reason', async () => {
    await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    const odd = await explained()
    const page = doneBy(await acceptPage(as(place.people.reviewer), asked))
    expect(page.ready.map(({ name }) => name)).toEqual(['Xã Đồi Chè'])
    expect(page.byThemselves.map(({ row, found }) => [row.report, found.asking > 0, found.questions])).toEqual([
      [odd, true, 0],
    ])
  })

  test('each is answered by itself: what asks, what moved meanwhile, what is of another province', async () => {
    const clean = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    const moved = await submitted(place.people.benDoOfficer, await answeringAll({ D03: '5' }))
    const odd = await explained()
    const foreign = await submitted(place.people.otherOfficer, await answeringAll({ D03: '5' }))
    const asShown = await chosen(clean, moved, odd, foreign)
    doneBy(await acceptReport(as(place.people.secondReviewer), moved, await versionOf(moved)))
    const answers = doneBy(await acceptTogether(as(place.people.reviewer), asked, [...asShown, ...asShown]))
    expect(answers.map(({ report, answer }) => [report, answer.kind])).toEqual([
      [clean, 'accepted'],
      [moved, 'refused'],
      [odd, 'by-itself'],
    ])
    expect(await Promise.all([clean, odd, foreign].map(statusOf))).toEqual(['accepted', 'submitted', 'submitted'])
  })

  test('two officers at once: each report is accepted once, the other is told', async () => {
    const ids = [
      await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' })),
      await submitted(place.people.benDoOfficer, await answeringAll({ D03: '5' })),
    ]
    const asShown = await chosen(...ids)
    const both = await Promise.all(
      [place.people.reviewer, place.people.secondReviewer].map((one) => acceptTogether(as(one), asked, asShown)),
    )
    const kinds = both.flatMap((one) => doneBy(one)).map(({ answer }) => answer.kind)
    expect(kinds.toSorted()).toEqual(['accepted', 'accepted', 'refused', 'refused'])
    const events = await database.asOwner<{ n: number }>(
      `select count(*)::int as n from report_event where report_id = any($1) and move = 'accept'`,
      [ids],
    )
    expect(events).toEqual([{ n: 2 }])
  })

  test('is refused without a report, and forbidden to a commune and an administrator', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    expect(answerOf(await acceptTogether(as(place.people.reviewer), asked, []))).toBe('none-chosen')
    for (const person of [place.people.doiCheLeader, place.people.administrator])
      expect(answerOf(await acceptTogether(as(person), asked, await chosen(id)))).toBe('forbidden')
    expect(await statusOf(id)).toBe('submitted')
  })
})

describe('an acceptance is taken back', () => {
  test('within ten minutes, by who gave it; the sums follow and the history says both', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    doneBy(await acceptTogether(as(place.people.reviewer), asked, await chosen(id)))
    expect(await summed()).toBe(1)
    const { undoable } = doneBy(await acceptPage(as(place.people.reviewer, minutes(9)), asked))
    expect(undoable.map(({ report }) => report)).toEqual([id])
    expect(doneBy(await unacceptTogether(as(place.people.reviewer, minutes(9)), [id]))).toEqual({
      undone: 1,
      refusals: [],
    })
    expect([await statusOf(id), await summed()]).toEqual(['submitted', 0])
    const standing = await database.asOwner<{ standing: string }>(
      'select standing from figure_set where province_id = $1 and id = $2',
      [place.province, id],
    )
    expect(standing).toEqual([{ standing: 'handed-in' }])
    const moves = await database.asOwner<{ move: string }>(
      'select move from report_event where report_id = $1 order by n',
      [id],
    )
    expect(moves.map(({ move }) => move)).toEqual(['begin', 'submit', 'accept', 'unaccept'])
    doneBy(await acceptTogether(as(place.people.secondReviewer, minutes(20)), asked, await chosen(id)))
    expect(await statusOf(id)).toBe('accepted')
  })

  test('is refused after ten minutes, to a colleague, and once it is published', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    expect(answerOf(await unacceptReport(as(place.people.reviewer, minutes(11)), id))).toBe('too-late-to-undo')
    expect(answerOf(await unacceptReport(as(place.people.secondReviewer, minutes(1)), id))).toBe('accepted-by-another')
    doneBy(await publishReport(as(place.people.reviewer, minutes(2)), id, await versionOf(id)))
    expect(answerOf(await unacceptReport(as(place.people.reviewer, minutes(3)), id))).toBe('not-accepted-now')
    const public_ = await published(place.people.benDoOfficer, place.people.reviewer, await answeringAll({ D03: '5' }))
    expect(await statusOf(public_)).toBe('published')
  })

  test('is refused while it is being amended, and no longer once that was dropped', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    const officer = as(place.people.doiCheOfficer, minutes(1))
    doneBy(await openAmendment(officer, id, 'Đếm sót hai buổi ở thôn Núi, nay cộng lại từ sổ.'))
    const undo = () => unacceptReport(as(place.people.reviewer, minutes(2)), id)
    expect(answerOf(await undo())).toBe('is-amended')
    expect(doneBy(await acceptPage(as(place.people.reviewer, minutes(2)), asked)).undoable).toEqual([])
    expect(await statusOf(id)).toBe('accepted')
    doneBy(await moveAmendment(officer, id, 1, { move: 'drop', version: 1, note: 'Số đã nhận là đúng.' }))
    expect(answerOf(await undo())).toBe('done')
  })

  test('is refused once it was published, though it was withdrawn since', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    const reviewer = as(place.people.reviewer)
    doneBy(await acceptReport(reviewer, id, await versionOf(id)))
    doneBy(await publishReport(reviewer, id, await versionOf(id)))
    doneBy(await withdrawReport(reviewer, id, await versionOf(id), 'Số của thôn Núi phải đếm lại.'))
    expect(await statusOf(id)).toBe('accepted')
    expect(answerOf(await unacceptReport(as(place.people.reviewer, minutes(3)), id))).toBe('was-published')
  })

  test('is forbidden to the unit itself and not there for another province', async () => {
    const id = await submitted(place.people.doiCheOfficer, await answeringAll({ D03: '5' }))
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    expect(answerOf(await unacceptReport(as(place.people.doiCheLeader, minutes(1)), id))).toBe('forbidden')
    expect(answerOf(await unacceptTogether(as(place.people.doiCheLeader, minutes(1)), [id]))).toBe('forbidden')
    expect(answerOf(await unacceptReport(as(place.people.otherReviewer, minutes(1)), id))).toBe('not-found')
    expect(await statusOf(id)).toBe('accepted')
  })
})
