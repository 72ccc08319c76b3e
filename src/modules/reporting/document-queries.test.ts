import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { desk, doneBy } from '../../../tests/support/reports.ts'
import { printableReport, publishedDocument } from './document-queries.server.ts'
import { chosenBody } from './issuing-body.ts'

const database = useDatabase()
const { as, typed, submitted, published } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

test('an officer takes the commune’s report home under the names of its committee, in either layout', async () => {
  const id = await typed(place.people.doiCheOfficer, { E01: '780' })
  const { content, bodies } = doneBy(await printableReport(as(place.people.doiCheOfficer), id))
  expect(content.lines.find((line) => line.cell.code === 'E01')?.figure.raw).toBe('780')
  expect(bodies.map((body) => body.layout)).toEqual(['state', 'party', 'front'])
  const party = chosenBody(bodies, 'party')
  expect(party.issuer.body).toMatch(/^ĐẢNG ỦY/)
  expect(party.issuer.superior).toMatch(/^TỈNH ỦY /)
  expect(party.name).toContain('xã Đồi Chè')
})

test('a unit with words of its own goes before its kind, in that layout only', async () => {
  const id = await typed(place.people.doiCheOfficer, {})
  await database.asOwner(
    `insert into issuing_body select 'own-' || $1::uuid, null, $1::uuid, layout, true, superior, 'Đảng ủy Khu Đồi Chè',
       symbol, signs_for, signer_title, recipients, certainty, source from issuing_body where id = 'commune-party'`,
    [place.doiChe],
  )
  const { bodies } = doneBy(await printableReport(as(place.people.doiCheOfficer), id))
  expect(bodies.map((body) => body.name)).toEqual([
    'Ủy ban nhân dân xã Đồi Chè',
    'Đảng ủy Khu Đồi Chè',
    'Ủy ban MTTQ Việt Nam xã Đồi Chè',
  ])
  const other = await typed(place.people.benDoOfficer, {})
  expect(doneBy(await printableReport(as(place.people.benDoOfficer), other)).bodies[1]?.name).toMatch(/^Đảng ủy xã/)
})

test('a reviewer gets no file of what a commune is still typing, and gets it once it is handed in', async () => {
  const id = await typed(place.people.doiCheOfficer, { E01: '780' })
  expect(await printableReport(as(place.people.reviewer), id)).toMatchObject({ ok: false, kind: 'not-found' })
  const handedIn = await submitted(place.people.benDoOfficer, { E01: '780' })
  expect(doneBy(await printableReport(as(place.people.reviewer), handedIn)).page.isLive).toBe(false)
})

test.each(['benDoOfficer', 'otherReviewer', 'administrator'] as const)('%s gets no file of it', async (stranger) => {
  const id = await submitted(place.people.doiCheOfficer, { E01: '780' })
  expect((await printableReport(as(place.people[stranger]), id)).ok).toBe(false)
})

test('everybody takes a published report home, and none that is not published', async () => {
  const { doiCheOfficer, reviewer, benDoOfficer } = place.people
  const id = await published(doiCheOfficer, reviewer, { E01: '780' })
  const hidden = await submitted(benDoOfficer, { E01: '780' })
  const code = async (unit: string): Promise<string> =>
    (await database.asOwner<{ code: string }>('select code from unit where id = $1', [unit]))[0]?.code ?? ''
  const found = await publishedDocument(database.db, await code(place.doiChe), id)
  expect(found?.bodies.map((body) => body.layout)).toEqual(['state', 'party', 'front'])
  expect(found?.content.lines.every((line) => line.isPublic)).toBe(true)
  expect(await publishedDocument(database.db, await code(place.benDo), hidden)).toBeNull()
})
