import { listOwnCertificatesEndpoint, queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { getCertificateEndpoint, listCertificatesEndpoint } from '@xingtan/contract/office/case'
import { listRevocationItemsEndpoint, recheckCertificateEndpoint } from '@xingtan/contract/office/certificate-stop'
import { bind } from '../../platform/http-bind.ts'
import { getCertificate } from './get-certificate.ts'
import { listCertificates } from './list-certificates.ts'
import { listOwnCertificates } from './list-own-certificates.ts'
import { listRevocationItems, recheckCertificate } from './recheck-certificate.ts'
import { queryCertificate } from './query-certificate.ts'

export const PUBLIC_CERTIFICATE_ROUTES = [
  bind(listOwnCertificatesEndpoint, listOwnCertificates),
  bind(queryCertificateEndpoint, queryCertificate),
]
export const OFFICE_CERTIFICATE_ROUTES = [
  bind(listCertificatesEndpoint, listCertificates),
  bind(getCertificateEndpoint, getCertificate),
  bind(recheckCertificateEndpoint, recheckCertificate),
  bind(listRevocationItemsEndpoint, listRevocationItems),
]
