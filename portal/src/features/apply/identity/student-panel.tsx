import { type Enrolment, type PersonalCentre, syncEnrolmentEndpoint } from '@xingtan/contract/evidence'
import { EDUCATION_LEVEL_NAMES, EducationLevel } from '@xingtan/contract/person-code'
import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useDraftStep } from '../draft/draft-context.ts'
import { isPending, RecordHint, RecordState } from './record-state.tsx'
import { useVerify } from './use-verify.ts'

/** The Chinese name of a 学历 level as a source gave it. */
export function levelName(level: string | null): string | undefined {
  const known = EducationLevel.safeParse(level)
  return known.success ? EDUCATION_LEVEL_NAMES[known.data] : undefined
}

function factsOf(enrolment: Enrolment): string {
  const { major, studyForm, status, expectedGraduationOn } = enrolment
  const parts = [
    major,
    levelName(enrolment.level),
    studyForm,
    status === null ? null : `学籍状态：${status}`,
    expectedGraduationOn === null ? null : `预计毕业时间：${formatDay(expectedGraduationOn)}`,
  ]
  return parts.filter((part) => part !== null && part !== undefined).join('，')
}

function toOption(enrolment: Enrolment) {
  const facts = factsOf(enrolment)
  return {
    value: enrolment.id,
    label: (
      <>
        {enrolment.school ?? (isPending(enrolment.state) ? '正在同步学籍' : '没有同步到学籍')}{' '}
        <RecordState state={enrolment.state} />
      </>
    ),
    hint: (
      <>
        {facts !== '' && <span className="record-hint">{facts}</span>}
        {enrolment.checkedAt !== null && <span className="record-hint">{formatInstant(enrolment.checkedAt)} 同步</span>}
        {isPending(enrolment.state) && <RecordHint {...enrolment} />}
      </>
    ),
  }
}

function EnrolmentChoice({ enrolments }: { readonly enrolments: readonly Enrolment[] }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  const { command, ask } = useVerify(syncEnrolmentEndpoint)
  const isWaiting = enrolments.some(({ state }) => state === 'waiting')
  const sync = async (): Promise<void> => {
    const enrolmentId = await ask({})
    if (enrolmentId !== undefined) patch({ enrolmentId })
  }
  const chosen = enrolments.find(({ id }) => id === value.enrolmentId)
  return (
    <>
      {enrolments.length > 0 && (
        <RadioGroup
          id="enrolmentId"
          label="学籍信息"
          hint="只有学籍状态为“注册学籍”的申请人才符合认定要求。"
          error={errorOf('enrolmentId')}
          value={value.enrolmentId ?? ''}
          options={enrolments.map(toOption)}
          onChange={(enrolmentId) => patch({ enrolmentId })}
        />
      )}
      {chosen !== undefined && (chosen.state === 'mismatch' || chosen.state === 'not-found') && (
        <Notice tone="stop" title="学信网没有核实您的学籍">
          请先在学信网查询本人学籍是否正确；转专业后未更新、有已退学学籍等情况，请务必通过学校先变更学信网学籍信息，再重新同步。
        </Notice>
      )}
      {command.error !== null && (
        <p className="field-error" role="alert">
          <span>{command.error.document.detail}</span>
        </p>
      )}
      <div className="button-row" id={enrolments.length === 0 ? 'enrolmentId' : undefined} tabIndex={-1}>
        <Button busy={command.isPending || isWaiting ? '正在同步学籍' : undefined} onClick={() => void sync()}>
          同步学籍
        </Button>
      </div>
      {enrolments.length === 0 && (
        <p className="hint">点“同步学籍”向学信网获取在校学籍信息。请先确认学信网上的学籍正确。</p>
      )}
    </>
  )
}

/** 请选择是否在校生: students in their last year fetch their 学籍 from 学信网 (APP-3). */
export function StudentPanel({ centre }: { readonly centre: PersonalCentre }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  return (
    <Panel title="请选择是否在校生（仅限全日制最后一学期）">
      <div className="panel-stack">
        <RadioGroup
          id="isStudent"
          label="是否在校生"
          error={errorOf('isStudent')}
          value={value.isStudent === null ? '' : String(value.isStudent)}
          options={[
            { value: 'true', label: '是（未取得毕业证书，在校最后一学期）' },
            { value: 'false', label: '否（已取得毕业证书）' },
          ]}
          onChange={(answer) => {
            const isStudent = answer === 'true'
            patch(isStudent ? { isStudent } : { isStudent, enrolmentId: null })
          }}
        />
        {value.isStudent === true && <EnrolmentChoice enrolments={centre.enrolments} />}
      </div>
    </Panel>
  )
}
