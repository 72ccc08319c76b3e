import { readdir, readFile, readlink } from 'node:fs/promises'

/** One run of one program: a pid alone is given again to another program sooner or later. */
export type Run = { pid: number; startedAt: string }

/** How this run is recognised later, by us and by others. */
export async function ownRun(): Promise<Run> {
  return { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' }
}

export async function isAlive(run: Run): Promise<boolean> {
  try {
    process.kill(run.pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    if ((error as { code?: string }).code !== 'EPERM') return false
  }
  return run.startedAt === '' || run.startedAt === (await startOf(run.pid))
}

/** Boot and clock tick of the start; undefined when it is gone, dead but not yet collected, or there is no /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    // The program's name may hold spaces and parentheses, so fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : `${boot.trim()}/${fields[19]}`
  } catch {
    return undefined
  }
}

/** Every postgres program that works in this folder, whoever started it: each of them keeps it as working directory. */
export async function postgresIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map(async (pid) => ((await worksIn(pid, folder)) ? pid : undefined)))
  return found.filter((pid) => pid !== undefined)
}

async function worksIn(pid: number, folder: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return false
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).startsWith('postgres')
  } catch {
    return false
  }
}
