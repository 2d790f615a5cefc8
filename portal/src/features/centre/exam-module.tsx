import './centre.css'
import { type ExamProof, type PersonalCentre, syncExamProofsEndpoint } from '@xingtan/contract/evidence'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Button } from '@xingtan/ui/components/button'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { Notice } from '@xingtan/ui/components/notice'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { EvidenceRecord } from './evidence-record.tsx'
import { describeState, isWaiting } from './evidence-words.ts'
import { useRefreshCentre } from './use-refresh-centre.ts'

const SOURCE = '中小学教师资格考试'
const WORDS = {
  name: '考试合格证明',
  source: SOURCE,
  differingFields: [],
  whenNotFound:
    '只有参加国家中小学教师资格考试且成绩合格的申请人才会同步到。请先确认账号的姓名、身份证件号码与考试合格证明一致；仍没有的，请咨询组织考试的教育考试机构。',
  whenMismatch: '请核对考试合格证明上的姓名和身份证件号码；有误的，请联系组织考试的教育考试机构更正后再同步。',
}

function ExamProofRecord({ proof, today }: { readonly proof: ExamProof; readonly today: string }) {
  const isOver = today > proof.validUntil
  return (
    <EvidenceRecord
      record={proof}
      title={`${QUALIFICATION_TITLES[proof.qualificationType]}　${proof.subjectName}`}
      words={WORDS}
      facts={[
        { term: '合格证明编号', value: proof.number },
        { term: '签发日期', value: formatDay(proof.issuedOn) },
        { term: '有效期至', value: formatDay(proof.validUntil) },
      ]}
    >
      {isOver && (
        <Notice tone="warn" title="已过有效期">
          <p>认定报名须在合格证明的有效期内，这份证明不能再用于报名。</p>
        </Notice>
      )}
    </EvidenceRecord>
  )
}

/** How the last 同步 went; quiet when it found something. */
function SyncState({ sync, isEmpty }: { readonly sync: PersonalCentre['examSync']; readonly isEmpty: boolean }) {
  if (sync.state === null || (sync.state === 'match' && !isEmpty)) return null
  if (sync.state === 'match') return <p className="secondary">{describeState('not-found', WORDS).sentence}</p>
  const { sentence, tone } = describeState(sync.state, WORDS)
  return (
    <Notice tone={tone === 'wait' || tone === 'warn' ? tone : 'stop'} isLive>
      <p>{sentence}</p>
    </Notice>
  )
}

/** 教师资格考试信息: proofs come from the exam authority by 同步, nothing is typed (PRO-2). */
export function ExamModule({ centre, today }: { readonly centre: PersonalCentre; readonly today: string }) {
  const { examProofs, examSync } = centre
  const refresh = useRefreshCentre()
  const errors = useFormErrors()
  const command = useCommand(syncExamProofsEndpoint, { onSuccess: refresh, onError: errors.refuse })
  const isRunning = isWaiting(examSync.state)
  return (
    <>
      <ErrorSummary key={errors.form.attempt} {...errors.form} title="同步没有开始" />
      <section className="centre-section" aria-labelledby="exam-proofs">
        <h2 id="exam-proofs">考试合格证明</h2>
        {examProofs.length === 0 && examSync.state === null && (
          <EmptyState title="还没有同步考试合格证明">
            <p className="secondary">
              参加国家中小学教师资格考试且成绩合格的，点击“同步考试信息”，系统会取回合格证明上的信息。
            </p>
          </EmptyState>
        )}
        <SyncState sync={examSync} isEmpty={examProofs.length === 0} />
        <div className="evidence-list">
          {examProofs.map((proof) => (
            <ExamProofRecord key={proof.id} proof={proof} today={today} />
          ))}
        </div>
        <div className="button-row">
          <Button
            kind={examProofs.length === 0 ? 'primary' : 'secondary'}
            busy={command.isPending || isRunning ? '正在同步' : undefined}
            onClick={() => command.mutate({ input: {} })}
          >
            {examSync.state === null ? '同步考试信息' : '重新同步考试信息'}
          </Button>
          {examSync.checkedAt !== null && <span className="hint">上次同步：{formatInstant(examSync.checkedAt)}</span>}
        </div>
      </section>
      <section className="centre-section" aria-labelledby="exam-teacher">
        <h2 id="exam-teacher">师范生教师职业能力证书</h2>
        <p className="secondary">
          适用于 2021
          年及以后实施免试认定改革的高等学校中考核合格、取得该证书的教育类研究生和师范生。本版本尚未开放同步，开放后会自动显示在这里。
        </p>
      </section>
    </>
  )
}
