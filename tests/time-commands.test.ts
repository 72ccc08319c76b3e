import { beforeAll, describe, expect, test } from 'vitest'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import { loadReference } from '#platform/reference.ts'
import { cliCalendar, cliDeadline, cliPeriod } from '../src/time-commands.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince } from './support/province.ts'

const database = useDatabase()
const now = new Date('2026-11-22T02:00:00Z')
beforeAll(() => loadReference(database.url).then(() => undefined))

function json(answer: CliAnswer): unknown {
  if (answer.exit !== 0) throw new Error(answer.stderr)
  return JSON.parse(answer.stdout)
}

describe('kheo period', () => {
  test('says what it understood: bounds, address, name, the one before and a year earlier', () => {
    expect(json(cliPeriod(['9', 'tháng', '2020', '--json']))).toMatchObject({
      ...{ key: '2020-9-thang', name: '9 tháng đầu năm 2020', from: '2020-01-01', to: '2020-09-30' },
      ...{ regime: 'nine-months', samePeriodLastYear: { key: '2019-9-thang', from: '2019-01-01', to: '2019-09-30' } },
    })
    expect(json(cliPeriod(['Q3/2026', '--json']))).toMatchObject({
      ...{ title: 'Quý III/2026', predecessor: { key: '2026-q2' }, samePeriodLastYear: { key: '2025-q3' } },
    })
    expect(json(cliPeriod(['Nhiệm kỳ 2020-2025', '--json']))).toMatchObject({
      regime: 'term',
      samePeriodLastYear: null,
    })
    expect(cliPeriod(['thang 3-2026'])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('Tháng 3/2026 (2026-t03)'),
    })
  })

  test('what is not understood is bad input, with examples', () => {
    expect(cliPeriod(['hôm qua', '--json'])).toMatchObject({ exit: 2, stderr: expect.stringContaining('quý III/2026') })
    expect(cliPeriod([])).toMatchObject({ exit: 2 })
  })
})

describe('kheo calendar', () => {
  test('prints a year with its standing', async () => {
    expect(json(await cliCalendar(database.db, ['2026', '--json'], now))).toMatchObject({
      year: 2026,
      standing: 'official',
    })
    const estimate = await cliCalendar(database.db, ['2027'], now)
    expect(estimate).toMatchObject({ exit: 0, stdout: expect.stringContaining('năm 2027: ước tính') })
  })

  test('a year nobody knows, and what is no year', async () => {
    expect(await cliCalendar(database.db, ['2031'], now)).toMatchObject({ exit: 1 })
    expect(await cliCalendar(database.db, ['sang năm'], now)).toMatchObject({ exit: 2 })
    expect(await cliCalendar(database.db, ['2026', '--province', 'khong-co'], now)).toMatchObject({ exit: 2 })
  })
})

describe('kheo deadline', () => {
  const ask = (...args: string[]) => cliDeadline(database.db, args, now)

  test('the golden cases of the calendar', async () => {
    expect(json(await ask('--from', '2026-11-20', '--working-days', '3', '--json'))).toEqual({
      ...{ from: '2026-11-20', workingDays: 3, due: '2026-11-26', estimate: false, legal: true },
    })
    expect(json(await ask('--from', '24/7/2026', '--days', '30', '--json'))).toMatchObject({
      ...{ due: '2026-08-24', nominal: '2026-08-23' },
    })
  })

  test('an unofficial year is told as an estimate and refused for legal use, as data and with a sentence', async () => {
    expect(json(await ask('--from', '2026-12-25', '--working-days', '10', '--json'))).toMatchObject({
      ...{ estimate: true, legal: false, legalRefusal: { because: 'unofficial-year', year: 2027 } },
    })
    expect(await ask('--from', '2026-12-25', '--working-days', '10', '--legal')).toMatchObject({
      ...{ exit: 1, stderr: expect.stringContaining('mới là ước tính') },
    })
  })

  test('a province counts by its own calendar', async () => {
    const place = await settleProvince(database)
    const [unit] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [place.province])
    await database.asOwner(
      `insert into calendar_confirmation values ($1, gen_random_uuid(), 2027, 'Thử', '2027-03-31', gen_random_uuid(), 'Ai đó', now(), null)`,
      [place.province],
    )
    const asked = ['--from', '2026-12-25', '--working-days', '10', '--json']
    expect(json(await ask(...asked, '--province', unit?.code ?? ''))).toMatchObject({ legal: true, estimate: true })
    expect(json(await ask(...asked))).toMatchObject({ legal: false })
  })

  test.each([
    [['--working-days', '3']],
    [['--from', '2026-11-20']],
    [['--from', '2026-11-20', '--days', '3', '--working-days', '3']],
    [['--from', '2026-11-20', '--days', 'ba']],
    [['--from', '31/2/2026', '--days', '3']],
    [['--from', '2026-11-20', '--days', '3', '--nhanh']],
  ])('%j is bad input', async (args) => {
    expect(await ask(...args)).toMatchObject({ exit: 2 })
  })
})
