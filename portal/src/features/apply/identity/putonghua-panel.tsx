import { type PersonalCentre, verifyPutonghuaEndpoint } from '@xingtan/contract/evidence'
import { PUTONGHUA_GRADE_NAMES } from '@xingtan/domain/putonghua'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { useDraftStep } from '../draft/draft-context.ts'
import { AddRecord } from './add-record.tsx'
import { RecordHint, RecordState } from './record-state.tsx'
import { useVerify } from './use-verify.ts'

/** 选择普通话证书信息, with adding one on the spot. */
export function PutonghuaPanel({ records }: { readonly records: PersonalCentre['putonghua'] }) {
  const { value, patch, errorOf } = useDraftStep('identity')
  const { command, ask } = useVerify(verifyPutonghuaEndpoint)
  return (
    <Panel title="选择普通话证书信息">
      <div className="panel-stack">
        {records.length > 0 && (
          <RadioGroup
            id="putonghuaId"
            label="普通话证书"
            hint="一般须达到二级乙等，部分地区和学科要求更高；申请幼儿园教师资格的，只能选择二级乙等及以上的证书。"
            error={errorOf('putonghuaId')}
            value={value.putonghuaId ?? ''}
            options={records.map((record) => ({
              value: record.id,
              label: (
                <>
                  {record.grade === null ? '普通话证书' : PUTONGHUA_GRADE_NAMES[record.grade]}
                  {record.score !== null && `，${record.score} 分`} <RecordState state={record.state} />
                </>
              ),
              hint: (
                <>
                  <span className="record-hint">证书编号 {record.number}</span>
                  <RecordHint {...record} />
                </>
              ),
            }))}
            onChange={(putonghuaId) => patch({ putonghuaId })}
          />
        )}
        <AddRecord
          id={records.length === 0 ? 'putonghuaId' : 'putonghua-number'}
          label="普通话证书编号"
          hint="13 位或 15 位数字，例如 3324001001234。将在国家普通话水平测试信息管理系统中核验。"
          openLabel="添加普通话证书"
          isOpenAtFirst={records.length === 0}
          error={records.length === 0 ? errorOf('putonghuaId') : undefined}
          command={command}
          onVerify={async (number) => {
            const putonghuaId = await ask({ number })
            if (putonghuaId !== undefined) patch({ putonghuaId })
            return putonghuaId !== undefined
          }}
        />
      </div>
    </Panel>
  )
}
