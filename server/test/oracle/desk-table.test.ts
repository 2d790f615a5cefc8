import { afterAll, beforeAll } from 'vitest'
import { HandoverState } from '@xingtan/contract/office/handover'
import { ProposalState } from '@xingtan/contract/office/proposal'
import { RestrictionState } from '@xingtan/contract/office/restriction'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { cancelHandover } from '../../src/modules/handover/cancel-handover.ts'
import { openHandover } from '../../src/modules/handover/open-handover.ts'
import { reviseHandover } from '../../src/modules/handover/revise-handover.ts'
import { signHandover } from '../../src/modules/handover/sign-handover.ts'
import { getHandover } from '../../src/modules/handover/get-handover.ts'
import { approvePolicy } from '../../src/modules/policy/approve-policy.ts'
import { proposePolicy } from '../../src/modules/policy/propose-policy.ts'
import { returnProposal } from '../../src/modules/proposal/return-proposal.ts'
import { withdrawProposal } from '../../src/modules/proposal/withdraw-proposal.ts'
import { correctRestriction } from '../../src/modules/restriction/correct-restriction.ts'
import { enterRestriction } from '../../src/modules/restriction/enter-restriction.ts'
import { releaseRestriction } from '../../src/modules/restriction/release-restriction.ts'
import { reviewRestriction } from '../../src/modules/restriction/review-restriction.ts'
import { arrangeCase } from '../arrange-case.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { type Try, holdTable, officersOf } from './state-table.ts'

const CITY = '33009'
const PROVINCE = '33001'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const officer = officersOf(() => world)

holdTable(
  'proposals',
  () => world,
  () => {
    let first: OfficerActor
    let second: OfficerActor
    let proposalId = ''
    const rule = {
      key: 'medical.validity-days',
      scope: `agency:${HOME}`,
      effectiveFrom: '2026-10-12',
      effectiveTo: null,
      value: 90,
      reason: '按省厅通知调整',
      source: '浙教办〔2026〕1号',
    }
    const propose = async () => {
      proposalId = (await proposePolicy(world.as(first), rule)).proposalId
    }
    const approve: Try = (by) => approvePolicy(world.as(by), { proposalId })
    const giveBack: Try = (by) => returnProposal(world.as(by), { proposalId, note: '依据不足。' })
    const withdraw: Try = (by) => withdrawProposal(world.as(by), { proposalId })
    const after = (act: Try, by: () => OfficerActor) => async () => {
      await propose()
      await act(by())
    }
    return {
      states: ProposalState.options,
      tables: ['proposals', 'policies'],
      subject: { get: () => proposalId, set: (id) => void (proposalId = id) },
      who: async () => {
        first = await officer(PROVINCE, ['plan'])
        second = await officer(PROVINCE, ['plan'])
        return {
          proposer: first,
          second,
          'same person': await officer(PROVINCE, ['plan'], { personId: first.personId }),
          nation: await officer('00000', ['plan']),
          county: await officer(HOME, ['plan']),
          foreign: await officer(FOREIGN, ['plan']),
        }
      },
      arrange: {
        open: propose,
        approved: after(approve, () => second),
        returned: after(giveBack, () => second),
        withdrawn: after(withdraw, () => first),
      },
      doors: { approve: 'policy.approve', return: 'proposal.return', withdraw: 'proposal.withdraw' },
      acts: { approve, return: giveBack, withdraw },
      expected: {
        open: {
          approve: 'proposal.same-person ✓ proposal.same-person ✓ proposal.by-superior proposal.out-of-scope',
          return: 'proposal.same-person ✓ proposal.same-person ✓ proposal.by-superior proposal.out-of-scope',
          withdraw: '✓ proposal.not-proposer ✓ proposal.not-proposer proposal.by-superior proposal.out-of-scope',
        },
        approved: {
          approve:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          return:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          withdraw:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
        },
        returned: {
          approve:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          return:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          withdraw:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
        },
        withdrawn: {
          approve:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          return:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
          withdraw:
            'proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.not-open proposal.out-of-scope',
        },
      },
    }
  },
)

holdTable(
  'handovers',
  () => world,
  () => {
    let giver: OfficerActor
    let receiver: OfficerActor
    let manager: OfficerActor
    let handoverId = ''
    const version = async () =>
      Number((await world.rows('select version from handovers where id = $1', [handoverId]))[0]?.['version'])
    const sign: Try = async (by) => {
      const { textHash } = await getHandover(world.as(manager), { handoverId })
      await signHandover(world.as(by), { handoverId, textHash, inPlaceBecause: null })
    }
    const signInPlace: Try = async (by) => {
      const { textHash } = await getHandover(world.as(manager), { handoverId })
      await signHandover(world.as(by), { handoverId, textHash, inPlaceBecause: '移交人已离岗。' })
    }
    const revise: Try = async (by) =>
      reviseHandover(world.as(by), { handoverId, version: await version(), remarks: '公章已交。' })
    const cancel: Try = (by) => cancelHandover(world.as(by), { handoverId, reason: '岗位不再调整。' })
    const open = async () => {
      const wish = {
        giverUserId: giver.userId,
        receiverUserId: receiver.userId,
        cause: 'leaving',
        dueOn: '2026-10-20',
        remarks: '',
      } as const
      handoverId = (await openHandover(world.as(manager), wish)).handoverId
    }
    const openWith =
      (...acts: readonly (() => Promise<unknown>)[]) =>
      async () => {
        await open()
        for (const act of acts) await act()
      }
    return {
      // 待签收 has two faces: nobody has signed yet, or one side has.
      states: [...HandoverState.options, 'signed by one'] as const,
      tables: ['handovers', 'handover_signatures'],
      subject: { get: () => handoverId, set: (id) => void (handoverId = id) },
      who: async () => {
        giver = await officer(HOME, ['review'])
        receiver = await officer(HOME, ['vet'])
        manager = await officer(HOME, ['users'])
        return {
          giver,
          receiver,
          manager,
          'manager of the city': await officer(CITY, ['users']),
          foreign: await officer(FOREIGN, ['users']),
        }
      },
      arrange: {
        open,
        'signed by one': openWith(() => sign(giver)),
        closed: openWith(
          () => sign(giver),
          () => sign(receiver),
        ),
        cancelled: openWith(() => cancel(manager)),
      },
      doors: {
        revise: 'handover.revise',
        sign: 'handover.sign',
        'sign in place': 'handover.sign',
        cancel: 'handover.cancel',
      },
      acts: { revise, sign, 'sign in place': signInPlace, cancel },
      expected: {
        open: {
          revise: '✓ request.not-found ✓ request.not-found request.not-found',
          sign: '✓ ✓ handover.giver-present request.not-found request.not-found',
          'sign in place': '✓ ✓ handover.giver-present request.not-found request.not-found',
          cancel: 'request.not-allowed request.not-allowed ✓ request.not-found request.not-found',
        },
        closed: {
          revise: 'handover.over handover.over handover.over request.not-found request.not-found',
          sign: 'handover.over handover.over handover.over request.not-found request.not-found',
          'sign in place': 'handover.over handover.over handover.over request.not-found request.not-found',
          cancel: 'request.not-allowed request.not-allowed handover.over request.not-found request.not-found',
        },
        cancelled: {
          revise: 'handover.over handover.over handover.over request.not-found request.not-found',
          sign: 'handover.over handover.over handover.over request.not-found request.not-found',
          'sign in place': 'handover.over handover.over handover.over request.not-found request.not-found',
          cancel: 'request.not-allowed request.not-allowed handover.over request.not-found request.not-found',
        },
        'signed by one': {
          revise: 'handover.signed handover.signed handover.signed request.not-found request.not-found',
          sign: 'handover.signed-already ✓ handover.giver-present request.not-found request.not-found',
          'sign in place': 'handover.signed-already ✓ handover.giver-present request.not-found request.not-found',
          cancel: 'request.not-allowed request.not-allowed ✓ request.not-found request.not-found',
        },
      },
    }
  },
)

holdTable(
  'restriction entries',
  () => world,
  () => {
    let clerk: OfficerActor
    let city: OfficerActor
    let entryId = ''
    let decisions = 0
    let person = { name: '', documentNumber: '' }
    const typed = () => {
      decisions += 1
      return {
        ...person,
        documentType: 'resident-id' as const,
        kind: 'exam-cheat' as const,
        decidedOn: '2026-10-01',
        endsOn: '2029-09-30',
        authority: '衢州市教育局',
        decisionNumber: `演示表罚〔2026〕${decisions}号`,
        cause: '国家教师资格考试中携带通讯工具。',
        lateReason: '',
      }
    }
    const review =
      (result: 'accept' | 'return'): Try =>
      (by) =>
        reviewRestriction(
          world.as(by),
          result === 'accept' ? { entryId, result } : { entryId, result, reason: '决定书不清晰。' },
        )
    const correct: Try = (by) =>
      correctRestriction(world.as(by), { entryId, correctionReason: '证件号码录入有误。', ...typed() }, { file: PDF })
    const release: Try = (by) =>
      releaseRestriction(world.as(by), { entryId, correctionReason: '录入对象错误，应当撤销。' })
    const enter = async () => {
      entryId = (await enterRestriction(world.as(clerk), typed(), { file: PDF })).entryId
    }
    const reviewed = (result: 'accept' | 'return') => async () => {
      await enter()
      await review(result)(city)
    }
    /** The entry and a release that the city accepts: what was wrong is void, the release itself is done. */
    const released = async () => {
      await reviewed('accept')()
      const wrong = entryId
      entryId = (await releaseRestriction(world.as(clerk), { entryId, correctionReason: '录入对象错误，应当撤销。' }))
        .entryId
      await review('accept')(city)
      return wrong
    }
    return {
      states: RestrictionState.options,
      tables: ['restriction_entries', 'restrictions', 'restriction_warnings'],
      subject: { get: () => entryId, set: (id) => void (entryId = id) },
      who: async () => {
        const { name, documentNumber } = await arrangeCase(world, { step: 'submitted' })
        person = { name, documentNumber }
        clerk = await officer(HOME, ['restrict'])
        city = await officer(CITY, ['restrict'])
        return {
          clerk,
          colleague: await officer(HOME, ['restrict']),
          city,
          'same person at the city': await officer(CITY, ['restrict'], { personId: clerk.personId }),
          province: await officer(PROVINCE, ['restrict']),
          foreign: await officer(FOREIGN, ['restrict']),
        }
      },
      arrange: {
        pending: enter,
        effective: reviewed('accept'),
        returned: reviewed('return'),
        void: async () => {
          entryId = await released()
        },
        done: async () => {
          await released()
        },
      },
      doors: {
        accept: 'restriction.review',
        return: 'restriction.review',
        correct: 'restriction.correct',
        release: 'restriction.release',
      },
      acts: { accept: review('accept'), return: review('return'), correct, release },
      expected: {
        pending: {
          accept:
            'restriction.other-level restriction.other-level ✓ restriction.same-person restriction.other-level request.not-found',
          return:
            'restriction.other-level restriction.other-level ✓ restriction.same-person restriction.other-level request.not-found',
          correct:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
          release:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
        },
        effective: {
          accept:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          return:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          correct:
            '✓ ✓ restriction.own-agency-only restriction.own-agency-only restriction.own-agency-only request.not-found',
          release:
            '✓ ✓ restriction.own-agency-only restriction.own-agency-only restriction.own-agency-only request.not-found',
        },
        returned: {
          accept:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          return:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          correct:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
          release:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
        },
        void: {
          accept:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          return:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          correct:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
          release:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
        },
        done: {
          accept:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          return:
            'restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending restriction.not-pending request.not-found',
          correct:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
          release:
            'restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force restriction.not-in-force request.not-found',
        },
      },
    }
  },
)
