import { Countdown } from '@xingtan/ui/components/countdown'
import { DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { SaveStamp } from '@xingtan/ui/components/save-stamp'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Timeline } from '@xingtan/ui/components/timeline'
import { clientProblem } from '@xingtan/ui/client-problem'
import { ProblemError } from '@xingtan/ui/problem-error'

const OFFLINE = new ProblemError({ ...clientProblem('client.unavailable'), correlationId: '7F3K-20Q9' })
const ROWS = [
  { agency: '衢州市教育局', window: '2026-09-14 09:00', count: 312 },
  { agency: '柯城区教育局', window: '2026-09-14 09:00', count: 128 },
]

export function StateSamples() {
  return (
    <section className="stack" aria-label="状态">
      <h2>状态</h2>
      <div className="row">
        <StatusTag tone="ok">认定通过</StatusTag>
        <StatusTag tone="wait">待认定审批</StatusTag>
        <StatusTag tone="act">网报待确认</StatusTag>
        <StatusTag tone="warn">系统维护</StatusTag>
        <StatusTag tone="stop">确认未通过</StatusTag>
        <StatusTag tone="neutral">本次已结束</StatusTag>
        <Countdown endsAt="2026-09-26T09:00:00Z" serverNow="2026-09-14T06:03:00Z" />
        <SaveStamp state={{ kind: 'offline' }} />
      </div>
      <Notice tone="wait" title="学信网正在核验">
        <p>可先继续填写，结果会通知您。</p>
      </Notice>
      <Notice tone="act" title="请在 9月25日 17:00 前到确认点现场确认">
        <p>逾期未确认的，本次报名作废。</p>
      </Notice>
      <Notice tone="warn">
        <p>系统将于今晚 22:00 开始维护，预计 24:00 结束。</p>
      </Notice>
      <Timeline
        items={[
          { id: '1', kind: 'done', title: '网上报名', when: '2026年9月14日 14:03', who: '本人' },
          { id: '2', kind: 'done', title: '现场确认', when: '2026年9月21日 10:12', who: '衢州学院行政楼108' },
          {
            id: '3',
            kind: 'now',
            title: '待认定审批',
            who: '柯城区教育局',
            when: '最晚 10月28日',
            text: '材料已确认，正在等待柯城区教育局作出认定结论。超过期限没有结果的，可以拨打认定机构电话询问。',
          },
          { id: '4', kind: 'next', title: '领取证书', text: '认定通过后，按您选择的方式领取。' },
        ]}
      />
      <DataTable
        caption="认定机构"
        rows={ROWS}
        rowKey={({ agency }) => agency}
        columns={[
          { key: 'agency', title: '认定机构', cell: ({ agency }) => agency },
          { key: 'window', title: '网报开始', cell: ({ window }) => window },
          { key: 'count', title: '报名人数', align: 'end', cell: ({ count }) => count },
        ]}
      />
      <EmptyState title="还没有报名记录">
        <p className="secondary">从网上办事进入认定报名后，记录会显示在这里。</p>
      </EmptyState>
      <ErrorState error={OFFLINE} onRetry={() => undefined} />
      <Skeleton />
    </section>
  )
}
