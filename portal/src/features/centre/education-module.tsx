import './centre.css'
import {
  type Education,
  type Enrolment,
  type PersonalCentre,
  verifyEducationEndpoint,
} from '@xingtan/contract/evidence'
import { EDUCATION_LEVEL_NAMES, EducationLevel } from '@xingtan/contract/person-code'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useState } from 'react'
import { cleanNumber } from '../../phone-code/clean-digits.ts'
import { EvidenceRecord } from './evidence-record.tsx'
import { NumberForm } from './number-form.tsx'
import { useRefreshCentre } from './use-refresh-centre.ts'

const EDUCATION_WORDS = {
  name: '学历证书',
  whenNotFound:
    '请对照毕业证书核对编号，并确认账号的姓名、证件号码与学信网登记的一致；编号没有错的，请先在学信网更正或办理学历认证。',
  whenMismatch: '请核对编号是不是本人的证书；编号没有错的，请联系毕业学校在学信网更正，更正后重新核验。',
}
const ENROLMENT_WORDS = {
  name: '学籍',
  whenNotFound: '请先登录学信网确认学籍信息；学籍有误的，请通过学校更正后重新同步。',
  whenMismatch: '请通过学校在学信网更正学籍信息，更正后重新同步。',
}

function levelName(level: string | null): string | null {
  const parsed = EducationLevel.safeParse(level)
  return parsed.success ? EDUCATION_LEVEL_NAMES[parsed.data] : level
}

function EducationRecord({ record }: { readonly record: Education }) {
  return (
    <EvidenceRecord
      record={record}
      kind="education"
      title={`证书编号 ${record.certificateNumber}`}
      words={EDUCATION_WORDS}
      facts={[
        { term: '毕业学校', value: record.school },
        { term: '专业', value: record.major },
        { term: '学历层次', value: levelName(record.level) },
        { term: '学习形式', value: record.studyForm },
        { term: '毕业日期', value: record.graduatedOn === null ? null : formatDay(record.graduatedOn) },
      ]}
    />
  )
}

function EnrolmentRecord({ record }: { readonly record: Enrolment }) {
  const { expectedGraduationOn } = record
  return (
    <EvidenceRecord
      record={record}
      title={record.school ?? '在校学籍'}
      words={ENROLMENT_WORDS}
      facts={[
        { term: '专业', value: record.major },
        { term: '学历层次', value: levelName(record.level) },
        { term: '学习形式', value: record.studyForm },
        { term: '学籍状态', value: record.status },
        { term: '预计毕业日期', value: expectedGraduationOn === null ? null : formatDay(expectedGraduationOn) },
      ]}
    />
  )
}

function EducationForm() {
  const [certificateNumber, setCertificateNumber] = useState('')
  const refresh = useRefreshCentre()
  const errors = useFormErrors()
  const command = useCommand(verifyEducationEndpoint, {
    onSuccess: async () => {
      setCertificateNumber('')
      await refresh()
    },
    onError: errors.refuse,
  })
  const submit = (): void => {
    const input = { certificateNumber: cleanNumber(certificateNumber) }
    if (errors.check(verifyEducationEndpoint.input, input)) command.mutate({ input })
  }
  return (
    <NumberForm
      title="新增：核验学历证书"
      fieldId="certificateNumber"
      label="学历证书编号"
      hint="毕业证书上的证书编号，一般是 18 位数字。"
      action="核验学历证书"
      value={certificateNumber}
      onChange={setCertificateNumber}
      errors={errors}
      isBusy={command.isPending}
      onSubmit={submit}
    />
  )
}

/** 学历学籍信息: 学籍 is synced inside the application, 学历 verified here by number (PRO-4). */
export function EducationModule({ centre }: { readonly centre: PersonalCentre }) {
  const { enrolments, educations } = centre
  return (
    <>
      <section className="centre-section" aria-labelledby="enrolments">
        <h2 id="enrolments">学籍信息</h2>
        <p className="secondary">
          应届毕业生只可在认定报名过程中通过“同步学籍”取得学籍信息，同步后会显示在这里。研究生应届毕业生须补录上一个学历。
        </p>
        <div className="evidence-list">
          {enrolments.map((record) => (
            <EnrolmentRecord key={record.id} record={record} />
          ))}
        </div>
      </section>
      <section className="centre-section" aria-labelledby="educations">
        <h2 id="educations">学历证书信息</h2>
        {educations.length === 0 ? (
          <EmptyState title="还没有添加学历证书">
            <p className="secondary">
              应届毕业生（在校最后一学期，且未取得毕业证书）不需要添加。已毕业的，请在下面填写证书编号，其他内容由学信网同步。
            </p>
          </EmptyState>
        ) : (
          <div className="evidence-list">
            {educations.map((record) => (
              <EducationRecord key={record.id} record={record} />
            ))}
          </div>
        )}
      </section>
      <EducationForm />
    </>
  )
}
