import { DOCUMENT_TYPE_NAMES, DocumentType } from '@xingtan/contract/document'
import { enterStaffEndpoint, listStaffPlacesEndpoint } from '@xingtan/contract/office/staff'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useOfficer } from '../../session/officer-context.ts'
import { ShortForm } from '../../components/short-form.tsx'

/** A new person, and the request to file them. */
export function EnterPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { agencyCode } = useOfficer()
  const places = useEndpoint(listStaffPlacesEndpoint, {})
  return (
    <QueryState query={places}>
      {({ agencies }) => (
        <ShortForm
          endpoint={enterStaffEndpoint}
          title="登记人员"
          lead={<p>登记后由备案机构实名备案。一个人只登记一次，换证件、换机构都是同一个人。</p>}
          lines={[
            {
              id: 'agencyCode',
              label: '机构',
              initial: agencyCode,
              options: agencies.map(({ code, name }) => ({ value: code, label: name })),
            },
            { id: 'name', label: '姓名', maxLength: 40, hint: '与证件一致。' },
            {
              id: 'documentType',
              label: '证件类型',
              initial: 'resident-id',
              options: DocumentType.options.map((one) => ({ value: one, label: DOCUMENT_TYPE_NAMES[one] })),
            },
            { id: 'documentNumber', label: '证件号码', maxLength: 30 },
            { id: 'phone', label: '手机号码', maxLength: 11, hint: '激活码发到这个号码，例如 13800000000。' },
            { id: 'officePhone', label: '办公电话', maxLength: 20, hint: '例如 0570-3012345。', isOptional: true },
            { id: 'post', label: '岗位', maxLength: 40, hint: '例如 教师资格认定经办人。' },
          ]}
          submitText="登记并提请备案"
          done="已登记，等待备案机构办理。"
          onClose={onClose}
          toInput={(values) => ({
            agencyCode: values['agencyCode'] ?? '',
            name: values['name'] ?? '',
            documentType: DocumentType.catch('resident-id').parse(values['documentType']),
            documentNumber: values['documentNumber'] ?? '',
            phone: values['phone']?.trim() ?? '',
            officePhone: values['officePhone']?.trim() === '' ? null : (values['officePhone'] ?? null),
            post: values['post'] ?? '',
          })}
        />
      )}
    </QueryState>
  )
}
