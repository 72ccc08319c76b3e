import { beforeEach, describe, expect, test } from 'vitest'
import { yearOf } from '#kernel/period.ts'
import { firstBrokenLink } from '#platform/audit.ts'
import { inScope } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, now, submitNow } from '../../../tests/support/reports.ts'
import { acceptReport, publishReport, recallReport, returnReport } from './commands.server.ts'
import { explainFinding, saveCells } from './entry-commands.server.ts'
import { recordPublished } from './published-source-commands.server.ts'
import { answerQuestion } from './question-commands.server.ts'
import type { PublishedReport } from './published-source.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

type AuditRow = {
  n: number
  kind: string
  account_id: string | null
  unit_id: string
  object_id: string
  changed: object
}

async function auditOf(province: UnitId): Promise<AuditRow[]> {
  return database.asOwner<AuditRow>(
    'select n::int, kind, account_id, unit_id, object_id, changed from audit where province_id = $1 order by audit.n',
    [province],
  )
}

async function brokenLink(province: UnitId): Promise<number | null> {
  return inScope(database.db, { reach: 'province', province }, (tx) => firstBrokenLink(tx, province))
}

const unequal = { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' }
const reason = 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7, chưa có kết quả.'
const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Tổng này có tính hồ sơ trực tuyến không?' }]

/** Every step a report can take, each with the kind under which it is recorded. */
async function wholeLife(
  afterEach: (kind: string, who: keyof TestProvince['people']) => Promise<void>,
): Promise<ReportId> {
  const officer = as(place.people.doiCheOfficer)
  const reviewer = as(place.people.reviewer)
  const id = await begun(place.people.doiCheOfficer)
  await afterEach('report-begun', 'doiCheOfficer')
  doneBy(await saveCells(officer, id, entries(unequal)))
  await afterEach('figures-saved', 'doiCheOfficer')
  doneBy(await explainFinding(officer, id, 'Q02:F01', reason))
  await afterEach('finding-explained', 'doiCheOfficer')
  doneBy(await submitNow(officer, id))
  await afterEach('report-submit', 'doiCheOfficer')
  doneBy(await returnReport(reviewer, id, await versionOf(id), question))
  await afterEach('report-return', 'reviewer')
  const asked = doneBy(await reportPage(officer, id)).questions[0]
  if (!asked) throw new Error('no question')
  doneBy(await answerQuestion(officer, id, asked.id, 'Có, tính cả hai cách nộp.'))
  await afterEach('question-answered', 'doiCheOfficer')
  doneBy(await submitNow(as(place.people.doiCheLeader), id))
  await afterEach('report-submit', 'doiCheLeader')
  doneBy(await recallReport(officer, id, await versionOf(id)))
  await afterEach('report-recall', 'doiCheOfficer')
  doneBy(await submitNow(officer, id))
  await afterEach('report-submit', 'doiCheOfficer')
  doneBy(await acceptReport(reviewer, id, await versionOf(id)))
  await afterEach('report-accept', 'reviewer')
  doneBy(await publishReport(reviewer, id, await versionOf(id)))
  await afterEach('report-publish', 'reviewer')
  return id
}

describe('what was done is recorded', () => {
  test('every write leaves exactly one row, in the name of who did it, and the chain is whole', async () => {
    const expected: { n: number; kind: string; account_id: string; unit_id: string }[] = []
    const id = await wholeLife(async (kind, who) => {
      const { account, unit } = place.people[who]
      expected.push({ n: expected.length + 1, kind, account_id: account, unit_id: unit })
      expect(await auditOf(place.province)).toMatchObject(expected)
    })
    expect((await auditOf(place.province)).every((row) => row.object_id === id)).toBe(true)
    expect(await brokenLink(place.province)).toBeNull()
    expect(await auditOf(place.other.province)).toEqual([])
  })

  test('it names the cells and the moves, never a figure, an explanation or a person', async () => {
    await wholeLife(async () => undefined)
    const rows = await auditOf(place.province)
    expect(rows.find((row) => row.kind === 'figures-saved')?.changed).toEqual({ cells: Object.keys(unequal) })
    expect(rows.find((row) => row.kind === 'report-accept')?.changed).toEqual({ from: 'submitted', to: 'accepted' })
    expect(JSON.stringify(rows)).not.toMatch(/hồ sơ|cách nộp|Trần|Phạm|"90"/)
  })

  test('what was refused or forbidden leaves no row', async () => {
    const id = await typed(place.people.doiCheOfficer, unequal)
    const before = await auditOf(place.province)
    expect(answerOf(await submitNow(as(place.people.doiCheOfficer), id))).toBe('does-not-add-up')
    expect(answerOf(await saveCells(as(place.people.reviewer), id, entries({ F01: '1' })))).toBe('forbidden')
    expect(answerOf(await saveCells(as(place.people.doiCheOfficer), id, []))).toBe('done')
    await begun(place.people.doiCheColleague)
    expect(await auditOf(place.province)).toEqual(before)
  })

  test('communes working at the same moment share one chain without a gap', async () => {
    const { doiCheOfficer, benDoOfficer, cauGoOfficer, choMoiOfficer } = place.people
    await Promise.all(
      [doiCheOfficer, benDoOfficer, cauGoOfficer, choMoiOfficer].map((officer) => submitted(officer, { F01: '10' })),
    )
    const numbers = (await auditOf(place.province)).map((row) => row.n)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(await brokenLink(place.province)).toBeNull()
  })
})

describe('who changes the record afterwards is found by its number', () => {
  test.each([
    ['the person', `update audit set account_id = gen_random_uuid() where province_id = $1 and n = 3`, 3],
    ['the unit', `update audit set unit_id = province_id where province_id = $1 and n = 2`, 2],
    ['the time', `update audit set at = at - interval '1 ms' where province_id = $1 and n = 3`, 3],
    ['what it was', `update audit set kind = 'report-accept' where province_id = $1 and n = 1`, 1],
    ['which object', `update audit set object_id = 'x' where province_id = $1 and n = 2`, 2],
    ['a value', `update audit set changed = '{"from":"draft","to":"accepted"}' where province_id = $1 and n = 3`, 3],
    ['the hash before it', `update audit set previous_hash = sha256('x') where province_id = $1 and n = 2`, 2],
    ['its hash', `update audit set hash = sha256('x') where province_id = $1 and n = 2`, 2],
    ['a row in the middle taken out', `delete from audit where province_id = $1 and n = 2`, 2],
    ['the last row taken out', `delete from audit where province_id = $1 and n = 3`, 3],
    ['a row moved to the end', `update audit set n = 9 where province_id = $1 and n = 3`, 3],
    ['the head', `update audit_head set hash = sha256('x') where province_id = $1`, 4],
    ['the head taken out', `delete from audit_head where province_id = $1`, 4],
  ])('%s', async (_, change, number) => {
    await submitted(place.people.doiCheOfficer, { F01: '10' })
    await submitted(place.people.otherOfficer, { F01: '10' })
    expect(await brokenLink(place.province)).toBeNull()
    await database.asOwner(change, [place.province])
    expect(await brokenLink(place.province)).toBe(number)
    expect(await brokenLink(place.other.province)).toBeNull()
  })
})

describe('every change of a figure has its number', () => {
  async function numbersOf(province: UnitId): Promise<{ clock: number; changes: number[] }> {
    const [clock] = await database.asOwner<{ n: number }>('select n::int from figure_clock where province_id = $1', [
      province,
    ])
    const changes = await database.asOwner<{ n: number }>(
      'select n::int from figure_change where province_id = $1 order by figure_change.n',
      [province],
    )
    return { clock: clock?.n ?? 0, changes: changes.map((row) => row.n) }
  }

  test('the numbers have no gap and the clock stands at the last, also when something was refused in between', async () => {
    const id = await typed(place.people.doiCheOfficer, { F01: '10', F06: '9' })
    await saveCells(as(place.people.doiCheColleague), id, entries({ F01: '11', F07: '1' }))
    doneBy(await saveCells(as(place.people.doiCheOfficer), id, entries({ F01: '12' }, { F01: '10' })))
    await typed(place.people.otherOfficer, { F01: '1' })
    expect(await numbersOf(place.province)).toEqual({ clock: 3, changes: [1, 2, 3] })
    expect(await numbersOf(place.other.province)).toEqual({ clock: 1, changes: [1] })
  })

  test('also when communes and officers save at the same moment', async () => {
    const { doiCheOfficer, doiCheColleague, benDoOfficer, cauGoOfficer, choMoiOfficer } = place.people
    await begun(doiCheOfficer)
    await Promise.allSettled([
      typed(doiCheOfficer, { F01: '1', F05: '2', F06: '3' }),
      typed(doiCheColleague, { E01: '4', E02: '5' }),
      typed(doiCheColleague, { E01: '6' }),
      typed(benDoOfficer, { F01: '7' }),
      typed(cauGoOfficer, { F01: '8', F05: '9' }),
      typed(choMoiOfficer, { F01: '10' }),
    ])
    const { clock, changes } = await numbersOf(place.province)
    expect(clock).toBeGreaterThan(6)
    expect(changes).toEqual(Array.from({ length: clock }, (_, index) => index + 1))
    const [rows] = await database.asOwner<{ count: number }>(
      'select count(*)::int as count from figure_change where province_id = $1',
      [place.province],
    )
    expect(rows?.count).toBe(clock)
  })

  test('the last change of every cell is its value', async () => {
    await wholeLife(async () => undefined)
    const [differing] = await database.asOwner<{ count: number }>(
      `select count(*)::int as count
       from figure_value as value
       join (select distinct on (province_id, unit_id, period_from, period_to, indicator_version, dimension) *
             from figure_change
             order by province_id, unit_id, period_from, period_to, indicator_version, dimension, n desc) as change
         using (province_id, unit_id, period_from, period_to, indicator_version, dimension)
       where (value.state, value.qualifier, value.raw, value.note, value.basis, coalesce(value.amount, 0))
             is distinct from
             (change.state, change.qualifier, change.raw, change.note, change.basis, coalesce(change.amount, 0))`,
    )
    expect(differing?.count).toBe(0)
  })
})

describe('figures published elsewhere are recorded', () => {
  const source = (more: Partial<PublishedReport> = {}): PublishedReport => ({
    key: 'bai-bao-thu',
    unitCode: 'khong-dung-toi',
    templateVersion: 'dan-van@1',
    period: yearOf(2023),
    sourceTitle: 'Bài về hội nghị tổng kết',
    sourceNote: 'Số làm tròn.',
    figures: [{ indicatorVersion: 'F01@1', dimension: '', raw: 'trên 3.200', note: '' }],
    ...more,
  })
  const owner = () => ({ province: place.province, unit: place.district })

  test('they are public at once, the system itself did it, and they move no more', async () => {
    const id = doneBy(await recordPublished(database.db, source(), owner(), now))
    expect(await auditOf(place.province)).toMatchObject([
      { kind: 'published-source-recorded', account_id: null, unit_id: place.district, changed: { figures: 1 } },
    ])
    expect(await brokenLink(place.province)).toBeNull()
    const page = doneBy(await reportPage(as(place.people.reviewer), id))
    expect(page).toMatchObject({
      mayEnter: false,
      moves: [],
      report: { status: 'published', origin: 'published-source' },
    })
    expect(await database.asOwner('select from publication where report_id = $1', [id])).toHaveLength(1)
    const version = await versionOf(id)
    for (const who of ['reviewer', 'provinceLeader'] as const) {
      expect(answerOf(await returnReport(as(place.people[who]), id, version, question))).toBe('forbidden')
      expect(answerOf(await saveCells(as(place.people[who]), id, entries({ F01: '1' })))).toBe('forbidden')
    }
  })

  test('a province’s own published figures are not typed over', async () => {
    const id = doneBy(await recordPublished(database.db, source(), { ...owner(), unit: place.province }, now))
    for (const who of ['reviewer', 'provinceLeader'] as const) {
      expect(answerOf(await saveCells(as(place.people[who]), id, entries({ F01: '1' })))).toBe('forbidden')
      expect(answerOf(await recallReport(as(place.people[who]), id, await versionOf(id)))).toBe('forbidden')
    }
  })

  test('a second time, or twice at once, they are already recorded', async () => {
    const both = await Promise.all([
      recordPublished(database.db, source(), owner(), now),
      recordPublished(database.db, source(), owner(), now),
    ])
    expect(both.map(answerOf).sort()).toEqual(['already-recorded', 'done'])
    expect(answerOf(await recordPublished(database.db, source(), owner(), now))).toBe('already-recorded')
    expect(await auditOf(place.province)).toHaveLength(1)
  })

  test('by a template that does not exist they are not found', async () => {
    const unknown = source({ templateVersion: 'khong-co@1' })
    expect(answerOf(await recordPublished(database.db, unknown, owner(), now))).toBe('not-found')
  })

  test('a figure that the template does not carry stops the whole source and leaves nothing behind', async () => {
    const figures = [...source().figures, { indicatorVersion: 'H07@1', dimension: '', raw: '1', note: '' }]
    await expect(recordPublished(database.db, source({ figures }), owner(), now)).rejects.toThrow(
      'bai-bao-thu: H07@1 is not a line of dan-van@1',
    )
    expect(await database.asOwner('select from report where province_id = $1', [place.province])).toEqual([])
    expect(await database.asOwner('select from figure_value where province_id = $1', [place.province])).toEqual([])
  })

  test('they are not summed into the province', async () => {
    doneBy(await recordPublished(database.db, source(), { ...owner(), unit: place.cauGo }, now))
    await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '10' }, yearOf(2023))
    const own = await begun(place.people.provinceLeader, yearOf(2023))
    const content = doneBy(await reportPage(as(place.people.provinceLeader), own)).content
    const total = content?.lines.find((line) => line.cell.code === 'F01')
    expect(content?.units).toEqual({ expected: 5, counted: 1 })
    expect(total).toMatchObject({ unitsCounted: 1, figure: { value: { qualifier: 'exact' } } })
  })
})
