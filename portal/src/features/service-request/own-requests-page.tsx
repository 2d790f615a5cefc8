import './service-request.css'
import {
  CORRECTION_FIELD_TITLES,
  type OwnRequest,
  SERVICE_KIND_TITLES,
  listOwnRequestsEndpoint,
  objectToRecoveryEndpoint,
} from '@xingtan/contract/service'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { RequireSession } from '../../session/require-session.tsx'
import { CorrectionForm } from './correction-form.tsx'

const TITLE = '我的服务申请'

const STATES: Readonly<Record<OwnRequest['state'], { readonly tone: Tone; readonly title: string }>> = {
  waiting: { tone: 'wait', title: '办理中' },
  objected: { tone: 'stop', title: '已按异议停止' },
  done: { tone: 'ok', title: '已办结' },
  declined: { tone: 'neutral', title: '未同意' },
}

function Objection({ number }: { readonly number: string }) {
  const client = useQueryClient()
  const announce = useToast()
  const command = useCommand(objectToRecoveryEndpoint, {
    onSuccess: async () => {
      announce('已停止更换手机号码。')
      await client.invalidateQueries({ queryKey: [listOwnRequestsEndpoint.name] })
    },
  })
  return (
    <>
      <p>不是您本人到确认点办理的，请立即停止；停止后手机号码不变。</p>
      {command.error !== null && <ErrorState error={command.error} />}
      <div className="button-row">
        <Button
          kind="danger"
          busy={command.isPending ? '正在停止' : undefined}
          onClick={() => command.mutate({ input: { number, code: null } })}
        >
          提出异议，停止更换手机号码
        </Button>
      </div>
    </>
  )
}

function Request({ request }: { readonly request: OwnRequest }) {
  const { kind, state, field, wish, answer, number, agencyName, openedAt, effectiveAt } = request
  const { tone, title } = STATES[state]
  const isStoppable = kind === 'phone-recovery' && state === 'waiting'
  return (
    <li className="panel service-request">
      <div className="service-request-head">
        <h2>
          {SERVICE_KIND_TITLES[kind]}
          {field !== null && `（${CORRECTION_FIELD_TITLES[field]}）`}
        </h2>
        <StatusTag tone={tone}>{title}</StatusTag>
      </div>
      <p className="hint">
        受理编号 {number}，{agencyName}，{formatInstant(openedAt)}提出
      </p>
      {wish !== null && <p>{wish}</p>}
      {isStoppable && effectiveAt !== null && <p>{formatInstant(effectiveAt)}起用新手机号码登录，此前可以提出异议。</p>}
      {answer !== null && (
        <p>
          <strong>答复：</strong>
          {answer}
        </p>
      )}
      {isStoppable && <Objection number={number} />}
    </li>
  )
}

function Loaded() {
  const query = useEndpoint(listOwnRequestsEndpoint, {})
  return (
    <div className="service-requests">
      <PageTitle title={TITLE} lead="个人信息有误的，可以申请更正；更换手机号码须本人持证件到确认点办理。" />
      <QueryState query={query} skeletonLines={5}>
        {({ requests }) => (
          <>
            {requests.length > 0 && (
              <ul className="service-request-list">
                {requests.map((request) => (
                  <Request key={request.requestId} request={request} />
                ))}
              </ul>
            )}
            <Panel title="申请更正个人信息">
              <CorrectionForm />
            </Panel>
          </>
        )}
      </QueryState>
    </div>
  )
}

/** One's own requests and what came of them, and a form for a new correction (PRO-10, ACC-7). */
export function OwnRequestsPage() {
  return <RequireSession title={TITLE}>{() => <Loaded />}</RequireSession>
}
