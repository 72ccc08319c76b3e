import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import type { EventKind } from '#modules/territory/event.ts'
import { changeReorganisation } from '#modules/reorganisation/commands.server.ts'
import { usualAggregation, type Step } from '#modules/reorganisation/draft.ts'
import { valuesOf } from '#modules/reorganisation/form-values.ts'
import { mostRows, readStep, readStepKind } from '#modules/reorganisation/forms.ts'
import { aggregationLabel, stepKindLabel } from '#modules/reorganisation/labels.ts'
import { kindsOfLevel, kindWord } from '#modules/reorganisation/names.ts'
import { stepChoices, type StepChoices } from '#modules/reorganisation/queries.server.ts'
import { textOf } from '../../../context.server.ts'
import { answerNo, mend, reorganisationCtx, reorganisationId, typedOf, versionOf } from '../../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

const rowsAtFirst = 3
const rowsAtOnce = 3

/** One step at a time: `?loai=merge` for a new one, `?sua=…` for one that stands. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await choicesOf(locals, params.id)
  const { kind, step } = asked(page, url)
  const values = step ? valuesOf(step) : { aggregation: usualAggregation[kind] }
  const level = kind === 'level-abolished' ? 'district' : 'commune'
  const parents = page.units.filter((unit) => unit.level !== 'commune')
  return {
    id: params.id,
    version: page.version,
    title: page.draft.title,
    kind,
    kindName: stepKindLabel[kind],
    isNew: step === null,
    values: values as Record<string, string>,
    rows: rowsFor(step),
    units: page.units
      .filter(
        (unit) => unit.level === level || (unit.level === 'province' && (kind === 'rename' || kind === 'kind-change')),
      )
      .map(({ unit: id, name, level: of }) => ({ id, name, level: of })),
    parents: parents.map(({ unit: id, name }) => ({ id, name })),
    kinds: (kind === 'kind-change' ? [...kindsOfLevel.commune, ...kindsOfLevel.province] : kindsOfLevel.commune).map(
      (value) => ({ value, label: kindWord[value] }),
    ),
    ways: (['both', 'forward', 'backward', 'neither'] as const).map((value) => ({
      value,
      label: aggregationLabel[value],
    })),
  }
}

export const actions: Actions = {
  luu: async ({ locals, params, request, url }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const page = await choicesOf(locals, params.id)
    const { kind, step } = asked(page, url)
    const { actor } = reorganisationCtx(locals)
    const read = readStep(kind, (name) => fieldOf(form, page, name), step, actor.province)
    if (!read.ok) return mend(read.errors, typed)
    const change = { what: step ? ('step-changed' as const) : ('step-added' as const), step: read.value }
    const id = reorganisationId(params.id)
    const outcome = await changeReorganisation(reorganisationCtx(locals), id, versionOf(form), change)
    if (!outcome.ok) return answerNo(outcome, '', typed)
    redirect(303, `/admin/sap-xep/${id}?da=luu#cac-buoc`)
  },
  // Without JavaScript a longer form is another page: what was typed comes back with more rows.
  'them-dong': async ({ request }) => {
    const typed = typedOf(await request.formData())
    const rows = Number(/^\d{1,3}$/.exec(typed['rows'] ?? '')?.[0] ?? rowsAtFirst)
    return {
      errors: {} as Record<string, string>,
      typed: { ...typed, rows: String(Math.min(mostRows, rows + rowsAtOnce)) },
    }
  },
}

async function choicesOf(locals: App.Locals, id: string): Promise<StepChoices> {
  const outcome = await stepChoices(reorganisationCtx(locals), reorganisationId(id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  return outcome.value
}

function asked(page: StepChoices, url: URL): { kind: EventKind; step: Step | null } {
  const id = parseId<'Step'>(url.searchParams.get('sua'))
  const step = id && page.draft.steps.find((one) => one.id === id)
  const kind = step ? step.kind : readStepKind(url.searchParams.get('loai'))
  if (!kind) error(404, 'Không có trang này.')
  return { kind, step: step ?? null }
}

function rowsFor(step: Step | null): number {
  const parts = step?.kind === 'merge' || step?.kind === 'split' ? step.parts.length : 0
  return Math.min(mostRows, Math.max(rowsAtFirst, parts + 1))
}

/** A field as it was typed; of which kind a chosen unit is, the server knows itself. */
function fieldOf(form: FormData, page: StepChoices, name: string): string {
  if (!name.startsWith('kind-of-')) return textOf(form, name, 400)
  return page.units.find(({ unit }) => name === `kind-of-${unit}`)?.kind ?? 'commune'
}
