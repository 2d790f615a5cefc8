import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { getTrainingEndpoint, listTrainingsEndpoint, saveAttendanceEndpoint } from '@xingtan/contract/office/training'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'

interface AttendanceListProps {
  readonly view: OutputOf<typeof getTrainingEndpoint>
}

/** People of the own tree; the holder ticks a whole page at once and saves. */
export function AttendanceList({ view }: AttendanceListProps) {
  const { session, people } = view
  const { sessionId } = session
  const queryClient = useQueryClient()
  const announce = useToast()
  const isWritable = session.isOwn && session.withdrawnBecause === null
  const kept = new Set(people.filter(({ attended }) => attended).map(({ personId }) => personId))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(kept)
  const save = useCommand(saveAttendanceEndpoint, {
    onSuccess: () => {
      announce('参加人员已保存。')
      for (const { name } of [getTrainingEndpoint, listTrainingsEndpoint])
        void queryClient.invalidateQueries({ queryKey: [name] })
    },
  })
  const ids = people.map(({ personId }) => personId)
  const attended = ids.filter((id) => ticked.has(id) && !kept.has(id))
  const absent = ids.filter((id) => !ticked.has(id) && kept.has(id))
  const isChanged = attended.length + absent.length > 0
  const tick = (each: readonly string[], isOn: boolean) =>
    setTicked(isOn ? new Set([...ticked, ...each]) : new Set([...ticked].filter((id) => !each.includes(id))))
  if (people.length === 0) {
    return (
      <EmptyState title="没有符合条件的人员">
        <p>请更换筛选条件再看。</p>
      </EmptyState>
    )
  }
  return (
    <>
      {save.error !== null && <ProblemAlert problem={save.error} />}
      <ScrollRegion className="table-scroll" label="参加人员名单">
        <table className="case-table">
          <caption className="visually-hidden">参加人员名单</caption>
          <thead>
            <tr>
              <th scope="col" className="col-check">
                <input
                  type="checkbox"
                  aria-label="本页全部参加"
                  disabled={!isWritable}
                  checked={ids.every((id) => ticked.has(id))}
                  onChange={({ target }) => tick(ids, target.checked)}
                />
              </th>
              <th scope="col">姓名</th>
              <th scope="col">机构</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, name, agencyName }) => (
              <tr key={personId}>
                <td className="col-check">
                  <input
                    type="checkbox"
                    aria-label={`${name}参加`}
                    disabled={!isWritable}
                    checked={ticked.has(personId)}
                    onChange={({ target }) => tick([personId], target.checked)}
                  />
                </td>
                <td>{name}</td>
                <td>{agencyName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isWritable && (
        <div className="dialog-actions">
          {isChanged && (
            <span className="quiet">
              新增 {attended.length} 人，取消 {absent.length} 人，保存后生效。
            </span>
          )}
          <Button
            type="primary"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ input: { sessionId, attended, absent } })}
          >
            保存参加人员
          </Button>
        </div>
      )}
    </>
  )
}
