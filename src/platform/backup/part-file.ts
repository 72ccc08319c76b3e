import { constants, rmSync } from 'node:fs'
import { open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refusalFor, StartRefused } from '../launcher/refusal.ts'

/**
 * Writes a file that is either whole or not there: under the name FILE.part until the last byte is on the disk.
 * Whatever ends us leaves no FILE; a fault leaves no FILE.part either.
 */
export async function writeWhole(path: string, chunks: (write: Write) => Promise<void>): Promise<void> {
  await refuseTaken(path)
  const part = `${path}.part`
  // What an interrupted run left is nobody's; whoever is still writing to it finds out at the end.
  await rm(part, { force: true })
  const file = await openNew(part, path)
  const removePart = (): void => rmSync(part, { force: true })
  // A signal ends the process by `exit`, which waits for no promise.
  process.once('exit', removePart)
  try {
    await chunks((chunk) => file.writeFile(chunk))
    await file.sync()
    await refuseReplaced(file, part)
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    removePart()
    throw refusalForFile(error, path)
  } finally {
    process.removeListener('exit', removePart)
    await file.close()
  }
}

type Write = (chunk: Buffer) => Promise<void>

/** Refuses at once what certainly has no room. */
export async function refuseWithoutRoom(path: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path)).catch((error: unknown) => {
    throw refusalForFile(error, path)
  })
  if (bavail * bsize < needed) throw diskFull(path)
}

export function refusalForFile(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOENT') return new StartRefused(`Không có thư mục hoặc tệp ${path} (not found).`)
  if (code === 'EISDIR') {
    return new StartRefused(
      `${path} là một thư mục (is a directory), không phải một tệp sao lưu. Hãy ghi đúng tên tệp.`,
    )
  }
  // EFBIG: the operator's own limit on the size of a file.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return diskFull(path)
  return refusalFor(error, path)
}

function diskFull(path: string): StartRefused {
  return new StartRefused(
    `Hết chỗ trên đĩa (disk full) khi ghi ${path}; chưa có bản sao lưu nào được ghi. Hãy giải phóng chỗ trống hoặc chọn nơi khác rồi chạy lại.`,
  )
}

async function refuseTaken(path: string): Promise<void> {
  const there = await stat(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined
    throw refusalForFile(error, path)
  })
  if (there) throw new StartRefused(`Đã có ${path} (already exists), không ghi đè. Hãy chọn tên tệp khác.`)
}

async function openNew(part: string, path: string): Promise<FileHandle> {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants
  return open(part, O_CREAT | O_EXCL | O_WRONLY, 0o600).catch((error: unknown) => {
    throw refusalForFile(error, path)
  })
}

async function refuseReplaced(file: FileHandle, part: string): Promise<void> {
  const [ours, there] = await Promise.all([file.stat(), stat(part).catch(() => undefined)])
  if (ours.ino !== there?.ino) {
    throw new StartRefused(`Một lệnh khác đang ghi cùng tệp ${part}. Hãy chọn tên tệp khác.`)
  }
}

async function syncFolder(folder: string): Promise<void> {
  const entry = await open(folder, 'r')
  await entry.sync().finally(() => entry.close())
}
