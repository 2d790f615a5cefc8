import { holdCaseEndpoint, listHoldReasonsEndpoint } from '@xingtan/contract/office/case-exception'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { basisText } from '../../components/basis-text.ts'
import type { Case } from './case-draft.ts'

interface HoldProps {
  readonly view: Case
  readonly onClose: () => void
}

/** 暂停办理: why, how long, and whether that time counts, as the applicant will read it (行政许可法 art. 45). */
export function HoldDialog({ view, onClose }: HoldProps) {
  const catalogue = useEndpoint(listHoldReasonsEndpoint, {})
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('')
  const [note, setNote] = useState('')
  const reasons = catalogue.data?.reasons ?? []
  const stopsClock = reasons.find(({ code }) => code === reason)?.stopsClock
  const { applicationId } = view.row
  const expectedDays = stopsClock === true && days.trim() !== '' ? Number(days) : null
  return (
    <ActForm
      endpoint={holdCaseEndpoint}
      title={`暂停办理：${view.row.name}`}
      lead={<p>暂停期间不能审核和审批。申请人会立即收到原因和说明，恢复办理后继续。</p>}
      input={{ applicationId, version: view.version, reason, expectedDays, note }}
      submitText="暂停办理并告知申请人"
      done="已暂停办理，书面说明已送达申请人。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <QueryState query={catalogue}>
          {() => (
            <>
              <RadioGroup
                id="reason"
                label="暂停原因"
                error={errorFor('reason')}
                value={reason}
                onChange={(value) => {
                  setReason(value)
                  touch('reason', 'expectedDays')
                }}
                options={reasons.map(({ code, title, stopsClock: isOut, basis }) => ({
                  value: code,
                  label: title,
                  hint: `${isOut ? '这段时间不计入办理期限' : '办理期限照常计算'}。${basisText(basis)}`,
                }))}
              />
              {stopsClock === true && (
                <TextField
                  id="expectedDays"
                  label="预计需要的工作日数"
                  hint="不计入期限的时间须书面告知申请人，例如 10。"
                  isShort
                  inputMode="numeric"
                  maxLength={3}
                  value={days}
                  error={errorFor('expectedDays')}
                  onChange={(value) => {
                    setDays(value)
                    touch('expectedDays')
                  }}
                />
              )}
              {stopsClock === false && (
                <Notice tone="warn">这一原因不停止计算期限，结论到期日不变，请尽快恢复办理。</Notice>
              )}
              <TextareaField
                id="note"
                label="告知申请人的说明"
                hint="写明为什么暂停、需要申请人做什么。"
                maxLength={300}
                value={note}
                error={errorFor('note')}
                onChange={(value) => {
                  setNote(value)
                  touch('note')
                }}
              />
            </>
          )}
        </QueryState>
      )}
    </ActForm>
  )
}
