import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { recipientName } from '#modules/commendation/labels.ts'
import { registerPage } from '#modules/commendation/register-queries.server.ts'
import { contextOf } from '../../context.ts'
import { wordsOf } from '../award-form.server.ts'
import { filterOf } from './filter.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterOf(url.searchParams, locals.now)
  const wanted = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const outcome = await registerPage(contextOf(locals), filter, wanted)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, sums, years, book, page, pages, total, mayListNames } = outcome.value
  const query = Object.fromEntries(
    Object.entries({
      nam: String(filter.year),
      'hinh-thuc': filter.form,
      dong: filter.line,
      loai: filter.kind,
      'don-vi': filter.unitCode,
    }).filter((pair): pair is [string, string] => pair[1] !== null),
  )
  const { percent, said: ofThem } = sums.grassroots
  return {
    ...{ query, page, pages, total, mayListNames },
    year: filter.year,
    years: [...new Set([filter.year, ...years])].toSorted((one, other) => other - one),
    forms: book.forms.map((form) => ({ code: form.code, name: form.name })),
    lines: book.lines.map((line) => ({ code: line.code, name: line.shortName })),
    sums: [
      { label: 'Khen thưởng', amount: said(sums.total), note: null },
      { label: 'Tập thể', amount: said(sums.collectives), note: null },
      { label: 'Cá nhân', amount: said(sums.individuals), note: null },
      {
        label: 'Người không giữ chức vụ (K05)',
        amount: percent === null ? '–' : `${formatQuantity(quantity(percent))} %`,
        note: ofThem === 0 ? 'chưa ghi chức vụ của ai' : `tính trên ${said(ofThem)} cá nhân có ghi chức vụ`,
      },
    ],
    byForm: sums.byForm.map((one) => ({
      name: book.forms.find((form) => form.code === one.form)?.name ?? one.form,
      collectives: said(one.collectives),
      individuals: said(one.individuals),
    })),
    awards: lines.map(({ award, unitName }) => ({
      id: award.id,
      ...wordsOf(book, award),
      recipient: award.recipient,
      kind: recipientName[award.recipientKind],
      unitName,
      number: award.decision?.number ?? '',
      day: award.decision ? formatDay(award.decision.on) : '',
      book: award.decision?.bookNumber ?? 0,
    })),
  }
}

function said(amount: number): string {
  return formatQuantity(quantity(amount))
}
