import { type FilingBoardRow, type FilingKind, remindFilingEndpoint } from '@xingtan/contract/office/filing'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { FilingStateTag } from './filing-state.tsx'
import { useFilingCommand } from './use-filing-command.ts'

interface BoardTableProps {
  readonly subject: { readonly kind: FilingKind; readonly year: number; readonly roundId: string | null }
  readonly rows: readonly FilingBoardRow[]
  readonly mayRemind: boolean
}

const isMissing = ({ state }: FilingBoardRow): boolean => state !== 'handed-in' && state !== 'accepted'

/** One line an agency; those that have not handed in are reminded from here. */
export function BoardTable({ subject, rows, mayRemind }: BoardTableProps) {
  const [isReminding, setReminding] = useState(false)
  const missing = rows.filter(isMissing).map(({ agencyCode }) => agencyCode)
  return (
    <>
      {mayRemind && missing.length > 0 && (
        <p>
          <Button onClick={() => setReminding(true)}>提醒本页 {missing.length} 个未报送的机构</Button>
        </p>
      )}
      <ScrollRegion className="table-scroll" label="报送情况">
        <table className="case-table">
          <caption className="visually-hidden">报送情况</caption>
          <thead>
            <tr>
              <th scope="col">代码</th>
              <th scope="col">机构</th>
              <th scope="col">状态</th>
              <th scope="col">首次报送</th>
              <th scope="col">最近提醒</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.agencyCode}>
                <td>{row.agencyCode}</td>
                <td>
                  {row.handedInAt === null ? (
                    row.agencyName
                  ) : (
                    <Link to={`/filings/${row.filingId}`}>{row.agencyName}</Link>
                  )}
                </td>
                <td>
                  <FilingStateTag state={row.state} isLate={row.isLate} />
                </td>
                <td className="nowrap">{row.handedInAt === null ? '无' : formatInstantShort(row.handedInAt)}</td>
                <td className="nowrap">{row.remindedOn === null ? '无' : formatDay(row.remindedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isReminding && <RemindDialog subject={subject} agencyCodes={missing} onClose={() => setReminding(false)} />}
    </>
  )
}

interface RemindDialogProps {
  readonly subject: BoardTableProps['subject']
  readonly agencyCodes: readonly string[]
  readonly onClose: () => void
}

function RemindDialog({ subject, agencyCodes, onClose }: RemindDialogProps) {
  const [note, setNote] = useState('请按期报送。')
  const [tried, setTried] = useState(false)
  const remind = useFilingCommand(
    remindFilingEndpoint,
    ({ reminded, skipped }) =>
      `已提醒 ${reminded} 个机构${skipped === 0 ? '' : `，${skipped} 个今天已提醒过或已报送`}。`,
    onClose,
  )
  const text = note.trim()
  return (
    <Dialog title="提醒报送" onClose={onClose}>
      <p>将向 {agencyCodes.length} 个机构的计划管理人员发送站内提醒，每个机构每天一次。</p>
      <Field label="提醒内容" error={tried && text === '' ? '请填写提醒内容。' : undefined}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={3}
            maxLength={200}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      {remind.error !== null && <ProblemAlert problem={remind.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={remind.isPending}
          onClick={() => {
            setTried(true)
            if (text !== '') remind.mutate({ input: { ...subject, agencyCodes: [...agencyCodes], note: text } })
          }}
        >
          发送提醒
        </Button>
      </div>
    </Dialog>
  )
}
