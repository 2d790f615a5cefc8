import './definition-list.css'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface Fact {
  readonly term: string
  readonly value: ReactNode
  /** Where the value comes from, for example `公安部门核验`. */
  readonly source?: string | undefined
}

export interface DefinitionListProps {
  readonly facts: readonly Fact[]
  /** Opens the explanation how a wrong value is corrected at its source. */
  readonly onReport?: () => void
}

/** What is known already, read-only, with its source. Nothing is asked twice. */
export function DefinitionList({ facts, onReport }: DefinitionListProps) {
  return (
    <div>
      <dl className="facts">
        {facts.map(({ term, value, source }) => (
          <div className="fact" key={term}>
            <dt>{term}</dt>
            <dd className="fact-value">{value}</dd>
            {source !== undefined && <dd className="fact-source">来源：{source}</dd>}
          </div>
        ))}
      </dl>
      {onReport !== undefined && (
        <div className="button-row no-print">
          <Button kind="quiet" onClick={onReport}>
            信息有误？
          </Button>
        </div>
      )}
    </div>
  )
}
