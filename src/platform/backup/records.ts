/** What stands inside the seal, one after the other: a letter, a length, and so many bytes. */
export type BackupRecord = { kind: RecordKind; payload: Buffer }

/** head · table · file · sequences · body · end of a table or a file · close: the last of all */
const letters = { head: 'H', table: 'T', file: 'F', sequences: 'S', body: 'D', end: 'E', close: 'Z' } as const
export type RecordKind = keyof typeof letters

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter.charCodeAt(0), kind as RecordKind]))
const frameLength = 5

export function record(kind: RecordKind, payload: Buffer): Buffer {
  const frame = Buffer.alloc(frameLength)
  frame.write(letters[kind], 'latin1')
  frame.writeUInt32BE(payload.length, 1)
  return Buffer.concat([frame, payload])
}

export function factRecord(kind: RecordKind, facts: object): Buffer {
  return record(kind, Buffer.from(JSON.stringify(facts)))
}

/** Takes a stream apart again. Throws when it ends inside a record: what was sealed was never like that. */
export async function* recordsOf(plain: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer[] = []
  let length = 0
  let wanted = frameLength
  for await (const piece of plain) {
    held.push(piece)
    length += piece.length
    // Joined only when something whole may be there: a large row comes in thousands of pieces.
    if (length < wanted) continue
    let all = Buffer.concat(held)
    for (;;) {
      wanted = all.length < frameLength ? frameLength : frameLength + all.readUInt32BE(1)
      if (all.length < wanted) break
      const kind = kinds.get(all[0] ?? 0)
      if (!kind) throw new Error(`A backup holds no record of kind ${all[0]}`)
      yield { kind, payload: all.subarray(frameLength, wanted) }
      all = all.subarray(wanted)
    }
    held = [all]
    length = all.length
  }
  if (length > 0) throw new Error('A backup ends inside a record')
}
