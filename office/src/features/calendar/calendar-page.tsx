import { type CalendarYearRow, listCalendarEndpoint } from '@xingtan/contract/office/calendar'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { whilePresent } from '../../session/presence.ts'
import { NoticeForm } from './notice-form.tsx'
import './calendar.css'

const WATCH_MS = 3000

function isRunning({ run }: CalendarYearRow): boolean {
  return run !== null && run.finishedAt === null
}

type Calendar = OutputOf<typeof listCalendarEndpoint>

/** 工作日历: days off and make-up workdays by year; the next year is entered by two persons of the nation (PLN-3). */
export function CalendarPage() {
  const calendar = useEndpoint(
    listCalendarEndpoint,
    {},
    {
      // A notice that is being followed is watched until all due days have moved.
      refetchInterval: ({ state }) => (state.data?.years.some(isRunning) === true ? whilePresent(WATCH_MS) : false),
    },
  )
  return (
    <Page
      title="工作日历"
      lead="办理期限按工作日计算，放假和调休以国务院办公厅每年的通知为准。通知公布前，跨年度的期限为暂定；由国家中心两位计划管理人员录入后，未办结申请的期限按通知重新计算。"
    >
      <QueryState query={calendar} skeletonLines={10}>
        {(found) => <Years calendar={found} />}
      </QueryState>
    </Page>
  )
}

function Years({ calendar }: { readonly calendar: Calendar }) {
  const [isEntering, setEntering] = useState(false)
  return (
    <div className="calendar-page">
      {calendar.canPropose && !isEntering && (
        <div>
          <Button type="primary" onClick={() => setEntering(true)}>
            录入 {calendar.nextYear} 年放假安排
          </Button>
        </div>
      )}
      {isEntering && <NoticeForm calendar={calendar} onClose={() => setEntering(false)} />}
      {calendar.years.map((year, index) => (
        <Year key={year.year} year={year} isOpen={index === 0} />
      ))}
    </div>
  )
}

function runTextOf({ run }: CalendarYearRow): string {
  if (run === null) return '随系统启用录入'
  const counts = `核对 ${run.seen} 件，期限变动 ${run.moved} 件，转为确定 ${run.settled} 件`
  return run.finishedAt === null ? `${counts}，正在继续。` : `${counts}，${formatInstantShort(run.finishedAt)} 完成。`
}

function Year({ year, isOpen }: { readonly year: CalendarYearRow; readonly isOpen: boolean }) {
  return (
    <details className="panel-flat" open={isOpen}>
      <summary>{year.year}年</summary>
      <DefinitionList
        facts={[
          { term: '依据', value: year.source },
          { term: '放假', value: <Days days={year.holidays} /> },
          { term: '调休上班', value: year.workdays.length === 0 ? '无' : <Days days={year.workdays} /> },
          { term: '期限重新计算', value: runTextOf(year) },
        ]}
      />
    </details>
  )
}

function Days({ days }: { readonly days: readonly string[] }) {
  return (
    <span className="calendar-days">
      {days.map((day) => (
        <span key={day} className="nowrap">
          {day}
        </span>
      ))}
    </span>
  )
}
