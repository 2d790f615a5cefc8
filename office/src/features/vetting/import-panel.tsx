import type { OutputOf } from '@xingtan/contract/endpoint'
import { type getVettingBatchEndpoint, importVettingEndpoint } from '@xingtan/contract/office/vetting'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { FileField } from '@xingtan/ui/components/file-field'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useVettingCommand } from './use-vetting-command.ts'

type AnswerFile = OutputOf<typeof getVettingBatchEndpoint>['answerFiles'][number]
type Tried = OutputOf<typeof importVettingEndpoint>

interface ImportPanelProps {
  readonly batchId: string
  readonly files: readonly AnswerFile[]
  readonly isOpen: boolean
}

const FILES: readonly Column<AnswerFile>[] = [
  { key: 'at', title: '导入时间', cell: ({ importedAt }) => formatInstantShort(importedAt) },
  { key: 'by', title: '导入人', cell: ({ by }) => by },
  { key: 'rows', title: '行数', cell: ({ rowCount }) => rowCount, align: 'end' },
  { key: 'matched', title: '记入', cell: ({ matched }) => matched, align: 'end' },
  { key: 'loose', title: '待处理', cell: ({ mismatched }) => mismatched, align: 'end' },
]

/** The answer comes back: tried first, row by row; taken only when the officer has seen what it would do. */
export function ImportPanel({ batchId, files, isOpen }: ImportPanelProps) {
  const [chosen, setChosen] = useState<File>()
  const dryRun = useVettingCommand(importVettingEndpoint, '')
  const take = useVettingCommand(importVettingEndpoint, '结果已导入。', () => {
    setChosen(undefined)
    dryRun.reset()
  })
  const choose = (file: File) => {
    setChosen(file)
    take.reset()
    dryRun.mutate({ input: { batchId, dryRun: 'true' }, file, fileName: file.name })
  }
  const problem = take.error ?? dryRun.error
  return (
    <section aria-labelledby="batch-import">
      <div className="section-head">
        <h2 id="batch-import">返回结果</h2>
      </div>
      {isOpen && (
        <FileField
          id="answer"
          label="公安机关返回的文件"
          hint="使用导出的名单，在“核查结果”一列填写“无犯罪记录”“有犯罪记录”或“无法核查”。选择文件后先试算，不改变任何结果。"
          accept=".xlsx"
          {...(chosen === undefined ? {} : { current: chosen.name })}
          onChoose={choose}
        />
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      {chosen !== undefined && dryRun.data !== undefined && (
        <TriedRows
          tried={dryRun.data}
          isBusy={take.isPending}
          onTake={() => take.mutate({ input: { batchId, dryRun: 'false' }, file: chosen, fileName: chosen.name })}
        />
      )}
      {files.length > 0 && (
        <DataTable caption="导入记录" columns={FILES} rows={files} rowKey={({ answerFileId }) => answerFileId} />
      )}
      {files.some(({ mismatched }) => mismatched > 0) && (
        <p>
          与名单不一致的行没有记入任何申请。<Link to="/vetting/mismatches">查看待处理名单</Link>
        </p>
      )}
    </section>
  )
}

const WORDS = { matched: '记入', mismatch: '待处理', invalid: '填写不正确' } as const

const ROWS: readonly Column<Tried['rows'][number]>[] = [
  { key: 'row', title: '行', cell: ({ row }) => `第 ${row} 行` },
  { key: 'outcome', title: '结果', cell: ({ outcome }) => WORDS[outcome] },
  { key: 'sentence', title: '说明', cell: ({ sentence }) => sentence },
]

interface TriedProps {
  readonly tried: Tried
  readonly isBusy: boolean
  readonly onTake: () => void
}

function TriedRows({ tried, isBusy, onTake }: TriedProps) {
  const { matched, mismatched, missing, invalid, rows } = tried
  const loose = rows.filter(({ outcome }) => outcome !== 'matched')
  return (
    <div className="panel-flat vetting-stack" aria-live="polite">
      <p>
        试算：{matched} 件可以记入，{mismatched} 行与名单不一致，{missing} 件不在文件中
        {invalid > 0 && `，${invalid} 行填写不正确`}。
      </p>
      {loose.length > 0 && (
        <DataTable caption="需要留意的行" columns={ROWS} rows={loose} rowKey={({ row }) => String(row)} />
      )}
      {invalid > 0 ? (
        <p className="field-error">请改正后重新选择文件，现在没有导入任何结果。</p>
      ) : (
        <div className="dialog-actions">
          <Button type="primary" loading={isBusy} onClick={onTake}>
            导入 {matched} 件结果
          </Button>
        </div>
      )}
    </div>
  )
}
