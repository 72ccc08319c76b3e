import { formatDay } from '#kernel/local-date.ts'
import { formulasPage, type FormulaLine } from '#modules/figures/formula-queries.server.ts'
import { contextOf } from '../context.ts'
import { allowed } from './formula-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { inUse, later, retired, mayKeep } = allowed(await formulasPage(contextOf(locals)))
  return {
    mayKeep,
    groups: [
      { key: 'dang-dung', title: 'Đang dùng', lines: inUse.map(shown) },
      { key: 'chua-den', title: 'Chưa đến ngày dùng', lines: later.map(shown) },
      { key: 'da-ngung', title: 'Đã ngừng', lines: retired.map(shown) },
    ].filter(({ lines }) => lines.length > 0),
  }
}

function shown({ formula, name, text, unitOfCount, problem }: FormulaLine) {
  const { retired, versions } = formula
  return {
    code: formula.code,
    name,
    text,
    unitOfCount,
    problem,
    since: versions[0] ? formatDay(versions[0].validFrom) : '',
    retired: retired ? { day: formatDay(retired.from), reason: retired.reason } : null,
  }
}
