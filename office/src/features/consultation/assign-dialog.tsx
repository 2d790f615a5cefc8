import { assignConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { useItemCommand } from './use-item-command.ts'

interface ActDialogProps {
  readonly item: ConsultationItem
  readonly onClose: () => void
}

/** Gives the item to a colleague. */
export function AssignDialog({ item, onClose }: ActDialogProps) {
  const [userId, setUserId] = useState<string>()
  const assign = useItemCommand(assignConsultationEndpoint, { say: '已安排办理人。', onDone: onClose })
  const { consultationId } = item.row
  return (
    <Dialog title="安排办理人" onClose={onClose}>
      <Radio.Group
        aria-label="办理人"
        value={userId}
        // The values are those of the options below.
        onChange={(event) => setUserId(event.target.value as string)}
        options={item.handlers.map(({ userId: value, name }) => ({ value, label: name }))}
      />
      {item.handlers.length === 0 && <p>本机构还没有可以办理这类事项的人员，请联系用户管理员设置。</p>}
      {assign.isError && <ProblemAlert problem={assign.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          disabled={userId === undefined}
          loading={assign.isPending}
          onClick={() => userId !== undefined && assign.mutate({ input: { consultationId, userId } })}
        >
          安排办理
        </Button>
      </div>
    </Dialog>
  )
}
