import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import type { BodyPattern } from '#modules/organisation/body.ts'
import { patternForm, reasonForm, wordForm } from '#modules/organisation/forms.ts'
import { certaintyName, treeName } from '#modules/organisation/labels.ts'
import { addWord, retireWord, statePattern, withdrawPattern } from '#modules/organisation/word-commands.server.ts'
import { wordsPage } from '#modules/organisation/word-queries.server.ts'
import { labelOf, offered, wordLists, type WordList } from '#modules/organisation/words.ts'
import { mend } from '../../form-answer.server.ts'
import { refuseChange, typedIn } from '../../organisation-form.server.ts'
import { asked, ctxOf, textOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

const listName: Record<WordList, string> = {
  'body-kind': 'Loại tổ chức',
  'body-function': 'Việc phụ trách',
  'sub-commune-kind': 'Loại thôn, tổ dân phố',
}
const levelName: Record<BodyPattern['level'], string> = { province: 'tỉnh', district: 'huyện (cũ)', commune: 'xã' }

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await wordsPage({ ...ctxOf(locals), db: locals.db })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { words, patterns, mayChange } = outcome.value
  return {
    mayChange,
    lists: wordLists.map((list) => ({
      list,
      title: listName[list],
      words: words
        .filter((word) => word.list === list)
        .map(({ code, label, certainty, source, isOwn, isRetired, regions }) => ({
          ...{ code, label, source, isOwn, isRetired, regions },
          certainty: isOwn ? 'tỉnh tự ghi' : certaintyName[certainty],
        })),
    })),
    patterns: patterns
      .toSorted((one, other) => order(one).localeCompare(order(other)))
      .map((one) => ({
        id: one.id,
        who: `Cấp ${levelName[one.level]}: ${inWords(one.name)}`,
        work: labelOf(words, 'body-function', one.function),
        when: `${one.from ? `từ ${formatDay(one.from)}` : 'từ trước'}${one.until ? ` đến ${formatDay(one.until)}` : ''}`,
        isOwn: one.isOwn,
        rank: one.isOwn || one.place === 1 ? null : 'khả năng khác, đứng sau',
        note: one.isOwn ? `Tỉnh ghi, theo ${one.source}` : `${certaintyName[one.certainty]}: ${one.source}`,
      })),
    kinds: offered(words, 'body-kind').map(({ code, label }) => ({ value: code, label })),
    functions: offered(words, 'body-function').map(({ code, label }) => ({ value: code, label })),
    trees: Object.entries(treeName).map(([value, label]) => ({ value, label })),
    saved: url.searchParams.get('da'),
  }
}

/** What is filled in for each unit, said in words. */
function inWords(name: string): string {
  return name
    .replace('{committee} {place}', '(cấp ủy và tên đơn vị)')
    .replace('{committee}', '(cấp ủy)')
    .replace('{place}', '(tên đơn vị)')
    .replace('{unit}', '(tên đơn vị)')
}

function order(pattern: BodyPattern): string {
  const level = { province: '1', district: '2', commune: '3' }[pattern.level]
  return `${pattern.function} ${level} ${pattern.from ?? ''} ${pattern.isOwn ? 0 : pattern.place}`
}

export const actions: Actions = {
  them: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['list', 'label', 'source'], 'them')
    const read = readForm(wordForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await addWord({ ...ctxOf(locals), db: locals.db }, read.value)
    if (outcome.ok) redirect(303, '/admin/danh-muc?da=them')
    return refuseChange(outcome, typed, () => 'label')
  },
  thoi: async ({ locals, request }) => {
    const form = await request.formData()
    const list = wordLists.find((one) => one === textOf(form, 'list'))
    if (!list) error(404, 'Không có trang này.')
    const outcome = await retireWord({ ...ctxOf(locals), db: locals.db }, list, textOf(form, 'code'))
    if (outcome.ok) redirect(303, '/admin/danh-muc?da=thoi')
    return refuseChange(outcome, { which: 'thoi' })
  },
  mau: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['level', 'function', 'kind', 'tree', 'name', 'from', 'until', 'act'], 'mau')
    const read = readForm(patternForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { act, ...pattern } = read.value
    const outcome = await statePattern({ ...ctxOf(locals), db: locals.db }, { ...pattern, source: act })
    if (outcome.ok) redirect(303, '/admin/danh-muc?da=mau')
    return refuseChange(outcome, typed)
  },
  'go-mau': async ({ locals, request }) => {
    const form = await request.formData()
    const id = asked<'BodyPattern'>(form, 'dong')
    const typed = typedIn(form, ['dong', 'reason'], 'go-mau')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await withdrawPattern({ ...ctxOf(locals), db: locals.db }, id, read.value.reason)
    if (outcome.ok) redirect(303, '/admin/danh-muc?da=go-mau')
    return refuseChange(outcome, typed, () => 'reason')
  },
}
