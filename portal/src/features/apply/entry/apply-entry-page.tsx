import '../apply.css'
import { getDraftEndpoint, openDraftEndpoint, saveDraftStepEndpoint } from '@xingtan/contract/application'
import { type AgencyOffer, findAgenciesEndpoint } from '@xingtan/contract/place'
import { QUALIFICATION_TITLES, QualificationType } from '@xingtan/contract/qualification'
import { call } from '@xingtan/ui/call'
import { Button } from '@xingtan/ui/components/button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { paths } from '../../../paths.ts'
import { isComplete, PlaceChooser } from '../../../place/place-chooser.tsx'
import { findRememberedPlace, type RememberedPlace, rememberPlace } from '../../../place/remembered-place.ts'
import { isReady, ReadinessNotice } from '../../../readiness.tsx'
import { RequireSession } from '../../../session/require-session.tsx'
import { AgencyOfferNotice, NoAgencyNotice } from '../agency/agency-offer.tsx'
import { PointChoice } from '../agency/point-choice.tsx'
import { RefusalView } from '../closing/refusal-view.tsx'

/** Types the exam leads to; 高等学校 has a road of its own. */
const TYPES: readonly QualificationType[] = [1, 2, 3, 4, 5, 6]

interface Choice {
  readonly regionCode: string
  readonly type: QualificationType
  readonly offer: AgencyOffer
  readonly pointId: string | null
}

/** What was chosen here goes into a fresh draft, so that it is not asked again; a draft already begun is left alone. */
async function layChoice(draftId: string, { regionCode, type, offer, pointId }: Choice): Promise<void> {
  const { version, steps } = await call(getDraftEndpoint, { draftId })
  const { agency } = steps
  if (agency.regionCode !== null) return
  const isOtherType = agency.qualificationType !== null && agency.qualificationType !== type
  const place = isOtherType ? {} : { agencyCode: offer.agencyCode, pointId }
  const value = { ...agency, regionCode, ...place }
  await call(saveDraftStepEndpoint, { draftId, version, change: { step: 'agency', value } })
}

function StartButton({ choice }: { readonly choice: Choice | undefined }) {
  const navigate = useNavigate()
  const command = useCommand(openDraftEndpoint)
  const [isBusy, setIsBusy] = useState(false)
  const start = async (): Promise<void> => {
    setIsBusy(true)
    try {
      const { draftId } = await command.mutateAsync({ input: {} })
      // A convenience: without it the place is asked once more in step 3.
      if (choice !== undefined) await layChoice(draftId, choice).catch(() => undefined)
      void navigate(paths.draft(draftId))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <div className="panel-stack">
      {command.error !== null && <RefusalView key={command.submittedAt} title="现在不能报名" error={command.error} />}
      <div className="button-row">
        <Button
          kind={choice === undefined ? 'secondary' : 'primary'}
          busy={isBusy ? '正在打开报名' : undefined}
          onClick={() => void start()}
        >
          {choice === undefined ? '继续填写已有的草稿' : choice.offer.network.open ? '认定申请报名' : '先填写报名草稿'}
        </Button>
      </div>
    </div>
  )
}

function Offer({ regionCode, type }: { readonly regionCode: string; readonly type: QualificationType }) {
  const query = useEndpoint(findAgenciesEndpoint, { regionCode, qualificationType: type })
  const [pointId, setPointId] = useState<string | null>(null)
  return (
    <Panel title="认定机构和确认点">
      <QueryState query={query} skeletonLines={4}>
        {({ agencies: [offer] }) =>
          offer === undefined ? (
            <NoAgencyNotice />
          ) : (
            <div className="panel-stack">
              <AgencyOfferNotice offer={offer} />
              {offer.points.length > 0 && <PointChoice points={offer.points} value={pointId} onChange={setPointId} />}
              <p className="hint">这里选择的地点和确认点会带到报名表中，提交前都可以修改。</p>
              <StartButton choice={{ regionCode, type, offer, pointId }} />
            </div>
          )
        }
      </QueryState>
    </Panel>
  )
}

function Entry() {
  const [place, setPlace] = useState<RememberedPlace | undefined>(findRememberedPlace)
  const [type, setType] = useState<QualificationType>()
  const county = place !== undefined && isComplete(place) ? place.at(-1) : undefined
  const choose = (next: RememberedPlace | undefined): void => {
    setPlace(next)
    if (next !== undefined && isComplete(next)) rememberPlace(next)
  }
  return (
    <>
      <Panel title="查询认定所在地的网报时间">
        <div className="panel-stack">
          <PlaceChooser id="entry-place" value={place} onChange={choose} />
          <SelectField
            id="entry-type"
            label="资格种类"
            hint="须与《中小学和幼儿园教师资格考试合格证明》或《师范生教师职业能力证书》上的一致。"
            value={type === undefined ? '' : String(type)}
            options={TYPES.map((one) => ({ value: String(one), label: QUALIFICATION_TITLES[one] }))}
            onChange={(chosen) => setType(QualificationType.safeParse(Number(chosen)).data)}
          />
        </div>
      </Panel>
      {county !== undefined && type !== undefined && (
        <Offer key={`${county.code}-${type}`} regionCode={county.code} type={type} />
      )}
      <Panel title="已经开始填写">
        <div className="panel-stack">
          <p>填写的内容都已保存在网站上，可以从上次停下的步骤接着填写，换设备也可以。</p>
          <StartButton choice={undefined} />
        </div>
      </Panel>
    </>
  )
}

/** 报名: is the place open, which agency, which point; then the eight steps (APP-1). */
export function ApplyEntryPage() {
  return (
    <RequireSession title="教师资格认定报名">
      {(me) => (
        <>
          <PageTitle
            title="教师资格认定报名"
            lead={
              <>
                先查询认定所在地的网报时间，再进入报名。还没有阅读须知的，请先看
                <Link to={paths.mustRead}>教师资格认定申请人必读</Link>。
              </>
            }
          />
          <div className="apply-entry">
            <ReadinessNotice me={me} />
            {isReady(me) && <Entry />}
          </div>
        </>
      )}
    </RequireSession>
  )
}
