/** One entry of a feed. */
export type AtomEntry = { id: string; title: string; summary: string; href: string; updated: Date; author: string }

/** A feed as RFC 4287 writes it. */
export function atomFeed(
  feed: { id: string; title: string; self: string; site: string; updated: Date },
  entries: readonly AtomEntry[],
): string {
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
    `<id>${escaped(feed.id)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<updated>${feed.updated.toISOString()}</updated>`,
    `<link rel="self" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.site)}"/>`,
  ]
  const body = entries.map((entry) =>
    [
      '<entry>',
      `<id>${escaped(entry.id)}</id>`,
      `<title>${escaped(entry.title)}</title>`,
      `<updated>${entry.updated.toISOString()}</updated>`,
      `<author><name>${escaped(entry.author)}</name></author>`,
      `<link rel="alternate" type="text/html" href="${escaped(entry.href)}"/>`,
      `<summary>${escaped(entry.summary)}</summary>`,
      '</entry>',
    ].join('\n'),
  )
  return `${[...head, ...body, '</feed>'].join('\n')}\n`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// What XML 1.0 does not take at all would make the whole feed unreadable.
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
}
