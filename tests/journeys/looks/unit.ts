import type { Looks } from './look.ts'

export const unitLooks: Looks = {
  '/desk/tai-khoan': [{ name: 'account', address: '/desk/tai-khoan', reader: 'xa.songxanh' }],
  '/desk/tai-khoan/lien-he': [{ name: 'contact', address: '/desk/tai-khoan/lien-he', reader: 'xa.songxanh' }],
  '/desk/thong-bao': [
    { name: 'notices', address: '/desk/thong-bao', reader: 'xa.nuivang' },
    { name: 'notices-none', address: '/desk/thong-bao?loc=tat-ca', reader: 'lanhdao.vidu' },
  ],
  '/desk/thon-to': [
    { name: 'hamlets', address: '/desk/thon-to', reader: 'xa.songxanh' },
    { name: 'hamlets-before', address: '/desk/thon-to?ngay=31/12/2024&tim=cau', reader: 'xa.songxanh' },
    { name: 'hamlets-no-day', address: '/desk/thon-to?ngay=mai&tim=khong+co', reader: 'xa.nuivang' },
    { name: 'hamlets-empty', address: '/desk/thon-to?don-vi=vi-du-bai-dau', reader: 'tinh.vidu' },
    { name: 'hamlets-auditor', address: '/desk/thon-to?don-vi=vi-du-nui-vang', reader: 'kiemsoat.vidu' },
    { name: 'hamlets-province', address: '/desk/thon-to', reader: 'tinh.vidu' },
  ],
  '/desk/thon-to/moi': [{ name: 'hamlet-new', address: '/desk/thon-to/moi', reader: 'xa.songxanh' }],
  '/desk/thon-to/them-tu-tep': [{ name: 'hamlet-file', address: '/desk/thon-to/them-tu-tep', reader: 'xa.songxanh' }],
  '/desk/thon-to/[id]': [
    { name: 'hamlet', address: '/desk/thon-to/:hamlet', reader: 'xa.songxanh' },
    { name: 'hamlet-merged', address: '/desk/thon-to/:hamlet-merged', reader: 'xa.songxanh' },
    { name: 'hamlet-above', address: '/desk/thon-to/:hamlet', reader: 'lanhdao.vidu' },
  ],
  '/desk/to-chuc': [
    { name: 'bodies', address: '/desk/to-chuc', reader: 'xa.songxanh' },
    { name: 'bodies-before', address: '/desk/to-chuc?ngay=30/6/2025', reader: 'xa.songxanh' },
    { name: 'bodies-district', address: '/desk/to-chuc?don-vi=vi-du-huyen-suoi-mo', reader: 'tinh.vidu' },
    { name: 'bodies-province', address: '/desk/to-chuc?viec=mobilisation', reader: 'tinh.vidu' },
    { name: 'bodies-none', address: '/desk/to-chuc?ngay=1/1/1990', reader: 'kiemsoat.vidu' },
  ],
  '/desk/to-chuc/moi': [{ name: 'body-new', address: '/desk/to-chuc/moi', reader: 'xa.songxanh' }],
  '/desk/to-chuc/[id]': [
    { name: 'body', address: '/desk/to-chuc/:body', reader: 'lanhdao.songxanh' },
    { name: 'body-ended', address: '/desk/to-chuc/:body-ended', reader: 'tinh.vidu' },
  ],
  '/desk/ui': [
    { name: 'parts', address: '/desk/ui', reader: 'xa.songxanh' },
    { name: 'parts-wrong', address: '/desk/ui?loi=1', reader: 'xa.songxanh' },
  ],
  '/desk/tai-khoan/xac-thuc': [{ name: 'own-factor', address: '/desk/tai-khoan/xac-thuc', reader: 'xa.songxanh' }],
  '/desk/sap-xep': [{ name: 'predecessors', address: '/desk/sap-xep', reader: 'xa.songxanh' }],
}
