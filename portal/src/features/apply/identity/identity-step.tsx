import { QueryState } from '@xingtan/ui/components/query-state'
import { useDraftStep } from '../draft/draft-context.ts'
import { StepFrame } from '../draft/step-frame.tsx'
import { useCentre } from '../use-centre.ts'
import { DegreePanel, EducationPanel } from './education-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { PutonghuaPanel } from './putonghua-panel.tsx'
import { RoutePanel } from './route-panel.tsx'
import { StudentPanel } from './student-panel.tsx'

/** Step 2 填写身份信息: what is known is shown, what is owned is chosen, what is missing is added here (APP-3). */
export function IdentityStepForm() {
  const { value } = useDraftStep('identity')
  const query = useCentre()
  return (
    <QueryState query={query} skeletonLines={12}>
      {(centre) => (
        <StepFrame step="identity" previous="agreement" next="agency">
          <PersonPanel identity={centre.identity} />
          <RoutePanel centre={centre} />
          <PutonghuaPanel records={centre.putonghua} />
          <StudentPanel centre={centre} />
          {value.isStudent !== null && <EducationPanel centre={centre} />}
          {value.isStudent === false && <DegreePanel degrees={centre.degrees} />}
        </StepFrame>
      )}
    </QueryState>
  )
}
