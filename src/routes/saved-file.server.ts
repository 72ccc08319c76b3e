import type { FileToSave } from '#modules/reporting/file-queries.server.ts'
import { downloadHeaders } from '#platform/files/name.ts'

/** A kept file as a download: saved under its name, never shown as a page of ours. */
export function savedFile({ name, kind, content }: FileToSave, audience: 'private' | 'public'): Response {
  return new Response(new Uint8Array(content), {
    headers: downloadHeaders({ name, kind, bytes: content.length }, audience),
  })
}
