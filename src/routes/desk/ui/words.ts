/** Long names, because pages break on them: the longest stand for what a real list of units brings. */
export const longUnit = 'Ủy ban Mặt trận Tổ quốc Việt Nam xã Vĩnh Thạnh Trung Nghĩa Lộ Thượng'
export const longWork =
  'Tổng số hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền với Mặt trận, các tổ chức chính trị - xã hội và Nhân dân'
