import './certificate.css'
import type { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay } from '@xingtan/ui/date-format'
import { type ReactNode, useEffect, useRef } from 'react'
import { CertificateStateTag } from '../../certificate/certificate-state.tsx'
import { groupCertificateNumber } from '../../certificate/group-certificate-number.ts'

/** Takes the focus when an answer has come (give every answer a `key`), so that it is read before the form. */
function AnswerBox({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} tabIndex={-1} className="certificate-answer">
      {children}
    </div>
  )
}

/** Minimal and masked; one sentence for every mismatch (S-123). */
export function CertificateAnswer({ answer }: { readonly answer: OutputOf<typeof queryCertificateEndpoint> }) {
  if (!answer.found) {
    return (
      <AnswerBox>
        <Notice tone="warn" title="没有查到">
          <p>{answer.sentence}</p>
        </Notice>
      </AnswerBox>
    )
  }
  return (
    <AnswerBox>
      <Panel title="查询结果" action={<CertificateStateTag state={answer.state} />}>
        <DefinitionList
          facts={[
            { term: '姓名', value: answer.maskedName },
            { term: '证书号码', value: groupCertificateNumber(answer.certificateNumber) },
            { term: '资格种类', value: answer.qualificationTitle },
            { term: '任教学科', value: answer.subjectName },
            { term: '认定机构', value: answer.agencyName },
            ...(answer.successorName === null ? [] : [{ term: '现接替机构', value: answer.successorName }]),
            { term: '发证日期', value: formatDay(answer.issuedOn) },
          ]}
        />
      </Panel>
    </AnswerBox>
  )
}
