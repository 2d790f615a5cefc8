import './certificate.css'
import type { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { useState } from 'react'
import { CertificateAnswer } from './certificate-answer.tsx'
import { CertificateQueryForm } from './certificate-query-form.tsx'
import { CertificateScope } from './certificate-scope.tsx'

type Answer = OutputOf<typeof queryCertificateEndpoint>

/** 证书查询 · 其他查询: no account, one certificate, a minimal answer (PUB-3). */
export function CertificateQueryRoute() {
  const [answers, setAnswers] = useState<readonly Answer[]>([])
  const answer = answers.at(-1)
  return (
    <div className="text-column stack">
      <PageTitle title="其他查询" lead="核对一本教师资格证书的真伪。三项信息与证书完全一致时，才会显示结果。" />
      {answer !== undefined && <CertificateAnswer key={answers.length} answer={answer} />}
      <CertificateQueryForm
        onAnswer={(next) => setAnswers((before) => [...before, next])}
        isRepeated={answer !== undefined}
      />
      <CertificateScope />
    </div>
  )
}
