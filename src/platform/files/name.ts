import { fold, tidy } from '#kernel/text.ts'
import { fileKinds, type FileKind } from '#kernel/file-kind.ts'

const longest = 120

/** A file's name as it is kept and given back: composed letters, no path, no sign that a disk or a page could mistake. */
export function safeName(name: string, kind: FileKind): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const stem = tidy(last)
    .replace(/[\n\t<>:"|?*]/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = [...stem].slice(0, longest).join('').trim()
  // Names of devices on Windows: a file of that name could not be saved.
  const usable = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `tep-${short}` : short
  return `${usable || 'tai-lieu'}.${fileKinds[kind].extension}`
}

/** Always saved, never shown as a page of ours (docs/adr/0022); both spellings of the name, RFC 6266 and RFC 5987. */
export function downloadHeaders(
  file: { name: string; kind: FileKind; bytes: number },
  audience: 'private' | 'public',
): Record<string, string> {
  return {
    'content-type': fileKinds[file.kind].type,
    'content-length': String(file.bytes),
    'content-disposition': `attachment; filename="${asciiName(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': audience === 'private' ? 'private, no-store' : 'public, max-age=0, must-revalidate',
  }
}

function asciiName(name: string): string {
  const at = name.lastIndexOf('.')
  const stem = fold(name.slice(0, at))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${stem || 'tai-lieu'}${name.slice(at)}`
}

// encodeURIComponent leaves four signs that RFC 5987 does not allow.
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
