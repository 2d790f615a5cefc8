import {
  WORK_INFO_STATE_TITLES,
  type WorkInfoBoardRow,
  judgeWorkInfoEndpoint,
} from '@xingtan/contract/office/work-info'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { useFormCommand } from './use-form-command.ts'

const TONES: Readonly<Record<WorkInfoBoardRow['state'], Tone>> = {
  missing: 'warn',
  filling: 'neutral',
  'handed-in': 'wait',
  returned: 'stop',
  accepted: 'ok',
}

/** One line an agency; what lies on the own desk is sent up or back from here. */
export function BoardTable({ rows }: { readonly rows: readonly WorkInfoBoardRow[] }) {
  const [returning, setReturning] = useState<WorkInfoBoardRow | undefined>()
  const pass = useFormCommand(judgeWorkInfoEndpoint, '已审核通过。')
  return (
    <>
      {pass.error !== null && <ProblemAlert problem={pass.error} />}
      <ScrollRegion className="table-scroll" label="上报情况">
        <table className="case-table">
          <caption className="visually-hidden">上报情况</caption>
          <thead>
            <tr>
              <th scope="col">代码</th>
              <th scope="col">机构</th>
              <th scope="col">状态</th>
              <th scope="col">所在机构</th>
              <th scope="col">人员</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td>{row.code}</td>
                <td>{row.name}</td>
                <td>
                  <StatusTag tone={TONES[row.state]}>{WORK_INFO_STATE_TITLES[row.state]}</StatusTag>
                  {row.isLate && <StatusTag tone="stop">逾期</StatusTag>}
                </td>
                <td>{row.heldByName ?? '无'}</td>
                <td className="nowrap">{row.staffCount} 人</td>
                <td>
                  {row.scanUrl !== null && (
                    <a href={row.scanUrl} target="_blank" rel="noreferrer">
                      扫描件
                    </a>
                  )}
                  {row.isHere && row.formId !== null && (
                    <>
                      <Button
                        size="small"
                        type="primary"
                        aria-label={`${row.name}审核通过`}
                        loading={pass.isPending}
                        onClick={() =>
                          pass.mutate({
                            input: { formId: row.formId ?? '', version: row.version, answer: 'pass-on', reason: '' },
                          })
                        }
                      >
                        审核通过
                      </Button>
                      <Button size="small" aria-label={`退回${row.name}`} onClick={() => setReturning(row)}>
                        退回
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {returning !== undefined && <ReturnDialog row={returning} onClose={() => setReturning(undefined)} />}
    </>
  )
}

function ReturnDialog({ row, onClose }: { readonly row: WorkInfoBoardRow; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = useFormCommand(judgeWorkInfoEndpoint, '已退回，下级机构可以修改后重新上报。', onClose)
  const text = reason.trim()
  return (
    <Dialog title={`退回采集表：${row.name}`} onClose={onClose}>
      <Field label="退回原因" error={tried && text === '' ? '请写明退回原因。' : undefined}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={3}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {send.error !== null && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => {
            setTried(true)
            const { formId, version } = row
            if (text !== '' && formId !== null)
              send.mutate({ input: { formId, version, answer: 'return', reason: text } })
          }}
        >
          退回
        </Button>
      </div>
    </Dialog>
  )
}
