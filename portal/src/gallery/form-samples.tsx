import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { DateField, MonthField } from '@xingtan/ui/components/date-field'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { FileField } from '@xingtan/ui/components/file-field'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { SelectField } from '@xingtan/ui/components/select-field'
import { Stepper } from '@xingtan/ui/components/stepper'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { Button } from '@xingtan/ui/components/button'
import { useState } from 'react'

const STEPS = [
  { id: 'agreement', title: '网上申报协议', state: 'done', to: '/1' },
  { id: 'identity', title: '身份信息', state: 'attention', openCount: 2, to: '/2' },
  { id: 'agency', title: '认定机构', state: 'done', to: '/3' },
  { id: 'details', title: '认定信息', state: 'todo', to: '/4' },
  { id: 'review', title: '确认申报信息', state: 'todo' },
] as const

const ERRORS = [
  { fieldId: 'name', sentence: '请填写学习或工作单位。' },
  { fieldId: 'subject', sentence: '请选择任教学科。', basis: '《教师资格条例》第十五条' },
]

export function FormSamples() {
  const [text, setText] = useState('')
  const [choice, setChoice] = useState('self')
  const [isAgreed, setIsAgreed] = useState(false)
  return (
    <div className="gallery-wizard">
      <Stepper label="报名步骤" steps={STEPS} currentId="details" />
      <div className="stack-large">
        <ErrorSummary errors={ERRORS} correlationId="7F3K-20Q9" />
        <Panel title="已知信息">
          <DefinitionList
            facts={[
              { term: '姓名', value: '林知夏', source: '公安部门核验' },
              { term: '证件号码', value: '330802********0028', source: '公安部门核验' },
              { term: '考试合格证明', value: '小学，语文，有效期至 2027年6月30日', source: '教师资格考试系统' },
            ]}
            onReport={() => undefined}
          />
        </Panel>
        <TextField
          id="name"
          label="学习或工作单位"
          hint="请填写单位全称，例如：衢州学院。"
          error="请填写学习或工作单位。"
          value={text}
          onChange={setText}
        />
        <TextField id="title" label="专业技术职务" isOptional value={text} onChange={setText} isShort />
        <SelectField
          id="subject"
          label="任教学科"
          value=""
          onChange={setChoice}
          options={[{ value: '1', label: '语文' }]}
          error="请选择任教学科。"
        />
        <RadioGroup
          id="collection"
          label="证书领取方式"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'self', label: '自取', hint: '到认定机构领取，需带身份证原件。' },
            { value: 'mail', label: '邮寄', hint: '由认定机构寄出，邮费由收件人支付。' },
          ]}
        />
        <DateField id="day" label="出生日期" hint="例如：2001-03-09。" value="2001-03-09" onChange={setText} />
        <MonthField id="month" label="起始年月" hint="例如：2019-09。" value="2019-09" onChange={setText} />
        <TextareaField id="note" label="补充说明" isOptional maxLength={200} value={text} onChange={setText} />
        <FileField
          id="file"
          label="学历证书扫描件"
          hint="PDF 格式，小于 1 MB。"
          accept="application/pdf"
          onChoose={() => undefined}
        />
        <CheckboxField
          id="agree"
          label="本人已阅读并同意以上协议，保证所填信息真实、准确。"
          isChecked={isAgreed}
          onChange={setIsAgreed}
        />
        <div className="button-row">
          <Button kind="primary">保存并继续：选择认定机构</Button>
          <Button>返回上一步</Button>
        </div>
      </div>
    </div>
  )
}
