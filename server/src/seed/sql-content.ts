import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { renderRichText, toPlainText } from '../platform/rich-text.ts'
import { sql } from '../platform/sql.ts'

const DemoNotice = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  agencyCode: z.string(),
  regionCode: z.string(),
  business: z.string(),
  isPinned: z.boolean(),
  /** User names of the two who wrote it and let it out. */
  writtenBy: z.string(),
  decidedBy: z.string(),
  daysAgo: z.number(),
  body: z.string(),
})

function readNotices(files: Readonly<Record<string, unknown>>) {
  return DemoNotice.array()
    .parse(files['notices'])
    .map((notice) => {
      const html = renderRichText(notice.body)
      return { ...notice, html, words: `${notice.title} ${toPlainText(html)}`.toLowerCase() }
    })
}

/** Announcements, questions and words of the search; what is there already stays. */
export async function layPublicContent(tx: Tx, files: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.run(sql`
    insert into notices (id, title, agency_code, region_code, business, is_pinned, html, search_text, published_at)
    select id, title, "agencyCode", "regionCode", business, "isPinned", html, words,
      ${tx.now}::timestamptz - make_interval(days => "daysAgo")
    from jsonb_to_recordset(${JSON.stringify(readNotices(files))}::jsonb) as n (id uuid, title text, "agencyCode" text,
      "regionCode" text, business text, "isPinned" boolean, html text, words text, "daysAgo" int)
    on conflict (id) do nothing`)
  await tx.run(sql`
    insert into questions (id, agency_code, category, business, region_code, question, answer, keywords, position, is_published, changed_at)
    select id, '00000', category, business, '000000', question, answer, array(select jsonb_array_elements_text(keywords)), position,
      true, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(files['questions'])}::jsonb) as q (id uuid, category text, business text, question text,
      answer text, keywords jsonb, position int)
    on conflict (id) do nothing`)
  await tx.run(sql`
    insert into search_words (word, meaning)
    select word, meaning from jsonb_to_recordset(${JSON.stringify(files['search-words'])}::jsonb) as w (word text, meaning text)
    on conflict (word) do update set meaning = excluded.meaning`)
}

/** What needs officers: who wrote the announcements, and 机构公示信息 of the agencies of the demonstration. */
export async function layPublicity(tx: Tx, files: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.run(sql`
    insert into notice_versions (notice_id, version, agency_code, state, title, body, html, business, region_code, is_pinned,
      written_by, written_person_id, written_at, needs_second, submitted_at, decided_by, decided_person_id, decided_at)
    select n.id, 1, n.agency_code, 'approved', n.title, d.body, n.html, n.business, n.region_code, n.is_pinned,
      writer.id, writer.person_id, n.published_at, d."writtenBy" <> d."decidedBy", n.published_at, decider.id, decider.person_id, n.published_at
    from jsonb_to_recordset(${JSON.stringify(readNotices(files))}::jsonb) as d (id uuid, body text, "writtenBy" text, "decidedBy" text)
    join notices n on n.id = d.id and n.version = 1 join staff_users writer on writer.username = d."writtenBy"
    join staff_users decider on decider.username = d."decidedBy"
    on conflict do nothing`)
  await tx.run(sql`
    insert into agency_profiles (agency_code, version, address, phone, email, hours, notes, website, published_by, published_at)
    select a.code, 1, concat(r.name, '演示路 1 号行政服务中心（演示）'), '0570-300' || right(a.code, 4), 'jszg' || a.code || '@edu.example.cn',
      '工作日 9:00—11:30、14:00—17:00', '', null, u.id, ${tx.now}
    from agencies a join regions r on r.code = a.region_code join staff_users u on u.username = 'zhejiang-plan'
    where a.code like '33%' and a.status = 'active'
    on conflict do nothing`)
}
