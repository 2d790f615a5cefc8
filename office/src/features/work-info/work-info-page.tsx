import { type OwnWorkInfo, WORK_INFO_STATE_TITLES, getOwnWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { OpenCollectionDialog } from './open-collection-dialog.tsx'
import { WorkInfoForm } from './work-info-form.tsx'
import './work-info.css'

const EVENTS: Readonly<Record<string, string>> = {
  'handed-in': '上报',
  'passed-on': '审核后报送上级',
  returned: '退回',
  accepted: '汇总',
}

/** 《教师资格管理信息系统认定机构工作信息采集表》 of the own agency (ACC-10). */
export function WorkInfoPage() {
  const own = useEndpoint(getOwnWorkInfoEndpoint, {})
  const [isOpening, setOpening] = useState(false)
  return (
    <Page
      title="工作信息采集"
      lead="《教师资格管理信息系统认定机构工作信息采集表》：逐级上报，县级报市级，市级报省级。"
      aside={
        <>
          {own.data?.hasBelow === true && <Link to="/work-info/board">下级上报情况</Link>}
          {own.data?.mayCollect === true && <Button onClick={() => setOpening(true)}>发起本年度采集</Button>}
        </>
      }
    >
      <QueryState query={own} skeletonLines={8}>
        {(found) =>
          found.form === null ? (
            <EmptyState title="还没有采集任务">
              <p>国家中心或省级机构发起采集后，采集表会出现在这里。</p>
            </EmptyState>
          ) : (
            <Own own={found} form={found.form} />
          )
        }
      </QueryState>
      {isOpening && <OpenCollectionDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

interface OwnProps {
  readonly own: OwnWorkInfo
  readonly form: NonNullable<OwnWorkInfo['form']>
}

function Own({ own, form }: OwnProps) {
  const collection = own.collections.find(({ collectionId }) => collectionId === form.collectionId)
  const isWritable = form.state !== 'handed-in' && form.state !== 'accepted'
  return (
    <div className="work-info">
      <section className="panel-flat" aria-labelledby="work-info-standing">
        <div className="section-head">
          <h2 id="work-info-standing">{collection?.year}年采集表</h2>
          <StatusTag tone={form.state === 'accepted' ? 'ok' : 'wait'}>{WORK_INFO_STATE_TITLES[form.state]}</StatusTag>
        </div>
        <p>
          {own.agencyName}，截止 {formatDay(collection?.dueOn ?? '')}，由{collection?.collectorName}发起。
          {!isWritable && `现在${form.heldByName}。`}
        </p>
        {collection?.note !== '' && <p>{collection?.note}</p>}
        {form.returnedBecause !== null && (
          <div className="problem" role="alert">
            <p className="problem-title">上级已退回，请修改后重新上报</p>
            <p>{form.returnedBecause}</p>
          </div>
        )}
      </section>
      <WorkInfoForm key={form.version} form={form} isWritable={isWritable} />
      {form.events.length > 0 && (
        <section className="panel-flat" aria-labelledby="work-info-events">
          <h2 id="work-info-events">上报经过</h2>
          <ul>
            {form.events.map((event) => (
              <li key={event.at + event.kind}>
                {formatInstantShort(event.at)} {event.agencyName} {EVENTS[event.kind]}
                {event.reason !== null && `：${event.reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
