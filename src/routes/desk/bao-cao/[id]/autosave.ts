import { deserialize } from '$app/forms'

/** The last texts of a line that the server has confirmed; the next change is compared with them. */
type Known = Map<string, string>
type Line = Autosave & { known: Known }

type Autosave = {
  address: string
  action: string
  /** Told of each line: `saving`, `saved`, or a sentence why not. */
  say: (key: string, word: string) => void
  saved: () => Promise<void>
  /** Opens a cell beside the grid without leaving the page. */
  open: (href: string) => Promise<void>
}

/**
 * Saves each line of the grid as soon as its cell is left, by the same form action as the button, one after the other.
 * Enter and the arrows go up and down the column, as in a register.
 */
export function listenTo(form: HTMLFormElement, options: Autosave): () => void {
  let last: Promise<void> = Promise.resolve()
  const given: Line = { ...options, known: new Map() }
  const save = (event: Event): void => {
    const line = event.target instanceof HTMLInputElement ? event.target.closest('tr') : null
    // One at a time: a second change of the same cell must start from what the first one saved.
    if (line?.dataset.key) last = last.then(() => saveLine(line, given))
  }
  const look = (event: Event): void => {
    const href =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]')?.dataset.href : undefined
    if (!href) return
    event.preventDefault()
    void given.open(href)
  }
  form.addEventListener('change', save)
  form.addEventListener('keydown', walk)
  // The button sends the whole form: it must be compared with what is known now, not with what the page was made with.
  const refresh = (): void => {
    for (const [name, text] of given.known) {
      const hidden = form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)
      if (hidden) hidden.value = text
    }
  }
  form.addEventListener('click', look)
  form.addEventListener('submit', refresh)
  // What was typed before this script arrived is saved now.
  for (const line of form.querySelectorAll<HTMLTableRowElement>('tr[data-key]')) {
    if (isTyped(line)) last = last.then(() => saveLine(line, given))
  }
  return () => {
    form.removeEventListener('change', save)
    form.removeEventListener('keydown', walk)
    form.removeEventListener('click', look)
    form.removeEventListener('submit', refresh)
  }
}

async function saveLine(line: HTMLTableRowElement, given: Line): Promise<void> {
  const key = line.dataset.key ?? ''
  const body = new FormData()
  for (const input of line.querySelectorAll('input')) body.set(input.name, given.known.get(input.name) ?? input.value)
  given.say(key, 'saving')
  try {
    const answer = await fetch(given.action, { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } })
    const result = deserialize(await answer.text())
    if (result.type === 'failure') return given.say(key, whyNot(given.known, key, result.data))
    if (result.type === 'error') throw new Error('the server could not save')
    if (result.type === 'redirect' && !result.location.startsWith(given.address)) {
      return given.say(
        key,
        'Phiên làm việc đã kết thúc. Số vẫn còn trong ô; xin bấm Lưu để đăng nhập lại rồi gửi tiếp.',
      )
    }
    rememberSaved(given.known, body)
    given.say(key, 'saved')
    await given.saved()
  } catch {
    given.say(key, 'Chưa lưu được, có thể mất mạng. Số vẫn còn trong ô; xin bấm Lưu khi có mạng.')
  }
}

function isTyped(line: HTMLTableRowElement): boolean {
  const text = (start: string): string => line.querySelector<HTMLInputElement>(`input[name^="${start}"]`)?.value ?? ''
  return text('so.') !== text('so-cu.') || text('ghi-chu.') !== text('ghi-chu-cu.')
}

/** A colleague wrote this cell meanwhile: both texts are said, and the next save is made knowing theirs. */
function whyNot(known: Known, key: string, answer: Record<string, unknown> | undefined): string {
  const theirs = (answer?.conflicts as Record<string, string> | undefined)?.[key]
  if (theirs === undefined) return String(answer?.message ?? 'Chưa lưu được.')
  known.set(`so-cu.${key}`, theirs)
  return `Ô này vừa được ghi ở nơi khác là “${theirs || 'trống'}”. Số của ông/bà vẫn ở trong ô; sửa hoặc bấm Lưu để ghi số của ông/bà.`
}

function rememberSaved(known: Known, body: FormData): void {
  for (const [name, text] of body.entries()) {
    if (/^(so|ghi-chu)\./.test(name)) known.set(name.replace('.', '-cu.'), String(text))
  }
}

function walk(event: KeyboardEvent): void {
  const field = event.target
  // Not while a Vietnamese keyboard is composing a letter.
  if (event.isComposing || !(field instanceof HTMLInputElement) || !field.matches('.cell input')) return
  if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  const cells = [...document.querySelectorAll<HTMLInputElement>('.cell input[type="text"]')]
  const next = cells[cells.indexOf(field) + (event.key === 'ArrowUp' ? -1 : 1)]
  next?.focus()
  next?.select()
}
