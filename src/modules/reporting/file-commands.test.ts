import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepKeptFiles } from '../../kept-files.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now, submitNow } from '../../../tests/support/reports.ts'
import { fileLeftText } from '#kernel/file-kind.ts'
import { localStore } from '#platform/files/local-store.ts'
import { NoRoom, type FileStore } from '#platform/files/store.ts'
import type { Actor } from '#modules/access/actor.ts'
import { acceptReport, publishReport, recallReport, returnReport } from './commands.server.ts'
import { attachFiles, chooseFilePublic, describeFile, removeFile, type FileAbout } from './file-commands.server.ts'
import { fileRefusalText } from './file-labels.ts'
import { publishedFile, publicReportFiles, reportFile, reportFilesPage } from './file-queries.server.ts'
import type { ReportFileId } from './report-file.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, submitted, typed, versionOf } = desk(database)
let place: TestProvince
let folder: string
let store: FileStore
let photo: Buffer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-evidence-'))
  store = localStore(folder)
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  place = await settleProvince(database)
})

const minutes = Buffer.from('Biên bản họp thôn Đồng Tâm\n')
const said: FileAbout = { caption: 'Họp thôn ngày 5/9/2026', people: null }

const attach = (
  actor: Actor,
  id: ReportId,
  files: [string, Buffer | string][] = [['Biên bản.txt', minutes]],
  about: FileAbout = said,
  into: FileStore = store,
) =>
  attachFiles(
    as(actor),
    into,
    id,
    files.map(([name, content]) => ({ name, content: Buffer.from(content) })),
    about,
  )

async function seen(actor: Actor, id: ReportId) {
  return doneBy(await reportFilesPage(as(actor), id)).files
}

async function oneOf(actor: Actor, id: ReportId): Promise<ReportFileId> {
  const [file] = await seen(actor, id)
  if (!file) throw new Error('no file')
  return file.id
}

async function withFile(
  files?: [string, Buffer | string][],
  about?: FileAbout,
): Promise<{ id: ReportId; file: ReportFileId }> {
  const officer = place.people.doiCheOfficer
  const id = await typed(officer, { D03: '0' })
  doneBy(await attach(officer, id, files, about))
  return { id, file: await oneOf(officer, id) }
}

describe('attaching', () => {
  test('keeps the file with its caption, for its unit, and writes it in the audit without its name', async () => {
    const { id, file } = await withFile()
    const officer = place.people.doiCheOfficer
    expect(await seen(officer, id)).toMatchObject([
      {
        name: 'Biên bản.txt',
        kind: 'txt',
        caption: 'Họp thôn ngày 5/9/2026',
        people: 'none',
        isPublic: false,
        by: officer.name,
      },
    ])
    const saved = doneBy(await reportFile(as(officer), store, id, file))
    expect(saved.content.equals(minutes)).toBe(true)
    const [row] = await database.asOwner<{ changed: unknown }>(
      `select changed from audit where object_id = $1 and kind = 'files-attached'`,
      [id],
    )
    expect(row?.changed).toEqual({ files: [file] })
  })

  test('takes what may come in and names what may not', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    const outcome = doneBy(
      await attach(officer, id, [
        ['tốt.txt', minutes],
        ['trang.html', '<html></html>'],
        ['0912345678.txt', 'khác'],
        ['cùng nội dung.txt', minutes],
      ]),
    )
    expect(outcome.attached).toBe(1)
    expect(outcome.left.map(fileLeftText)).toEqual([
      expect.stringMatching(/^“trang.html”: Loại tệp này chưa nhận/),
      expect.stringMatching(/^“0912345678.txt”: Tên tệp có dãy số/),
    ])
    expect(doneBy(await attach(officer, id)).attached).toBe(0)
    expect(await seen(officer, id)).toHaveLength(1)
  })

  test.each<[string, [string, Buffer | string][], FileAbout, string]>([
    ['nothing chosen', [], said, 'no-file'],
    ['nothing that may come in', [['a.exe', 'MZ']], said, 'none-taken'],
    [
      'a caption with a telephone number',
      [['a.txt', 'a']],
      { ...said, caption: 'gọi 0912 345 678' },
      'personal-number',
    ],
    ['a caption as long as a letter', [['a.txt', 'a']], { ...said, caption: 'dài '.repeat(100) }, 'caption-too-long'],
    [
      'more than a person looks through',
      Array.from({ length: 31 }, (_, n) => [`${n}.txt`, `${n}`]),
      said,
      'too-many-files',
    ],
  ])('is refused for %s', async (_, files, about, code) => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    const outcome = await attach(officer, id, files, about)
    expect(answerOf(outcome)).toBe(code)
    if (!outcome.ok && outcome.kind === 'refused') expect(fileRefusalText(outcome.refusal)).toMatch(/Xin /)
    expect(await seen(officer, id)).toEqual([])
  })

  test('a picture asks whether people can be seen in it', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    expect(answerOf(await attach(officer, id, [['ảnh.jpg', photo]]))).toBe('people-not-said')
    doneBy(await attach(officer, id, [['ảnh.jpg', photo]], { ...said, people: 'consented' }))
    doneBy(await attach(officer, id, [['biên bản.txt', 'b']], { ...said, people: 'consented' }))
    doneBy(await attach(officer, id, [['ảnh quét.txt', 'c']], { ...said, people: 'unasked' }))
    const people = (await seen(officer, id)).map((file) => [file.name, file.people])
    expect(Object.fromEntries(people)).toEqual({
      'ảnh.jpg': 'consented',
      'biên bản.txt': 'none',
      'ảnh quét.txt': 'unasked',
    })
  })

  test('the thirty-first file is refused, and the thirty stay', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    doneBy(
      await attach(
        officer,
        id,
        Array.from({ length: 30 }, (_, n) => [`${n}.txt`, `tệp ${n}`]),
      ),
    )
    expect(answerOf(await attach(officer, id, [['thêm.txt', 'thêm']]))).toBe('too-many-files')
    expect(await seen(officer, id)).toHaveLength(30)
  })

  test('a store without room is a sentence, and no row stays', async () => {
    const officer = place.people.doiCheOfficer
    const id = await begun(officer)
    const full: FileStore = { ...store, put: () => Promise.reject(new NoRoom('disk')) }
    expect(answerOf(await attach(officer, id, undefined, said, full))).toBe('no-room')
    expect(await seen(officer, id)).toEqual([])
  })

  test('is refused once the report is submitted, and forbidden to everybody else', async () => {
    const id = await submitted(place.people.doiCheOfficer)
    expect(answerOf(await attach(place.people.doiCheOfficer, id))).toBe('not-open-for-entry')
    const before = await readdir(folder)
    for (const who of ['reviewer', 'provinceLeader', 'administrator'] as const)
      expect(answerOf(await attach(place.people[who], id)), who).toBe('forbidden')
    for (const who of ['benDoOfficer', 'otherOfficer', 'otherReviewer'] as const)
      expect(answerOf(await attach(place.people[who], id)), who).toBe('not-found')
    expect(await readdir(folder)).toEqual(before)
  })
})

describe('saying what a file is', () => {
  test('is corrected, and takes back the choice for the public page', async () => {
    const { id, file } = await withFile([['ảnh.jpg', photo]], { ...said, people: 'consented' })
    const officer = as(place.people.doiCheOfficer)
    doneBy(await chooseFilePublic(as(place.people.doiCheLeader), id, file, true))
    doneBy(await describeFile(officer, id, file, { caption: 'Họp thôn', people: 'unasked' }))
    expect(await seen(place.people.doiCheOfficer, id)).toMatchObject([
      { caption: 'Họp thôn', people: 'unasked', isPublic: false },
    ])
  })

  test('is refused with a telephone number, forbidden to the reviewer', async () => {
    const { id, file } = await withFile()
    const about = { caption: 'gọi 0912345678', people: 'none' as const }
    expect(answerOf(await describeFile(as(place.people.doiCheOfficer), id, file, about))).toBe('personal-number')
    expect(answerOf(await describeFile(as(place.people.reviewer), id, file, about))).toBe('forbidden')
    expect(answerOf(await describeFile(as(place.people.benDoOfficer), id, file, about))).toBe('not-found')
  })
})

describe('taking a file away', () => {
  test('before any submission it is gone, and its content is swept a day later', async () => {
    const { id, file } = await withFile([['riêng.txt', 'chỉ ở đây']])
    doneBy(await removeFile(as(place.people.doiCheOfficer), id, file))
    expect(await seen(place.people.doiCheOfficer, id)).toEqual([])
    expect(answerOf(await reportFile(as(place.people.doiCheOfficer), store, id, file))).toBe('not-found')
    expect(answerOf(await removeFile(as(place.people.doiCheOfficer), id, file))).toBe('not-found')
    expect(await sweepKeptFiles(database.db, store, now)).toBe(0)
    const kept = await withFile([['còn.txt', 'còn được kể tên']])
    const inTwoDays = new Date(Date.now() + 48 * 3_600_000)
    expect(await sweepKeptFiles(database.db, store, inTwoDays)).toBeGreaterThan(0)
    expect(doneBy(await reportFile(as(place.people.doiCheOfficer), store, kept.id, kept.file)).content.toString()).toBe(
      'còn được kể tên',
    )
  })

  test('after a return the copy keeps what the unit takes away', async () => {
    const { doiCheOfficer: officer, reviewer } = place.people
    const { id, file } = await withFile()
    doneBy(await submitNow(as(officer), id))
    const ask = [{ cell: { code: 'F01', dimension: '' }, text: 'Biên bản này của thôn nào?' }]
    doneBy(await returnReport(as(reviewer), id, await versionOf(id), ask))
    doneBy(await removeFile(as(officer), id, file))
    doneBy(await attach(officer, id, [['mới.txt', 'biên bản mới']]))
    expect((await seen(officer, id)).map((one) => one.name)).toEqual(['mới.txt'])
    expect((await seen(reviewer, id)).map((one) => one.name)).toEqual(['Biên bản.txt'])
    expect(doneBy(await reportFile(as(reviewer), store, id, file)).content.equals(minutes)).toBe(true)
    expect(answerOf(await reportFile(as(officer), store, id, file))).toBe('not-found')
  })

  test('after a return the copy keeps what was said of a file, and the next copy has the new words', async () => {
    const { doiCheOfficer: officer, reviewer } = place.people
    const { id, file } = await withFile([['ảnh.jpg', photo]], { ...said, people: 'consented' })
    doneBy(await attach(officer, id, [['sau.txt', 'đứng sau']]))
    doneBy(await submitNow(as(officer), id))
    const ask = [{ cell: { code: 'F01', dimension: '' }, text: 'Ảnh này của thôn nào?' }]
    doneBy(await returnReport(as(reviewer), id, await versionOf(id), ask))
    doneBy(await describeFile(as(officer), id, file, { caption: 'Họp thôn Hạ', people: 'unasked' }))
    const told = async (actor: Actor) =>
      (await seen(actor, id)).map(({ name, caption, people }) => [name, caption, people])
    expect(await told(reviewer)).toContainEqual(['ảnh.jpg', said.caption, 'consented'])
    expect(await told(officer)).toContainEqual(['ảnh.jpg', 'Họp thôn Hạ', 'unasked'])
    expect([(await told(reviewer)).length, (await told(officer)).length]).toEqual([2, 2])
    const fresh = (await seen(officer, id)).find((one) => one.name === 'ảnh.jpg')?.id ?? file
    expect(fresh).not.toBe(file)
    doneBy(await describeFile(as(officer), id, fresh, { caption: 'Họp thôn Thượng', people: 'unasked' }))
    expect((await seen(officer, id)).map((one) => one.id)).toContain(fresh)
    expect(
      doneBy(await reportFile(as(officer), store, id, fresh)).content.equals(
        doneBy(await reportFile(as(reviewer), store, id, file)).content,
      ),
    ).toBe(true)
  })

  test('is refused once submitted and allowed again after recalling; forbidden to the reviewer', async () => {
    const { doiCheOfficer: officer, reviewer } = place.people
    const { id, file } = await withFile()
    doneBy(await submitNow(as(officer), id))
    expect(answerOf(await removeFile(as(officer), id, file))).toBe('not-open-for-entry')
    expect(answerOf(await removeFile(as(reviewer), id, file))).toBe('forbidden')
    doneBy(await recallReport(as(officer), id, await versionOf(id)))
    doneBy(await removeFile(as(officer), id, file))
    doneBy(await submitNow(as(officer), id))
    expect(await seen(reviewer, id)).toEqual([])
  })
})

describe('what is public', () => {
  test('only what a leader of the unit chose, once the report is published', async () => {
    const { doiCheOfficer: officer, doiCheLeader: leader, reviewer } = place.people
    const id = await typed(officer, { D03: '0' })
    doneBy(
      await attach(officer, id, [
        ['kín.txt', 'kín'],
        ['mở.txt', 'mở'],
      ]),
    )
    const [secret, open] = await seen(officer, id)
    if (!secret || !open) throw new Error('two files')
    doneBy(await submitNow(as(officer), id))
    doneBy(await chooseFilePublic(as(leader), id, open.id, true))
    doneBy(await chooseFilePublic(as(leader), id, secret.id, true))
    doneBy(await chooseFilePublic(as(leader), id, secret.id, false))
    doneBy(await acceptReport(as(reviewer), id, await versionOf(id)))
    const [code = ''] = (
      await database.asOwner<{ code: string }>('select code from unit where id = $1', [officer.unit])
    ).map((row) => row.code)
    expect(await publicReportFiles(database.db, code, id)).toEqual([])
    doneBy(await publishReport(as(reviewer), id, await versionOf(id)))
    expect(await publicReportFiles(database.db, code, id)).toMatchObject([{ name: 'mở.txt', bytes: 4 }])
    const get = (file: string, unit = code) => publishedFile(database.db, store, unit, { report: id, file })
    expect((await get(open.id))?.content.toString()).toBe('mở')
    expect(await get(secret.id)).toBeNull()
    expect(await get('khong-phai-ma')).toBeNull()
    expect(await get(open.id, 'don-vi-khac')).toBeNull()
    expect(answerOf(await chooseFilePublic(as(leader), id, open.id, false))).toBe('already-published')
  })

  test('is refused where people were not asked; an officer and a reviewer do not choose', async () => {
    const { id, file } = await withFile([['ảnh.jpg', photo]], { ...said, people: 'unasked' })
    const { doiCheLeader, doiCheOfficer, reviewer, provinceLeader, otherLeader } = place.people
    expect(answerOf(await chooseFilePublic(as(doiCheLeader), id, file, true))).toBe('people-unasked')
    for (const who of [doiCheOfficer, reviewer, provinceLeader])
      expect(answerOf(await chooseFilePublic(as(who), id, file, true)), who.duty).toBe('forbidden')
    expect(answerOf(await chooseFilePublic(as(otherLeader), id, file, true))).toBe('not-found')
    await expect(database.asOwner('update report_file set is_public = true where id = $1', [file])).rejects.toThrow(
      /not_public/,
    )
  })
})

test('a reviewer sees nothing of a report that was never submitted, and nobody of another unit sees any', async () => {
  const { id, file } = await withFile()
  const page = doneBy(await reportFilesPage(as(place.people.reviewer), id))
  expect([page.isThere, page.files]).toEqual([false, []])
  expect(answerOf(await reportFile(as(place.people.reviewer), store, id, file))).toBe('not-found')
  for (const who of ['benDoOfficer', 'otherOfficer', 'otherReviewer'] as const)
    expect(answerOf(await reportFile(as(place.people[who]), store, id, file)), who).toBe('not-found')
  expect(answerOf(await reportFile(as(place.people.administrator), store, id, file))).toBe('forbidden')
})
