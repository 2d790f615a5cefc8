import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { completeProfileEndpoint, getMeEndpoint } from '@xingtan/contract/account'
import { getCentreEndpoint, type PersonalCentre } from '@xingtan/contract/evidence'
import { ETHNIC_GROUPS } from '@xingtan/contract/person-code'
import { Button } from '@xingtan/ui/components/button'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { RequireSession, type SignedIn } from '../../session/require-session.tsx'
import { safeNext } from '../../session/safe-next.ts'

const TITLE = '完善个人信息'
/** 97 其他 stands on documents of Hong Kong, Macao and Taiwan alone. */
const OPTIONS = ETHNIC_GROUPS.filter(({ code }) => code !== '97').map(({ code, name }) => ({
  value: code,
  label: name,
}))

interface ProfileFormProps {
  readonly me: SignedIn
  readonly identity: PersonalCentre['identity']
}

function ProfileForm({ me, identity }: ProfileFormProps) {
  const [ethnicGroup, setEthnicGroup] = useState(
    () => OPTIONS.find(({ label }) => label === identity.ethnicGroup)?.value ?? '',
  )
  const [search] = useSearchParams()
  const next = safeNext(search.get('next'), paths.business)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const errors = useFormErrors()
  const command = useCommand(completeProfileEndpoint, {
    onSuccess: async () => {
      await Promise.all(
        [getMeEndpoint, getCentreEndpoint].map(({ name }) => queryClient.invalidateQueries({ queryKey: [name] })),
      )
      await navigate(me.realName === 'proven' ? next : paths.realNameThen(next))
    },
    onError: errors.refuse,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    if (errors.check(completeProfileEndpoint.input, { ethnicGroup })) command.mutate({ input: { ethnicGroup } })
  }
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <DefinitionList
        facts={[
          { term: '姓名', value: identity.name },
          { term: '证件类型', value: identity.documentTypeTitle },
          { term: '证件号码', value: identity.maskedDocumentNumber },
          { term: '性别', value: identity.sex, source: '证件号码' },
          { term: '出生日期', value: formatDay(identity.birthOn), source: '证件号码' },
        ]}
      />
      <SelectField
        id="ethnicGroup"
        label="民族"
        hint="请选择身份证上的民族。"
        value={ethnicGroup}
        onChange={setEthnicGroup}
        options={OPTIONS}
        error={errors.errorFor('ethnicGroup')}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在保存' : undefined}>
          保存民族信息并继续
        </Button>
      </div>
    </form>
  )
}

function ProfilePage({ me }: { readonly me: SignedIn }) {
  const centre = useEndpoint(getCentreEndpoint, {})
  return (
    <div className="text-column">
      <PageTitle
        title={TITLE}
        lead={me.profileComplete ? undefined : '首次登录须先补充民族信息，提交后才能办理业务。'}
      />
      <QueryState query={centre} skeletonLines={7}>
        {({ identity }) => <ProfileForm me={me} identity={identity} />}
      </QueryState>
    </div>
  )
}

/** What the first sign-in still asks for: holders of an identity card add 民族 (ACC-5, handbook 2.1). */
export function ProfileRoute() {
  return <RequireSession title={TITLE}>{(me) => <ProfilePage me={me} />}</RequireSession>
}
