import { type AgencyRecord, renameAgencyEndpoint } from '@xingtan/contract/office/agency'
import { RegisterForm } from './register-form.tsx'
import { useRegisterCommand } from './use-register-command.ts'

/** A new name from today on. */
export function RenameDialog({ agency, onClose }: { readonly agency: AgencyRecord; readonly onClose: () => void }) {
  const rename = useRegisterCommand(renameAgencyEndpoint, '名称已变更，从今天起使用。', onClose)
  return (
    <RegisterForm
      title={`变更名称：${agency.name}`}
      lead={<p>新名称从今天起用于公示、凭证和新签发的证书；已签发的证书不变。</p>}
      lines={[
        { id: 'name', label: '机构名称', maxLength: 60, initial: agency.name },
        { id: 'orderNumber', label: '批准文号', maxLength: 60 },
      ]}
      submitText="变更名称"
      problem={rename.error}
      isBusy={rename.isPending}
      onClose={onClose}
      onSubmit={({ name = '', orderNumber = '' }) =>
        rename.mutate({ input: { agencyCode: agency.code, name, orderNumber } })
      }
    />
  )
}
