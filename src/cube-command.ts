import { writeCsv } from '#kernel/csv-writing.ts'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import { openCube, type Cube } from '#modules/figures/cube.server.ts'
import { openCubeGrid } from '#modules/figures/open-cube-shape.ts'
import { openCubeTables } from '#modules/figures/open-cube.ts'
import { askOpenCube, type AnsweredCube } from '#modules/figures/open-cube.server.ts'
import { rowsOf } from '#platform/api/answer.ts'
import { readCommandWords, textTable } from '#platform/api/command.ts'
import type { Db } from '#platform/database.ts'

/**
 * Published figures added up, in a terminal. It reads as anybody does: figures that are not published are read at the desk, by
 * whoever may, and their reading has a name (docs/adr/0048).
 */
export async function cliCube(url: string, db: Db, args: readonly string[], now: Date): Promise<CliAnswer> {
  const read = readCommandWords(Object.keys(openCubeGrid.parameters.shape), args)
  if (!read.ok) return { exit: 2, stderr: [read.refusal.message, read.refusal.help].filter(Boolean).join(' ') }
  const { pairs, form } = read.value
  const cube: Cube = openCube(url, { connections: 1 })
  try {
    const found = await askOpenCube({ db, cube, reader: { kind: 'public' }, now }, pairs)
    if (!found.ok) return { exit: 2, stderr: `--${found.refusal.field}: ${found.refusal.message}` }
    return { exit: 0, stdout: written(found.value, form) }
  } finally {
    await cube.close()
  }
}

function written({ item, rows, words }: AnsweredCube, form: 'json' | 'csv' | 'table'): string {
  // On one line: of a hundred thousand cells nobody reads the indents.
  if (form === 'json') return JSON.stringify({ data: item })
  const columns = Object.keys(openCubeGrid.row.shape)
  if (form === 'csv') return writeCsv(columns, rowsOf(columns, rows())).replace(/\r\n$/, '')
  const tables = openCubeTables(words()).map(({ title, head, rows: lines, notes }) =>
    [title, '', textTable(head, lines), ...notes].join('\n'),
  )
  return [item.question, ...tables].join('\n\n')
}
