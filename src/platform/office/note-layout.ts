import { ruled, type LayoutProfile } from './layout.ts'
import { stateLayout } from './state-layout.ts'

const why = 'Ghi chép nội bộ, không phải văn bản hành chính: gọn trong một trang A4'

/** A page inside an office: no rule says how it looks, so it is set small enough to be one page. */
export const noteLayout: LayoutProfile = {
  ...stateLayout,
  layout: 'note',
  code: 'noi-bo',
  inForceFrom: '1900-01-01',
  margins: ruled({ top: 11, bottom: 10, left: 15, right: 14 }, 'ours', why),
  pageNumber: ruled(9, 'ours', why),
  pageNumberFromTop: ruled(5, 'ours', why),
  frame: ruled('none', 'ours', why),
  crown: [],
  typeName: ruled(11, 'ours', why),
  subject: ruled(13, 'ours', why),
  words: ruled(9.5, 'ours', why),
  firstLineIndent: ruled(0, 'ours', why),
  lineSpacing: ruled({ kind: 'multiple', times: 1 }, 'ours', why),
  paragraphGap: ruled(2.5, 'ours', why),
  table: ruled(9, 'ours', why),
  tableCaption: ruled(10, 'ours', why),
  tableNote: ruled(9, 'ours', why),
}
