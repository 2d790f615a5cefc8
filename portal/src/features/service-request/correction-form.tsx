import { listApplicationsEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import {
  CORRECTION_FIELD_TITLES,
  CorrectionField,
  askCorrectionEndpoint,
  listOwnRequestsEndpoint,
} from '@xingtan/contract/service'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const MOST_LETTERS = 300

/** 申请更正: which entry, what it should say, and the office of which case is asked (PRO-10). */
export function CorrectionForm() {
  const query = useEndpoint(listApplicationsEndpoint, {})
  return (
    <QueryState query={query} skeletonLines={3}>
      {({ applications }) =>
        applications.length === 0 ? (
          <p>
            您还没有提交过认定申请。姓名、出生日期有误的，请先到公安机关更正；学历、普通话等记录，请到出具单位更正后在个人信息中心重新核验。
          </p>
        ) : (
          <Form
            cases={applications.map(({ applicationId, agencyName, qualificationType, subjectName }) => ({
              value: applicationId,
              label: `${agencyName}：${QUALIFICATION_TITLES[qualificationType]}（${subjectName}）`,
            }))}
          />
        )
      }
    </QueryState>
  )
}

function Form({ cases }: { readonly cases: readonly { readonly value: string; readonly label: string }[] }) {
  const client = useQueryClient()
  const announce = useToast()
  const errors = useFormErrors()
  const [applicationId, setApplicationId] = useState(cases[0]?.value ?? '')
  const [field, setField] = useState('')
  const [wish, setWish] = useState('')
  const command = useCommand(askCorrectionEndpoint, {
    onSuccess: async ({ number }) => {
      setField('')
      setWish('')
      errors.clear()
      announce(`更正申请已提交，受理编号 ${number}。`)
      await client.invalidateQueries({ queryKey: [listOwnRequestsEndpoint.name] })
    },
    onError: (error) => errors.refuse(error),
  })
  const submit = () => {
    const input = { applicationId, field, wish }
    const more = field === '' ? [{ fieldId: 'field', sentence: '请选择需要更正的信息。' }] : []
    const chosen = CorrectionField.safeParse(field)
    const schema = askCorrectionEndpoint.input.omit({ field: true })
    if (!errors.check(schema, { applicationId, wish }, more) || !chosen.success) return
    command.mutate({ input: { ...input, field: chosen.data } })
  }
  return (
    <form
      noValidate
      className="service-request-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary {...errors.form} />
      <SelectField
        id="field"
        label="需要更正的信息"
        options={CorrectionField.options.map((value) => ({ value, label: CORRECTION_FIELD_TITLES[value] }))}
        value={field}
        error={errors.errorFor('field')}
        onChange={(value) => {
          errors.touch('field')
          setField(value)
        }}
      />
      <TextareaField
        id="wish"
        label="现在哪里不对，应当是什么"
        hint="请写明能够证明的材料，例如户口簿。请不要填写完整的证件号码。"
        rows={3}
        maxLength={MOST_LETTERS}
        value={wish}
        error={errors.errorFor('wish')}
        onChange={(value) => {
          errors.touch('wish')
          setWish(value)
        }}
      />
      {cases.length > 1 && (
        <SelectField
          id="applicationId"
          label="由哪份申请的认定机构办理"
          options={cases}
          value={applicationId}
          onChange={setApplicationId}
        />
      )}
      <div className="button-row">
        <Button type="submit" kind="primary" busy={command.isPending ? '正在提交' : undefined}>
          提交更正申请
        </Button>
      </div>
    </form>
  )
}
