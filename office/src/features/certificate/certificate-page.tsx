import { getCertificateEndpoint } from '@xingtan/contract/office/case'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { CaseTimeline } from '../../components/case-timeline.tsx'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { CERTIFICATE_STATES } from './certificate-state.ts'
import { RecheckButton } from './recheck-button.tsx'
import './certificate.css'

/** Record of one certificate: what is printed on it, its state and what happened to it. */
export function CertificatePage() {
  const { certificateId = '' } = useParams()
  const certificate = useEndpoint(getCertificateEndpoint, { certificateId })
  return (
    <Page title="证书记录" lead={<Link to="/certificates">返回证书档案</Link>}>
      <QueryState query={certificate} skeletonLines={8}>
        {(record) => <Record record={record} />}
      </QueryState>
    </Page>
  )
}

/** `1999-07` → `1999年7月`; text that is no month comes back unchanged. */
function formatMonth(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month)
  return match === null ? month : `${match[1]}年${Number(match[2])}月`
}

function Record({ record }: { readonly record: OutputOf<typeof getCertificateEndpoint> }) {
  const officer = useOfficer()
  const { tone, title } = CERTIFICATE_STATES[record.state]
  return (
    <div className="record">
      <section className="panel-flat record-main" aria-labelledby="record-number">
        <div className="record-head">
          <h2 id="record-number">教师资格证书号码</h2>
          <StatusTag tone={tone}>{title}</StatusTag>
        </div>
        <CopyText text={record.number} name="证书号码" isLarge />
        <div className="record-body">
          {record.photoUrl === null ? (
            <p className="record-no-photo">没有照片</p>
          ) : (
            <img className="record-photo" src={record.photoUrl} alt={`${record.name}的证书照片`} />
          )}
          <DefinitionList
            facts={[
              { term: '姓名', value: record.name },
              { term: '性别', value: record.sex },
              { term: '出生年月', value: formatMonth(record.birthMonth) },
              { term: '民族', value: record.ethnicGroup },
              { term: '证件号码', value: record.maskedDocumentNumber },
              { term: '资格种类', value: record.qualificationTitle },
              { term: '任教学科', value: record.subjectName },
              { term: '认定机构', value: record.agencyName },
              ...(record.successorName === null ? [] : [{ term: '现接替机构', value: record.successorName }]),
              { term: '认定日期', value: formatDay(record.issuedOn) },
            ]}
          />
        </div>
        {record.state !== 'void' && hasRole(officer, 'review', 'approve') && (
          <RecheckButton certificateId={record.certificateId} />
        )}
      </section>
      <section className="panel-flat" aria-labelledby="record-history">
        <h2 id="record-history">办理经过</h2>
        {record.history.length === 0 ? (
          <p className="quiet">还没有其他记录。</p>
        ) : (
          <CaseTimeline entries={record.history} />
        )}
      </section>
    </div>
  )
}
