import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { getMeEndpoint, requestRealNameCheckEndpoint } from '@xingtan/contract/account'
import { getCentreEndpoint, type PersonalCentre } from '@xingtan/contract/evidence'
import { Button } from '@xingtan/ui/components/button'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { Notice } from '@xingtan/ui/components/notice'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'

type Identity = PersonalCentre['identity']
type FormState = 'unproven' | 'mismatch' | 'not-found'

const EXPLANATIONS: Readonly<Record<FormState, { tone: 'act' | 'stop'; title: string; sentence: string }>> = {
  unproven: {
    tone: 'act',
    title: '还没有完成实名核验',
    sentence: '核验通过后才能办理业务。请核对下面的信息，然后开始核验。',
  },
  mismatch: {
    tone: 'stop',
    title: '姓名和证件号码不一致',
    sentence:
      '公安人口信息中这个证件号码登记的信息与您填写的不一致。请对照身份证核对姓名，改正后重新核验；姓名没有错的，请向户籍地派出所了解登记情况。',
  },
  'not-found': {
    tone: 'stop',
    title: '没有查到这个证件号码',
    sentence: '公安人口信息中没有这个号码的记录。请先核对号码；号码没有错的，请向户籍地派出所了解登记情况。',
  },
}

export interface RealNameFormProps {
  readonly identity: Identity
  readonly state: FormState
}

/** What the source said, and another try with the name put right (ACC-2: three tries a day). */
export function RealNameForm({ identity, state }: RealNameFormProps) {
  const [name, setName] = useState(identity.name)
  const queryClient = useQueryClient()
  const errors = useFormErrors()
  const command = useCommand(requestRealNameCheckEndpoint, {
    onSuccess: () =>
      Promise.all(
        [getMeEndpoint, getCentreEndpoint].map(({ name: key }) => queryClient.invalidateQueries({ queryKey: [key] })),
      ),
    onError: errors.refuse,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    if (errors.check(requestRealNameCheckEndpoint.input, { name })) command.mutate({ input: { name } })
  }
  const { tone, title, sentence } = EXPLANATIONS[state]
  const left = identity.triesLeftToday
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <Notice tone={tone} title={title} isLive>
        <p>{sentence}</p>
      </Notice>
      <DefinitionList
        facts={[
          { term: '证件类型', value: identity.documentTypeTitle },
          { term: '证件号码', value: identity.maskedDocumentNumber },
        ]}
      />
      {left === 0 ? (
        <p>今天的核验次数已经用完，请明天登录后再试。</p>
      ) : (
        <>
          <TextField
            id="name"
            label="姓名"
            hint="与身份证完全一致；少数民族姓名中的间隔号请填写“·”。"
            autoComplete="name"
            value={name}
            onChange={setName}
            error={errors.errorFor('name')}
          />
          <div className="button-row">
            <Button kind="primary" type="submit" busy={command.isPending ? '正在提交' : undefined}>
              {state === 'unproven' ? '开始实名核验' : '重新核验'}
            </Button>
            <span className="hint">今天还可以核验 {left} 次；系统繁忙时不计次数。</span>
          </div>
        </>
      )}
      <p className="hint">
        证件号码填错了：号码不能更改，请退出后用正确的号码重新注册，这个账号在注册 24 小时后自动作废。
      </p>
    </form>
  )
}
