const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Inside a chart the arrow keys go from point to point, also to those that Tab passes over. Without script Tab alone does. */
export function roving(chart: Element): () => void {
  function move(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return
    const points = [...chart.querySelectorAll<SVGElement>('a[href]')]
    const at = points.findIndex((point) => point === document.activeElement)
    const to = moves[event.key]
    if (at < 0 || !to) return
    event.preventDefault()
    points[to(at, points.length)]?.focus()
  }
  chart.addEventListener('keydown', move)
  return () => chart.removeEventListener('keydown', move)
}
