import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const writer = join(import.meta.dirname, 'writer.ts')

/** Whose writer it is: the account that runs it, and what its environment adds. */
export type Person = { uid?: number; environment?: Record<string, string> }

export function run(person: Person, args: string[]): ChildProcess {
  return spawn(process.execPath, [writer, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...person.environment },
    ...(person.uid === undefined ? {} : { uid: person.uid, gid: person.uid }),
  })
}

export async function startWriting(person: Person, dataDir: string, notes: string): Promise<ChildProcess> {
  const child = run(person, ['write', dataDir, notes])
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('close', () => reject(new Error(`The writer did not start: ${errors}`)))
  })
  return child
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

export async function finished(child: ChildProcess): Promise<{ code: number | null; printed: string; errors: string }> {
  let printed = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, printed, errors }
}

export async function numbersIn(person: Person, dataDir: string): Promise<number[]> {
  const { code, printed, errors } = await finished(run(person, ['read', dataDir]))
  if (code !== 0) throw new Error(`The folder did not start again: ${errors}`)
  return JSON.parse(printed) as number[]
}

/** How many rows were acknowledged, and which of them are gone after a start. */
export async function acknowledged(
  person: Person,
  dataDir: string,
  notes: string,
): Promise<{ count: number; lost: number[] }> {
  const kept = new Set(await numbersIn(person, dataDir))
  // The last line may be half written; what stands before a line's end was acknowledged.
  const noted = existsSync(notes) ? readFileSync(notes, 'utf8').split('\n').slice(0, -1).map(Number) : []
  return { count: noted.length, lost: noted.filter((n) => !kept.has(n)) }
}
