import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { localStore } from '#platform/files/local-store.ts'
import {
  correctDirective,
  correctReview,
  recordDirective,
  recordReview,
  voidDirective,
  voidReview,
} from '#modules/directives/commands.server.ts'
import type { DirectiveEntry, LocalDirectiveId } from '#modules/directives/directive.ts'
import { attachDirectiveFile, removeDirectiveFile } from '#modules/directives/file-commands.server.ts'
import {
  countryDirective,
  directiveFile,
  localDirectivePage,
  publicDirective,
  publicDirectiveFile,
  reviewedBy,
} from '#modules/directives/directive-page-queries.server.ts'
import { libraryPage, publicLibrary } from '#modules/directives/library-queries.server.ts'
import { publishDirective, withdrawDirective } from '#modules/directives/publishing-commands.server.ts'
import {
  openReview,
  reviewCalendar,
  reviewPage,
  reviewsOfDirective,
} from '#modules/directives/review-queries.server.ts'
import type { ReviewEntry } from '#modules/directives/review.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
let folder: string
beforeEach(async () => {
  place = await settleProvince(database)
  folder = await mkdtemp(join(tmpdir(), 'kheo-directives-'))
  return () => rm(folder, { recursive: true })
})
const officer = () => as(place.people.doiCheOfficer)
const leader = () => as(place.people.doiCheLeader)
const above = () => as(place.people.reviewer)
const all = { words: '', kind: null, page: 1 }

const plan: DirectiveEntry = {
  ...{ number: '03-KH/ĐU', kind: 'plan', issuer: 'Đảng ủy xã', issuedOn: localDate('2026-01-15') },
  ...{
    subject: 'Công tác dân vận năm 2026',
    inForceFrom: null,
    inForceTo: null,
    replacedBy: '',
    amends: '',
    source: '',
  },
}

async function kept(change: Partial<DirectiveEntry> = {}): Promise<LocalDirectiveId> {
  return doneBy(await recordDirective(officer(), newId(), { ...plan, ...change }))
}

describe('a document', () => {
  test('is kept, found without marks, and seen by the province and not by a neighbour', async () => {
    const id = await kept()
    for (const words of ['ke hoach', '03-kh/du', 'DÂN VẬN năm 2026']) {
      const { lines } = doneBy(await libraryPage(officer(), { ...all, words }))
      expect(
        lines.map(({ code }) => code),
        words,
      ).toContain(id)
    }
    expect(doneBy(await libraryPage(above(), { ...all, words: '03-KH' })).total).toBe(1)
    expect(doneBy(await libraryPage(as(place.people.benDoOfficer), { ...all, words: '03-KH' })).total).toBe(0)
    expect(answerOf(await localDirectivePage(as(place.people.benDoOfficer), id))).toBe('not-found')
    expect(answerOf(await libraryPage(as(place.people.administrator), all))).toBe('forbidden')
  })
  test.each([
    ['a number that may be another', { number: '25/NQ-TW' }, 'number-asked'],
    ['what is no number', { number: 'Kế hoạch' }, 'number-unread'],
    [
      'a number of the list for the country',
      { number: '25-NQ/TW', issuedOn: localDate('2013-06-03') },
      'in-country-list',
    ],
    ['a day to come', { issuedOn: localDate('2026-12-31') }, 'day-not-come'],
    [
      'an end before its beginning',
      { inForceFrom: localDate('2026-02-01'), inForceTo: localDate('2026-01-31') },
      'force-ends-before-it-begins',
    ],
    ['a telephone number', { subject: 'Liên hệ 0912 345 678' }, 'personal-number'],
  ])('with %s is refused', async (_, change, code) => {
    expect(answerOf(await recordDirective(officer(), newId(), { ...plan, ...change }))).toBe(code)
  })
  test('of the same number and day stands once, also when two write it together', async () => {
    const sent = await Promise.all([
      recordDirective(officer(), newId(), plan),
      recordDirective(as(place.people.doiCheColleague), newId(), plan),
    ])
    expect(sent.map(answerOf).sort()).toEqual(['done', 'number-already-there'])
    expect(answerOf(await recordDirective(officer(), newId(), { ...plan, issuedOn: localDate('2025-12-15') }))).toBe(
      'done',
    )
  })
  test('is corrected and voided by its own unit, and not over a colleague', async () => {
    const id = await kept()
    doneBy(await correctDirective(officer(), id, 1, { ...plan, subject: 'Trích yếu mới' }))
    expect(answerOf(await correctDirective(officer(), id, 1, plan))).toBe('changed-meanwhile')
    expect(answerOf(await correctDirective(above(), id, 2, plan))).toBe('forbidden')
    expect(answerOf(await voidDirective(above(), id, 2, 'x'))).toBe('forbidden')
    doneBy(await voidDirective(officer(), id, 2, 'Ghi trùng'))
    expect(answerOf(await voidDirective(officer(), id, 3, 'Ghi trùng'))).toBe('already-void')
    expect(answerOf(await recordDirective(as(place.people.administrator), newId(), plan))).toBe('forbidden')
    expect(answerOf(await recordDirective(officer(), newId(), plan))).toBe('done')
  })
})

describe('a file of a document', () => {
  test('is kept, its words are found, and it is taken home by who may read the document', async () => {
    const id = await kept()
    const store = localStore(folder)
    const given = { name: 'Kế hoạch.docx', content: await wordFile('Nội dung có từ cầu treo & <bến> đò') }
    doneBy(await attachDirectiveFile(officer(), store, id, given))
    doneBy(await attachDirectiveFile(officer(), store, id, given))
    const { files } = doneBy(await localDirectivePage(officer(), id))
    expect(files.map(({ name, kind, isRead }) => [name, kind, isRead])).toEqual([['Kế hoạch.docx', 'docx', true]])
    const found = doneBy(await libraryPage(officer(), { ...all, words: 'cau treo ben do' }))
    expect(found.lines.map(({ code, inFile }) => [code, inFile])).toEqual([[id, true]])
    const file = files[0]?.id ?? newId<'DirectiveFile'>()
    expect(doneBy(await directiveFile(officer(), store, id, file)).content.equals(given.content)).toBe(true)
    expect(answerOf(await directiveFile(as(place.people.benDoOfficer), store, id, file))).toBe('not-found')
    expect(answerOf(await removeDirectiveFile(above(), id, file))).toBe('forbidden')
    doneBy(await removeDirectiveFile(officer(), id, file))
    expect(answerOf(await removeDirectiveFile(officer(), id, file))).toBe('not-found')
  })
  test('that is not what it says, or is none, is refused; nobody else adds one', async () => {
    const id = await kept()
    const store = localStore(folder)
    expect(answerOf(await attachDirectiveFile(officer(), store, id, null))).toBe('no-file')
    const fake = { name: 'Nghị quyết.docx', content: Buffer.from('MZ\u0000\u0001\u0002\u0003 not a document') }
    expect(answerOf(await attachDirectiveFile(officer(), store, id, fake))).toBe('file-problem')
    const text = { name: 'a.txt', content: Buffer.from('một') }
    expect(answerOf(await attachDirectiveFile(above(), store, id, text))).toBe('forbidden')
    for (const words of ['1', '2', '3', '4', '5'])
      doneBy(
        await attachDirectiveFile(officer(), store, id, { name: `${words}.txt`, content: Buffer.from(`chữ ${words}`) }),
      )
    expect(answerOf(await attachDirectiveFile(officer(), store, id, text))).toBe('too-many-files')
  })
})

describe('in public', () => {
  test('a document stands when a leader says so, as it was then, and is withdrawn with a reason', async () => {
    const id = await kept()
    const store = localStore(folder)
    doneBy(await attachDirectiveFile(officer(), store, id, { name: 'a.txt', content: Buffer.from('chữ trong tệp') }))
    const [file] = doneBy(await localDirectivePage(officer(), id)).files
    expect(await publicDirective(database.db, id)).toBeNull()
    expect(answerOf(await publishDirective(officer(), id, 1))).toBe('forbidden')
    expect(answerOf(await publishDirective(leader(), id, 9))).toBe('changed-meanwhile')
    expect(answerOf(await withdrawDirective(leader(), id, 'x'))).toBe('not-public')
    const before = await clock()
    doneBy(await publishDirective(leader(), id, 1))
    expect(await clock()).toBe(before + 1)
    expect(await publicDirective(database.db, id)).toMatchObject({ state: 'public', number: '03-KH/ĐU' })
    expect((await publicLibrary(database.db, { ...all, words: '03-kh' })).lines.map(({ code }) => code)).toEqual([id])
    expect((await publicDirectiveFile(database.db, store, id, file?.id ?? ''))?.content.toString()).toBe(
      'chữ trong tệp',
    )
    expect(answerOf(await removeDirectiveFile(officer(), id, file?.id ?? newId()))).toBe('still-public')
    expect(answerOf(await voidDirective(officer(), id, 1, 'Ghi trùng'))).toBe('still-public')
    expect(answerOf(await withdrawDirective(officer(), id, 'x'))).toBe('forbidden')
    doneBy(await withdrawDirective(leader(), id, 'Công khai nhầm'))
    expect(await publicDirective(database.db, id)).toMatchObject({ state: 'withdrawn', reason: 'Công khai nhầm' })
    expect(await publicDirectiveFile(database.db, store, id, file?.id ?? '')).toBeNull()
    expect((await publicLibrary(database.db, { ...all, words: '03-kh' })).total).toBe(0)
  })
  test('everybody reads the list for the country, and who reviewed what by published texts', async () => {
    expect((await publicLibrary(database.db, { ...all, words: '25-nq/tw' })).lines.map(({ code }) => code)).toContain(
      '25-nq-tw',
    )
    expect(await countryDirective(database.db, '43-kl-tw')).toMatchObject({
      issuedOn: '2019-01-07',
      certainty: 'secondary',
    })
    const codes = ['25-nq-tw', '43-kl-tw', '218-qd-tw', '21-ct-tw', '10-nq-tu-quang-binh-2020']
    for (const code of codes)
      expect((await reviewedBy(database.db, code)).map(({ unitCode }) => unitCode)).toEqual(['huyen-le-thuy'])
  })
})

describe('a review', () => {
  const review: ReviewEntry = {
    directive: { code: '43-kl-tw', number: '43-KL/TW', issuedOn: localDate('2019-01-07') },
    ...{ kind: 'interim', years: 5, heldOn: localDate('2026-08-12'), period: null, document: '', conclusions: '' },
  }
  test('counts A03, one a document, and meets its milestone', async () => {
    const id = doneBy(await recordReview(officer(), newId(), review))
    const facts = await database.asOwner('select indicator_code as code, label from counted_fact where unit_id = $1', [
      place.doiChe,
    ])
    expect(facts).toEqual([{ code: 'A03', label: 'Sơ kết 5 năm thực hiện 43-KL/TW' }])
    expect(doneBy(await reviewsOfDirective(above(), '43-kl-tw')).map(({ sheet }) => sheet.id)).toEqual([id])
    expect(doneBy(await reviewsOfDirective(as(place.people.benDoOfficer), '43-kl-tw'))).toEqual([])
    expect(
      doneBy(await reviewPage(officer(), { unit: null, year: 2026, words: '43-kl', filter: null, page: 1 })).sums,
    ).toEqual({ interim: '1', final: '0' })
    expect(doneBy(await openReview(officer(), id)).sheet).toMatchObject(review)
  })
  test('of the province stands in the list of a commune and in none of its sums', async () => {
    const asked = { unit: null, year: 2026, words: '43-kl', filter: null, page: 1 }
    doneBy(await recordReview(officer(), newId(), review))
    doneBy(await recordReview(above(), newId(), { ...review, kind: 'final', years: null }))
    const { total, counting, above: others, sums } = doneBy(await reviewPage(officer(), asked))
    expect({ total, counting, others, sums }).toEqual({
      ...{ total: 2, counting: 1, others: 1 },
      sums: { interim: '1', final: '0' },
    })
    expect(doneBy(await reviewPage(above(), asked))).toMatchObject({ total: 2, counting: 2, above: 0 })
  })
  test.each([
    [
      'of a document that is not in the library',
      { directive: { code: 'x', number: 'x', issuedOn: null } },
      'no-such-directive',
    ],
    ['before the document', { heldOn: localDate('2019-01-06') }, 'before-the-directive'],
    ['on a day to come', { heldOn: localDate('2026-12-31') }, 'day-not-come'],
    ['with a number of a person', { conclusions: 'Gọi 0912 345 678' }, 'personal-number'],
  ])('%s is refused', async (_, change, code) => {
    const answer = answerOf(await recordReview(officer(), newId(), { ...review, ...change }))
    // The unit begins on 1/7/2025: before that it is the unit that is not there.
    expect(code === 'before-the-directive' ? ['before-the-directive', 'unit-not-in-force'] : [code]).toContain(answer)
  })
  test('is corrected and voided by its own unit; then it counts no more', async () => {
    const id = doneBy(await recordReview(officer(), newId(), review))
    doneBy(await correctReview(officer(), id, 1, { ...review, years: null }))
    expect(answerOf(await correctReview(officer(), id, 1, review))).toBe('changed-meanwhile')
    expect(answerOf(await correctReview(above(), id, 2, review))).toBe('forbidden')
    expect(answerOf(await voidReview(as(place.people.benDoOfficer), id, 2, 'x'))).toBe('not-found')
    doneBy(await voidReview(officer(), id, 2, 'Ghi trùng'))
    expect(await database.asOwner('select from counted_fact where unit_id = $1', [place.doiChe])).toEqual([])
    expect(answerOf(await recordReview(as(place.people.administrator), newId(), review))).toBe('forbidden')
  })
  test('the calendar shows what is owed and what was held, to the unit and from above', async () => {
    const now = new Date('2024-01-20T03:00:00Z')
    const line = async (who: 'doiCheOfficer' | 'reviewer') =>
      doneBy(await reviewCalendar({ ...as(place.people[who]), now })).lines.find(
        ({ number, years }) => number === '43-KL/TW' && years === 5,
      )
    expect(await line('doiCheOfficer')).toMatchObject({ day: '2024-01-07', owing: 'overdue', heldBy: 0, isSure: false })
    doneBy(await recordReview(officer(), newId(), review))
    expect(await line('doiCheOfficer')).toMatchObject({ owing: 'held' })
    expect(await line('reviewer')).toMatchObject({ owing: 'overdue', heldBy: 1 })
    expect(answerOf(await reviewCalendar(as(place.people.administrator)))).toBe('forbidden')
  })
})

async function clock(): Promise<number> {
  const [row] = await database.asOwner<{ n: number }>('select n from public_clock where province_id = $1', [
    place.province,
  ])
  return Number(row?.n ?? 0)
}

function wordFile(text: string): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }))
}
