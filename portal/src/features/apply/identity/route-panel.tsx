import { type ExamProof, type PersonalCentre, syncExamProofsEndpoint } from '@xingtan/contract/evidence'
import { QUALIFICATION_TITLES, ROUTE_TITLES, type Route } from '@xingtan/contract/qualification'
import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { formatDay } from '@xingtan/ui/date-format'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'
import { useVerify } from './use-verify.ts'

const ROUTE_HINTS: Readonly<Record<Route, string>> = {
  'national-exam': '参加国家中小学教师资格考试，各科成绩合格并取得合格证明。',
  'exempt-reform': '目前网上暂不能办理，取得《师范生教师职业能力证书》的请咨询当地认定机构。',
  'non-national': '目前网上暂不能办理，请咨询当地认定机构。',
}
const ROUTES = ['national-exam', 'non-national', 'exempt-reform'] as const

function reasonNotUsable(proof: ExamProof, own: string | null): string | undefined {
  if (proof.usable || (proof.heldBy !== null && proof.heldBy === own)) return undefined
  if (proof.heldBy !== null) return `正被报名号 ${proof.heldBy} 的申请使用，须先撤回那份申请。`
  if (proof.state !== 'match') return '考试机构还没有核实这份合格证明，请同步后再选。'
  return '已经过期：报名时间须在合格证明有效期内，需重新参加考试取得合格证明。'
}

function toOption(proof: ExamProof, own: string | null) {
  const reason = reasonNotUsable(proof, own)
  return {
    value: proof.id,
    label: `${QUALIFICATION_TITLES[proof.qualificationType]}，${proof.subjectName}`,
    isDisabled: reason !== undefined,
    hint: (
      <>
        <span className="record-hint">
          合格证明编号 {proof.number}，有效期至 {formatDay(proof.validUntil)}
        </span>
        {reason !== undefined && <span className="record-hint">{reason}</span>}
      </>
    ),
  }
}

function ProofChoice({ centre }: { readonly centre: PersonalCentre }) {
  const { draft, saver } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('identity')
  const { command, ask } = useVerify(syncExamProofsEndpoint)
  const choose = (proof: ExamProof | undefined): void => {
    if (proof === undefined) return
    patch({ examProofId: proof.id })
    const { agency } = saver.getState().draft.steps
    const { qualificationType, subjectCode } = proof
    // Another type may belong to another agency; the place stays. What was chosen before any type was known stays, too:
    // the step of the agency drops it when it does not fit.
    const isOtherType = agency.qualificationType !== null && agency.qualificationType !== qualificationType
    const place = isOtherType ? { agencyCode: null, pointId: null } : {}
    saver.change('agency', { ...agency, ...place, qualificationType, subjectCode })
  }
  const { examProofs, examSync } = centre
  const isWaiting = examSync.state === 'waiting'
  return (
    <>
      {examProofs.length === 0 ? (
        <Notice tone={isWaiting ? 'wait' : 'act'} title={isWaiting ? '正在同步' : '没有同步到合格证明'}>
          {isWaiting
            ? '教师资格考试机构正在核验，可先继续填写，结果会通知您。'
            : '请点“同步合格证明”。仍没有的，请核对注册的姓名和证件号码是否与考试报名时一致。'}
        </Notice>
      ) : (
        <RadioGroup
          id="examProofId"
          label="考试合格证明"
          hint="资格认定报名时间在合格证有效期内的方能选择使用。资格种类和任教学科以所选的合格证明为准。"
          error={errorOf('examProofId')}
          value={value.examProofId ?? ''}
          options={examProofs.map((proof) => toOption(proof, draft.amendsRegistrationNumber))}
          onChange={(id) => choose(examProofs.find((proof) => proof.id === id))}
        />
      )}
      {command.error !== null && (
        <p className="field-error" role="alert">
          <span>{command.error.document.detail}</span>
        </p>
      )}
      <div className="button-row">
        <Button busy={command.isPending || isWaiting ? '正在同步' : undefined} onClick={() => void ask({})}>
          同步合格证明
        </Button>
      </div>
    </>
  )
}

/** 请选择考试形式, then one of one's own proofs; forms that cannot be handled yet say so (APP-3). */
export function RoutePanel({ centre }: { readonly centre: PersonalCentre }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  return (
    <Panel title="请选择考试形式">
      <div className="panel-stack">
        <RadioGroup
          id="route"
          label="考试形式"
          error={errorOf('route')}
          value={value.route ?? ''}
          options={ROUTES.map((route) => ({
            value: route,
            label: ROUTE_TITLES[route],
            hint: ROUTE_HINTS[route],
            isDisabled: route !== 'national-exam',
          }))}
          onChange={(chosen) => {
            const route = ROUTES.find((one) => one === chosen)
            if (route !== undefined) patch({ route })
          }}
        />
        {value.route === 'national-exam' && <ProofChoice centre={centre} />}
      </div>
    </Panel>
  )
}
