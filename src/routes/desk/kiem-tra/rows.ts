const mostRows = 120

/** How many rows for units the form shows: those there were, those asked for, and one free below what was typed. */
export function shownRows(typed: Record<string, string>, atLeast: number): number {
  const filled = Object.keys(typed).flatMap((key) => (typed[key] ? (/^place-(\d{1,3})$/.exec(key)?.[1] ?? []) : []))
  const wanted = Number(/^\d{1,3}$/.exec(typed['them-dong'] ?? '')?.[0] ?? 0)
  return Math.min(mostRows, Math.max(atLeast, wanted, ...filled.map((n) => Number(n) + 2)))
}
