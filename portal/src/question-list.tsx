import './question-list.css'
import type { HomeView } from '@xingtan/contract/place'
import { Icon } from '@xingtan/ui/components/icon'

/** Questions that open in place; the browser's own disclosure, so finding in the page works too. */
export function QuestionList({ questions }: { readonly questions: HomeView['questions'] }) {
  return (
    <div>
      {questions.map(({ question, answer }) => (
        <details className="question" key={question}>
          <summary>
            {question}
            <Icon name="down" size={14} />
          </summary>
          <p className="question-answer">{answer}</p>
        </details>
      ))}
    </div>
  )
}
