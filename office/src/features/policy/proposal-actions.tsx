import { type Proposal, returnProposalEndpoint, withdrawProposalEndpoint } from '@xingtan/contract/office/proposal'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { fieldErrorsOf } from './field-errors.ts'
import { ENDPOINTS_OF_KIND } from './proposal-kinds.ts'

interface ProposalActionsProps {
  readonly proposal: Proposal
  readonly kind: keyof typeof ENDPOINTS_OF_KIND
  readonly onDone: () => void
}

/** Approve or return as the second person, take back as the first; who can do neither is told why. */
export function ProposalActions({ proposal, kind, onDone }: ProposalActionsProps) {
  const announce = useToast()
  const [note, setNote] = useState('')
  const done = (sentence: string) => ({
    onSuccess: () => {
      announce(sentence)
      onDone()
    },
  })
  const approve = useCommand(ENDPOINTS_OF_KIND[kind].approve, done('已批准，从生效日起执行。'))
  const sendBack = useCommand(returnProposalEndpoint, done('已退回，提出人可以看到意见。'))
  const withdraw = useCommand(withdrawProposalEndpoint, done('已撤回，提议会保留备查。'))
  const problem = approve.error ?? sendBack.error ?? withdraw.error
  const { proposalId, canDecide, canWithdraw, state } = proposal
  if (state !== 'open') return null
  if (!canDecide && !canWithdraw) {
    return <Notice tone="info">这份提议由同一范围内另一位计划管理人员批准。</Notice>
  }
  return (
    <section className="preview" aria-label="办理">
      <h2>办理</h2>
      {canWithdraw && <p>您是提出人，须由另一位计划管理人员批准。</p>}
      {canDecide && (
        <Field label="退回意见" hint="批准时不用填写。" error={fieldErrorsOf(sendBack.error)['note']}>
          {(aria) => (
            <Input.TextArea
              {...aria}
              rows={2}
              maxLength={300}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        {canWithdraw && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ input: { proposalId } })}>
            撤回提议
          </Button>
        )}
        {canDecide && (
          <>
            <Button loading={sendBack.isPending} onClick={() => sendBack.mutate({ input: { proposalId, note } })}>
              退回
            </Button>
            <Button
              type="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate({ input: { proposalId } })}
            >
              批准
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
