import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useDraftStep } from './draft/draft-context.ts'
import { StepFrame } from './draft/step-frame.tsx'
import { LegalText } from './legal-text.tsx'
import { useTexts } from './use-texts.ts'

/** Step 1 网上申报协议: two consents, each ticked for itself, in the words of the handbook (APP-2). */
export function AgreementStepForm() {
  const { value, patch, errorOf } = useDraftStep('agreement')
  const texts = useTexts()
  return (
    <QueryState query={texts} skeletonLines={10}>
      {({ agreement }) => (
        <StepFrame step="agreement" next="identity">
          <Panel title={agreement.title}>
            <LegalText paragraphs={agreement.paragraphs} />
          </Panel>
          <div className="panel-stack">
            <CheckboxField
              id="agreed"
              label={agreement.agreeLabel}
              error={errorOf('agreed')}
              isChecked={value.agreed}
              onChange={(agreed) => patch({ agreed })}
            />
            <CheckboxField
              id="offenceQueryAuthorised"
              label={agreement.authoriseLabel}
              hint="这是一项单独的授权。查询结果只用于教师资格认定，不授权则认定机构无法完成核查。"
              error={errorOf('offenceQueryAuthorised')}
              isChecked={value.offenceQueryAuthorised}
              onChange={(offenceQueryAuthorised) => patch({ offenceQueryAuthorised })}
            />
          </div>
        </StepFrame>
      )}
    </QueryState>
  )
}
