/** Where the content of files is kept, each under the sha256 of its bytes: the same bytes are kept once. */
export type FileStore = {
  /** Keeps bytes whole or not at all; throws `NoRoom` where there is none left. */
  put(sha256: string, content: Buffer): Promise<void>
  /** The bytes, proven to be those that were kept; null when there are none of that name. */
  get(sha256: string): Promise<Buffer | null>
  /** Every name with the moment it was last put. */
  list(): AsyncIterable<{ sha256: string; at: Date }>
  /** Removes what has not been put again since `before`. */
  remove(sha256: string, before: Date): Promise<boolean>
}

/** The disk or the bucket takes no more. */
export class NoRoom extends Error {
  constructor(cause: unknown) {
    super('No room for files', { cause })
    this.name = 'NoRoom'
  }
}

/** What came back is not what was kept: a broken disk, or somebody's hand. */
export class Altered extends Error {
  constructor(sha256: string) {
    super(`The file ${sha256} has been altered`)
    this.name = 'Altered'
  }
}

export const sha256Shape = /^[0-9a-f]{64}$/

/**
 * Removes content that no row names any more. Only what is older than a day: a form that is being saved has put its file and
 * not yet its row, and putting it again makes it young.
 */
export async function sweepFiles(
  store: FileStore,
  keptOf: (names: readonly string[]) => Promise<ReadonlySet<string>>,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - 24 * 3_600_000)
  let removed = 0
  let old: string[] = []
  const sweep = async (): Promise<void> => {
    const kept = await keptOf(old)
    for (const name of old) if (!kept.has(name) && (await store.remove(name, before))) removed += 1
    old = []
  }
  for await (const { sha256, at } of store.list()) {
    if (at < before) old.push(sha256)
    if (old.length >= 500) await sweep()
  }
  await sweep()
  return removed
}
