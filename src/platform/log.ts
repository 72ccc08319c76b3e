import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * One JSON line for each event, never with a name, a query or a whole address.
 * To stdout for a service manager; into a file where a person reads the terminal.
 */
export function openLog(to: { file: string } | 'stdout'): Log {
  const base = { base: null, timestamp: pino.stdTimeFunctions.isoTime }
  if (to === 'stdout') return pino(base)
  // Not by pino: it would make the data folder readable by everybody.
  mkdirSync(dirname(to.file), { recursive: true, mode: 0o700 })
  return pino(base, pino.destination({ dest: to.file, append: true, sync: false }))
}

/** Where the environment wants the log. */
export function logTarget(env: Record<string, string | undefined>, dataDir: string): { file: string } | 'stdout' {
  return env.NODE_ENV === 'production' || env.KHEO_LOG === 'json' ? 'stdout' : { file: `${dataDir}/kheo.log` }
}

export type Fault = { name: string; code?: string; message?: string; at: string[] }

/** What of an error may be logged: PostgreSQL repeats the values of a row in its messages, so those are left out. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { code, severity } = error as { code?: unknown; severity?: unknown }
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(severity === undefined ? { message: error.message } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
  }
}
