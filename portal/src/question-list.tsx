import './question-list.css'
import type { Question } from '@xingtan/contract/question'
import { Icon } from '@xingtan/ui/components/icon'
import type { ReactNode } from 'react'

interface QuestionListProps {
  readonly questions: readonly Question[]
  /** Under the answer, for example whether it helped. */
  readonly renderFoot?: (question: Question) => ReactNode
}

/** Questions that open in place; the browser's own disclosure, so finding in the page works too. */
export function QuestionList({ questions, renderFoot }: QuestionListProps) {
  return (
    <div>
      {questions.map((one) => (
        <details className="question" key={one.questionId}>
          <summary>
            {one.question}
            <Icon name="down" size={14} />
          </summary>
          <p className="question-answer">{one.answer}</p>
          {renderFoot?.(one)}
        </details>
      ))}
    </div>
  )
}
