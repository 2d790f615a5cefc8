import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { endSessionEndpoint, listSessionsEndpoint } from '@xingtan/contract/office/door'
import type { Column } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { KEY_KIND_TITLES } from './session-words.ts'
import { useSessions } from './use-door-lists.ts'
import './security.css'

type Session = OutputOf<typeof listSessionsEndpoint>['rows'][number]

/** 在线会话: who is signed in now, in the agencies of this security officer; ended at once with a reason (S-023). */
export function SessionsPage() {
  const sessions = useSessions()
  const [chosen, setChosen] = useState<Session>()
  return (
    <Page title="在线会话" lead="本机构和下级机构正在登录的用户。结束会话立即生效，对方的下一步操作会要求重新登录。">
      <PagedTable
        caption="在线会话"
        list={sessions}
        columns={columnsOf(setChosen)}
        rowKey={({ sessionId }) => sessionId}
        empty={
          <EmptyState title="现在没有人登录">
            <p>有用户登录后会出现在这里。</p>
          </EmptyState>
        }
      />
      {chosen !== undefined && <EndSessionDialog session={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}

function EndSessionDialog({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const announce = useToast()
  const queryClient = useQueryClient()
  const end = useCommand(endSessionEndpoint, {
    onSuccess: () => {
      announce(`已结束${session.holder}的会话。`)
      void queryClient.invalidateQueries({ queryKey: [listSessionsEndpoint.name] })
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={`结束会话：${session.holder}`}
      sentence={`${session.agencyName}${session.holder}将立即退出，没有提交的内容会丢失。原因留存备查，不显示给对方。`}
      action="结束会话"
      problem={end.error}
      isBusy={end.isPending}
      onClose={onClose}
      onReason={(reason) => end.mutate({ input: { sessionId: session.sessionId, reason } })}
    />
  )
}

function columnsOf(onEnd: (session: Session) => void): readonly Column<Session>[] {
  return [
    { key: 'holder', title: '姓名', cell: ({ holder }) => holder },
    { key: 'username', title: '用户名', cell: ({ username }) => username },
    { key: 'agency', title: '机构', cell: ({ agencyName }) => agencyName },
    { key: 'started', title: '登录时间', cell: ({ startedAt }) => formatInstantShort(startedAt) },
    { key: 'seen', title: '最近操作', cell: ({ seenAt }) => formatInstantShort(seenAt) },
    { key: 'address', title: '登录地址', cell: ({ address }) => address ?? '未记录' },
    { key: 'device', title: '设备', cell: ({ device }) => device ?? '未记录' },
    { key: 'key', title: '密钥', cell: ({ keyKind }) => KEY_KIND_TITLES[keyKind] },
    {
      key: 'act',
      title: '办理',
      cell: (session) =>
        session.isOwn ? (
          '本人'
        ) : (
          <Button size="small" aria-label={`结束${session.holder}的会话`} onClick={() => onEnd(session)}>
            结束
          </Button>
        ),
    },
  ]
}
