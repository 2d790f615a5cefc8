import { type PlanView, reviewPlanEndpoint } from '@xingtan/contract/office/plan'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { usePlanCommand } from './use-plan-command.ts'

/** The opinion of the agency right above: approved, or returned with its reason; one is given. */
export function ReviewPanel({ view }: { readonly view: PlanView }) {
  const { planId } = view
  const [reason, setReason] = useState('')
  const approve = usePlanCommand(reviewPlanEndpoint, '计划已批准，制定机构可以发布。')
  const sendBack = usePlanCommand(reviewPlanEndpoint, '计划已退回，制定机构可以看到理由。')
  const problem = approve.error ?? sendBack.error
  const fault = sendBack.error?.document.reasons.find(({ field }) => field === 'reason')?.sentence
  return (
    <section className="panel-flat" aria-labelledby="plan-review">
      <h2 id="plan-review">审批</h2>
      <Field label="退回理由" hint="批准时不用填写。" error={fault}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions plan-actions">
        <Button
          loading={sendBack.isPending}
          onClick={() =>
            sendBack.mutate({ input: { planId, approved: false, reason: reason.trim() === '' ? null : reason.trim() } })
          }
        >
          退回修改
        </Button>
        <Button
          type="primary"
          loading={approve.isPending}
          onClick={() => approve.mutate({ input: { planId, approved: true, reason: null } })}
        >
          批准计划
        </Button>
      </div>
    </section>
  )
}
