import type { PlanFrame } from '@xingtan/contract/office/plan'
import { Input } from 'antd'
import { Field } from '../../components/field.tsx'
import type { PlanDraft, PointDraft } from './plan-draft.ts'
import { WindowInputs } from './window-rows.tsx'

/** People a desk receives in a working day, unless the agency knows better. */
const USUAL_PER_DESK = '30'

interface PointRowsProps {
  readonly draft: PlanDraft
  readonly frame: PlanFrame
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (points: readonly PointDraft[]) => void
}

/** Which 确认点 take part, when each confirms, and what its desks can receive. */
export function PointRows({ draft, frame, errors, onChange }: PointRowsProps) {
  const { points } = draft
  const known = frame.points.filter(
    ({ pointId, isActive }) => isActive || points.some((point) => point.pointId === pointId),
  )
  const last = draft.confirms.at(-1)
  const replace = (row: PointDraft) => onChange(points.map((one) => (one.key === row.key ? row : one)))
  return (
    <fieldset className="plan-part">
      <legend>确认点</legend>
      {known.length === 0 && <p className="quiet">本机构还没有正在使用的确认点，请先在“确认点”中新增。</p>}
      {known.map(({ pointId, name, deskCount }) => {
        const row = points.find((point) => point.pointId === pointId)
        const fresh: PointDraft = {
          key: pointId,
          pointId,
          opens: draft.confirms[0]?.opens ?? '',
          closes: last?.closes ?? '',
          deskCount: String(deskCount),
          perDesk: USUAL_PER_DESK,
        }
        return (
          <div key={pointId} className="plan-row plan-point">
            <label className="plan-point-name">
              <input
                type="checkbox"
                checked={row !== undefined}
                onChange={({ target }) =>
                  onChange(target.checked ? [...points, fresh] : points.filter((one) => one.pointId !== pointId))
                }
              />{' '}
              {name}
            </label>
            {row !== undefined && (
              <>
                <WindowInputs
                  title={name}
                  row={row}
                  error={errors.get(`points.${pointId}`)}
                  onChange={(change) => replace({ ...row, ...change })}
                />
                <div className="plan-window">
                  <Field label="窗口数">
                    {(aria) => (
                      <Input
                        {...aria}
                        inputMode="numeric"
                        maxLength={3}
                        value={row.deskCount}
                        onChange={({ target }) => replace({ ...row, deskCount: target.value })}
                      />
                    )}
                  </Field>
                  <Field label="每窗口每日接待人数">
                    {(aria) => (
                      <Input
                        {...aria}
                        inputMode="numeric"
                        maxLength={3}
                        value={row.perDesk}
                        onChange={({ target }) => replace({ ...row, perDesk: target.value })}
                      />
                    )}
                  </Field>
                </div>
              </>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
