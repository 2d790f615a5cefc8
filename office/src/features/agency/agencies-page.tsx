import { AGENCY_LEVEL_TITLES, type AgencyListRow, listAgenciesEndpoint } from '@xingtan/contract/office/agency'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Field } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { CreateAgencyDialog } from './create-agency-dialog.tsx'
import { typesText } from './types-text.ts'
import './agency.css'

/** 机构与权限: the tree from the officer's own agency down, one step at a time (ADM-1, ADM-2). */
export function AgenciesPage() {
  const [search] = useSearchParams()
  const parent = search.get('parent') ?? undefined
  const text = search.get('text') ?? undefined
  const [isCreating, setCreating] = useState(false)
  const agencies = useEndpoint(listAgenciesEndpoint, { ...(parent && { parent }), ...(text && { text }) })
  return (
    <Page
      title="机构与权限"
      lead="下级机构的名称、认定权限和接替安排由上级登记。点击机构名称查看和变更。"
      aside={
        <Button type="primary" onClick={() => setCreating(true)}>
          新增下级机构
        </Button>
      }
    >
      <FindAgency key={text} text={text ?? ''} />
      <QueryState query={agencies} skeletonLines={8}>
        {({ path, rows }) => (
          <>
            {text === undefined && (
              <nav className="agency-path" aria-label="所在层级">
                <ol>
                  {path.map(({ code, name }) => (
                    <li key={code}>
                      <Link to={`/agencies?parent=${code}`}>{name}</Link>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            {rows.length === 0 ? (
              <EmptyState title="没有找到机构">
                <p>
                  请更换名称或代码再找，或<Link to="/agencies">回到本机构</Link>。
                </p>
              </EmptyState>
            ) : (
              <AgencyTable rows={rows} />
            )}
            {isCreating && <CreateAgencyDialog parent={path.at(-1)} onClose={() => setCreating(false)} />}
          </>
        )}
      </QueryState>
    </Page>
  )
}

function FindAgency({ text }: { readonly text: string }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(text)
  return (
    <search>
      <form
        className="agency-find"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = typed.trim()
          void navigate(wanted === '' ? '/agencies' : `/agencies?text=${encodeURIComponent(wanted)}`)
        }}
      >
        <Field label="按名称或代码查找">
          {(aria) => (
            <Input {...aria} value={typed} maxLength={60} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <Button htmlType="submit">查找</Button>
      </form>
    </search>
  )
}

function AgencyTable({ rows }: { readonly rows: readonly AgencyListRow[] }) {
  return (
    <section className="table-scroll" aria-label="机构">
      <table className="case-table">
        <caption className="visually-hidden">机构。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">机构名称</th>
            <th scope="col">层级</th>
            <th scope="col">今日认定权限</th>
            <th scope="col">状态</th>
            <th scope="col">下级</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td className="col-number">{row.code}</td>
              <td className="col-name">
                <Link to={`/agencies/${row.code}`} data-row-link className="row-link" onKeyDown={moveBetweenRows}>
                  {row.name}
                </Link>
              </td>
              <td>
                {AGENCY_LEVEL_TITLES[row.level]} <span className="quiet">{row.regionName}</span>
              </td>
              <td>{typesText(row.types)}</td>
              <td>
                {row.successor === null ? (
                  <StatusTag tone="ok">正常</StatusTag>
                ) : (
                  <StatusTag tone="neutral">{`由${row.successor.name}接替`}</StatusTag>
                )}
              </td>
              <td className="nowrap">
                {row.belowCount === 0 ? (
                  <span className="quiet">无</span>
                ) : (
                  <Link to={`/agencies?parent=${row.code}`}>{row.belowCount} 个</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
