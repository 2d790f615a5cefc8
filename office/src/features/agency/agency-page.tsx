import { AGENCY_LEVEL_TITLES, type AgencyRecord, getAgencyRecordEndpoint } from '@xingtan/contract/office/agency'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PowerTable } from './power-table.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { SuccessionDialog } from './succession-dialog.tsx'
import { SuccessionList } from './succession-list.tsx'
import './agency.css'

/** One agency as the register has it: powers with their days, names, successions. */
export function AgencyPage() {
  const { agencyCode = '' } = useParams()
  const record = useEndpoint(getAgencyRecordEndpoint, { agencyCode })
  return (
    <Page title={record.data?.name ?? '机构登记'} lead={<Link to="/agencies">返回机构与权限</Link>}>
      <QueryState query={record} skeletonLines={8}>
        {(agency) => <Register agency={agency} />}
      </QueryState>
    </Page>
  )
}

function Register({ agency }: { readonly agency: AgencyRecord }) {
  const [open, setOpen] = useState<'rename' | 'succession' | undefined>()
  const close = () => setOpen(undefined)
  return (
    <div className="agency-record">
      <section className="panel-flat" aria-labelledby="agency-facts">
        <div className="section-head">
          <h2 id="agency-facts">基本登记</h2>
          {agency.mayChange && (
            <span className="section-actions">
              <Button onClick={() => setOpen('rename')}>变更名称</Button>
              <Button onClick={() => setOpen('succession')}>登记接替机构</Button>
            </span>
          )}
        </div>
        <DefinitionList
          facts={[
            { term: '机构代码', value: agency.code },
            { term: '层级', value: AGENCY_LEVEL_TITLES[agency.level] },
            { term: '行政区划', value: agency.regionName },
            { term: '上级机构', value: agency.parent?.name ?? '无' },
            { term: '现接替机构', value: agency.successor?.name ?? '无（本机构正常办理）' },
            { term: '接替了', value: agency.predecessors.map(({ name }) => name).join('、') || '无' },
          ]}
        />
        {!agency.mayChange && agency.successor === null && <p className="quiet">本机构的登记由上一级机构变更。</p>}
      </section>
      <PowerTable agency={agency} />
      <SuccessionList agencyCode={agency.code} />
      <section className="panel-flat" aria-labelledby="agency-names">
        <h2 id="agency-names">历次名称</h2>
        <ul>
          {agency.names.map(({ name, heldFrom, orderNumber }) => (
            <li key={heldFrom}>
              {name} <span className="quiet">自 {heldFrom}</span>
              {orderNumber !== null && <span className="quiet">，{orderNumber}</span>}
            </li>
          ))}
        </ul>
        <p className="quiet">变更名称之前签发的证书，仍保留当时的机构名称。</p>
      </section>
      {open === 'rename' && <RenameDialog agency={agency} onClose={close} />}
      {open === 'succession' && <SuccessionDialog agency={agency} onClose={close} />}
    </div>
  )
}
