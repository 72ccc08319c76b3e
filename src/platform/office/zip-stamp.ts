/**
 * Gives every file in a zip the same time, 1 January 1980, so that the same content is the same bytes: the library that
 * packs a Word file writes the clock's time and offers no other. Layout: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function stampZip(zip: Uint8Array): Uint8Array {
  const stamped = zip.slice()
  const view = new DataView(stamped.buffer)
  const end = zip.length - endLength // no archive comment: we read only what our own library packed
  if (view.getUint32(end, true) !== endMark) throw new Error('Not a zip, or one with a comment')
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, firstOf1980, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstOf1980, true)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return stamped
}

const endLength = 22
const endMark = 0x06054b50
const firstOf1980 = ((1 << 5) | 1) << 16
