import './own-certificate-list.css'
import type { OwnCertificate } from '@xingtan/contract/evidence'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatDay } from '@xingtan/ui/date-format'
import { CertificateStateTag } from './certificate-state.tsx'
import { groupCertificateNumber } from './group-certificate-number.ts'

/** With 现接替机构 where it is told. */
type Listed = OwnCertificate & { readonly successorName?: string | null }

/** One's own certificates, newest first, or why there is none. */
export function OwnCertificateList({ certificates }: { readonly certificates: readonly Listed[] }) {
  if (certificates.length === 0) {
    return (
      <EmptyState title="没有查到您的教师资格证书">
        <p className="secondary">
          认定通过后，证书当天就会显示在这里。已持有证书却没有显示的，请核对账号的姓名、证件号码与证书是否一致；仍不一致的，请与证书上的发证机关联系。
        </p>
      </EmptyState>
    )
  }
  return (
    <ul className="own-certificates">
      {certificates.map(
        ({ id, number, qualificationTitle, subjectName, issuedOn, agencyName, successorName, state }) => (
          <li className="panel" key={id}>
            <div className="panel-head">
              <h2>
                {qualificationTitle}（{subjectName}）
              </h2>
              <CertificateStateTag state={state} />
            </div>
            <DefinitionList
              facts={[
                { term: '证书号码', value: groupCertificateNumber(number) },
                { term: '认定机构', value: agencyName },
                ...(successorName ? [{ term: '现接替机构', value: successorName }] : []),
                { term: '发证日期', value: formatDay(issuedOn) },
              ]}
            />
          </li>
        ),
      )}
    </ul>
  )
}
