import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { setIssuingWords, withdrawIssuingWords } from '#modules/reporting/issuing-words-commands.server.ts'
import { wordsRefusalText } from '#modules/reporting/issuing-words-labels.ts'
import { issuingPage } from '#modules/reporting/issuing-words-queries.server.ts'
import { layoutNamed, wordsFault, wordsTyped, type WordsRefusal } from '#modules/reporting/issuing-words.ts'
import { layoutName, layoutShort, layoutSlug } from '#modules/reporting/labels.ts'
import { kindName } from '#modules/territory/labels.ts'
import { ctxOf, textOf } from '../../../context.server.ts'
import { headAndFoot } from '../../head-and-foot.ts'
import type { Actions, PageServerLoad } from './$types'

const fields = ['superior', 'body', 'symbol', 'place', 'signsFor', 'signerTitle', 'recipients'] as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const layout = layoutNamed(params.layout, layoutSlug)
  const outcome = layout && (await issuingPage({ ...ctxOf(locals), db: locals.db }, params.of, layout))
  if (!layout || !outcome?.ok) error(404, 'Không có trang này.')
  const { of, unit, current, standing, areFirst, shipped, preview, maySet, today } = outcome.value
  return {
    maySet,
    name: of.kind === null || unit.level === 'province' ? unit.name : `Mọi ${kindName[of.kind]}`,
    exampleOf: of.kind === null || unit.level === 'province' ? null : unit.name,
    layout: { name: layoutName[layout], short: layoutShort[layout] },
    saved: url.searchParams.get('da'),
    today: formatDay(today),
    shown: headAndFoot(preview),
    since: current
      ? `Lời tỉnh đặt, dùng từ ${formatDay(current.validFrom)}`
      : shipped.certainty === 'set-by-province'
        ? 'Theo lời tỉnh đặt cho cả loại đơn vị'
        : 'Lời đi kèm phần mềm',
    isFirst: areFirst,
    words: {
      ...{ superior: shipped.superior, body: shipped.body, symbol: shipped.symbol, place: shipped.place ?? '{place}' },
      ...{ signsFor: shipped.signsFor, signerTitle: shipped.signerTitle, recipients: shipped.recipients.join('\n') },
    },
    history: standing.map((one) => ({
      id: one.id,
      from: formatDay(one.validFrom),
      by: one.by,
      on: formatDay(dayInVietnam(one.at)),
      body: one.body.replaceAll('|', ' '),
      symbol: one.symbol,
      recipients: one.recipients.join('; '),
      mayWithdraw: maySet && one.validFrom >= today,
      isCurrent: one.id === current?.id,
    })),
  }
}

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const { typed, words } = read(await request.formData())
    const fault = wordsFault(words)
    if (fault) return wrong(fault, typed)
    const layout = layoutNamed(params.layout, layoutSlug)
    const outcome = layout && (await issuingPage({ ...ctxOf(locals), db: locals.db }, params.of, layout, words))
    if (!outcome?.ok) error(404, 'Không có trang này.')
    return { typed, errors: {}, preview: headAndFoot(outcome.value.preview) }
  },
  dat: async ({ locals, params, request }) => {
    const { typed, words } = read(await request.formData())
    const ctx = { ...ctxOf(locals), db: locals.db }
    const layout = layoutNamed(params.layout, layoutSlug)
    const page = layout && (await issuingPage(ctx, params.of, layout))
    if (!layout || !page?.ok) error(404, 'Không có trang này.')
    const entry = { validFrom: typed.validFrom ?? '', words }
    return answer(await setIssuingWords(ctx, { ...page.value.of, layout }, entry), params, 'dat', typed)
  },
  bo: async ({ locals, params, request }) => {
    const id = parseId<'IssuingWords'>(textOf(await request.formData(), 'loi'))
    if (!id) error(404, 'Không có trang này.')
    return answer(await withdrawIssuingWords({ ...ctxOf(locals), db: locals.db }, id), params, 'bo', {})
  },
}

function read(form: FormData) {
  const typed: Record<string, string> = { validFrom: textOf(form, 'validFrom', 20) }
  for (const field of fields) typed[field] = textOf(form, field, 2500)
  const said = Object.fromEntries(fields.map((field) => [field, typed[field] ?? ''])) as Record<
    (typeof fields)[number],
    string
  >
  return { typed, words: wordsTyped(said) }
}

function wrong(refusal: WordsRefusal, typed: Record<string, string>) {
  const field = 'field' in refusal ? refusal.field : (fieldOf[refusal.code] ?? '')
  return fail(409, { typed, errors: { [field]: wordsRefusalText(refusal) }, preview: null })
}

const fieldOf: Partial<Record<WordsRefusal['code'], string>> = {
  'symbol-not-read': 'symbol',
  'body-above-itself': 'body',
  'recipients-too-many': 'recipients',
  'day-not-read': 'validFrom',
  'day-past': 'validFrom',
  'day-taken': 'validFrom',
  'already-in-use': 'da-dat',
}

function answer(
  outcome: Outcome<unknown, WordsRefusal>,
  params: { of: string; layout: string },
  done: string,
  typed: Record<string, string>,
) {
  if (outcome.ok) redirect(303, `/admin/noi-ban-hanh/${params.of}/${params.layout}?da=${done}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
  return wrong(outcome.refusal, typed)
}
