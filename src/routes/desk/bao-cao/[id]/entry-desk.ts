import type { EntrySession } from './autosave.ts'
import { turnByKey, walk, type GridKeys } from './grid-keys.ts'
import { watchReport, type Pulse } from './watch.ts'

type Desk = {
  address: string
  /** Opens a cell beside the grid, or its history, without losing the page. */
  open: (href: string) => Promise<void>
  turn: (name: 'hoan-tac' | 'lam-lai') => void
  /** The whole form is on its way: leaving is meant. */
  sending: () => void
  heard: (pulse: Pulse) => void
  told: (text: string) => void
  /** A cell was left with another text than it was entered with. */
  left: (key: string) => void
  /** The session has ended. */
  asleep: () => void
}

/** Joins the fields, the keys, the network and the colleagues to one session of entry; answers how to part them again. */
export function attach(form: HTMLFormElement, session: EntrySession, desk: Desk): () => void {
  const keyOf = (target: EventTarget | null): string =>
    (target instanceof Element ? target.closest<HTMLElement>('tr[data-key]')?.dataset.key : undefined) ?? ''
  const keys: GridKeys = {
    restore: (field) => session.restore(keyOf(field)),
    isTyped: (field) => session.isTyped(keyOf(field)),
    undo: () => desk.turn('hoan-tac'),
    redo: () => desk.turn('lam-lai'),
  }
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && keyOf(target)) session.typed(keyOf(target))
  }
  const left = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'text' || !keyOf(target)) return
    session.left(keyOf(target))
    desk.left(keyOf(target))
  }
  const look = (event: Event): void => {
    const opener = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]') : null
    if (!opener?.dataset.href) return
    event.preventDefault()
    void desk.open(opener.dataset.href)
  }
  const submit = (event: Event): void => {
    if (!navigator.onLine) {
      event.preventDefault()
      return desk.told('Đang mất mạng nên chưa gửi được. Chữ đã gõ vẫn còn trong ô và sẽ tự gửi khi có mạng.')
    }
    session.confirmKnown()
    desk.sending()
  }
  const press = (event: KeyboardEvent): void => walk(form, keys, event)
  const pressAnywhere = (event: KeyboardEvent): void => turnByKey(keys, event)
  const back = (): void => session.retryNow()
  form.addEventListener('input', typed)
  form.addEventListener('change', left)
  form.addEventListener('click', look)
  form.addEventListener('submit', submit)
  form.addEventListener('keydown', press)
  document.addEventListener('keydown', pressAnywhere)
  window.addEventListener('online', back)
  const unwatch = watchReport({
    address: desk.address,
    cell: () => keyOf(document.activeElement),
    heard: desk.heard,
    signedOut: desk.asleep,
  })
  return () => {
    form.removeEventListener('input', typed)
    form.removeEventListener('change', left)
    form.removeEventListener('click', look)
    form.removeEventListener('submit', submit)
    form.removeEventListener('keydown', press)
    document.removeEventListener('keydown', pressAnywhere)
    window.removeEventListener('online', back)
    unwatch()
    session.stop()
  }
}
