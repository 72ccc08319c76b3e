import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { fileKinds, inMegabytes } from '#kernel/file-kind.ts'
import { directivesAuditLabel } from '#modules/directives/audit-labels.ts'
import { correctDirective, voidDirective } from '#modules/directives/commands.server.ts'
import { directiveForm, reasonForm } from '#modules/directives/forms.ts'
import { forceLabel, forceOn } from '#modules/directives/directive.ts'
import { localDirectivePage } from '#modules/directives/directive-page-queries.server.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import {
  mayPublishDirective,
  publishDirective,
  withdrawDirective,
} from '#modules/directives/publishing-commands.server.ts'
import { reviewsOfDirective } from '#modules/directives/review-queries.server.ts'
import { reviewTitle } from '#modules/directives/review-title.ts'
import { contextOf } from '../../context.ts'
import { reasonOf, versionOf } from '../../registers/sheet-forms.ts'
import {
  changesShown,
  dayTyped,
  mustBe,
  readSheet,
  refuse,
  saidOf,
  sheetId,
  typedIn,
} from '../../registers/sheet-page.server.ts'
import { directiveWords } from '../../so-ket/review-form.server.ts'
import { directiveFields, directiveOf, doubtsOf, path, valuesOf } from '../directive-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const page = mustBe(await localDirectivePage(ctx, sheetId(params.id)))
  const { sheet, unit, mayKeep, changes, files, published } = page
  const reviews = mustBe(await reviewsOfDirective(ctx, sheet.id))
  return {
    ...{
      title: `${directiveKindLabel[sheet.kind]} ${sheet.number}`,
      voidReason: sheet.voidReason,
      version: sheet.version,
    },
    sub: `${sheet.issuer || 'chưa rõ cơ quan ban hành'}, ngày ${formatDay(sheet.issuedOn)} · do ${unit.name} ghi`,
    ...{ id: sheet.id, mayKeep },
    facts: [
      { term: 'Trích yếu', value: sheet.subject },
      {
        term: 'Hiệu lực',
        value: `${forceLabel[forceOn(sheet, dayInVietnam(ctx.now))]}${sheet.inForceFrom ? `, từ ${dayTyped(sheet.inForceFrom)}` : ''}${sheet.inForceTo ? ` đến hết ${dayTyped(sheet.inForceTo)}` : ''}`,
      },
      { term: 'Được thay bằng', value: sheet.replacedBy || 'không ghi' },
      { term: 'Sửa đổi, thay thế', value: sheet.amends || 'không ghi' },
      { term: 'Nguồn', value: sheet.source || 'không ghi' },
    ],
    warnings: doubtsOf(sheet.number),
    files: files.map(({ id, name, kind, bytes, isRead }) => ({
      ...{ id, name, size: inMegabytes(bytes), isRead, kind: fileKinds[kind].says },
    })),
    reviews: reviews.map(({ sheet: review, unitName }) => ({
      ...{ id: review.id, title: reviewTitle(review), day: formatDay(review.heldOn), unitName },
    })),
    mayPublish: mayKeep && mayPublishDirective(ctx.actor, sheet),
    published: published && {
      ...{ on: formatDay(published.on), isOld: published.isOld },
      withdrawnOn: published.withdrawnOn && formatDay(published.withdrawnOn),
    },
    fields: directiveFields,
    values: valuesOf(sheet),
    changes: changesShown(changes, directivesAuditLabel),
    said: saidOf(url, {
      ghi: 'Đã ghi văn bản vào thư viện. Xin thêm tệp văn bản nếu có.',
      sua: 'Đã lưu văn bản.',
      tep: 'Đã lưu tệp.',
      bo: 'Đã bỏ tệp.',
      'cong-khai': 'Đã công khai văn bản như đang ghi, cùng các tệp.',
      rut: 'Đã rút văn bản khỏi trang công khai; địa chỉ cũ ghi ngày và lý do.',
    }),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const read = await readSheet(request, directiveForm)
    if (!read.ok) return read.answer
    const entry = directiveOf(read.value)
    const outcome = await correctDirective(contextOf(locals), sheetId(params.id), versionOf(read.form), entry)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, directiveWords)
  },
  'cong-khai': async ({ locals, request, params }) => {
    const form = await request.formData()
    const outcome = await publishDirective(contextOf(locals), sheetId(params.id), versionOf(form))
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=cong-khai`)
    return refuse(outcome, typedIn(form, []), directiveWords)
  },
  rut: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = { why: typedIn(form, ['why']).why ?? '' }
    const reason = reasonForm.safeParse({ reason: typed.why })
    if (!reason.success) return { errors: { why: 'Lý do: xin ghi vì sao rút, trong 300 chữ cái.' }, typed }
    const outcome = await withdrawDirective(contextOf(locals), sheetId(params.id), reason.data.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=rut`)
    return refuse(outcome, typed, { ...directiveWords, field: () => 'why' })
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidDirective(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...directiveWords, field: () => 'reason' })
  },
}
