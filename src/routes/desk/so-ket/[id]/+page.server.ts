import { redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { directivesAuditLabel } from '#modules/directives/audit-labels.ts'
import { correctReview, voidReview } from '#modules/directives/commands.server.ts'
import { reviewForm } from '#modules/directives/forms.ts'
import { reviewKindLabel, yearsDiffer, yearsDifferText } from '#modules/directives/review.ts'
import { reviewTitle } from '#modules/directives/review-title.ts'
import { openReview } from '#modules/directives/review-queries.server.ts'
import { contextOf } from '../../context.ts'
import { reasonOf, versionOf } from '../../registers/sheet-forms.ts'
import { changesShown, mustBe, readSheet, refuse, saidOf, sheetId } from '../../registers/sheet-page.server.ts'
import { directivePath } from '../calendar.server.ts'
import { directiveWords, path, reviewFields, reviewOf, valuesOf } from '../review-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { sheet, unit, mayKeep, changes } = mustBe(await openReview(ctx, sheetId(params.id)))
  const differs = yearsDiffer(sheet)
  const { directive, period } = sheet
  return {
    ...{ title: reviewTitle(sheet), voidReason: sheet.voidReason, version: sheet.version, mayKeep },
    sub: `${reviewKindLabel[sheet.kind]} ngày ${formatDay(sheet.heldOn)} · ${unit.name}`,
    facts: [
      {
        ...{
          term: 'Văn bản',
          value: `${directive.number}${directive.issuedOn ? `, ngày ${formatDay(directive.issuedOn)}` : ', chưa rõ ngày'}`,
        },
        href: directivePath(directive.code),
      },
      { term: 'Giai đoạn', value: period ? `${formatDay(period.from)} – ${formatDay(period.to)}` : 'không ghi' },
      { term: 'Báo cáo', value: sheet.document || 'không ghi số' },
      { term: 'Kết luận', value: sheet.conclusions || 'không ghi' },
    ],
    warnings: differs ? [{ title: 'Số năm không khớp với hai ngày', text: yearsDifferText(differs) }] : [],
    fields: await reviewFields(ctx),
    values: valuesOf(sheet),
    changes: changesShown(changes, directivesAuditLabel),
    said: saidOf(url),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const read = await readSheet(request, reviewForm)
    if (!read.ok) return read.answer
    const review = await reviewOf(ctx, read.value)
    if (!review.ok) return refuse(review, read.typed, directiveWords)
    const outcome = await correctReview(ctx, sheetId(params.id), versionOf(read.form), review.value)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, directiveWords)
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidReview(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...directiveWords, field: () => 'reason' })
  },
}
