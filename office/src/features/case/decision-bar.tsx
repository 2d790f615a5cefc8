import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type CaseDialog, acceptingDialog, decisionSentence, isAllowed, refusingDialog } from './case-actions.ts'
import type { Case, Missing } from './case-draft.ts'
import { listMoreActs } from './more-acts.ts'

const TITLES: Readonly<Partial<Record<CaseDialog, string>>> = {
  confirm: '确认通过',
  'refuse-confirmation': '确认未通过',
  'review-pass': '审核通过',
  'review-fail': '审核不通过',
  approve: '认定通过',
  refuse: '认定未通过',
}

interface BarProps {
  readonly view: Case
  readonly missing: readonly Missing[]
  readonly onAccept: () => void
  readonly onOpen: (dialog: CaseDialog) => void
  readonly onNext: () => void
}

/** Always in sight: what this officer can do, and what will happen then. */
export function DecisionBar({ view, missing, onAccept, onOpen, onNext }: BarProps) {
  const accepting = acceptingDialog(view)
  const refusing = refusingDialog(view)
  return (
    <section className="decision-bar" aria-label="办理">
      <output className="status-line decision-sentence">
        {missing.length === 0 ? decisionSentence(view) : `还有 ${missing.length} 处需要处理，处理后才能确认通过。`}
      </output>
      <div className="decision-actions">
        {isAllowed(view, 'request-vetting') && (
          <>
            <Button onClick={() => onOpen('vet-crime')}>发起无犯罪记录核查</Button>
            <Button onClick={() => onOpen('vet-offence')}>发起性侵信息查询</Button>
          </>
        )}
        {isAllowed(view, 'record-diploma') && <Button onClick={() => onOpen('diploma')}>核验毕业证书</Button>}
        {listMoreActs(view).length > 0 && <Button onClick={() => onOpen('more')}>更多办理</Button>}
        {view.isOffered ? (
          <Link to="/exceptions">前往移送与更正答复</Link>
        ) : (
          <KeyButton letter="S" onClick={onNext}>
            下一件
          </KeyButton>
        )}
        {isAllowed(view, 'return') && (
          <KeyButton letter="M" onClick={() => onOpen('return')}>
            退回修改
          </KeyButton>
        )}
        {refusing !== undefined && (
          <KeyButton letter="N" danger onClick={() => onOpen(refusing)}>
            {TITLES[refusing]}
          </KeyButton>
        )}
        {accepting !== undefined && (
          <KeyButton letter="Y" primary onClick={onAccept}>
            {TITLES[accepting]}
          </KeyButton>
        )}
      </div>
    </section>
  )
}

interface KeyButtonProps {
  readonly letter: string
  readonly primary?: boolean
  readonly danger?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function KeyButton({ letter, primary = false, danger = false, onClick, children }: KeyButtonProps) {
  return (
    <Button type={primary ? 'primary' : 'default'} danger={danger} onClick={onClick} aria-keyshortcuts={letter}>
      {children}
      <kbd aria-hidden="true">{letter}</kbd>
    </Button>
  )
}
