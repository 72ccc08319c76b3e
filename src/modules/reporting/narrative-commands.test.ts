import { beforeEach, describe, expect, test } from 'vitest'
import { quarterOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, submitNow } from '../../../tests/support/reports.ts'
import { recallReport } from './commands.server.ts'
import { saveCells } from './entry-commands.server.ts'
import { restoreSection, saveSections } from './narrative-commands.server.ts'
import { longestSection } from './narrative-section.ts'
import { narrativePage, paragraphsOf, sectionHistory } from './narrative-queries.server.ts'
import { wordsOf } from './narrative.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, typed, published, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const written = (text: string, seen = 0, section = 'ket-qua') => [{ section, text, seen }]
const officer = () => as(place.people.doiCheOfficer)

async function proseFor(ctx: ReturnType<typeof officer>, id: ReportId): Promise<string[]> {
  const page = doneBy(await reportPage(ctx, id))
  return (page.content?.prose ?? []).map(wordsOf)
}

describe('an officer writes the words of a report', () => {
  test('a cited number prints what its cell says now, with its hedge', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: 'trên 3.200', D03: '4' })
    const text = 'Tiếp nhận [[F01]] hồ sơ; đối thoại [[D03]] cuộc.\nỞ dưới.'
    expect(doneBy(await saveSections(officer(), id, written(text)))).toEqual({ saved: 1 })
    expect(await proseFor(officer(), id)).toEqual(['Tiếp nhận trên 3.200 hồ sơ; đối thoại 4 cuộc.', 'Ở dưới.'])
    doneBy(await saveCells(officer(), id, entries({ D03: '5' }, { D03: '4' })))
    expect(await proseFor(officer(), id)).toEqual(['Tiếp nhận trên 3.200 hồ sơ; đối thoại 5 cuộc.', 'Ở dưới.'])
    const page = doneBy(await narrativePage(officer(), id))
    const section = page.sections.find(({ code }) => code === 'ket-qua')
    expect(section).toMatchObject({ text, n: 1, by: 'Trần Thị Ổi', isOwn: true })
    expect(section?.prose.filter((part) => 'said' in part).map((part) => 'said' in part && part.said)).toEqual([
      'trên 3.200',
      '4',
    ])
  })

  test('an unchanged section is not saved again, and each saving is a line of its history', async () => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await saveSections(officer(), id, [...written('Một.'), ...written('Tình hình ổn định.', 0, 'tinh-hinh')]))
    expect(doneBy(await saveSections(officer(), id, written('Một.', 1)))).toEqual({ saved: 0 })
    doneBy(await saveSections(officer(), id, written('Hai.', 1)))
    const history = doneBy(await sectionHistory(officer(), id, 'ket-qua'))
    expect(history.versions.map(({ n, by }) => [n, by])).toEqual([
      [2, 'Trần Thị Ổi'],
      [1, 'Trần Thị Ổi'],
    ])
    doneBy(await restoreSection(officer(), id, { section: 'ket-qua', n: 1, seen: 2 }))
    const page = doneBy(await narrativePage(officer(), id))
    expect(page.sections.find(({ code }) => code === 'ket-qua')).toMatchObject({ text: 'Một.', n: 3 })
    const kinds = await database.asOwner<{ kind: string }>(
      `select kind from audit where object_id = $1 and kind like 'prose-%' order by n`,
      [id],
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['prose-saved', 'prose-saved', 'prose-restored'])
  })

  test('two officers in one section: the second is told whose text stands there, and neither is lost', async () => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await saveSections(officer(), id, written('Lời của Ổi.')))
    const colleague = as(place.people.doiCheColleague)
    const answer = await saveSections(colleague, id, written('Lời của Ngữ.'))
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'sections-changed-by-another',
        sections: [{ section: 'ket-qua', text: 'Lời của Ổi.', by: 'Trần Thị Ổi', isOwn: false }],
      },
    })
    expect(await proseFor(colleague, id)).toEqual(['Lời của Ổi.'])
    doneBy(await saveSections(colleague, id, written('Lời của Ổi. Lời của Ngữ.', 1)))
    expect(await proseFor(officer(), id)).toEqual(['Lời của Ổi. Lời của Ngữ.'])
  })

  test.each([
    ['a cell that is not there', 'Có [[ZZ9]] hồ sơ.', 'citation-unknown'],
    ['a telephone number', 'Gọi 0912 345 678 để hỏi.', 'section-names-a-number'],
    ['an identity number', 'Ông Bưởi, 012345678901.', 'section-names-a-number'],
    ['more than a section holds', 'a'.repeat(longestSection + 1), 'section-too-long'],
  ])('%s is refused and nothing of the form is saved', async (_, text, code) => {
    const id = await begun(place.people.doiCheOfficer)
    const form = [...written('Được.', 0, 'tinh-hinh'), ...written(text)]
    expect(answerOf(await saveSections(officer(), id, form))).toBe(code)
    expect(await proseFor(officer(), id)).toEqual([])
  })

  test('a section that the template has not, and an earlier saving that never was, are refused', async () => {
    const id = await begun(place.people.doiCheOfficer)
    expect(answerOf(await saveSections(officer(), id, written('Lời.', 0, 'khong-co')))).toBe('section-unknown')
    const restore = (section: string, n: number, seen: number) => restoreSection(officer(), id, { section, n, seen })
    expect(answerOf(await restore('khong-co', 1, 1))).toBe('section-unknown')
    expect(answerOf(await restore('ket-qua', 1, 0))).toBe('version-unknown')
    doneBy(await saveSections(officer(), id, written('Một.')))
    expect(answerOf(await restore('ket-qua', 1, 0))).toBe('changed-meanwhile')
  })

  test.each([
    ['an officer of another commune', 'benDoOfficer', 'not-found'],
    ['the reviewer', 'reviewer', 'forbidden'],
    ['the leader of the province', 'provinceLeader', 'forbidden'],
    ['an administrator', 'administrator', 'forbidden'],
    ['an officer of another province', 'otherOfficer', 'not-found'],
  ] as const)('%s cannot write or take back for them', async (_, who, answer) => {
    const id = await begun(place.people.doiCheOfficer)
    doneBy(await saveSections(officer(), id, written('Một.')))
    const other = as(place.people[who])
    expect(answerOf(await saveSections(other, id, written('Xen vào.', 1)))).toBe(answer)
    expect(answerOf(await restoreSection(other, id, { section: 'ket-qua', n: 1, seen: 1 }))).toBe(answer)
    expect(await proseFor(officer(), id)).toEqual(['Một.'])
  })
})

describe('the words go with the report', () => {
  test('what was submitted stays as it was handed in, whatever is typed after a recall', async () => {
    const id = await typed(place.people.doiCheOfficer, { D03: '4' })
    doneBy(await saveSections(officer(), id, written('Đối thoại [[D03]] cuộc.')))
    const reviewer = as(place.people.reviewer)
    expect(await proseFor(reviewer, id)).toEqual([])
    expect(answerOf(await narrativePage(reviewer, id))).toBe('not-found')
    doneBy(await submitNow(officer(), id))
    expect(answerOf(await saveSections(officer(), id, written('Sửa.', 1)))).toBe('not-open-for-entry')
    expect(await proseFor(reviewer, id)).toEqual(['Đối thoại 4 cuộc.'])
    doneBy(await recallReport(officer(), id, await versionOf(id)))
    doneBy(await saveCells(officer(), id, entries({ D03: '6' }, { D03: '4' })))
    doneBy(await saveSections(officer(), id, written('Chim lạc, [[D03]] cuộc.', 1)))
    expect(await proseFor(reviewer, id)).toEqual(['Đối thoại 4 cuộc.'])
    expect(await proseFor(officer(), id)).toEqual(['Chim lạc, 6 cuộc.'])
    const seen = doneBy(await narrativePage(reviewer, id))
    expect(seen.ground).toBeNull()
    expect(JSON.stringify(seen.sections)).not.toContain('Chim lạc')
    expect(answerOf(await sectionHistory(reviewer, id, 'ket-qua'))).toBe('not-found')
  })

  test('the public page, the copy and `paragraphsOf` print the same words', async () => {
    const id = await typed(place.people.doiCheOfficer, { D03: '4' })
    doneBy(await saveSections(officer(), id, written('Đối thoại [[D03]] cuộc.')))
    expect(await published(place.people.doiCheOfficer, place.people.reviewer, { D04: '1' })).toBe(id)
    const [row] = await database.asOwner<{ prose: Parameters<typeof wordsOf>[0][] }>(
      `select content -> 'prose' as prose from publication where report_id = $1`,
      [id],
    )
    expect(row?.prose.map(wordsOf)).toEqual(['Đối thoại 4 cuộc.'])
    const { report } = doneBy(await reportPage(officer(), id))
    const paragraphs = await inScope(database.db, scopeOf(place.people.doiCheOfficer), (tx) => paragraphsOf(tx, report))
    expect(paragraphs.map(wordsOf)).toEqual(['Đối thoại 4 cuộc.'])
    expect(paragraphs[0]).toMatchObject({ section: 'ket-qua', title: '2. Kết quả thực hiện' })
  })
})

describe('words that the last report had too', () => {
  const routine =
    'Cấp ủy, chính quyền thường xuyên quan tâm lãnh đạo công tác dân vận, tổ chức đối thoại với Nhân dân [[D03]] cuộc trong kỳ.'
  const fresh =
    'Sau trận lũ đầu tháng tám, tổ dân vận cùng đoàn thanh niên dựng lại hai cây cầu tre cho bà con qua suối.'
  const before = quarterOf(2026, 2)

  async function twoQuarters(): Promise<ReportId> {
    const earlier = await typed(place.people.doiCheOfficer, { D03: '3' }, before)
    doneBy(await saveSections(officer(), earlier, written(routine)))
    doneBy(await submitNow(officer(), earlier))
    const id = await typed(place.people.doiCheOfficer, { D03: '4' })
    doneBy(await saveSections(officer(), id, written(`${routine}\n${fresh}`)))
    return id
  }

  async function copiedSeenBy(ctx: ReturnType<typeof officer>, id: ReportId) {
    const page = doneBy(await narrativePage(ctx, id))
    return page.sections.flatMap(({ paragraphs }) => paragraphs.map(({ copied }) => copied))
  }

  test('the officer is shown the paragraph and what stood in the last report, whatever its numbers are now', async () => {
    const id = await twoQuarters()
    const [copied, own] = await copiedSeenBy(officer(), id)
    expect(copied).toEqual({ share: 100, earlier: routine.replace('[[D03]]', '3') })
    expect(own).toBeNull()
  })

  test('the reviewer sees the same of what was handed in, and nothing before', async () => {
    const id = await twoQuarters()
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await narrativePage(reviewer, id))).toBe('not-found')
    doneBy(await submitNow(officer(), id))
    expect(await copiedSeenBy(reviewer, id)).toEqual([{ share: 100, earlier: routine.replace('[[D03]]', '3') }, null])
  })

  test('the words of another commune, or those never handed in, are not the last report', async () => {
    const neighbour = as(place.people.benDoOfficer)
    const theirs = await typed(place.people.benDoOfficer, { D03: '3' }, before)
    doneBy(await saveSections(neighbour, theirs, written(routine)))
    doneBy(await submitNow(neighbour, theirs))
    const draft = await typed(place.people.doiCheOfficer, { D03: '3' }, before)
    doneBy(await saveSections(officer(), draft, written(routine)))
    const id = await typed(place.people.doiCheOfficer, { D03: '4' })
    doneBy(await saveSections(officer(), id, written(routine)))
    expect(await copiedSeenBy(officer(), id)).toEqual([null])
  })
})
