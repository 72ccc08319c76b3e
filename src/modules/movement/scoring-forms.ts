import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import {
  areaKinds,
  lineKinds,
  scoredKinds,
  type ScoredKind,
  type ScoringLine,
  type ScoringSetHead,
} from './scoring-set.ts'

export const longestOfSet = { name: 200, issuer: 200, source: 200, note: 600, reason: 300, line: 300 } as const

const typed = z.string().default('')

function words(most: number, name: string, least = 0) {
  return typed
    .transform(tidy)
    .pipe(z.string().min(least, `${name}: xin ghi.`))
    .refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function day(name: string) {
  return typed.transform((text, ctx): LocalDate | null => {
    if (tidy(text) === '') return null
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 1/1/2026.`)
    return z.NEVER
  })
}

const headForm = z.object({
  name: words(longestOfSet.name, 'Tên bộ tiêu chí', 1),
  issuer: words(longestOfSet.issuer, 'Cơ quan, văn bản ban hành'),
  validFrom: day('Có hiệu lực từ').transform((read, ctx): LocalDate => {
    if (read !== null) return read
    ctx.addIssue('Có hiệu lực từ: xin ghi ngày, ví dụ 1/1/2026.')
    return z.NEVER
  }),
  validTo: day('Đến hết ngày'),
  source: words(longestOfSet.source, 'Nguồn'),
  note: words(longestOfSet.note, 'Ghi chú'),
})

/** The head of a set as a form brings it; the kinds it applies to are boxes of one name. */
export function readHeadForm(
  form: FormData,
): { ok: true; head: ScoringSetHead } | { ok: false; errors: Record<string, string> } {
  const appliesTo = scoredKinds.filter((kind): kind is ScoredKind => form.getAll('appliesTo').includes(kind))
  const read = headForm.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')))
  const errors: Record<string, string> = {}
  if (!read.success) for (const issue of read.error.issues) errors[issue.path.join('.')] ??= issue.message
  if (appliesTo.length === 0) errors.appliesTo = 'Bộ này dùng cho gì: xin chọn ít nhất một.'
  return read.success && appliesTo.length > 0 ? { ok: true, head: { ...read.data, appliesTo } } : { ok: false, errors }
}

/** More than a set may have: what is over it is refused in words and not cut off. */
const mostRows = 200

/**
 * The lines of a set as a table brings them: `0.kind`, `0.name` …, in order. A row without a name or points is an empty row of the
 * table and no line, and so is one whose box to leave it out is ticked.
 */
export function readLinesForm(form: FormData): ScoringLine[] {
  const lines: ScoringLine[] = []
  for (let row = 0; row < mostRows && form.has(`${row}.kind`); row += 1) {
    const cell = (name: string): string => {
      const value = form.get(`${row}.${name}`)
      return typeof value === 'string' ? tidy(value).slice(0, longestOfSet.line) : ''
    }
    const kind = lineKinds.find((one) => one === cell('kind'))
    if (!kind || cell('drop') !== '' || (cell('name') === '' && cell('points') === '')) continue
    lines.push({
      ...{ kind, name: cell('name'), points: cell('points').replace(/\s*%$/, ''), levels: cell('levels') },
      part: cell('part') === 'superior' ? 'superior' : 'base',
      passes: cell('passes') !== '',
      area: areaKinds.find((area) => area === cell('area')) ?? null,
      ...{ evidence: cell('evidence'), note: cell('note') },
    })
  }
  return lines
}
