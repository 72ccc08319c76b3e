import { deserialize } from '$app/forms'
import type { Delay, Texts, Theirs } from './cell-saving.ts'

/** What became of a form that was sent without leaving the page. */
export type Sent =
  | { kind: 'done'; location: string }
  | { kind: 'delayed'; why: Delay }
  | { kind: 'refused'; why: string }
  | { kind: 'conflict'; theirs: Theirs }

/** Sends cells by the same form action as the button, each with the texts it was typed over. */
export function sendCells(
  action: string,
  address: string,
  cells: readonly { key: string; texts: Texts; was: Texts }[],
): Promise<Sent> {
  const body = new FormData()
  for (const { key, texts, was } of cells) {
    body.set(`so.${key}`, texts.raw)
    body.set(`ghi-chu.${key}`, texts.note)
    body.set(`so-cu.${key}`, was.raw)
    body.set(`ghi-chu-cu.${key}`, was.note)
  }
  return send(action, address, body, cells.length === 1 ? (cells[0]?.key ?? '') : '')
}

/** Undoes or redoes the newest own step, by the same form action as its button. */
export function sendTurn(action: string, address: string): Promise<Sent> {
  return send(action, address, new FormData(), '')
}

async function send(action: string, address: string, body: FormData, key: string): Promise<Sent> {
  let answer: Response
  try {
    answer = await fetch(action, { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } })
  } catch {
    return { kind: 'delayed', why: 'offline' }
  }
  if (answer.status >= 500) return { kind: 'delayed', why: 'server' }
  const result = deserialize(await answer.text())
  if (result.type === 'failure') return refusal(result.data, key)
  if (result.type === 'error') return { kind: 'refused', why: 'Báo cáo này không còn mở cho tài khoản đang dùng.' }
  const location = result.type === 'redirect' ? result.location : address
  return location.startsWith(address) ? { kind: 'done', location } : { kind: 'delayed', why: 'signed-out' }
}

function refusal(data: Record<string, unknown> | undefined, key: string): Sent {
  const theirs = (data?.conflicts as Record<string, Theirs> | undefined)?.[key]
  return theirs ? { kind: 'conflict', theirs } : { kind: 'refused', why: String(data?.message ?? 'Chưa lưu được.') }
}
