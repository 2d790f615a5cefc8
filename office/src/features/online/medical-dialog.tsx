import type { OutputOf } from '@xingtan/contract/endpoint'
import { getMedicalEndpoint, recordMedicalEndpoint } from '@xingtan/contract/office/medical'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { TwoChoice } from '../../components/two-choice.tsx'
import type { OnlineDialogProps } from './dialog-props.ts'
import { useOnlineCommand } from './use-online-command.ts'

type Medical = OutputOf<typeof getMedicalEndpoint>

/** 体检结论 of one case: what is on record, and a new one from the list of named hospitals (CNF-5). */
export function MedicalDialog({ online, name, onClose }: OnlineDialogProps) {
  const query = useEndpoint(getMedicalEndpoint, { applicationId: online.applicationId }, { staleTime: 0 })
  return (
    <Dialog title={`体检结论：${name}`} onClose={onClose}>
      <QueryState query={query} skeletonLines={5}>
        {(medical) => <MedicalForm medical={medical} online={online} name={name} onClose={onClose} />}
      </QueryState>
    </Dialog>
  )
}

function MedicalForm({ medical, online, onClose }: OnlineDialogProps & { readonly medical: Medical }) {
  const announce = useToast()
  const { record, hospitals, formVersions, validityDays } = medical
  const [isFit, setIsFit] = useState<boolean>()
  const [examinedOn, setExaminedOn] = useState('')
  const [hospital, setHospital] = useState(hospitals.length === 1 ? (hospitals[0]?.name ?? '') : '')
  const [formVersion, setFormVersion] = useState(formVersions[0] ?? '')
  const [tried, setTried] = useState(false)
  const save = useOnlineCommand(recordMedicalEndpoint, () => {
    announce('体检结论已登记。')
    onClose()
  })
  const needed = (value: string, sentence: string) => (tried && value === '' ? sentence : undefined)
  return (
    <div className="dialog-form">
      <p className="quiet">
        {record === null
          ? '还没有登记体检结论。'
          : `已登记：${record.conclusion === 'qualified' ? '合格' : '不合格'}，${record.examinedOn}，${record.hospital}。`}
        体检结论 {validityDays} 天内有效。
      </p>
      <TwoChoice
        id="online-medical"
        legend="体检结论"
        isLegendShown
        yes="合格"
        no="不合格"
        value={isFit}
        error={tried && isFit === undefined ? '请选择体检结论。' : undefined}
        onChange={setIsFit}
      />
      <Field label="体检日期" error={needed(examinedOn, '请填写体检日期。')}>
        {(aria) => (
          <Input {...aria} type="date" value={examinedOn} onChange={(event) => setExaminedOn(event.target.value)} />
        )}
      </Field>
      <SelectField
        id="medical-hospital"
        label="体检医院"
        hint="只能选择本机构指定的医院。"
        options={hospitals.map((one) => ({ value: one.name, label: one.name }))}
        value={hospital}
        error={needed(hospital, '请选择体检医院。')}
        onChange={setHospital}
      />
      <SelectField
        id="medical-form"
        label="体检表版本"
        options={formVersions.map((version) => ({ value: version, label: version }))}
        value={formVersion}
        onChange={setFormVersion}
      />
      {save.error !== null && <ProblemAlert problem={save.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => {
            setTried(true)
            if (isFit === undefined || examinedOn === '' || hospital === '') return
            save.mutate({
              input: {
                applicationId: online.applicationId,
                version: online.version,
                conclusion: isFit ? 'qualified' : 'unqualified',
                examinedOn,
                hospital,
                formVersion,
              },
            })
          }}
        >
          登记体检结论
        </Button>
      </div>
    </div>
  )
}
