import { CONTENT_FINDING_TITLES, type ContentFinding } from '@xingtan/contract/office/content-check'
import type { Refusal } from '@xingtan/contract/problem'
import { type CheckedText, checkContent, mayOverride } from '@xingtan/domain/content-check'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { officeHostsOf } from '../../platform/office-hosts.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { listPublicContacts } from '../agency/index.ts'

/** What the check finds in texts of this officer's agency (S-040, S-120). */
export async function checkTexts(
  services: Pick<Services, 'officeOrigin' | 'publicOrigin'>,
  tx: Tx,
  { officer, texts }: { readonly officer: OfficerActor; readonly texts: readonly CheckedText[] },
): Promise<ContentFinding[]> {
  const publicContacts = await listPublicContacts(tx, officer.agencyCode)
  return checkContent(texts, { officeHosts: officeHostsOf(services), publicContacts })
}

const FIELDS: Readonly<Record<string, string>> = { 标题: 'title', 正文: 'body', 问题: 'question', 答案: 'answer' }

/** One reason a place and sort, naming up to three of what was found. */
function toRefusals(findings: readonly ContentFinding[]): Refusal[] {
  const groups = Map.groupBy(findings, (one) => `${one.place} ${mayOverride(one) ? 'office' : 'person'}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const titles = new Set(group.map(({ kind }) => CONTENT_FINDING_TITLES[kind]))
    const excerpts = new Set(group.map(({ excerpt }) => excerpt))
    return [
      {
        code: mayOverride(first) ? ('notice.names-office' as const) : ('notice.personal-data' as const),
        field: FIELDS[first.place] ?? 'attachmentIds',
        values: {
          place: first.place,
          title: [...titles].join('、'),
          excerpt: [...excerpts].slice(0, 3).join('、'),
        },
      },
    ]
  })
}

/** Stops on what may not be published, all reasons at once; with `isOverridden` the system may be named. */
export function throwIfBlocked(findings: readonly ContentFinding[], isOverridden: boolean): void {
  const blocked = findings.filter((one) => one.severity === 'block' && !(isOverridden && mayOverride(one)))
  throwIfRefused(toRefusals(blocked))
}
