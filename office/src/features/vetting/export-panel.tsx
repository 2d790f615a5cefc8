import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  exportVettingEndpoint,
  getVettingExportEndpoint,
  type getVettingBatchEndpoint,
} from '@xingtan/contract/office/vetting'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { endpointUrl } from '@xingtan/ui/endpoint-url'
import { Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useVettingCommand } from './use-vetting-command.ts'

type Export = OutputOf<typeof getVettingBatchEndpoint>['exports'][number]

interface ExportPanelProps {
  readonly batchId: string
  readonly exports: readonly Export[]
  /** People still wait for their result. */
  readonly isOpen: boolean
}

const COLUMNS: readonly Column<Export>[] = [
  { key: 'at', title: '导出时间', cell: ({ exportedAt }) => formatInstantShort(exportedAt) },
  { key: 'by', title: '导出人', cell: ({ by }) => by },
  { key: 'purpose', title: '用途', cell: ({ purpose }) => <span className="vetting-wide">{purpose}</span> },
  { key: 'mark', title: '水印', cell: ({ watermark }) => <code>{watermark}</code> },
  {
    key: 'take',
    title: '名单文件',
    cell: ({ exportId, isOpen, expiresAt }) =>
      isOpen ? (
        <a href={endpointUrl(getVettingExportEndpoint, { exportId })} download>
          下载（{formatInstantShort(expiresAt)}前有效）
        </a>
      ) : (
        <span className="quiet">仅导出人在 24 小时内可以下载</span>
      ),
  },
]

/** The list goes out with a purpose; who took it and when stays on the page. */
export function ExportPanel({ batchId, exports, isOpen }: ExportPanelProps) {
  const [isAsking, setAsking] = useState(false)
  const make = useVettingCommand(exportVettingEndpoint, '名单已生成，请下载。', () => setAsking(false))
  return (
    <section aria-labelledby="batch-export">
      <div className="section-head">
        <h2 id="batch-export">送交名单</h2>
        {isOpen && (
          <Button type="primary" onClick={() => setAsking(true)}>
            导出名单
          </Button>
        )}
      </div>
      {exports.length === 0 ? (
        <p className="quiet">还没有导出。导出后把名单送交公安机关，请对方填写“核查结果”一列后交回。</p>
      ) : (
        <DataTable caption="导出记录" columns={COLUMNS} rows={exports} rowKey={({ exportId }) => exportId} />
      )}
      {isAsking && (
        <ReasonDialog
          title="导出核查名单"
          sentence="名单含姓名和完整证件号码，只供送交公安机关核查。文件 24 小时内由您本人下载，每次下载都有记录，文件中带有水印。用后请销毁。"
          action="生成名单"
          label="导出用途"
          isHarmless
          maxLength={60}
          problem={make.error}
          isBusy={make.isPending}
          onClose={() => setAsking(false)}
          onReason={(purpose) => make.mutate({ input: { batchId, purpose } })}
        />
      )}
    </section>
  )
}
