import {
  HANDOVER_CAUSE_TITLES,
  HandoverCause,
  type HandoverParty,
  listHandoverPartiesEndpoint,
  openHandoverEndpoint,
} from '@xingtan/contract/office/handover'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Dialog } from '../../components/dialog.tsx'
import { ShortForm } from '../../components/short-form.tsx'

const CAUSES = HandoverCause.options.map((value) => ({ value, label: HANDOVER_CAUSE_TITLES[value] }))

function toOption({ userId, name, username, roles, isGone }: HandoverParty) {
  const held = roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')
  return { value: userId, label: `${name}（${username}，${held}）${isGone ? '已停用' : ''}` }
}

/** Names the two persons, the cause and the last day; the list itself is assembled by the system. */
export function OpenHandoverDialog({ onClose }: { readonly onClose: () => void }) {
  const parties = useEndpoint(listHandoverPartiesEndpoint, {})
  if (parties.data === undefined) {
    return (
      <Dialog title="发起交接" wide onClose={onClose}>
        <QueryState query={parties} skeletonLines={5}>
          {() => null}
        </QueryState>
      </Dialog>
    )
  }
  const everybody = parties.data.parties
  return (
    <ShortForm
      endpoint={openHandoverEndpoint}
      title="发起交接"
      lead={<p>用户、密钥、委托、保管的物品、待办件、计划和报表由系统列出；其他事项写在交接说明中。</p>}
      lines={[
        { id: 'giverUserId', label: '移交人', options: everybody.map(toOption) },
        {
          id: 'receiverUserId',
          label: '接收人',
          options: everybody.filter(({ isGone }) => !isGone).map(toOption),
        },
        { id: 'cause', label: '交接原因', options: CAUSES, initial: 'leaving' },
        { id: 'dueOn', label: '办结期限（含）', hint: '例如 2026-10-20。', maxLength: 10 },
        { id: 'remarks', label: '交接说明', rows: 4, maxLength: 1000, isOptional: true },
      ]}
      submitText="发起交接"
      done="已发起，请移交人和接收人分别签字。"
      onClose={onClose}
      toInput={(values) => ({
        giverUserId: values['giverUserId'] ?? '',
        receiverUserId: values['receiverUserId'] ?? '',
        cause: HandoverCause.catch('leaving').parse(values['cause']),
        dueOn: values['dueOn'] ?? '',
        remarks: values['remarks'] ?? '',
      })}
    />
  )
}
