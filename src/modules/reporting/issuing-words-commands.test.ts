import { beforeEach, describe, expect, test } from 'vitest'
import type { Layout } from '#kernel/document.ts'
import { newId } from '#kernel/ids.ts'
import { quarterOf } from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now } from '../../../tests/support/reports.ts'
import { publishReport } from './commands.server.ts'
import { printableReport, publishedDocument } from './document-queries.server.ts'
import { chosenBody, type IssuingBody } from './issuing-body.ts'
import { setIssuingWords, withdrawIssuingWords } from './issuing-words-commands.server.ts'
import { issuingList, issuingPage } from './issuing-words-queries.server.ts'
import { wordsTyped, type IssuedBy, type IssuingWords } from './issuing-words.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, typed, submitted, accepted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

type Body = IssuedBy & { layout: Layout }
const communes: Body = { kind: 'commune', unit: null, layout: 'state' }
const today = '7/10/2026'
const words: IssuingWords = {
  superior: 'Ủy ban nhân dân {province}',
  body: 'Ủy ban nhân dân|{unit}',
  symbol: 'BC-UBND',
  place: '{place}',
  signsFor: 'Ủy ban nhân dân',
  signerTitle: 'Chủ tịch',
  recipients: ['Thường trực Tỉnh ủy', 'Lưu: VT, VHXH'],
}
const set = (validFrom: string, more: Partial<IssuingWords> = {}, of: Body = communes, at = now) =>
  setIssuingWords(as(place.people.administrator, at), of, { validFrom, words: { ...words, ...more } })

async function printed(id: ReportId, who: Actor = place.people.doiCheOfficer): Promise<IssuingBody> {
  return chosenBody(doneBy(await printableReport(as(who, new Date('2027-03-01T02:00:00Z')), id)).bodies, 'state')
}

describe('words of an issuing body', () => {
  test('stand on the papers of every commune handed in from that day on', async () => {
    doneBy(await set(today))
    const body = await printed(await submitted(place.people.doiCheOfficer, { E01: '780' }))
    expect(body).toMatchObject({
      issuer: { superior: 'ỦY BAN NHÂN DÂN TỈNH MÂY TRẮNG', body: 'ỦY BAN NHÂN DÂN\nXÃ ĐỒI CHÈ' },
      recipients: ['Thường trực Tỉnh ủy', 'Lưu: VT, VHXH'],
      place: 'Đồi Chè',
      certainty: 'set-by-province',
    })
  })

  test('leave what was handed in before as it was, whatever is printed of it later', async () => {
    const id = await accepted(place.people.doiCheOfficer, place.people.reviewer, { E01: '780' })
    const before = await printed(id)
    doneBy(await set('8/10/2026', { body: 'Ủy ban nhân dân mới|{unit}' }))
    expect(await printed(id)).toEqual(before)
    const draft = await typed(place.people.doiCheOfficer, { E01: '780' }, quarterOf(2026, 2))
    expect((await printed(draft)).name).toBe('Ủy ban nhân dân mới xã Đồi Chè')
  })

  test('are on the public paper what they are on the signed one, though it is published later', async () => {
    const { doiCheOfficer, reviewer } = place.people
    const id = await accepted(doiCheOfficer, reviewer, { E01: '780' })
    const signed = await printed(id)
    doneBy(await set('8/10/2026', { body: 'Ủy ban nhân dân mới|{unit}' }))
    doneBy(await publishReport(as(reviewer, new Date('2026-10-12T02:00:00Z')), id, await versionOf(id)))
    const [unit] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [place.doiChe])
    const open = await publishedDocument(database.db, unit?.code ?? '', id)
    expect(chosenBody(open?.bodies ?? [], 'state')).toEqual(signed)
  })

  test('of one unit go before those of its kind, and another province has none of them', async () => {
    doneBy(await set(today))
    const own = { kind: null, unit: place.doiChe, layout: 'state' } as const
    doneBy(await set(today, { place: 'Đồi Chè Thượng', symbol: 'BC-UB' }, own))
    const first = await printed(await submitted(place.people.doiCheOfficer, { E01: '780' }))
    expect([first.place, first.symbol]).toEqual(['Đồi Chè Thượng', 'BC-UB'])
    const second = await printed(await submitted(place.people.benDoOfficer, { E01: '780' }), place.people.benDoOfficer)
    expect([second.place, second.symbol]).toEqual(['Bến Đò', 'BC-UBND'])
    const { otherOfficer } = place.people
    expect((await printed(await submitted(otherOfficer, { E01: '780' }), otherOfficer)).certainty).toBe('unverified')
  })

  test('may begin in the past once; afterwards no day that is over', async () => {
    doneBy(await set('1/1/2026'))
    expect(answerOf(await set('1/2/2026'))).toBe('day-past')
    expect(answerOf(await set('1/1/2026'))).toBe('day-taken')
    expect(answerOf(await set(today))).toBe('done')
  })

  test('of one unit begin in the past only where its kind has none: its papers were printed with these', async () => {
    const own = { kind: null, unit: place.doiChe, layout: 'state' } as const
    doneBy(await set('1/1/2026'))
    expect(answerOf(await set('1/2/2026', {}, own))).toBe('day-past')
    expect(answerOf(await set(today, {}, own))).toBe('done')
    expect(answerOf(await set('1/2/2026', {}, { ...own, layout: 'party' }))).toBe('done')
    const page = doneBy(await issuingPage(as(place.people.administrator), 'ward', 'state'))
    expect(page.areFirst).toBe(true)
  })

  test.each<[Partial<IssuingWords>, string, string]>([
    [{ body: '' }, today, 'word-missing'],
    [{ recipients: [] }, today, 'word-missing'],
    [{ symbol: 'BC UBND' }, today, 'symbol-not-read'],
    [{ body: 'Ủy ban {xa}' }, today, 'name-not-known'],
    [{ body: 'Văn phòng {provincial}' }, today, 'body-above-itself'],
    [{ place: '{place' }, today, 'name-not-known'],
    [{ superior: 'x'.repeat(200) }, today, 'word-too-long'],
    [{ recipients: ['Anh Ba, 0912 345 678'] }, today, 'personal-number'],
    [{ recipients: Array.from({ length: 13 }, () => 'UBND') }, today, 'recipients-too-many'],
    [{}, 'hôm nay', 'day-not-read'],
  ])('%j from %s are refused: %s', async (more, validFrom, code) => {
    expect(answerOf(await set(validFrom, more))).toBe(code)
  })

  test('two administrators setting one day at once: the second is told', async () => {
    const answers = await Promise.all([set(today), set(today)])
    expect(answers.map(answerOf).toSorted()).toEqual(['day-taken', 'done'])
  })

  test.each(['doiCheLeader', 'provinceLeader', 'reviewer', 'otherOfficer'] as const)('%s sets none', async (who) => {
    const entry = { validFrom: today, words }
    expect(answerOf(await setIssuingWords(as(place.people[who]), communes, entry))).toBe('forbidden')
    expect((await issuingList(as(place.people[who]))).ok).toBe(false)
  })

  test('are of the own province only', async () => {
    const foreign = { kind: null, unit: place.other.gioLua, layout: 'state' } as const
    expect(answerOf(await set(today, {}, foreign))).toBe('not-found')
  })
})

describe('words taken back', () => {
  test('are gone before their day, and the day is free again', async () => {
    const id = doneBy(await set('1/1/2027'))
    doneBy(await withdrawIssuingWords(as(place.people.administrator), id))
    expect(answerOf(await withdrawIssuingWords(as(place.people.administrator), id))).toBe('not-found')
    expect(answerOf(await set('1/1/2027'))).toBe('done')
  })

  test('that are in use are refused', async () => {
    const id = doneBy(await set('1/1/2026'))
    expect(answerOf(await withdrawIssuingWords(as(place.people.administrator), id))).toBe('already-in-use')
  })

  test('by nobody else', async () => {
    const id = doneBy(await set('1/1/2027'))
    expect(answerOf(await withdrawIssuingWords(as(place.people.provinceLeader), id))).toBe('forbidden')
    expect(answerOf(await withdrawIssuingWords(as(place.people.otherAdministrator), id))).toBe('not-found')
    expect(answerOf(await withdrawIssuingWords(as(place.people.administrator), newId()))).toBe('not-found')
  })
})

describe('the page of issuing bodies', () => {
  test('lists every kind of the province with what is printed today', async () => {
    doneBy(await set('1/1/2026', { body: 'Ủy ban nhân dân thử|{unit}' }))
    const list = doneBy(await issuingList(as(place.people.administrator)))
    expect(list.kinds.map(({ kind }) => kind).toSorted()).toEqual(['commune', 'province', 'ward'])
    const shown = list.kinds.find(({ kind }) => kind === 'commune')?.bodies.find(({ layout }) => layout === 'state')
    expect([shown?.body.name.startsWith('Ủy ban nhân dân thử xã'), shown?.set?.validFrom]).toEqual([true, '2026-01-01'])
  })

  test('shows of a kind its own words, though the unit it is shown by has others', async () => {
    const units = doneBy(await issuingList(as(place.people.administrator)))
    const example = units.kinds.find(({ kind }) => kind === 'commune')?.example
    if (!example) throw new Error('The province has no commune')
    doneBy(await set(today, { symbol: 'BC-RIENG' }, { kind: null, unit: example.unit, layout: 'state' }))
    const shown = doneBy(await issuingPage(as(place.people.administrator), 'commune', 'state'))
    expect([shown.unit.unit, shown.preview.symbol, shown.shipped.symbol]).toEqual([example.unit, 'BC-UBND', 'BC-UBND'])
    expect(shown.shipped.certainty).not.toBe('set-by-province')
  })

  test('shows how words would look before they are set, and sets nothing by it', async () => {
    const looked = doneBy(
      await issuingPage(as(place.people.administrator), 'ward', 'party', { ...words, body: 'Đảng ủy thử' }),
    )
    expect(looked.preview.name).toBe('Đảng ủy thử')
    expect(looked.standing).toEqual([])
    expect((await issuingPage(as(place.people.administrator), 'khong-co', 'party')).ok).toBe(false)
  })
})

test('what is typed is tidied: one line a field, recipients without their marks', () => {
  const { recipients, ...others } = words
  const said = wordsTyped({ ...others, body: '  Ủy ban\n nhân dân ', recipients: '- UBND tỉnh;\n\n– Lưu: VT.\n' })
  expect([said.body, said.recipients, recipients.length]).toEqual(['Ủy ban nhân dân', ['UBND tỉnh', 'Lưu: VT'], 2])
})
