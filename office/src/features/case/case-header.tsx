import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { useState } from 'react'
import { CaseStatus } from '../../components/case-status.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import type { CaseDialog } from './case-actions.ts'
import type { Case } from './case-draft.ts'

interface HeaderProps {
  readonly view: Case
  readonly onOpen: (dialog: CaseDialog) => void
  readonly refetch: () => Promise<unknown>
}

/** Whose case this is, for what, and by when; the full number is a click and a purpose away (S-122). */
export function CaseHeader({ view, onOpen, refetch }: HeaderProps) {
  const { today } = useOfficer()
  const { row } = view
  const isClosed = row.stage === 'closed'
  const isNear = !isClosed && row.dueOn !== null && row.dueOn <= today
  const [isReading, setIsReading] = useState(false)
  const readAgain = async () => {
    setIsReading(true)
    await refetch()
    setIsReading(false)
  }
  return (
    <div className="case-header">
      <PageTitle
        title={`报名号 ${row.registrationNumber}`}
        aside={
          <span className="case-header-aside">
            {view.heldOn !== null && <StatusTag tone="warn">{`${formatDay(view.heldOn)}起暂停办理`}</StatusTag>}
            <CaseStatus status={row.status} stage={row.stage} />
            <Button size="small" loading={isReading} onClick={() => void readAgain()}>
              重新读取
            </Button>
            <Button size="small" onClick={() => onOpen('keys')}>
              快捷键
            </Button>
          </span>
        }
      />
      <dl className="case-facts">
        <div>
          <dt>姓名</dt>
          <dd className="case-name">{row.name}</dd>
        </div>
        <div>
          <dt>证件号码</dt>
          <dd>
            {row.maskedDocumentNumber}
            {!view.isOffered && (
              <Button type="link" size="small" onClick={() => onOpen('reveal')}>
                查看完整号码
              </Button>
            )}
          </dd>
        </div>
        <div>
          <dt>资格种类/学科</dt>
          <dd>
            {QUALIFICATION_TITLES[row.qualificationType]} · {row.subjectName}
          </dd>
        </div>
        <div>
          <dt>确认点</dt>
          <dd>{row.pointName}</dd>
        </div>
        <div>
          <dt>结论到期</dt>
          <dd className={isNear ? 'case-due-near' : undefined}>
            {row.dueOn === null ? '受理后起算' : formatDay(row.dueOn)}
            {row.dueProvisional && !isClosed && '（暂定，调休安排公布后重新计算）'}
          </dd>
        </div>
      </dl>
    </div>
  )
}
