/** Who reads a page: an account of the example, or somebody who has none. */
export type Reader =
  | 'nobody'
  | 'xa.songxanh'
  | 'lanhdao.songxanh'
  | 'xa.nuivang'
  | 'tinh.vidu'
  | 'lanhdao.vidu'
  | 'quantri.vidu'
  | 'kiemsoat.vidu'

/** A page in one of the states that look different, and who reads it. `:x` in its address is filled from the example. */
export type Look = { name: string; address: string; reader: Reader }

/** The looks of a room, by the path of the page. */
export type Looks = Record<string, Look[]>
