import { type AgencyRecord, grantPowerEndpoint } from '@xingtan/contract/office/agency'
import { QUALIFICATION_TITLES, QualificationType } from '@xingtan/contract/qualification'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { RegisterForm } from './register-form.tsx'
import { useRegisterCommand } from './use-register-command.ts'

const TYPES: readonly QualificationType[] = [1, 2, 3, 4, 5, 6, 7]

/** A power from a day on, with the paper it rests on. */
export function GrantPowerDialog({ agency, onClose }: { readonly agency: AgencyRecord; readonly onClose: () => void }) {
  const { today } = useOfficer()
  const [type, setType] = useState<QualificationType>(1)
  const grant = useRegisterCommand(grantPowerEndpoint, '认定权限已登记。', onClose)
  return (
    <RegisterForm
      title={`登记权限：${agency.name}`}
      lead={<p>从起始日零时起，本地申请人由本机构认定。权限不能倒签。</p>}
      lines={[
        { id: 'heldFrom', label: '起始日', type: 'date', initial: today },
        { id: 'source', label: '依据', maxLength: 120, hint: '下放或收回权限的文件名称和文号。' },
      ]}
      submitText="登记权限"
      problem={grant.error}
      isBusy={grant.isPending}
      onClose={onClose}
      onSubmit={({ heldFrom = '', source = '' }) =>
        grant.mutate({ input: { agencyCode: agency.code, qualificationType: type, heldFrom, source } })
      }
    >
      <Field label="资格种类">
        {(aria) => (
          <select
            {...aria}
            className="agency-select"
            value={type}
            onChange={(event) => setType(QualificationType.parse(Number(event.target.value)))}
          >
            {TYPES.map((each) => (
              <option key={each} value={each}>
                {QUALIFICATION_TITLES[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </RegisterForm>
  )
}
