/** Reads PORT; null for a word that names no port. 0 lets the system choose. */
export function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : null
}

/** One sentence for the operator: why nobody can be received at this address, and what to change. */
export function listenRefusal(code: string | undefined, at: { host: string; port: number }): string {
  const { host, port } = at
  switch (code) {
    case 'EADDRINUSE':
      return `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác: PORT=${port + 1} npm start`
    case 'EACCES':
      return `Tài khoản này không được mở cổng ${port} (permission denied). Chọn cổng từ 1024 trở lên: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `Máy này không có địa chỉ “${host}” đặt trong HOST. Chỉ cho máy này: HOST=127.0.0.1 npm start; cho cả mạng: HOST=0.0.0.0 npm start`
    default:
      return `Không mở được cổng ${port} tại ${host} (${code ?? 'không rõ lý do'}). Kiểm tra HOST và PORT rồi chạy lại.`
  }
}
