import type { PlanFrame } from '@xingtan/contract/office/plan'
import { type PlanKind, REGISTRATION_STAGE_TITLES, RegistrationStage } from '@xingtan/contract/plan-content'
import { Input } from 'antd'
import { Field } from '../../components/field.tsx'
import { HospitalRows } from './hospital-rows.tsx'
import { PhaseChoices } from './phase-choices.tsx'
import type { PlanDraft } from './plan-draft.ts'
import { PointRows } from './point-rows.tsx'
import { WindowInputs, WindowRows } from './window-rows.tsx'

interface PlanFieldsProps {
  readonly kind: PlanKind
  readonly frame: PlanFrame
  readonly draft: PlanDraft
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (draft: PlanDraft) => void
}

const DEADLINES = [
  { name: 'announceBy', label: '公告发布最后日期', kinds: ['recognition', 'registration'] },
  { name: 'decideBy', label: '作出认定结论最后日期', kinds: ['recognition'] },
  { name: 'completeBy', label: '全部完成日期', kinds: ['recognition', 'registration'] },
] as const

/** Every field of a plan; what an agency of this level and business does not set is not asked. */
export function PlanFields({ kind, frame, draft, errors, onChange }: PlanFieldsProps) {
  const isRegistration = kind === 'registration'
  const isDesked = frame.level === 'agency' && !isRegistration
  return (
    <div className="plan-fields">
      {isRegistration && (
        <fieldset className="plan-part">
          <legend>定期注册总时间</legend>
          <WindowInputs
            title="定期注册总时间"
            row={draft.umbrella}
            error={errors.get('umbrella')}
            onChange={(change) => onChange({ ...draft, umbrella: { ...draft.umbrella, ...change } })}
          />
        </fieldset>
      )}
      <WindowRows
        title="网上报名"
        path="phases"
        rows={draft.phases}
        most={6}
        errors={errors}
        start={(window) => ({ ...window, routes: [], personKinds: [] })}
        onChange={(phases) => onChange({ ...draft, phases })}
      >
        {(row, replace) => (isRegistration ? null : <PhaseChoices row={row} onChange={replace} />)}
      </WindowRows>
      {isRegistration ? (
        <Stages draft={draft} errors={errors} onChange={onChange} />
      ) : (
        <WindowRows
          title="现场确认"
          path="confirms"
          rows={draft.confirms}
          most={8}
          errors={errors}
          start={(window) => window}
          onChange={(confirms) => onChange({ ...draft, confirms })}
        />
      )}
      <fieldset className="plan-part">
        <legend>期限</legend>
        <div className="plan-deadlines">
          {DEADLINES.filter(({ kinds }) => kinds.some((one) => one === kind)).map(({ name, label }) => (
            <Field key={name} label={label}>
              {(aria) => (
                <input
                  {...aria}
                  type="date"
                  value={draft[name]}
                  onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      </fieldset>
      {isDesked && (
        <PointRows draft={draft} frame={frame} errors={errors} onChange={(points) => onChange({ ...draft, points })} />
      )}
      {isDesked && (
        <HospitalRows
          rows={draft.hospitals}
          errors={errors}
          onChange={(hospitals) => onChange({ ...draft, hospitals })}
        />
      )}
      {isDesked && (
        <fieldset className="plan-part">
          <legend>预计人数</legend>
          <Field label="预计申请人数" hint="用于核对窗口和医院能否接待。" error={errors.get('expectedCount')}>
            {(aria) => (
              <Input
                {...aria}
                inputMode="numeric"
                maxLength={7}
                value={draft.expectedCount}
                onChange={({ target }) => onChange({ ...draft, expectedCount: target.value })}
              />
            )}
          </Field>
        </fieldset>
      )}
    </div>
  )
}

function Stages({ draft, errors, onChange }: Pick<PlanFieldsProps, 'draft' | 'errors' | 'onChange'>) {
  return (
    <fieldset className="plan-part">
      <legend>办理环节</legend>
      {RegistrationStage.options.map((stage) => (
        <div key={stage} className="plan-row">
          <p className="plan-row-title">{REGISTRATION_STAGE_TITLES[stage]}</p>
          <WindowInputs
            title={REGISTRATION_STAGE_TITLES[stage]}
            row={draft.stages[stage]}
            error={errors.get(`stages.${stage}`)}
            onChange={(change) =>
              onChange({ ...draft, stages: { ...draft.stages, [stage]: { ...draft.stages[stage], ...change } } })
            }
          />
        </div>
      ))}
    </fieldset>
  )
}
