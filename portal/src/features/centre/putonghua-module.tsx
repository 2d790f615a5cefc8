import { type PersonalCentre, verifyPutonghuaEndpoint } from '@xingtan/contract/evidence'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useState } from 'react'
import { cleanNumber } from '../../phone-code/clean-digits.ts'
import { EvidenceRecord } from './evidence-record.tsx'
import { NumberForm } from './number-form.tsx'
import { useRefreshCentre } from './use-refresh-centre.ts'

const GRADES = {
  '1A': '一级甲等',
  '1B': '一级乙等',
  '2A': '二级甲等',
  '2B': '二级乙等',
  '3A': '三级甲等',
  '3B': '三级乙等',
} as const

const WORDS = {
  name: '普通话证书',
  whenNotFound:
    '请检查当前账号的姓名、身份证件号码以及证书编号是否与普通话证书一致。2007 年之前的证书没有联网数据，请携带证书原件到确认点咨询人工核验。',
  whenMismatch: '请核对证书编号；编号没有错的，请联系证书上的测试机构更正，更正后重新核验。',
}

function PutonghuaForm() {
  const [number, setNumber] = useState('')
  const refresh = useRefreshCentre()
  const errors = useFormErrors({ 'evidence.putonghua-number-wrong': 'number' })
  const command = useCommand(verifyPutonghuaEndpoint, {
    onSuccess: async () => {
      setNumber('')
      await refresh()
    },
    onError: errors.refuse,
  })
  const submit = (): void => {
    const input = { number: cleanNumber(number) }
    if (errors.check(verifyPutonghuaEndpoint.input, input)) command.mutate({ input })
  }
  return (
    <NumberForm
      title="新增：核验证书"
      fieldId="number"
      label="证书编号"
      hint="普通话水平测试等级证书上的编号，13 位或 15 位数字，例如：3320008000002。"
      action="核验普通话证书"
      value={number}
      onChange={setNumber}
      errors={errors}
      isBusy={command.isPending}
      onSubmit={submit}
    >
      <p className="hint">
        系统将在国家普通话水平测试信息管理系统中同步这份证书的等级和分数。核验数据为 2007 年之后的普通话证书。
      </p>
    </NumberForm>
  )
}

/** 普通话证书信息: certificates by number, the national data say grade and score (PRO-3). */
export function PutonghuaModule({ centre }: { readonly centre: PersonalCentre }) {
  return (
    <>
      {centre.putonghua.length === 0 ? (
        <EmptyState title="还没有添加普通话证书">
          <p className="secondary">请在下面填写证书编号，其他内容由系统同步，不必手工填写。</p>
        </EmptyState>
      ) : (
        <div className="evidence-list">
          {centre.putonghua.map((record) => (
            <EvidenceRecord
              key={record.id}
              record={record}
              kind="putonghua"
              title={`证书编号 ${record.number}`}
              words={WORDS}
              facts={[
                { term: '等级', value: record.grade === null ? null : GRADES[record.grade] },
                { term: '分数', value: record.score === null ? null : `${record.score} 分` },
                { term: '测试日期', value: record.testedOn === null ? null : formatDay(record.testedOn) },
              ]}
            />
          ))}
        </div>
      )}
      <PutonghuaForm />
    </>
  )
}
