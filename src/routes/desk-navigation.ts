import type { IconName } from '#ui/icons.ts'

type Entry = { href: string; label: string; icon: IconName; current: boolean; count?: string | number | null }
/** A folded group shows its title only, until it is opened or holds the page one is on. */
type Group = { title: string; items: Entry[]; folded?: boolean }

/** What somebody signed in may do, as far as their menu goes. */
type Reader = {
  isAdministrator: boolean
  readsAudit: boolean
  seesProvince: boolean
  unread: string | number | null
}

/** The menu of desk and administration, daily things first: what is to be done, what is kept, what the figures say, the rest. */
export function deskNavigation(reader: Reader, at: string): Group[] {
  const isUnder = (path: string): boolean => at === path || at.startsWith(`${path}/`)
  const to = (href: string, label: string, icon: IconName, current = isUnder(href)): Entry => ({
    ...{ href, label, icon, current },
  })
  const { isAdministrator, readsAudit, seesProvince } = reader
  const works = !isAdministrator
  const home = readsAudit ? 'Báo cáo của đơn vị' : 'Việc của tôi'
  const isHome = at === '/desk' || (isUnder('/desk/bao-cao') && !seesProvince)
  const isBoard = isUnder('/desk/tong-hop') || isUnder('/desk/bao-cao')
  const isCampaigns = ['phong-trao', 'cam-ket', 'hoi-thi', 'phan-viec'].some((name) => isUnder(`/desk/${name}`))
  const isDirectives = isUnder('/desk/van-ban-chi-dao') || isUnder('/desk/so-ket')
  const groups: Group[] = [
    {
      title: 'Việc',
      items: [
        ...(works && !(readsAudit && seesProvince) ? [to('/desk', home, 'home', isHome)] : []),
        ...(seesProvince ? [to('/desk/tong-hop', 'Tổng hợp', 'report', isBoard)] : []),
        ...(seesProvince ? [to('/desk/tien-do', 'Tiến độ, nhắc nộp', 'tick')] : []),
        ...(seesProvince ? [to('/desk/nghia-vu', 'Nghĩa vụ báo cáo', 'calendar')] : []),
        ...(works ? [to('/desk/cau-hoi-so-lieu', 'Câu hỏi về số liệu', 'talk')] : []),
        ...(works ? [{ ...to('/desk/thong-bao', 'Thông báo', 'bell'), count: reader.unread }] : []),
        ...(isAdministrator ? [to('/admin', 'Tài khoản cán bộ', 'person')] : []),
        ...(readsAudit && works ? [to('/admin/nhat-ky', 'Nhật ký', 'book', isUnder('/admin'))] : []),
      ],
    },
    {
      title: 'Hoạt động',
      items: works
        ? [
            to(
              '/desk/doi-thoai',
              'Sổ đối thoại',
              'talk',
              isUnder('/desk/doi-thoai') || isUnder('/desk/cam-ket-doi-thoai'),
            ),
            to('/desk/kiem-tra', 'Kiểm tra, khảo sát', 'eye', isUnder('/desk/kiem-tra') || isUnder('/desk/ket-luan')),
            to('/desk/hoi-nghi', 'Hội nghị, lớp học', 'calendar'),
            to('/desk/van-ban-chi-dao', 'Văn bản, sơ kết', 'book', isDirectives),
            to('/desk/so-van-ban-di', 'Sổ văn bản đi', 'publish'),
          ]
        : [],
    },
    {
      title: 'Phong trào',
      items: works
        ? [
            to('/desk/mo-hinh', 'Sổ mô hình', 'model'),
            to('/desk/cham-diem', 'Chấm điểm', 'tick', isUnder('/desk/cham-diem') || isUnder('/desk/bo-tieu-chi')),
            to(
              '/desk/khen-thuong',
              'Khen thưởng',
              'award',
              isUnder('/desk/khen-thuong') || isUnder('/desk/bieu-duong'),
            ),
            to('/desk/phong-trao', 'Thi đua, hội thi', 'publish', isCampaigns),
          ]
        : [],
    },
    {
      title: 'Số liệu',
      items: works
        ? [
            to('/desk/tom-tat', 'Tóm tắt một trang', 'read'),
            to('/desk/kham-pha', 'Khám phá số liệu', 'chart'),
            to('/desk/chi-tieu', 'Chỉ tiêu kế hoạch', 'tick'),
            to('/desk/bo-chi-tieu', 'Bộ chỉ tiêu', 'model'),
            to('/desk/kiem-tra-so-lieu', 'Quy tắc kiểm tra', 'eye'),
            to('/desk/cong-thuc', 'Công thức', 'sum'),
            ...(seesProvince && !readsAudit ? [to('/desk/bieu-excel', 'Biểu Excel của tỉnh', 'download')] : []),
          ]
        : [],
    },
    {
      title: 'Đơn vị',
      folded: true,
      items: works ? [to('/desk/thon-to', 'Thôn, tổ dân phố', 'map'), to('/desk/to-chuc', 'Tổ chức', 'file')] : [],
    },
    {
      title: 'Khác',
      folded: works,
      items: [
        to('/desk/tai-khoan', 'Tài khoản, mật khẩu', 'settings', at === '/desk/tai-khoan'),
        to('/desk/tai-khoan/lien-he', 'Liên hệ công vụ', 'person'),
        { href: '/tro-giup', label: 'Hướng dẫn', icon: 'book', current: false },
        { href: '/', label: 'Trang công khai', icon: 'globe', current: false },
      ],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
