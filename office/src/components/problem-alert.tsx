import type { ProblemError } from '@xingtan/ui/problem-error'
import type { ReactNode } from 'react'
import { basisText } from './basis-text.ts'

interface ProblemAlertProps {
  readonly problem: ProblemError
  /** What the person can do now. */
  readonly children?: ReactNode
}

/** A refusal in words: what happened, every reason with its basis, and the id the help desk asks for. */
export function ProblemAlert({ problem, children }: ProblemAlertProps) {
  const { title, detail, reasons, correlationId } = problem.document
  // A single reason is the title already, and the detail is often all reasons in a row: nothing is said twice.
  const listed = reasons.filter(({ sentence, basis }) => sentence !== title || basis !== undefined)
  const isRepeated = detail === title || detail === reasons.map(({ sentence }) => sentence).join('')
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      {!isRepeated && <p>{detail}</p>}
      {listed.length > 0 && (
        <ul>
          {listed.map((reason) => (
            <li key={`${reason.code} ${reason.field ?? ''}`}>
              {reason.sentence !== title && reason.sentence}
              {reason.basis !== undefined && <span className="basis">{basisText(reason.basis)}</span>}
            </li>
          ))}
        </ul>
      )}
      {correlationId !== '' && <p className="problem-id">如需帮助，请向系统管理员提供编号：{correlationId}</p>}
      {children !== undefined && <div className="problem-actions">{children}</div>}
    </div>
  )
}
