/**
 * Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 32: the People's Committee of a commune holds a dialogue with its people at
 * least once a year. Read through a second source; the article itself has not been compared.
 */
export const yearlyDialogues = {
  least: 1,
  basis: 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 32',
  certainty: 'second-hand',
  certaintySaid: 'ghi theo nguồn dẫn lại, chưa đối chiếu với bản gốc',
} as const
