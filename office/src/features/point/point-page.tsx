import { type PointView, getPointEndpoint } from '@xingtan/contract/office/point'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { PointFacts } from './point-facts.tsx'
import { PointForm } from './point-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { SlotTable } from './slot-table.tsx'
import './point.css'

/** One 确认点: what is kept, the slots, who works there and how it came to be so (PLN-6). */
export function PointPage() {
  const { pointId = '' } = useParams()
  const query = useEndpoint(getPointEndpoint, { pointId })
  return (
    <Page title={query.data?.row.name ?? '确认点'} lead={<Link to="/points">返回确认点</Link>}>
      <QueryState query={query} skeletonLines={10}>
        {(view) => <Point view={view} />}
      </QueryState>
    </Page>
  )
}

function Point({ view }: { readonly view: PointView }) {
  const isEditor = hasRole(useOfficer(), 'plan')
  return (
    <div className="point">
      <div>{isEditor ? <PointForm key={view.version} view={view} /> : <PointFacts view={view} />}</div>
      <div>
        {isEditor && <RuleForm key={view.rule?.version ?? 0} view={view} />}
        <SlotTable pointId={view.row.pointId} isOwn={view.row.isOwn} />
        <Staff staff={view.staff} />
        <History history={view.history} />
      </div>
    </div>
  )
}

function Staff({ staff }: Pick<PointView, 'staff'>) {
  return (
    <section className="panel-flat" aria-labelledby="point-staff">
      <h2 id="point-staff">确认用户</h2>
      {staff.length === 0 ? (
        <p className="quiet">还没有确认用户，请用户管理员在人员中设置。</p>
      ) : (
        <ul>
          {staff.map(({ userId, name, isEnabled }) => (
            <li key={userId}>
              {name}
              {!isEnabled && <span className="quiet">（已停用）</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ history }: Pick<PointView, 'history'>) {
  if (history.length === 0) return null
  return (
    <section className="panel-flat" aria-labelledby="point-history">
      <h2 id="point-history">修改记录</h2>
      <ul>
        {history.map(({ version, at, by, changes }) => (
          <li key={version}>
            {formatInstantShort(at)} {by}：{changes.join('、')}
          </li>
        ))}
      </ul>
    </section>
  )
}
