import { listOwnCertificatesEndpoint } from '@xingtan/contract/certificate'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { OwnCertificateList } from '../../certificate/own-certificate-list.tsx'
import { RequireSession } from '../../session/require-session.tsx'
import { CertificateScope } from './certificate-scope.tsx'

const TITLE = '本人查询'

function OwnCertificates() {
  const query = useEndpoint(listOwnCertificatesEndpoint, {})
  return (
    <div className="text-column stack">
      <PageTitle title={TITLE} lead="您名下的教师资格证书。" />
      <QueryState query={query}>{({ certificates }) => <OwnCertificateList certificates={certificates} />}</QueryState>
      <CertificateScope />
    </div>
  )
}

/** 证书查询 · 本人查询 (PUB-2). */
export function OwnCertificatesRoute() {
  return <RequireSession title={TITLE}>{() => <OwnCertificates />}</RequireSession>
}
