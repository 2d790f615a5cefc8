import { useQueryClient } from '@tanstack/react-query'
import { addAddressRuleEndpoint, listAddressRulesEndpoint } from '@xingtan/contract/office/door'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { LockOutCheckbox } from './lock-out-checkbox.tsx'

interface AddressRuleProps {
  readonly agencyCode: string
  readonly onClose: () => void
}

/** 登记地址: network, what it is, for whom, from when; every defect is told beside its field. */
export function AddressRuleDialog({ agencyCode, onClose }: AddressRuleProps) {
  const { today } = useOfficer()
  const [draft, setDraft] = useState({ network: '', label: '', username: '', startsOn: today, endsOn: '' })
  const [acceptsLockOut, setAcceptsLockOut] = useState(false)
  const announce = useToast()
  const queryClient = useQueryClient()
  const add = useCommand(addAddressRuleEndpoint, {
    onSuccess: () => {
      announce('地址已登记。')
      void queryClient.invalidateQueries({ queryKey: [listAddressRulesEndpoint.name] })
      onClose()
    },
  })
  const { network, label, startsOn } = draft
  const username = draft.username.trim() === '' ? null : draft.username.trim()
  const endsOn = draft.endsOn === '' ? null : draft.endsOn
  const box = (name: keyof typeof draft, title: string, more: { hint?: string; type?: string } = {}) => (
    <Field label={title} error={add.error?.sentenceFor(name)} {...(more.hint === undefined ? {} : { hint: more.hint })}>
      {(aria) => (
        <Input
          {...aria}
          {...(name === 'network' ? { 'data-autofocus': true } : {})}
          type={more.type ?? 'text'}
          maxLength={60}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog title="登记地址" onClose={onClose}>
      <form
        noValidate
        className="security-form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ input: { agencyCode, network, label, username, startsOn, endsOn, acceptsLockOut } })
        }}
      >
        {add.isError && <ProblemAlert problem={add.error} />}
        {box('network', '地址段', { hint: '例如 192.0.2.0/24、192.0.2.7 或 2001:db8::/48。' })}
        {box('label', '说明', { hint: '例如「办公楼三层」，最多 40 个字。' })}
        {box('username', '只适用于用户（选填）', { hint: '填写用户名；不填写的，适用于本机构全体用户。' })}
        {box('startsOn', '启用日期', { type: 'date' })}
        {box('endsOn', '停用日期（选填）', { type: 'date', hint: '从这一天零时起不再使用；不填写的，长期使用。' })}
        <LockOutCheckbox problem={add.error} checked={acceptsLockOut} onChange={setAcceptsLockOut} />
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            登记地址
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
