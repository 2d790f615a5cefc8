import { Notice } from '@xingtan/ui/components/notice'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

export interface CodeDraft {
  readonly username: string
  readonly password: string
  readonly code: string
  readonly label: string
}

interface PasskeyCodeFormProps {
  readonly problem: ProblemError | null
  /** Why the device made none. */
  readonly failure: string | undefined
  readonly isBusy: boolean
  readonly onSubmit: (draft: CodeDraft) => void
}

const EMPTY: Readonly<Record<keyof CodeDraft, string>> = {
  username: '请填写用户名。',
  password: '请填写密码。',
  code: '请填写 10 位数字登记码。',
  label: '请填写名称，例如「办公室电脑」。',
}

const NAMES = ['username', 'password', 'code', 'label'] as const

/** Name, password, registration code, and what to call the passkey. */
export function PasskeyCodeForm({ problem, failure, isBusy, onSubmit }: PasskeyCodeFormProps) {
  const [draft, setDraft] = useState<CodeDraft>({ username: '', password: '', code: '', label: '' })
  const [tried, setTried] = useState(false)
  const isEmpty = (name: keyof CodeDraft) => draft[name].trim() === ''
  const errorOf = (name: keyof CodeDraft) => (tried && isEmpty(name) ? EMPTY[name] : problem?.sentenceFor(name))
  const box = (name: keyof CodeDraft, title: string, autoComplete: string) => {
    const Box = name === 'password' ? Input.Password : Input
    return (
      <Field label={title} error={errorOf(name)}>
        {(aria) => (
          <Box
            {...aria}
            size="large"
            autoComplete={autoComplete}
            {...(name === 'code' ? { inputMode: 'numeric' as const, maxLength: 10 } : {})}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        )}
      </Field>
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (NAMES.some(isEmpty)) focusFirstInvalid(event.currentTarget)
        else onSubmit({ ...draft, username: draft.username.trim(), label: draft.label.trim() })
      }}
    >
      {problem !== null && <ProblemAlert problem={problem} />}
      {failure !== undefined && (
        <Notice tone="stop" isLive>
          {failure}
        </Notice>
      )}
      {box('username', '用户名', 'username')}
      {box('password', '密码', 'current-password')}
      {box('code', '登记码', 'one-time-code')}
      {box('label', '名称', 'off')}
      <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
        在本机登记
      </Button>
    </form>
  )
}
