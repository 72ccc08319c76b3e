export type TypedField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Kept = { field: TypedField; value: string; isChecked: boolean }

/**
 * What somebody typed or chose while the page's script was still on its way, seconds on a weak network: hydration writes the
 * server's values over every field it fills. Called as the page's frame is hydrated, before its content; the answer puts back
 * what was lost, and is called once the content stands.
 */
export function keepTypedEarly(fields: readonly TypedField[]): () => void {
  const kept = fields.filter(isTouched).map((field): Kept => {
    return { field, value: field.value, isChecked: 'checked' in field && field.checked }
  })
  return () => {
    for (const { field, value, isChecked } of kept) {
      if (!field.isConnected || !mayBeFilled(field)) continue
      if (field.value === value && (!('checked' in field) || field.checked === isChecked)) continue
      field.value = value
      if ('checked' in field) field.checked = isChecked
      // Whatever of the page listens takes it as typed now.
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

function isTouched(field: TypedField): boolean {
  if (!mayBeFilled(field)) return false
  if ('selectedOptions' in field) return field.value !== servedIn(field)
  return field.value !== field.defaultValue || ('checked' in field && field.checked !== field.defaultChecked)
}

function servedIn({ options }: HTMLSelectElement): string {
  const all = [...options]
  return (all.findLast((option) => option.defaultSelected) ?? all.find((option) => !option.disabled))?.value ?? ''
}

/** A chosen file stays chosen, and no script may choose one. */
const mayBeFilled = (field: TypedField): boolean => field.type !== 'file' && field.type !== 'hidden'
