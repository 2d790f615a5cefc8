import './consultation.css'
import {
  CONSULTATION_KIND_TITLES,
  ConsultationKind,
  type submitConsultationEndpoint,
} from '@xingtan/contract/consultation'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { useMe } from '../../session/use-me.ts'
import { ConsultationForm } from './consultation-form.tsx'
import { ConsultationReceipt } from './consultation-receipt.tsx'

const LEADS: Readonly<Record<ConsultationKind, string>> = {
  consultation: '请写清楚问题发生的时间、页面和提示，一次说明一件事，方便工作人员一次答复。',
  complaint: '请写清楚时间、地点和经过。投诉由被投诉机构的上一级机构办理，被投诉的机构看不到这份投诉。',
  fraud: '请写清楚谁在什么时间做了什么，有材料的可以在提交后上传。举报内容只有专门的核查人员能看到。',
}

/** One form for each kind; after sending, the receipt stands in its place. */
export function NewConsultationPage() {
  const { kind: asked } = useParams()
  const { query } = useMe()
  const [taken, setTaken] = useState<OutputOf<typeof submitConsultationEndpoint>>()
  const kind = ConsultationKind.safeParse(asked)
  if (!kind.success) return <Navigate replace to={paths.consultations} />
  const title = CONSULTATION_KIND_TITLES[kind.data]
  if (taken !== undefined) {
    return (
      <div className="text-column stack">
        <PageTitle key="taken" title={`${title}已受理`} lead={`由${taken.agencyName}办理。`} />
        <ConsultationReceipt taken={taken} />
      </div>
    )
  }
  return (
    <div className="text-column stack">
      <PageTitle title={`我要${title}`} lead={LEADS[kind.data]} />
      <QueryState query={query}>
        {(me) => (
          <ConsultationForm
            key={kind.data}
            kind={kind.data}
            ownName={me.signedIn ? me.maskedName : undefined}
            onTaken={setTaken}
          />
        )}
      </QueryState>
    </div>
  )
}
