import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { TemplateVersionId } from '#modules/reporting/report.ts'
import { beginVersion, changeDraft, createTemplate, putInUse } from '#modules/reporting/template-commands.server.ts'
import { receiveTemplate } from '#modules/reporting/template-file-commands.server.ts'
import { templateFile } from '#modules/reporting/template-file.ts'
import { templateComparison, templateListPage, templatePage } from '#modules/reporting/template-page-queries.server.ts'
import type { TemplateShape } from '#modules/reporting/template-shape.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
let admin: Actor

beforeAll(async () => {
  place = await settleProvince(database)
})
beforeEach(async () => {
  place = await settleProvince(database)
  admin = place.people.administrator
})

const shape: TemplateShape = {
  ...{ name: 'Biểu từ tỉnh bạn', carriedBy: ['commune'], daysToSubmit: 7, owedFor: ['quarter'] },
  sections: [
    {
      ...{ code: 'doi-thoai', title: 'Đối thoại', kind: 'figures', hint: 'Kể cả chuyên đề.' },
      lines: [
        { code: 'D01', parts: [''] },
        { code: 'K01', parts: ['', 'collective'] },
      ],
    },
    { code: 'danh-gia', title: 'Đánh giá', kind: 'narrative', hint: '', lines: [] },
  ],
}

const fileOf = (changed: Partial<TemplateShape> = {}): string => templateFile({ ...shape, ...changed }, () => '')

async function shapeOf(id: TemplateVersionId, actor = admin): Promise<TemplateShape> {
  return doneBy(await templatePage(as(actor), id)).version.shape
}

/** Everything that an import could write. */
async function everything(): Promise<string> {
  const [row] = await database.asOwner<{ print: string }>(
    `select concat_ws(' ', (select count(*) from template), (select count(*) from template_version),
       (select count(*) from template_section), (select count(*) from template_line), (select count(*) from audit)) as print`,
  )
  return row?.print ?? ''
}

describe('a template comes in a file', () => {
  test('as a draft of the province that took it in, which it may put in use', async () => {
    const id = doneBy(await receiveTemplate(as(admin), { text: fileOf(), name: null }))
    const { version } = doneBy(await templatePage(as(admin), id))
    expect(version).toMatchObject({ isDraft: true, version: 1, copiedFrom: 'tệp', shape })
    doneBy(await putInUse(as(admin), id, version.edit, localDate('2026-07-01')))
    const said = await database.asOwner<{ kind: string }>(
      `select kind from audit where province_id = '${admin.province}' and kind like 'template-%' order by at, kind`,
    )
    expect(said.map(({ kind }) => kind).sort()).toEqual(['template-begun', 'template-put-in-use'])
  })

  test('from one province to another, the house’s whole form with it, and comes out as it went in', async () => {
    const house = await shapeOf('dan-van@3' as TemplateVersionId)
    const text = templateFile({ ...house, name: 'Công tác dân vận, bản của tỉnh bạn' }, () => '')
    const other = place.people.otherAdministrator
    const id = doneBy(await receiveTemplate(as(other), { text, name: null }))
    const taken = await shapeOf(id, other)
    expect(taken).toEqual({ ...house, name: 'Công tác dân vận, bản của tỉnh bạn' })
    expect(await templatePage(as(admin), id)).toMatchObject({ kind: 'not-found' })
  })

  test('under another name where its own is taken', async () => {
    doneBy(await createTemplate(as(admin), { name: 'BIEU TU TINH BAN', from: null }))
    const before = await everything()
    expect(await receiveTemplate(as(admin), { text: fileOf(), name: null })).toMatchObject({
      refusal: { code: 'name-taken' },
    })
    expect(await everything()).toBe(before)
    const id = doneBy(await receiveTemplate(as(admin), { text: fileOf(), name: 'Biểu khác' }))
    expect((await shapeOf(id)).name).toBe('Biểu khác')
  })

  const [figures, words] = shape.sections
  const withLines = (...lines: TemplateShape['sections'][number]['lines']): string =>
    fileOf({ sections: figures ? [{ ...figures, lines }] : [] })

  test.each<[string, () => string, string[]]>([
    ['no JSON', () => 'x', ['Không đọc được tệp']],
    ['an indicator that nobody knows', () => withLines({ code: 'D99', parts: [''] }), ['Không có chỉ tiêu mã D99']],
    [
      'a part that an indicator does not have',
      () => withLines({ code: 'D01', parts: ['collective'] }),
      ['Chỉ tiêu D01 không chia theo'],
    ],
    [
      'a number asked twice',
      () => withLines({ code: 'D01', parts: [''] }, { code: 'D01', parts: [''] }),
      ['Chỉ tiêu D01 đã có ở mục “Đối thoại”'],
    ],
    [
      'two titles that are read as one',
      () => fileOf({ sections: words ? [words, { ...words, code: 'khac', title: 'DANH GIA' }] : [] }),
      ['Đã có mục tên “DANH GIA”'],
    ],
    [
      'figures in a text, and a strange indicator: both are said',
      () => fileOf({ sections: words ? [{ ...words, lines: [{ code: 'D99', parts: [''] }] }] : [] }),
      ['“Đánh giá” là mục lời văn', 'Không có chỉ tiêu mã D99'],
    ],
    [
      'more sections than a form holds',
      () => {
        const many = Array.from({ length: 41 }, (_, at) => ({ code: `m-${at}`, title: `Mục ${at}`, hint: '' }))
        return fileOf({ sections: many.map((one) => ({ ...one, kind: 'narrative', lines: [] })) })
      },
      ['Một mẫu có nhiều nhất 40 mục'],
    ],
  ])('%s: refused in words, and nothing is written', async (_, text, sentences) => {
    const before = await everything()
    const outcome = await receiveTemplate(as(admin), { text: text(), name: null })
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'file-faults' } })
    const faults =
      !outcome.ok && outcome.kind === 'refused' && outcome.refusal.code === 'file-faults' ? outcome.refusal.faults : []
    expect(faults.map(({ sentence }, at) => sentence.startsWith(sentences[at] ?? '?'))).toEqual(
      sentences.map(() => true),
    )
    expect(await everything()).toBe(before)
  })

  test.each([
    ['a hint', { hint: 'Hỏi chị Ổi 0912 345 678' }],
    ['a code', { code: '0912345678' }],
  ])('a telephone number in %s is refused', async (_, changed) => {
    const text = fileOf({ sections: words ? [{ ...words, ...changed }] : [] })
    expect(await receiveTemplate(as(admin), { text, name: null })).toMatchObject({
      refusal: { code: 'personal-number' },
    })
  })

  test.each(['reviewer', 'provinceLeader', 'doiCheOfficer'] as const)('not by %s', async (who) => {
    const before = await everything()
    expect(await receiveTemplate(as(place.people[who]), { text: fileOf(), name: null })).toMatchObject({
      kind: 'forbidden',
    })
    expect(await everything()).toBe(before)
    expect((await templateListPage(as(place.people[who]))).ok).toBe(false)
  })
})

describe('a version is held against another', () => {
  test('the one before it, the one it was copied from, or one that is asked for; not one of another template', async () => {
    const house = 'dan-van@3' as TemplateVersionId
    const first = doneBy(await createTemplate(as(admin), { name: 'Của tỉnh', from: house }))
    const ofCopy = doneBy(await templateComparison(as(admin), first, null))
    expect([ofCopy.other?.id, ofCopy.choices.map(({ id }) => id)]).toEqual([house, [house]])
    const { version } = doneBy(await templatePage(as(admin), first))
    doneBy(await putInUse(as(admin), first, version.edit, localDate('2027-01-01')))
    const second = doneBy(await beginVersion(as(admin), version.code))
    doneBy(await changeDraft(as(admin), second, { kind: 'delete-section', section: 'D' }))
    expect(doneBy(await templateComparison(as(admin), second, null)).other?.id).toBe(first)
    expect(doneBy(await templateComparison(as(admin), first, second)).other?.id).toBe(second)
    expect(doneBy(await templateComparison(as(admin), second, 'dan-van@2' as TemplateVersionId)).other).toBeNull()
    const stranger = as(place.people.otherAdministrator)
    expect(await templateComparison(stranger, second, null)).toMatchObject({ kind: 'not-found' })
    expect(await templateComparison(as(place.people.reviewer), second, null)).toMatchObject({ kind: 'forbidden' })
  })
})
