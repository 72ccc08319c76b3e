/** What the keys of the grid ask for. */
export type GridKeys = {
  /** Puts back what was saved in the field's cell; false when nothing was typed over it. */
  restore: (field: HTMLInputElement) => boolean
  /** True while the field holds text that is not saved: the browser's own undo then belongs to that text. */
  isTyped: (field: HTMLInputElement) => boolean
  undo: () => void
  redo: () => void
}

/**
 * Not while a Vietnamese keyboard is composing a letter: its Enter, its arrows and its Esc belong to the letter. Some programs
 * say so with the key `Process` alone, before the browser itself has noticed.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process'
}

const everyValue = '.cell input[type="text"]'
const everyNote = 'input.note-in'

/** Enter and the arrows go about as in a register; F2 writes on in the cell; Esc puts back what was saved. */
export function walk(form: HTMLFormElement, keys: GridKeys, event: KeyboardEvent): void {
  const field = event.target
  if (isComposing(event) || !(field instanceof HTMLInputElement) || field.closest('tr[data-key]') === null) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') {
    if (keys.restore(field)) event.preventDefault()
    return
  }
  if (event.key === 'F2') {
    event.preventDefault()
    field.setSelectionRange(field.value.length, field.value.length)
    return
  }
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return across(event, field)
  if (event.key === 'Enter' || event.key === 'ArrowDown') {
    event.preventDefault()
    step(form, field, event.key === 'Enter' && event.shiftKey ? -1 : 1)
  } else if (event.key === 'ArrowUp') {
    event.preventDefault()
    step(form, field, -1)
  }
}

function step(form: HTMLFormElement, field: HTMLInputElement, by: 1 | -1): void {
  const cells = [...form.querySelectorAll<HTMLInputElement>(field.matches(everyValue) ? everyValue : everyNote)]
  const next = cells[cells.indexOf(field) + by]
  if (next) stand(next)
  // Past the last row: leaving the field saves it.
  else field.blur()
}

/** Between a number and its note, as long as the whole text is chosen or the caret stands at that end of it. */
function across(event: KeyboardEvent, field: HTMLInputElement): void {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
  const isWhole = start === 0 && end === field.value.length
  const isRight = event.key === 'ArrowRight'
  if (!isWhole && !(start === end && end === (isRight ? field.value.length : 0))) return
  const next = field.closest('tr')?.querySelector<HTMLInputElement>(isRight ? everyNote : everyValue)
  if (!next || next === field) return
  event.preventDefault()
  stand(next)
}

function stand(field: HTMLInputElement): void {
  field.focus()
  field.select()
}

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z), where no text is being edited. */
export function turnByKey(keys: GridKeys, event: KeyboardEvent): void {
  if (isComposing(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return
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
