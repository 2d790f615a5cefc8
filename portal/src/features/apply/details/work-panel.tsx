import { OCCUPATIONS, POLITICAL_STATUSES, PROFESSIONAL_TITLES, type CodeEntry } from '@xingtan/contract/person-code'
import { Panel } from '@xingtan/ui/components/panel'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'

function optionsOf(table: readonly CodeEntry[]) {
  return table.map(({ code, name }) => ({ value: code, label: name }))
}

/** 工作单位, 现从事职业, 专业技术职务 and 政治面貌; students are told what to write. */
export function WorkPanel() {
  const { draft } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('details')
  const isStudent = draft.steps.identity.isStudent === true
  return (
    <Panel title="认定信息">
      <div className="panel-stack">
        <SelectField
          id="politicalStatusCode"
          label="政治面貌"
          error={errorOf('politicalStatusCode')}
          value={value.politicalStatusCode ?? ''}
          options={optionsOf(POLITICAL_STATUSES)}
          onChange={(code) => patch({ politicalStatusCode: code === '' ? null : code })}
        />
        <SelectField
          id="occupationCode"
          label="现从事职业"
          hint={isStudent ? '在校生选择“学生”。' : undefined}
          error={errorOf('occupationCode')}
          value={value.occupationCode ?? ''}
          options={optionsOf(OCCUPATIONS)}
          onChange={(code) => patch({ occupationCode: code === '' ? null : code })}
        />
        <TextField
          id="workplace"
          label="工作单位"
          hint={isStudent ? '在校生填“无”。' : '填写单位全称；没有工作单位的填“无”。'}
          autoComplete="organization"
          maxLength={120}
          error={errorOf('workplace')}
          value={value.workplace ?? ''}
          onChange={(workplace) => patch({ workplace: workplace === '' ? null : workplace })}
        />
        <SelectField
          id="titleCode"
          label="专业技术职务"
          hint="没有专业技术职务的选择“无”。"
          error={errorOf('titleCode')}
          value={value.titleCode ?? ''}
          options={optionsOf(PROFESSIONAL_TITLES)}
          onChange={(code) => patch({ titleCode: code === '' ? null : code })}
        />
      </div>
    </Panel>
  )
}
