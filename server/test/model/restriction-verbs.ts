import { enterRestriction } from '../../src/modules/restriction/enter-restriction.ts'
import { releaseRestriction } from '../../src/modules/restriction/release-restriction.ts'
import { reviewRestriction } from '../../src/modules/restriction/review-restriction.ts'
import { ALL_OFFICERS, NotAsked, type Verb, contextOf, idOf } from './office-model.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
let decisions = 0
/** Entries of the 限制库, the level above that judges them, and what takes them back (RES-1…3). */
export const RESTRICTION_VERBS: readonly Verb[] = [
  {
    name: 'enter restriction',
    by: ALL_OFFICERS,
    may: (item, by) => by === 'clerk' && item.bar === 'none',
    act: (item, by, stage) => {
      decisions += 1
      const { name, documentNumber } = item.arranger
      const entry = {
        name,
        documentType: 'resident-id' as const,
        documentNumber,
        kind: 'exam-cheat' as const,
        decidedOn: '2026-10-01',
        endsOn: '2029-09-30',
        authority: '衢州市教育局',
        decisionNumber: `演示模罚〔2026〕${decisions}号`,
        cause: '国家教师资格考试中携带通讯工具。',
        lateReason: '',
      }
      if (by !== 'clerk' || item.bar !== 'none') return Promise.reject(new NotAsked())
      return enterRestriction(contextOf(stage, by, item), entry, { file: PDF })
    },
    settle: (item, _by, found) => {
      item.bar = 'pending'
      item.entry = { id: idOf(found, 'entryId'), purpose: 'entry' }
    },
  },
  {
    name: 'accept restriction',
    by: ['clerk', 'city'],
    may: (item, by) => by === 'city' && item.entry !== null,
    act: (item, by, stage) =>
      item.entry === null
        ? Promise.reject(new NotAsked())
        : reviewRestriction(contextOf(stage, by, item), { entryId: item.entry.id, result: 'accept' }),
    settle: (item) => {
      const isEntry = item.entry?.purpose === 'entry'
      item.bar = isEntry ? 'effective' : 'none'
      item.inForce = isEntry ? (item.entry?.id ?? null) : null
      item.entry = null
    },
  },
  {
    name: 'send restriction back',
    by: ['clerk', 'city'],
    may: (item, by) => by === 'city' && item.entry !== null,
    act: (item, by, stage) =>
      item.entry === null
        ? Promise.reject(new NotAsked())
        : reviewRestriction(contextOf(stage, by, item), {
            entryId: item.entry.id,
            result: 'return',
            reason: '决定书不清晰，请重新扫描。',
          }),
    settle: (item) => {
      item.bar = item.inForce === null ? 'none' : 'effective'
      item.entry = null
    },
  },
  {
    name: 'release restriction',
    by: ['clerk', 'city', 'foreign'],
    may: (item, by) => by === 'clerk' && item.inForce !== null && item.entry === null,
    act: (item, by, stage) =>
      item.inForce === null
        ? Promise.reject(new NotAsked())
        : releaseRestriction(contextOf(stage, by, item), {
            entryId: item.inForce,
            correctionReason: '录入对象错误，应当撤销。',
          }),
    settle: (item, _by, found) => {
      item.entry = { id: idOf(found, 'entryId'), purpose: 'release' }
    },
  },
]
