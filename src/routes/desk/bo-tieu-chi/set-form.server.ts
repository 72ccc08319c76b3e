import { error, fail } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { textOfBytes } from '#modules/access/list-text.ts'
import { readScoringFile } from '#modules/movement/scoring-file.ts'
import { longestOfSet, readHeadForm, readLinesForm } from '#modules/movement/scoring-forms.ts'
import { scoringRefusalText, type ScoringRefusal } from '#modules/movement/scoring-labels.ts'
import { readScoringLines } from '#modules/movement/scoring-lines.ts'
import type { ScoringLine, ScoringLineKind, ScoringSetHead } from '#modules/movement/scoring-set.ts'
import type { SetValues } from './set-values.ts'

const headFields = ['name', 'issuer', 'validFrom', 'validTo', 'source', 'note', 'reason', 'sheet', 'revision'] as const

/** What the form shows after it was sent and nothing was saved. */
export type SetAnswer = { values: SetValues; errors: Record<string, string>; preview: boolean }

/** What the form shows of a set that stands, or that is copied from. */
export function valuesOf(head: ScoringSetHead, lines: readonly ScoringLine[]): SetValues {
  return {
    head: {
      ...{ name: head.name, issuer: head.issuer, source: head.source, note: head.note },
      validFrom: formatDay(head.validFrom),
      validTo: head.validTo === null ? '' : formatDay(head.validTo),
    },
    appliesTo: [...head.appliesTo],
    rows: withEmptyRows(lines),
  }
}

export const noValues: SetValues = { head: {}, appliesTo: [], rows: withEmptyRows([]) }

function empty(kind: ScoringLineKind): ScoringLine {
  return {
    ...{ kind, name: '', points: '', levels: '', part: 'base', passes: false },
    ...{ area: null, evidence: '', note: '' },
  }
}

/** The lines in the order of the form, an empty criterion under each group, and empty rows of every other kind at its end. */
function withEmptyRows(lines: readonly ScoringLine[]): ScoringLine[] {
  const groups: ScoringLine[] = []
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'group' && line.kind !== 'criterion') continue
    groups.push(line)
    const next = lines.slice(at + 1).find(({ kind }) => kind === 'group' || kind === 'criterion')
    if (next?.kind !== 'criterion') groups.push(empty('criterion'))
  }
  const rest = (['bonus', 'penalty', 'band', 'condition', 'threshold'] as const).flatMap((kind) => [
    ...lines.filter((line) => line.kind === kind),
    empty(kind),
  ])
  const floors = (['group-floor', 'criterion-floor'] as const).map(
    (kind) => lines.find((line) => line.kind === kind) ?? empty(kind),
  )
  return [...groups, empty('group'), empty('criterion'), empty('criterion'), ...rest, ...floors]
}

/** Reads the whole form; either what is to be saved, or what to mend with everything that was typed. */
export function readSetForm(form: FormData): {
  values: SetValues
  entry: SetEntry | null
  errors: Record<string, string>
} {
  const lines = readLinesForm(form)
  const read = readHeadForm(form)
  const values = typedValues(form, lines)
  const set = readScoringLines(lines)
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors }
  if (!set.ok)
    errors[''] = set.faults
      .slice(0, 5)
      .map(({ sentence }) => sentence)
      .join(' ')
  return { values, errors, entry: read.ok && set.ok ? { head: read.head, lines } : null }
}

type SetEntry = { head: ScoringSetHead; lines: ScoringLine[] }

function typedValues(form: FormData, lines: readonly ScoringLine[]): SetValues {
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, longestOfSet.note * 2) : ''
  }
  return {
    head: Object.fromEntries(headFields.map((name) => [name, text(name)])),
    appliesTo: form.getAll('appliesTo').filter((one) => typeof one === 'string'),
    rows: withEmptyRows(lines),
  }
}

/** The lines of a file in place of those of the form; the head stays as it was typed. */
export async function fromFile(form: FormData) {
  const file = form.get('tep')
  const { values } = readSetForm(form)
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const text = textOfBytes(bytes)
  const unread = ['empty', 'not-unicode', 'spreadsheet', 'stray-quote'].includes(text)
  if (unread) return mendSet(values, { tep: 'Không đọc được tệp. Xin lưu kiểu “CSV UTF-8” từ tệp đã tải về.' })
  const read = readScoringFile(text)
  if (!read.ok) return mendSet(values, { tep: read.problems.slice(0, 5).join(' ') })
  return { values: { ...values, rows: withEmptyRows(read.lines) }, errors: {}, preview: true } satisfies SetAnswer
}

export function mendSet(values: SetValues, errors: Record<string, string>) {
  return fail(422, { values, errors, preview: false } satisfies SetAnswer)
}

const fieldOf: Partial<Record<ScoringRefusal['code'], string>> = {
  'set-reason-missing': 'reason',
  'set-ends-before-it-begins': 'validTo',
}

/** The sentence of a refusal beside its field; not allowed and not there look the same. */
export function refuseSet(outcome: Exclude<Outcome<unknown, ScoringRefusal>, { ok: true }>, values: SetValues) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const errors: Record<string, string> = { [fieldOf[refusal.code] ?? '']: scoringRefusalText(refusal) }
  return fail(409, { values, errors, preview: false } satisfies SetAnswer)
}

/** A name for a file, in letters that every machine keeps. */
export function plainName(name: string): string {
  return (
    fold(tidy(name))
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'bo-tieu-chi'
  )
}
