import { existsSync, renameSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dayInVietnam } from '../../kernel/local-date.ts'
import type { Eraser } from './retention.ts'

const current = 'kheo.log'

/** At start: a log begun in an earlier month is put aside under the name of the month it was last written in. */
export function putLogAside(dataDir: string, now: Date): void {
  const file = join(dataDir, current)
  if (!existsSync(file)) return
  const month = dayInVietnam(statSync(file).mtime).slice(0, 7)
  if (month < dayInVietnam(now).slice(0, 7)) renameSync(file, join(dataDir, `kheo-${month}.log`))
}

/** The log files put aside that were last written before the limit. */
export function logFileEraser(dataDir: string): Eraser {
  return {
    of: 'installation',
    async erase(before, dryRun) {
      const limit = dayInVietnam(before).slice(0, 7)
      const old = (await readdir(dataDir)).filter((name) => {
        const month = /^kheo-(\d{4}-\d{2})\.log$/.exec(name)?.[1]
        return month !== undefined && month < limit
      })
      if (!dryRun) for (const name of old) await rm(join(dataDir, name))
      return new Map([[null, old.length]])
    },
  }
}
