import { useQueryClient } from '@tanstack/react-query'
import { type PolicyRule, getPolicyEndpoint, proposePolicyEndEndpoint } from '@xingtan/contract/office/policy'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { fieldErrorsOf } from './field-errors.ts'
import { GroundsFields } from './grounds-fields.tsx'

interface EndRuleProps {
  readonly policyKey: string
  readonly rule: PolicyRule
  readonly onClose: () => void
}

/** Proposes an end for a rule; the wider level holds from then on. */
export function EndRuleDialog({ policyKey, rule, onClose }: EndRuleProps) {
  const announce = useToast()
  const queryClient = useQueryClient()
  const [effectiveTo, setEffectiveTo] = useState('')
  const [grounds, setGrounds] = useState({ reason: '', source: '' })
  const send = useCommand(proposePolicyEndEndpoint, {
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: [getPolicyEndpoint.name] })
      announce('已提出，等待另一位计划管理人员批准。')
      onClose()
    },
  })
  const errors = fieldErrorsOf(send.error)
  const { scope, effectiveFrom } = rule
  return (
    <Dialog title={`终止规则：${rule.scopeTitle}，${effectiveFrom} 起`} wide onClose={onClose}>
      <p>从结束日起不再执行这条规则，改为沿用上一级的规则。这条规则和执行过的日子都会保留。</p>
      <Field label="结束日期（不含）" hint="须晚于今天。" error={errors['effectiveTo']}>
        {(aria) => (
          <Input
            {...aria}
            data-autofocus
            type="date"
            value={effectiveTo}
            onChange={({ target }) => setEffectiveTo(target.value)}
          />
        )}
      </Field>
      <GroundsFields value={grounds} errors={errors} onChange={setGrounds} />
      {send.isError && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => send.mutate({ input: { key: policyKey, scope, effectiveFrom, effectiveTo, ...grounds } })}
        >
          提交另一位人员批准
        </Button>
      </div>
    </Dialog>
  )
}
