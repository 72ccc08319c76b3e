import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, parseLocalDate } from '#kernel/local-date.ts'
import { tidy } from '#kernel/text.ts'
import { readBoxes, yearVersion } from '#modules/movement/forms.ts'
import { holderKindLabel, scopeLabel } from '#modules/movement/labels.ts'
import { moveInitiative } from '#modules/movement/moving.server.ts'
import { initiativePage, type InitiativePage } from '#modules/movement/queries.server.ts'
import { discardDraft, writeInitiative, type RegistrationChange } from '#modules/movement/registering.server.ts'
import { checkKey, formSteps, stepAfter, stepBefore, stepOf } from '#modules/movement/registration-steps.ts'
import { missingItems, requiredItems, windowSaid } from '#modules/movement/registration.ts'
import { similarTo } from '#modules/movement/similar-queries.server.ts'
import { offeredOn, wordSaid } from '#modules/movement/words.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf } from '../../../context.ts'
import { initiativeId, refuseInitiative, typedIn } from '../../initiative-form.server.ts'
import { readWho, whoChoices, whoFields } from '../../who-values.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await initiativePage(ctx, initiativeId(params.id), null)
  if (!outcome.ok || !outcome.value.mayWrite) error(404, 'Không có trang này')
  const page = outcome.value
  const { initiative, year, window } = page
  const today = dayInVietnam(ctx.now)
  const asked = url.searchParams.get('trang') ?? checkKey
  const step = stepOf(asked)
  const choices = await whoChoices(ctx)
  const missing = missingItems(initiative)
  return {
    ...choices,
    campaigns: withStanding(choices.campaigns, page.campaign),
    ...{ id: initiative.id, version: initiative.version, name: initiative.name, year: year.year },
    step: step && { ...step, before: stepBefore(step.key), at: formSteps.indexOf(step) + 1 },
    steps: formSteps.map(({ key, title }) => ({ key, title })),
    values: valuesOf(page),
    fields: offeredOn(page.words, 'field', today).map(({ code, label }) => ({ value: code, label })),
    tags: offeredOn(page.words, 'tag', today).map(({ code, label }) => ({ value: code, label })),
    chosenTags: [...initiative.tags],
    themes: offeredOn(page.words, 'theme', today).map(({ code, label }) => ({ value: code, label })),
    answers: answersOf(page),
    missing: missing.map((item) => requiredItems[item]),
    // Before it is sent is the moment to learn that somebody does the same already.
    similar: step ? [] : await similarTo(ctx, initiative),
    mayRegister: page.moves.includes('register'),
    mayDiscard: page.years.every(({ state }) => state === 'draft'),
    yearVersion: year.version,
    hasName: initiative.holderItem !== null,
    isYearFixed: year.state !== 'draft' && year.state !== 'returned',
    returned:
      year.state === 'returned' ? (page.standing.findLast(({ move }) => move === 'return')?.reason ?? null) : null,
    window: window && windowSaid(window.from, window.to, today),
  }
}

/** A drive that ended since it was chosen stays in the list, so that saving does not take it away unseen. */
function withStanding(running: { value: string; label: string }[], standing: InitiativePage['campaign']) {
  if (!standing || running.some(({ value }) => value === standing.id)) return running
  return [...running, { value: standing.id as string, label: `${standing.title} (đã kết thúc)` }]
}

function valuesOf({ initiative, year }: InitiativePage): Record<string, string> {
  const { beganOn, ...entry } = initiative
  const texts = Object.fromEntries(Object.entries(entry).filter(([, text]) => typeof text === 'string'))
  return {
    ...(texts as Record<string, string>),
    ...{ year: String(year.year), scope: year.scope, isNew: year.isNew ? 'moi' : 'duy-tri', theme: year.theme },
    campaign: year.campaign ?? '',
    beganOn: beganOn === null ? '' : formatDay(beganOn),
    consents: initiative.holderConsents ? 'co' : '',
  }
}

/** The whole form as it will be read, page by page. */
function answersOf({ initiative, year, words, campaign }: InitiativePage) {
  const day = year.days.registeredOn ?? dayInVietnam(new Date(Date.UTC(year.year, 0, 1)))
  return formSteps.map((step) => ({
    ...{ key: step.key, title: step.title },
    lines: [
      ...step.boxes.map((box) => ({ label: box.label, text: initiative[box.item], isNeeded: !box.optional })),
      ...(step.asks === 'who'
        ? [
            { label: 'Tập thể hay cá nhân', text: holderKindLabel[initiative.holderKind], isNeeded: true },
            { label: 'Năm đăng ký', text: String(year.year), isNeeded: true },
            { label: 'Đăng ký với', text: scopeLabel[year.scope], isNeeded: true },
            { label: 'Mới hay duy trì', text: year.isNew ? 'Xây dựng mới' : 'Duy trì từ năm trước', isNeeded: true },
            { label: 'Theo đợt thi đua', text: campaign?.title ?? '', isNeeded: false },
          ]
        : []),
      ...(step.asks === 'field'
        ? [
            {
              label: 'Lĩnh vực chính',
              text: initiative.mainField && wordSaid(words, 'field', initiative.mainField, day),
              isNeeded: true,
            },
            {
              label: 'Thẻ',
              text: initiative.tags.map((tag) => wordSaid(words, 'tag', tag, day)).join('; '),
              isNeeded: false,
            },
            {
              label: 'Bắt đầu từ ngày',
              text: initiative.beganOn === null ? '' : formatDay(initiative.beganOn),
              isNeeded: false,
            },
          ]
        : []),
    ],
  }))
}

export const actions: Actions = {
  luu: async ({ locals, params, request, url }) => {
    const ctx = contextOf(locals)
    const id = initiativeId(params.id)
    const form = await request.formData()
    const step = stepOf(url.searchParams.get('trang') ?? '')
    if (!step) error(404, 'Không có trang này')
    const names = [...step.boxes.map(({ item }) => item as string), ...whoFields, 'mainField', 'beganOn', 'theme']
    const typed = typedIn(form, [...new Set(names)])
    const read = readStep(step, form)
    if ('errors' in read) return mend(read.errors, typed)
    const version = yearVersion.parse(form.get('version'))
    const outcome = await writeInitiative(ctx, locals.vault, id, version, read)
    if (outcome.ok)
      redirect(303, `/desk/mo-hinh/${id}/phieu?trang=${form.get('ve') === 'xem-lai' ? checkKey : stepAfter(step.key)}`)
    return refuseInitiative(outcome, typed)
  },
  'dang-ky': async ({ locals, params, request }) => {
    const ctx = contextOf(locals)
    const id = initiativeId(params.id)
    const form = await request.formData()
    const year = Number(form.get('year'))
    const at = { id, year, version: yearVersion.parse(form.get('yearVersion')) }
    const outcome = await moveInitiative(ctx, at, 'register', {})
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}?da=dang-ky`)
    return refuseInitiative(outcome, {}, () => '')
  },
  bo: async ({ locals, params, request }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const version = yearVersion.parse(form.get('version'))
    const outcome = await discardDraft(ctx, initiativeId(params.id), version)
    if (outcome.ok) redirect(303, '/desk/mo-hinh?da=bo')
    return refuseInitiative(outcome, {}, () => '')
  },
}

function readStep(
  step: NonNullable<ReturnType<typeof stepOf>>,
  form: FormData,
): RegistrationChange | { errors: Record<string, string> } {
  const theme = textOf(form, 'theme')
  if (step.asks === 'who') {
    const read = readWho(form, theme)
    return read.ok ? read.value : { errors: read.errors }
  }
  if (step.asks === 'field') {
    const beganText = textOf(form, 'beganOn')
    const beganOn = beganText === '' ? null : parseLocalDate(beganText)
    if (beganText !== '' && !beganOn)
      return { errors: { beganOn: 'Ngày bắt đầu: ghi ngày/tháng/năm, ví dụ 5/9/2026; hoặc để trống.' } }
    const mainField = textOf(form, 'mainField')
    if (mainField === '') return { errors: { mainField: 'Chọn một lĩnh vực chính, để tổng theo lĩnh vực khớp.' } }
    const tags = form.getAll('tags').filter((one) => typeof one === 'string')
    return { entry: { mainField, tags, beganOn } }
  }
  const read = readBoxes(step, form)
  return read.ok ? { entry: read.value } : { errors: read.errors }
}

function textOf(form: FormData, name: string): string {
  const text = form.get(name)
  return typeof text === 'string' ? tidy(text) : ''
}
