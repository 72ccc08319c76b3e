import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { quarterOf, type Period } from '#kernel/period.ts'
import type { Id } from '#kernel/ids.ts'
import { verifyChain } from '#platform/audit.ts'
import { openDatabase } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { ask, backedUp, restored, useFolder, withEmptyDatabase } from '../support/backup.ts'
import { useDatabase } from '../support/database.ts'
import { settleProvince, type TestProvince } from '../support/province.ts'
import { desk } from '../support/reports.ts'

const database = useDatabase()
const folder = useFolder()
const { accepted, published, submitted, typed } = desk(database)
let places: TestProvince[] = []

beforeAll(async () => {
  places = [await settleProvince(database), await settleProvince(database)]
})

/** Quarters that have all ended, so that a report on each can be submitted. */
const quarters: Period[] = [2023, 2024, 2025].flatMap((year) =>
  [1, 2, 3, 4].map((n) => quarterOf(year, n as 1 | 2 | 3 | 4)),
)

/** One office at work: quarter after quarter through the real commands, each as far as its place in the list says. */
async function work(place: TestProvince, office: 'doiChe' | 'benDo', state: { done: number; stop: boolean }) {
  const { doiCheLeader, benDoOfficer, reviewer } = place.people
  const officer = office === 'doiChe' ? doiCheLeader : benDoOfficer
  for (const [n, quarter] of quarters.entries()) {
    if (state.stop) return
    const texts = { F01: `${1000 + n}`, F02: `${n + 1}` }
    if (n % 4 === 3 && office === 'doiChe') await published(officer, reviewer, texts, quarter)
    else if (n % 4 === 2) await accepted(officer, reviewer, texts, quarter)
    else if (n % 4 === 1) await submitted(officer, texts, quarter)
    else await typed(officer, texts, quarter)
    state.done += 1
  }
}

describe('a backup taken while people work', () => {
  test('is one moment: restored, nothing in it contradicts anything else', { timeout: 240_000 }, async () => {
    const state = { done: 0, stop: false }
    const offices = places.flatMap((place) => [work(place, 'doiChe', state), work(place, 'benDo', state)])
    while (state.done < 4) await pause(20)
    const before = state.done
    const backup = await backedUp(database.url, folder.path('drill.kheo'))
    const after = state.done
    state.stop = true
    await Promise.all(offices)
    // Else nobody worked meanwhile, and this test would show nothing.
    expect(after).toBeGreaterThan(before)
    await withEmptyDatabase(inject('clusterUrl'), async (url) => {
      await restored(url, folder.path('drill.kheo'))
      expect(await contradictions(url)).toEqual([])
      const reports = backup.tables.find(({ name }) => name === 'public.report')?.rows
      expect(await ask(url, 'select count(*)::int as n from report')).toEqual([{ n: reports }])
      expect(reports).toBeGreaterThanOrEqual(4)
      await expectWholeChains(url)
    })
  })

  test('goes on from there: the restored database takes the next report', async () => {
    await withEmptyDatabase(inject('clusterUrl'), async (url) => {
      await restored(url, folder.path('drill.kheo'))
      // As `kheo restore` does: upward, and the queue's own tables, which no backup holds.
      await migrate(url)
      const db = openDatabase(url, { max: 3 })
      const asOwner = (text: string, values: unknown[] = []) => ask(url, text, values)
      const there = desk({ db, url, asOwner } as typeof database)
      const [place] = places
      if (!place) throw new Error('No province was settled')
      await there.published(place.people.otherLeader, place.people.otherReviewer, { F01: '7' }, quarterOf(2022, 1))
      expect(await contradictions(url)).toEqual([])
      await expectWholeChains(url)
      await db.destroy()
    })
  })
})

/** Whatever one table says and another denies; each sentence with how many rows. */
async function contradictions(url: string): Promise<string[]> {
  const questions: Record<string, string> = {
    'a figure is not what its last change says': `
      select from figure_value v
      left join lateral (select * from figure_change c
        where (c.province_id, c.unit_id, c.indicator_version, c.dimension, c.period_from, c.period_to)
            = (v.province_id, v.unit_id, v.indicator_version, v.dimension, v.period_from, v.period_to)
        order by n desc limit 1) c on true
      where (v.state, v.qualifier, v.amount, v.raw, v.note, v.changed_at)
        is distinct from (c.state, c.qualifier, c.amount, c.raw, c.note, c.changed_at)
        and v.province_id in (select province_id from audit)`,
    'a change has no figure': `
      select from figure_change c where not exists (select from figure_value v
        where (c.province_id, c.unit_id, c.indicator_version, c.dimension, c.period_from, c.period_to)
            = (v.province_id, v.unit_id, v.indicator_version, v.dimension, v.period_from, v.period_to))`,
    'a clock is not at its last change': `
      select from figure_clock k
      where n <> greatest(
        coalesce((select max(n) from figure_change c where c.province_id = k.province_id), 0),
        coalesce((select max(n) from figure_set s where s.province_id = k.province_id), 0))`,
    'a set does not stand where its report does': `
      select from figure_set s join report r on (r.province_id, r.id) = (s.province_id, s.id)
      where s.standing <> case r.status when 'submitted' then 'handed-in' when 'accepted' then 'accepted'
        when 'published' then 'published' else 'open' end`,
    'a report has a gap in its events': `
      select from report r
      where (select array_agg(n order by n) from report_event e where (e.province_id, e.report_id) = (r.province_id, r.id))
        is distinct from array(select generate_series(1, (select count(*)::int from report_event e
          where (e.province_id, e.report_id) = (r.province_id, r.id))))
        and r.origin = 'entered'`,
    'a report is not where its last event led': `
      select from report r
      where status is distinct from (select to_status from report_event e
        where (e.province_id, e.report_id) = (r.province_id, r.id) order by n desc limit 1)
        and r.origin = 'entered'`,
    'a report was submitted without its copy': `
      select from report r where status in ('submitted', 'accepted', 'published') and origin = 'entered'
        and not exists (select from report_copy c where (c.province_id, c.report_id) = (r.province_id, r.id))`,
    'a report is published without its page': `
      select from report r where status = 'published'
        and not exists (select from publication p where (p.province_id, p.report_id) = (r.province_id, r.id))`,
  }
  const found: string[] = []
  for (const [sentence, text] of Object.entries(questions)) {
    const rows = await ask(url, text)
    if (rows.length > 0) found.push(`${sentence}: ${rows.length}`)
  }
  return found
}

async function expectWholeChains(url: string): Promise<void> {
  const heads = await ask<{ province: Id<'Unit'>; n: number }>(
    url,
    'select province_id as province, n::int from audit_head',
  )
  const db = openDatabase(url, { max: 1 })
  for (const { province, n } of heads) expect(await verifyChain(db, province)).toEqual({ rows: n })
  await db.destroy()
  expect(heads.filter(({ n }) => n > 0).length).toBeGreaterThanOrEqual(2)
}
