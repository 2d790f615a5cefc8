import type { ProblemError } from '@xingtan/ui/problem-error'
import { Notice } from '@xingtan/ui/components/notice'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { CASE_CHANGED } from './use-case-command.ts'

/** Why the command was refused; when the case had changed, that what was typed is still there. */
export function CommandProblem({ problem }: { readonly problem: ProblemError | null }) {
  if (problem === null) return null
  return (
    <>
      <ProblemAlert problem={problem} />
      {problem.code === CASE_CHANGED && (
        <Notice tone="info">
          页面已经读取该件的最新内容，您填写的内容还在。请关闭本窗口核对变化，仍要办理的，再提交一次即可。
        </Notice>
      )}
    </>
  )
}
