import type { OutputOf } from '@xingtan/contract/endpoint'
import { type AddressRule, listAddressRulesEndpoint } from '@xingtan/contract/office/door'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { AddressRuleDialog } from './address-rule-dialog.tsx'
import { EndAddressDialog } from './end-address-dialog.tsx'
import './security.css'

type Rules = OutputOf<typeof listAddressRulesEndpoint>

const STATES = { 'in-force': '使用中', 'to-come': '尚未启用', over: '已停用' } as const

/** The addresses of one agency: in force, to come, over (S-037). */
export function AgencyAddressesPage() {
  const { agencyCode = '' } = useParams()
  const rules = useEndpoint(listAddressRulesEndpoint, { agencyCode })
  const title = rules.data === undefined ? '登录地址' : `登录地址：${rules.data.agencyName}`
  return (
    <Page title={title} aside={<Link to="/security/addresses">返回机构列表</Link>}>
      <QueryState query={rules} skeletonLines={8}>
        {(shown) => <ReadyRules agencyCode={agencyCode} shown={shown} />}
      </QueryState>
    </Page>
  )
}

function ReadyRules({ agencyCode, shown }: { readonly agencyCode: string; readonly shown: Rules }) {
  const [adds, setAdds] = useState(false)
  const [ending, setEnding] = useState<AddressRule>()
  const hasRule = shown.rules.some(({ state }) => state === 'in-force')
  return (
    <>
      {!hasRule && (
        <Notice tone={shown.isRequired ? 'stop' : 'warn'}>
          {shown.isRequired
            ? '政策要求登记地址，而这个机构没有使用中的地址，它的用户现在不能登录。请登记地址。'
            : '这个机构没有使用中的地址，它的用户可以从任何地址登录。建议登记办公地点的网段。'}
        </Notice>
      )}
      <div className="security-head">
        <p className="quiet">您现在的地址是 {shown.ownAddress ?? '未知'}。</p>
        <Button type="primary" onClick={() => setAdds(true)}>
          登记地址
        </Button>
      </div>
      {shown.rules.length === 0 ? (
        <EmptyState title="还没有登记地址">
          <p>登记后，只有从登记的地址才能登录本系统。</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="登记的地址"
          columns={columnsOf(setEnding)}
          rows={shown.rules}
          rowKey={({ ruleId }) => ruleId}
        />
      )}
      {adds && <AddressRuleDialog agencyCode={agencyCode} onClose={() => setAdds(false)} />}
      {ending !== undefined && <EndAddressDialog rule={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function columnsOf(onEnd: (rule: AddressRule) => void): readonly Column<AddressRule>[] {
  return [
    { key: 'network', title: '地址段', cell: ({ network }) => network },
    { key: 'label', title: '说明', cell: ({ label }) => label },
    {
      key: 'who',
      title: '适用',
      cell: ({ holder, username }) => (username === null ? '本机构全体' : `${holder ?? ''}（${username}）`),
    },
    { key: 'starts', title: '启用', cell: ({ startsAt }) => formatInstantShort(startsAt) },
    { key: 'ends', title: '停用', cell: ({ endsAt }) => (endsAt === null ? '—' : formatInstantShort(endsAt)) },
    { key: 'state', title: '状态', cell: ({ state }) => STATES[state] },
    { key: 'by', title: '登记人', cell: ({ createdBy }) => createdBy },
    {
      key: 'act',
      title: '办理',
      cell: (rule) =>
        rule.state === 'over' ? (
          '—'
        ) : (
          <Button size="small" aria-label={`停用地址段 ${rule.network}`} onClick={() => onEnd(rule)}>
            停用
          </Button>
        ),
    },
  ]
}
