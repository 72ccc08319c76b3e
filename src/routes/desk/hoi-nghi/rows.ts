const mostRows = 40

/** How many rows for speeches the form shows: some to begin with, those asked for, and one free below what was typed. */
export function speechRows(values: Record<string, string>): number {
  const filled = Object.keys(values).flatMap((key) => (values[key] ? (/^speaker-(\d{1,2})$/.exec(key)?.[1] ?? []) : []))
  const wanted = Number(/^\d{1,2}$/.exec(values['them-dong'] ?? '')?.[0] ?? 0)
  return Math.min(mostRows, Math.max(2, wanted, ...filled.map((n) => Number(n) + 2)))
}
