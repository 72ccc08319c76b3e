import { join } from 'node:path'
import { StartRefused } from '../launcher/refusal.ts'
import { localStore } from './local-store.ts'
import { s3Store, type S3Settings } from './s3-store.ts'
import type { FileStore } from './store.ts'

type Environment = Record<string, string | undefined>

/** The store the environment names: a bucket where `KHEO_S3_ENDPOINT` is set, else the folder `files` of the data folder. */
export function openFileStore(env: Environment): FileStore {
  const settings = s3Settings(env)
  return settings ? s3Store(settings) : localStore(join(env.KHEO_DATA || 'data', 'files'))
}

/** Reads the settings of a bucket and refuses half of them in words, before anything is started. */
export function s3Settings(env: Environment): S3Settings | null {
  const { KHEO_S3_ENDPOINT: endpoint, KHEO_S3_KEY: key, KHEO_S3_SECRET: secret } = env
  if (!endpoint) return null
  if (!isBucketAddress(endpoint))
    throw new StartRefused(
      `KHEO_S3_ENDPOINT phải là địa chỉ đầy đủ của kho (bucket), ví dụ https://s3.vi-du.vn/kheo; đang là “${endpoint}”.`,
    )
  if (!key || !secret) throw new StartRefused('Đã đặt KHEO_S3_ENDPOINT thì phải đặt cả KHEO_S3_KEY và KHEO_S3_SECRET.')
  const prefix = env.KHEO_S3_PREFIX ? `${env.KHEO_S3_PREFIX.replace(/^\/+|\/+$/g, '')}/` : ''
  return { endpoint, key, secret, prefix, region: env.KHEO_S3_REGION || 'auto' }
}

function isBucketAddress(text: string): boolean {
  const address = URL.parse(text)
  return address !== null && /^https?:$/.test(address.protocol)
}
