import type { PlanContent, PlanKind } from '@xingtan/contract/plan-content'
import type { PlanDraft } from '@xingtan/domain/plan'
import type { Window } from '@xingtan/domain/window'

interface Stated {
  readonly opensAt: string
  readonly closesAt: string
}

function toWindow<One extends Stated>(window: One) {
  return { ...window, opensAt: new Date(window.opensAt), closesAt: new Date(window.closesAt) }
}

function toStated<One extends Window>(window: One) {
  return { ...window, opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() }
}

/** A stored content as the rules judge it. */
export function toPlanDraft(kind: PlanKind, content: PlanContent): PlanDraft {
  return {
    ...content,
    kind,
    phases: content.phases.map(toWindow),
    confirms: content.confirms.map(toWindow),
    umbrella: content.umbrella === null ? null : toWindow(content.umbrella),
    stages: content.stages.map(toWindow),
    points: content.points.map(toWindow),
  }
}

/** A judged plan as it is stored. */
export function toPlanContent({ kind: _kind, ...draft }: PlanDraft): PlanContent {
  return {
    ...draft,
    phases: draft.phases.map((phase) => ({
      ...toStated(phase),
      routes: [...phase.routes],
      personKinds: [...phase.personKinds],
    })),
    confirms: draft.confirms.map(toStated),
    umbrella: draft.umbrella === null ? null : toStated(draft.umbrella),
    stages: draft.stages.map(toStated),
    points: draft.points.map(toStated),
    hospitals: draft.hospitals.map((hospital) => ({ ...hospital })),
  }
}
