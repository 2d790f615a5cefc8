import { activateEndpoint } from '@xingtan/contract/office/staff'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { PasswordField } from '@xingtan/ui/components/password-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { SiteName } from '@xingtan/ui/site-name'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { SITE_TITLE } from '../../site-title.ts'
import '../../components/short-form.css'
import './staff.css'

/** 激活用户: the person sets the own password with the code from the filed mobile; nobody else ever knows it. */
export function ActivatePage() {
  const [values, setValues] = useState({ username: '', code: '', password: '' })
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const activate = useCommand(activateEndpoint, { onError: refuse })
  const put = (id: keyof typeof values) => (value: string) => {
    setValues({ ...values, [id]: value })
    touch(id)
  }
  return (
    <SiteName value={SITE_TITLE}>
      <main id="main" className="staff-alone">
        <PageTitle title="激活用户" />
        {activate.isSuccess ? (
          <>
            <output>密码已设置。请用用户名、密码和密钥登录。</output>
            <p className="page-links">
              <Link to="/sign-in">前往登录</Link>
            </p>
          </>
        ) : (
          <form
            className="short-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (check(activateEndpoint.input, values)) activate.mutate({ input: values })
            }}
          >
            <p>请填写短信中的激活码，并设置只有您本人知道的密码。</p>
            {form.errors.length > 0 && <ErrorSummary key={form.attempt} errors={form.errors} />}
            <TextField
              id="username"
              label="用户名"
              autoComplete="username"
              value={values.username}
              error={errorFor('username')}
              onChange={put('username')}
            />
            <TextField
              id="code"
              label="激活码"
              autoComplete="one-time-code"
              hint="12 个字符，大小写和短横线不影响。"
              value={values.code}
              error={errorFor('code')}
              onChange={put('code')}
            />
            <PasswordField
              id="password"
              label="新密码"
              autoComplete="new-password"
              hint="至少 8 个字，可以用一句话，不要使用常见的密码。"
              value={values.password}
              error={errorFor('password')}
              onChange={put('password')}
            />
            <Button type="primary" size="large" htmlType="submit" loading={activate.isPending}>
              设置密码
            </Button>
          </form>
        )}
      </main>
    </SiteName>
  )
}
