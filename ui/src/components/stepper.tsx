import './stepper.css'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'

export interface Step {
  readonly id: string
  readonly title: string
  readonly state: 'todo' | 'done' | 'attention'
  /** How many places need work, for `attention`. */
  readonly openCount?: number
  /** Where the step is; steps that may not be opened yet have none. */
  readonly to?: string | undefined
}

export interface StepperProps {
  readonly label: string
  readonly steps: readonly Step[]
  readonly currentId: string
}

function stateOf(step: Step, isCurrent: boolean): string {
  if (step.state === 'attention') return `有 ${step.openCount ?? 1} 处需要处理`
  if (step.state === 'done') return '已完成'
  return isCurrent ? '正在填写' : '未填写'
}

interface StepListProps extends StepperProps {
  readonly onFollow?: () => void
}

function StepList({ steps, currentId, onFollow }: StepListProps) {
  return (
    <ol className="steps">
      {steps.map((step, index) => {
        const isCurrent = step.id === currentId
        const className = `step step-${step.state}`
        const content = (
          <>
            <span className="step-number">
              {step.state === 'done' && !isCurrent ? <Icon name="ok" /> : <span>{index + 1}</span>}
            </span>
            <span className="step-title">{step.title}</span>
            <span className="step-state">{stateOf(step, isCurrent)}</span>
          </>
        )
        return (
          <li key={step.id}>
            {step.to === undefined || isCurrent ? (
              <span className={className} aria-current={isCurrent ? 'step' : undefined}>
                {content}
              </span>
            ) : (
              <Link className={className} to={step.to} onClick={onFollow}>
                {content}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The steps in the handbook's order with the state of each: a list on the left, a drawer on phones. */
export function Stepper(props: StepperProps) {
  const [isOpen, setIsOpen] = useState(false)
  const index = props.steps.findIndex((step) => step.id === props.currentId)
  return (
    <>
      <nav className="steps-wide" aria-label={props.label}>
        <StepList {...props} />
      </nav>
      <div className="steps-narrow">
        <div className="steps-bar">
          <span className="secondary">
            第 {index + 1} 步，共 {props.steps.length} 步
          </span>
          <Button onClick={() => setIsOpen(true)}>
            <Icon name="menu" />
            全部步骤
          </Button>
        </div>
        <Dialog title={props.label} isOpen={isOpen} onClose={() => setIsOpen(false)} shape="drawer">
          <StepList {...props} onFollow={() => setIsOpen(false)} />
        </Dialog>
      </div>
    </>
  )
}
