import { getDraftEndpoint, STEP_NAMES, type StepName } from '@xingtan/contract/application'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { ComponentType } from 'react'
import { Navigate, useParams } from 'react-router'
import { paths } from '../../../paths.ts'
import { RequireSession } from '../../../session/require-session.tsx'
import { AgencyStepForm } from '../agency/agency-step.tsx'
import { AgreementStepForm } from '../agreement-step.tsx'
import { NoticesStepForm } from '../closing/notices-step.tsx'
import { PromiseStepForm } from '../closing/promise-step.tsx'
import { ReviewStepForm } from '../closing/review-step.tsx'
import { DetailsStepForm } from '../details/details-step.tsx'
import { IdentityStepForm } from '../identity/identity-step.tsx'
import { resumeStep } from './step-state.ts'
import { WizardPage } from './wizard-page.tsx'

const FORMS: Readonly<Record<StepName, ComponentType>> = {
  agreement: AgreementStepForm,
  identity: IdentityStepForm,
  agency: AgencyStepForm,
  details: DetailsStepForm,
  review: ReviewStepForm,
  notices: NoticesStepForm,
  promise: PromiseStepForm,
}

function DraftGone() {
  return (
    <>
      <PageTitle title="这份报名草稿已经不在" />
      <EmptyState title="它可能已经提交，或者已经放弃">
        <p>已经提交的，请在“查询报名信息”中查看报名号；没有看到报名记录的，请重新报名。</p>
        <div className="button-row">
          <LinkButton to={paths.applications}>查询报名信息</LinkButton>
          <LinkButton to={paths.business} kind="secondary">
            返回业务平台
          </LinkButton>
        </div>
      </EmptyState>
    </>
  )
}

function LoadedWizard({ draftId, step }: { readonly draftId: string; readonly step: StepName | undefined }) {
  // Fresh on every visit: the draft may have been written on another device; within the visit the page keeps it itself.
  const query = useEndpoint(getDraftEndpoint, { draftId }, { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false })
  if (query.error?.status === 404 || query.error?.status === 400) return <DraftGone />
  if (query.data === undefined) {
    return (
      <>
        <PageTitle title="教师资格认定报名" />
        <QueryState query={query} skeletonLines={8}>
          {() => null}
        </QueryState>
      </>
    )
  }
  if (step === undefined) return <Navigate replace to={paths.draftStep(draftId, resumeStep(query.data))} />
  const Form = FORMS[step]
  return (
    <WizardPage key={draftId} draft={query.data} current={step}>
      <Form key={step} />
    </WizardPage>
  )
}

/** `/apply/:draftId` goes on where the person stopped; `/apply/:draftId/:step` is one step (APP-8). */
export function WizardRoute() {
  const { draftId = '', step } = useParams()
  const known = STEP_NAMES.find((name) => name === step)
  return (
    <RequireSession title="教师资格认定报名">{() => <LoadedWizard draftId={draftId} step={known} />}</RequireSession>
  )
}
