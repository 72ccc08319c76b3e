/** One row of a table: what was done, and how long each time took (or how often in a second). */
export type Row = { name: string; values: number[] }

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Prints one table for docs/performance.md; the last column compares each row with the first. */
export function printTable(title: string, unit: string, rows: readonly Row[], digits = 1): void {
  const first = median(rows[0]?.values ?? [])
  const lines = rows.map(({ name, values }) => {
    const cells = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits))
    return `| ${[name, ...cells, (median(values) / first).toFixed(2)].join(' | ')} |`
  })
  const head = [`| what | median ${unit} | least | most | × first row |`, '|---|---:|---:|---:|---:|']
  process.stdout.write(`\n${title}\n\n${[...head, ...lines].join('\n')}\n`)
}

/** Every round takes each piece once, in turn, so that a noisy moment of the machine touches all of them alike. */
export async function inRounds(
  rounds: number,
  pieces: readonly { name: string; work: () => Promise<number> }[],
  warmups = 1,
): Promise<Row[]> {
  const rows = pieces.map(({ name }): Row => ({ name, values: [] }))
  for (let round = -warmups; round < rounds; round += 1) {
    for (const [index, { work }] of pieces.entries()) {
      const value = await work()
      if (round >= 0) rows[index]?.values.push(value)
    }
  }
  return rows
}

/** How many milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
