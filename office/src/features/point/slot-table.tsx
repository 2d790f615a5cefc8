import { type SlotRow, listBookingsEndpoint, listSlotsEndpoint } from '@xingtan/contract/office/appointment'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatTime } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'

const STATES: Readonly<Record<SlotRow['state'], string>> = {
  open: '开放预约',
  draw: '等待抽签',
  later: '稍后开放',
  closed: '已关闭',
}

/** Days and slots with their figures; the names of a day stand below for the own point alone (case 13). */
export function SlotTable({ pointId, isOwn }: { readonly pointId: string; readonly isOwn: boolean }) {
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('day')
  const mayCall = hasRole(useOfficer(), 'confirm') && isOwn
  const query = useEndpoint(listSlotsEndpoint, { pointId, ...(chosen === null ? {} : { day: chosen }) })
  return (
    <section className="panel-flat" aria-labelledby="point-slots">
      <h2 id="point-slots">预约时段</h2>
      <QueryState query={query} skeletonLines={4}>
        {({ days, day, slots }) =>
          day === null ? (
            <p className="quiet">还没有生成预约时段。</p>
          ) : (
            <>
              <label className="point-day">
                日期{' '}
                <select value={day} onChange={(event) => setSearch({ day: event.target.value }, { replace: true })}>
                  {days.map((one) => (
                    <option key={one.day} value={one.day}>
                      {formatDay(one.day)}（已约 {one.booked}/{one.capacity}）
                    </option>
                  ))}
                </select>
              </label>
              <Slots slots={slots} />
              {mayCall && <Expected pointId={pointId} day={day} />}
            </>
          )
        }
      </QueryState>
    </section>
  )
}

function Slots({ slots }: { readonly slots: readonly SlotRow[] }) {
  return (
    <ScrollRegion className="table-scroll" label="当日各时段">
      <table className="case-table">
        <caption className="visually-hidden">预约时段</caption>
        <thead>
          <tr>
            <th scope="col">时段</th>
            <th scope="col">已约</th>
            <th scope="col">网上名额</th>
            <th scope="col">现场名额</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.slotId}>
              <td className="nowrap">
                {formatTime(slot.startsAt)}—{formatTime(slot.endsAt)}
              </td>
              <td>{slot.booked}</td>
              <td>{slot.capacity}</td>
              <td>{slot.walkIn}</td>
              <td>{STATES[slot.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Expected({ pointId, day }: { readonly pointId: string; readonly day: string }) {
  const query = useEndpoint(listBookingsEndpoint, { pointId, day })
  return (
    <>
      <h3>当日预约人员</h3>
      <QueryState query={query} skeletonLines={3}>
        {({ bookings }) =>
          bookings.length === 0 ? (
            <p className="quiet">当日还没有人预约。</p>
          ) : (
            <ul className="point-expected">
              {bookings.map((one) => (
                <li key={one.appointmentId}>
                  {formatTime(one.startsAt)} <Link to={`/cases/${one.applicationId}`}>{one.name}</Link>{' '}
                  <span className="quiet">
                    {one.registrationNumber}
                    {one.state === 'arrived' && '，已到场'}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  )
}
