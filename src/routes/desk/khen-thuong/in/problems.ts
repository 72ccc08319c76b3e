import { refusalText } from '#modules/commendation/labels.ts'
import { mostPrinted } from '#modules/commendation/printing.ts'

/** Why nothing was printed, from the word in the address; an unknown word is no reason of ours. */
export function printProblem(word: string): string {
  switch (word) {
    case 'nothing-chosen':
    case 'no-layout':
    case 'not-granted':
      return refusalText({ code: word })
    case 'too-many-chosen':
      return refusalText({ code: word, most: mostPrinted })
    default:
      return 'Xin tải lại trang, chọn lại rồi gửi.'
  }
}
