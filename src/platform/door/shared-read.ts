/**
 * One read serves everybody who asked before it was sent. Who asks while it is under way waits for the next one, because what
 * was committed in between could be missing from the first: so every answer is at least as new as its question.
 */
export function sharedRead<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<unknown> | undefined
  let next: Promise<Value> | undefined
  function begin(): Promise<Value> {
    next = undefined
    const reading = read()
    underWay = reading
    return reading.finally(() => {
      if (underWay === reading) underWay = undefined
    })
  }
  return () => {
    if (!underWay && !next) return begin()
    next ??= (underWay ?? Promise.resolve()).then(begin, begin)
    return next
  }
}
