import type { OutputOf } from '@xingtan/contract/endpoint'
import { type FilingDuty, listFilingsEndpoint, openFilingEndpoint } from '@xingtan/contract/office/filing'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { FilingReminders } from '../../components/filing-reminders.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { boardAddress, filingTitle } from './filing-address.ts'
import { FilingStateTag } from './filing-state.tsx'
import { useFilingCommand } from './use-filing-command.ts'
import './filing.css'

type View = OutputOf<typeof listFilingsEndpoint>

/** 报送事项: what the own agency files upward and until when, and the boards of what is filed with it (PLN-2). */
export function FilingsPage() {
  const filings = useEndpoint(listFilingsEndpoint, {})
  return (
    <Page
      title="报送事项"
      lead="省级机构在设置计划前向国家中心报送通知和计划表；市、县级机构在发布公告前向省级机构报送实施方案。"
    >
      <FilingReminders />
      <QueryState query={filings} skeletonLines={8}>
        {({ agencyName, duties, received }) => (
          <div className="filing-sections">
            {duties.length > 0 && <Duties agencyName={agencyName} duties={duties} />}
            {received.length > 0 && <Received rows={received} />}
            {duties.length === 0 && received.length === 0 && (
              <EmptyState title="现在没有需要报送的事项">
                <p>设置新的批次后，需要报送的通知和方案会出现在这里。</p>
              </EmptyState>
            )}
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Duties({ agencyName, duties }: { readonly agencyName: string; readonly duties: readonly FilingDuty[] }) {
  const navigate = useNavigate()
  const open = useFilingCommand(
    openFilingEndpoint,
    () => null,
    ({ filingId }) => void navigate(`/filings/${filingId}`),
  )
  return (
    <section aria-labelledby="filing-duties">
      <h2 id="filing-duties">{agencyName}需要报送</h2>
      {open.error !== null && <ProblemAlert problem={open.error} />}
      <ScrollRegion className="table-scroll" label="需要报送的事项">
        <table className="case-table">
          <caption className="visually-hidden">需要报送的事项</caption>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">报送给</th>
              <th scope="col">最晚报送</th>
              <th scope="col">状态</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {duties.map(({ kind, year, roundId, ...duty }) => (
              <tr key={`${kind} ${year} ${roundId}`}>
                <td>{filingTitle({ kind, year, roundName: duty.roundName })}</td>
                <td>{duty.receiverName}</td>
                <td className="nowrap">{formatDay(duty.dueOn)}</td>
                <td>
                  <FilingStateTag state={duty.state} isLate={duty.isLate} />
                </td>
                <td>
                  {duty.filingId === null ? (
                    <Button
                      type="primary"
                      aria-label={`开始填写${filingTitle({ kind, year, roundName: duty.roundName })}`}
                      loading={open.isPending}
                      onClick={() => open.mutate({ input: { kind, year, roundId } })}
                    >
                      开始填写
                    </Button>
                  ) : (
                    <Link to={`/filings/${duty.filingId}`}>打开</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

function Received({ rows }: { readonly rows: View['received'] }) {
  return (
    <section aria-labelledby="filing-received">
      <h2 id="filing-received">下级报送情况</h2>
      <ScrollRegion className="table-scroll" label="下级报送情况列表">
        <table className="case-table">
          <caption className="visually-hidden">下级报送情况</caption>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">最晚报送</th>
              <th scope="col">待审核</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind} ${row.year} ${row.roundId}`}>
                <td>
                  <Link to={boardAddress(row)}>{filingTitle(row)}</Link>
                </td>
                <td className="nowrap">{formatDay(row.dueOn)}</td>
                <td className="nowrap">{row.waiting === 0 ? '无' : `${row.waiting} 份`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
