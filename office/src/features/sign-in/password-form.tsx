import { beginSignInEndpoint } from '@xingtan/contract/office/session'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface PasswordFormProps {
  readonly username: string
  readonly onUsername: (username: string) => void
  /** Why one is here again, for example because the challenge was over. */
  readonly notice: string | undefined
  readonly onChallenge: (challenge: OutputOf<typeof beginSignInEndpoint>) => void
}

/** First half: the password opens nothing by itself. */
export function PasswordForm({ username, onUsername, notice, onChallenge }: PasswordFormProps) {
  const usernameBox = useRef<InputRef>(null)
  const passwordBox = useRef<InputRef>(null)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const begin = useCommand(beginSignInEndpoint, { onSuccess: onChallenge })
  useEffect(() => {
    // Whoever comes back from the key has the name filled in already.
    const box = usernameBox.current?.input?.value === '' ? usernameBox : passwordBox
    box.current?.focus()
  }, [])
  const usernameError = tried && username.trim() === '' ? '请填写用户名。' : undefined
  const passwordError = tried && password === '' ? '请填写密码。' : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (username.trim() === '' || password === '') focusFirstInvalid(event.currentTarget)
        else begin.mutate({ input: { username: username.trim(), password } })
      }}
    >
      {notice !== undefined && begin.isIdle && (
        <Notice tone="warn" isLive>
          {notice}
        </Notice>
      )}
      {begin.isError && <ProblemAlert problem={begin.error} />}
      <Field label="用户名" error={usernameError}>
        {(aria) => (
          <Input
            {...aria}
            size="large"
            autoComplete="username"
            ref={usernameBox}
            value={username}
            onChange={(event) => onUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label="密码" error={passwordError}>
        {(aria) => (
          <Input.Password
            {...aria}
            size="large"
            autoComplete="current-password"
            ref={passwordBox}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={begin.isPending}>
        下一步：使用密钥
      </Button>
    </form>
  )
}
