import { createAgencyEndpoint } from '@xingtan/contract/office/agency'
import { useNavigate } from 'react-router'
import { RegisterForm } from './register-form.tsx'
import { useRegisterCommand } from './use-register-command.ts'

interface CreateProps {
  readonly parent: { readonly code: string; readonly name: string } | undefined
  readonly onClose: () => void
}

/** A new agency under the one whose list is shown; its code is given by the system and never again. */
export function CreateAgencyDialog({ parent, onClose }: CreateProps) {
  const navigate = useNavigate()
  const create = useRegisterCommand(createAgencyEndpoint, '机构已登记，请继续登记认定权限。', ({ agencyCode }) => {
    onClose()
    void navigate(`/agencies/${agencyCode}`)
  })
  return (
    <RegisterForm
      title="新增下级机构"
      lead={<p>上级机构：{parent?.name}。机构代码由系统在本省未用过的代码中编定，编定后不再改变。</p>}
      lines={[
        { id: 'name', label: '机构名称', maxLength: 60, hint: '与公章一致的全称，例如 柯城区教育局。' },
        { id: 'regionCode', label: '行政区划代码', maxLength: 6, hint: '6 位数字，例如 330802。' },
        { id: 'orderNumber', label: '批准文号', maxLength: 60 },
      ]}
      submitText="登记机构"
      problem={create.error}
      isBusy={create.isPending}
      onClose={onClose}
      onSubmit={({ name = '', regionCode = '', orderNumber = '' }) =>
        create.mutate({ input: { parentCode: parent?.code ?? '', name, regionCode, orderNumber } })
      }
    />
  )
}
