/** What invented communes call their hamlets: name, kind, from which day, households. */
export const exampleHamlets = {
  'vi-du-song-xanh': [
    ['Đồi Ngang', 'hamlet-thon', '2019-12-01', 214],
    ['Suối Trong', 'hamlet-thon', '2019-12-01', 187],
    ['Cầu Tre', 'hamlet-thon', '2019-12-01', 96],
    ['Gò Sim', 'hamlet-thon', '2019-12-01', 88],
    ['Bến Ngự Thượng', 'hamlet-xom', '2021-03-15', 132],
  ],
  'vi-du-nui-vang': [
    ['Nậm Ỷ', 'hamlet-ban', '2019-12-01', 74],
    ['Khe Lặng', 'hamlet-ban', '2019-12-01', null],
    ['Nương Mới', 'hamlet-thon', '2022-06-01', 103],
  ],
} as const

/** Bodies of the same units before and after July 2025: what was, what it became, and which work moved. */
export const exampleBodies = {
  bloc: { name: 'Khối dân vận', kind: 'mobilisation-bloc', tree: 'party', functions: ['mobilisation', 'dialogue'] },
  front: {
    name: 'Ủy ban MTTQ Việt Nam',
    kind: 'front-committee',
    tree: 'front',
    functions: ['supervision', 'social-criticism'],
  },
  reception: {
    name: 'Bộ phận tiếp công dân',
    kind: 'reception-board',
    tree: 'state',
    functions: ['reception', 'petitions'],
  },
} as const

export const exampleActs = {
  hamlets: { number: '12/NQ-HĐND', on: '2019-11-20' },
  merger: { number: '07/NQ-HĐND', on: '2024-12-10' },
  since2025: { number: '03-QĐ/ĐU', on: '2025-06-28' },
} as const
