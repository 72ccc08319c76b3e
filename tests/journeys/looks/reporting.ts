import type { Looks } from './look.ts'

export const reportingLooks: Looks = {
  '/desk': [
    { name: 'home-to-begin', address: '/desk', reader: 'xa.songxanh' },
    { name: 'home-returned', address: '/desk', reader: 'xa.nuivang' },
    { name: 'home-province', address: '/desk', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]': [
    { name: 'entry-returned', address: '/desk/bao-cao/:returned', reader: 'xa.nuivang' },
    { name: 'entry-question', address: '/desk/bao-cao/:returned?o=F07', reader: 'xa.nuivang' },
    { name: 'entry-cumulative', address: '/desk/bao-cao/:cumulative?loc=chua-khop', reader: 'xa.nuivang' },
    { name: 'entry-counted', address: '/desk/bao-cao/:cumulative?o=D03', reader: 'xa.nuivang' },
    { name: 'entry-none', address: '/desk/bao-cao/:returned?loc=chua-co', reader: 'xa.nuivang' },
    { name: 'review-unequal', address: '/desk/bao-cao/:submitted?o=F01', reader: 'tinh.vidu' },
    { name: 'review-unsubmitted', address: '/desk/bao-cao/:draft', reader: 'tinh.vidu' },
    { name: 'audit-of-report', address: '/desk/bao-cao/:submitted', reader: 'kiemsoat.vidu' },
    { name: 'review-accepted', address: '/desk/bao-cao/:accepted', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/sua-doi': [
    { name: 'amendments', address: '/desk/bao-cao/:amended/sua-doi', reader: 'xa.songxanh' },
    { name: 'amendments-none', address: '/desk/bao-cao/:accepted/sua-doi', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/sua-doi/[n]': [
    { name: 'amendment', address: '/desk/bao-cao/:amended/sua-doi/1', reader: 'xa.songxanh' },
    { name: 'amendment-unseen', address: '/desk/bao-cao/:amended/sua-doi/1', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/phien-ban/[n]': [
    { name: 'first-version', address: '/desk/bao-cao/:amended/phien-ban/0', reader: 'lanhdao.songxanh' },
  ],
  '/desk/bao-cao/[id]/cau-hoi': [
    { name: 'questions-answer', address: '/desk/bao-cao/:returned/cau-hoi', reader: 'xa.nuivang' },
    { name: 'questions-ask', address: '/desk/bao-cao/:submitted/cau-hoi?o=F01', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/cong-bo': [
    { name: 'publish', address: '/desk/bao-cao/:accepted/cong-bo', reader: 'lanhdao.vidu' },
    { name: 'publish-withdraw', address: '/desk/bao-cao/:amended/cong-bo', reader: 'lanhdao.songxanh' },
  ],
  '/desk/sua-doi': [
    { name: 'all-amendments', address: '/desk/sua-doi', reader: 'tinh.vidu' },
    { name: 'all-amendments-none', address: '/desk/sua-doi?loc=da-bo', reader: 'xa.nuivang' },
  ],
  '/desk/cau-hoi-so-lieu': [
    { name: 'all-questions', address: '/desk/cau-hoi-so-lieu', reader: 'tinh.vidu' },
    { name: 'all-questions-none', address: '/desk/cau-hoi-so-lieu?loc=da-xong&tim=khong-co', reader: 'xa.songxanh' },
  ],
  '/desk/bao-cao/[id]/excel': [
    { name: 'excel', address: '/desk/bao-cao/:returned/excel', reader: 'xa.nuivang' },
    { name: 'excel-cumulative', address: '/desk/bao-cao/:cumulative/excel', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/tai-lieu': [
    { name: 'files-empty', address: '/desk/bao-cao/:returned/tai-lieu', reader: 'xa.nuivang' },
    { name: 'files-unsubmitted', address: '/desk/bao-cao/:draft/tai-lieu', reader: 'tinh.vidu' },
  ],
  '/desk/bao-cao/[id]/kiem-tra': [
    { name: 'check-returned', address: '/desk/bao-cao/:returned/kiem-tra', reader: 'xa.nuivang' },
    { name: 'check-cumulative', address: '/desk/bao-cao/:cumulative/kiem-tra', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/loi-van': [
    { name: 'prose-writing', address: '/desk/bao-cao/:returned/loi-van', reader: 'xa.nuivang' },
    { name: 'prose-one', address: '/desk/bao-cao/:cumulative/loi-van?muc=ket-qua', reader: 'xa.nuivang' },
    { name: 'prose-none', address: '/desk/bao-cao/:accepted/loi-van', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/loi-van/[section]': [
    { name: 'prose-past', address: '/desk/bao-cao/:returned/loi-van/ket-qua', reader: 'xa.nuivang' },
  ],
  '/desk/bao-cao/[id]/nhiem-vu': [
    { name: 'plan-writing', address: '/desk/bao-cao/:returned/nhiem-vu', reader: 'xa.nuivang' },
    { name: 'plan-read', address: '/desk/bao-cao/:accepted/nhiem-vu', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/van-ban': [
    { name: 'take-home-draft', address: '/desk/bao-cao/:returned/van-ban', reader: 'xa.nuivang' },
    { name: 'take-home-party', address: '/desk/bao-cao/:accepted/van-ban?the-thuc=dang', reader: 'lanhdao.vidu' },
  ],
  '/desk/bao-cao/[id]/mau-rieng': [
    { name: 'own-template', address: '/desk/bao-cao/:returned/mau-rieng', reader: 'xa.nuivang' },
    {
      name: 'own-template-wrong',
      address: '/desk/bao-cao/:accepted/mau-rieng?sai=unknown&truong=ky_baocao~ky_bao_cao',
      reader: 'lanhdao.vidu',
    },
  ],
  '/desk/so-van-ban-di': [
    { name: 'outgoing', address: '/desk/so-van-ban-di', reader: 'xa.songxanh' },
    { name: 'outgoing-found', address: '/desk/so-van-ban-di?tim=cong+tac&loai=bao-cao&xep=so', reader: 'xa.songxanh' },
    { name: 'outgoing-none', address: '/desk/so-van-ban-di?tim=khong+co', reader: 'xa.nuivang' },
    { name: 'outgoing-read', address: '/desk/so-van-ban-di', reader: 'kiemsoat.vidu' },
  ],
  '/desk/bao-cao/[id]/o/[cell]': [
    { name: 'cell-history', address: '/desk/bao-cao/:returned/o/F07', reader: 'xa.nuivang' },
    { name: 'cell-counted', address: '/desk/bao-cao/:cumulative/o/D03', reader: 'xa.nuivang' },
    { name: 'cell-history-review', address: '/desk/bao-cao/:submitted/o/F01', reader: 'tinh.vidu' },
  ],
  '/desk/nghia-vu': [
    { name: 'owed-rules', address: '/desk/nghia-vu', reader: 'lanhdao.vidu' },
    { name: 'owed-rules-auditor', address: '/desk/nghia-vu', reader: 'kiemsoat.vidu' },
  ],
  '/desk/nghia-vu/moi': [{ name: 'owed-new-rule', address: '/desk/nghia-vu/moi', reader: 'tinh.vidu' }],
  '/desk/nghia-vu/[period]': [{ name: 'owed-period', address: '/desk/nghia-vu/:quarter', reader: 'tinh.vidu' }],
  '/desk/tong-hop/[period]/chot': [
    { name: 'closing', address: '/desk/tong-hop/:quarter/chot', reader: 'lanhdao.vidu' },
  ],
  '/desk/bieu-excel': [{ name: 'own-workbooks', address: '/desk/bieu-excel', reader: 'tinh.vidu' }],
  '/desk/tien-do': [
    { name: 'progress', address: '/desk/tien-do?ky=:quarter', reader: 'tinh.vidu' },
    { name: 'progress-late', address: '/desk/tien-do?ky=:quarter&loc=qua-han&xep=ten', reader: 'lanhdao.vidu' },
    { name: 'progress-audit', address: '/desk/tien-do?ky=2026-q2', reader: 'kiemsoat.vidu' },
    { name: 'progress-short', address: '/desk/tien-do?ky=2026-q2&loc=con-thieu', reader: 'tinh.vidu' },
    { name: 'progress-none', address: '/desk/tien-do?ky=:quarter&tim=khong+co', reader: 'tinh.vidu' },
    { name: 'progress-before', address: '/desk/tien-do?ky=2019-q1', reader: 'tinh.vidu' },
  ],
  '/desk/tien-do/nhac': [
    { name: 'remind', address: '/desk/tien-do/nhac?ky=:quarter&loc=dang-nhap', reader: 'tinh.vidu' },
    { name: 'remind-none', address: '/desk/tien-do/nhac?ky=:quarter&u=khong-co', reader: 'tinh.vidu' },
  ],
  '/desk/tien-do/nhan': [
    { name: 'accept-many', address: '/desk/tien-do/nhan?ky=:quarter', reader: 'tinh.vidu' },
    { name: 'accept-none', address: '/desk/tien-do/nhan?ky=2019-q1', reader: 'lanhdao.vidu' },
  ],
  '/desk/tien-do/lich-nhac': [
    { name: 'ladder', address: '/desk/tien-do/lich-nhac', reader: 'tinh.vidu' },
    { name: 'ladder-audit', address: '/desk/tien-do/lich-nhac', reader: 'kiemsoat.vidu' },
  ],
  '/desk/tong-hop': [{ name: 'board', address: '/desk/tong-hop', reader: 'tinh.vidu' }],
  '/desk/tong-hop/[period]': [
    { name: 'board-all', address: '/desk/tong-hop/:quarter?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'board-nothing', address: '/desk/tong-hop/:quarter?tim=khong+co', reader: 'tinh.vidu' },
    { name: 'board-with-districts', address: '/desk/tong-hop/2025-q2', reader: 'lanhdao.vidu' },
    { name: 'board-cumulative', address: '/desk/tong-hop/:cumulative-period?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'board-typed', address: '/desk/tong-hop/:quarter?go=hom+qua', reader: 'tinh.vidu' },
    { name: 'board-15th', address: '/desk/tong-hop/2026-q2-n15', reader: 'tinh.vidu' },
    { name: 'board-empty', address: '/desk/tong-hop/2019-q1', reader: 'lanhdao.vidu' },
  ],
  '/desk/tong-hop/[period]/ban-do': [
    { name: 'board-map', address: '/desk/tong-hop/2025-q2/ban-do', reader: 'tinh.vidu' },
    { name: 'board-map-then', address: '/desk/tong-hop/2025-q3/ban-do?ban-do=2025-06-30', reader: 'lanhdao.vidu' },
    { name: 'board-map-empty', address: '/desk/tong-hop/2019-q1/ban-do', reader: 'kiemsoat.vidu' },
  ],
  '/desk/tong-hop/[period]/huyen/[unit]': [{ name: 'district', address: ':district', reader: 'tinh.vidu' }],
}
