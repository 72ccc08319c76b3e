import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { refusalFor, StartRefused } from './launcher/refusal.ts'

/** Makes the data folder where it is missing, readable by its owner alone, and refuses one that cannot be written in. */
export function openDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw refusalFor(error, dataDir)
    throw new StartRefused(`Không tạo được thư mục ${dataDir} (cannot create). Hãy đặt KHEO_DATA là một thư mục khác.`)
  }
}

// Not `recursive`: where the system says "not found" although the parent is there, as in /proc, Node tries for ever.
function makeFolder(path: string): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    // A file of this name: the trailing slash asks for a folder, and the answer is ENOTDIR.
    accessSync(`${path}/`)
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code
}
