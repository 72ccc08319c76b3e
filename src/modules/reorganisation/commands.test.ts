import { beforeEach, describe, expect, test } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import type { Access } from '#modules/access/access.server.ts'
import type { Actor } from '#modules/access/actor.ts'
import { endDuty } from '#modules/access/duties.server.ts'
import { followingOf } from '#modules/access/following.ts'
import { predecessorsPage } from '#modules/reporting/predecessors-queries.server.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { inScope } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { loadReferenceFolder } from '#platform/reference.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, now, submitNow } from '../../../tests/support/reports.ts'
import {
  beginReorganisation,
  changeReorganisation,
  decideReorganisation,
  discardReorganisation,
  undoReorganisation,
} from './commands.server.ts'
import type { DraftChange } from './change.ts'
import { usualAggregation, type NewUnit, type ReorganisationId, type Step } from './draft.ts'
import { applyReorganisations } from './tasks.server.ts'
import { enterShares } from './measuring.server.ts'
import { changeTask } from './task-commands.server.ts'
import { reorganisationTellers } from './tellers.server.ts'

const database = useDatabase()
const { as, typed } = desk(database)
const day = localDate('2027-01-01')
const act = {
  number: '77/NQ-UBTVQH16',
  issuedOn: localDate('2026-10-01'),
  issuer: 'Ủy ban Thường vụ Quốc hội',
  article: 'Điều 1',
}
const head = { title: 'Sáp nhập Đồi Chè và Bến Đò', day, act }

let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
  for (const actor of Object.values(place.people)) {
    await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
      ...[actor.province, actor.account, actor.unit, actor.duty],
    ])
  }
})

const admin = (): Actor => place.people.administrator

function born(name: string, officialCode: string | null = null): NewUnit {
  return { unit: newId<'Unit'>(), name, kind: 'commune', officialCode, parent: place.province }
}

function merge(into: NewUnit, whole: UnitId[], parts: { from: UnitId; share: number | null }[] = []): Step {
  return {
    id: newId<'Step'>(),
    kind: 'merge',
    aggregation: usualAggregation.merge,
    into,
    parts: [
      ...whole.map((from) => ({ from, extent: 'whole' as const, measure: { by: 'unknown' as const }, source: '' })),
      ...parts.map(({ from, share }) => ({
        from,
        extent: 'part' as const,
        measure: share === null ? { by: 'unknown' as const } : { by: 'share' as const, share },
        source: share === null ? '' : 'đề án',
      })),
    ],
  }
}

async function drafted(steps: Step[], on = head): Promise<{ id: ReorganisationId; version: number }> {
  const id = newId<'Reorganisation'>()
  doneBy(await beginReorganisation(as(admin()), id, on))
  for (const step of steps) await changed(id, { what: 'step-added', step })
  return { id, version: await versionOf(id) }
}

async function changed(id: ReorganisationId, change: DraftChange): Promise<void> {
  doneBy(await changeReorganisation(as(admin()), id, await versionOf(id), change))
}

async function versionOf(id: ReorganisationId): Promise<number> {
  const [row] = await database.asOwner<{ version: number }>('select version from reorganisation where id = $1', [id])
  return row?.version ?? -1
}

async function decided(steps: Step[], on = head): Promise<ReorganisationId> {
  const { id, version } = await drafted(steps, on)
  doneBy(await decideReorganisation(as(admin()), id, version))
  return id
}

/** Everything a decision may write, byte for byte. */
async function register(): Promise<string> {
  const tables = [
    'unit',
    'unit_version',
    'legal_act',
    'territorial_event',
    'territorial_link',
    'duty',
    'reference_hold',
  ]
  const texts = await Promise.all(
    [...tables, 'reorganisation_task'].map(async (name) => {
      const rows = await database.asOwner<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      return `${name}\n${rows.map(({ row }) => row).join('\n')}`
    }),
  )
  return texts.join('\n\n')
}

async function unitsOn(when: string): Promise<string[]> {
  const rows = await database.asOwner<{ name: string }>(
    `select name from unit_version where province_id = $1 and level = 'commune' and valid @> $2::date
     order by name collate "vi-x-icu"`,
    [place.province, when],
  )
  return rows.map(({ name }) => name)
}

async function dutiesOf(actor: Actor, when: string): Promise<UnitId[]> {
  const rows = await database.asOwner<{ unit_id: UnitId }>(
    'select unit_id from duty where account_id = $1 and valid @> $2::date order by unit_id',
    [actor.account, when],
  )
  return rows.map((row) => row.unit_id)
}

describe('a merge that is decided', () => {
  test('changes nothing today, and on its day the units, the duties and the register are the new ones', async () => {
    const into = born('Xã Chè Đò', '99001')
    await decided([merge(into, [place.doiChe, place.benDo])])
    expect(await unitsOn('2026-12-31')).toEqual(['Phường Chợ Mới', 'Xã Bến Đò', 'Xã Cầu Gỗ', 'Xã Đồi Chè'])
    expect(await unitsOn('2027-01-01')).toEqual(['Phường Chợ Mới', 'Xã Cầu Gỗ', 'Xã Chè Đò'])
    const { doiCheOfficer, benDoOfficer, cauGoOfficer } = place.people
    expect(await dutiesOf(doiCheOfficer, '2026-12-31')).toEqual([place.doiChe])
    expect(await dutiesOf(doiCheOfficer, '2027-01-01')).toEqual([into.unit])
    expect(await dutiesOf(benDoOfficer, '2027-01-01')).toEqual([into.unit])
    expect(await dutiesOf(cauGoOfficer, '2027-01-01')).toEqual([place.cauGo])
    const links = await database.asOwner(
      'select from_unit_id, share_ppm, extent from territorial_link where to_unit_id = $1 order by from_unit_id',
      [into.unit],
    )
    expect(links).toHaveLength(2)
    expect(links[0]).toMatchObject({ share_ppm: 1_000_000, extent: 'whole' })
    expect(await database.asOwner('select code from unit where id = $1', [into.unit])).toEqual([
      { code: 'xa-che-do-99001' },
    ])
    const [told] = await database.asOwner<{ n: string }>(
      `select count(*) as n from graphile_worker.jobs where task_identifier = 'tell-reorganisation-decided'`,
    )
    expect(Number(told?.n)).toBeGreaterThan(0)
  })

  test('and undone leaves every table byte for byte as it was', async () => {
    const part = { from: place.cauGo, share: 250_000 }
    const rest = merge(born('Xã Cầu Gỗ Mới'), [], [{ from: place.cauGo, share: 750_000 }])
    const { id, version } = await drafted([merge(born('Xã Chè Đò'), [place.doiChe, place.benDo], [part]), rest])
    const before = await register()
    await changed(id, { what: 'successors', chosen: await chosenFor(place.cauGo, rest) })
    doneBy(await decideReorganisation(as(admin()), id, version + 1))
    expect(await register()).not.toBe(before)
    doneBy(await undoReorganisation(as(admin()), id, await versionOf(id)))
    expect(await register()).toBe(before)
  })

  test('stands when the published files are loaded again', async () => {
    await decided([merge(born('Xã Chè Đò'), [place.doiChe, place.benDo])])
    const folder = await mkdtemp(join(tmpdir(), 'kheo-hold-'))
    const row = (unit: UnitId, name: string) =>
      `${unit},state,"[2025-07-01,)",${name},commune,commune,${place.province},${place.province}`
    await writeFile(join(folder, 'ORDER'), 'unit_version by unit_id\n')
    await writeFile(
      join(folder, 'unit_version.csv'),
      `unit_id,tree,valid,name,kind,level,parent_id,province_id\n${row(place.doiChe, 'Xã Đồi Chè')}\n${row(place.cauGo, 'Xã Cầu Gỗ Lớn')}\n`,
    )
    const sentences: string[] = []
    await loadReferenceFolder(database.url, folder, (sentence) => sentences.push(sentence))
    await rm(folder, { recursive: true })
    expect(sentences).toEqual([expect.stringMatching(/giữ nguyên 1 mục đã thay đổi tại chỗ$/)])
    expect(await unitsOn('2027-01-01')).toEqual(['Phường Chợ Mới', 'Xã Cầu Gỗ Lớn', 'Xã Chè Đò'])
  })

  test('keeps the register as it is when published files do not fit it, and the other files are loaded', async () => {
    await decided([merge(born('Xã Chè Đò'), [place.doiChe, place.benDo])])
    const folder = await mkdtemp(join(tmpdir(), 'kheo-odds-'))
    // The same merger, published later: another unit under the code that was given here.
    await writeFile(join(folder, 'ORDER'), 'unit in register\nunit_version by unit_id in register\ntemplate\n')
    await writeFile(join(folder, 'unit.csv'), `id,code\n${newId()},xa-che-do-99001\n`)
    await writeFile(
      join(folder, 'unit_version.csv'),
      `unit_id,tree,valid,name,kind,level,parent_id,province_id\n${place.cauGo},state,"[2025-07-01,)",Xã Cầu Gỗ Lớn,commune,commune,${place.province},${place.province}\n`,
    )
    await writeFile(join(folder, 'template.csv'), 'code\nthu-nap\n')
    const before = await register()
    const sentences: string[] = []
    const { loaded } = await loadReferenceFolder(database.url, folder, (sentence) => sentences.push(sentence))
    await rm(folder, { recursive: true })
    expect(loaded).toHaveLength(1)
    expect(sentences[0]).toMatch(
      /^Chưa nạp được .*unit\.csv, .*unit_version\.csv: không khớp với thay đổi đã chốt tại chỗ/,
    )
    expect(await register()).toBe(before)
  })

  test('is marked on its day; a duty given meanwhile follows, and then nothing can be taken back', async () => {
    const into = born('Xã Chè Đò')
    const id = await decided([merge(into, [place.doiChe, place.benDo])])
    const { choMoiOfficer } = place.people
    await database.asOwner(
      `insert into duty values ($1, gen_random_uuid(), $2, $3, 'commune-officer', '[2026-12-01,)')`,
      [...[place.province, choMoiOfficer.account, place.doiChe]],
    )
    expect(await applyReorganisations(database.db, place.province, new Date('2026-12-31T02:00:00Z'))).toBe(0)
    const dayCame = new Date('2026-12-31T18:00:00Z')
    expect(await applyReorganisations(database.db, place.province, dayCame)).toBe(1)
    expect(await applyReorganisations(database.db, place.province, dayCame)).toBe(0)
    expect(await dutiesOf(choMoiOfficer, '2027-01-02')).toContain(into.unit)
    const late = await undoReorganisation(as(admin(), dayCame), id, await versionOf(id))
    expect(answerOf(late)).toBe('in-force-already')
  })
})

async function chosenFor(unit: UnitId, step: Step): Promise<Record<string, UnitId>> {
  const duties = await database.asOwner<{ id: string }>('select id from duty where unit_id = $1', [unit])
  const to = step.kind === 'merge' ? step.into.unit : unit
  return Object.fromEntries(duties.map(({ id }) => [id, to]))
}

describe('the people of a unit that ends', () => {
  test('are told when it is decided, when it is undone and on its day; nobody else is', async () => {
    const id = await decided([merge(born('Xã Chè Đò'), [place.doiChe, place.benDo])])
    for (const [topic, words] of [
      ['reorganisation-decided', /^Từ ngày 1\/1\/2027 đơn vị thay đổi: Sáp nhập/],
      ['reorganisation-undone', /^Đã hoàn tác/],
      ['reorganisation-applied', /^Có hiệu lực từ 1\/1\/2027/],
    ] as const) {
      const told = { province: place.province, object: id, by: null, at: now }
      const telling = await inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
        reorganisationTellers[topic](tx, told),
      )
      expect(telling?.title).toMatch(words)
      const people = (telling?.to ?? []).map(({ account }) => account).sort()
      const { doiCheOfficer, doiCheColleague, doiCheLeader, benDoOfficer } = place.people
      expect(people).toEqual(
        [doiCheOfficer, doiCheColleague, doiCheLeader, benDoOfficer].map((one) => one.account).sort(),
      )
    }
  })

  test('whose duty is ended before the day do not begin it anew', async () => {
    const into = born('Xã Chè Đò')
    const id = await decided([merge(into, [place.doiChe, place.benDo])])
    const { doiCheOfficer } = place.people
    const [duty] = await database.asOwner<{ id: Id<'Duty'> }>(
      'select id from duty where account_id = $1 and follows_duty_id is null',
      [doiCheOfficer.account],
    )
    const access = { db: database.db } as Access
    doneBy(await endDuty(access, { actor: admin(), now }, doiCheOfficer.account, duty?.id ?? newId<'Duty'>()))
    expect(await dutiesOf(doiCheOfficer, '2027-01-01')).toEqual([])
    doneBy(await undoReorganisation(as(admin()), id, await versionOf(id)))
    expect(await dutiesOf(doiCheOfficer, '2027-01-01')).toEqual([])
    expect(await dutiesOf(place.people.benDoOfficer, '2027-01-01')).toEqual([place.benDo])
  })
})

describe('whoever works for the new unit', () => {
  test('reads the reports of those before it, drafts too, and may not touch them', async () => {
    const report = await typed(place.people.doiCheOfficer, { F01: '12' })
    const into = born('Xã Chè Đò')
    await decided([merge(into, [place.doiChe, place.benDo])])
    const register = await inScope(database.db, { reach: 'public' }, (tx) => currentRegister(tx))
    expect(followingOf(register, place.cauGo, day)).toBeNull()
    // Decided is not yet so: until the day nobody follows.
    expect(followingOf(register, into.unit, localDate('2026-12-31'))).toBeNull()
    const follows = followingOf(register, into.unit, day)
    expect([...(follows?.units ?? [])].sort()).toEqual([place.doiChe, place.benDo].sort())
    const officer: Actor = { ...place.people.benDoOfficer, unit: into.unit, follows: follows ?? undefined }
    const page = await reportPage(as(officer), report)
    expect(page.ok && [page.value.content !== null, page.value.moves, page.value.mayEnter]).toEqual([true, [], false])
    expect((await submitNow(as(officer), report)).ok).toBe(false)
    const { before } = await predecessorsPage(as(officer))
    expect(before.map(({ name, reports }) => [name, reports.length])).toEqual([
      ['Xã Bến Đò', 0],
      ['Xã Đồi Chè', 1],
    ])
    const { ahead } = await predecessorsPage(as(place.people.doiCheOfficer))
    expect(ahead).toMatchObject([{ day, to: ['Xã Chè Đò'] }])
    const stranger: Actor = { ...place.people.cauGoOfficer }
    expect((await reportPage(as(stranger), report)).ok).toBe(false)
  })
})

describe('a report of a time in which its unit ends', () => {
  test('is read and typed before the day, printed, and read with the history of its cells by the unit after it', async () => {
    const officer = place.people.doiCheOfficer
    const report = await typed(officer, { F01: '12' }, quarterOf(2026, 4))
    const cell = { code: 'F01', dimension: '' }
    const into = born('Xã Chè Đò')
    await decided([merge(into, [place.doiChe, place.benDo])], { ...head, day: localDate('2026-11-15') })
    const before = doneBy(await reportPage(as(officer), report))
    expect([before.unit.name, before.mayEnter]).toEqual(['Xã Đồi Chè', true])
    doneBy(await cellHistory(as(officer), report, cell, 1))
    const follows = { units: [place.doiChe, place.benDo], provinces: [place.province] }
    const after = as({ ...officer, unit: into.unit, follows }, new Date('2026-11-20T02:00:00Z'))
    expect(doneBy(await reportPage(after, report)).mayEnter).toBe(false)
    expect(doneBy(await cellHistory(after, report, cell, 1)).changes).toHaveLength(1)
    const printed = doneBy(await printableReport(after, report))
    expect(JSON.stringify(printed.bodies)).toMatch(/Đồi Chè/i)
  })
})

describe('what a draft is refused for', () => {
  const answered = async (steps: Step[], on = head): Promise<string> => {
    const { id, version } = await drafted(steps, on)
    const before = await register()
    const answer = answerOf(await decideReorganisation(as(admin()), id, version))
    expect(await register()).toBe(before)
    return answer
  }

  test('a unit of another province, a unit that has ended, a name in use, a part without its rest', async () => {
    expect(await answered([merge(born('Xã Mới'), [place.doiChe, place.other.gioLua])])).toBe('not-ready')
    expect(await answered([merge(born('Xã Mới'), [place.doiChe, place.kheVang])])).toBe('not-ready')
    expect(await answered([merge(born('Xã Cầu Gỗ'), [place.doiChe, place.benDo])])).toBe('not-ready')
    expect(await answered([merge(born('Xã Mới'), [place.doiChe], [{ from: place.benDo, share: null }])])).toBe(
      'not-ready',
    )
    expect(await answered([])).toBe('not-ready')
  })

  test('a divided unit whose officers have no place to go, until it is chosen', async () => {
    const one = born('Xã Cầu Trên')
    const split: Step = {
      ...{ id: newId<'Step'>(), kind: 'split', aggregation: 'both', from: place.cauGo, source: '' },
      parts: [
        { into: one, measure: { by: 'unknown' } },
        { into: born('Xã Cầu Dưới'), measure: { by: 'unknown' } },
      ],
    }
    const { id, version } = await drafted([split])
    expect(answerOf(await decideReorganisation(as(admin()), id, version))).toBe('not-ready')
    const duties = await database.asOwner<{ id: string }>('select id from duty where unit_id = $1', [place.cauGo])
    await changed(id, { what: 'successors', chosen: Object.fromEntries(duties.map((duty) => [duty.id, one.unit])) })
    expect(answerOf(await decideReorganisation(as(admin()), id, await versionOf(id)))).toBe('done')
    expect(await dutiesOf(place.people.cauGoOfficer, '2027-01-01')).toEqual([one.unit])
  })

  test('a second decision about the same unit, and the undoing of the first while the second stands', async () => {
    const into = born('Xã Chè Đò')
    const first = await decided([merge(into, [place.doiChe, place.benDo])])
    expect(await answered([merge(born('Xã Khác'), [place.doiChe, place.cauGo])])).toBe('not-ready')
    const later = { ...head, title: 'Đổi tên', day: localDate('2028-01-01') }
    const rename: Step = {
      id: newId<'Step'>(),
      kind: 'rename',
      aggregation: 'both',
      unit: into.unit,
      name: 'Xã Chè Xanh',
    }
    const second = await decided([rename], later)
    expect(answerOf(await undoReorganisation(as(admin()), first, await versionOf(first)))).toBe('later-decision')
    doneBy(await undoReorganisation(as(admin()), second, await versionOf(second)))
    expect(answerOf(await undoReorganisation(as(admin()), first, await versionOf(first)))).toBe('done')
  })

  test('the undoing of a decision on which a place in another tree, or a code that it set free, rests by now', async () => {
    await database.asOwner(
      `update unit_version set valid = daterange(lower(valid), '2026-10-01') where unit_id = $1 and upper_inf(valid)`,
      [place.doiChe],
    )
    await database.asOwner(
      `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id, official_code)
       values ($1, '[2026-10-01,)', 'Xã Đồi Chè', 'commune', 'commune', $2, $2, '99007')`,
      [place.doiChe, place.province],
    )
    const into = born('Xã Chè Đò')
    const first = await decided([merge(into, [place.doiChe, place.benDo])])
    const created: Step = {
      ...{ id: newId<'Step'>(), kind: 'created', aggregation: 'neither' },
      into: born('Xã Đảo Mới', '99007'),
    }
    const second = await decided([created], { ...head, day: localDate('2027-06-01') })
    expect(answerOf(await undoReorganisation(as(admin()), first, await versionOf(first)))).toBe('later-decision')
    doneBy(await undoReorganisation(as(admin()), second, await versionOf(second)))
    await database.asOwner(
      `insert into tree_membership (province_id, id, member_id, tree, parent_id, from_day, act, created_at)
       values ($1, gen_random_uuid(), $2, 'party', $3, '2027-01-01', '1-QĐ/TU', now())`,
      [place.province, into.unit, place.cauGo],
    )
    expect(answerOf(await undoReorganisation(as(admin()), first, await versionOf(first)))).toBe('later-place')
  })

  test('a day in the past on which reports were already made for later', async () => {
    await typed(place.people.doiCheOfficer, { F01: '12' })
    const past = { ...head, day: localDate('2026-09-01') }
    expect(await answered([merge(born('Xã Mới'), [place.doiChe, place.benDo])], past)).toBe('not-ready')
  })

  test('an id that happens to look like a telephone number is no personal number', async () => {
    const { id, version } = await drafted([merge(born('Xã Mới'), [place.doiChe, place.benDo])])
    const [duty, unit] = ['0912345678', '0398765432'].map(
      (digits) => `${digits.slice(0, 8)}-${digits.slice(8)}11-4222-8333-${digits}44`,
    )
    const chosen = { [duty ?? '']: unit } as Record<Id<'Duty'>, UnitId>
    expect(answerOf(await changeReorganisation(as(admin()), id, version, { what: 'successors', chosen }))).toBe('done')
  })

  test('who looks at an older version, and texts with a telephone number', async () => {
    const { id, version } = await drafted([merge(born('Xã Mới'), [place.doiChe, place.benDo])])
    expect(answerOf(await decideReorganisation(as(admin()), id, version - 1))).toBe('changed-meanwhile')
    const named = { ...head, title: 'Hỏi 0912 345 678' }
    expect(answerOf(await changeReorganisation(as(admin()), id, version, { what: 'head', ...named }))).toBe(
      'personal-number',
    )
  })
})

describe('shares', () => {
  test('are entered after the decision with their source, and refused while they are no whole', async () => {
    const [one, other] = [born('Xã Cầu Trên'), born('Xã Cầu Dưới')]
    await database.asOwner('delete from duty where unit_id = $1', [place.cauGo])
    const split: Step = {
      ...{ id: newId<'Step'>(), kind: 'split', aggregation: 'both', from: place.cauGo, source: '' },
      parts: [one, other].map((into) => ({ into, measure: { by: 'unknown' as const } })),
    }
    const id = await decided([split])
    const enter = async (measures: [UnitId, number][], source: string): Promise<string> =>
      answerOf(
        await enterShares(as(admin()), id, await versionOf(id), {
          ...{ from: place.cauGo, source },
          measures: new Map(measures.map(([unit, people]) => [unit, { by: 'people' as const, people }])),
        }),
      )
    expect(await enter([[one.unit, 1000]], 'niên giám')).toBe('shares-refused')
    expect(
      await enter(
        [
          [one.unit, 1000],
          [other.unit, 2000],
        ],
        '',
      ),
    ).toBe('shares-refused')
    expect(
      await enter(
        [
          [one.unit, 1000],
          [other.unit, 2000],
        ],
        'niên giám 2026',
      ),
    ).toBe('done')
    const links = await database.asOwner<{ share_ppm: number }>(
      'select share_ppm from territorial_link where from_unit_id = $1 order by share_ppm',
      [place.cauGo],
    )
    expect(links.map((link) => link.share_ppm)).toEqual([333_333, 666_667])
    const stranger = await enterShares(as(place.people.otherAdministrator), id, 1, {
      from: place.cauGo,
      measures: new Map(),
      source: '',
    })
    expect(answerOf(stranger)).toBe('not-found')
  })
})

describe('the tasks of a decision', () => {
  test('name who sees to them, who must have an account here', async () => {
    const id = await decided([merge(born('Xã Chè Đò'), [place.doiChe, place.benDo])])
    const [task] = await database.asOwner<{ id: string }>(
      `select id from reorganisation_task where reorganisation_id = $1 and kind = 'hand-over' order by n`,
      [id],
    )
    const say = async (owner: Actor) =>
      answerOf(
        await changeTask(as(admin()), id, await versionOf(id), task?.id as Parameters<typeof changeTask>[3], {
          ...{ owner: owner.account, isDone: true },
        }),
      )
    expect(await say(place.people.otherOfficer)).toBe('owner-unknown')
    expect(await say(place.people.reviewer)).toBe('done')
  })
})

describe('nobody else', () => {
  test.each(['doiCheLeader', 'reviewer', 'provinceLeader'] as const)('%s drafts, changes or decides', async (who) => {
    const { id, version } = await drafted([merge(born('Xã Mới'), [place.doiChe, place.benDo])])
    const ctx = as(place.people[who])
    const answers = [
      await beginReorganisation(ctx, newId<'Reorganisation'>(), head),
      await changeReorganisation(ctx, id, version, { what: 'head', ...head }),
      await decideReorganisation(ctx, id, version),
      await discardReorganisation(ctx, id, version),
      await undoReorganisation(ctx, id, version),
      await enterShares(ctx, id, version, { from: place.cauGo, measures: new Map(), source: '' }),
      await changeTask(ctx, id, version, newId<'ReorganisationTask'>(), { owner: null, isDone: true }),
    ]
    expect(answers.map(answerOf)).toEqual(answers.map(() => 'forbidden'))
  })

  test('the administrator of another province does not find it; a draft given up is not decided', async () => {
    const { id, version } = await drafted([merge(born('Xã Mới'), [place.doiChe, place.benDo])])
    expect(answerOf(await decideReorganisation(as(place.people.otherAdministrator), id, version))).toBe('not-found')
    doneBy(await discardReorganisation(as(admin()), id, version))
    expect(answerOf(await decideReorganisation(as(admin()), id, version + 1))).toBe('not-a-draft')
    expect(answerOf(await undoReorganisation(as(admin(), now), id, version + 1))).toBe('not-decided')
  })
})
