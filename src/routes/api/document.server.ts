import { openApiDocument } from '#platform/api/openapi.ts'
import { openGrids, openLists, openSingles } from '../../open-data.ts'

export const apiBase = '/api/v1'

const description = `Số liệu công tác dân vận đã công bố, đơn vị hành chính theo ngày và chỉ tiêu, cho chương trình máy tính đọc. Không cần đăng nhập, chỉ đọc.

**Hỏi.** Bộ lọc viết \`tên=giá trị,giá trị\`; \`fields\` chọn trường, \`order\` chọn thứ tự, \`limit\` nhiều nhất 500. Trang sau nằm ở \`next\`. Tham số lạ thì bị từ chối chứ không bị bỏ qua. Chữ là UTF-8, được đưa về NFC.

**Trả lời.** JSON; thêm đuôi \`.csv\` hoặc \`format=csv\` thì là CSV cùng các trường ấy. Số (\`amount\`) là chuỗi thập phân, vì số lẻ nhị phân không giữ đúng bốn chữ số lẻ. Ngày viết 2026-09-30. \`ETag\` và \`If-None-Match\` để khỏi tải lại.

**Từ chối.** \`{"error":{"code","message","field","help"}}\`; \`code\` không đổi giữa các phiên bản, lời thì có thể đổi. Trong v1 chỉ thêm trường, thêm tham số, không bỏ và không đổi nghĩa.`

/** Printed once: nothing in it depends on who asks or on what stands in the database. */
export const document = openApiDocument(
  {
    title: 'API số liệu công tác dân vận',
    version: '1.0.0',
    summary: 'Đơn vị, chỉ tiêu, kỳ, báo cáo và số liệu đã công bố.',
    description,
    termsOfService: '/api#dieu-khoan',
  },
  apiBase,
  openLists,
  openSingles,
  openGrids,
)
