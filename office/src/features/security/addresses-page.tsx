import type { OutputOf } from '@xingtan/contract/endpoint'
import { findAddressAgenciesEndpoint } from '@xingtan/contract/office/door'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Field } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import './security.css'

type Agency = OutputOf<typeof findAddressAgenciesEndpoint>['agencies'][number]

const COLUMNS: readonly Column<Agency>[] = [
  {
    key: 'name',
    title: '机构',
    cell: ({ code, name }) => <Link to={`/security/addresses/${code}`}>{name}</Link>,
  },
  { key: 'code', title: '机构代码', cell: ({ code }) => code },
  {
    key: 'count',
    title: '使用中的地址',
    align: 'end',
    cell: ({ ruleCount }) => (ruleCount === 0 ? '未登记' : `${ruleCount} 条`),
  },
]

/** 登录地址: choose an agency of one's scope by its name (S-037). */
export function AddressesPage() {
  const [search, setSearch] = useSearchParams()
  const text = search.get('text') ?? ''
  const [typed, setTyped] = useState(text)
  const agencies = useEndpoint(findAddressAgenciesEndpoint, text === '' ? {} : { text })
  return (
    <Page
      title="登录地址"
      lead="为本机构和下级机构登记可以登录本系统的网络地址。机构登记地址后，只能从这些地址登录；没有登记的，按政策规定办理。"
    >
      <search>
        <form
          className="security-search"
          onSubmit={(event) => {
            event.preventDefault()
            setSearch(typed.trim() === '' ? {} : { text: typed.trim() })
          }}
        >
          <Field label="机构名称">
            {(aria) => (
              <Input {...aria} maxLength={40} value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
          <Button htmlType="submit">查找</Button>
        </form>
      </search>
      <QueryState query={agencies} skeletonLines={8}>
        {(found) =>
          found.agencies.length === 0 ? (
            <EmptyState title="没有找到这个机构">
              <p>请核对名称，或只填写名称的一部分再查找。</p>
            </EmptyState>
          ) : (
            <>
              <DataTable caption="机构" columns={COLUMNS} rows={found.agencies} rowKey={({ code }) => code} />
              {found.agencies.length === 30 && <p className="quiet">只显示前 30 个机构，请填写名称缩小范围。</p>}
            </>
          )
        }
      </QueryState>
    </Page>
  )
}
