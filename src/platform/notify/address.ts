/**
 * An address as mail servers of offices use it: no quotes, no comments, no blanks, nothing that could end a header.
 * Null for anything else. The host's letters are made small; what stands before the @ is the host's own affair.
 */
export function parseAddress(text: string): string | null {
  const typed = text.normalize('NFC').trim()
  const read = /^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([A-Za-z0-9.-]+)$/.exec(typed)
  const [, local = '', host = ''] = read ?? []
  const labels = host.split('.')
  const isHost =
    labels.length > 1 && labels.every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label))
  if (!read || !isHost || local.length > 64 || typed.length > 254) return null
  return `${local}@${host.toLowerCase()}`
}
