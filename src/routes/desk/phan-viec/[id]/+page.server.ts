import { redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { campaignAuditLabel } from '#modules/movement/campaign-audit-labels.ts'
import { correctWorkItem, voidWorkItem } from '#modules/movement/campaign-commands.server.ts'
import { workItemForm } from '#modules/movement/campaign-forms.ts'
import { campaignTitle, openWorkItem } from '#modules/movement/campaign-queries.server.ts'
import { workPurposeLabel } from '#modules/movement/work-item.ts'
import { contextOf } from '../../context.ts'
import { movementWords } from '../../registers/movement-form.server.ts'
import { reasonOf, versionOf } from '../../registers/sheet-forms.ts'
import { changesShown, mustBe, readSheet, refuse, saidOf, sheetId } from '../../registers/sheet-page.server.ts'
import { amountText, path, valuesOf, workItemFields } from '../work-item-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { sheet, unit, mayKeep, changes } = mustBe(await openWorkItem(ctx, sheetId(params.id)))
  const under = await campaignTitle(ctx, sheet.campaign)
  return {
    ...{ title: sheet.title, voidReason: sheet.voidReason, version: sheet.version, mayKeep },
    sub: `${workPurposeLabel[sheet.purpose]} · ${unit.name}`,
    facts: [
      { term: 'Bắt đầu', value: formatDay(sheet.plannedFrom) },
      { term: 'Hoàn thành', value: sheet.doneOn === null ? 'chưa xong, chưa được đếm' : formatDay(sheet.doneOn) },
      { term: 'Thuộc đợt', value: under?.title ?? 'không thuộc đợt nào' },
      { term: 'Địa điểm', value: sheet.place || 'không ghi' },
      { term: 'Kinh phí, triệu đồng', value: amountText(sheet.costMillion, 'không ghi') },
      { term: 'Ngày công', value: amountText(sheet.labourDays, 'không ghi') },
      { term: 'Kết quả', value: sheet.result || 'không ghi' },
    ],
    fields: await workItemFields(ctx, under ?? undefined),
    values: valuesOf(sheet),
    changes: changesShown(changes, campaignAuditLabel),
    said: saidOf(url),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const read = await readSheet(request, workItemForm)
    if (!read.ok) return read.answer
    const { day: plannedFrom, ...entry } = read.value
    const item = { ...entry, plannedFrom }
    const outcome = await correctWorkItem(contextOf(locals), sheetId(params.id), versionOf(read.form), item)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, movementWords)
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidWorkItem(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...movementWords, field: () => 'reason' })
  },
}
