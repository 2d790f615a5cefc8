import { CASE_STAGE_TITLES, type CaseStage, getWorkEndpoint } from '@xingtan/contract/office/case'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { FilingReminders } from '../../components/filing-reminders.tsx'
import { Page } from '../../components/page.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { whilePresent } from '../../session/presence.ts'
import { AlertList } from './alert-list.tsx'
import { OfficeHints } from './office-hints.tsx'
import { PlaceList } from './place-list.tsx'
import { WorkCount } from './work-count.tsx'
import './work.css'

const STAGE_SENTENCES: Readonly<Record<CaseStage, string>> = {
  'awaiting-confirmation': '已提交，等待到确认点核验材料。',
  vetting: '已受理，等待无犯罪记录和性侵信息查询结果。',
  'awaiting-diploma': '应届毕业生，等待毕业证书核验。',
  'awaiting-review': '核查齐备，等待审核。',
  'awaiting-approval': '已审核，等待审批。',
  closed: '已作出结论。',
}

/** Home: my work by due date, then by stage; every number opens its queue. */
export function WorkPage() {
  const officer = useOfficer()
  const isAtCases = hasRole(officer, 'confirm', 'vet', 'review', 'approve')
  const work = useEndpoint(getWorkEndpoint, {}, { enabled: isAtCases, refetchInterval: () => whilePresent(60_000) })
  const shortcut = hasRole(officer, 'confirm') ? (
    <Link to="/desk" className="shortcut">
      开始现场确认
    </Link>
  ) : undefined
  return (
    <Page
      title="我的工作"
      lead={`今天是${formatDay(officer.today)}。${isAtCases ? '到期日按工作日计算，是作出认定结论的最后一天。' : ''}`}
      aside={shortcut}
    >
      {hasRole(officer, 'approve') && <AlertList />}
      {hasRole(officer, 'plan') && <FilingReminders />}
      <OfficeHints />
      {isAtCases ? <QueryState query={work}>{(counts) => <Board counts={counts} />}</QueryState> : <PlaceList />}
    </Page>
  )
}

function Board({ counts }: { readonly counts: OutputOf<typeof getWorkEndpoint> }) {
  const stages = counts.stages.filter(({ stage }) => stage !== 'closed')
  const isAllDone = stages.every(({ count }) => count === 0)
  return (
    <>
      <section aria-labelledby="by-due">
        <h2 id="by-due">按到期日</h2>
        <ul className="counts counts-due">
          <WorkCount to="/cases?due=overdue" title="已逾期" count={counts.overdue} tone="stop">
            已超过法定期限，请最先办理。
          </WorkCount>
          <WorkCount to="/cases?due=today" title="今日到期" count={counts.today} tone="warn">
            今天必须作出结论。
          </WorkCount>
          <WorkCount to="/cases?due=week" title="本周到期" count={counts.week} tone="plain">
            本周内必须作出结论。
          </WorkCount>
        </ul>
      </section>
      <section aria-labelledby="by-stage">
        <h2 id="by-stage">按环节</h2>
        <ul className="counts">
          {stages.map(({ stage, count }) => (
            <WorkCount
              key={stage}
              to={`/cases?stage=${stage}`}
              title={CASE_STAGE_TITLES[stage]}
              count={count}
              tone="plain"
            >
              {STAGE_SENTENCES[stage]}
            </WorkCount>
          ))}
        </ul>
        {isAllDone && <p className="all-done">现在没有待您办理的件。新的件到达后会出现在这里。</p>}
      </section>
    </>
  )
}
