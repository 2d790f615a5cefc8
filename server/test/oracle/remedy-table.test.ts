import { afterAll, beforeAll } from 'vitest'
import { ReviewOutcome } from '@xingtan/contract/appeal'
import { CaseMove } from '@xingtan/contract/office/case-exception'
import { answerReviewRequest } from '../../src/modules/appeal/answer-review-request.ts'
import { requestReview } from '../../src/modules/appeal/request-review.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { answerMove } from '../../src/modules/decision/answer-move.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { proposeCorrection } from '../../src/modules/decision/propose-correction.ts'
import { proposeMove } from '../../src/modules/decision/propose-move.ts'
import { recallMove } from '../../src/modules/decision/recall-move.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ownerOf } from '../online.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { type Try, holdTable, officersOf } from './state-table.ts'

const CITY = '33009'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const officer = officersOf(() => world)

const versionOf = async (id: string) =>
  Number((await world.rows('select version from applications where id = $1', [id]))[0]?.['version'])

holdTable(
  'moves',
  () => world,
  () => {
    let reviewer: OfficerActor
    let taker: OfficerActor
    let item: ArrangedCase
    let moveId = ''
    const propose = async (by: OfficerActor) => {
      const reason = '申请人户籍在衢江区，误选了柯城区。'
      const to = { toAgency: FOREIGN, basisRegion: '330803', reason }
      const { id: applicationId } = item
      return proposeMove(world.as(by), { applicationId, version: await versionOf(applicationId), ...to })
    }
    const offer = async () => {
      moveId = (await propose(reviewer)).moveId
    }
    const accept: Try = (by) => answerMove(world.as(by), { moveId, accept: true, pointId: world.points.foreign })
    const decline: Try = (by) => answerMove(world.as(by), { moveId, accept: false, answer: '户籍不在本区。' })
    const recall: Try = (by) => recallMove(world.as(by), { moveId, reason: '误提，现撤回。' })
    const after = (act: Try, by: () => OfficerActor) => async () => {
      await offer()
      await act(by())
    }
    return {
      states: CaseMove.shape.state.options,
      tables: ['case_moves', 'applications', 'application_events', 'messages', 'case_counter_changes'],
      subject: { get: () => moveId, set: (id) => void (moveId = id) },
      who: async () => {
        reviewer = await officer(HOME, ['review'])
        taker = await officer(FOREIGN, ['review'])
        item = await arrangeCase(world, { step: 'vetted' })
        return {
          reviewer,
          taker,
          desk: await officer(FOREIGN, ['confirm'], { pointId: world.points.foreign }),
          city: await officer(CITY, ['approve']),
        }
      },
      arrange: {
        proposed: offer,
        accepted: after(accept, () => taker),
        declined: after(decline, () => taker),
        recalled: after(recall, () => reviewer),
      },
      doors: {
        propose: 'decision.propose-move',
        accept: 'decision.answer-move',
        decline: 'decision.answer-move',
        recall: 'decision.recall-move',
      },
      acts: { propose, accept, decline, recall },
      expected: {
        proposed: {
          propose: 'decision.move-open request.not-found request.not-allowed case.not-own',
          accept: 'request.not-found ✓ request.not-allowed request.not-found',
          decline: 'request.not-found ✓ request.not-allowed request.not-found',
          recall: '✓ request.not-found request.not-allowed request.not-found',
        },
        accepted: {
          propose: 'request.not-found decision.move-same request.not-allowed case.not-own',
          accept: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          decline: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          recall: 'decision.move-gone request.not-found request.not-allowed request.not-found',
        },
        declined: {
          propose: '✓ request.not-found request.not-allowed case.not-own',
          accept: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          decline: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          recall: 'decision.move-gone request.not-found request.not-allowed request.not-found',
        },
        recalled: {
          propose: '✓ request.not-found request.not-allowed case.not-own',
          accept: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          decline: 'request.not-found decision.move-gone request.not-allowed request.not-found',
          recall: 'decision.move-gone request.not-found request.not-allowed request.not-found',
        },
      },
    }
  },
)

/** A conclusion by what is asked of it and how far that has come. */
const CORRECTION_STATES = ['none', 'proposed', 'confirmed', 'declined'] as const
const CONCLUSIONS = ['passed', 'failed'] as const
const STATES_OF_CORRECTIONS = CONCLUSIONS.flatMap((conclusion) =>
  CORRECTION_STATES.map((state) => `${conclusion}, ${state}` as const),
)

holdTable(
  'corrections',
  () => world,
  () => {
    let first: OfficerActor
    let second: OfficerActor
    let applicationId = ''
    const items = new Map<string, ArrangedCase>()
    const propose: Try = async (by) =>
      proposeCorrection(world.as(by), {
        applicationId,
        version: await versionOf(applicationId),
        reason: '经核查，原认定结论有误。',
      })
    const answer =
      (confirm: boolean): Try =>
      async (by) =>
        answerCorrection(world.as(by), {
          applicationId,
          version: await versionOf(applicationId),
          confirm,
          answer: '已复核全部材料。',
        })
    const arrange =
      (conclusion: (typeof CONCLUSIONS)[number], ...acts: readonly (() => Promise<unknown>)[]) =>
      async () => {
        applicationId = items.get(conclusion)?.id ?? ''
        for (const act of acts) await act()
      }
    const proposed = () => propose(first)
    const confirmed = () => answer(true)(second)
    const declined = () => answer(false)(second)
    return {
      states: STATES_OF_CORRECTIONS,
      tables: [
        'conclusion_corrections',
        'applications',
        'decisions',
        'certificates',
        'certificate_events',
        'evidence_uses',
        'application_events',
        'messages',
        'case_counter_changes',
      ],
      subject: { get: () => applicationId, set: (id) => void (applicationId = id) },
      who: async () => {
        first = await officer(HOME, ['review'])
        second = await officer(HOME, ['approve'])
        const approver = await officer(HOME, ['approve'])
        const [passed, failed] = [
          await arrangeCase(world, { step: 'reviewed' }),
          await arrangeCase(world, { step: 'reviewed' }),
        ]
        await approveCase(world.as(approver), { applicationId: passed.id, version: passed.version })
        const reasons = [{ code: 'false-material', note: '学历证书存疑' }]
        await refuseCase(world.as(approver), { applicationId: failed.id, version: failed.version, reasons })
        items.set('passed', passed).set('failed', failed)
        return {
          first,
          second,
          'same person': await officer(HOME, ['approve'], { personId: first.personId }),
          clerk: await officer(HOME, ['confirm'], { pointId: world.points.home }),
          foreign: await officer(FOREIGN, ['approve']),
          city: await officer(CITY, ['approve']),
        }
      },
      arrange: {
        'passed, none': arrange('passed'),
        'passed, proposed': arrange('passed', proposed),
        'passed, confirmed': arrange('passed', proposed, confirmed),
        'passed, declined': arrange('passed', proposed, declined),
        'failed, none': arrange('failed'),
        'failed, proposed': arrange('failed', proposed),
        'failed, confirmed': arrange('failed', proposed, confirmed),
        'failed, declined': arrange('failed', proposed, declined),
      },
      doors: {
        propose: 'decision.propose-correction',
        confirm: 'decision.answer-correction',
        decline: 'decision.answer-correction',
      },
      acts: { propose, confirm: answer(true), decline: answer(false) },
      expected: {
        'passed, none': {
          propose: '✓ ✓ ✓ request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
        },
        'passed, proposed': {
          propose:
            'decision.correction-open decision.correction-open decision.correction-open request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-same-person ✓ decision.correction-same-person request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-same-person ✓ decision.correction-same-person request.not-allowed request.not-found case.not-own',
        },
        'passed, confirmed': {
          propose:
            'decision.voided-already decision.voided-already decision.voided-already request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
        },
        'passed, declined': {
          propose: '✓ ✓ ✓ request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
        },
        'failed, none': {
          propose: '✓ ✓ ✓ request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
        },
        'failed, proposed': {
          propose:
            'decision.correction-open decision.correction-open decision.correction-open request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-same-person ✓ decision.correction-same-person request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-same-person ✓ decision.correction-same-person request.not-allowed request.not-found case.not-own',
        },
        'failed, confirmed': {
          propose: 'case.not-now case.not-now case.not-now request.not-allowed request.not-found case.not-own',
          confirm: 'case.not-now case.not-now case.not-now request.not-allowed request.not-found case.not-own',
          decline: 'case.not-now case.not-now case.not-now request.not-allowed request.not-found case.not-own',
        },
        'failed, declined': {
          propose: '✓ ✓ ✓ request.not-allowed request.not-found case.not-own',
          confirm:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
          decline:
            'decision.correction-none decision.correction-none decision.correction-none request.not-allowed request.not-found case.not-own',
        },
      },
    }
  },
)

holdTable(
  'review requests',
  () => world,
  () => {
    let reviewer: OfficerActor
    let requestId = ''
    let item: ArrangedCase
    const answer =
      (outcome: ReviewOutcome): Try =>
      async (by) =>
        answerReviewRequest(world.as(by), {
          requestId,
          version: await versionOf(item.id),
          outcome,
          answer: '已重新核对学历。',
        })
    const ask = async () => {
      const words = '学历证书可以在学信网查到，请重新核对。'
      requestId = (await requestReview(world.as(ownerOf(item)), { applicationId: item.id, words, files: [] })).requestId
    }
    return {
      states: ['open', ...ReviewOutcome.options] as const,
      tables: ['review_requests', 'conclusion_corrections', 'applications', 'application_events', 'messages'],
      subject: { get: () => requestId, set: (id) => void (requestId = id) },
      who: async () => {
        reviewer = await officer(HOME, ['review'])
        const approver = await officer(HOME, ['approve'])
        item = await arrangeCase(world, { step: 'reviewed' })
        const reasons = [{ code: 'false-material', note: '学历证书存疑' }]
        await refuseCase(world.as(approver), { applicationId: item.id, version: item.version, reasons })
        return {
          reviewer,
          approver,
          'same person as the approver': await officer(HOME, ['review'], { personId: approver.personId }),
          clerk: await officer(HOME, ['confirm'], { pointId: world.points.home }),
          foreign: await officer(FOREIGN, ['review']),
        }
      },
      arrange: {
        open: ask,
        upheld: async () => {
          await ask()
          await answer('upheld')(reviewer)
        },
        reopened: async () => {
          await ask()
          await answer('reopened')(reviewer)
        },
      },
      doors: { uphold: 'appeal.answer', reopen: 'appeal.answer' },
      acts: { uphold: answer('upheld'), reopen: answer('reopened') },
      expected: {
        open: {
          uphold: '✓ appeal.same-person appeal.same-person request.not-allowed request.not-found',
          reopen: '✓ appeal.same-person appeal.same-person request.not-allowed request.not-found',
        },
        upheld: {
          uphold: 'appeal.answered appeal.answered appeal.answered request.not-allowed request.not-found',
          reopen: 'appeal.answered appeal.answered appeal.answered request.not-allowed request.not-found',
        },
        reopened: {
          uphold: 'appeal.answered appeal.answered appeal.answered request.not-allowed request.not-found',
          reopen: 'appeal.answered appeal.answered appeal.answered request.not-allowed request.not-found',
        },
      },
    }
  },
)
