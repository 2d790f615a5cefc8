import {
  type Degree,
  type Education,
  type PersonalCentre,
  verifyDegreeEndpoint,
  verifyEducationEndpoint,
} from '@xingtan/contract/evidence'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { formatDay } from '@xingtan/ui/date-format'
import { useDraftStep } from '../draft/draft-context.ts'
import { AddRecord } from './add-record.tsx'
import { RecordHint, RecordState } from './record-state.tsx'
import { levelName } from './student-panel.tsx'
import { useVerify } from './use-verify.ts'

const NONE = 'none'

function educationOption(record: Education) {
  const { school, major, studyForm, graduatedOn } = record
  const title = [school, levelName(record.level), major].filter((part) => part !== null && part !== undefined)
  const facts = [
    `证书编号 ${record.certificateNumber}`,
    studyForm,
    graduatedOn === null ? null : `${formatDay(graduatedOn)} 毕业`,
  ]
  return {
    value: record.id,
    label: (
      <>
        {title.length === 0 ? '学历证书' : title.join('，')} <RecordState state={record.state} />
      </>
    ),
    hint: (
      <>
        <span className="record-hint">{facts.filter((part) => part !== null).join('，')}</span>
        <RecordHint {...record} />
      </>
    ),
  }
}

function degreeOption(record: Degree) {
  return {
    value: record.id,
    label: (
      <>
        {record.name ?? '学位证书'} <RecordState state={record.state} />
      </>
    ),
    hint: (
      <>
        <span className="record-hint">
          证书编号 {record.certificateNumber}
          {record.school !== null && `，${record.school}`}
        </span>
        <RecordHint {...record} />
      </>
    ),
  }
}

/** 学历: needed by those who have graduated; students may add one they hold already. */
export function EducationPanel({ centre }: { readonly centre: PersonalCentre }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  const { command, ask } = useVerify(verifyEducationEndpoint)
  const isOptional = value.isStudent === true
  const { educations } = centre
  const none = { value: NONE, label: '不填写以前的学历' }
  return (
    <Panel title={isOptional ? '已取得的学历（选填）' : '学历证书信息'}>
      <div className="panel-stack">
        {isOptional && <p className="secondary">应届毕业生不需要录入学历信息；研究生应届毕业生请补录上个学历。</p>}
        {educations.length > 0 && (
          <RadioGroup
            id="educationId"
            label="学历证书"
            hint="请选择符合所申请资格种类学历要求的毕业证书。"
            isOptional={isOptional}
            error={errorOf('educationId')}
            value={value.educationId ?? (isOptional ? NONE : '')}
            options={[...educations.map(educationOption), ...(isOptional ? [none] : [])]}
            onChange={(id) => patch({ educationId: id === NONE ? null : id })}
          />
        )}
        <AddRecord
          id={educations.length === 0 && !isOptional ? 'educationId' : 'education-number'}
          label="学历证书编号"
          hint="毕业证书上的证书编号，一般为 18 位。将在学信网核验。"
          openLabel="添加学历证书"
          isOpenAtFirst={educations.length === 0 && !isOptional}
          error={educations.length === 0 && !isOptional ? errorOf('educationId') : undefined}
          command={command}
          onVerify={async (certificateNumber) => {
            const educationId = await ask({ certificateNumber })
            if (educationId !== undefined) patch({ educationId })
            return educationId !== undefined
          }}
        />
      </div>
    </Panel>
  )
}

/** 学位: may be left out. */
export function DegreePanel({ degrees }: { readonly degrees: PersonalCentre['degrees'] }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  const { command, ask } = useVerify(verifyDegreeEndpoint)
  return (
    <Panel title="学位证书信息（选填）">
      <div className="panel-stack">
        {degrees.length > 0 && (
          <RadioGroup
            id="degreeId"
            label="学位证书"
            isOptional
            error={errorOf('degreeId')}
            value={value.degreeId ?? NONE}
            options={[...degrees.map(degreeOption), { value: NONE, label: '不填写学位' }]}
            onChange={(id) => patch({ degreeId: id === NONE ? null : id })}
          />
        )}
        <AddRecord
          id="degree-number"
          label="学位证书编号"
          hint="学位证书上的证书编号。将在学信网核验。"
          openLabel="添加学位证书"
          isOpenAtFirst={false}
          command={command}
          onVerify={async (certificateNumber) => {
            const degreeId = await ask({ certificateNumber })
            if (degreeId !== undefined) patch({ degreeId })
            return degreeId !== undefined
          }}
        />
      </div>
    </Panel>
  )
}
