/**
 * The seventeen digits in their parts, so that they can be compared with paper: year, agency, type, sex, serial
 * (《教师资格证书管理规定》附件). Text that is no certificate number comes back unchanged.
 */
export function groupCertificateNumber(number: string): string {
  const match = /^(\d{4})(\d{5})(\d)(\d)(\d{6})$/.exec(number)
  return match === null ? number : match.slice(1).join(' ')
}
