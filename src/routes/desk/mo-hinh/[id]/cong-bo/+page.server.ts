import { error, redirect } from '@sveltejs/kit'
import { isImage } from '#kernel/file-kind.ts'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { preparingPage } from '#modules/movement/follow-queries.server.ts'
import { mayBePublic } from '#modules/movement/initiative-file.ts'
import { preparePage, publishPage, withdrawLibraryPage } from '#modules/movement/library-commands.server.ts'
import { pageFields, pageForm, withdrawalForm } from '#modules/movement/library-forms.ts'
import { libraryFieldOf, libraryRefusalText } from '#modules/movement/library-labels.ts'
import { mostPhotos } from '#modules/movement/library.ts'
import { mend } from '../../../../form-answer.server.ts'
import { articleOf, libraryPath } from '../../../../library-view.ts'
import { contextOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import { initiativeOf, refuse, typedIn } from '../../library-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await preparingPage(contextOf(locals), initiativeOf(params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { initiative, draft, files, preview, published, withdrawn, family, ...page } = outcome.value
  const address = `/desk/mo-hinh/${initiative.id}`
  const pictures = files.filter((file) => isImage(file.kind))
  const chosen = draft?.photos ?? []
  return {
    ...{ address, name: initiative.name, unitName: page.unitName, values: { ...page.said } as Record<string, string> },
    isIndividual: initiative.holderKind === 'individual',
    version: draft?.version ?? 0,
    prepared: draft && `${draft.by}, ${whenSaid(draft.at)}`,
    photos: pictures.map((file) => ({
      ...{ id: file.id, src: `${address}/tai-lieu/${file.id}`, alt: file.alt, caption: file.caption },
      ...{ isChosen: chosen.includes(file.id), mayChoose: mayBePublic(file) },
    })),
    article:
      preview &&
      articleOf(initiative.name, preview, {
        photos: chosen.flatMap((id) =>
          pictures
            .filter((file) => file.id === id)
            .map(({ alt, caption }) => ({ src: `${address}/tai-lieu/${id}`, alt, caption, width: 1280, height: 720 })),
        ),
        ...{ isOutstanding: published?.isOutstanding ?? false, family, publishedOn: null },
      }),
    published: published && {
      href: libraryPath(published.id),
      on: formatDay(dayInVietnam(published.publishedAt)),
    },
    withdrawn: withdrawn && { on: formatDay(withdrawn.on), notice: withdrawn.notice, href: libraryPath(withdrawn.id) },
    ...{ isAccepted: page.isAccepted, mayPublish: page.mayPublish, mostPhotos },
    saved: url.searchParams.get('da'),
  }
}

const said = { text: libraryRefusalText, field: libraryFieldOf }

export const actions: Actions = {
  luu: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, pageFields)
    const read = readForm(pageForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const photos = form.getAll('photos').flatMap((one) => parseId<'InitiativeFile'>(String(one)) ?? [])
    const outcome = await preparePage(contextOf(locals), initiativeOf(params), versionIn(form), read.value, photos)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/cong-bo?da=luu#xem-truoc`)
    return refuse(outcome, typed, said)
  },
  'cong-bo': async ({ locals, request, params }) => {
    const form = await request.formData()
    const outcome = await publishPage(contextOf(locals), locals.files, initiativeOf(params), versionIn(form))
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/cong-bo?da=cong-bo`)
    return refuse(outcome, {}, said)
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['notice'])
    const read = readForm(withdrawalForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await withdrawLibraryPage(contextOf(locals), initiativeOf(params), read.value.notice)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${params.id}/cong-bo?da=go`)
    return refuse(outcome, typed, said)
  },
}

function versionIn(form: FormData): number {
  const text = form.get('ban')
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : -1
}
