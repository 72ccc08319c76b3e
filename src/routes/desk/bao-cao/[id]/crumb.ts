/** Where the trail of a report's pages begins: at the list its reader came from, as the menu marks it. */
export function reportsCrumb({ seesProvince }: { seesProvince: boolean }): { label: string; href: string } {
  return seesProvince ? { label: 'Tổng hợp', href: '/desk/tong-hop' } : { label: 'Việc của tôi', href: '/desk' }
}
