import type { Refusal } from '@xingtan/contract/problem'
import type { WorkInfoContent } from '@xingtan/contract/office/work-info'
import { isCreditCode } from './credit-code.ts'

const MOBILE = /^1\d{10}$/
const OFFICE_PHONE = /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)'
const V4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)
const GROUP = /^[\da-f]{1,4}$/i

function isV6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (!groups.every((group) => GROUP.test(group))) return false
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8
}

/** Whether the text is an IPv4 or IPv6 address or a range of them with its prefix length (网络 IP of 采集表, 000 三). */
export function isNetworkAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  if (more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return false
  if (V4.test(address)) return prefix === undefined || Number(prefix) <= 32
  return isV6(address) && (prefix === undefined || Number(prefix) <= 128)
}

/** Everything that keeps a 《认定机构工作信息采集表》 from being handed in, all at once (甘教师函〔2021〕, 三; ACC-10). */
export function refuseHandIn(content: WorkInfoContent & { readonly hasScan: boolean }): Refusal[] {
  const refusals: Refusal[] = []
  if (!isCreditCode(content.creditCode)) refusals.push({ code: 'work-info.credit-code', field: 'creditCode' })
  if (content.staff.length === 0) refusals.push({ code: 'work-info.staff-missing', field: 'staff' })
  for (const [index, { name, mobile, officePhone }] of content.staff.entries()) {
    const values = { row: index + 1 }
    if (name === '') refusals.push({ code: 'work-info.staff-name', field: `staff-${index}`, values })
    if (!MOBILE.test(mobile)) refusals.push({ code: 'work-info.staff-mobile', field: `staff-${index}`, values })
    if (!OFFICE_PHONE.test(officePhone))
      refusals.push({ code: 'work-info.staff-phone', field: `staff-${index}`, values })
  }
  if (content.networkAddresses.length === 0) {
    refusals.push({ code: 'work-info.address-missing', field: 'networkAddresses' })
  }
  for (const [index, address] of content.networkAddresses.entries()) {
    if (isNetworkAddress(address)) continue
    refusals.push({ code: 'work-info.address', field: 'networkAddresses', values: { row: index + 1, address } })
  }
  if (!content.hasScan) refusals.push({ code: 'work-info.scan-missing', field: 'scan' })
  return refusals
}
