import type { Refusal } from './labels.ts'

/** Why cells cannot be written here: their numbers stand in another report of the same unit and period; null where none does. */
export function heldRefusal(
  keys: readonly string[],
  held: ReadonlyMap<string, { templateName: string }>,
): Refusal | null {
  const [first, ...others] = keys.filter((key) => held.has(key))
  const by = first === undefined ? undefined : held.get(first)
  if (first === undefined || !by) return null
  return { code: 'cells-held-elsewhere', keys: [first, ...others], templateName: by.templateName }
}
