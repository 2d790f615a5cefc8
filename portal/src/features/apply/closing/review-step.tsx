import type { StepName } from '@xingtan/contract/application'
import { findAgenciesEndpoint, listSubjectsEndpoint } from '@xingtan/contract/place'
import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { DefinitionList, type Fact } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../paths.ts'
import { usePlaceOf } from '../../../place/use-place-of.ts'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'
import { StepFrame } from '../draft/step-frame.tsx'
import { defectsIn } from '../draft/step-state.ts'
import { useCentre } from '../use-centre.ts'
import { agencyFacts, detailsFacts, identityFacts } from './review-facts.ts'

interface BlockProps {
  readonly title: string
  readonly step: StepName
  readonly facts: readonly Fact[]
  readonly children?: ReactNode
}

function Block({ title, step, facts, children }: BlockProps) {
  const { draft } = useDraftDesk()
  const defects = defectsIn(draft, step)
  return (
    <Panel
      title={title}
      action={
        <Link to={paths.draftStep(draft.draftId, step)} aria-label={`修改${title}`}>
          修改
        </Link>
      }
    >
      <div className="panel-stack">
        {defects.length > 0 && (
          <Notice tone="stop" title={`有 ${defects.length} 处需要处理`}>
            <ul>
              {defects.map(({ code, field, sentence }) => (
                <li key={`${code}${field ?? ''}`}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        {children}
        <DefinitionList facts={facts} />
      </div>
    </Panel>
  )
}

function AgencyBlock() {
  const { draft } = useDraftDesk()
  const { regionCode, qualificationType, subjectCode } = draft.steps.agency
  const type = qualificationType ?? 1
  const place = usePlaceOf(regionCode)
  const offers = useEndpoint(
    findAgenciesEndpoint,
    { regionCode: regionCode ?? '000000', qualificationType: type },
    { enabled: regionCode !== null && qualificationType !== null },
  )
  const subjects = useEndpoint(
    listSubjectsEndpoint,
    { qualificationType: type },
    { enabled: qualificationType !== null, staleTime: Infinity },
  )
  const names = {
    place: place?.map(({ name }) => name).join('') ?? '',
    subject: subjects.data?.subjects.find(({ code }) => code === subjectCode)?.name,
    offer: offers.data?.agencies.find(({ agencyCode }) => agencyCode === draft.steps.agency.agencyCode),
  }
  return <Block title="认定机构" step="agency" facts={agencyFacts(draft, names)} />
}

function DetailsBlock() {
  const { draft } = useDraftDesk()
  return (
    <Block title="认定信息" step="details" facts={detailsFacts(draft)}>
      <div className="photo-now">
        {draft.photoUrl !== null && (
          <img className="photo" src={draft.photoUrl} alt="个人照片" width={148} height={207} />
        )}
        {draft.signatureUrl !== null && (
          <img className="signature-image" src={draft.signatureUrl} alt="个人承诺书上的手写签名" />
        )}
      </div>
    </Block>
  )
}

/** Step 5 确认申报信息: everything of steps 2 to 4 on one page, each block with 修改 (APP-6). */
export function ReviewStepForm() {
  const { draft } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('review')
  const query = useCentre()
  return (
    <QueryState query={query} skeletonLines={12}>
      {(centre) => (
        <StepFrame step="review" previous="details" next="notices">
          <p>请认真仔细核对步骤二至步骤四填写的所有信息，如有错误，请及时修改。</p>
          <Block title="身份信息" step="identity" facts={identityFacts(draft, centre)} />
          <AgencyBlock />
          <DetailsBlock />
          <CheckboxField
            id="confirmed"
            label="本人已逐项核对以上信息，确认无误"
            error={errorOf('confirmed')}
            isChecked={value.confirmed}
            onChange={(confirmed) => patch({ confirmed })}
          />
        </StepFrame>
      )}
    </QueryState>
  )
}
