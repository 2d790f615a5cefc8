import { TRAINING_KIND_TITLES, type TrainingSession, listTrainingsEndpoint } from '@xingtan/contract/office/training'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { daysText } from './days-text.ts'
import './training.css'

/** 培训记录: the trainings of a year that the own agency held or was asked to attend (PLN-7). */
export function TrainingsPage() {
  const [search] = useSearchParams()
  const asked = Number(search.get('year'))
  const isYear = Number.isInteger(asked) && asked >= 2010 && asked <= 2100
  const trainings = useEndpoint(listTrainingsEndpoint, isYear ? { year: asked } : {})
  const [isRecording, setRecording] = useState(false)
  const year = trainings.data?.year
  return (
    <Page
      title="培训记录"
      lead="省级机构每年至少开展一次全省范围的培训；现场确认、证书打印和注册贴粘贴人员上岗前须经过培训。"
      aside={
        <>
          {trainings.data?.hasBelow === true && <Link to="/trainings/board">下级培训情况</Link>}
          <Button type="primary" onClick={() => setRecording(true)}>
            登记培训
          </Button>
        </>
      }
    >
      {year !== undefined && (
        <nav className="year-filter" aria-label="年份">
          <ul>
            {[year - 1, year, year + 1].map((each) => (
              <li key={each}>
                <Link className="chip" to={`/trainings?year=${each}`} aria-current={each === year ? 'true' : undefined}>
                  {each}年
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <QueryState query={trainings} skeletonLines={6}>
        {({ yearlyMissing, sessions, year: shown }) => (
          <>
            {yearlyMissing && (
              <p className="training-missing">
                <StatusTag tone="warn">缺少年度培训</StatusTag> {shown}
                年还没有登记全省范围的工作部署、政策学习和系统使用培训。
              </p>
            )}
            {sessions.length === 0 ? (
              <EmptyState title="这一年还没有培训记录">
                <p>培训结束后，请登记培训并勾选参加人员。</p>
              </EmptyState>
            ) : (
              <Sessions sessions={sessions} />
            )}
          </>
        )}
      </QueryState>
      {isRecording && <RecordDialog onClose={() => setRecording(false)} />}
    </Page>
  )
}

function Sessions({ sessions }: { readonly sessions: readonly TrainingSession[] }) {
  return (
    <ScrollRegion className="table-scroll" label="培训列表">
      <table className="case-table">
        <caption className="visually-hidden">培训列表</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">主题</th>
            <th scope="col">内容</th>
            <th scope="col">举办机构</th>
            <th scope="col">参加人数</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.sessionId}>
              <td className="nowrap">{daysText(session)}</td>
              <td>
                <Link to={`/trainings/${session.sessionId}`}>{session.topic}</Link>
              </td>
              <td>{session.kinds.map((kind) => TRAINING_KIND_TITLES[kind]).join('、')}</td>
              <td>{session.agencyName}</td>
              <td className="nowrap">{session.attendedCount} 人</td>
              <td>
                {session.withdrawnBecause === null ? (
                  <StatusTag tone="ok">有效</StatusTag>
                ) : (
                  <StatusTag tone="neutral">已作废</StatusTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
