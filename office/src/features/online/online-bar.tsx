import { type OnlineCase, listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { type ItemDrafts, countOpen, draftOf } from './item-draft.ts'
import type { OnlineAct } from './online-dialogs.tsx'

interface BarProps {
  readonly online: OnlineCase
  readonly drafts: ItemDrafts
  readonly isEditable: boolean
  readonly isSaving: boolean
  readonly problem: ProblemError | null
  readonly onAct: (act: OnlineAct | undefined) => void
}

/** What stands between this case and its confirmation, in one sentence. */
function sentenceOf(online: OnlineCase, drafts: ItemDrafts): string {
  if (online.state === null) return '申请人没有在网上提交材料，请在现场确认办理。'
  const open = countOpen(online.items, drafts)
  if (open > 0) return `还有 ${open} 项材料没有审核。`
  const rejected = online.items.filter((item) => draftOf(item, drafts)?.accepted === false).length
  const missing = online.items.filter(({ state }) => state === 'missing').length
  if (rejected + missing > 0) return `有 ${rejected + missing} 项需要申请人补正，请一次告知。`
  if (online.lane === 'on-site') return '有内容只能在现场核验，请申请人到场。'
  return '材料已审核完，登记体检结论后可以确认通过。'
}

/** Always in sight: what this officer can do, and what will happen then. */
export function OnlineBar({ online, drafts, isEditable, isSaving, problem, onAct }: BarProps) {
  const officer = useOfficer()
  const queue = useEndpoint(listOnlineCasesEndpoint, { state: 'handed-in' }, { refetchOnWindowFocus: false })
  const next = queue.data?.rows.find(({ applicationId }) => applicationId !== online.applicationId)
  const isAsked = online.requests.some(({ isOpen }) => isOpen)
  return (
    <section className="online-bar" aria-label="办理">
      {problem !== null && <ProblemAlert problem={problem} />}
      <output className="status-line">
        {isEditable || online.state === null ? sentenceOf(online, drafts) : '本件已办理，不能再审核。'}
      </output>
      <div className="online-actions">
        {next !== undefined && <Link to={`/online/${next.applicationId}`}>下一件</Link>}
        {isEditable && (
          <>
            <Button onClick={() => onAct(undefined)} loading={isSaving} disabled={drafts.size === 0}>
              保存审核意见
            </Button>
            {hasRole(officer, 'confirm') && <Button onClick={() => onAct('medical')}>体检结论</Button>}
            <Button onClick={() => onAct('on-site')}>请申请人到场</Button>
            {isAsked && <Button onClick={() => onAct('extend')}>延长期限</Button>}
            <Button onClick={() => onAct('supplement')}>一次告知补正</Button>
            <Button type="primary" onClick={() => onAct('confirm')}>
              确认通过
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
