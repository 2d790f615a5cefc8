import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  getMedicalTemplateEndpoint,
  importMedicalEndpoint,
  listMedicalUnmatchedEndpoint,
} from '@xingtan/contract/office/medical'
import { DataTable } from '@xingtan/ui/components/data-table'
import { FileField } from '@xingtan/ui/components/file-field'
import { Notice } from '@xingtan/ui/components/notice'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Imported = OutputOf<typeof importMedicalEndpoint>
type Row = Imported['rows'][number]

const OUTCOMES: Readonly<Record<Row['outcome'], { readonly tone: Tone; readonly title: string }>> = {
  matched: { tone: 'ok', title: '可以登记' },
  unmatched: { tone: 'warn', title: '待处理' },
  invalid: { tone: 'stop', title: '填写有误' },
}

const COLUMNS = [
  {
    key: 'row',
    title: '表格行号和结果',
    cell: ({ row, outcome }: Row) => (
      <span className="medical-row">
        <span className="nowrap">第 {row} 行</span>
        <StatusTag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].title}</StatusTag>
      </span>
    ),
  },
  { key: 'sentence', title: '说明', cell: ({ sentence }: Row) => sentence },
]

/** Choose → dry run with every row that needs attention → import. A sheet with one wrong row is not taken at all. */
export function ImportForm() {
  const announce = useToast()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const plan = useCommand(importMedicalEndpoint)
  const run = useCommand(importMedicalEndpoint, {
    onSuccess: ({ matched, unmatched }) => {
      announce(`已登记 ${matched} 人的体检结论，${unmatched} 行待处理。`)
      setFile(undefined)
      plan.reset()
      void client.invalidateQueries({ queryKey: [listMedicalUnmatchedEndpoint.name] })
    },
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    run.reset()
    plan.mutate({ input: { dryRun: 'true' }, file: chosen, fileName: chosen.name })
  }
  const error = plan.error ?? run.error
  return (
    <section aria-labelledby="import">
      <h2 id="import">导入名单</h2>
      <p>
        请医院按<a href={getMedicalTemplateEndpoint.path}>名单模板（Excel）</a>
        填写：报名号或者证件号码、姓名、体检结论、体检日期、医院、体检表版本。选择文件后先试算，试算不会登记任何结论。
      </p>
      <FileField
        id="medical-sheet"
        label="体检结论名单"
        hint="Excel 文件（.xlsx），小于 4 MB，不能含有公式和宏。"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChoose={choose}
        {...(file === undefined ? {} : { current: file.name })}
      />
      {plan.isPending && <output className="status-line">正在逐行试算。</output>}
      {error !== null && <ProblemAlert problem={error} />}
      {plan.data !== undefined && file !== undefined && (
        <Plan
          plan={plan.data}
          isBusy={run.isPending}
          onImport={() => run.mutate({ input: { dryRun: 'false' }, file, fileName: file.name })}
        />
      )}
    </section>
  )
}

interface PlanProps {
  readonly plan: Imported
  readonly isBusy: boolean
  readonly onImport: () => void
}

function Plan({ plan, isBusy, onImport }: PlanProps) {
  const { rowCount, matched, unmatched, invalid, rows } = plan
  return (
    <div className="medical-plan">
      <output>
        共 {rowCount} 行：可以登记 <strong>{matched}</strong> 行，待处理 <strong>{unmatched}</strong> 行，填写有误{' '}
        <strong>{invalid}</strong> 行。
      </output>
      {rows.length > 0 && (
        <DataTable caption="需要留意的行" columns={COLUMNS} rows={rows} rowKey={({ row }) => String(row)} />
      )}
      {invalid > 0 ? (
        <Notice tone="stop" title="还不能导入">
          请医院改正填写有误的行后重新选择文件；有一行有误，整张名单都不会导入。
        </Notice>
      ) : (
        <div className="dialog-actions">
          <Button type="primary" loading={isBusy} onClick={onImport}>
            导入 {rowCount} 行
          </Button>
        </div>
      )}
    </div>
  )
}
