import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFolder } from '../data-folder.ts'

const kept = 3
const shape = /^before-.+-(\d{8}T\d{6}Z)\.kheo$/

/** Where the backup goes that is made before a migration; the folder is made where it is missing. */
export function placeBefore(dataDir: string, migration: string, now: Date): string {
  const folder = join(dataDir, 'backups')
  openDataFolder(folder)
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return join(folder, `before-${migration.replace(/\.sql$/, '')}-${stamp}.kheo`)
}

/** Leaves the newest three that were made before a migration; what the operator put there is not touched. */
export async function forgetOlder(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'backups')
  const made = (await readdir(folder)).filter((name) => shape.test(name)).sort(byStamp)
  for (const name of made.slice(0, -kept)) await rm(join(folder, name), { force: true })
}

function byStamp(one: string, other: string): number {
  return (shape.exec(one)?.[1] ?? '') < (shape.exec(other)?.[1] ?? '') ? -1 : 1
}
