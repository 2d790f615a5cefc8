import { OfficeRole } from '@xingtan/contract/office/session'
import {
  grantRolesEndpoint,
  listStaffPlacesEndpoint,
  openUserEndpoint,
  type StaffPersonView,
  type StaffUserView,
} from '@xingtan/contract/office/staff'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { ShortForm } from '../../components/short-form.tsx'

interface UserDialogProps {
  readonly view: StaffPersonView
  /** The user whose roles change; a new one without. */
  readonly user?: StaffUserView
  readonly onClose: () => void
}

const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim()

/** Opens a user, or gives one other roles; administrators are named one level above (S-041). */
export function UserDialog({ view, user, onClose }: UserDialogProps) {
  const [agencyCode, setAgencyCode] = useState(user?.agencyCode ?? view.agencyCode)
  const places = useEndpoint(listStaffPlacesEndpoint, { agencyCode }, { placeholderData: (before) => before })
  const roles = { offered: OfficeRole.options, initial: user?.roles ?? [] }
  return (
    <QueryState query={places}>
      {({ agencies, points }) => {
        const point = {
          id: 'pointId',
          label: '确认点',
          hint: '确认用户须选择一个确认点，其他角色不用选择。',
          initial: user?.pointId ?? '',
          options: points.map(({ pointId, name }) => ({ value: pointId, label: name })),
          isOptional: true,
        }
        if (user !== undefined) {
          return (
            <ShortForm
              endpoint={grantRolesEndpoint}
              title={`调整角色：${user.username}`}
              lead={<p>调整从本人的下一次操作起生效。管理员角色只能由上级机构指定，且不能兼任其他角色。</p>}
              lines={[point]}
              roles={roles}
              submitText="调整角色"
              done="角色已调整。"
              onClose={onClose}
              toInput={(values, chosen) => ({
                userId: user.userId,
                roles: [...chosen],
                pointId: orNull(values['pointId']),
              })}
            />
          )
        }
        return (
          <ShortForm
            endpoint={openUserEndpoint}
            title={`开通用户：${view.name}`}
            lead={<p>密码由本人用手机收到的激活码设置，管理人员不设置也看不到密码。</p>}
            lines={[
              {
                id: 'agencyCode',
                label: '机构',
                initial: view.agencyCode,
                options: agencies.map(({ code, name }) => ({ value: code, label: name })),
              },
              { id: 'username', label: '用户名', maxLength: 40, hint: '小写字母、数字或短横线，例如 kecheng-lin。' },
              point,
              { id: 'keySerial', label: '密钥序列号', maxLength: 40, hint: '可以以后登记。', isOptional: true },
            ]}
            roles={roles}
            submitText="开通用户"
            done="用户已开通。"
            onValues={(values) => setAgencyCode(values['agencyCode'] ?? view.agencyCode)}
            onClose={onClose}
            toInput={(values, chosen) => ({
              personId: view.personId,
              agencyCode: values['agencyCode'] ?? '',
              username: values['username'] ?? '',
              roles: [...chosen],
              pointId: orNull(values['pointId']),
              keySerial: orNull(values['keySerial']),
            })}
          />
        )
      }}
    </QueryState>
  )
}
