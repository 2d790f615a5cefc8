import type { SchemeContent, SchemeStage } from '@xingtan/contract/office/filing'
import { CountField, DayField, TextField } from './input-fields.tsx'
import type { ContentFormProps } from './notice-form.tsx'
import { RowList } from './row-list.tsx'
import { SchemeEnd } from './scheme-end.tsx'

const STAGE: SchemeStage = { from: null, to: null, title: '', responsible: '' }
const HOSPITAL: SchemeContent['hospitals'][number] = { name: '', perDay: null }
const POINT: SchemeContent['points'][number] = { name: '', address: '', deskCount: null }

function Leaders<Content extends SchemeContent>({ content, onChange, errorOf }: ContentFormProps<Content>) {
  const field = (name: 'leader' | 'deputy' | 'head', label: string) => (
    <TextField
      label={label}
      maxLength={30}
      value={content[name]}
      onChange={(value) => onChange({ ...content, [name]: value })}
    />
  )
  return (
    <section className="filing-rows" aria-label="责任人">
      <h3>责任人</h3>
      <div className="filing-row-fields">
        {field('leader', '主要领导')}
        {field('deputy', '分管领导')}
        {field('head', '主管部门负责人')}
      </div>
      {errorOf('leaders') !== undefined && <p className="field-error">{errorOf('leaders')}</p>}
    </section>
  )
}

/** 认定工作实施方案: who answers for what and when, hospitals, points, safety, budget. */
export function SchemeForm<Content extends SchemeContent>(props: ContentFormProps<Content>) {
  const { content, onChange, errorOf } = props
  return (
    <>
      <Leaders {...props} />
      <RowList
        title="工作环节"
        nameOf={(place) => `第 ${place} 个环节`}
        rows={content.stages}
        empty={STAGE}
        max={20}
        error={errorOf('stages')}
        errorOf={(index) => errorOf(`stages.${index}`)}
        onChange={(stages) => onChange({ ...content, stages })}
      >
        {(row, change) => (
          <div className="filing-row-fields">
            <TextField label="环节名称" maxLength={60} value={row.title} onChange={(title) => change({ title })} />
            <DayField label="开始日期" value={row.from} onChange={(from) => change({ from })} />
            <DayField label="结束日期" value={row.to} onChange={(to) => change({ to })} />
            <TextField
              label="责任部门和责任人"
              maxLength={60}
              value={row.responsible}
              onChange={(responsible) => change({ responsible })}
            />
          </div>
        )}
      </RowList>
      <RowList
        title="体检医院"
        nameOf={(place) => `第 ${place} 家医院`}
        rows={content.hospitals}
        empty={HOSPITAL}
        max={60}
        error={errorOf('hospitals')}
        errorOf={(index) => errorOf(`hospitals.${index}`)}
        onChange={(hospitals) => onChange({ ...content, hospitals })}
      >
        {(row, change) => (
          <div className="filing-row-fields">
            <TextField label="医院名称" maxLength={60} value={row.name} onChange={(name) => change({ name })} />
            <CountField label="每日可检人数" value={row.perDay} onChange={(perDay) => change({ perDay })} />
          </div>
        )}
      </RowList>
      <RowList
        title="确认点"
        nameOf={(place) => `第 ${place} 个确认点`}
        rows={content.points}
        empty={POINT}
        max={80}
        error={errorOf('points')}
        errorOf={(index) => errorOf(`points.${index}`)}
        onChange={(points) => onChange({ ...content, points })}
      >
        {(row, change) => (
          <div className="filing-row-fields">
            <TextField label="名称" maxLength={60} value={row.name} onChange={(name) => change({ name })} />
            <TextField label="地址" maxLength={100} value={row.address} onChange={(address) => change({ address })} />
            <CountField label="窗口数" value={row.deskCount} onChange={(deskCount) => change({ deskCount })} />
          </div>
        )}
      </RowList>
      <SchemeEnd {...props} />
    </>
  )
}
