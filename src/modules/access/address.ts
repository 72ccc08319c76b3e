/**
 * A network address without the part that points at one machine: 203.0.113.77 → 203.0.113.0, 2001:db8:1:2::7 → 2001:db8:1::.
 * Only this is counted, stored or written to a log.
 */
export function truncatedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(mapped?.[1] ?? address)
  if (four) return `${four[1]}.0`
  if (!address.includes(':')) return 'unknown'
  const [head = ''] = address.split('%')
  return `${expanded(head).slice(0, 3).join(':')}::`
}

function expanded(address: string): string[] {
  const [before = '', after] = address.split('::')
  const left = before.split(':').filter(Boolean)
  const right = (after ?? '').split(':').filter(Boolean)
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}
