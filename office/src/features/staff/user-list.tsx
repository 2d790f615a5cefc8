import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import type { StaffPersonView, StaffUserView } from '@xingtan/contract/office/staff'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import type { PersonAct } from './person-dialogs.tsx'

interface UserListProps {
  readonly view: StaffPersonView
  readonly onAct: (act: PersonAct) => void
}

/** 用户与角色: the accounts of the person with their keys. */
export function UserList({ view, onAct }: UserListProps) {
  return (
    <section className="panel-flat" aria-labelledby="person-users">
      <h2 id="person-users">用户与角色</h2>
      {view.users.length === 0 && <p className="quiet">还没有开通用户。</p>}
      {view.users.map((user) => (
        <UserItem key={user.userId} user={user} view={view} onAct={onAct} />
      ))}
    </section>
  )
}

function codeTextOf(user: StaffUserView): string {
  if (user.isActivated) return '本人已设置密码。'
  if (user.codeExpiresAt !== null) return `激活码已发送，${formatInstantShort(user.codeExpiresAt)} 前有效。`
  return '尚未激活；备案生效后激活码自动发送到备案的手机号码。'
}

function UserItem({ user, view, onAct }: UserListProps & { readonly user: StaffUserView }) {
  const key = user.keys.find(({ revokedAt }) => revokedAt === null)
  const canAct = view.leftAt === null && !view.isOneself
  return (
    <article className="staff-user" aria-label={`用户 ${user.username}`}>
      <div className="section-head">
        <h3>{user.username}</h3>
        <StatusTag tone={user.enabled ? 'ok' : 'neutral'}>{user.enabled ? '使用中' : '已停用'}</StatusTag>
      </div>
      <p>
        {user.agencyName}
        {user.pointName === null ? '' : ` · ${user.pointName}`}；角色：
        {user.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}
        {user.delegatedRoles.length > 0 &&
          `；受托：${user.delegatedRoles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}`}
      </p>
      <p>
        {codeTextOf(user)}
        {key === undefined ? '没有登记密钥，不能登录。' : `密钥 ${key.serial}。`}
      </p>
      {canAct && (
        <div className="section-actions">
          {user.enabled && (
            <>
              <Button onClick={() => onAct({ kind: 'roles', user })}>调整角色</Button>
              <Button onClick={() => onAct({ kind: 'code', user })}>发送激活码</Button>
              <Button onClick={() => onAct({ kind: 'key', user })}>登记密钥</Button>
              {key !== undefined && (
                <Button onClick={() => onAct({ kind: 'revoke', serial: key.serial })}>停用密钥</Button>
              )}
            </>
          )}
          <Button danger={user.enabled} onClick={() => onAct({ kind: user.enabled ? 'disable' : 'enable', user })}>
            {user.enabled ? '停用用户' : '恢复使用'}
          </Button>
        </div>
      )}
    </article>
  )
}
