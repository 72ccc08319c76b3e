import type { FileLeft } from '#kernel/file-kind.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import { takeIn, type CleanFile } from './intake.ts'
import { NoRoom, type FileStore } from './store.ts'

/** A file as a form brought it: nobody has looked into it yet. */
export type ArrivedFile = { name: string; content: Buffer }

const longestShown = 120

/**
 * Looks into files one after the other: an unpacked picture is large, and the server has other readers. What may not come in is
 * left with its reason; the same content twice is one file.
 */
export async function takeAll(files: readonly ArrivedFile[]): Promise<{ taken: CleanFile[]; left: FileLeft[] }> {
  const taken: CleanFile[] = []
  const left: FileLeft[] = []
  for (const { name, content } of files) {
    const intake = await takeIn(name, content)
    const shown = tidy(name).slice(0, longestShown)
    if (!intake.ok) left.push({ name: shown, problem: intake.problem })
    else if (holdsPersonalNumber(intake.file.name))
      left.push({ name: shown, problem: { code: 'personal-number-in-name' } })
    else if (!taken.some((one) => one.sha256 === intake.file.sha256)) taken.push(intake.file)
  }
  return { taken, left }
}

/** Keeps contents before their rows are written; false where the store has no room left. */
export async function putAll(
  store: FileStore,
  files: readonly Pick<CleanFile, 'sha256' | 'content'>[],
): Promise<boolean> {
  try {
    for (const { sha256, content } of files) await store.put(sha256, content)
    return true
  } catch (error) {
    if (error instanceof NoRoom) return false
    throw error
  }
}
