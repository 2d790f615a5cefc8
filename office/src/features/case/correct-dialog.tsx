import {
  type Correction,
  answerCorrectionEndpoint,
  listCorrectionsEndpoint,
  proposeCorrectionEndpoint,
} from '@xingtan/contract/office/case-exception'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { ActWords } from '../../components/act-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import type { Case } from './case-draft.ts'
import { CorrectionFacts } from './correction-facts.tsx'

interface CorrectProps {
  readonly view: Case
  readonly onClose: () => void
}

const CONSEQUENCES = {
  reopen:
    '另一名工作人员复核同意后，原“认定未通过”的结论撤回但保留可查，该件恢复为“待认定审批”，重新审核和审批，期限重新计算。',
  void: '“认定通过”的结论不作修改。另一名工作人员复核同意后，因本机构办理有误依法撤销，证书作废，持证人会收到通知；不记入限制库。',
} as const

const CHOICES: Readonly<Record<string, boolean | undefined>> = { yes: true, no: false }

/** 更正结论 by two persons: the first names what is wrong, the second agrees or not; the old conclusion stays (DEC-5). */
export function CorrectDialog({ view, onClose }: CorrectProps) {
  const { applicationId } = view.row
  const query = useEndpoint(listCorrectionsEndpoint, { applicationId })
  if (query.data === undefined) {
    return (
      <Dialog title={`更正结论：${view.row.name}`} onClose={onClose}>
        <QueryState query={query}>{() => null}</QueryState>
      </Dialog>
    )
  }
  const open = query.data.corrections.find(({ state }) => state === 'proposed')
  if (open === undefined) return <Propose view={view} onClose={onClose} />
  return open.isOwn ? <Waiting open={open} onClose={onClose} /> : <Answer view={view} open={open} onClose={onClose} />
}

function Propose({ view, onClose }: CorrectProps) {
  const [reason, setReason] = useState('')
  const kind = view.row.status === 'recognised' ? 'void' : 'reopen'
  return (
    <ActForm
      endpoint={proposeCorrectionEndpoint}
      title={`提出更正：${view.row.name}`}
      lead={<Notice tone="warn">{CONSEQUENCES[kind]}</Notice>}
      input={{ applicationId: view.row.applicationId, version: view.version, reason }}
      submitText="提出更正"
      done="已提出更正，请另一名工作人员在「移送与更正」中复核。"
      onClose={onClose}
    >
      {(fields) => (
        <ActWords
          fields={fields}
          id="reason"
          label="更正原因"
          hint="写明原结论错在哪里、依据是什么，至少 10 个字。"
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </ActForm>
  )
}

interface OpenProps {
  readonly open: Correction
  readonly onClose: () => void
}

function Waiting({ open, onClose }: OpenProps) {
  return (
    <Dialog title="更正等待复核" wide onClose={onClose}>
      <CorrectionFacts correction={open} />
      <Notice tone="wait">这项更正由您提出，须由另一名工作人员复核。</Notice>
      <div className="dialog-actions">
        <Button onClick={onClose}>关闭</Button>
      </div>
    </Dialog>
  )
}

function Answer({ view, open, onClose }: OpenProps & { readonly view: Case }) {
  const [answer, setAnswer] = useState('')
  const [choice, setChoice] = useState('')
  return (
    <ActForm
      endpoint={answerCorrectionEndpoint}
      title={`复核更正：${view.row.name}`}
      lead={
        <>
          <CorrectionFacts correction={open} />
          <Notice tone="warn">{CONSEQUENCES[open.kind]}</Notice>
        </>
      }
      input={{ applicationId: view.row.applicationId, version: view.version, confirm: CHOICES[choice], answer }}
      submitText={choice === 'no' ? '不同意更正' : '同意更正'}
      isDanger={choice !== 'no'}
      done={choice === 'no' ? '已记录不同意更正，原结论不变。' : '更正已经生效，申请人已收到通知。'}
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <>
          <RadioGroup
            id="confirm"
            label="复核结果"
            isInline
            value={choice}
            error={errorFor('confirm')}
            onChange={(value) => {
              setChoice(value)
              touch('confirm')
            }}
            options={[
              { value: 'yes', label: '同意更正' },
              { value: 'no', label: '不同意，维持原结论' },
            ]}
          />
          <TextareaField
            id="answer"
            label="复核意见"
            maxLength={500}
            value={answer}
            error={errorFor('answer')}
            onChange={(value) => {
              setAnswer(value)
              touch('answer')
            }}
          />
        </>
      )}
    </ActForm>
  )
}
