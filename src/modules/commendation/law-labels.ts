import { formatDay } from '#kernel/local-date.ts'
import type { LawOfDossier } from './law.ts'

/** Which law a dossier follows and why, as its page says it. */
export function lawText(of: LawOfDossier): { law: string; why: string } {
  const unread = of.law.isVerified ? '' : ' Nội dung luật chưa đối chiếu bản gốc.'
  switch (of.because) {
    case 'in-force':
      return { law: of.law.name, why: `Hồ sơ nhận khi luật này đang có hiệu lực.${unread}` }
    case 'received-before':
      return {
        law: of.law.name,
        why: `Hồ sơ nhận trước ${of.newer.from ? formatDay(of.newer.from) : 'ngày luật mới có hiệu lực'} nên theo luật cũ, trừ khi luật mới có lợi hơn.${unread}`,
      }
    case 'more-favourable':
      return {
        law: of.law.name,
        why: `Nhận trước ngày luật này có hiệu lực, nhưng luật mới có lợi hơn: ${of.reason}${unread}`,
      }
  }
}
