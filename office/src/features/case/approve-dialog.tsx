import { approveCaseEndpoint } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import type { Case } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { useCaseCommand } from './use-case-command.ts'

interface ApproveProps {
  readonly view: Case
  readonly onClose: () => void
  readonly onNext: () => void
}

/** Second pair of eyes: one question that names the consequence, then the number large (CRT-1). */
export function ApproveDialog({ view, onClose, onNext }: ApproveProps) {
  const { row } = view
  const approve = useCaseCommand(approveCaseEndpoint)
  if (approve.isSuccess) {
    const { certificateId, number } = approve.data
    return (
      <Dialog title="认定通过" onClose={onClose}>
        <output className="status-line">
          {row.name}的{QUALIFICATION_TITLES[row.qualificationType]}（{row.subjectName}）已认定通过，证书号码为：
        </output>
        <p className="certificate-number">
          <CopyText text={number} name="证书号码" isLarge />
        </p>
        <div className="dialog-actions">
          <Link to={`/certificates/${certificateId}`}>打开证书记录</Link>
          <Button onClick={onClose}>留在本件</Button>
          <Button type="primary" data-autofocus onClick={onNext}>
            下一件
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={`认定通过：${row.name}`} onClose={onClose}>
      <p>
        通过后立即为{row.name}的{QUALIFICATION_TITLES[row.qualificationType]}（{row.subjectName}
        ）编定教师资格证书号码，并通知申请人。号码不能收回，更正须另行办理。是否认定通过？
      </p>
      <CommandProblem problem={approve.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>暂不认定</Button>
        <Button
          type="primary"
          data-autofocus
          loading={approve.isPending}
          onClick={() => approve.mutate({ input: { applicationId: row.applicationId, version: view.version } })}
        >
          认定通过并编定号码
        </Button>
      </div>
    </Dialog>
  )
}
