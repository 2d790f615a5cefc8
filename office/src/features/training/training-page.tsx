import type { OutputOf } from '@xingtan/contract/endpoint'
import { TRAINING_KIND_TITLES, exportTrainingEndpoint, getTrainingEndpoint } from '@xingtan/contract/office/training'
import { QueryState } from '@xingtan/ui/components/query-state'
import { endpointUrl } from '@xingtan/ui/endpoint-url'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { daysText } from './days-text.ts'
import { OwnSession } from './own-session.tsx'
import './training.css'

const SHOWN = { all: '全部人员', attended: '已参加', missing: '未参加' } as const
type Shown = keyof typeof SHOWN

function isShown(text: string | null): text is Shown {
  return text !== null && Object.hasOwn(SHOWN, text)
}

/** One training: what it was, its material, and who of the own tree attended (PLN-7). */
export function TrainingPage() {
  const { sessionId = '' } = useParams()
  const [search] = useSearchParams()
  const asked = search.get('show')
  const show: Shown = isShown(asked) ? asked : 'all'
  const after = search.get('after')
  const training = useEndpoint(getTrainingEndpoint, { sessionId, show, ...(after !== null && { after }) })
  const address = `/trainings/${sessionId}`
  return (
    <Page title={training.data?.session.topic ?? '培训'} lead={<Link to="/trainings">返回培训记录</Link>}>
      <QueryState query={training} skeletonLines={10}>
        {(view) => (
          <div className="training-sections">
            <Facts view={view} />
            {view.session.isOwn && view.session.withdrawnBecause === null && <OwnSession view={view} />}
            <section aria-labelledby="training-people">
              <h2 id="training-people">参加人员</h2>
              <nav className="year-filter" aria-label="按参加情况筛选">
                <ul>
                  {(['all', 'attended', 'missing'] as const).map((each) => (
                    <li key={each}>
                      <Link
                        className="chip"
                        to={`${address}?show=${each}`}
                        aria-current={each === show ? 'true' : undefined}
                      >
                        {SHOWN[each]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
              <p>
                <a href={endpointUrl(exportTrainingEndpoint, { sessionId })} download>
                  导出签到表（Excel）
                </a>
              </p>
              <AttendanceList key={`${show} ${after}`} view={view} />
              {view.after !== null && <Link to={`${address}?show=${show}&after=${view.after}`}>下一页</Link>}
            </section>
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Facts({ view }: { readonly view: OutputOf<typeof getTrainingEndpoint> }) {
  const { session, materialUrl } = view
  const facts = {
    培训日期: daysText(session),
    培训内容: session.kinds.map((kind) => TRAINING_KIND_TITLES[kind]).join('、'),
    举办机构: session.agencyName,
    范围: session.isWhole ? '本机构和全部下级机构' : '部分人员',
    地点: session.place,
    负责人: session.head,
    参加人数: `${session.attendedCount} 人`,
  }
  return (
    <section className="panel-flat" aria-label="培训情况">
      <dl className="training-facts">
        {Object.entries(facts).map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {session.withdrawnBecause !== null && <p>这次登记已作废：{session.withdrawnBecause}</p>}
      {materialUrl !== null && (
        <p>
          <a href={materialUrl} target="_blank" rel="noreferrer">
            查看培训材料
          </a>
        </p>
      )}
    </section>
  )
}
