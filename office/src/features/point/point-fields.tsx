import { Input } from 'antd'
import { Field } from '../../components/field.tsx'
import type { PointDraft } from './point-draft.ts'

interface FieldsProps {
  readonly draft: PointDraft
  readonly onDraft: (draft: PointDraft) => void
  readonly errorOf: (id: string) => string | undefined
}

const LINES = [
  { id: 'name', label: '名称', hint: undefined, rows: 1, max: 40 },
  { id: 'address', label: '地址', hint: '写到楼层和房间。', rows: 1, max: 120 },
  { id: 'scope', label: '确认范围', hint: undefined, rows: 3, max: 300 },
  {
    id: 'streets',
    label: '街道（选填）',
    hint: '每行一个；填写后，申请人地址不在其中时会看到提醒。',
    rows: 3,
    max: 2000,
  },
  { id: 'deskCount', label: '窗口数', hint: undefined, rows: 1, max: 2 },
  { id: 'notices', label: '给申请人的提示（选填）', hint: '每行一条，最多 12 条。', rows: 4, max: 2000 },
  { id: 'activeFrom', label: '启用日期（选填）', hint: '例如 2026-09-14。', rows: 1, max: 10 },
  { id: 'activeTo', label: '停用日期（选填）', hint: '从这一天起不再使用。', rows: 1, max: 10 },
] as const

/** The plain fields of a point. */
export function PointFields({ draft, onDraft, errorOf }: FieldsProps) {
  return (
    <>
      {LINES.map(({ id, label, hint, rows, max }) => (
        <Field key={id} label={label} error={errorOf(id)} {...(hint === undefined ? {} : { hint })}>
          {(aria) => {
            const shared = {
              ...aria,
              value: draft[id],
              maxLength: max,
              onChange: (event: { readonly target: { readonly value: string } }) =>
                onDraft({ ...draft, [id]: event.target.value }),
            }
            return rows === 1 ? <Input {...shared} /> : <Input.TextArea {...shared} rows={rows} />
          }}
        </Field>
      ))}
    </>
  )
}
