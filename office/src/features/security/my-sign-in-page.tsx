import type { OutputOf } from '@xingtan/contract/endpoint'
import { getOwnSignInEndpoint } from '@xingtan/contract/office/security'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { RevokePasskeyDialog } from './revoke-passkey-dialog.tsx'
import { KEY_KIND_TITLES, endedSentence } from './session-words.ts'
import './security.css'

type OwnSignIn = OutputOf<typeof getOwnSignInEndpoint>
type Key = OwnSignIn['keys'][number]
type Session = OwnSignIn['sessions'][number]

const SESSION_COLUMNS: readonly Column<Session>[] = [
  { key: 'started', title: '登录时间', cell: ({ startedAt }) => formatInstantShort(startedAt) },
  { key: 'device', title: '设备', cell: ({ device }) => device ?? '未记录' },
  { key: 'address', title: '登录地址', cell: ({ address }) => address ?? '未记录' },
  { key: 'key', title: '密钥', cell: ({ keyKind }) => KEY_KIND_TITLES[keyKind] },
  {
    key: 'state',
    title: '状态',
    cell: (session) => {
      if (session.isCurrent) return '本次登录'
      if (session.isLive) return '在线'
      return session.endedAt === null
        ? endedSentence(null)
        : `${endedSentence(session.endedBecause)}，${formatInstantShort(session.endedAt)}`
    },
  },
]

/** 我的登录: the keys that open this account, and where it was used (S-023). */
export function MySignInPage() {
  const own = useEndpoint(getOwnSignInEndpoint, {})
  return (
    <Page title="我的登录" lead="这里是您的密钥和最近三十天的登录。有不是您本人的登录，请立即告知本机构的安全管理员。">
      <QueryState query={own} skeletonLines={8}>
        {(shown) => <ReadySignIn own={shown} />}
      </QueryState>
    </Page>
  )
}

function ReadySignIn({ own }: { readonly own: OwnSignIn }) {
  const [adds, setAdds] = useState(false)
  const [revoked, setRevoked] = useState<Key>()
  return (
    <>
      <section aria-labelledby="own-keys" className="security-part">
        <div className="security-head">
          <h2 id="own-keys">我的密钥</h2>
          {own.mayAddPasskey && <Button onClick={() => setAdds(true)}>登记通行密钥</Button>}
        </div>
        <DataTable
          caption="登记在册的密钥"
          columns={keyColumns(setRevoked)}
          rows={own.keys}
          rowKey={({ serial }) => serial}
        />
        {!own.mayAddPasskey && (
          <p className="quiet">登记新的通行密钥，请先用密钥（USBKey）登录，或向用户管理人员领取登记码。</p>
        )}
      </section>
      <section aria-labelledby="own-sessions" className="security-part">
        <h2 id="own-sessions">最近的登录</h2>
        <DataTable
          caption="三十天内的登录记录"
          columns={SESSION_COLUMNS}
          rows={own.sessions}
          rowKey={({ sessionId }) => sessionId}
        />
        <p className="quiet">
          一个账号同时只有一处登录：在别处登录，前一处立即结束。结束本次登录，请点右上角的「退出」。
        </p>
      </section>
      {adds && <PasskeyDialog onClose={() => setAdds(false)} />}
      {revoked !== undefined && (
        <RevokePasskeyDialog
          serial={revoked.serial}
          label={revoked.label ?? revoked.serial}
          onClose={() => setRevoked(undefined)}
        />
      )}
    </>
  )
}

function keyColumns(onRevoke: (key: Key) => void): readonly Column<Key>[] {
  return [
    { key: 'kind', title: '种类', cell: ({ kind }) => KEY_KIND_TITLES[kind] },
    { key: 'label', title: '名称或序列号', cell: ({ label, serial }) => label ?? serial },
    { key: 'registered', title: '登记时间', cell: ({ registeredAt }) => formatInstantShort(registeredAt) },
    {
      key: 'used',
      title: '最近使用',
      cell: ({ usedAt }) => (usedAt === null ? '—' : formatInstantShort(usedAt)),
    },
    {
      key: 'act',
      title: '办理',
      cell: (key) => {
        if (key.isCurrent) return '本次登录使用'
        if (key.kind === 'sm2') return '由用户管理人员办理'
        return (
          <Button size="small" aria-label={`注销通行密钥 ${key.label ?? key.serial}`} onClick={() => onRevoke(key)}>
            注销
          </Button>
        )
      },
    },
  ]
}
