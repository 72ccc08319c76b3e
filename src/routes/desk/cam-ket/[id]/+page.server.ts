import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { campaignAuditLabel } from '#modules/movement/campaign-audit-labels.ts'
import { correctPledge, judgePledge, voidPledge } from '#modules/movement/campaign-commands.server.ts'
import { pledgeForm } from '#modules/movement/campaign-forms.ts'
import { campaignTitle, openPledge } from '#modules/movement/campaign-queries.server.ts'
import { fulfilments, fulfilmentLabel, isTimeToJudge, signersKept } from '#modules/movement/pledge.ts'
import { contextOf } from '../../context.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { reasonOf, versionOf } from '../../registers/sheet-forms.ts'
import { changesShown, mustBe, readSheet, refuse, saidOf, sheetId } from '../../registers/sheet-page.server.ts'
import { path, pledgeFields, valuesOf } from '../pledge-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { sheet, unit, mayKeep, changes } = mustBe(await openPledge(ctx, sheetId(params.id)))
  const under = await campaignTitle(ctx, sheet.campaign)
  return {
    ...{ title: sheet.title, voidReason: sheet.voidReason, version: sheet.version, mayKeep },
    sub: `Cam kết năm ${sheet.year}, ký ngày ${formatDay(sheet.signedOn)} · ${unit.name}`,
    facts: [
      { term: 'Nội dung', value: sheet.wording },
      { term: 'Thuộc đợt', value: under?.title ?? 'không thuộc đợt nào' },
      { term: 'Đơn vị ký', value: `${sheet.signers.length} (ô A10, mỗi đơn vị một lần trong năm)` },
    ],
    signers: sheet.signers.map(({ name, fulfilment }) => ({ name, fulfilment, said: fulfilmentLabel[fulfilment] })),
    fulfilments: fulfilments.map((value) => ({ value, label: fulfilmentLabel[value] })),
    mayJudge: mayKeep && isTimeToJudge(sheet, dayInVietnam(ctx.now)),
    year: sheet.year,
    fields: await pledgeFields(ctx, under ?? undefined),
    values: valuesOf(sheet),
    changes: changesShown(changes, campaignAuditLabel),
    said: saidOf(url, { 'danh-gia': 'Đã lưu đánh giá của từng đơn vị.' }),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const read = await readSheet(request, pledgeForm)
    if (!read.ok) return read.answer
    const { list, day: signedOn, ...entry } = read.value
    const names = await listOf(ctx, list, signedOn)
    if (!names.ok) return refuse(names, read.typed, movementWords)
    const outcome = await correctPledge(ctx, sheetId(params.id), versionOf(read.form), ({ signers }) => ({
      ...{ ...entry, signedOn, signers: signersKept(names.value, signers) },
    }))
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, movementWords)
  },
  'danh-gia': async ({ locals, request, params }) => {
    const form = await request.formData()
    const judged = form.getAll('muc').map((word) => (typeof word === 'string' ? word : ''))
    const outcome = await judgePledge(contextOf(locals), sheetId(params.id), versionOf(form), judged)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=danh-gia`)
    return refuse(outcome, { muc: '' }, movementWords)
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidPledge(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...movementWords, field: () => 'reason' })
  },
}
