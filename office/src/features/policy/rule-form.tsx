import { previewPolicyEndpoint, proposePolicyEndpoint } from '@xingtan/contract/office/policy'
import { POLICIES, type PolicyKey } from '@xingtan/contract/policy'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { fieldErrorsOf } from './field-errors.ts'
import { GroundsFields } from './grounds-fields.tsx'
import { PreviewView } from '../../components/preview-view.tsx'
import { ValueField } from './value-field.tsx'
import { policyShape } from './value-shape.ts'
import { policyPath } from './policy-address.ts'

interface RuleFormProps {
  readonly policyKey: PolicyKey
  readonly scope: string
  readonly start: unknown
}

/** The form of one key, made from its schema; what was typed stays whatever the server says. */
export function RuleForm({ policyKey, scope, start }: RuleFormProps) {
  const announce = useToast()
  const navigate = useNavigate()
  const { today } = useOfficer()
  const [shape] = useState(() => policyShape(policyKey))
  const [value, setValue] = useState(start)
  const [effectiveFrom, setEffectiveFrom] = useState(today)
  const [effectiveTo, setEffectiveTo] = useState('')
  const [grounds, setGrounds] = useState({ reason: '', source: '' })
  const preview = useCommand(previewPolicyEndpoint)
  const propose = useCommand(proposePolicyEndpoint, {
    onSuccess: ({ proposalId }) => {
      announce('已提出，等待另一位计划管理人员批准。')
      void navigate(`/proposals/policy-row/${proposalId}`)
    },
  })
  const problem = propose.error ?? preview.error
  const errors = fieldErrorsOf(problem)
  const rule = { key: policyKey, scope, effectiveFrom, effectiveTo: effectiveTo === '' ? null : effectiveTo, value }
  return (
    <form
      className="rule-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        propose.mutate({ input: { ...rule, ...grounds } })
      }}
    >
      <div className="rule-days">
        <Field label="生效日期" hint="从这一天零时起执行。" error={errors['effectiveFrom']}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              min={today}
              value={effectiveFrom}
              onChange={({ target }) => setEffectiveFrom(target.value)}
            />
          )}
        </Field>
        <Field label="结束日期（不含）" hint="长期执行的不填。" error={errors['effectiveTo']}>
          {(aria) => (
            <Input {...aria} type="date" value={effectiveTo} onChange={({ target }) => setEffectiveTo(target.value)} />
          )}
        </Field>
      </div>
      <ValueField
        shape={shape}
        title={POLICIES[policyKey].title}
        value={value}
        errors={errors}
        path="value"
        onChange={setValue}
      />
      <GroundsFields value={grounds} errors={errors} onChange={setGrounds} />
      {problem !== null && <ProblemAlert problem={problem} />}
      {preview.isSuccess && <PreviewView preview={preview.data} />}
      <div className="dialog-actions">
        <Link to={policyPath(policyKey, scope)}>放弃并返回</Link>
        <Button
          loading={preview.isPending}
          onClick={() => {
            propose.reset()
            preview.mutate({ input: rule })
          }}
        >
          预览影响
        </Button>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          提交另一位人员批准
        </Button>
      </div>
    </form>
  )
}
