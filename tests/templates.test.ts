import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import type { Scope } from '#kernel/scope.ts'
import { inScope } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { newId } from '#kernel/ids.ts'
import { recordDialogue } from '#modules/activities/commands.server.ts'
import type { DialogueEntry } from '#modules/activities/dialogue.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { acceptReport, beginReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { currentTemplate, type ReportId, type TemplateVersionId } from '#modules/reporting/report.ts'
import {
  beginVersion,
  changeDraft,
  createTemplate,
  endTemplate,
  putInUse,
  undoDraftChange,
  withdrawDraft,
} from '#modules/reporting/template-commands.server.ts'
import { templatesOf } from '#modules/reporting/template-queries.server.ts'
import { templatePage } from '#modules/reporting/template-page-queries.server.ts'
import type { TemplateStep } from '#modules/reporting/template-shape.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy, entries, quarter, submitNow } from './support/reports.ts'

const database = useDatabase()
const { as, begun, versionOf } = desk(database)
const house = 'dan-van@2' as TemplateVersionId
let place: TestProvince
let admin: Actor

beforeAll(async () => {
  place = await settleProvince(database)
})
beforeEach(async () => {
  place = await settleProvince(database)
  admin = place.people.administrator
})

async function drafted(name = 'Biểu đối thoại'): Promise<TemplateVersionId> {
  return doneBy(await createTemplate(as(admin), { name, from: null }))
}

async function change(id: TemplateVersionId, edit: TemplateStep): Promise<void> {
  doneBy(await changeDraft(as(admin), id, edit))
}

/** A small form of one section that is ready to be used. */
async function small(name = 'Biểu đối thoại'): Promise<TemplateVersionId> {
  const id = await drafted(name)
  await change(id, { kind: 'add-section', title: 'Đối thoại', section: 'figures' })
  await change(id, { kind: 'add-lines', section: 'doi-thoai', codes: ['D01', 'D02'] })
  return id
}

async function pageOf(id: TemplateVersionId, actor = admin) {
  return doneBy(await templatePage(as(actor), id))
}

async function use(id: TemplateVersionId, from: string) {
  const { version } = await pageOf(id)
  return putInUse(as(admin), id, version.edit, localDate(from))
}

async function namesOn(actor: Actor, day: string): Promise<string[]> {
  const found = await inScope(database.db, scopeOf(actor), (tx) => templatesOf(tx, actor.province, localDate(day)))
  return found.map(({ name }) => name)
}

describe('a template is drawn up', () => {
  test('empty, or as a template of the house stands, without the districts that ended', async () => {
    const copied = doneBy(await createTemplate(as(admin), { name: 'Công tác dân vận của tỉnh', from: house }))
    const { version } = await pageOf(copied)
    const figures = version.shape.sections.filter(({ kind }) => kind === 'figures')
    expect(figures.map(({ code }) => code).join('')).toBe('DEFBCIHKA')
    expect(figures.at(-2)?.lines[0]).toEqual({ code: 'K01', parts: ['', 'collective', 'individual'] })
    expect(version).toMatchObject({ isDraft: true, copiedFrom: house, validFrom: null, version: 1 })
    const old = doneBy(
      await createTemplate(as(admin), { name: 'Như thời có huyện', from: 'dan-van@1' as TemplateVersionId }),
    )
    expect((await pageOf(old)).version.shape.carriedBy).toEqual(['commune', 'province'])
  })

  test('sections are added, renamed, moved and deleted, and one step is taken back and made again', async () => {
    const id = await small()
    await change(id, { kind: 'add-section', title: 'Tình hình chung', section: 'narrative' })
    const lines = [
      { code: 'D02', parts: [''], place: 1 },
      { code: 'D01', parts: [], place: 2 },
    ]
    await change(id, {
      ...{ kind: 'change-section', section: 'doi-thoai', title: 'Đối thoại trực tiếp', hint: 'Kể cả chuyên đề.' },
      ...{ place: 2, lines },
    })
    const { version } = await pageOf(id)
    expect(version.shape.sections).toEqual([
      { code: 'tinh-hinh-chung', title: 'Tình hình chung', kind: 'narrative', hint: '', lines: [] },
      {
        ...{ code: 'doi-thoai', title: 'Đối thoại trực tiếp', kind: 'figures', hint: 'Kể cả chuyên đề.' },
        lines: [{ code: 'D02', parts: [''] }],
      },
    ])
    await change(id, { kind: 'delete-section', section: 'doi-thoai' })
    const deleted = (await pageOf(id)).version
    doneBy(await undoDraftChange(as(admin), id, deleted.edit))
    const back = (await pageOf(id)).version
    expect(back.shape).toEqual(version.shape)
    doneBy(await undoDraftChange(as(admin), id, back.edit))
    expect((await pageOf(id)).version.shape).toEqual(deleted.shape)
  })

  test.each<[string, TemplateStep, string]>([
    ['an indicator twice', { kind: 'add-lines', section: 'khac', codes: ['D01'] }, 'asked-twice'],
    ['a code that nobody knows', { kind: 'add-lines', section: 'doi-thoai', codes: ['D99'] }, 'unknown-indicator'],
    ['nothing', { kind: 'add-lines', section: 'doi-thoai', codes: [] }, 'nothing-chosen'],
    ['figures in a text', { kind: 'add-lines', section: 'loi-van', codes: ['A01'] }, 'text-has-no-lines'],
    ['a section that is gone', { kind: 'delete-section', section: 'da-xoa' }, 'no-section'],
    ['a title with other marks', { kind: 'add-section', title: 'DOI THOAI', section: 'figures' }, 'title-taken'],
    [
      'a part that the indicator does not have',
      {
        ...{ kind: 'change-section', section: 'doi-thoai', title: 'Đối thoại', hint: '', place: 1 },
        lines: [{ code: 'D01', parts: ['collective'], place: 1 }],
      },
      'unknown-part',
    ],
  ])('%s is refused in words and the draft stays as it was', async (_, edit, code) => {
    const id = await small()
    await change(id, { kind: 'add-section', title: 'Khác', section: 'figures' })
    await change(id, { kind: 'add-section', title: 'Lời văn', section: 'narrative' })
    const before = (await pageOf(id)).version
    expect(await changeDraft(as(admin), id, edit)).toMatchObject({ refusal: { code: 'shape', fault: { code } } })
    expect((await pageOf(id)).version).toEqual(before)
  })

  test('a name that another template has, and a telephone number, are refused', async () => {
    const id = await drafted()
    expect(await createTemplate(as(admin), { name: 'bieu doi thoai', from: null })).toMatchObject({
      refusal: { code: 'name-taken' },
    })
    expect(await createTemplate(as(admin), { name: 'CÔNG TÁC DÂN VẬN', from: null })).toMatchObject({
      refusal: { code: 'name-taken' },
    })
    const edit: TemplateStep = { kind: 'add-section', title: 'Hỏi chị Ổi 0912 345 678', section: 'figures' }
    expect(await changeDraft(as(admin), id, edit)).toMatchObject({ refusal: { code: 'personal-number' } })
  })

  test('a draft is withdrawn, and its name is free again', async () => {
    const id = await drafted()
    expect(await withdrawDraft(as(place.people.otherAdministrator), id)).toMatchObject({ kind: 'not-found' })
    doneBy(await withdrawDraft(as(admin), id))
    expect(await templatePage(as(admin), id)).toMatchObject({ kind: 'not-found' })
    await drafted()
  })
})

describe('only an administrator of the province', () => {
  const strangers = ['reviewer', 'provinceLeader', 'doiCheOfficer', 'otherAdministrator'] as const

  test.each(strangers)('not %s: nothing is changed, nothing is told', async (who) => {
    const id = await small()
    const ctx = as(place.people[who])
    const day = localDate('2026-07-01')
    const tries = [
      changeDraft(ctx, id, { kind: 'delete-section', section: 'doi-thoai' }),
      undoDraftChange(ctx, id, 3),
      putInUse(ctx, id, 3, day),
      withdrawDraft(ctx, id),
      endTemplate(ctx, id.split('@')[0] as typeof currentTemplate, day),
      beginVersion(ctx, id.split('@')[0] as typeof currentTemplate),
    ]
    for (const outcome of await Promise.all(tries)) expect(outcome.ok || outcome.kind === 'refused').toBe(false)
    expect((await pageOf(id)).version.shape.sections).toHaveLength(1)
  })

  test('a template of the house is copied and never changed', async () => {
    const edit: TemplateStep = { kind: 'delete-section', section: 'D' }
    expect(await changeDraft(as(admin), house, edit)).toMatchObject({ kind: 'forbidden' })
    expect(await beginVersion(as(admin), currentTemplate)).toMatchObject({ kind: 'forbidden' })
    expect(await endTemplate(as(admin), currentTemplate, localDate('2027-01-01'))).toMatchObject({ kind: 'forbidden' })
  })

  test('the database itself shows another province and everybody the house’s templates, and nobody else’s', async () => {
    await small()
    const scopes: Scope[] = [scopeOf(place.people.otherAdministrator), { reach: 'public' }]
    for (const scope of scopes) {
      for (const table of ['template', 'template_version', 'template_line', 'template_section'] as const) {
        const rows = await inScope(database.db, scope, (tx) => tx.selectFrom(table).select('province_id').execute())
        expect([table, rows.length > 0, rows.every((row) => row.province_id === null)]).toEqual([table, true, true])
      }
    }
  })

  test('the database itself refuses a write into the house’s template, and into lines that are in use', async () => {
    const id = await small()
    doneBy(await use(id, '2026-07-01'))
    const asAdmin = scopeOf(admin)
    const into = (version: string, province: string | null) =>
      inScope(database.db, asAdmin, (tx) =>
        tx
          .insertInto('template_section')
          .values({
            ...{ province_id: province, template_version: version, position: 90, code: 'x' },
            ...{ title: 'X', kind: 'figures' },
          })
          .execute(),
      )
    await expect(into(house, null)).rejects.toThrow(/row-level security/)
    await expect(into(house, admin.province)).rejects.toThrow(/row-level security/)
    await expect(into(id, admin.province)).rejects.toThrow(/row-level security/)
    const gone = await inScope(database.db, asAdmin, (tx) =>
      tx.deleteFrom('template_line').where('template_version', 'in', [id, house]).executeTakeFirst(),
    )
    expect(gone.numDeletedRows).toBe(0n)
  })
})

describe('a template is put in use from a day', () => {
  test('and communes report by it beside the house’s for periods that end from then on', async () => {
    const id = await small()
    expect(await namesOn(place.people.doiCheOfficer, '2026-09-30')).toEqual(['Công tác dân vận'])
    doneBy(await use(id, '2026-07-01'))
    expect(await namesOn(place.people.doiCheOfficer, '2026-06-30')).toEqual(['Công tác dân vận'])
    expect(await namesOn(place.people.doiCheOfficer, '2026-09-30')).toEqual(['Công tác dân vận', 'Biểu đối thoại'])
    expect(await namesOn(place.people.otherOfficer, '2026-09-30')).toEqual(['Công tác dân vận'])
    const { code } = (await pageOf(id)).version
    const officer = place.people.doiCheOfficer
    const own = doneBy(await beginReport(as(officer), { unit: officer.unit, template: code, period: quarter }))
    expect(await begun(officer)).not.toBe(own)
    expect(
      await beginReport(as(officer), { unit: officer.unit, template: code, period: quarterOf(2026, 2) }),
    ).toMatchObject({ refusal: { code: 'template-not-valid' } })
    const stranger = place.people.otherOfficer
    expect(await beginReport(as(stranger), { unit: stranger.unit, template: code, period: quarter })).toMatchObject({
      kind: 'not-found',
    })
  })

  test('frozen from then on; the next version ends it, and the old report keeps its form', async () => {
    const id = await small()
    doneBy(await use(id, '2026-01-01'))
    const { code } = (await pageOf(id)).version
    const officer = place.people.doiCheOfficer
    const second = quarterOf(2026, 2)
    const old = doneBy(await beginReport(as(officer), { unit: officer.unit, template: code, period: second }))
    expect(await changeDraft(as(admin), id, { kind: 'delete-section', section: 'doi-thoai' })).toMatchObject({
      refusal: { code: 'in-use' },
    })
    const next = doneBy(await beginVersion(as(admin), code))
    expect(await beginVersion(as(admin), code)).toMatchObject({ refusal: { code: 'draft-exists', id: next } })
    await change(next, { kind: 'add-lines', section: 'doi-thoai', codes: ['D03'] })
    expect(await use(next, '2026-01-01')).toMatchObject({ refusal: { code: 'begins-too-early' } })
    expect(await use(next, '2026-06-30')).toMatchObject({
      refusal: { code: 'reports-in-the-way', count: 1, reports: [{ period: second }] },
    })
    doneBy(await use(next, '2026-07-01'))
    expect((await pageOf(id)).version.validUntil).toBe('2026-06-30')
    doneBy(await saveCells(as(officer), old, entries({ D01: '3' })))
    const third = doneBy(await beginReport(as(officer), { unit: officer.unit, template: code, period: quarter }))
    const made = await database.asOwner<{ id: string; template_version: string }>(
      `select id, template_version from report where id in ('${old}', '${third}')`,
    )
    expect(made.find((row) => row.id === old)?.template_version).toBe(id)
    expect(made.find((row) => row.id === third)?.template_version).toBe(next)
  })

  test('refused while a section is empty, nobody carries it, or the page is an older one', async () => {
    const id = await drafted()
    expect(await use(id, '2026-07-01')).toMatchObject({ refusal: { code: 'no-section-yet' } })
    await change(id, { kind: 'add-section', title: 'Đối thoại', section: 'figures' })
    expect(await use(id, '2026-07-01')).toMatchObject({ refusal: { code: 'empty-section', titles: ['Đối thoại'] } })
    await change(id, { kind: 'add-lines', section: 'doi-thoai', codes: ['D01'] })
    expect(await putInUse(as(admin), id, 1, localDate('2026-07-01'))).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    })
    const head = { name: 'Biểu đối thoại', carriedBy: [], daysToSubmit: 5, owedFor: [] }
    await change(id, { kind: 'head', head })
    expect(await use(id, '2026-07-01')).toMatchObject({ refusal: { code: 'nobody-carries' } })
  })

  test('an indicator that is not counted on that day is named', async () => {
    const id = await small()
    await change(id, { kind: 'add-lines', section: 'doi-thoai', codes: ['F13'] })
    expect(await use(id, '2026-07-01')).toMatchObject({ refusal: { code: 'not-counted-then', codes: ['F13'] } })
  })

  test('its use ends on a day, unless something was reported after it', async () => {
    const id = await small()
    doneBy(await use(id, '2026-01-01'))
    const { code } = (await pageOf(id)).version
    const officer = place.people.doiCheOfficer
    doneBy(await beginReport(as(officer), { unit: officer.unit, template: code, period: quarter }))
    expect(await endTemplate(as(admin), code, localDate('2026-09-30'))).toMatchObject({
      refusal: { code: 'reports-in-the-way', count: 1 },
    })
    doneBy(await endTemplate(as(admin), code, localDate('2026-10-01')))
    expect(await endTemplate(as(admin), code, localDate('2026-10-01'))).toMatchObject({
      refusal: { code: 'not-running' },
    })
    expect(await namesOn(officer, '2026-12-31')).toEqual(['Công tác dân vận'])
    const next = doneBy(await beginVersion(as(admin), code))
    expect(await use(next, '2026-09-30')).toMatchObject({ refusal: { code: 'begins-before-the-end' } })
    doneBy(await use(next, '2027-01-01'))
  })

  test('and whoever begins a report at that moment gets the one form or the other, never a form that ended', async () => {
    const id = await small()
    doneBy(await use(id, '2026-01-01'))
    const { code } = (await pageOf(id)).version
    const next = doneBy(await beginVersion(as(admin), code))
    const officers = [place.people.doiCheOfficer, place.people.benDoOfficer, place.people.cauGoOfficer]
    const { version } = await pageOf(next)
    await Promise.all([
      ...officers.map((one) => beginReport(as(one), { unit: one.unit, template: code, period: quarter })),
      putInUse(as(admin), next, version.edit, localDate('2026-07-01')),
    ])
    const [wrong] = await database.asOwner<{ count: number }>(
      `select count(*) from report join template_version made on made.id = template_version
       where report.province_id = '${place.province}' and not made.valid @> period_to`,
    )
    expect(Number(wrong?.count)).toBe(0)
  })
})

describe('a unit reports by two templates for one period', () => {
  async function both() {
    const id = await small()
    doneBy(await use(id, '2026-07-01'))
    const { code } = (await pageOf(id)).version
    const officer = place.people.doiCheOfficer
    const other = doneBy(await beginReport(as(officer), { unit: officer.unit, template: code, period: quarter }))
    return { officer, usual: await begun(officer), other }
  }

  async function readIn(actor: Actor, id: ReportId, cell: string): Promise<string> {
    const { content } = doneBy(await reportPage(as(actor), id))
    return content?.lines.find((line) => cellKey(line.cell) === cell)?.figure.raw ?? 'no line'
  }

  test('a number that both ask is given once, read in the other, and closed there', async () => {
    const { officer, usual, other } = await both()
    doneBy(await saveCells(as(officer), usual, entries({ D01: '3' })))
    expect(await readIn(officer, other, 'D01')).toBe('3')
    expect(await saveCells(as(officer), other, entries({ D01: '4' }, { D01: '3' }))).toMatchObject({
      refusal: { code: 'cells-held-elsewhere', keys: ['D01'], templateName: 'Công tác dân vận' },
    })
    doneBy(await saveCells(as(officer), other, entries({ D02: '120' })))
    expect(await readIn(officer, usual, 'D02')).toBe('120')
    const heldIn = async (id: ReportId) => doneBy(await reportPage(as(officer), id)).held
    expect(await heldIn(other)).toEqual({ D01: { report: usual, templateName: 'Công tác dân vận', isOpen: true } })
    expect(await heldIn(usual)).toEqual({ D02: { report: other, templateName: 'Biểu đối thoại', isOpen: true } })
    doneBy(await saveCells(as(officer), usual, entries({ D01: '' }, { D01: '3' })))
    doneBy(await saveCells(as(officer), other, entries({ D01: '4' })))
    expect(await readIn(officer, usual, 'D01')).toBe('4')
  })

  test('is handed in after the report that holds its number, which it never moves again', async () => {
    const { officer, usual, other } = await both()
    doneBy(await saveCells(as(officer), usual, entries({ D01: '3' })))
    expect(await submitNow(as(officer), other)).toMatchObject({
      refusal: { code: 'held-report-open', templateName: 'Công tác dân vận', count: 1 },
    })
    doneBy(await submitNow(as(officer), usual))
    doneBy(await acceptReport(as(place.people.reviewer), usual, await versionOf(usual)))
    doneBy(await submitNow(as(officer), other))
    doneBy(await acceptReport(as(place.people.reviewer), other, await versionOf(other)))
    const sets = await database.asOwner<{ set_id: string }>(
      `select distinct set_id from figure_value where unit_id = '${officer.unit}' and indicator_version like 'D01@%'`,
    )
    expect(sets).toEqual([{ set_id: usual }])
    const board = doneBy(await provincePage(as(place.people.reviewer), quarter))
    expect(board.lines.find((line) => line.cell.code === 'D01')?.unitsCounted).toBe(1)
  })

  test('a number of a form still being typed is in no sum, though the other form was accepted', async () => {
    const { officer, usual, other } = await both()
    doneBy(await saveCells(as(officer), usual, entries({ F01: '5' })))
    doneBy(await submitNow(as(officer), usual))
    doneBy(await acceptReport(as(place.people.reviewer), usual, await versionOf(usual)))
    doneBy(await saveCells(as(officer), other, entries({ D02: '120' })))
    const inSum = async (cell: string): Promise<number | null | undefined> => {
      const board = doneBy(await provincePage(as(place.people.reviewer), quarter))
      return board.lines.find((line) => cellKey(line.cell) === cell)?.unitsCounted
    }
    expect(await inSum('F01')).toBe(1)
    expect(await inSum('D02')).toBe(0)
    doneBy(await submitNow(as(officer), other))
    expect(await inSum('D02')).toBe(0)
    doneBy(await acceptReport(as(place.people.reviewer), other, await versionOf(other)))
    expect(await inSum('D02')).toBe(1)
  })

  test('what is counted from a register stands in both, as the first of them handed it in', async () => {
    const officer = place.people.doiCheOfficer
    const usual = await begun(officer)
    const id = await small()
    await change(id, { kind: 'add-lines', section: 'doi-thoai', codes: ['D03'] })
    doneBy(await use(id, '2026-07-01'))
    const template = (await pageOf(id)).version.code
    const meeting: DialogueEntry = {
      ...{ heldOn: localDate('2026-08-12'), subject: 'Đối thoại về nước sạch', place: '' },
      ...{ isThematic: false, attendances: 40, opinions: null },
    }
    doneBy(await recordDialogue(as(officer), newId<'Dialogue'>(), meeting))
    expect(await readIn(officer, usual, 'D03')).toBe('1')
    doneBy(await submitNow(as(officer), usual))
    doneBy(await recordDialogue(as(officer), newId<'Dialogue'>(), { ...meeting, heldOn: localDate('2026-08-13') }))
    const second = doneBy(await beginReport(as(officer), { unit: officer.unit, template, period: quarter }))
    expect(await readIn(officer, second, 'D03')).toBe('1')
    doneBy(await submitNow(as(officer), second))
    expect(await readIn(officer, usual, 'D03')).toBe('1')
  })

  test('two officers typing the same cell in both reports at once: one number stands, in one report', async () => {
    const { officer, usual, other } = await both()
    const colleague = place.people.doiCheColleague
    const outcomes = await Promise.all([
      saveCells(as(officer), usual, entries({ D01: '3' })),
      saveCells(as(colleague), other, entries({ D01: '4' })),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
