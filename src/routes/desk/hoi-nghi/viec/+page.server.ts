import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { tasksPage } from '#modules/activities/meeting-queries.server.ts'
import { pageIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import { taskShown } from '../task-shown.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const isOpen = url.searchParams.get('loc') !== 'tat-ca'
  const outcome = await tasksPage(ctx, { isOpen }, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, ...page } = outcome.value
  return {
    ...page,
    isOpen,
    lines: lines.map((line) => ({
      ...taskShown(line, dayInVietnam(ctx.now)),
      ...{ subject: line.subject, by: line.unitName, meeting: line.meeting },
    })),
  }
}
