import type { Looks } from './look.ts'

export const activitiesLooks: Looks = {
  '/desk/phan-viec': [
    { name: 'work-items', address: '/desk/phan-viec', reader: 'xa.songxanh' },
    { name: 'work-items-none', address: '/desk/phan-viec?tim=khong+co+viec+nay', reader: 'xa.songxanh' },
  ],
  '/desk/phan-viec/moi': [{ name: 'work-item-new', address: '/desk/phan-viec/moi', reader: 'xa.songxanh' }],
  '/desk/phan-viec/[id]': [{ name: 'work-item', address: '/desk/phan-viec/:work-item', reader: 'xa.songxanh' }],
  '/desk/so-ket': [
    { name: 'reviews', address: '/desk/so-ket', reader: 'xa.songxanh' },
    { name: 'reviews-province', address: '/desk/so-ket', reader: 'tinh.vidu' },
  ],
  '/desk/so-ket/moi': [
    { name: 'review-new', address: '/desk/so-ket/moi?van-ban=21-ct-tw&loai=final&nam=10', reader: 'xa.songxanh' },
  ],
  '/desk/so-ket/[id]': [{ name: 'review', address: '/desk/so-ket/:review', reader: 'tinh.vidu' }],
  '/desk/van-ban-chi-dao': [
    { name: 'directives', address: '/desk/van-ban-chi-dao', reader: 'xa.songxanh' },
    { name: 'directives-none', address: '/desk/van-ban-chi-dao?tim=khong+co', reader: 'tinh.vidu' },
  ],
  '/desk/van-ban-chi-dao/moi': [{ name: 'directive-new', address: '/desk/van-ban-chi-dao/moi', reader: 'xa.songxanh' }],
  '/desk/van-ban-chi-dao/[id]': [
    { name: 'directive', address: '/desk/van-ban-chi-dao/:directive', reader: 'lanhdao.songxanh' },
  ],
  '/desk/van-ban-chi-dao/[id]/tep': [
    { name: 'directive-files', address: '/desk/van-ban-chi-dao/:directive/tep', reader: 'xa.songxanh' },
  ],
  '/desk/van-ban-chi-dao/chung/[code]': [
    { name: 'directive-country', address: '/desk/van-ban-chi-dao/chung/43-kl-tw', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai': [
    { name: 'register', address: '/desk/doi-thoai', reader: 'xa.songxanh' },
    { name: 'register-year', address: '/desk/doi-thoai?nam=2019', reader: 'xa.songxanh' },
    { name: 'register-empty', address: '/desk/doi-thoai?don-vi=vi-du-bai-dau', reader: 'tinh.vidu' },
    { name: 'register-auditor', address: '/desk/doi-thoai?don-vi=vi-du-nui-vang', reader: 'kiemsoat.vidu' },
    { name: 'registers', address: '/desk/doi-thoai', reader: 'tinh.vidu' },
  ],
  '/desk/doi-thoai/len-lich': [{ name: 'dialogue-plan', address: '/desk/doi-thoai/len-lich', reader: 'xa.songxanh' }],
  '/desk/doi-thoai/[id]/lich': [
    { name: 'dialogue-replan', address: '/desk/doi-thoai/:dialogue-ahead/lich', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai/[id]/cau-hoi': [
    { name: 'dialogue-questions', address: '/desk/doi-thoai/:dialogue-ahead/cau-hoi', reader: 'xa.songxanh' },
    { name: 'dialogue-questions-read', address: '/desk/doi-thoai/:dialogue-public/cau-hoi', reader: 'tinh.vidu' },
  ],
  '/desk/doi-thoai/[id]/tra-loi/[question]': [
    {
      name: 'dialogue-answer',
      address: '/desk/doi-thoai/:dialogue-public/tra-loi/:dialogue-question',
      reader: 'xa.songxanh',
    },
  ],
  '/desk/doi-thoai/[id]/bien-ban': [
    { name: 'dialogue-minutes', address: '/desk/doi-thoai/:dialogue/bien-ban', reader: 'xa.songxanh' },
  ],
  '/desk/cam-ket-doi-thoai': [
    { name: 'commitments', address: '/desk/cam-ket-doi-thoai', reader: 'xa.songxanh' },
    { name: 'commitments-all', address: '/desk/cam-ket-doi-thoai?loc=tat-ca', reader: 'tinh.vidu' },
    { name: 'commitments-none', address: '/desk/cam-ket-doi-thoai', reader: 'xa.nuivang' },
  ],
  '/desk/cam-ket-doi-thoai/[id]': [
    { name: 'commitment', address: '/desk/cam-ket-doi-thoai/:commitment', reader: 'xa.songxanh' },
    { name: 'commitment-read', address: '/desk/cam-ket-doi-thoai/:commitment', reader: 'kiemsoat.vidu' },
  ],
  '/desk/kiem-tra': [
    { name: 'visits', address: '/desk/kiem-tra', reader: 'tinh.vidu' },
    { name: 'visits-received', address: '/desk/kiem-tra?phia=den', reader: 'xa.songxanh' },
    { name: 'visits-none', address: '/desk/kiem-tra?nam=2019', reader: 'kiemsoat.vidu' },
  ],
  '/desk/kiem-tra/moi': [{ name: 'visit-new', address: '/desk/kiem-tra/moi', reader: 'xa.songxanh' }],
  '/desk/kiem-tra/ke-hoach': [{ name: 'visit-plan', address: '/desk/kiem-tra/ke-hoach', reader: 'tinh.vidu' }],
  '/desk/kiem-tra/chu-de': [{ name: 'visit-topics', address: '/desk/kiem-tra/chu-de', reader: 'tinh.vidu' }],
  '/desk/kiem-tra/[id]': [
    { name: 'visit', address: '/desk/kiem-tra/:visit', reader: 'tinh.vidu' },
    { name: 'visit-received', address: '/desk/kiem-tra/:visit', reader: 'xa.songxanh' },
  ],
  '/desk/kiem-tra/[id]/tai-lieu': [
    { name: 'visit-files', address: '/desk/kiem-tra/:visit/tai-lieu', reader: 'tinh.vidu' },
  ],
  '/desk/ket-luan': [
    { name: 'findings', address: '/desk/ket-luan', reader: 'tinh.vidu' },
    { name: 'findings-ours', address: '/desk/ket-luan', reader: 'xa.songxanh' },
  ],
  '/desk/ket-luan/[id]': [{ name: 'finding', address: '/desk/ket-luan/:finding', reader: 'xa.songxanh' }],
  '/desk/ket-luan/[id]/tai-lieu': [
    { name: 'finding-files', address: '/desk/ket-luan/:finding/tai-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/hoi-nghi': [
    { name: 'meetings', address: '/desk/hoi-nghi', reader: 'xa.songxanh' },
    { name: 'meetings-all', address: '/desk/hoi-nghi', reader: 'tinh.vidu' },
  ],
  '/desk/hoi-nghi/moi': [
    { name: 'meeting-kinds', address: '/desk/hoi-nghi/moi', reader: 'xa.songxanh' },
    { name: 'meeting-new', address: '/desk/hoi-nghi/moi?loai=conference', reader: 'xa.songxanh' },
    { name: 'support-new', address: '/desk/hoi-nghi/moi?loai=support', reader: 'tinh.vidu' },
  ],
  '/desk/hoi-nghi/viec': [{ name: 'meeting-tasks', address: '/desk/hoi-nghi/viec', reader: 'xa.songxanh' }],
  '/desk/hoi-nghi/[id]': [{ name: 'meeting', address: '/desk/hoi-nghi/:meeting', reader: 'xa.songxanh' }],
  '/desk/hoi-nghi/[id]/tai-lieu': [
    { name: 'meeting-files', address: '/desk/hoi-nghi/:meeting/tai-lieu', reader: 'xa.songxanh' },
  ],
  '/desk/doi-thoai/moi': [{ name: 'dialogue-new', address: '/desk/doi-thoai/moi', reader: 'xa.songxanh' }],
  '/desk/doi-thoai/[id]': [
    { name: 'dialogue', address: '/desk/doi-thoai/:dialogue', reader: 'xa.songxanh' },
    { name: 'dialogue-void', address: '/desk/doi-thoai/:dialogue-void', reader: 'xa.songxanh' },
    { name: 'dialogue-auditor', address: '/desk/doi-thoai/:dialogue', reader: 'kiemsoat.vidu' },
  ],
}
