import { getPlanCalendarEndpoint, planFeedPath } from '@xingtan/contract/plan-calendar'
import { formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'

/** The published windows of an agency with its calendar file; nothing is shown while it has published none (PUB-8). */
export function ContactCalendar({ agencyCode }: { readonly agencyCode: string }) {
  const plans = useEndpoint(getPlanCalendarEndpoint, { agencyCode }).data?.plans ?? []
  if (plans.length === 0) return null
  return (
    <>
      <ul className="contact-plans">
        {plans.map(({ roundName, confirm }) => (
          <li key={roundName}>
            <p className="contact-point-name">{roundName}现场确认</p>
            {confirm.map(({ opensAt, closesAt }) => (
              <p key={opensAt}>{formatWindow(opensAt, closesAt)}</p>
            ))}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href={planFeedPath(agencyCode)} download>
          下载日历文件
        </a>
        <span className="secondary">，可以导入手机或电脑的日历。</span>
      </p>
    </>
  )
}
