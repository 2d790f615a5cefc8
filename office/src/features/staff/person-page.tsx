import { FILING_KIND_TITLES, getStaffEndpoint, type StaffPersonView } from '@xingtan/contract/office/staff'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstant, formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { FilingTag } from './filing-tag.tsx'
import { type PersonAct, PersonDialog } from './person-dialogs.tsx'
import { PersonRecords } from './person-records.tsx'
import { UserList } from './user-list.tsx'
import './staff.css'

/** One office person: what is filed, users, delegations, duties and history (ACC-8, ADM-1). */
export function PersonPage() {
  const { personId = '' } = useParams()
  const person = useEndpoint(getStaffEndpoint, { personId })
  return (
    <Page title="人员" lead={<Link to="/staff">返回人员备案</Link>}>
      <QueryState query={person} skeletonLines={10}>
        {(view) => <Record view={view} />}
      </QueryState>
    </Page>
  )
}

function filingTextOf({ filedFrom, filedUntil }: StaffPersonView): string {
  if (filedFrom === null) return '尚未备案'
  return filedUntil === null ? `${formatInstant(filedFrom)} 起` : formatWindow(filedFrom, filedUntil)
}

function Record({ view }: { readonly view: StaffPersonView }) {
  const [act, setAct] = useState<PersonAct | undefined>()
  const waiting = view.filings.find(({ state }) => state === 'waiting')
  const returned = view.filings[0]?.state === 'returned' ? view.filings[0] : undefined
  const isHere = view.leftAt === null
  return (
    <div className="staff-person">
      <section className="panel-flat" aria-labelledby="person-filing">
        <div className="section-head">
          <h2 id="person-filing">{view.name}</h2>
          <FilingTag state={view.state} />
        </div>
        {waiting !== undefined && (
          <p>
            {FILING_KIND_TITLES[waiting.kind]}申请已提出，等待{view.filingAgencyName}办理。
          </p>
        )}
        {returned !== undefined && <p>上一次申请被退回：{returned.returnReason}请修改后重新提出。</p>}
        <DefinitionList
          facts={[
            { term: '机构', value: view.agencyName },
            { term: '岗位', value: view.post ?? '未填写' },
            { term: '证件', value: `${view.documentTypeName ?? ''} ${view.maskedNumber ?? '未登记'}` },
            { term: '手机号码', value: view.maskedPhone ?? '未登记' },
            { term: '办公电话', value: view.officePhone ?? '未登记' },
            { term: '备案机构', value: view.filingAgencyName },
            { term: '备案期限', value: filingTextOf(view) },
            ...(view.leftReason === null ? [] : [{ term: '离岗原因', value: view.leftReason }]),
          ]}
        />
        {isHere && !view.isOneself && (
          <div className="section-actions">
            <Button disabled={waiting !== undefined} onClick={() => setAct({ kind: 'change' })}>
              变更信息
            </Button>
            <Button onClick={() => setAct({ kind: 'open-user' })}>开通用户</Button>
            <Button danger onClick={() => setAct({ kind: 'leave' })}>
              办理离岗
            </Button>
          </div>
        )}
      </section>
      <UserList view={view} onAct={setAct} />
      <PersonRecords view={view} />
      {act !== undefined && <PersonDialog view={view} act={act} onClose={() => setAct(undefined)} />}
    </div>
  )
}
