import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { localStore } from '#platform/files/local-store.ts'
import { NoRoom, type FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { correctFollowUp, recordFollowUp, voidFollowUp } from '#modules/movement/follow-commands.server.ts'
import { followPage, initiativeOfLine, preparingPage } from '#modules/movement/follow-queries.server.ts'
import type { FollowEntry, FollowUpId } from '#modules/movement/follow.ts'
import {
  attachInitiativeFiles,
  describeInitiativeFile,
  removeInitiativeFile,
} from '#modules/movement/initiative-file-commands.server.ts'
import { sweepKeptFiles } from '../src/kept-files.ts'
import type { FileSaid, InitiativeFileId } from '#modules/movement/initiative-file.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { preparePage, publishPage, withdrawLibraryPage } from '#modules/movement/library-commands.server.ts'
import { publicFamily } from '#modules/movement/library-family.server.ts'
import { libraryPage, libraryPhoto, searchLibrary } from '#modules/movement/library-queries.server.ts'
import { readLibraryAsked } from '#modules/movement/library-search.ts'
import type { PageSaid } from '#modules/movement/library.ts'
import { replicateInitiative, replicationPage } from '#modules/movement/replication.server.ts'
import { similarInitiatives } from '#modules/movement/similar-queries.server.ts'
import { useDatabase } from './support/database.ts'
import { drawn, entry, opened } from './support/initiatives.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-library-'))
  return () => rm(folder, { recursive: true })
})
beforeEach(async () => {
  place = await settleProvince(database)
  // The library is one for the whole country: each test begins with an empty one.
  await database.asOwner('delete from library_photo')
  await database.asOwner('delete from library_page')
})

const officer = () => as(place.people.doiCheOfficer)
const leader = () => as(place.people.doiCheLeader)
const store = () => localStore(folder)

const gift: FollowEntry = {
  ...{ kind: 'money', onDay: localDate('2026-08-12'), text: 'Góp mua thùng' },
  ...{ amount: quantity('45.5'), giver: 'people' },
}
const said: PageSaid = {
  summary: 'Chợ hết mùi hôi, quỹ chợ có thêm tiền bán ve chai.',
  story: 'Rác để lẫn ở chợ, mùi hôi tới các nhà xung quanh.',
  doing: 'Mỗi quầy ba ngăn, chiều thứ sáu cân rác và ghi bảng.',
  ...{ holder: 'Chi bộ thôn Đồi Chè', consentNote: '', sustainability: 'Quỹ tự nuôi.' },
}
const words: FileSaid = {
  alt: 'Ba ngăn rác trước một quầy hàng',
  caption: 'Chợ Đồi Chè',
  people: 'none',
  consentNote: '',
}

async function written(id: InitiativeId, line: FollowEntry = gift): Promise<FollowUpId> {
  return doneBy(await recordFollowUp(officer(), id, newId(), line))
}

async function pictured(id: InitiativeId, number = 1, about: FileSaid = words): Promise<InitiativeFileId> {
  const picture = { name: `anh-${number}.jpg`, content: await drawn(number) }
  doneBy(await attachInitiativeFiles(officer(), store(), { initiative: id, line: null }, [picture], about))
  const page = doneBy(await followPage(officer(), id))
  const last = page.files.at(-1)
  if (!last) throw new Error('no picture')
  return last.id
}

async function published(id: InitiativeId, change: Partial<PageSaid> = {}, photos: InitiativeFileId[] = []) {
  const version = doneBy(await preparingPage(leader(), id)).draft?.version ?? 0
  const prepared = doneBy(await preparePage(leader(), id, version, { ...said, ...change }, photos))
  return publishPage(leader(), store(), id, prepared)
}

async function facts(id: InitiativeId) {
  return database.asOwner<{ code: string; amount: string }>(
    `select indicator_code as code, amount::float::text as amount from counted_fact
     where record_kind = 'follow-up' and record_id in (select id from follow_up where initiative_id = $1) order by 1`,
    [id],
  )
}

test('an auditor changes nothing of it', async () => {
  const id = await opened(database, officer())
  const line = await written(id)
  for (const unit of [place.province, place.doiChe]) {
    const ctx = as({ ...place.people.doiCheLeader, duty: 'auditor', account: newId<'Account'>(), unit })
    const at = { initiative: id, id: line, version: 1 }
    const answers = [
      await recordFollowUp(ctx, id, newId(), gift),
      await correctFollowUp(ctx, at, gift),
      await voidFollowUp(ctx, at, 'Ghi trùng'),
      await attachInitiativeFiles(ctx, store(), { initiative: id, line: null }, [], words),
      await describeInitiativeFile(ctx, id, newId(), words),
      await removeInitiativeFile(ctx, id, newId()),
      await preparePage(ctx, id, 0, said, []),
      await publishPage(ctx, store(), id, 1),
      await withdrawLibraryPage(ctx, id, 'Gỡ'),
      await replicateInitiative(ctx, newId(), id, { name: 'A', holder: 'B', year: 2026, scope: 'commune' }),
    ]
    expect(answers.map((one) => !one.ok && one.kind)).toEqual(answers.map(() => 'forbidden'))
  }
})

describe('the line of time of an initiative', () => {
  test('what was given and who was helped is counted, what the budget paid is not', async () => {
    const id = await opened(database, officer())
    await written(id)
    await written(id, { ...gift, giver: 'budget', amount: quantity(900) })
    await written(id, { kind: 'labour', onDay: gift.onDay, text: 'Đào móng', amount: quantity(64), giver: 'people' })
    await written(id, { kind: 'land', onDay: gift.onDay, text: 'Mở đường', amount: quantity(1240), giver: 'people' })
    await written(id, { kind: 'households', onDay: gift.onDay, text: 'Hộ quanh chợ', amount: quantity(36) })
    expect(await facts(id)).toEqual([
      { code: 'B21', amount: '36' },
      { code: 'B22', amount: '45.5' },
      { code: 'B23', amount: '64' },
      { code: 'B24', amount: '1240' },
    ])
    const { sums } = doneBy(await followPage(officer(), id))
    expect([sums.money, sums.byBudget.money]).toEqual([quantity('45.5'), quantity(900)])
  })

  test.each([
    ['of a day that has not come', { onDay: localDate('2026-10-08') }, 'day-not-come'],
    ['of a time before the unit', { onDay: localDate('2026-08-01'), text: 'Gọi 0912 345 678' }, 'personal-number'],
  ])('%s: refused, and nothing is written', async (_, change, code) => {
    const id = await opened(database, officer())
    expect(answerOf(await recordFollowUp(officer(), id, newId(), { ...gift, ...change }))).toBe(code)
    expect(await facts(id)).toEqual([])
  })

  test('sent twice it is one line; another line on its sheet is asked about', async () => {
    const id = await opened(database, officer())
    const sheet = newId<'FollowUp'>()
    const sent = await Promise.all([1, 2].map(() => recordFollowUp(officer(), id, sheet, gift)))
    expect(sent.map(answerOf)).toEqual(['done', 'done'])
    expect(answerOf(await recordFollowUp(officer(), id, sheet, { ...gift, text: 'Khác' }))).toBe('sheet-used')
    expect(doneBy(await followPage(officer(), id)).lines).toHaveLength(1)
  })

  test('nobody writes it for the commune, and another commune does not know of it', async () => {
    const id = await opened(database, officer())
    expect(answerOf(await recordFollowUp(as(place.people.reviewer), id, newId(), gift))).toBe('forbidden')
    expect(answerOf(await recordFollowUp(as(place.people.benDoOfficer), id, newId(), gift))).toBe('not-found')
    expect(answerOf(await followPage(as(place.people.benDoOfficer), id))).toBe('not-found')
    expect(answerOf(await followPage(as(place.people.reviewer), id))).toBe('done')
  })

  test('a correction keeps what the line said, and counts anew', async () => {
    const id = await opened(database, officer())
    const line = await written(id)
    const at = { initiative: id, id: line, version: 1 }
    doneBy(await correctFollowUp(officer(), at, { ...gift, amount: quantity(54) }))
    expect(await facts(id)).toEqual([{ code: 'B22', amount: '54' }])
    const page = doneBy(await followPage(officer(), id))
    expect(page.past.get(line)?.map((one) => one.entry)).toEqual([gift])
    expect(answerOf(await correctFollowUp(officer(), at, gift))).toBe('changed-meanwhile')
    expect(answerOf(await correctFollowUp(as(place.people.benDoOfficer), at, gift))).toBe('not-found')
    expect(answerOf(await correctFollowUp(as(place.people.reviewer), { ...at, version: 2 }, gift))).toBe('forbidden')
  })

  test('a line taken out counts no more and stays with its reason', async () => {
    const id = await opened(database, officer())
    const at = { initiative: id, id: await written(id), version: 1 }
    expect(answerOf(await voidFollowUp(as(place.people.reviewer), at, 'Ghi trùng'))).toBe('forbidden')
    doneBy(await voidFollowUp(officer(), at, 'Ghi trùng'))
    expect(await facts(id)).toEqual([])
    expect(doneBy(await followPage(officer(), id)).lines.map((line) => line.voidReason)).toEqual(['Ghi trùng'])
    expect(answerOf(await voidFollowUp(officer(), { ...at, version: 2 }, 'Lần nữa'))).toBe('already-void')
    expect(await initiativeOfLine(officer(), at.id)).toBe(id)
    expect(await initiativeOfLine(as(place.people.otherOfficer), at.id)).toBeNull()
  })

  test('a milestone and an output keep what was reached with its evidence', async () => {
    const id = await opened(database, officer())
    const output: FollowEntry = {
      ...{ kind: 'output', onDay: localDate('2026-12-31'), text: 'Quầy bỏ rác đúng ngăn', measure: 'quầy' },
      ...{ planned: quantity(64), reached: { amount: quantity(60), on: gift.onDay, evidence: 'Bảng cân rác' } },
    }
    await written(id, output)
    await written(id, { kind: 'milestone', onDay: localDate('2026-12-01'), doneOn: null, text: 'Ra mắt' })
    const { lines } = doneBy(await followPage(officer(), id))
    expect(lines.map((line) => line.entry.kind)).toEqual(['milestone', 'output'])
    expect(lines[1]?.entry).toEqual(output)
  })
})

describe('pictures and documents', () => {
  test('a picture is made anew without what the camera wrote, and said in words', async () => {
    const id = await opened(database, officer())
    await pictured(id)
    const [file] = doneBy(await followPage(officer(), id)).files
    const content = await store().get(file?.sha256 ?? '')
    expect((await sharp(content ?? undefined).metadata()).exif).toBeUndefined()
    expect(file).toMatchObject({ alt: words.alt, people: 'none', kind: 'jpeg' })
  })

  test.each([
    ['without words', { alt: '' }, 'alt-missing'],
    ['without saying who is seen', { people: null }, 'people-not-said'],
    ['of people who agreed, nobody knows how', { people: 'consented' as const }, 'consent-not-noted'],
    ['with a number in its caption', { caption: 'Gọi 0912345678' }, 'personal-number'],
    ['with too many words', { alt: 'a'.repeat(201) }, 'words-too-long'],
  ])('a picture %s is refused', async (_, change, code) => {
    const id = await opened(database, officer())
    const files = [{ name: 'a.jpg', content: await drawn(3) }]
    const at = { initiative: id, line: null }
    expect(answerOf(await attachInitiativeFiles(officer(), store(), at, files, { ...words, ...change }))).toBe(code)
  })

  test('what is no picture is named, and nobody from above adds any', async () => {
    const id = await opened(database, officer())
    const at = { initiative: id, line: null }
    const files = [{ name: 'a.exe', content: Buffer.from('MZ\u0000\u0001') }]
    expect(answerOf(await attachInitiativeFiles(officer(), store(), at, files, words))).toBe('none-taken')
    expect(answerOf(await attachInitiativeFiles(officer(), store(), at, [], words))).toBe('no-file')
    expect(answerOf(await attachInitiativeFiles(as(place.people.reviewer), store(), at, files, words))).toBe(
      'forbidden',
    )
  })

  test('one that everybody sees is neither removed nor said to be of people not asked', async () => {
    const id = await opened(database, officer())
    // A picture of its own: the same content in another initiative would rightly stay.
    const photo = await pictured(id, 42)
    doneBy(await published(id, {}, [photo]))
    const unasked: FileSaid = { ...words, people: 'unasked' }
    expect(answerOf(await removeInitiativeFile(officer(), id, photo))).toBe('on-public-page')
    expect(answerOf(await describeInitiativeFile(officer(), id, photo, unasked))).toBe('on-public-page')
    expect(answerOf(await describeInitiativeFile(as(place.people.reviewer), id, photo, words))).toBe('forbidden')
    expect(answerOf(await removeInitiativeFile(as(place.people.benDoOfficer), id, photo))).toBe('not-found')
    doneBy(await withdrawLibraryPage(leader(), id, 'Chợ đã dời.'))
    doneBy(await describeInitiativeFile(officer(), id, photo, unasked))
    doneBy(await removeInitiativeFile(officer(), id, photo))
    const [row] = await database.asOwner<{ sha256: string }>('select sha256 from initiative_file where id = $1', [
      photo,
    ])
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000)
    expect(await sweepKeptFiles(database.db, store(), inTwoDays)).toBeGreaterThan(0)
    expect(await store().get(row?.sha256 ?? '')).toBeNull()
  })
})

describe('a public page', () => {
  test('prints what was prepared and what the register can show with its source', async () => {
    const id = await opened(database, officer())
    await written(id)
    await written(id, { kind: 'note', onDay: gift.onDay, text: 'Lắp 64 ngăn\nCả chợ cùng làm một buổi.' })
    const photo = await pictured(id)
    doneBy(await published(id, {}, [photo]))
    const found = await libraryPage(database.db, id)
    if (!found || !('page' in found)) throw new Error('not published')
    expect(found.page).toMatchObject({ name: entry.name, unit: place.doiChe })
    expect(found.page.content).toMatchObject({
      summary: said.summary,
      fieldName: 'Văn hóa – xã hội',
      unit: { name: 'Xã Đồi Chè' },
      province: { name: 'Tỉnh Mây Trắng' },
      years: [{ year: 2026, scope: 'Cấp xã', state: 'Đang làm' }],
      results: [
        { label: 'Tiền huy động', amount: '45,5', unit: 'triệu đồng', parts: [{ label: 'Năm 2026', amount: '45,5' }] },
      ],
      steps: [{ day: gift.onDay, title: 'Lắp 64 ngăn', text: 'Cả chợ cùng làm một buổi.' }],
    })
    expect(JSON.stringify(found.page.content)).not.toContain('consentNote')
    expect(found.photos).toMatchObject([{ alt: words.alt, width: 1280, height: 720 }])
    expect((await libraryPhoto(database.db, store(), { page: id, photo }))?.kind).toBe('jpeg')
    expect(await libraryPhoto(database.db, store(), { page: id, photo: newId() })).toBeNull()
  })

  test.each([
    ['without the sentence under its name', { summary: '' }, {}, 'summary-missing'],
    ['without its beginning', { story: '' }, {}, 'story-missing'],
    ['of a person who did not agree', {}, { holderKind: 'individual' as const }, 'consent-missing'],
  ])('%s is not published', async (_, words, change, code) => {
    const id = await opened(database, officer(), change)
    expect(answerOf(await published(id, words))).toBe(code)
    expect(await libraryPage(database.db, id)).toBeNull()
  })

  test('nothing prepared, or no year in any list: not published', async () => {
    const id = await opened(database, officer(), {}, { state: 'registered' })
    expect(answerOf(await publishPage(leader(), store(), id, 1))).toBe('nothing-prepared')
    expect(answerOf(await published(id))).toBe('not-in-list-yet')
  })

  test('a store without room for its pictures is a sentence, and nothing is published', async () => {
    const id = await opened(database, officer())
    const photo = await pictured(id)
    doneBy(await preparePage(leader(), id, 0, said, [photo]))
    const full: FileStore = { ...store(), put: () => Promise.reject(new NoRoom('disk')) }
    expect(answerOf(await publishPage(leader(), full, id, 1))).toBe('no-room')
    expect(await libraryPage(database.db, id)).toBeNull()
  })

  test('an officer prepares and may not publish; the province may; others know nothing of it', async () => {
    const id = await opened(database, officer())
    expect(doneBy(await preparePage(officer(), id, 0, said, []))).toBe(1)
    expect(answerOf(await preparePage(officer(), id, 0, said, []))).toBe('changed-meanwhile')
    expect(answerOf(await publishPage(officer(), store(), id, 1))).toBe('forbidden')
    expect(answerOf(await publishPage(as(place.people.benDoOfficer), store(), id, 1))).toBe('not-found')
    expect(answerOf(await preparePage(as(place.people.otherReviewer), id, 1, said, []))).toBe('not-found')
    expect(answerOf(await preparePage(as(place.people.administrator), id, 1, said, []))).toBe('forbidden')
    doneBy(await publishPage(as(place.people.reviewer), store(), id, 1))
    expect(answerOf(await withdrawLibraryPage(officer(), id, 'Gỡ'))).toBe('forbidden')
  })

  test('a picture of people not asked, or of another initiative, is not chosen', async () => {
    const id = await opened(database, officer())
    const other = await opened(database, officer())
    const unasked = await pictured(id, 5, { ...words, people: 'unasked' })
    expect(answerOf(await preparePage(officer(), id, 0, said, [unasked]))).toBe('photo-not-public')
    expect(answerOf(await preparePage(officer(), id, 0, said, [await pictured(other, 6)]))).toBe('photo-not-public')
    expect(answerOf(await preparePage(officer(), id, 0, { ...said, story: 'Gọi 0912345678' }, []))).toBe(
      'personal-number',
    )
  })

  test('taken back it leaves only its notice', async () => {
    const id = await opened(database, officer())
    doneBy(await published(id, {}, [await pictured(id)]))
    expect(answerOf(await withdrawLibraryPage(leader(), id, ''))).toBe('notice-missing')
    doneBy(await withdrawLibraryPage(leader(), id, 'Chợ đã dời đi nơi khác.'))
    expect(await libraryPage(database.db, id)).toEqual({
      withdrawn: { id, on: '2026-10-07', notice: 'Chợ đã dời đi nơi khác.' },
    })
    const [row] = await database.asOwner('select name, summary, content, likeness, words::text from library_page')
    expect(row).toEqual({ name: '', summary: '', content: {}, likeness: '', words: '' })
    expect(answerOf(await withdrawLibraryPage(leader(), id, 'Lần nữa'))).toBe('not-published')
    // Published again it stands as it did, with new words.
    doneBy(await published(id, { summary: 'Chợ mới cũng sạch.' }))
    expect(await libraryPage(database.db, id)).toMatchObject({ page: { content: { summary: 'Chợ mới cũng sạch.' } } })
  })

  test('the page cache learns of it', async () => {
    const clock = async () =>
      (await database.asOwner<{ n: string }>('select n from public_clock where province_id = $1', [place.province]))[0]
        ?.n
    const id = await opened(database, officer())
    doneBy(await published(id))
    const first = await clock()
    doneBy(await withdrawLibraryPage(leader(), id, 'Gỡ'))
    expect([Number(first), Number(await clock())]).toEqual([1, 2])
  })
})

async function found(query: string): Promise<string[]> {
  const { pages } = await searchLibrary(database.db, readLibraryAsked(new URLSearchParams(query)), 1, now)
  return pages.map(({ name }) => name)
}

describe('the library', () => {
  test('is searched without marks, by place of today and of before, by field, year, kind and problem', async () => {
    const rubbish = await opened(database, officer())
    doneBy(await published(rubbish))
    const road = await opened(database, officer(), { name: 'Tuyến đường hoa', mainField: 'economy' }, { year: 2024 })
    doneBy(
      await published(road, { story: 'Đường lầy, cỏ mọc hai bên.', summary: 'Đường sạch hơn.', doing: 'Trồng hoa.' }),
    )
    expect(await found('')).toEqual(expect.arrayContaining(['Tuyến đường hoa', entry.name]))
    expect(await found('q=thung+rac')).toEqual([entry.name])
    expect(await found('q=THÙNG+RÁC+chợ')).toEqual([entry.name])
    expect(await found('q=duong')).toEqual(['Tuyến đường hoa'])
    expect(await found('q=dân+vận')).toHaveLength(2)
    expect(await found('q=khong+co+gi')).toEqual([])
    expect(await found('linh-vuc=economy')).toEqual(['Tuyến đường hoa'])
    expect(await found('nam=2024')).toEqual(['Tuyến đường hoa'])
    expect(await found('loai=ward')).toEqual([])
    expect(await found('loai=commune&viec-kho=mui+hoi')).toEqual([entry.name])
    expect(await found('viec-kho=trong+hoa')).toEqual([])
    expect(await found('tieu-bieu=co')).toEqual([])
    expect(await found('co-dan=nho')).toEqual([])
    expect(await found(`q=${encodeURIComponent(`' & | ! \u0000`)}&nam=abc&xep=la`)).toHaveLength(2)
  })

  test('tells which place it understood, and finds nothing in a place nobody knows', async () => {
    const asked = readLibraryAsked(new URLSearchParams('noi=Xã+Không+Có+Đâu'))
    expect((await searchLibrary(database.db, asked, 1, now)).place?.names).toEqual([])
    const here = readLibraryAsked(new URLSearchParams('noi=xa+doi+che'))
    expect((await searchLibrary(database.db, here, 1, now)).place?.names).toContain('Xã Đồi Chè')
  })
})

describe('“we want to do this too”', () => {
  const ofOther = () => as(place.people.otherOfficer)
  const own = { name: 'Thùng rác ba ngăn Gió Lùa', holder: 'Chi bộ thôn Gió', year: 2026, scope: 'commune' as const }

  test('opens a draft whose parent is kept, and both ends see the family', async () => {
    const id = await opened(database, officer())
    doneBy(await published(id))
    const child = newId<'Initiative'>()
    expect(doneBy(await replicateInitiative(ofOther(), child, id, own))).toBe(child)
    expect(doneBy(await replicateInitiative(ofOther(), child, id, own))).toBe(child)
    expect(answerOf(await replicateInitiative(ofOther(), newId(), id, own))).toBe('already-doing')
    // A draft is nobody's child yet; once registered its own province sees it, and the other one when it is published.
    expect(await publicFamily(database.db, { province: place.province, id })).toBeNull()
    await database.asOwner(`update initiative_year set state = 'running' where initiative_id = $1`, [child])
    const fromChild = doneBy(await preparingPage(as(place.people.otherLeader), child)).family
    expect(fromChild).toMatchObject({
      id,
      isPublished: true,
      isHere: false,
      children: [{ id: child, isPublished: false, isHere: true }],
    })
    expect(doneBy(await preparingPage(leader(), id)).family).toBeNull()
    const version = doneBy(await preparePage(as(place.people.otherLeader), child, 0, said, []))
    doneBy(await publishPage(as(place.people.otherLeader), store(), child, version))
    const family = await publicFamily(database.db, { province: place.province, id })
    expect(family).toMatchObject({ isHere: true, children: [{ name: own.name, provinceName: 'Tỉnh Nắng Vàng' }] })
    expect(doneBy(await preparingPage(leader(), id)).family?.children).toHaveLength(1)
  })

  test('not of what is one’s own, not of what was taken back, not by who keeps no register', async () => {
    const id = await opened(database, officer())
    doneBy(await published(id))
    expect(answerOf(await replicateInitiative(officer(), newId(), id, own))).toBe('own-initiative')
    expect(answerOf(await replicateInitiative(ofOther(), newId(), id, { ...own, name: '' }))).toBe('name-missing')
    expect(answerOf(await replicateInitiative(ofOther(), newId(), id, { ...own, holder: '' }))).toBe('holder-missing')
    expect(answerOf(await replicateInitiative(as(place.people.otherAdministrator), newId(), id, own))).toBe('forbidden')
    expect(doneBy(await replicationPage(officer(), id)).isOwn).toBe(true)
    doneBy(await withdrawLibraryPage(leader(), id, 'Gỡ'))
    expect(answerOf(await replicateInitiative(ofOther(), newId(), id, own))).toBe('not-found')
    expect(answerOf(await replicationPage(ofOther(), id))).toBe('not-found')
  })

  test('two officers at once begin it once', async () => {
    const id = await opened(database, officer())
    doneBy(await published(id))
    // Their register is empty: no row there makes the second one wait.
    const sent = await Promise.all([1, 2, 3, 4].map(() => replicateInitiative(ofOther(), newId(), id, own)))
    expect(sent.map(answerOf).toSorted()).toEqual(['already-doing', 'already-doing', 'already-doing', 'done'])
  })
})

describe('initiatives like a new one', () => {
  const asked = (change = {}, exceptId: InitiativeId | null = null) => ({
    ...{ province: place.province as Id<'Unit'>, unit: place.doiChe, entry: { ...entry, ...change }, exceptId },
  })
  const alike = (ctx: ReturnType<typeof as>, what: ReturnType<typeof asked>) =>
    inScope(ctx.db, scopeOf(ctx.actor), (tx) => similarInitiatives(tx, what))

  test('of the own unit also under another name; warned of where another body does it', async () => {
    const id = await opened(database, officer())
    const under = { name: 'Chợ không mùi', holder: 'Chi hội Phụ nữ thôn Đồi Chè' }
    const [first] = await alike(officer(), asked(under))
    expect(first).toMatchObject({
      id,
      place: 'unit',
      closeness: 'nearly-same',
      warning: 'copies-another',
      unitName: 'Xã Đồi Chè',
    })
    expect(first?.phrases[0]).toContain('Chợ họp mỗi sáng')
    expect(await alike(officer(), asked({}, id))).toEqual([])
    expect((await alike(officer(), asked()))[0]?.warning).toBe('same-again')
  })

  test('of the province for who sees it, of the country what is published', async () => {
    const id = await opened(database, officer())
    const elsewhere = { ...asked(), unit: place.benDo }
    expect(await alike(as(place.people.benDoOfficer), elsewhere)).toEqual([])
    expect(await alike(as(place.people.reviewer), elsewhere)).toMatchObject([
      { id, place: 'province', isPublished: false },
    ])
    doneBy(await published(id))
    expect(await alike(as(place.people.benDoOfficer), elsewhere)).toMatchObject([
      { id, place: 'province', isPublished: true },
    ])
    const abroad = { ...asked(), province: place.other.province, unit: place.other.gioLua }
    expect(await alike(as(place.people.otherOfficer), abroad)).toMatchObject([{ id, place: 'country', warning: null }])
  })

  test('an unlike one is not shown', async () => {
    await opened(database, officer())
    const other = {
      name: 'Tổ hòa giải ba cùng',
      situation: 'Tranh chấp ranh đất kéo dài.',
      goals: '',
      content: 'Đến từng nhà.',
    }
    expect(await alike(officer(), asked(other))).toEqual([])
  })
})
