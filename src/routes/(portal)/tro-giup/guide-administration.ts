import type { Chapter } from './chapter.ts'

export const adminChapter: Chapter = {
  id: 'quan-tri',
  title: 'Quản trị',
  who: 'Quản trị của tỉnh',
  parts: [
    {
      id: 'cay-don-vi',
      title: 'Cây đơn vị và danh mục tổ chức',
      steps: [
        'Mở “Cây đơn vị”, chọn cây và ngày. Chỗ khác với cây chính quyền ghi chữ “Khác:”.',
        'Bấm “Ghi một chỗ khác với cây chính quyền”: đơn vị nào, đứng dưới đơn vị nào, từ ngày nào, theo văn bản nào, rồi “Đặt vào cây”. Hết hiệu lực thì “Ghi ngày cuối cùng”; gõ nhầm thì “Gỡ chỗ ghi nhầm”.',
        'Mở “Danh mục tổ chức” để “Thêm một từ” của tỉnh, hoặc “Ghi tổ chức nào của tỉnh phụ trách” thay cho mẫu chung.',
      ],
    },
    {
      id: 'so-dan',
      title: 'Số dân các đơn vị',
      says: [
        'Mở “Số dân” để ghi số dân từng xã, phường kèm ngày và nguồn; có nhiều thì “Ghi từ tệp”. Số liệu nhờ đó được so với các nơi cùng loại, cùng cỡ. Ghi sai thì “Rút số này”, lịch sử còn nguyên.',
      ],
    },
    {
      id: 'noi-ban-hanh',
      title: 'Tên cơ quan, người ký, nơi nhận trên văn bản',
      steps: [
        'Mở “Nơi ban hành”, chọn thể thức của loại đơn vị, hoặc chọn một đơn vị ở “Đặt lời riêng cho một đơn vị”.',
        'Sửa lời, bấm “Xem trước” để thấy đầu và cuối văn bản, ghi “Dùng từ ngày”, bấm “Đặt lời”. Văn bản đã nộp trước ngày ấy giữ nguyên lời cũ.',
      ],
    },
    {
      id: 'mau-bao-cao',
      title: 'Mẫu báo cáo của tỉnh',
      steps: [
        'Mở “Mẫu báo cáo”, ghi tên, chọn bắt đầu từ mẫu dùng chung hay mẫu trống, bấm “Lập bản nháp”.',
        'Bấm “Thêm mục”: số liệu hay lời văn; mục số liệu thì bấm “Thêm chỉ tiêu”. Làm nhầm thì “Hoàn tác”.',
        'Đúng rồi thì ghi ngày ở “Dùng từ ngày”, bấm “Đưa vào dùng”.',
      ],
      minds: ['Mẫu đã đưa vào dùng thì giữ nguyên; muốn đổi bấm “Lập phiên bản mới”. Báo cáo đã lập giữ mẫu cũ.'],
    },
    {
      id: 'mo-tai-khoan',
      title: 'Mở tài khoản',
      steps: [
        'Một người: bấm “Mở tài khoản”, gõ họ tên, tên đăng nhập, chọn nhiệm vụ và đơn vị.',
        'Nhiều người: bấm “Thêm từ tệp”, rồi “Tải tệp mẫu”. Điền trong Excel, lưu kiểu CSV UTF-8 hoặc chép các ô rồi dán. Bấm “Xem trước”, sửa dòng sai, rồi mở.',
        'In phiếu mời ngay lúc đó và đưa tận tay. Mật khẩu chỉ hiện một lần.',
      ],
      minds: ['Còn một dòng sai thì chưa tài khoản nào được mở.'],
      picture: {
        name: 'account-list',
        alt: 'Xem trước danh sách hai người; dòng thứ hai bị báo tên đăng nhập đã có người dùng.',
      },
    },
    {
      id: 'cap-lai',
      title: 'Cán bộ không vào được',
      says: [
        'Mở trang của người đó, chọn cấp lại gì và lý do, bấm “Cấp lại”. In phiếu mới, đưa tận tay. Người đang dùng tài khoản ở máy khác bị thoát ra.',
      ],
    },
    {
      id: 'ban-giao',
      title: 'Bàn giao khi có người nghỉ hoặc chuyển việc',
      steps: [
        'Mở “Bàn giao”. Chọn người giao và nhiệm vụ, người nhận, ngày nhận việc.',
        'Bấm “Xem việc đang mở”: báo cáo chưa xong, câu hỏi chưa trả lời.',
        'Hai bên xem xong thì đánh dấu và bấm bàn giao. Cả hai đều thấy ở trang việc của mình.',
      ],
    },
    {
      id: 'sap-xep',
      title: 'Sắp xếp đơn vị: sáp nhập, chia tách, đổi tên',
      steps: [
        'Mở “Sắp xếp đơn vị”, bấm “Lập phương án”. Ghi tên, ngày hiệu lực, số và ngày ban hành của văn bản.',
        'Chọn việc ở “Thêm bước”: sáp nhập, chia tách, đổi tên… Mỗi bước một biểu mẫu; nhiều bước thì “Nạp các bước từ tệp CSV”.',
        'Xem “Trước và sau”, “Cán bộ”, “Báo cáo còn mở của đơn vị kết thúc”, “Số liệu”. Đơn vị bị chia thì chọn nơi nhận cho từng nhiệm vụ rồi bấm “Lưu nơi nhận nhiệm vụ”.',
        'Sửa hết các chỗ ở “Chưa chốt được” rồi bấm “Chốt”. Hôm nay chưa có gì khác; đến ngày hiệu lực đơn vị mới hoạt động, cán bộ được báo.',
        'Phân công và đánh dấu ở “Việc cần làm”. Tỷ lệ chia tách biết sau thì bấm “Nhập hoặc sửa tỷ lệ”.',
      ],
      minds: [
        'Trước ngày hiệu lực bấm “Hoàn tác phương án này” thì mọi thứ trở lại như cũ. Sau ngày đó lập phương án mới.',
        'Báo cáo của đơn vị kết thúc phải nộp trước ngày hiệu lực; sau đó chỉ xem được.',
      ],
    },
    {
      id: 'ti-le-chia',
      title: 'Tỷ lệ chia của đơn vị cũ',
      says: ['Xã, phường cũ bị chia mà chưa biết tỷ lệ thì số liệu cũ không so sánh được cho đến khi tỉnh nhập.'],
      steps: [
        'Ở “Sắp xếp đơn vị” bấm “Tỷ lệ chia của đơn vị cũ”, mở một đơn vị. Ghi số của từng phần và nguồn, bấm “Xem trước” rồi “Lưu tỷ lệ”.',
        'Nhiều đơn vị thì “Nhập từ tệp”: tải tệp mẫu, điền cột “Số”, nạp lại.',
      ],
      minds: ['Nhập nhầm thì sửa, hoặc ghi lý do và bấm “Rút tỷ lệ này”. Số cũ còn trong “Lịch sử”.'],
    },
    {
      id: 'ra-soat',
      title: 'Rà soát hằng năm',
      says: [
        'Đến kỳ, trang tài khoản nhắc. Mở “Rà soát tài khoản”, chọn “Giữ” hoặc “Tắt” cho từng người, bấm “Hoàn thành rà soát”. Việc rà soát được ghi lại.',
      ],
    },
    {
      id: 'lich-lam-viec',
      title: 'Ghi lịch nghỉ của năm sau',
      says: ['Hạn tính theo ngày làm việc dùng trang “Lịch làm việc”. Năm chưa có thông báo là ước tính.'],
      steps: [
        'Có thông báo: mở năm đó, bấm “Nhập thông báo năm”. Ghi số, ngày ký, sửa các ngày điền sẵn hoặc dán danh sách từ Excel.',
        'Bấm “Xem trước”: ngày nào đổi, hạn báo cáo nào dời. Đúng thì bấm “Ghi lịch năm”.',
        'Buộc phải tính hạn theo luật khi chưa có thông báo: ghi lý do, ngày hết hạn, bấm “Xác nhận dùng tạm”.',
      ],
      minds: ['Thứ Bảy, Chủ nhật vốn đã nghỉ nên không ghi; ngày hoán đổi và thứ Bảy làm bù ghi ngày của nhau.'],
    },
  ],
}

export const auditorChapter: Chapter = {
  id: 'kiem-soat',
  title: 'Kiểm soát',
  who: 'Người kiểm soát',
  parts: [
    {
      id: 'doc-nhat-ky',
      title: 'Đọc báo cáo và nhật ký',
      says: [
        'Xem được báo cáo, lịch sử từng ô và nhật ký của đơn vị mình. Không sửa được gì.',
        'Ở “Nhật ký”, lọc theo người, đơn vị, việc, ngày. Bấm “Kiểm tra chuỗi” để biết có dòng nào bị sửa hay bị bớt không. Bấm “Tải CSV” để lấy về.',
      ],
      minds: ['Chuỗi bị đứt: báo ngay cho người vận hành, giữ nguyên máy chủ và bản sao lưu.'],
      picture: { name: 'audit', alt: 'Trang “Nhật ký”: các ô lọc và danh sách việc đã làm, mới nhất ở trên.' },
    },
  ],
}
