import './states.css'
import { ProblemError } from '../problem-error.ts'
import { Button } from './button.tsx'

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

function textsOf(error: unknown): { title: string; sentences: readonly string[]; id: string } {
  if (!(error instanceof ProblemError)) {
    return { title: '页面出现问题', sentences: ['本页暂时无法显示。请刷新页面后再试一次。'], id: '' }
  }
  const { title, detail, reasons, correlationId } = error.document
  // A refusal with one reason says it as its title already.
  const sentences = [detail, ...reasons.map(({ sentence }) => sentence)].filter((sentence) => sentence !== title)
  return { title, sentences, id: correlationId }
}

/** What could not be shown, what to do, and the id the help desk asks for. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { title, sentences, id } = textsOf(error)
  return (
    <div className="error-state" role="alert">
      <p className="state-title">{title}</p>
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {onRetry !== undefined && <Button onClick={onRetry}>重新加载</Button>}
      {id !== '' && <p className="hint">咨询时请提供编号：{id}</p>}
    </div>
  )
}
