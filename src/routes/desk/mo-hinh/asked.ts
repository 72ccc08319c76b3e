import { parseId } from '#kernel/ids.ts'
import { yearStates } from '#modules/movement/cycle.ts'
import { scopes } from '#modules/movement/initiative.ts'
import type { RegisterAsked } from '#modules/movement/register-queries.server.ts'

const sorts = { ten: 'name', 'moi-nhat': 'newest', 'don-vi': 'unit' } as const

/** What an address asks of the register; what it does not know is as if not said. */
export function registerAsked(url: URL, thisYear: number): RegisterAsked {
  const text = (name: string): string => url.searchParams.get(name)?.trim().slice(0, 80) ?? ''
  const kind = text('loai')
  return {
    year: Number(/^(19|20)\d\d$/.exec(text('nam'))?.[0] ?? thisYear),
    field: text('linh-vuc') || null,
    scope: scopes.find((one) => one === text('cap')) ?? null,
    state: yearStates.find((one) => one === text('buoc')) ?? null,
    unit: parseId<'Unit'>(text('don-vi')),
    isNew: kind === 'moi' ? true : kind === 'duy-tri' ? false : null,
    words: text('tim'),
    sort: sorts[text('xep') as keyof typeof sorts] ?? 'name',
  }
}

/** The same, as the words of an address: what narrows, without the page. */
export function askedAddress(url: URL): Record<string, string> {
  const kept = ['nam', 'linh-vuc', 'cap', 'buoc', 'don-vi', 'loai', 'tim', 'xep']
  return Object.fromEntries(
    kept.flatMap((name) => {
      const text = url.searchParams.get(name)?.trim().slice(0, 80) ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )
}
