import {
  EMERGENCY_STATE_TITLES,
  type EmergencyAccount,
  type EmergencyOpening,
  type EmergencyState,
  listEmergencyEndpoint,
} from '@xingtan/contract/office/emergency'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstant, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Page } from '../../components/page.tsx'
import { EmergencyActs } from './emergency-acts.tsx'
import './security.css'

const TONES: Readonly<Record<EmergencyState, Tone>> = {
  none: 'neutral',
  sealed: 'ok',
  used: 'warn',
  asked: 'act',
  open: 'stop',
}

/** 应急账号: sealed; opened by two persons for sixty minutes; everything it read is listed (S-042). */
export function EmergencyPage() {
  const found = useEndpoint(listEmergencyEndpoint, {})
  return (
    <Page
      title="应急账号"
      lead="应急账号平时封存，不能登录。启用须由系统管理员和安全管理员两人先后用密钥确认，60 分钟后自动失效；启用时立即通知各级安全管理员，期间查阅的内容逐条记录。"
    >
      <QueryState query={found} skeletonLines={6}>
        {({ accounts }) => (
          <div className="security-stack">
            {accounts.map((account) => (
              <Account key={account.agencyCode} account={account} />
            ))}
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Account({ account }: { readonly account: EmergencyAccount }) {
  const id = `emergency-${account.agencyCode}`
  return (
    <section className="panel-flat" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{account.agencyName}</h2>
        <StatusTag tone={TONES[account.state]}>{EMERGENCY_STATE_TITLES[account.state]}</StatusTag>
      </div>
      {account.username === null ? (
        <p>还没有设立应急账号。由本机构安全管理员封存后，密码装入信封，与密钥分开保管。</p>
      ) : (
        <DefinitionList
          facts={[
            { term: '用户名', value: account.username },
            { term: '封存时间', value: account.sealedAt === null ? '' : formatInstant(account.sealedAt) },
          ]}
        />
      )}
      <EmergencyActs account={account} />
      {account.openings.map((opening) => (
        <Opening key={opening.openingId} opening={opening} />
      ))}
    </section>
  )
}

function endTextOf({ isOpen, closesAt, closedAt }: EmergencyOpening): string {
  if (isOpen && closesAt !== null) return `${formatInstant(closesAt)} 自动失效`
  return formatInstantShort(closedAt ?? closesAt ?? '')
}

const READ_COLUMNS: readonly Column<EmergencyOpening['reads'][number]>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => formatInstantShort(at) },
  { key: 'endpoint', title: '操作', cell: ({ endpoint }) => endpoint },
  { key: 'object', title: '对象编号', cell: ({ objectId }) => (objectId === '' ? '—' : objectId) },
]

function Opening({ opening }: { readonly opening: EmergencyOpening }) {
  return (
    <details className="emergency-opening" open={opening.isOpen}>
      <summary>
        {formatInstantShort(opening.askedAt)} {opening.askedByName}申请
        {opening.approvedByName === null ? '，未启用' : `，${opening.approvedByName}同意启用`}
      </summary>
      <DefinitionList
        facts={[
          { term: '原因', value: opening.reason },
          ...(opening.openedAt === null
            ? []
            : [
                { term: '启用', value: formatInstant(opening.openedAt) },
                { term: '结束', value: endTextOf(opening) },
              ]),
        ]}
      />
      {opening.reads.length > 0 && (
        <DataTable
          caption="启用期间的操作（最近一百条）"
          columns={READ_COLUMNS}
          rows={opening.reads}
          rowKey={({ at, endpoint, objectId }) => `${at} ${endpoint} ${objectId}`}
        />
      )}
    </details>
  )
}
