import type { Looks } from './look.ts'

export const adminLooks: Looks = {
  '/admin/mau-bao-cao': [
    { name: 'templates', address: '/admin/mau-bao-cao', reader: 'quantri.vidu' },
    { name: 'templates-read', address: '/admin/mau-bao-cao', reader: 'kiemsoat.vidu' },
  ],
  '/admin/mau-bao-cao/[id]': [
    { name: 'template-of-the-house', address: '/admin/mau-bao-cao/dan-van@3', reader: 'quantri.vidu' },
    { name: 'template-draft', address: ':template-draft', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/tu-tep': [
    { name: 'template-file', address: '/admin/mau-bao-cao/tu-tep', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/xem': [
    { name: 'template-preview', address: ':template-draft/xem', reader: 'quantri.vidu' },
    { name: 'template-preview-house', address: '/admin/mau-bao-cao/dan-van@3/xem', reader: 'kiemsoat.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/so-sanh': [
    { name: 'template-difference', address: '/admin/mau-bao-cao/dan-van@3/so-sanh', reader: 'kiemsoat.vidu' },
    { name: 'template-difference-none', address: ':template-draft/so-sanh', reader: 'quantri.vidu' },
  ],
  '/admin/mau-bao-cao/[id]/them': [
    { name: 'template-add', address: ':template-draft/them?muc=doi-thoai', reader: 'quantri.vidu' },
    {
      name: 'template-add-none',
      address: ':template-draft/them?muc=doi-thoai&tim=khong+co+gi',
      reader: 'quantri.vidu',
    },
  ],
  '/admin/noi-ban-hanh': [{ name: 'issuing', address: '/admin/noi-ban-hanh', reader: 'quantri.vidu' }],
  '/admin/noi-ban-hanh/[of]/[layout]': [
    { name: 'issuing-words', address: '/admin/noi-ban-hanh/commune/dang', reader: 'quantri.vidu' },
    { name: 'issuing-words-read', address: '/admin/noi-ban-hanh/province/nha-nuoc', reader: 'kiemsoat.vidu' },
  ],
  '/admin/tu-phong-trao': [
    { name: 'movement-words', address: '/admin/tu-phong-trao', reader: 'quantri.vidu' },
    { name: 'movement-words-auditor', address: '/admin/tu-phong-trao', reader: 'kiemsoat.vidu' },
  ],
  '/admin/quy-mo': [
    { name: 'sizes', address: '/admin/quy-mo', reader: 'quantri.vidu' },
    { name: 'sizes-none-found', address: '/admin/quy-mo?tim=khong+co', reader: 'quantri.vidu' },
    { name: 'sizes-auditor', address: '/admin/quy-mo?loc=chua', reader: 'kiemsoat.vidu' },
  ],
  '/admin/quy-mo/[code]': [
    { name: 'size', address: '/admin/quy-mo/vi-du-song-xanh', reader: 'quantri.vidu' },
    { name: 'size-auditor', address: '/admin/quy-mo/vi-du-song-xanh', reader: 'kiemsoat.vidu' },
  ],
  '/admin/quy-mo/tu-tep': [{ name: 'sizes-file', address: '/admin/quy-mo/tu-tep', reader: 'quantri.vidu' }],
  '/admin/cay-don-vi': [
    { name: 'trees', address: '/admin/cay-don-vi', reader: 'quantri.vidu' },
    { name: 'trees-state', address: '/admin/cay-don-vi?cay=chinh-quyen&ngay=30/6/2025', reader: 'kiemsoat.vidu' },
  ],
  '/admin/danh-muc': [
    { name: 'words', address: '/admin/danh-muc', reader: 'quantri.vidu' },
    { name: 'words-auditor', address: '/admin/danh-muc', reader: 'kiemsoat.vidu' },
  ],
  '/admin': [
    { name: 'accounts', address: '/admin', reader: 'quantri.vidu' },
    { name: 'accounts-none', address: '/admin?tim=khong+co', reader: 'quantri.vidu' },
    { name: 'accounts-auditor', address: '/admin', reader: 'kiemsoat.vidu' },
  ],
  '/admin/tai-khoan/mo': [{ name: 'account-open', address: '/admin/tai-khoan/mo', reader: 'quantri.vidu' }],
  '/admin/tai-khoan/[id]': [
    { name: 'account-of', address: '/admin/tai-khoan/:account', reader: 'quantri.vidu' },
    { name: 'account-of-auditor', address: '/admin/tai-khoan/:account', reader: 'kiemsoat.vidu' },
  ],
  '/admin/them-tu-tep': [{ name: 'account-list', address: '/admin/them-tu-tep', reader: 'quantri.vidu' }],
  '/admin/ban-giao': [
    { name: 'handover', address: '/admin/ban-giao', reader: 'quantri.vidu' },
    { name: 'handover-work', address: ':handover', reader: 'quantri.vidu' },
  ],
  '/admin/ra-soat': [{ name: 'access-review', address: '/admin/ra-soat', reader: 'quantri.vidu' }],
  '/admin/sap-xep': [
    { name: 'reorganisations', address: '/admin/sap-xep', reader: 'quantri.vidu' },
    { name: 'reorganisations-auditor', address: '/admin/sap-xep', reader: 'kiemsoat.vidu' },
  ],
  '/admin/sap-xep/moi': [{ name: 'reorganisation-new', address: '/admin/sap-xep/moi', reader: 'quantri.vidu' }],
  '/admin/sap-xep/[id]': [
    { name: 'reorganisation-draft', address: '/admin/sap-xep/:meant', reader: 'quantri.vidu' },
    { name: 'reorganisation-decided', address: '/admin/sap-xep/:decided', reader: 'quantri.vidu' },
    { name: 'reorganisation-auditor', address: '/admin/sap-xep/:meant', reader: 'kiemsoat.vidu' },
  ],
  '/admin/sap-xep/[id]/thong-tin': [
    { name: 'reorganisation-head', address: '/admin/sap-xep/:meant/thong-tin', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/buoc': [
    { name: 'step-merge', address: '/admin/sap-xep/:meant/buoc?loai=merge', reader: 'quantri.vidu' },
    { name: 'step-split', address: '/admin/sap-xep/:meant/buoc?loai=split', reader: 'quantri.vidu' },
    { name: 'step-transfer', address: '/admin/sap-xep/:meant/buoc?loai=partial-transfer', reader: 'quantri.vidu' },
    { name: 'step-kind', address: '/admin/sap-xep/:meant/buoc?loai=kind-change', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/tu-tep': [
    { name: 'steps-file', address: '/admin/sap-xep/:meant/tu-tep', reader: 'quantri.vidu' },
  ],
  '/admin/sap-xep/[id]/ti-le': [
    { name: 'shares', address: '/admin/sap-xep/:decided/ti-le', reader: 'quantri.vidu' },
    { name: 'shares-auditor', address: '/admin/sap-xep/:decided/ti-le', reader: 'kiemsoat.vidu' },
  ],
  '/admin/ti-le': [
    { name: 'divisions', address: '/admin/ti-le', reader: 'quantri.vidu' },
    { name: 'divisions-none-found', address: '/admin/ti-le?tim=khong%20co', reader: 'quantri.vidu' },
    { name: 'divisions-auditor', address: '/admin/ti-le', reader: 'kiemsoat.vidu' },
  ],
  '/admin/ti-le/[code]': [
    { name: 'division', address: '/admin/ti-le/vi-du-vach-da-truoc-2025', reader: 'quantri.vidu' },
  ],
  '/admin/ti-le/tu-tep': [{ name: 'divisions-file', address: '/admin/ti-le/tu-tep', reader: 'quantri.vidu' }],
  '/admin/lich-lam-viec': [
    { name: 'calendar', address: '/admin/lich-lam-viec?nam=2026', reader: 'quantri.vidu' },
    { name: 'calendar-estimate', address: '/admin/lich-lam-viec?nam=2027', reader: 'quantri.vidu' },
    { name: 'calendar-unknown', address: '/admin/lich-lam-viec?nam=2028', reader: 'kiemsoat.vidu' },
  ],
  '/admin/lich-lam-viec/[nam]/nhap': [
    { name: 'calendar-enter', address: '/admin/lich-lam-viec/2027/nhap', reader: 'quantri.vidu' },
    { name: 'calendar-estimated', address: '/admin/lich-lam-viec/2028/nhap', reader: 'quantri.vidu' },
  ],
  '/admin/nhat-ky': [
    { name: 'audit', address: '/admin/nhat-ky?kiem-chuoi=1', reader: 'quantri.vidu' },
    { name: 'audit-wrong', address: '/admin/nhat-ky?tu=hom+nay', reader: 'kiemsoat.vidu' },
    { name: 'audit-none', address: '/admin/nhat-ky?tu=1/1/2019&den=2/1/2019', reader: 'kiemsoat.vidu' },
  ],
}
