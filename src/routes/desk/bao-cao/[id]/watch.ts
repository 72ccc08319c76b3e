/** What the server says of a report that several officers may have open. */
export type Pulse = {
  version: number
  isOpen: boolean
  people: { name: string; cell: string }[]
  /** What the registers come to, by cell. */
  counts: Record<string, string>
}

type Watch = {
  address: string
  /** The cell the officer stands in; empty when in none. */
  cell: () => string
  heard: (pulse: Pulse) => void
  signedOut: () => void
}

const secondsBetween = 10
/** Somebody who touched nothing for this long is not there: the page stops asking, so that the session can fall asleep. */
const minutesThere = 5

/** Asks every ten seconds, while the page is seen and somebody sits at it, whether colleagues moved the report. */
export function watchReport(watch: Watch): () => void {
  let etag = ''
  let lastTouch = Date.now()
  let isAsking = false
  let isOver = false
  const isThere = (): boolean =>
    document.visibilityState === 'visible' && navigator.onLine && Date.now() - lastTouch < minutesThere * 60_000
  const ask = async (): Promise<void> => {
    if (isAsking || isOver || !isThere()) return
    isAsking = true
    try {
      const query = new URLSearchParams(watch.cell() ? { o: watch.cell() } : {})
      const answer = await fetch(`${watch.address}/thay-doi?${query}`, {
        headers: etag ? { 'if-none-match': etag } : {},
        redirect: 'manual',
      })
      if (answer.type === 'opaqueredirect') {
        isOver = true
        return watch.signedOut()
      }
      if (!answer.ok) return
      etag = answer.headers.get('etag') ?? ''
      watch.heard((await answer.json()) as Pulse)
    } catch {
      // No network: saving says so itself; the next question comes in ten seconds.
      etag = ''
    } finally {
      isAsking = false
    }
  }
  const touched = (): void => {
    const wasAway = !isThere()
    lastTouch = Date.now()
    if (wasAway) void ask()
  }
  const seen = (): void => void ask()
  const every = setInterval(seen, secondsBetween * 1000)
  document.addEventListener('visibilitychange', seen)
  for (const name of ['keydown', 'pointerdown'] as const) document.addEventListener(name, touched)
  seen()
  return () => {
    isOver = true
    clearInterval(every)
    document.removeEventListener('visibilitychange', seen)
    for (const name of ['keydown', 'pointerdown'] as const) document.removeEventListener(name, touched)
  }
}
