import './gallery.css'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { SaveStamp } from '@xingtan/ui/components/save-stamp'
import { ActionSamples } from './action-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { StateSamples } from './state-samples.tsx'
import { TaskSamples } from './task-samples.tsx'

/** Every component in its states, to be looked at while one works on them; it is not part of the built site. */
export function Gallery() {
  return (
    <div className="stack-large">
      <PageTitle
        title="认定信息"
        lead="请按实际情况填写，带有“选填”字样的项目可以不填。"
        aside={<SaveStamp state={{ kind: 'saved', at: '2026-09-14T06:03:00Z' }} />}
      />
      <FormSamples />
      <ActionSamples />
      <StateSamples />
      <TaskSamples />
    </div>
  )
}
