import { AUDIT_OUTCOME_TITLES, AuditOutcome } from '@xingtan/contract/office/audit'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { Field } from '../../components/field.tsx'
import { type AuditValues, addressOf, toFilter } from './audit-address.ts'

interface AuditFilterFormProps {
  readonly values: AuditValues
}

const FIELDS = [
  { name: 'from', label: '开始日期', type: 'date' },
  { name: 'to', label: '结束日期（含）', type: 'date' },
  { name: 'actor', label: '操作者用户名', type: 'text' },
  { name: 'agencyCode', label: '机构代码', type: 'text' },
  { name: 'event', label: '事件或模块', type: 'text' },
  { name: 'object', label: '对象编号', type: 'text' },
] as const

/** The questions of an auditor; the address keeps them, so a search can be found again. */
export function AuditFilterForm({ values }: AuditFilterFormProps) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(values)
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isGood = toFilter(draft) !== undefined
    setWrong(!isGood)
    if (isGood) void navigate(addressOf(draft))
  }
  return (
    <form className="audit-filter" noValidate onSubmit={submit} aria-label="查询条件">
      {FIELDS.map(({ name, label, type }) => (
        <Field
          key={name}
          label={label}
          error={isWrong && (name === 'event' || name === 'agencyCode') ? WRONG[name] : undefined}
        >
          {(aria) => (
            <Input
              {...aria}
              type={type}
              maxLength={80}
              value={draft[name]}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="结果">
        {(aria) => (
          <select
            {...aria}
            value={draft.outcome}
            onChange={(event) => setDraft({ ...draft, outcome: event.target.value })}
          >
            <option value="">全部</option>
            {AuditOutcome.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {AUDIT_OUTCOME_TITLES[outcome]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="section-actions">
        <Button type="primary" htmlType="submit">
          查询审计事件
        </Button>
      </div>
    </form>
  )
}

const WRONG = {
  event: '事件由小写字母、点和短横线组成，例如 decision.approve 或 decision；请核对。',
  agencyCode: '机构代码是 5 位数字；请核对。',
}
