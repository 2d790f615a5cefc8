import type { NoticeContent } from '@xingtan/contract/office/notice'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { packZip, readZip } from '../../platform/sheet-zip.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { approveNotice } from './approve-notice.ts'
import { attachToNotice } from './attach-to-notice.ts'
import { createNotice } from './create-notice.ts'
import { getNotice } from './get-notice.ts'
import { getNoticeAttachment } from './get-notice-attachment.ts'
import { getOwnNotice } from './get-own-notice.ts'
import { listOwnNotices } from './list-own-notices.ts'
import { previewNotice } from './preview-notice.ts'
import { returnNotice } from './return-notice.ts'
import { saveNotice } from './save-notice.ts'
import { submitNotice } from './submit-notice.ts'
import { withdrawNotice } from './withdraw-notice.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const PROVINCE = '33001'
const NOBODY = { kind: 'nobody' } as const

const CONTENT: NoticeContent = {
  title: '2026年下半年教师资格认定公告',
  body: '## 一、时间\n\n网上报名时间为9月14日至25日17:00。',
  business: 'recognition',
  regionCode: '330802',
  isPinned: false,
  publishedAt: null,
  takenDownAt: null,
  attachmentIds: [],
  overrideReason: null,
}

let world: World
let clerk: OfficerActor
let province: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.officer({ roles: ['publicity'] })
  province = await world.officer({ roles: ['publicity'], agencyCode: PROVINCE })
  second = await world.officer({ roles: ['plan'], agencyCode: PROVINCE })
})
afterAll(() => world.stop())

async function write(officer: OfficerActor, change: Partial<NoticeContent> = {}): Promise<string> {
  return (await createNotice(world.as(officer, 'notice.create'), { ...CONTENT, ...change })).noticeId
}

const submit = (officer: OfficerActor, noticeId: string, revision = 1) =>
  submitNotice(world.as(officer, 'notice.submit'), { noticeId, revision })
const readPublic = (noticeId: string) => getNotice(world.as(NOBODY), { noticeId })

const wireWith = (file: Buffer): Wire => ({ file, setSession: () => {}, clearSession: () => {} })

/** Hands a file in as an attachment. */
function attach(noticeId: string, fileName: string, file: Buffer): ReturnType<typeof attachToNotice> {
  return attachToNotice(world.as(clerk, 'notice.attach'), { noticeId, fileName }, wireWith(file))
}

const listOf = (cell: string) => writeSheet({ name: '名单', columns: [{ title: '姓名' }], rows: [[cell]] })

describe('an announcement of a county (PUB-5)', () => {
  test('is public with its submission, clean, and nothing of the draft was before', async () => {
    const noticeId = await write(clerk, { body: '字<script>alert(1)</script>\n\n- 甲' })
    expect(await codesOf(readPublic(noticeId))).toEqual(['request.not-found'])
    expect(await submit(clerk, noticeId)).toEqual({ state: 'out' })
    expect((await readPublic(noticeId)).html).toBe('<p>字</p>\n<ul>\n<li>甲</li>\n</ul>')
  })

  test('that begins later waits, and is public at its very instant', async () => {
    const noticeId = await write(clerk, {
      publishedAt: '2026-10-20T01:00:00.000Z',
      takenDownAt: '2026-10-21T01:00:00.000Z',
    })
    expect(await submit(clerk, noticeId)).toEqual({ state: 'scheduled' })
    expect(await codesOf(readPublic(noticeId))).toEqual(['request.not-found'])
    await world.moveClock('2026-10-20T01:00:00Z')
    expect((await readPublic(noticeId)).title).toBe(CONTENT.title)
    await world.moveClock('2026-10-21T01:00:00Z')
    expect(await codesOf(readPublic(noticeId))).toEqual(['notice.over'])
    await world.moveClock('2026-10-12T02:00:00Z')
  })

  test('keeps what is out while the next version is written, and its day of publication after', async () => {
    const noticeId = await write(clerk)
    await submit(clerk, noticeId)
    const { publishedAt } = await readPublic(noticeId)
    const save = { ...CONTENT, title: '更正后的公告', noticeId, revision: 0 }
    await saveNotice(world.as(clerk, 'notice.save'), save)
    expect((await readPublic(noticeId)).title).toBe(CONTENT.title)
    await submit(clerk, noticeId)
    expect(await readPublic(noticeId)).toMatchObject({ title: '更正后的公告', publishedAt })
    const own = await getOwnNotice(world.as(clerk), { noticeId })
    expect(own.versions.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 approved', '1 approved'])
  })

  test('that is withdrawn is gone at once, stands in the archive, and may come out again as a new version', async () => {
    const noticeId = await write(clerk)
    await submit(clerk, noticeId)
    await withdrawNotice(world.as(clerk, 'notice.withdraw'), { noticeId, reason: '时间有误' })
    expect(await codesOf(readPublic(noticeId))).toEqual(['notice.over'])
    const again = withdrawNotice(world.as(clerk, 'notice.withdraw'), { noticeId, reason: '时间有误' })
    expect(await codesOf(again)).toEqual(['notice.not-out'])
    const { rows } = await listOwnNotices(world.as(clerk), { shelf: 'archive' })
    expect(rows.find((row) => row.noticeId === noticeId)?.state).toBe('withdrawn')
    await saveNotice(world.as(clerk, 'notice.save'), { ...CONTENT, noticeId, revision: 0 })
    expect(await submit(clerk, noticeId)).toEqual({ state: 'out' })
  })

  test('of twenty savings at one moment one counts, and the others are told', async () => {
    const noticeId = await write(clerk)
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        codesOf(saveNotice(world.as(clerk, 'notice.save'), { ...CONTENT, noticeId, revision: 1 })),
      ),
    )
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['notice.changed']))
  })

  test('says every fault at once, with its place: region, days, what must not be public', async () => {
    const wrong = { regionCode: '330803', takenDownAt: '2026-10-01T00:00:00.000Z', overrideReason: '急' }
    expect(await codesOf(write(clerk, wrong))).toEqual([
      'notice.window',
      'notice.region-outside',
      'notice.override-not-allowed',
    ])
    const told = { title: '登录 office.localhost', body: '李老师电话 13900139000，证号 330802199912249970' }
    expect(await codesOf(write(clerk, told))).toEqual(['notice.names-office', 'notice.personal-data'])
  })

  test('of another agency is unknown, to read and to change (S-050)', async () => {
    const noticeId = await write(clerk)
    const foreign = await world.officer({ roles: ['publicity'], agencyCode: FOREIGN })
    expect(await codesOf(getOwnNotice(world.as(foreign), { noticeId }))).toEqual(['request.not-found'])
    const change = saveNotice(world.as(foreign, 'notice.save'), {
      ...CONTENT,
      regionCode: '330803',
      noticeId,
      revision: 1,
    })
    expect(await codesOf(change)).toEqual(['request.not-found'])
    const scope = { officerId: foreign.userId, agencyCode: FOREIGN }
    const publish = world.services.office.db.transaction(scope, (tx) =>
      tx.run({ text: 'select publish_notice($1, 1, $2)', values: [noticeId, ''] }),
    )
    await expect(publish).rejects.toThrow(/no approved version/)
  })
})

describe('an announcement of a province (PUB-5)', () => {
  const CONTENT_OF_PROVINCE = { regionCode: '330000' }

  test('waits for a second person, who is never its writer, in the database as well', async () => {
    const noticeId = await write(province, CONTENT_OF_PROVINCE)
    expect(await submit(province, noticeId)).toEqual({ state: 'submitted' })
    expect(await codesOf(readPublic(noticeId))).toEqual(['request.not-found'])
    const own = approveNotice(world.as(province, 'notice.approve'), { noticeId, revision: 1 })
    expect(await codesOf(own)).toEqual(['notice.same-person'])
    const byHand = world.admin.query(
      `update notice_versions set state = 'approved', decided_at = app_now(), decided_by = written_by,
         decided_person_id = written_person_id where notice_id = $1`,
      [noticeId],
    )
    await expect(byHand).rejects.toThrow(/notice_versions__second_person/)
    expect(await approveNotice(world.as(second, 'notice.approve'), { noticeId, revision: 1 })).toEqual({ state: 'out' })
    expect((await readPublic(noticeId)).publisher).toBe('浙江省教育厅')
  })

  test('that is returned is written again, and a version that was changed meanwhile is not approved', async () => {
    const noticeId = await write(province, CONTENT_OF_PROVINCE)
    await submit(province, noticeId)
    await returnNotice(world.as(second, 'notice.return'), { noticeId, revision: 1, note: '请补充时间' })
    expect(await getOwnNotice(world.as(province), { noticeId })).toMatchObject({ state: 'returned', canDecide: false })
    await saveNotice(world.as(province, 'notice.save'), { ...CONTENT, ...CONTENT_OF_PROVINCE, noticeId, revision: 1 })
    await submit(province, noticeId, 2)
    const stale = approveNotice(world.as(second, 'notice.approve'), { noticeId, revision: 1 })
    expect(await codesOf(stale)).toEqual(['notice.changed'])
  })

  test('S-040: an office address is blocked with an explanation; a province lets it pass for a reason on record', async () => {
    const telling = { ...CONTENT_OF_PROVINCE, body: '各地请登录 https://office.localhost/ 办理' }
    expect(await codesOf(write(province, telling))).toEqual(['notice.names-office'])
    const county = { body: telling.body, overrideReason: '工作需要' }
    expect(await codesOf(write(clerk, county))).toEqual(['notice.override-not-allowed'])
    const noticeId = await write(province, { ...telling, overrideReason: '教育部要求公布' })
    await submit(province, noticeId)
    await approveNotice(world.as(second, 'notice.approve'), { noticeId, revision: 1 })
    expect((await readPublic(noticeId)).html).toContain('office.localhost')
    const events = await world.rows(
      `select detail from audit_events where object_id = $1 and event = 'notice.create'`,
      [noticeId],
    )
    expect(events[0]?.['detail']).toMatchObject({ overridden: true })
  })

  test('S-120: nobody lets a person’s data pass, whatever the reason', async () => {
    const wish = { ...CONTENT_OF_PROVINCE, body: '张三 330802199912249970', overrideReason: '公示需要' }
    expect(await codesOf(write(province, wish))).toEqual(['notice.personal-data'])
  })
})

describe('what is told while one types', () => {
  test('words that may be about the system only warn, contacts an agency published itself say nothing (S-040)', async () => {
    await world.admin.query(
      `insert into agency_profiles values ($1, 1, '演示路 1 号', '0570-3012345、13800138000', 'jszg@qz163.example', '工作日', '', null, $2, now())`,
      [HOME, clerk.userId],
    )
    const preview = await previewNotice(world.as(clerk), {
      title: '申请人操作手册',
      body: '**咨询** 13800138000，jszg@qz163.example，[网站](https://www.example.cn)<iframe src="https://x.example"></iframe>',
    })
    expect(preview.findings).toEqual([{ severity: 'warn', kind: 'system-word', place: '标题', excerpt: '操作手册' }])
    expect(preview.html).not.toContain('iframe')
  })

  test('a link that hides the office behind other words is found (S-040)', async () => {
    const { findings } = await previewNotice(world.as(clerk), {
      title: '通知',
      body: '[点这里](http://OFFICE.localhost/desk)',
    })
    expect(findings).toMatchObject([{ severity: 'block', kind: 'office-address', place: '正文' }])
  })
})

describe('attachments (S-120)', () => {
  const EMPTY_PDF = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )

  test('a sheet with one resident number is refused, seen or hidden; a clean one is taken and read by the public', async () => {
    const noticeId = await write(clerk)
    expect(await codesOf(attach(noticeId, '名单.xlsx', listOf('330802199912249970')))).toEqual(['notice.personal-data'])
    const parts = (readZip(listOf('张三'), 50) ?? []).map((part) => ({
      name: part.name,
      content: part.unpack(9_000_000),
    }))
    const comment = '<comments><comment><text><t>13900139000</t></text></comment></comments>'
    const hidden = packZip([...parts, { name: 'xl/comments1.xml', content: Buffer.from(comment) }])
    expect(await codesOf(attach(noticeId, '名单.xlsx', hidden))).toEqual(['notice.personal-data'])
    const { attachmentId } = await attach(noticeId, '名单.xlsx', listOf('张三'))
    await saveNotice(world.as(clerk, 'notice.save'), {
      ...CONTENT,
      attachmentIds: [attachmentId],
      noticeId,
      revision: 1,
    })
    const request = { noticeId, attachmentId }
    expect(await codesOf(getNoticeAttachment(world.as(NOBODY), request))).toEqual(['request.not-found'])
    await submit(clerk, noticeId, 2)
    expect((await readPublic(noticeId)).attachments).toMatchObject([{ name: '名单.xlsx' }])
    expect((await getNoticeAttachment(world.as(NOBODY), request)).fileName).toBe('名单.xlsx')
    await withdrawNotice(world.as(clerk, 'notice.withdraw'), { noticeId, reason: '有误' })
    expect(await codesOf(getNoticeAttachment(world.as(NOBODY), request))).toEqual(['notice.over'])
  })

  test.each([
    ['a number in its name', '13900139000.pdf', EMPTY_PDF, 'notice.personal-data'],
    [
      'a script in it',
      '通知.pdf',
      Buffer.from(EMPTY_PDF.toString().replace('/Type/Catalog', '/Type/Catalog/OpenAction 3 0 R')),
      'notice.attachment-active',
    ],
    ['another kind', '通知.html', Buffer.from('<p>'), 'notice.attachment-kind'],
    ['a name that says something else', '通知.pdf', Buffer.from('PK'), 'notice.attachment-name'],
    ['a sheet that is none', '名单.xlsx', Buffer.from('PK\u0003\u0004'), 'notice.attachment-unreadable'],
    ['a sheet that names the office', '说明.xlsx', listOf('请登录 office.localhost'), 'notice.names-office'],
  ])('with %s is refused', async (_what, name, file, code) => {
    expect(await codesOf(attach(await write(clerk), name, file))).toEqual([code])
  })

  test('of another announcement cannot be borrowed', async () => {
    const { attachmentId } = await attach(await write(clerk), '通知.pdf', EMPTY_PDF)
    const noticeId = await write(clerk)
    const borrow = saveNotice(world.as(clerk, 'notice.save'), {
      ...CONTENT,
      attachmentIds: [attachmentId],
      noticeId,
      revision: 1,
    })
    expect(await codesOf(borrow)).toEqual(['notice.attachment-unknown'])
  })
})
