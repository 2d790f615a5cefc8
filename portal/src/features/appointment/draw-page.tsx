import './appointment.css'
import { type DrawRecord, getDrawEndpoint } from '@xingtan/contract/appointment'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useParams } from 'react-router'

function Draw({ draw }: { readonly draw: DrawRecord }) {
  return (
    <div className="appointment">
      <Panel title="抽签信息">
        <DefinitionList
          facts={[
            { term: '确认点', value: draw.pointName },
            { term: '预约日期', value: formatDay(draw.day) },
            { term: '登记截止', value: formatInstant(draw.requestsUntil) },
            { term: '抽签时间', value: draw.drawnAt === null ? '尚未抽签' : formatInstant(draw.drawnAt) },
            { term: '种子摘要（事先公布）', value: <span className="appointment-hash">{draw.seedHash}</span> },
            { term: '种子（抽签后公布）', value: <span className="appointment-hash">{draw.seed ?? '尚未公布'}</span> },
          ]}
        />
      </Panel>
      <Panel title="怎样复核">
        <p>
          把“种子:登记编号”作 SHA-256 计算，结果从小到大就是抽签的名次；种子的 SHA-256 应当等于事先公布的摘要。
          每个名次依次取其志愿中第一个还有名额的时段。
        </p>
      </Panel>
      {draw.entries.length > 0 && (
        <Panel title="名次">
          <ol className="appointment-entries">
            {draw.entries.map(({ requestId, isWon }) => (
              <li key={requestId}>
                <span className="appointment-hash">{requestId}</span>，{isWon ? '中签' : '未中签'}
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </div>
  )
}

/** One draw in the open: hash before, seed after, and the numbers that stood in it (S-082). */
export function DrawPage() {
  const { drawId = '' } = useParams()
  const query = useEndpoint(getDrawEndpoint, { drawId })
  return (
    <>
      <PageTitle title="预约抽签记录" lead="名额由抽签分配，任何人都可以按公布的种子复核结果。" />
      <QueryState query={query} skeletonLines={6}>
        {(draw) => <Draw draw={draw} />}
      </QueryState>
    </>
  )
}
