import { type FilingView, reviewFilingEndpoint } from '@xingtan/contract/office/filing'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useFilingCommand } from './use-filing-command.ts'

/** The receiver's two answers; a return names its reason. */
export function ReviewPanel({ view }: { readonly view: FilingView }) {
  const [reason, setReason] = useState('')
  const [isReturned, setReturned] = useState(false)
  const review = useFilingCommand(reviewFilingEndpoint, () => '审核意见已提交。')
  const { filingId, versions } = view
  const number = versions[0]?.number ?? 0
  const text = reason.trim()
  const answer = (accepted: boolean) =>
    review.mutate({ input: { filingId, number, accepted, reason: accepted ? null : text } })
  return (
    <section className="panel-flat filing-form" aria-labelledby="filing-review">
      <h2 id="filing-review">审核</h2>
      <p>接收后，报送机构可以继续设置和发布计划；退回后，报送机构修改后重新报送。审核与报送须由不同人员办理。</p>
      <Field label="退回原因" error={isReturned && text === '' ? '退回时请写明原因。' : undefined}>
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
      {review.error !== null && <ProblemAlert problem={review.error} />}
      <div className="dialog-actions">
        <Button
          loading={review.isPending}
          onClick={() => {
            setReturned(true)
            if (text !== '') answer(false)
          }}
        >
          退回
        </Button>
        <Button type="primary" loading={review.isPending} onClick={() => answer(true)}>
          接收
        </Button>
      </div>
    </section>
  )
}
