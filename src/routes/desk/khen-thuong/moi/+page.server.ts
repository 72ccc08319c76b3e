import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { newId, parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { beginAward } from '#modules/commendation/commands.server.ts'
import { awardForm } from '#modules/commendation/forms.ts'
import { openingOf, sourceChoices } from '#modules/commendation/source-queries.server.ts'
import { stateLabel } from '#modules/movement/labels.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { awardFields, choicesOf, refuse, typedIn } from '../award-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const year = yearIn(url.searchParams.get('nam')) ?? thisYear
  if (!url.searchParams.has('tu')) return { choose: await chooseFrom(ctx, url, year, thisYear), sheet: null }
  const outcome = await openingOf(ctx, askedIn(url.searchParams, year))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { source, start, unitName, book } = outcome.value
  return {
    choose: null,
    sheet: {
      // The sheet has its number before it is written on: sent twice it is one proposal.
      id: newId<'Award'>(locals.now),
      query: url.searchParams.toString(),
      source: source.name,
      unitName,
      ...choicesOf(book),
      values: {
        ...{ form: 'letter', level: 'commune', line: 'movement', year: String(year), mayBePublic: 'khong' },
        ...{ recipientKind: start?.recipientKind ?? 'collective', recipient: start?.recipient ?? '' },
        ...{ achievement: start?.achievement ?? '', report: start?.report ?? '' },
        ...(ctx.actor.unit === ctx.actor.province ? { level: 'province', form: 'certificate' } : {}),
      } as Record<string, string>,
    },
  }
}

async function chooseFrom(ctx: Ctx, url: URL, year: number, thisYear: number) {
  const words = (url.searchParams.get('tim') ?? '').slice(0, 100)
  const page = Number(/^\d{1,4}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const outcome = await sourceChoices(ctx, { year, words, page })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { initiatives, total, dialogues } = outcome.value
  return {
    ...{ year, words, page, pages: Math.max(1, Math.ceil(total / 20)) },
    years: [thisYear, thisYear - 1, thisYear - 2],
    isProvince: ctx.actor.unit === ctx.actor.province,
    initiatives: initiatives.map(({ head, unitName }) => ({
      id: head.id,
      name: head.name,
      holder: head.holder,
      unitName,
      state: stateLabel[head.years.find((one) => one.year === year)?.state ?? 'recognised'],
    })),
    dialogues: dialogues.map((one) => ({ id: one.id, subject: one.subject, day: formatDay(one.heldOn) })),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = typedIn(form, [...awardFields, 'to'])
    const id = parseId<'Award'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang soạn đề nghị.')
    const opening = await openingOf(ctx, askedIn(url.searchParams, yearIn(url.searchParams.get('nam')) ?? 0))
    if (!opening.ok) error(404, 'Không có trang này')
    const read = readForm(awardForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { unit, source } = opening.value
    const { entry, name } = read.value
    const outcome = await beginAward(ctx, locals.vault, id, { unit, source }, entry, name)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${outcome.value}?da=soan`)
    // On a used sheet stands another proposal: pressed again, this one gets a sheet of its own.
    const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
    return refuse(outcome, isUsed ? { ...typed, to: newId<'Award'>(locals.now) } : typed)
  },
}

function askedIn(query: URLSearchParams, year: number): Parameters<typeof openingOf>[1] {
  const id = query.get('ma')
  const from = query.get('tu')
  if (from === 'mo-hinh') {
    const initiative = parseId<'Initiative'>(id)
    if (initiative) return { kind: 'initiative', id: initiative, year }
  }
  if (from === 'doi-thoai') {
    const dialogue = parseId<'Dialogue'>(id)
    if (dialogue) return { kind: 'dialogue', id: dialogue }
  }
  if (from === 'trong') return null
  error(404, 'Không có trang này')
}

function yearIn(text: string | null): number | null {
  return text !== null && /^(19|20)\d\d$/.test(text) ? Number(text) : null
}
