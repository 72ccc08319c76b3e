/**
 * What a command answers: done, a *no* the person can act on, or nothing here for them.
 * `forbidden` and `not-found` are both shown as 404, so that an address never tells what exists.
 */
export type Outcome<Value, Refusal extends { code: string } = never> =
  | { ok: true; value: Value }
  | { ok: false; kind: 'refused'; refusal: Refusal }
  | { ok: false; kind: 'forbidden' }
  | { ok: false; kind: 'not-found' }

export function done(): Outcome<undefined>
export function done<Value>(value: Value): Outcome<Value>
export function done<Value>(value?: Value): Outcome<Value | undefined> {
  return { ok: true, value }
}

export function refused<Refusal extends { code: string }>(refusal: Refusal): Outcome<never, Refusal> {
  return { ok: false, kind: 'refused', refusal }
}

export function forbidden(): Outcome<never> {
  return { ok: false, kind: 'forbidden' }
}

export function notFound(): Outcome<never> {
  return { ok: false, kind: 'not-found' }
}
