import { findAgenciesEndpoint, listSubjectsEndpoint } from '@xingtan/contract/place'
import { QUALIFICATION_TITLES, type QualificationType } from '@xingtan/contract/qualification'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../paths.ts'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'
import { StepFrame } from '../draft/step-frame.tsx'
import { AgencyOfferNotice, NoAgencyNotice } from './agency-offer.tsx'
import { PlacePanel } from './place-panel.tsx'
import { PointChoice } from './point-choice.tsx'

const SOURCE = '考试合格证明'

/** 资格种类 and 任教学科 are those of the proof: shown and explained, not asked again (APP-4). */
function TypePanel({ type, subjectCode }: { readonly type: QualificationType; readonly subjectCode: string | null }) {
  const query = useEndpoint(listSubjectsEndpoint, { qualificationType: type }, { staleTime: Infinity })
  const { errorOf } = useDraftStep('agency')
  const { draft } = useDraftDesk()
  const subject = query.data?.subjects.find(({ code }) => code === subjectCode)?.name
  const error = errorOf('qualificationType') ?? errorOf('subjectCode')
  return (
    <Panel title="资格种类和任教学科">
      <div className="panel-stack" id="qualificationType" tabIndex={-1}>
        <DefinitionList
          facts={[
            { term: '资格种类', value: QUALIFICATION_TITLES[type], source: SOURCE },
            { term: '任教学科', value: subject ?? (query.isPending ? '正在加载' : '—'), source: SOURCE },
          ]}
        />
        <p className="hint" id="subjectCode" tabIndex={-1}>
          资格种类和任教学科须与合格证明上的一致，由所选合格证明带出。需要更换的，请
          <Link to={paths.draftStep(draft.draftId, 'identity')}>在第二步改选合格证明</Link>。
        </p>
        {error !== undefined && <p className="field-error">{error}</p>}
      </div>
    </Panel>
  )
}

function AgencyPanel({ regionCode, type }: { readonly regionCode: string; readonly type: QualificationType }) {
  const { value, patch, errorOf } = useDraftStep('agency')
  const query = useEndpoint(findAgenciesEndpoint, { regionCode, qualificationType: type })
  const offer = query.data?.agencies[0]
  const agencyCode = query.data === undefined ? value.agencyCode : (offer?.agencyCode ?? null)
  // One agency answers for a place and a type (教师资格条例 art. 13), so it is filled in rather than asked.
  useEffect(() => {
    if (agencyCode !== value.agencyCode) patch({ agencyCode, pointId: null })
  })
  return (
    <Panel title="认定机构信息">
      <QueryState query={query} skeletonLines={4}>
        {() =>
          offer === undefined ? (
            <NoAgencyNotice />
          ) : (
            <div className="panel-stack" id="agencyCode" tabIndex={-1}>
              <AgencyOfferNotice offer={offer} />
              {offer.points.length > 0 && (
                <PointChoice
                  points={offer.points}
                  value={value.pointId}
                  error={errorOf('pointId')}
                  onChange={(pointId) => patch({ pointId })}
                />
              )}
            </div>
          )
        }
      </QueryState>
    </Panel>
  )
}

/** Step 3 选择认定机构: address and basis, the agency that follows from them, and the point. */
export function AgencyStepForm() {
  const { draft } = useDraftDesk()
  const { value } = useDraftStep('agency')
  const { qualificationType, regionCode } = value
  return (
    <StepFrame step="agency" previous="identity" next="details">
      {qualificationType === null ? (
        <Notice tone="act" title="请先选择合格证明">
          <span id="qualificationType" tabIndex={-1}>
            资格种类和任教学科由合格证明带出，请先
            <Link to={paths.draftStep(draft.draftId, 'identity')}>在第二步选择合格证明</Link>。
          </span>
        </Notice>
      ) : (
        <TypePanel type={qualificationType} subjectCode={value.subjectCode} />
      )}
      <PlacePanel />
      {qualificationType !== null && regionCode !== null && (
        <AgencyPanel regionCode={regionCode} type={qualificationType} />
      )}
    </StepFrame>
  )
}
