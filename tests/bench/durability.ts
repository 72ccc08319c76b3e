import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresIn } from '../../src/platform/launcher/living.ts'
import { acknowledged, killed, startWriting } from '../durability/writing.ts'
import { printTable, timed } from './table.ts'

const kills = 100

/** A server that writes is killed a hundred times, every second time together with PostgreSQL; what was acknowledged is counted. */
export async function bench(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'kheo-bench-kills-'))
  const [dataDir, notes] = [join(home, 'data'), join(home, 'notes')]
  const starts: { alone: number[]; together: number[] } = { alone: [], together: [] }
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const isTogether = kill % 2 === 1
      let writing: Awaited<ReturnType<typeof startWriting>> | undefined
      const ms = await timed(async () => (writing = await startWriting({}, dataDir, notes)))
      if (kill > 0) (kill % 2 === 0 ? starts.together : starts.alone).push(ms)
      await pause(50 + Math.random() * 500)
      if (isTogether) for (const pid of await postgresIn(join(dataDir, 'postgres-18'))) process.kill(pid, 'SIGKILL')
      if (writing) await killed(writing)
    }
    const { count, lost } = await acknowledged({}, dataDir, notes)
    say(starts, count, lost.length)
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function say(starts: { alone: number[]; together: number[] }, count: number, lost: number): void {
  printTable(`Starting again after ${kills} kills (every second time PostgreSQL too)`, 'ms', [
    { name: 'after the server alone was killed', values: starts.alone },
    { name: 'after both were killed', values: starts.together },
  ])
  process.stdout.write(`\n${count} rows were acknowledged, ${lost} of them were lost.\n`)
  if (lost > 0) process.exitCode = 1
}
