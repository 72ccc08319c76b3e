import type { ReportContent } from '#modules/reporting/content.ts'
import { blockAsTable, blockAsText, readBlock, type PlacedBlock } from '#modules/reporting/block.ts'
import { sumOfCells } from '#modules/reporting/chosen-cells.ts'
import { blockOn } from './clipboard-block.ts'
import { GridRange, textIn, type GridCell } from './grid-range.ts'
import { isComposing } from './grid-keys.ts'

type BlockDesk = {
  content: () => ReportContent | null
  isClosed: () => boolean
  /** Shows what a pasted block would change, before anything does. */
  preview: (block: PlacedBlock) => void
  /** Several cells are to be empty, as one step. */
  empty: (cells: readonly GridCell[]) => void
  /** What is chosen, in a sentence; empty when nothing is. */
  chosen: (sentence: string) => void
}

const steps: Record<string, { down: number; across: number }> = {
  ArrowDown: { down: 1, across: 0 },
  ArrowUp: { down: -1, across: 0 },
  ArrowRight: { down: 0, across: 1 },
  ArrowLeft: { down: 0, across: -1 },
}

/** Blocks of the grid: chosen with Shift, copied to Excel and Word, emptied, and pasted after they were seen. Answers how to part. */
export function attachBlocks(form: HTMLFormElement, desk: BlockDesk): () => void {
  const range = new GridRange(form)
  const say = (): void => desk.chosen(range.isEmpty ? '' : sumOfCells(texts(range), desk.content()?.lines ?? []))
  const clear = (): void => {
    range.clear()
    say()
  }
  const press = (event: KeyboardEvent): void => {
    const field = event.target
    if (isComposing(event) || !(field instanceof HTMLInputElement) || !field.closest('tr[data-key]')) return
    const step = steps[event.key]
    // Sideways, Shift and an arrow choose letters of a text; only a range that stands already grows by them.
    const isForCells = step && (step.down !== 0 || !range.isEmpty)
    if (event.shiftKey && isForCells && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (!range.extend(field, step)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      return say()
    }
    if (range.isEmpty || event.key === 'Shift' || event.ctrlKey || event.metaKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      desk.empty(range.rows.flat())
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    clear()
  }
  const point = (event: MouseEvent): void => {
    const [from, to] = [document.activeElement, event.target]
    if (!(to instanceof Element) || !to.closest('td.cell, td.remark')) return
    if (event.shiftKey && from && form.contains(from) && range.reach(from, to)) event.preventDefault()
    else range.clear()
    say()
  }
  const copy = (event: ClipboardEvent): void => {
    if (range.isEmpty || !event.clipboardData) return
    event.preventDefault()
    const rows = range.rows.map((row) => row.map(textIn))
    event.clipboardData.setData('text/plain', blockAsText(rows))
    event.clipboardData.setData('text/html', blockAsTable(rows))
    desk.chosen(`Đã chép ${rows.length} × ${rows[0]?.length ?? 0} ô. Dán được vào Excel, Word.`)
  }
  const paste = (event: ClipboardEvent): void => {
    const [field, content] = [event.target, desk.content()]
    const place = field instanceof HTMLInputElement ? field.closest('td') : null
    const block = event.clipboardData && place?.closest('tr[data-key]') ? blockOn(event.clipboardData) : null
    if (!block || !place || !content || desk.isClosed()) return
    event.preventDefault()
    const first = range.rows[0]?.[0]?.place ?? place
    clear()
    desk.preview(
      readBlock(block, content, {
        keys: range.keys(),
        start: first.closest('tr')?.dataset.key ?? '',
        column: first.matches('.cell') ? 'value' : 'note',
      }),
    )
  }
  // Before the keys of single cells: an arrow with Shift is not a step to the next one.
  form.addEventListener('keydown', press, { capture: true })
  form.addEventListener('mousedown', point)
  form.addEventListener('copy', copy)
  form.addEventListener('paste', paste)
  return () => {
    form.removeEventListener('keydown', press, { capture: true })
    form.removeEventListener('mousedown', point)
    form.removeEventListener('copy', copy)
    form.removeEventListener('paste', paste)
  }
}

function texts(range: GridRange): { key: string; text: string }[] {
  return range.rows.flat().map((cell) => ({ key: cell.key, text: cell.column === 'value' ? textIn(cell) : '' }))
}
