import { error, fail, redirect } from '@sveltejs/kit'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { questionAddress } from '#modules/figures/question-text.ts'
import { mayKeepQuestions, type SavedQuestionRefusal } from '#modules/figures/saved-question.ts'
import { deleteQuestion, renameQuestion, saveQuestion } from '#modules/figures/saved-question-commands.server.ts'
import { savedQuestionRefusalText } from '#modules/figures/saved-question-labels.ts'
import { savedQuestions } from '#modules/figures/saved-question-queries.server.ts'
import { explorePage } from '../../explore.server.ts'
import { contextOf, idOf } from '../context.ts'
import { deskPlace, suggestionsFor } from './place.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  if (ctx.actor.duty === 'administrator') error(404, 'Không có trang này')
  const saved = await savedQuestions(ctx)
  return {
    ...(await explorePage(locals, url, deskPlace(ctx))),
    isAsked: url.searchParams.size > 0,
    done: url.searchParams.get('da'),
    mayKeep: mayKeepQuestions(ctx.actor),
    saved: (saved ?? []).map(({ id, name, address }) => ({ id, name, href: `/desk/kham-pha?${address}` })),
    suggestions: suggestionsFor(ctx).map(({ name, asked }) => ({
      name,
      href: `/desk/kham-pha?${questionAddress(asked)}`,
    })),
  }
}

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData()
    const [name, address] = [wordOf(form, 'name'), wordOf(form, 'address')]
    const outcome = await saveQuestion(contextOf(locals), newId(), { name, address })
    return answered(outcome, { form: 'save', id: '', name }, `/desk/kham-pha?${address}&da=luu#cau-hoi-da-luu`)
  },
  rename: async ({ locals, request, url }) => {
    const form = await request.formData()
    const [id, name] = [wordOf(form, 'id'), wordOf(form, 'name')]
    const outcome = await renameQuestion(contextOf(locals), idOf(id), name)
    return answered(outcome, { form: 'rename', id, name }, backTo(url, 'doi-ten'))
  },
  delete: async ({ locals, request, url }) => {
    const id = wordOf(await request.formData(), 'id')
    const outcome = await deleteQuestion(contextOf(locals), idOf(id))
    return answered(outcome, { form: 'delete', id, name: '' }, backTo(url, 'xoa'))
  },
}

function wordOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

type Sent = { form: 'save' | 'rename' | 'delete'; id: string; name: string }

function answered(outcome: Outcome<undefined, SavedQuestionRefusal>, sent: Sent, to: string) {
  if (outcome.ok) redirect(303, to)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const field = sent.form === 'save' ? 'ten-cau-hoi' : `ten-${sent.id}`
  return fail(409, { ...sent, error: { field, message: savedQuestionRefusalText(outcome.refusal) } })
}

/** The question that stood on the page, without the words of the form that was sent. */
function backTo(url: URL, what: string): string {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'k' && name !== 'da')
  return `/desk/kham-pha?${new URLSearchParams([...kept, ['da', what]])}#cau-hoi-da-luu`
}
