import { useQueryClient } from '@tanstack/react-query'
import { getOwnProfileEndpoint, publishProfileEndpoint } from '@xingtan/contract/office/agency-profile'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const LINES = [
  { id: 'address', label: '办公地址', hint: '写到门牌和房间，例如 衢州市柯城区府前街 1 号 203 室。', max: 120 },
  { id: 'phone', label: '咨询电话', hint: '带区号，多个号码用顿号分开，例如 0570-3012345。', max: 40 },
  { id: 'email', label: '咨询邮箱', hint: '例如 jszg@example.gov.cn。', max: 80 },
  { id: 'hours', label: '办公时间', hint: '例如 工作日 9:00—11:30、14:00—17:00。', max: 120 },
] as const

type FieldId = (typeof LINES)[number]['id'] | 'website' | 'notes'

const EMPTY: Readonly<Record<FieldId, string>> = {
  address: '',
  phone: '',
  email: '',
  hours: '',
  website: '',
  notes: '',
}

/** The form of the profile; what was published stands in it, nothing typed is lost when it is refused. */
export function ProfileForm({ own }: { readonly own: OutputOf<typeof getOwnProfileEndpoint> }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const [values, setValues] = useState({ ...EMPTY, ...own.profile, website: own.profile?.website ?? '' })
  const [tried, setTried] = useState(false)
  const publish = useCommand(publishProfileEndpoint, {
    onSuccess: () => {
      announce('公示信息已更新。')
      void queryClient.invalidateQueries({ queryKey: [getOwnProfileEndpoint.name] })
    },
  })
  const errorOf = (id: FieldId, label?: string): string | undefined => {
    if (tried && label !== undefined && values[id].trim() === '') return `请填写${label}。`
    return publish.error?.document.reasons.find(({ field }) => field === id)?.sentence
  }
  const change = (id: FieldId) => (event: { readonly target: { readonly value: string } }) =>
    setValues({ ...values, [id]: event.target.value })
  return (
    <form
      noValidate
      className="panel-flat dialog-form"
      aria-label="机构公示信息"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const isWhole = LINES.every(({ id }) => values[id].trim() !== '')
        const website = values.website.trim()
        if (isWhole)
          publish.mutate({ input: { ...values, website: website === '' ? null : website, version: own.version } })
        else focusFirstInvalid(event.currentTarget)
      }}
    >
      <p className="quiet">
        {own.agencyName}
        {own.version === 0 ? '，尚未公示。' : `，正在公示第 ${own.version} 版。`}
      </p>
      {LINES.map(({ id, label, hint, max }) => (
        <Field key={id} label={label} hint={hint} error={errorOf(id, label)}>
          {(aria) => <Input {...aria} maxLength={max} value={values[id]} onChange={change(id)} />}
        </Field>
      ))}
      <Field label="机构网站（选填）" hint="本机构对外网站的完整地址。" error={errorOf('website')}>
        {(aria) => <Input {...aria} maxLength={200} value={values.website} onChange={change('website')} />}
      </Field>
      <Field label="补充说明（选填）" hint="最多 500 个字。" error={errorOf('notes')}>
        {(aria) => (
          <Input.TextArea {...aria} rows={3} maxLength={500} value={values.notes} onChange={change('notes')} />
        )}
      </Field>
      {publish.error !== null && <ProblemAlert problem={publish.error} />}
      <div className="dialog-actions">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          公示
        </Button>
      </div>
    </form>
  )
}
