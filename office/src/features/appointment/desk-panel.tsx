import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getQueueEndpoint } from '@xingtan/contract/office/appointment'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useDeskCall } from '../../components/use-desk-call.ts'

interface DeskProps {
  readonly queue: OutputOf<typeof getQueueEndpoint>
  readonly desk: number | undefined
  readonly onDesk: (desk: number) => void
}

/** One's own desk: the number that stands at it and the button that calls the next one. */
export function DeskPanel({ queue, desk, onDesk }: DeskProps) {
  const { callNext, error, isPending } = useDeskCall()
  const button = useRef<HTMLButtonElement>(null)
  const present = queue.called.find((one) => one.desk === desk)
  useEffect(() => {
    if (desk !== undefined) button.current?.focus()
  }, [desk])
  return (
    <section className="panel-flat" aria-labelledby="own-desk">
      <h2 id="own-desk">我的窗口</h2>
      <label className="line-desk">
        窗口号{' '}
        <select value={desk ?? ''} onChange={(event) => onDesk(Number(event.target.value))}>
          <option value="" disabled>
            请选择
          </option>
          {Array.from({ length: queue.deskCount }, (_, index) => (
            <option key={index} value={index + 1}>
              {index + 1} 号窗口
            </option>
          ))}
        </select>
      </label>
      {present !== undefined && (
        <p className="line-present">
          <strong>{present.number} 号</strong>{' '}
          <Link to={`/cases/${present.applicationId}?number=${present.number}`}>{present.name}</Link>
        </p>
      )}
      {desk === undefined && <p className="quiet">请先选择本机所在的窗口，选择后本机会记住。</p>}
      {error !== null && <ProblemAlert problem={error} />}
      <Button
        ref={button}
        type="primary"
        size="large"
        block
        disabled={desk === undefined}
        loading={isPending}
        onClick={callNext}
      >
        {present === undefined ? '呼叫下一位' : '办结并呼叫下一位'}
      </Button>
    </section>
  )
}
