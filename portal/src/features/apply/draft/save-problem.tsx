import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { paths } from '../../../paths.ts'
import { useDraftDesk } from './draft-context.ts'

/** Why what was typed is not saved yet, and what to do; nothing typed is lost meanwhile. */
export function SaveProblem() {
  const { saver, problem, newer } = useDraftDesk()
  if (problem === undefined || newer !== undefined) return null
  const isSignedOut = problem.status === 401
  const sentences = problem.document.reasons.map(({ sentence }) => sentence)
  return (
    <Notice tone="stop" title="本页内容尚未保存" isLive>
      {[...new Set([problem.document.detail, ...sentences])].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isSignedOut && <p>您填写的内容还在本页。请在新窗口登录，再回到这里重试保存。</p>}
      <div className="button-row">
        {isSignedOut && (
          <a className="button button-secondary" href={paths.signIn} target="_blank" rel="noopener">
            在新窗口登录
          </a>
        )}
        <Button onClick={() => void saver.flush()}>重试保存</Button>
      </div>
    </Notice>
  )
}
