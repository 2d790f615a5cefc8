import { issuePasskeyCodeEndpoint } from '@xingtan/contract/office/security'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { formatTime } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { Page } from '../../components/page.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import './security.css'

/** 通行密钥登记码: given to a user of the own tree whose USB key is not at hand; shown once (ACC-9). */
export function PasskeyCodePage() {
  const [username, setUsername] = useState('')
  const [tried, setTried] = useState(false)
  const issue = useCommand(issuePasskeyCodeEndpoint)
  const error = tried && username.trim() === '' ? '请填写用户名。' : undefined
  return (
    <Page
      title="通行密钥登记码"
      lead="用户手边没有密钥（USBKey）时，可以当面核对本人身份后给一个登记码。登记码 10 分钟内有效，只能用一次，须与本人密码一起使用。"
    >
      <form
        noValidate
        className="security-form security-narrow"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (username.trim() === '') focusFirstInvalid(event.currentTarget)
          else issue.mutate({ input: { username: username.trim() } })
        }}
      >
        {issue.isError && <ProblemAlert problem={issue.error} />}
        <Field label="用户名" hint="本机构或下级机构的用户。" error={error}>
          {(aria) => (
            <Input
              {...aria}
              autoComplete="off"
              maxLength={60}
              value={username}
              onChange={(event) => {
                setUsername(event.target.value)
                issue.reset()
              }}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={issue.isPending}>
          生成登记码
        </Button>
      </form>
      {issue.isSuccess && (
        <output className="security-code">
          <span>
            {issue.data.agencyName}
            {issue.data.holder}的登记码，{formatTime(issue.data.expiresAt)} 前有效：
          </span>
          <CopyText text={issue.data.code} name="登记码" isLarge />
          <span>请当面告知本人，不要通过短信或聊天软件发送。离开本页后不再显示。</span>
        </output>
      )}
    </Page>
  )
}
