import {
  type PoliceOffice,
  VETTING_WAY_TITLES,
  endPoliceOfficeEndpoint,
  listPoliceOfficesEndpoint,
} from '@xingtan/contract/office/vetting'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { AddOfficeDialog } from './add-office-dialog.tsx'
import { useVettingCommand } from './use-vetting-command.ts'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

/** 公安机关: whom the agency asks, for whom, and in which way (DEC-1). */
export function OfficesPage() {
  const offices = useEndpoint(listPoliceOfficesEndpoint, {})
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<PoliceOffice>()
  return (
    <Page
      title="公安机关"
      lead="发起无犯罪记录核查时，按申请人户籍所在地分送。没有登记的，通过统一核查接口核查。"
      aside={
        <Button type="primary" onClick={() => setAdding(true)}>
          登记公安机关
        </Button>
      }
    >
      <VettingNav />
      <QueryState query={offices} skeletonLines={5}>
        {({ offices: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="还没有登记公安机关">
              <p>当地公安机关以文件返回结果的，请先登记。</p>
            </EmptyState>
          ) : (
            <DataTable
              caption="公安机关"
              columns={columnsOf(setEnding)}
              rows={rows}
              rowKey={({ policeOfficeId }) => policeOfficeId}
            />
          )
        }
      </QueryState>
      {isAdding && <AddOfficeDialog onClose={() => setAdding(false)} />}
      {ending !== undefined && <EndDialog office={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}

function columnsOf(onEnd: (office: PoliceOffice) => void): readonly Column<PoliceOffice>[] {
  return [
    { key: 'name', title: '名称', cell: ({ name }) => name },
    { key: 'way', title: '核查方式', cell: ({ way }) => VETTING_WAY_TITLES[way] },
    {
      key: 'areas',
      title: '负责的户籍地（区划代码）',
      cell: ({ areaCodes }) => (areaCodes.length === 0 ? '其余全部' : areaCodes.join('、')),
    },
    {
      key: 'act',
      title: '办理',
      cell: (office) => (
        <Button size="small" aria-label={`停用${office.name}`} onClick={() => onEnd(office)}>
          停用
        </Button>
      ),
    },
  ]
}

function EndDialog({ office, onClose }: { readonly office: PoliceOffice; readonly onClose: () => void }) {
  const end = useVettingCommand(endPoliceOfficeEndpoint, '公安机关已停用。', onClose)
  const { policeOfficeId, name } = office
  return (
    <Dialog title={`停用${name}`} onClose={onClose}>
      <p>以后发起的核查不再送交{name}，已经送交的批次仍可以导入结果。</p>
      {end.isError && <ProblemAlert problem={end.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          danger
          data-autofocus
          loading={end.isPending}
          onClick={() => end.mutate({ input: { policeOfficeId } })}
        >
          停用
        </Button>
      </div>
    </Dialog>
  )
}
