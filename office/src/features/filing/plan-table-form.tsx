import type { PlanTableContent, PlannedBatch, PlannedTraining } from '@xingtan/contract/office/filing'
import { ROUND_KIND_TITLES } from '@xingtan/contract/office/window'
import { PlanKind } from '@xingtan/contract/plan-content'
import { Field } from '../../components/field.tsx'
import { CountField, DayField, TextField } from './input-fields.tsx'
import type { ContentFormProps } from './notice-form.tsx'
import { RowList } from './row-list.tsx'

const BATCH: PlannedBatch = {
  work: 'recognition',
  name: '',
  networkFrom: null,
  networkTo: null,
  confirmFrom: null,
  confirmTo: null,
  expectedCount: null,
}
const TRAINING: PlannedTraining = { from: null, to: null, topic: '', place: '', head: '', expectedCount: null }

type Change<Row> = (part: Partial<Row>) => void

function Batch({ row, change }: { readonly row: PlannedBatch; readonly change: Change<PlannedBatch> }) {
  return (
    <div className="filing-row-fields">
      <Field label="业务">
        {(aria) => (
          <select
            {...aria}
            value={row.work}
            onChange={({ target }) => change({ work: PlanKind.catch('recognition').parse(target.value) })}
          >
            {PlanKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {ROUND_KIND_TITLES[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label="批次名称" maxLength={40} value={row.name} onChange={(name) => change({ name })} />
      <DayField label="网报开始" value={row.networkFrom} onChange={(networkFrom) => change({ networkFrom })} />
      <DayField label="网报结束" value={row.networkTo} onChange={(networkTo) => change({ networkTo })} />
      <DayField label="确认开始" value={row.confirmFrom} onChange={(confirmFrom) => change({ confirmFrom })} />
      <DayField label="确认结束" value={row.confirmTo} onChange={(confirmTo) => change({ confirmTo })} />
      <CountField label="预计人数" value={row.expectedCount} onChange={(expectedCount) => change({ expectedCount })} />
    </div>
  )
}

function Training({ row, change }: { readonly row: PlannedTraining; readonly change: Change<PlannedTraining> }) {
  return (
    <div className="filing-row-fields">
      <DayField label="开始日期" value={row.from} onChange={(from) => change({ from })} />
      <DayField label="结束日期" value={row.to} onChange={(to) => change({ to })} />
      <TextField label="培训内容" maxLength={100} value={row.topic} onChange={(topic) => change({ topic })} />
      <TextField label="地点" maxLength={100} value={row.place} onChange={(place) => change({ place })} />
      <TextField label="负责人" maxLength={30} value={row.head} onChange={(head) => change({ head })} />
      <CountField label="预计人数" value={row.expectedCount} onChange={(expectedCount) => change({ expectedCount })} />
    </div>
  )
}

/** 《网报及培训计划表》: batches and trainings of the year. */
export function PlanTableForm<Content extends PlanTableContent>(props: ContentFormProps<Content>) {
  const { content, onChange, errorOf } = props
  return (
    <>
      <div className="filing-row-fields">
        <TextField
          label="负责人"
          maxLength={30}
          value={content.head}
          error={errorOf('head')}
          onChange={(head) => onChange({ ...content, head })}
        />
      </div>
      <RowList
        title="网报和确认安排"
        nameOf={(place) => `第 ${place} 个批次`}
        rows={content.batches}
        empty={BATCH}
        max={12}
        error={errorOf('batches')}
        errorOf={(index) => errorOf(`batches.${index}`)}
        onChange={(batches) => onChange({ ...content, batches })}
      >
        {(row, change) => <Batch row={row} change={change} />}
      </RowList>
      <RowList
        title="培训安排"
        nameOf={(place) => `第 ${place} 次培训`}
        rows={content.trainings}
        empty={TRAINING}
        max={20}
        error={errorOf('trainings')}
        errorOf={(index) => errorOf(`trainings.${index}`)}
        onChange={(trainings) => onChange({ ...content, trainings })}
      >
        {(row, change) => <Training row={row} change={change} />}
      </RowList>
    </>
  )
}
