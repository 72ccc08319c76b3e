import type { FileStore } from '#platform/files/store.ts'

/** Content kept for the length of a test; what it does with bytes is what a folder does. */
export function memoryStore(): FileStore {
  const kept = new Map<string, { content: Buffer; at: Date }>()
  return {
    put: async (sha256, content) => {
      kept.set(sha256, { content, at: new Date() })
      return Promise.resolve()
    },
    get: async (sha256) => Promise.resolve(kept.get(sha256)?.content ?? null),
    async *list() {
      for (const [sha256, { at }] of kept) yield await Promise.resolve({ sha256, at })
    },
    remove: async (sha256) => Promise.resolve(kept.delete(sha256)),
  }
}
