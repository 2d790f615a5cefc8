import { useMutation, useQueryClient } from '@tanstack/react-query'
import { beginPasskeyEndpoint, getOwnSignInEndpoint, registerPasskeyEndpoint } from '@xingtan/contract/office/security'
import { call } from '@xingtan/ui/call'
import { Notice } from '@xingtan/ui/components/notice'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { KeyFailure } from '../../session/key-middleware.ts'
import { keySentence } from '../../session/key-sentence.ts'
import { makePasskey } from '../../session/make-passkey.ts'

/** Asks for an offer, has the device make the passkey, files it; a device that stops is an answer, not an error. */
async function register(label: string): Promise<KeyFailure | undefined> {
  const offer = await call(beginPasskeyEndpoint, {})
  const made = await makePasskey(offer)
  if (!made.ok) return made.failure
  await call(registerPasskeyEndpoint, { ticket: offer.ticket, label, ...made.value })
  return undefined
}

/** 登记通行密钥: a name to know it by, then the device itself. */
export function PasskeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [label, setLabel] = useState('')
  const [tried, setTried] = useState(false)
  const announce = useToast()
  const queryClient = useQueryClient()
  const adding = useMutation<KeyFailure | undefined, ProblemError, string>({
    mutationKey: [registerPasskeyEndpoint.name],
    mutationFn: register,
    onSuccess: (failure) => {
      if (failure !== undefined) return
      announce('通行密钥已登记，下次登录可以使用。')
      void queryClient.invalidateQueries({ queryKey: [getOwnSignInEndpoint.name] })
      onClose()
    },
  })
  const error = tried && label.trim() === '' ? '请填写名称，例如「办公室电脑」。' : undefined
  return (
    <Dialog title="登记通行密钥" onClose={onClose}>
      <form
        noValidate
        className="security-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (label.trim() === '') focusFirstInvalid(event.currentTarget)
          else adding.mutate(label.trim())
        }}
      >
        <p>
          通行密钥保存在您的设备里，登录时仍要先输入密码，再用指纹、面容或设备口令确认。请只在单位配发的设备上登记。
        </p>
        {adding.isError && <ProblemAlert problem={adding.error} />}
        {adding.data !== undefined && (
          <Notice tone="stop" isLive>
            {keySentence(adding.data)}
          </Notice>
        )}
        <Field label="名称" hint="便于日后辨认，最多 30 个字。" error={error}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={30}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>暂不登记</Button>
          <Button type="primary" htmlType="submit" loading={adding.isPending}>
            在本机登记
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
