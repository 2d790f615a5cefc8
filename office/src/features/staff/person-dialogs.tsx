import {
  disableUserEndpoint,
  enableUserEndpoint,
  endStaffEndpoint,
  proposeChangeEndpoint,
  registerKeyEndpoint,
  revokeKeyEndpoint,
  sendActivationEndpoint,
  type StaffPersonView,
  type StaffUserView,
} from '@xingtan/contract/office/staff'
import { ShortForm } from '../../components/short-form.tsx'
import { UserDialog } from './user-dialog.tsx'

export type PersonAct =
  | { readonly kind: 'change' }
  | { readonly kind: 'open-user' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'roles' | 'code' | 'key' | 'disable' | 'enable'; readonly user: StaffUserView }
  | { readonly kind: 'revoke'; readonly serial: string }

interface PersonDialogProps {
  readonly view: StaffPersonView
  readonly act: PersonAct
  readonly onClose: () => void
}

const REASON = { id: 'reason', label: '原因', maxLength: 200 }
const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim()

/** The dialog of one act on a person or a user. */
export function PersonDialog({ view, act, onClose }: PersonDialogProps) {
  const { personId } = view
  if (act.kind === 'open-user') return <UserDialog view={view} onClose={onClose} />
  if (act.kind === 'roles') return <UserDialog view={view} user={act.user} onClose={onClose} />
  if (act.kind === 'change') return <ChangeDialog view={view} onClose={onClose} />
  if (act.kind === 'leave') {
    return (
      <ShortForm
        endpoint={endStaffEndpoint}
        title={`办理离岗：${view.name}`}
        lead={<p>全部用户、登录、密钥和委托立即一并终止，不能撤回；未办完的事项仍列在本页，供填写交接清单。</p>}
        lines={[REASON]}
        submitText="办理离岗"
        isDanger
        done="已办理离岗，全部用户和登录已终止。"
        onClose={onClose}
        toInput={({ reason = '' }) => ({ personId, reason })}
      />
    )
  }
  if (act.kind === 'revoke') {
    return (
      <ShortForm
        endpoint={revokeKeyEndpoint}
        title={`停用密钥 ${act.serial}`}
        lead={<p>用这个密钥的登录立即结束，停用后不能恢复。</p>}
        lines={[REASON]}
        submitText="停用密钥"
        isDanger
        done="密钥已停用。"
        onClose={onClose}
        toInput={({ reason = '' }) => ({ serial: act.serial, reason })}
      />
    )
  }
  return <UserActDialog act={act} onClose={onClose} />
}

function ChangeDialog({ view, onClose }: Pick<PersonDialogProps, 'view' | 'onClose'>) {
  return (
    <ShortForm
      endpoint={proposeChangeEndpoint}
      title={`变更信息：${view.name}`}
      lead={<p>变更须由{view.filingAgencyName}登记，登记以前仍按原备案内容使用。</p>}
      lines={[
        { id: 'name', label: '姓名', initial: view.name, maxLength: 40 },
        { id: 'phone', label: '手机号码', maxLength: 11, hint: '不变更的不用填写。', isOptional: true },
        { id: 'officePhone', label: '办公电话', initial: view.officePhone ?? '', maxLength: 20, isOptional: true },
        { id: 'post', label: '岗位', initial: view.post ?? '', maxLength: 40 },
        REASON,
      ]}
      submitText="提出变更"
      done="已提出，等待备案机构登记。"
      onClose={onClose}
      toInput={(values) => ({
        personId: view.personId,
        name: values['name'] ?? '',
        phone: orNull(values['phone']),
        officePhone: orNull(values['officePhone']),
        post: values['post'] ?? '',
        reason: values['reason'] ?? '',
      })}
    />
  )
}

interface UserActProps {
  readonly act: Extract<PersonAct, { kind: 'code' | 'key' | 'disable' | 'enable' | 'roles' }>
  readonly onClose: () => void
}

function UserActDialog({ act, onClose }: UserActProps) {
  const { userId, username } = act.user
  if (act.kind === 'code') {
    return (
      <ShortForm
        endpoint={sendActivationEndpoint}
        title={`发送激活码：${username}`}
        lead={<p>激活码发到备案的手机号码，本人用它设置新密码。原来的激活码立即失效。</p>}
        lines={[]}
        submitText="发送激活码"
        done="激活码已发送。"
        onClose={onClose}
        toInput={() => ({ userId })}
      />
    )
  }
  if (act.kind === 'key') {
    return (
      <ShortForm
        endpoint={registerKeyEndpoint}
        title={`登记密钥：${username}`}
        lead={<p>登记后，这个用户原来的密钥立即停用。</p>}
        lines={[{ id: 'serial', label: '密钥序列号', maxLength: 40, hint: '印在密钥上的数字和字母。' }]}
        submitText="登记密钥"
        done="密钥已登记。"
        onClose={onClose}
        toInput={({ serial = '' }) => ({ userId, serial })}
      />
    )
  }
  const isEnding = act.kind === 'disable'
  return (
    <ShortForm
      endpoint={isEnding ? disableUserEndpoint : enableUserEndpoint}
      title={`${isEnding ? '停用用户' : '恢复使用'}：${username}`}
      lead={
        <p>{isEnding ? '登录和委托立即结束，从下一次操作起不能使用。' : '恢复后，本人可以用原来的密码和密钥登录。'}</p>
      }
      lines={[REASON]}
      submitText={isEnding ? '停用用户' : '恢复使用'}
      isDanger={isEnding}
      done={isEnding ? '用户已停用。' : '用户已恢复使用。'}
      onClose={onClose}
      toInput={({ reason = '' }) => ({ userId, reason })}
    />
  )
}
