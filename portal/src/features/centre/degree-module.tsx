import './centre.css'
import { type PersonalCentre, verifyDegreeEndpoint } from '@xingtan/contract/evidence'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useState } from 'react'
import { cleanNumber } from '../../phone-code/clean-digits.ts'
import { EvidenceRecord } from './evidence-record.tsx'
import { NumberForm } from './number-form.tsx'
import { useRefreshCentre } from './use-refresh-centre.ts'

const WORDS = {
  name: '学位证书',
  whenNotFound:
    '请对照学位证书核对编号，并确认账号的姓名、证件号码与学信网登记的一致；编号没有错的，请联系授予学位的学校。',
  whenMismatch: '请核对编号是不是本人的证书；编号没有错的，请联系授予学位的学校更正，更正后重新核验。',
}

function DegreeForm() {
  const [certificateNumber, setCertificateNumber] = useState('')
  const refresh = useRefreshCentre()
  const errors = useFormErrors()
  const command = useCommand(verifyDegreeEndpoint, {
    onSuccess: async () => {
      setCertificateNumber('')
      await refresh()
    },
    onError: errors.refuse,
  })
  const submit = (): void => {
    const input = { certificateNumber: cleanNumber(certificateNumber) }
    if (errors.check(verifyDegreeEndpoint.input, input)) command.mutate({ input })
  }
  return (
    <NumberForm
      title="新增：核验学位证书"
      fieldId="certificateNumber"
      label="学位证书编号"
      hint="学位证书上的证书编号，一般是 16 位数字。"
      action="核验学位证书"
      value={certificateNumber}
      onChange={setCertificateNumber}
      errors={errors}
      isBusy={command.isPending}
      onSubmit={submit}
    />
  )
}

/** 学位证书信息, verified by number (PRO-5). */
export function DegreeModule({ centre }: { readonly centre: PersonalCentre }) {
  return (
    <>
      {centre.degrees.length === 0 ? (
        <EmptyState title="还没有添加学位证书">
          <p className="secondary">
            应届毕业生（在校最后一学期，且未取得毕业证书）无需添加；没有学位的，不必添加。已取得学位的，请在下面填写证书编号。
          </p>
        </EmptyState>
      ) : (
        <div className="evidence-list">
          {centre.degrees.map((record) => (
            <EvidenceRecord
              key={record.id}
              record={record}
              kind="degree"
              title={`证书编号 ${record.certificateNumber}`}
              words={WORDS}
              facts={[
                { term: '授予学校', value: record.school },
                { term: '学位', value: record.name },
                { term: '授予日期', value: record.awardedOn === null ? null : formatDay(record.awardedOn) },
              ]}
            />
          ))}
        </div>
      )}
      <DegreeForm />
    </>
  )
}
