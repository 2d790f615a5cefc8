import { StepFrame } from '../draft/step-frame.tsx'
import { CollectionPanel } from './collection-panel.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { ResumePanel } from './resume-panel.tsx'
import { SigningPanel } from './signing-panel.tsx'
import { WorkPanel } from './work-panel.tsx'

/** Step 4 填写认定信息: photo, signed promise, collection, résumé and work (APP-5). */
export function DetailsStepForm() {
  return (
    <StepFrame step="details" previous="agency" next="review">
      <PhotoPanel />
      <SigningPanel />
      <CollectionPanel />
      <WorkPanel />
      <ResumePanel />
    </StepFrame>
  )
}
