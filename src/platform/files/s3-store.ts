import { createHash } from 'node:crypto'
import { S3mini } from 's3mini'
import { Altered, NoRoom, sha256Shape, type FileStore } from './store.ts'

export type S3Settings = { endpoint: string; region: string; key: string; secret: string; prefix: string }

/** Any store that speaks S3. An object appears whole or not at all, so nothing half written is ever seen. */
export function s3Store({ endpoint, region, key, secret, prefix }: S3Settings): FileStore {
  const client = new S3mini({
    accessKeyId: key,
    secretAccessKey: secret,
    endpoint,
    region,
    requestAbortTimeout: 60_000,
  })
  const placeOf = (sha256: string): string => {
    if (!sha256Shape.test(sha256)) throw new Error('Not the name of a file')
    return `${prefix}${sha256}`
  }
  return {
    async put(sha256, content) {
      const answer = await client.putObject(placeOf(sha256), content, 'application/octet-stream').catch(refused)
      if (!answer.ok) throw new Error(`The file store answered ${answer.status}`)
    },
    async get(sha256) {
      const found = await client.getObjectArrayBuffer(placeOf(sha256))
      if (found === null) return null
      const content = Buffer.from(found)
      if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Altered(sha256)
      return content
    },
    list: () => list(client, prefix),
    async remove(sha256, before) {
      const [found] = (await client.listObjects('/', placeOf(sha256), 1)) ?? []
      if (!found || new Date(found.LastModified) >= before) return false
      return client.deleteObject(placeOf(sha256))
    },
  }
}

async function* list(client: S3mini, prefix: string): AsyncGenerator<{ sha256: string; at: Date }> {
  let next: string | undefined
  do {
    const page = await client.listObjectsPaged('/', prefix, 1000, next)
    for (const { Key, LastModified } of page?.objects ?? []) {
      const sha256 = Key.split('/').at(-1) ?? ''
      if (sha256Shape.test(sha256)) yield { sha256, at: new Date(LastModified) }
    }
    next = page?.nextContinuationToken
  } while (next)
}

/** 507 and the codes of quotas are the bucket's way to say that it is full. */
function refused(error: unknown): never {
  const said = `${(error as { status?: unknown }).status} ${(error as { serviceCode?: unknown }).serviceCode}`
  throw /507|Quota|XMinioStorageFull|EntityTooLarge/.test(said) ? new NoRoom(error) : error
}
