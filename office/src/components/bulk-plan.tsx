import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Field } from './field.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import './bulk.css'

export interface BulkWords {
  readonly title: string
  readonly verb: string
  /** What the act means, said before it is done. */
  readonly consequence: string
}

interface DryRunResult {
  readonly applicationId: string
  readonly registrationNumber: string
  readonly outcome: string
  readonly sentence: string
}

interface PlanProps {
  readonly words: BulkWords
  readonly results: readonly DryRunResult[]
  readonly nameOf: (applicationId: string) => string
  readonly problem: ProblemError | null
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** What the dry run found: how many would pass, which ones not and why; the number is typed before it becomes law. */
export function BulkPlan({ words, results, nameOf, problem, isBusy, onClose, onConfirm }: PlanProps) {
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    box.current?.focus()
  }, [])
  const [tried, setTried] = useState(false)
  const exceptions = results.filter(({ outcome }) => outcome === 'refused')
  const count = results.length - exceptions.length
  const isRight = typed.trim() === String(count)
  const error = tried && !isRight ? `输入的数字与可以通过的件数不同，请输入 ${count}。` : undefined
  return (
    <form
      noValidate
      className="bulk-plan"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isRight && count > 0) onConfirm()
      }}
    >
      <p className="bulk-counts">
        可以{words.verb} <strong>{count}</strong> 件，需另行办理 <strong>{exceptions.length}</strong> 件。
      </p>
      {exceptions.length > 0 && (
        <div className="bulk-exceptions">
          <h3 id="bulk-exceptions">以下各件本次不办理</h3>
          <ScrollRegion className="bulk-list" labelledBy="bulk-exceptions">
            <ul>
              {exceptions.map((result) => (
                <li key={result.applicationId}>
                  <span className="nowrap">{result.registrationNumber}</span> {nameOf(result.applicationId)}
                  <p>{result.sentence}</p>
                </li>
              ))}
            </ul>
          </ScrollRegion>
        </div>
      )}
      {count > 0 && (
        <>
          <p>{words.consequence}</p>
          <Field label={`请输入 ${count} 以确认`} hint={`输入可以${words.verb}的件数。`} error={error}>
            {(aria) => (
              <Input
                {...aria}
                ref={box}
                className="bulk-number"
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        {count > 0 && (
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {words.verb} {count} 件
          </Button>
        )}
      </div>
    </form>
  )
}
