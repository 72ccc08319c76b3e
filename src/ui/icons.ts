/** One drawn part of a symbol on a 16 × 16 field: a filled shape or a line of some width. */
type Part = { d: string; line?: number }

const line = 1.75
const ring = 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z'

/** States first (each its own shape, so that it reads without colour), then sources of a figure, then places and acts. */
const symbols = {
  late: [{ d: 'M8 1.6 15.2 14.4H.8z' }],
  soon: [{ d: ring, line: 1.8 }, { d: 'M8 1.8a6.2 6.2 0 0 1 0 12.4z' }],
  ok: [{ d: 'M14.4 8A6.4 6.4 0 1 1 1.6 8a6.4 6.4 0 0 1 12.8 0z' }],
  'ok-late': [{ d: ring, line: 2 }, { d: 'M10.4 8A2.4 2.4 0 1 1 5.6 8a2.4 2.4 0 0 1 4.8 0z' }],
  partly: [{ d: 'M8 1.6V8h6.4A6.4 6.4 0 1 1 8 1.6z' }],
  hold: [{ d: 'M3 2h3.6v12H3zM9.4 2H13v12H9.4z' }],
  new: [{ d: 'M8 1.8 14.2 8 8 14.2 1.8 8z', line: 2 }],
  returned: [{ d: 'M6.2 3 2.6 6.6l3.6 3.6M3 6.6h6.4a4 4 0 0 1 0 8H6.6', line: 2 }],
  none: [{ d: 'M4 8h8', line: 2 }],

  count: [{ d: 'M2 2.5h12v2.6H2zM2 6.7h12v2.6H2zM2 10.9h12v2.6H2z' }],
  type: [{ d: 'm10.6 2.6 2.8 2.8-7.8 7.8-3.4.6.6-3.4z', line }],
  read: [
    { d: 'M3.2 1.8h6.4l3.2 3.2v9.2H3.2z', line },
    { d: 'M5.2 9.2h5.6', line: 2.8 },
  ],
  sum: [{ d: 'M12.5 4.5V2.5H3.5L8.5 8l-5 5.5h9v-2', line }],
  publish: [{ d: 'M2.5 6.5v3l8 3.5V3zM10.5 6.5h1.5a1.5 1.5 0 0 1 0 3h-1.5M4.5 10.3V14h2v-2.8', line }],

  tick: [{ d: 'm2.8 8.6 3.4 3.4 7-7.6', line: 2 }],
  cross: [{ d: 'm3.5 3.5 9 9M12.5 3.5l-9 9', line: 2 }],
  arrow: [{ d: 'M2.5 8h11M9 3.5 13.5 8 9 12.5', line }],
  back: [{ d: 'M13.5 8h-11M7 3.5 2.5 8 7 12.5', line }],
  chevron: [{ d: 'm3.5 6 4.5 4.5L12.5 6', line }],
  search: [{ d: 'M7 12.2A5.2 5.2 0 1 0 7 1.8a5.2 5.2 0 0 0 0 10.4zM10.8 10.8l3.6 3.6', line }],
  download: [{ d: 'M8 2v8.4M4.4 7 8 10.6 11.6 7M2.5 14h11', line }],
  print: [{ d: 'M4.5 5.5v-4h7v4M4.5 11.5h-3v-6h13v6h-3M4.5 9.5h7v5h-7z', line }],
  menu: [{ d: 'M2 4h12M2 8h12M2 12h12', line }],
  saving: [{ d: 'M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0z' }],
  wrong: [
    { d: ring, line },
    { d: 'M8 4.4v4.2M8 11.2v.2', line: 2 },
  ],
  lock: [{ d: 'M3 7.2h10v7H3z' }, { d: 'M5 7V5a3 3 0 0 1 6 0v2', line }],
  undo: [{ d: 'M5.8 2.6 2.4 6l3.4 3.4M2.8 6h6.4a4.2 4.2 0 0 1 0 8.4H5', line }],
  redo: [{ d: 'M10.2 2.6 13.6 6l-3.4 3.4M13.2 6H6.8a4.2 4.2 0 0 0 0 8.4H11', line }],

  home: [{ d: 'M2 3.5h5v5H2zM9 3.5h5M9 6h5M9 8.5h3M2 11.5h12M2 14h8', line }],
  report: [{ d: 'M2 2h12v12H2zM2 6h12M2 10h12M8 2v12', line }],
  bell: [{ d: 'M3 11.5c1.2-1 1.6-2.3 1.6-4.6a3.4 3.4 0 0 1 6.8 0c0 2.3.4 3.6 1.6 4.6zM6.6 14h2.8', line }],
  talk: [{ d: 'M2 2.5h12V11H7.5L4 14v-3H2z', line }],
  book: [{ d: 'M3 1.8h10v12.4H3zM6 1.8v12.4M8.5 5H11', line }],
  eye: [
    { d: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z', line },
    { d: 'M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z', line },
  ],
  model: [{ d: 'M8 14V7M8 8C8 4.5 5.5 3 2.5 3c0 3.5 2.5 5 5.5 5zM8 7c0-2.8 2-4.5 5.5-4.5C13.5 5.8 11 7 8 7z', line }],
  award: [{ d: 'M12 6a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM5.6 9.3 4.5 14.5 8 12.6l3.5 1.9-1.1-5.2', line }],
  globe: [
    { d: `${ring}M1.8 8h12.4M8 1.8c2 1.8 2.8 3.9 2.8 6.2S10 12.4 8 14.2C6 12.4 5.2 10.3 5.2 8S6 3.6 8 1.8z`, line },
  ],
  chart: [{ d: 'M2 14h12M4 14V9M8 14V3M12 14V6', line }],
  calendar: [{ d: 'M2 3.5h12V14H2zM2 7h12M5 1.8v3M11 1.8v3', line }],
  person: [{ d: 'M10.8 5a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM2.5 14c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5', line }],
  settings: [
    {
      d: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M13 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM7 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
      line,
    },
  ],
  file: [{ d: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3', line }],
  map: [{ d: 'M1.8 4 6 2l4 2 4.2-2v10L10 14l-4-2-4.2 2zM6 2v10M10 4v10', line }],
} satisfies Record<string, Part[]>

export type IconName = keyof typeof symbols

export function partsOf(name: IconName): Part[] {
  return symbols[name]
}
