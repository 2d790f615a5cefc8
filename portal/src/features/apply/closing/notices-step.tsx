import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useDraftStep } from '../draft/draft-context.ts'
import { StepFrame } from '../draft/step-frame.tsx'
import { LegalText } from '../legal-text.tsx'
import { useTexts } from '../use-texts.ts'

/** Step 6 注意事项: the notices of the chosen agency, read and ticked (APP-6). */
export function NoticesStepForm() {
  const { value, patch, errorOf } = useDraftStep('notices')
  const texts = useTexts()
  return (
    <QueryState query={texts} skeletonLines={8}>
      {({ notices }) => (
        <StepFrame step="notices" previous="review" next="promise">
          <Panel title="请认真仔细阅读">
            <LegalText paragraphs={notices.paragraphs} />
          </Panel>
          <CheckboxField
            id="read"
            label="本人已阅读并记录以上注意事项"
            error={errorOf('read')}
            isChecked={value.read}
            onChange={(read) => patch({ read })}
          />
        </StepFrame>
      )}
    </QueryState>
  )
}
