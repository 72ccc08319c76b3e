import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { versionOf, reasonOf } from '../../registers/sheet-forms.ts'
import { correctCampaign, voidCampaign } from '#modules/movement/campaign-commands.server.ts'
import { campaignAuditLabel } from '#modules/movement/campaign-audit-labels.ts'
import { campaignForm } from '#modules/movement/campaign-forms.ts'
import { campaignKindLabel, standingLabel, standingOn } from '#modules/movement/campaign.ts'
import { openCampaign, underCampaign } from '#modules/movement/campaign-queries.server.ts'
import { contextOf } from '../../context.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { changesShown, mustBe, readSheet, refuse, saidOf, sheetId } from '../../registers/sheet-page.server.ts'
import { campaignFields, path, valuesOf } from '../campaign-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const id = sheetId(params.id)
  const { sheet, unit, mayKeep, changes } = mustBe(await openCampaign(ctx, id))
  const under = await underCampaign(ctx, id)
  return {
    ...{ title: sheet.title, voidReason: sheet.voidReason, version: sheet.version, mayKeep },
    sub: `${campaignKindLabel[sheet.kind]} · ${unit.name}`,
    facts: [
      {
        term: 'Thời gian',
        value: `${formatDay(sheet.from)} – ${formatDay(sheet.until)}, ${standingLabel[standingOn(sheet, dayInVietnam(ctx.now))]}`,
      },
      { term: 'Nội dung', value: sheet.subject || 'không ghi' },
      {
        term: 'Mô hình đăng ký',
        value: `${under.initiatives.length}${under.initiatives.length === 50 ? ' (50 mô hình mới nhất)' : ''}`,
      },
      { term: 'Bản cam kết', value: String(under.pledges) },
      { term: 'Phần việc, công trình', value: `${under.itemsDone} đã xong trên ${under.items}` },
      { term: 'Kết quả', value: sheet.result || 'chưa ghi' },
    ],
    participants: sheet.participants.map(({ name }) => name),
    initiatives: under.initiatives,
    fields: campaignFields,
    values: valuesOf(sheet),
    changes: changesShown(changes, campaignAuditLabel),
    said: saidOf(url),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const read = await readSheet(request, campaignForm)
    if (!read.ok) return read.answer
    const { list, ...entry } = read.value
    const participants = await listOf(ctx, list, entry.from)
    if (!participants.ok) return refuse(participants, read.typed, movementWords)
    const whole = { ...entry, participants: participants.value }
    const outcome = await correctCampaign(ctx, sheetId(params.id), versionOf(read.form), whole)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, movementWords)
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidCampaign(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...movementWords, field: () => 'reason' })
  },
}
