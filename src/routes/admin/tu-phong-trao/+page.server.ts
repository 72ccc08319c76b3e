import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { movementWordForm, receiversForm, retiringForm } from '#modules/movement/forms.ts'
import {
  addMovementWord,
  movementWordsPage,
  renameMovementWord,
  retireMovementWord,
  stateReceivers,
} from '#modules/movement/word-commands.server.ts'
import { movementWordLists, wordsOn, type MovementWord, type MovementWordList } from '#modules/movement/words.ts'
import { mend } from '../../form-answer.server.ts'
import { refuseInitiative, typedIn } from '../../desk/mo-hinh/initiative-form.server.ts'
import { ctxOf, textOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

const listName: Record<MovementWordList, string> = {
  field: 'Lĩnh vực',
  tag: 'Thẻ',
  level: 'Cấp đăng ký',
  theme: 'Chủ đề năm',
}
const certaintyName: Record<MovementWord['certainty'], string> = {
  article: 'theo điều luật',
  'second-hand': 'nguồn dẫn lại',
  unverified: 'chưa kiểm chứng',
  ours: 'do phần mềm đặt',
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await movementWordsPage({ ...ctxOf(locals), db: locals.db })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { words, receivers, receiversSource, mayChange, today } = outcome.value
  return {
    ...{ mayChange, receivers, receiversSource, today: formatDay(today), saved: url.searchParams.get('da') },
    lists: movementWordLists.map((list) => ({
      ...{ list, title: listName[list] },
      words: wordsOn(words, list, today).map((word) => shown(word, words)),
      // What is said from a later day on is seen before it holds.
      later: words
        .filter((word) => word.list === list && word.from !== null && word.from > today)
        .map(
          (word) => `Từ ${formatDay(word.from ?? today)}: ${word.isOffered ? word.label : `thôi dùng “${word.label}”`}`,
        ),
    })),
  }
}

function shown(word: MovementWord, all: readonly MovementWord[]) {
  const before = all.filter(
    (one) => one.list === word.list && one.code === word.code && one !== word && one.label !== word.label,
  )
  return {
    ...{ code: word.code, label: word.label, isOffered: word.isOffered, isOwn: word.isOwn, source: word.source },
    certainty: word.isOwn ? 'tỉnh tự ghi' : certaintyName[word.certainty],
    since: word.from === null ? null : `từ ${formatDay(word.from)}`,
    before: before.map(({ label }) => label).join('; ') || null,
  }
}

export const actions: Actions = {
  them: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['list', 'label', 'source', 'from'], 'them')
    const read = readForm(movementWordForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await addMovementWord({ ...ctxOf(locals), db: locals.db }, read.value)
    if (outcome.ok) redirect(303, '/admin/tu-phong-trao?da=them')
    return refuseInitiative(outcome, typed)
  },
  doi: async ({ locals, request }) => {
    const form = await request.formData()
    const code = textOf(form, 'code')
    const typed = typedIn(form, ['list', 'label', 'source', 'from', 'code'], `doi-${code}`)
    const read = readForm(movementWordForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await renameMovementWord({ ...ctxOf(locals), db: locals.db }, code, read.value)
    if (outcome.ok) redirect(303, '/admin/tu-phong-trao?da=doi')
    return refuseInitiative(outcome, typed)
  },
  thoi: async ({ locals, request }) => {
    const form = await request.formData()
    const code = textOf(form, 'code')
    const typed = typedIn(form, ['list', 'source', 'from', 'code'], `thoi-${code}`)
    const read = readForm(retiringForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await retireMovementWord({ ...ctxOf(locals), db: locals.db }, code, read.value)
    if (outcome.ok) redirect(303, '/admin/tu-phong-trao?da=thoi')
    return refuseInitiative(outcome, typed)
  },
  'cong-nhan': async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['commune', 'province', 'source'], 'cong-nhan')
    const read = readForm(receiversForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { source, ...receivers } = read.value
    const outcome = await stateReceivers({ ...ctxOf(locals), db: locals.db }, receivers, source)
    if (outcome.ok) redirect(303, '/admin/tu-phong-trao?da=cong-nhan')
    return refuseInitiative(outcome, typed)
  },
}
