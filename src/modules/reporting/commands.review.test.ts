import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { previousPeriod } from '#kernel/period.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, now, quarter, type Typed, submitNow } from '../../../tests/support/reports.ts'
import { acceptReport, publishReport, recallReport, returnReport } from './commands.server.ts'
import { explainFinding, saveCells } from './entry-commands.server.ts'
import { answerQuestion } from './question-commands.server.ts'
import type { ReportContent } from './content.ts'
import { cellPanel, reportPage } from './queries.server.ts'
import { publishedReport } from './public-queries.server.ts'
import type { QuestionId, ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, published, versionOf, statusOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const unequal = { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' }
const reason = 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7, chưa có kết quả.'
const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Tổng này có tính hồ sơ trực tuyến không?' }]

type Who = keyof TestProvince['people']

async function pageOf(id: ReportId, who: Who = 'doiCheOfficer') {
  return doneBy(await reportPage(as(place.people[who]), id))
}

async function returned(texts: Typed = { F01: '10' }): Promise<{ id: ReportId; asked: QuestionId }> {
  const id = await submitted(place.people.doiCheOfficer, texts)
  doneBy(await returnReport(as(place.people.reviewer), id, await versionOf(id), question))
  const [asked] = (await pageOf(id)).questions
  if (!asked) throw new Error('no question')
  return { id, asked: asked.id }
}

async function answered(id: ReportId, asked: QuestionId): Promise<void> {
  doneBy(await answerQuestion(as(place.people.doiCheOfficer), id, asked, 'Có, tính cả hai cách nộp.'))
}

function rawOf(content: ReportContent | null, code: string): string | undefined {
  return content?.lines.find((line) => line.cell.code === code)?.figure.raw
}

describe('a commune submits its report', () => {
  test('that says nothing at all is refused, and a stated zero or a note of why there is no number lets it through', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    expect(answerOf(await submitNow(as(officer), id))).toBe('says-nothing')
    expect(await statusOf(id)).toBe('draft')
    const [cell] = entries({ F01: '' })
    if (!cell) throw new Error('no cell')
    doneBy(await saveCells(as(officer), id, [{ ...cell, note: 'Sổ bị ướt trong trận lũ, đang chép lại' }]))
    expect((await pageOf(id)).cells).toMatchObject({ answered: 0, least: 100 })
    doneBy(await submitNow(as(officer), id))
    const other = place.people.benDoOfficer
    const zero = await typed(other, { F01: '0' })
    doneBy(await submitNow(as(other), zero))
    expect(await statusOf(zero)).toBe('submitted')
  })

  test('the reviewer gets a copy, and the history says who submitted when', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '1.240' })
    const page = await pageOf(id, 'reviewer')
    expect(page).toMatchObject({ isLive: false, mayEnter: false, moves: ['return', 'accept'] })
    expect(rawOf(page.content, 'F01')).toBe('1.240')
    expect(page.events[0]).toMatchObject({ move: 'submit', by: 'Trần Thị Ổi', at: now, to: 'submitted' })
  })

  test('the leader of the commune may submit what the officer typed', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10' })
    expect(answerOf(await submitNow(as(place.people.doiCheLeader), id))).toBe('done')
  })

  test('before it is submitted the reviewer sees no figure of it', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10' })
    const page = await pageOf(id, 'reviewer')
    expect(page.content).toBeNull()
    expect(await cellPanel(as(place.people.reviewer), page, { code: 'F01', dimension: '' })).toBeNull()
  })

  test('a figure that must be corrected is named and holds it back, whatever is written', async () => {
    const id = await typed(place.people.doiCheOfficer, { I05: '5', I06: '9', F06: 'mười mấy' })
    expect(await submitNow(as(place.people.doiCheOfficer), id)).toEqual({
      ok: false,
      kind: 'refused',
      refusal: { code: 'does-not-add-up', keys: ['Q03:I06-I05', 'Q16:F06'] },
    })
    expect(await statusOf(id)).toBe('draft')
    expect(await database.asOwner('select from report_copy where report_id = $1', [id])).toHaveLength(0)
  })

  test('a sum that does not close holds it back until it is explained; the copy carries the explanation', async () => {
    const officer = as(place.people.doiCheOfficer)
    const id = await typed(place.people.doiCheOfficer, unequal)
    expect(answerOf(await submitNow(officer, id))).toBe('does-not-add-up')
    doneBy(await explainFinding(officer, id, 'Q02:F01', reason))
    expect(answerOf(await submitNow(officer, id))).toBe('done')
    const finding = (await pageOf(id, 'reviewer')).content?.findings.find((one) => one.key === 'Q02:F01')
    expect(finding).toMatchObject({ verdict: 'fails', explanation: { text: reason, by: 'Trần Thị Ổi' } })
  })

  test('an explanation whose sum was corrected is neither in the copy nor kept', async () => {
    const officer = as(place.people.doiCheOfficer)
    const id = await typed(place.people.doiCheOfficer, unequal)
    doneBy(await explainFinding(officer, id, 'Q02:F01', reason))
    doneBy(await saveCells(officer, id, entries({ F08: '5' }, { F08: '0' })))
    doneBy(await submitNow(officer, id))
    const findings = (await pageOf(id, 'reviewer')).content?.findings ?? []
    expect(findings.find((one) => one.key === 'Q02:F01')).toMatchObject({ verdict: 'holds', explanation: null })
    expect(await database.asOwner('select from report_explanation where report_id = $1', [id])).toHaveLength(0)
  })

  test('a question that nobody answered holds it back', async () => {
    const { id, asked } = await returned()
    expect(await submitNow(as(place.people.doiCheOfficer), id)).toEqual({
      ok: false,
      kind: 'refused',
      refusal: { code: 'questions-unanswered', count: 1 },
    })
    await answered(id, asked)
    expect(answerOf(await submitNow(as(place.people.doiCheOfficer), id))).toBe('done')
  })

  test('pressing twice submits once', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10' })
    const answers = await Promise.all([
      submitNow(as(place.people.doiCheOfficer), id),
      submitNow(as(place.people.doiCheLeader), id),
    ])
    expect(answers.map(answerOf).sort()).toEqual(['done', 'not-now'])
    expect(await database.asOwner('select from report_copy where report_id = $1', [id])).toHaveLength(1)
  })
})

describe('a commune takes its report back', () => {
  test('it is a draft again and can be typed into', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    expect(answerOf(await recallReport(as(place.people.doiCheOfficer), id, await versionOf(id)))).toBe('done')
    expect(await pageOf(id)).toMatchObject({ isLive: true, mayEnter: true, report: { status: 'draft' } })
  })

  test('from an old page it is refused', async () => {
    const id = await submitted(place.people.doiCheOfficer)
    expect(answerOf(await recallReport(as(place.people.doiCheOfficer), id, (await versionOf(id)) - 1))).toBe(
      'changed-meanwhile',
    )
  })

  test('once it was accepted it is too late', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer)
    expect(await recallReport(as(place.people.doiCheOfficer), id, await versionOf(id))).toEqual({
      ok: false,
      kind: 'refused',
      refusal: { code: 'not-now', status: 'accepted' },
    })
  })

  test('a reviewer who still has the page of before cannot accept it, even when it was submitted again', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    const before = await versionOf(id)
    doneBy(await recallReport(as(place.people.doiCheOfficer), id, before))
    expect(answerOf(await acceptReport(as(place.people.reviewer), id, before))).toBe('not-now')
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '11' }, { F01: '10' })))
    doneBy(await submitNow(as(place.people.doiCheOfficer), id))
    expect(answerOf(await acceptReport(as(place.people.reviewer), id, before))).toBe('changed-meanwhile')
    expect(answerOf(await returnReport(as(place.people.reviewer), id, before, question))).toBe('changed-meanwhile')
    expect(await statusOf(id)).toBe('submitted')
    expect(answerOf(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))).toBe('done')
  })

  test('taking back and accepting at the same moment: one of them is told', async () => {
    const id = await submitted(place.people.doiCheOfficer)
    const version = await versionOf(id)
    const answers = await Promise.all([
      recallReport(as(place.people.doiCheOfficer), id, version),
      acceptReport(as(place.people.reviewer), id, version),
    ])
    expect(answers.map(answerOf).sort()).toEqual(['done', 'not-now'])
    expect(await statusOf(id)).toBe(answers[0]?.ok ? 'draft' : 'accepted')
  })
})

describe('the province sends a report back', () => {
  test('the commune reads the question on its cell and may type again', async () => {
    const { id } = await returned()
    const page = await pageOf(id)
    expect(page).toMatchObject({ mayEnter: true, isLive: true, report: { status: 'returned' } })
    expect(page.questions).toMatchObject([
      {
        cell: { code: 'F01', dimension: '' },
        status: 'open',
        messages: [{ text: question[0]?.text, by: 'Phạm Văn Duyệt', fromReviewer: true }],
      },
    ])
  })

  test.each([
    ['no question', [], 'no-question'],
    ['a question on a line that the template does not carry', [{ cell: 'H07', text: 'Vì sao?' }], 'no-question'],
    ['a question of four characters', [{ cell: 'F01', text: ' Sai? ' }], 'question-too-short'],
  ])('%s is refused', async (_, asked, code) => {
    const id = await submitted(place.people.doiCheOfficer)
    const questions = asked.map((one) => ({ ...one, cell: { code: one.cell, dimension: '' } }))
    const outcome = await returnReport(as(place.people.reviewer), id, await versionOf(id), questions)
    expect(answerOf(outcome)).toBe(code)
    expect(await statusOf(id)).toBe('submitted')
    expect(await database.asOwner('select from report_question where report_id = $1', [id])).toHaveLength(0)
  })

  test('from an old page, and twice, it is refused', async () => {
    const { id } = await returned()
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await returnReport(reviewer, id, await versionOf(id), question))).toBe('not-now')
    const other = await submitted(place.people.benDoOfficer)
    expect(answerOf(await returnReport(reviewer, other, 1, question))).toBe('changed-meanwhile')
  })

  test('the copy that was submitted does not move while the commune corrects its figures', async () => {
    const { id } = await returned({ F01: '10' })
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '12' }, { F01: '10' })))
    expect(rawOf((await pageOf(id)).content, 'F01')).toBe('12')
    const seen = await pageOf(id, 'reviewer')
    expect(rawOf(seen.content, 'F01')).toBe('10')
    const panel = await cellPanel(as(place.people.reviewer), seen, { code: 'F01', dimension: '' })
    expect(panel?.line.figure.raw).toBe('10')
    expect(panel?.history.map((change) => change.raw)).toEqual(['10'])
  })

  test('each submission has its own copy, and the newest is the one decided on', async () => {
    const { id, asked } = await returned({ F01: '10' })
    await answered(id, asked)
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '12' }, { F01: '10' })))
    doneBy(await submitNow(as(place.people.doiCheOfficer), id))
    const copies = await database.asOwner<{ content: ReportContent }>(
      'select content from report_copy where report_id = $1 order by n',
      [id],
    )
    expect(copies.map((copy) => rawOf(copy.content, 'F01'))).toEqual(['10', '12'])
    const seen = await pageOf(id, 'reviewer')
    expect(rawOf(seen.content, 'F01')).toBe('12')
    const panel = await cellPanel(as(place.people.reviewer), seen, { code: 'F01', dimension: '' })
    expect(panel?.history.map((change) => [change.raw, change.by])).toEqual([
      ['12', 'Trần Thị Ổi'],
      ['10', 'Trần Thị Ổi'],
    ])
  })
})

describe('a commune answers a question', () => {
  test('the answer stands under the question and settles with the acceptance', async () => {
    const { id, asked } = await returned()
    await answered(id, asked)
    expect((await pageOf(id)).questions).toMatchObject([
      {
        status: 'answered',
        messages: [{ fromReviewer: true }, { text: 'Có, tính cả hai cách nộp.', by: 'Trần Thị Ổi' }],
      },
    ])
    doneBy(await submitNow(as(place.people.doiCheOfficer), id))
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    expect((await pageOf(id)).questions).toMatchObject([{ status: 'settled' }])
  })

  test('two officers answering at the same moment: both answers stand', async () => {
    const { id, asked } = await returned()
    const answers = await Promise.all([
      answerQuestion(as(place.people.doiCheOfficer), id, asked, 'Có, tính cả hai cách nộp.'),
      answerQuestion(as(place.people.doiCheLeader), id, asked, 'Đúng như cán bộ xã trả lời.'),
    ])
    expect(answers.map(answerOf)).toEqual(['done', 'done'])
    expect((await pageOf(id)).questions[0]?.messages).toHaveLength(3)
  })

  test('an empty answer is refused, a question of another report is not found', async () => {
    const { id, asked } = await returned()
    const officer = as(place.people.doiCheOfficer)
    expect(answerOf(await answerQuestion(officer, id, asked, ' \u200b\n '))).toBe('answer-empty')
    expect(answerOf(await answerQuestion(officer, id, newId<'Question'>(), 'Có.'))).toBe('not-found')
    const other = await typed(place.people.benDoOfficer, { F01: '3' })
    expect(answerOf(await answerQuestion(as(place.people.benDoOfficer), other, asked, 'Có.'))).toBe('not-found')
  })

  test('after the report was submitted again an answer may be added to, until the reviewer has settled the question', async () => {
    const { id, asked } = await returned()
    await answered(id, asked)
    doneBy(await submitNow(as(place.people.doiCheOfficer), id))
    doneBy(await answerQuestion(as(place.people.doiCheOfficer), id, asked, 'Thêm nữa.'))
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    expect(answerOf(await answerQuestion(as(place.people.doiCheOfficer), id, asked, 'Lại thêm.'))).toBe(
      'question-settled',
    )
  })
})

describe('the province accepts a report', () => {
  test('the history says who accepted it, and its unit may no longer move it', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '10' })
    const page = await pageOf(id)
    expect(page.events[0]).toMatchObject({ move: 'accept', by: 'Phạm Văn Duyệt', to: 'accepted' })
    expect(page).toMatchObject({ moves: [], mayEnter: false, publicPath: null })
  })

  test('a draft is not accepted', async () => {
    const id = await begun(place.people.doiCheOfficer)
    expect(answerOf(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))).toBe('not-now')
  })

  test.each([
    ['accept', 'accept'],
    ['accept', 'return'],
  ])('two reviewers deciding at once (%s, %s): one is done, the other is told that it has moved', async (...steps) => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    const version = await versionOf(id)
    const deciding = steps.map((step, index) => {
      const ctx = as(index === 0 ? place.people.reviewer : place.people.secondReviewer)
      return step === 'accept' ? acceptReport(ctx, id, version) : returnReport(ctx, id, version, question)
    })
    const answers = await Promise.all(deciding)
    expect(answers.map(answerOf).sort()).toEqual(['done', 'not-now'])
    expect((await pageOf(id)).events.map((event) => event.move)).toHaveLength(3)
  })

  test('the province’s own report is accepted by its leader, not by the officer who typed it', async () => {
    const id = await submitted(place.people.reviewer, { A10: '3' })
    const version = await versionOf(id)
    expect(answerOf(await acceptReport(as(place.people.reviewer), id, version))).toBe('forbidden')
    expect(answerOf(await acceptReport(as(place.people.provinceLeader), id, version))).toBe('done')
  })
})

describe('an accepted report is published', () => {
  test('everybody reads exactly what was accepted, with both dates', async () => {
    const id = await published(place.people.doiCheOfficer, place.people.reviewer, { F01: 'trên 1.240' })
    const path = (await pageOf(id)).publicPath
    const code = path?.split('/')[2] ?? ''
    const found = await publishedReport(database.db, code, id)
    expect(found).toMatchObject({ publishedOn: '2026-10-07', acceptedOn: '2026-10-07' })
    expect(rawOf(found?.content ?? null, 'F01')).toBe('trên 1.240')
    const [copy] = await database.asOwner<{ same: boolean }>(
      `select publication.content = report_copy.content as same from publication join report_copy using (province_id, report_id)
       where report_id = $1`,
      [id],
    )
    expect(copy?.same).toBe(true)
  })

  test('the leader of the commune may publish, its officer may not', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer)
    const version = await versionOf(id)
    expect(answerOf(await publishReport(as(place.people.doiCheOfficer), id, version))).toBe('forbidden')
    expect(answerOf(await publishReport(as(place.people.doiCheLeader), id, version))).toBe('done')
  })

  test('not before it was accepted, not from an old page, not twice', async () => {
    const id = await submitted(place.people.doiCheOfficer)
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await publishReport(reviewer, id, await versionOf(id)))).toBe('not-now')
    doneBy(await acceptReport(reviewer, id, await versionOf(id)))
    expect(answerOf(await publishReport(reviewer, id, (await versionOf(id)) - 1))).toBe('changed-meanwhile')
    const version = await versionOf(id)
    const answers = await Promise.all([publishReport(reviewer, id, version), publishReport(reviewer, id, version)])
    expect(answers.map(answerOf).sort()).toEqual(['done', 'not-now'])
  })

  test('at any address but its own there is nothing', async () => {
    const id = await published(place.people.doiCheOfficer, place.people.reviewer)
    const hidden = await accepted(place.people.benDoOfficer, place.people.reviewer)
    const code = (await pageOf(id)).publicPath?.split('/')[2] ?? ''
    expect(await publishedReport(database.db, code, newId<'Report'>())).toBeNull()
    expect(await publishedReport(database.db, 'huyen-kim-son', id)).toBeNull()
    expect(await publishedReport(database.db, code, hidden)).toBeNull()
    expect(await publishedReport(database.db, code, `${id}'--`)).toBeNull()
  })
})

describe('nobody moves a report that is not theirs to move', () => {
  const asked = newId<'Question'>()
  const moves: Record<
    string,
    {
      in: 'draft' | 'submitted' | 'accepted' | 'returned'
      by: (who: Who, id: ReportId, version: number) => Promise<unknown>
    }
  > = {
    submitReport: { in: 'draft', by: (who, id) => submitNow(as(place.people[who]), id) },
    recallReport: { in: 'submitted', by: (who, id, version) => recallReport(as(place.people[who]), id, version) },
    returnReport: {
      in: 'submitted',
      by: (who, id, version) => returnReport(as(place.people[who]), id, version, question),
    },
    acceptReport: { in: 'submitted', by: (who, id, version) => acceptReport(as(place.people[who]), id, version) },
    publishReport: { in: 'accepted', by: (who, id, version) => publishReport(as(place.people[who]), id, version) },
    answerQuestion: {
      in: 'returned',
      by: (who, id) => answerQuestion(as(place.people[who]), id, asked, 'Có, tính cả.'),
    },
  }
  const own = ['doiCheOfficer', 'doiCheLeader'] as const
  const above = ['reviewer', 'provinceLeader'] as const
  const forbiddenTo: Record<string, readonly Who[]> = {
    submitReport: above,
    recallReport: above,
    returnReport: own,
    acceptReport: own,
    publishReport: ['doiCheOfficer'],
    answerQuestion: above,
  }
  const strangers = ['benDoOfficer', 'otherOfficer', 'otherLeader', 'otherReviewer', 'otherProvinceLeader'] as const

  async function madeFor(status: string): Promise<ReportId> {
    if (status === 'draft') return typed(place.people.doiCheOfficer, { F01: '10' })
    if (status === 'submitted') return submitted(place.people.doiCheOfficer, { F01: '10' })
    if (status === 'returned') return (await returned()).id
    return accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '10' })
  }

  test.each(Object.keys(moves))('%s', async (command) => {
    const move = moves[command]
    if (!move) throw new Error(command)
    const id = await madeFor(move.in)
    const before = { version: await versionOf(id), audit: await database.asOwner('select from audit') }
    const answers = async (people: readonly Who[]) =>
      Promise.all(people.map(async (who) => answerOf((await move.by(who, id, before.version)) as never)))
    const no = [...(forbiddenTo[command] ?? []), 'administrator' as const]
    expect(await answers(no)).toEqual(no.map(() => 'forbidden'))
    // Row security already hides the report from other communes and provinces: not even its existence is told.
    expect(await answers([...strangers, 'otherAdministrator'])).toEqual([...strangers, ''].map(() => 'not-found'))
    expect(await versionOf(id)).toBe(before.version)
    expect(await database.asOwner('select from audit')).toHaveLength(before.audit.length)
  })

  test('nobody else reads it either', async () => {
    const id = await submitted(place.people.doiCheOfficer, { F01: '10' })
    const answer = async (who: Who) => answerOf(await reportPage(as(place.people[who]), id))
    expect(await Promise.all((['doiCheLeader', 'reviewer', 'provinceLeader'] as const).map(answer))).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(await answer('administrator')).toBe('forbidden')
    expect(await Promise.all(strangers.map(answer))).toEqual(strangers.map(() => 'not-found'))
  })
})

test('last quarter’s figure stands beside this quarter’s once it was accepted, and never while it is a draft', async () => {
  const before = previousPeriod(quarter)
  if (!before) throw new Error('no quarter before')
  const previous = async (id: ReportId) =>
    (await pageOf(id)).content?.lines.find((one) => one.cell.code === 'F01')?.previous
  const last = await typed(place.people.doiCheOfficer, { F01: 'trên 900' }, before)
  const id = await typed(place.people.doiCheOfficer, { F01: '1.240' })
  expect(await previous(id)).toBeNull()
  doneBy(await submitNow(as(place.people.doiCheOfficer), last))
  doneBy(await acceptReport(as(place.people.reviewer), last, await versionOf(last)))
  expect(await previous(id)).toMatchObject({ state: 'reported', qualifier: 'over' })
})

test('an explanation stands only while its numbers do', async () => {
  const officer = as(place.people.doiCheOfficer)
  const id = await typed(place.people.doiCheOfficer, {
    F01: '100',
    F05: '0',
    F06: '90',
    F07: '0',
    F08: '0',
    F09: '0',
    F11: '0',
  })
  doneBy(await explainFinding(officer, id, 'Q02:F01', 'Mười hồ sơ chuyển sang quý sau theo hẹn của dân.'))
  doneBy(await saveCells(officer, id, [...entries({ F01: '900' }, { F01: '100' })]))
  expect(answerOf(await submitNow(officer, id))).toBe('does-not-add-up')
})

test('a period that has not ended is not submitted, and what was typed stays', async () => {
  const early = as(place.people.doiCheOfficer, new Date('2026-09-30T02:00:00Z'))
  const id = await typed(place.people.doiCheOfficer, { F01: '1.240' })
  expect(answerOf(await submitNow(early, id))).toBe('period-not-ended')
})

test('a telephone or identity number is not kept in notes, explanations, questions or answers', async () => {
  const officer = as(place.people.doiCheOfficer)
  const id = await typed(place.people.doiCheOfficer, {
    F01: '100',
    F06: '90',
    F05: '0',
    F07: '0',
    F08: '0',
    F09: '0',
    F11: '0',
  })
  const withNumber = 'Gọi 0912 345 678 để hỏi rõ về mười hồ sơ này.'
  expect(answerOf(await explainFinding(officer, id, 'Q02:F01', withNumber))).toBe('personal-number')
  const noted = entries({ D01: '1' }).map((entry) => ({ ...entry, note: withNumber }))
  expect(answerOf(await saveCells(officer, id, noted))).toBe('personal-number')
})
