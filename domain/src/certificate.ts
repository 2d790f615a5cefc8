/** Certificates recognised before this year are on no line; 广西 joined later (PUB-2). */
const FIRST_YEAR_ONLINE = 2008
const FIRST_YEAR_OF_GUANGXI = 2012

/** Whether a certificate of this number could be found on line, by its year and province alone. Handbook, 证书查询. */
export function isFoundOnline(certificateNumber: string): boolean {
  const first = certificateNumber.slice(4, 6) === '45' ? FIRST_YEAR_OF_GUANGXI : FIRST_YEAR_ONLINE
  return Number(certificateNumber.slice(0, 4)) >= first
}

/** Code of the issuing agency inside a seventeen-digit number. */
export function agencyCodeOf(certificateNumber: string): string {
  return certificateNumber.slice(4, 9)
}

/**
 * What is said when nothing is found; it depends on the typed number alone, never on which field was wrong (S-123).
 * `agencyName` is the agency the number names, null where the code is not known.
 */
export function notFoundSentence(certificateNumber: string, agencyName: string | null): string {
  if (isFoundOnline(certificateNumber)) {
    return '没有查到与所填信息完全一致的证书，请对照证书核对姓名、证件号码和证书号码后重新查询。'
  }
  const whom = agencyName === null ? '证书上的发证机关' : `发证机关${agencyName}`
  return `这一年份的证书没有联网数据，不能在网上查询，请向${whom}询问。`
}
