/** What the keys of the grid ask for. */
export type GridKeys = {
  /** Puts back what was saved in the field's cell; false when nothing was typed over it. */
  restore: (field: HTMLInputElement) => boolean
  /** True while the field holds text that is not saved: the browser's own undo then belongs to that text. */
  isTyped: (field: HTMLInputElement) => boolean
  undo: () => void
  redo: () => void
}

/** Enter and the arrows go up and down the column as in a register; Esc puts back what was saved. */
export function walk(form: HTMLFormElement, keys: GridKeys, event: KeyboardEvent): void {
  const field = event.target
  // Not while a Vietnamese keyboard is composing a letter.
  if (event.isComposing || !(field instanceof HTMLInputElement) || field.closest('tr[data-key]') === null) return
  if (event.key === 'Escape') {
    if (keys.restore(field)) event.preventDefault()
    return
  }
  const isCell = field.matches('.cell input')
  if (!(event.key === 'Enter' || (isCell && (event.key === 'ArrowDown' || event.key === 'ArrowUp')))) return
  event.preventDefault()
  const column = isCell ? '.cell input[type="text"]' : 'input.note-in'
  const cells = [...form.querySelectorAll<HTMLInputElement>(column)]
  const next = cells[cells.indexOf(field) + (event.key === 'ArrowUp' ? -1 : 1)]
  if (next) {
    next.focus()
    next.select()
  } else {
    // The last row: leaving the field saves it.
    field.blur()
  }
}

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z), where no text is being edited. */
export function turnByKey(keys: GridKeys, event: KeyboardEvent): void {
  if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
  const key = event.key.toLowerCase()
  const wish = key === 'y' || (key === 'z' && event.shiftKey) ? keys.redo : key === 'z' ? keys.undo : null
  if (!wish || editsText(keys, event.target)) return
  event.preventDefault()
  wish()
}

function editsText(keys: GridKeys, target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (!(target instanceof HTMLInputElement)) return target instanceof HTMLElement && target.isContentEditable
  return target.closest('tr[data-key]') === null || keys.isTyped(target)
}
