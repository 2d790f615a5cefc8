import { assignConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { ReferDialog } from './refer-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useItemCommand } from './use-item-command.ts'

type Open = 'assign' | 'transfer' | 'refer' | undefined

/** What may be done with the item now; elsewhere it can only be read. */
export function HandlingPanel({ item }: { readonly item: ConsultationItem }) {
  const [open, setOpen] = useState<Open>()
  const { consultationId, isMine } = item.row
  const close = () => setOpen(undefined)
  const take = useItemCommand(assignConsultationEndpoint, { say: '已由您办理。', onDone: close })
  const may = (action: ConsultationItem['actions'][number]) => item.actions.includes(action)
  if (!may('answer') && !may('refer')) {
    return (
      <section className="panel-flat" aria-labelledby="item-handling">
        <h2 id="item-handling">办理</h2>
        <p className="quiet">
          {item.row.state === 'answered'
            ? '这个事项已经答复。'
            : `这个事项由${item.row.agencyName}办理，本机构只能查看。`}
        </p>
      </section>
    )
  }
  return (
    <section className="panel-flat" aria-labelledby="item-handling">
      <h2 id="item-handling">办理</h2>
      {take.isError && <ProblemAlert problem={take.error} />}
      <div className="section-actions">
        {may('assign') && !isMine && (
          <Button loading={take.isPending} onClick={() => take.mutate({ input: { consultationId, userId: null } })}>
            由我办理
          </Button>
        )}
        {may('assign') && <Button onClick={() => setOpen('assign')}>安排办理人</Button>}
        {may('transfer') && <Button onClick={() => setOpen('transfer')}>转办</Button>}
        {may('refer') && <Button onClick={() => setOpen('refer')}>登记转入核查</Button>}
        {may('refer') && (
          <Link className="shortcut nowrap" to="/restrictions/new">
            录入限制库
          </Link>
        )}
      </div>
      {may('answer') && <AnswerForm item={item} />}
      {open === 'assign' && <AssignDialog item={item} onClose={close} />}
      {open === 'transfer' && <TransferDialog item={item} onClose={close} />}
      {open === 'refer' && <ReferDialog item={item} onClose={close} />}
    </section>
  )
}
