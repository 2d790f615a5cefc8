import { useQueryClient } from '@tanstack/react-query'
import { listEmergencyEndpoint, sealEmergencyEndpoint } from '@xingtan/contract/office/emergency'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import '../../components/short-form.css'

interface SealDialogProps {
  readonly username: string | null
  readonly onClose: () => void
}

/** Seals the account and shows the password this once, for the envelope (S-042). */
export function SealDialog({ username, onClose }: SealDialogProps) {
  const [values, setValues] = useState({ username: username ?? '', keySerial: '' })
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const queryClient = useQueryClient()
  const seal = useCommand(sealEmergencyEndpoint, {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: [listEmergencyEndpoint.name] }),
    onError: refuse,
  })
  const put = (id: 'username' | 'keySerial') => (value: string) => {
    setValues({ ...values, [id]: value })
    touch(id)
  }
  if (seal.data !== undefined) {
    return (
      <Dialog title="应急账号已封存" onClose={onClose}>
        <p>密码只显示这一次。请抄写后装入信封密封，与密钥分开保管，不要拍照或另存。</p>
        <p className="emergency-password">
          <output>{seal.data.password}</output>
        </p>
        <div className="dialog-actions">
          <Button type="primary" data-autofocus onClick={onClose}>
            已装入信封
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title="封存应急账号" wide onClose={onClose}>
      <p>系统生成新密码，原来的密码和登录立即失效。密码装入信封由安全管理员保管，密钥由系统管理员保管。</p>
      <form
        noValidate
        className="short-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (check(sealEmergencyEndpoint.input, values)) seal.mutate({ input: values })
        }}
      >
        {form.errors.length > 0 && <ErrorSummary key={form.attempt} errors={form.errors} />}
        <TextField
          id="username"
          label="用户名"
          maxLength={40}
          value={values.username}
          error={errorFor('username')}
          onChange={put('username')}
        />
        <TextField
          id="keySerial"
          label="密钥序列号"
          hint="密钥外壳上的 16 位序列号。"
          maxLength={40}
          value={values.keySerial}
          error={errorFor('keySerial')}
          onChange={put('keySerial')}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={seal.isPending}>
            封存
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
