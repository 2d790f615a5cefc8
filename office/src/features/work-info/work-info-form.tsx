import {
  type OwnWorkInfo,
  type WorkInfoStaff,
  handInWorkInfoEndpoint,
  saveWorkInfoEndpoint,
  uploadWorkInfoScanEndpoint,
} from '@xingtan/contract/office/work-info'
import { FileField } from '@xingtan/ui/components/file-field'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { StaffRow } from './staff-row.tsx'
import { useFormCommand } from './use-form-command.ts'

interface FormProps {
  readonly form: NonNullable<OwnWorkInfo['form']>
  readonly isWritable: boolean
}

const NOBODY: WorkInfoStaff = { name: '', mobile: '', officePhone: '' }

/** Fill in, save, add the stamped scan, hand in; whatever is missing is said at once when it is handed in. */
export function WorkInfoForm({ form, isWritable }: FormProps) {
  const { collectionId, version } = form
  const [creditCode, setCreditCode] = useState(form.content.creditCode)
  const [staff, setStaff] = useState<readonly WorkInfoStaff[]>(form.content.staff)
  const [addresses, setAddresses] = useState(form.content.networkAddresses.join('\n'))
  const save = useFormCommand(saveWorkInfoEndpoint, '采集表已保存。')
  const upload = useFormCommand(uploadWorkInfoScanEndpoint, '盖章扫描件已上传。')
  const handIn = useFormCommand(handInWorkInfoEndpoint, '采集表已上报。')
  const problem = save.error ?? upload.error ?? handIn.error
  const errorOf = (id: string) => problem?.document.reasons.find(({ field }) => field === id)?.sentence
  const networkAddresses = addresses.split(/\s+/).filter((one) => one !== '')
  const isSaved =
    version > 0 && JSON.stringify({ creditCode, staff, networkAddresses }) === JSON.stringify(form.content)
  return (
    <form
      noValidate
      className="panel-flat dialog-form"
      aria-label="采集表"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ input: { collectionId, version, creditCode, staff: [...staff], networkAddresses } })
      }}
    >
      <fieldset disabled={!isWritable} className="dialog-form">
        <Field label="统一社会信用代码" hint="18 位，例如 11320982741330162E。" error={errorOf('creditCode')}>
          {(aria) => (
            <Input
              {...aria}
              maxLength={30}
              value={creditCode}
              onChange={(event) => setCreditCode(event.target.value)}
            />
          )}
        </Field>
        <h3>工作人员</h3>
        {staff.map((person, index) => (
          <StaffRow
            // Rows have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            place={index + 1}
            person={person}
            error={errorOf(`staff-${index}`)}
            onChange={(changed) => setStaff(staff.map((one, at) => (at === index ? changed : one)))}
            onRemove={() => setStaff(staff.filter((_one, at) => at !== index))}
          />
        ))}
        <Button onClick={() => setStaff([...staff, NOBODY])}>增加一名工作人员</Button>
        <Field
          label="网络 IP"
          hint="每行一个，可以是 IPv4、IPv6 地址或网段，例如 203.0.113.0/24。"
          error={errorOf('networkAddresses')}
        >
          {(aria) => (
            <Input.TextArea
              {...aria}
              rows={3}
              value={addresses}
              onChange={(event) => setAddresses(event.target.value)}
            />
          )}
        </Field>
      </fieldset>
      {form.scanUrl !== null && (
        <p>
          <a href={form.scanUrl} target="_blank" rel="noreferrer">
            查看盖章扫描件
          </a>
        </p>
      )}
      {isWritable && version > 0 && (
        <FileField
          id="scan"
          label="盖章扫描件"
          hint="PDF 或 JPG，小于 5 MB。"
          accept="application/pdf,image/jpeg"
          error={errorOf('scan')}
          onChoose={(file) => upload.mutate({ input: { collectionId }, file, fileName: file.name })}
        />
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      {isWritable && (
        <div className="dialog-actions">
          <Button htmlType="submit" loading={save.isPending}>
            保存
          </Button>
          <Button
            type="primary"
            disabled={!isSaved}
            loading={handIn.isPending}
            onClick={() => handIn.mutate({ input: { collectionId, version } })}
          >
            上报
          </Button>
          {!isSaved && <span className="quiet">保存后才能上报。</span>}
        </div>
      )}
    </form>
  )
}
