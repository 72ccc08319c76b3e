import { parseId, type Id } from '../../kernel/ids.ts'
import type { Db } from '../database.ts'

/** What every task is given: connections as `kheo_app`, in which it opens its own scope, and the time. */
export type TaskRun = { db: Db; now: Date }

/** A piece of work that may run twice: killed in the middle, it runs again from its beginning. */
export type Task = (ids: Readonly<Record<string, unknown>>, run: TaskRun) => Promise<void>
export type Tasks = Readonly<Record<string, Task>>

/** A fault whose code word says enough: `kheo jobs` shows it, and nothing of the cause. */
export class TaskFault extends Error {
  readonly fault: string

  constructor(fault: string) {
    super(fault)
    this.name = 'TaskFault'
    this.fault = fault
  }
}

/** Reads an id of a job; throws where the job was made without it. */
export function idOf<Kind extends string>(ids: Readonly<Record<string, unknown>>, name: string): Id<Kind> {
  const held = ids[name]
  const id = typeof held === 'string' ? parseId<Kind>(held) : null
  if (!id) throw new TaskFault(`no-${name}`)
  return id
}

/** The class of a fault: messages may repeat values of a row or somebody's address, so they are left out. */
export function faultClass(error: unknown): string {
  if (error instanceof TaskFault) return error.fault
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name
}
