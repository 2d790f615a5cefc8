-- Announcements with versions and a second person, 常见问题 with search and answers to 「解决了吗」 (PUB-4, PUB-5, PUB-6,
-- S-040, S-090, S-120, I-16).

-- What offices write. What the public reads is in `notices` and comes there by `publish_notice` alone.
create table notice_versions (
  notice_id uuid not null,
  version int not null constraint notice_versions__version check (version > 0),
  agency_code text not null references agencies,
  state text not null default 'draft'
    constraint notice_versions__state check (state in ('draft', 'submitted', 'returned', 'approved')),
  -- Counts the savings, so that of two writers the second is told.
  revision int not null default 1,
  title text not null,
  -- As it was typed, and the clean HTML made of it.
  body text not null,
  html text not null,
  business text not null
    constraint notice_versions__business check (business in ('all', 'recognition', 'registration', 'certificate')),
  -- Who is meant: everybody at or under this region.
  region_code text not null references regions,
  is_pinned boolean not null default false,
  -- Half-open; without a beginning it is out as soon as it is approved.
  published_at timestamptz,
  taken_down_at timestamptz,
  attachment_ids uuid[] not null default '{}',
  -- Reason of a province why a text may name the office system (S-040).
  override_reason text,
  written_by uuid not null references staff_users,
  written_person_id uuid not null references staff_people,
  written_at timestamptz not null,
  -- Fixed when it is submitted, by the policy in force.
  needs_second boolean not null default true,
  submitted_at timestamptz,
  decided_by uuid references staff_users,
  decided_person_id uuid references staff_people,
  decided_at timestamptz,
  note text,
  primary key (notice_id, version),
  constraint notice_versions__window check (taken_down_at > published_at),
  constraint notice_versions__submitted check ((state in ('submitted', 'approved')) <= (submitted_at is not null)),
  constraint notice_versions__decided check ((state in ('approved', 'returned')) = (decided_at is not null)),
  -- Another person than the writer approves where the policy asks for it.
  constraint notice_versions__second_person check (
    state <> 'approved' or not needs_second or decided_person_id <> written_person_id)
);
comment on table notice_versions is 'Announcements as offices write, submit and approve them; every version stays (PUB-5).';
create unique index notice_versions__open on notice_versions (notice_id) where state <> 'approved';
create index notice_versions__agency_code on notice_versions (agency_code, written_at desc, notice_id);
create index notice_versions__region_code on notice_versions (region_code);
create index notice_versions__written_by on notice_versions (written_by);
create index notice_versions__written_person_id on notice_versions (written_person_id);
create index notice_versions__decided_by on notice_versions (decided_by);
create index notice_versions__decided_person_id on notice_versions (decided_person_id);
alter table notice_versions enable row level security;
create policy notice_versions__own on notice_versions for select to office_face using (agency_code = app_agency_code());
create policy notice_versions__below on notice_versions for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy notice_versions__write on notice_versions for insert to office_face
  with check (agency_code = app_agency_code() and written_by = app_officer_id() and state = 'draft');
-- What is approved is never edited.
create policy notice_versions__change on notice_versions for update to office_face
  using (agency_code = app_agency_code() and state <> 'approved') with check (agency_code = app_agency_code());
grant select, insert on notice_versions to office_face;
grant update (state, revision, title, body, html, business, region_code, is_pinned, published_at, taken_down_at,
  attachment_ids, override_reason, written_by, written_person_id, written_at, needs_second, submitted_at, decided_by,
  decided_person_id, decided_at, note) on notice_versions to office_face;
grant select on notice_versions to worker, reporter;

-- What is out, was out or will be.
alter table notices add column agency_code text references agencies;
alter table notices add column version int not null default 1;
alter table notices add column html text;
alter table notices add column business text not null default 'all';
alter table notices add column region_code text references regions;
alter table notices add column is_pinned boolean not null default false;
alter table notices add column attachment_ids uuid[] not null default '{}';
-- Title and words in one writing, for the search.
alter table notices add column search_text text not null default '';
alter table notices add column withdrawn_at timestamptz;
alter table notices add column withdrawn_by uuid references staff_users;
alter table notices add column withdraw_reason text;
-- Announcements of the time before offices wrote them belong to the nation's office.
update notices set agency_code = '00000', region_code = '000000', search_text = lower(title || ' ' || array_to_string(paragraphs, ' ')),
  html = (select string_agg('<p>' || replace(replace(replace(p, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>', chr(10) order by n)
          from unnest(paragraphs) with ordinality as one (p, n));
alter table notices alter column agency_code set not null, alter column html set not null, alter column region_code set not null;
alter table notices drop column publisher, drop column paragraphs;
alter table notices add constraint notices__business check (business in ('all', 'recognition', 'registration', 'certificate'));
alter table notices add constraint notices__window check (taken_down_at > published_at);
alter table notices add constraint notices__withdrawn check (
  (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null));
comment on table notices is 'Announcements as the public reads them, each in the version that was approved last (PUB-5).';
create index notices__published_at on notices (is_pinned desc, published_at desc, id desc);
create index notices__agency_code on notices (agency_code, published_at desc);
create index notices__region_code on notices (region_code);
create index notices__withdrawn_by on notices (withdrawn_by);
alter table notices enable row level security;
-- Nothing is public outside its days: the table itself hides it (I-16).
create policy notices__out on notices for select to public_face, partner_face
  using (published_at <= app_now() and (taken_down_at is null or taken_down_at > app_now()) and withdrawn_at is null);
create policy notices__own on notices for select to office_face using (agency_code = app_agency_code());
create policy notices__below on notices for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy notices__withdraw on notices for update to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy notices__kept on notices for select to worker, reporter using (true);
grant update (withdrawn_at, withdrawn_by, withdraw_reason) on notices to office_face;

-- Was out and is no more: the page says so with 410. What is still to come is unknown.
create function notice_is_over(wanted uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select 1 from notices where id = wanted and published_at <= app_now()
    and (taken_down_at <= app_now() or withdrawn_at is not null)) $$;
grant execute on function notice_is_over to public_face;

-- Lays an approved version of the own agency before the public; the only way there.
create function publish_notice(wanted uuid, wanted_version int, words text) returns void
language plpgsql security definer set search_path = public as $$
begin
  insert into notices as n (id, agency_code, version, title, html, business, region_code, is_pinned, attachment_ids,
      search_text, published_at, taken_down_at)
    select v.notice_id, v.agency_code, v.version, v.title, v.html, v.business, v.region_code, v.is_pinned, v.attachment_ids,
      words, coalesce(v.published_at, app_now()), v.taken_down_at
    from notice_versions v
    where v.notice_id = wanted and v.version = wanted_version and v.state = 'approved' and v.agency_code = app_agency_code()
  on conflict (id) do update set version = excluded.version, title = excluded.title, html = excluded.html,
    business = excluded.business, region_code = excluded.region_code, is_pinned = excluded.is_pinned,
    attachment_ids = excluded.attachment_ids, search_text = excluded.search_text,
    -- A later version of what is out already keeps the day it came out.
    published_at = case when n.published_at <= app_now() and n.withdrawn_at is null then n.published_at else excluded.published_at end,
    taken_down_at = excluded.taken_down_at, withdrawn_at = null, withdrawn_by = null, withdraw_reason = null;
  if not found then raise exception 'no approved version of this agency'; end if;
end $$;
revoke execute on function publish_notice from public;
grant execute on function publish_notice to office_face;

create table notice_attachments (
  id uuid primary key,
  notice_id uuid not null,
  agency_code text not null references agencies,
  file_id uuid not null references files,
  name text not null,
  media_type text not null,
  bytes int not null,
  -- Whether a picture is in it, whose words nobody but a person can read.
  has_pictures boolean not null,
  added_by uuid not null references staff_users,
  added_at timestamptz not null
);
comment on table notice_attachments is 'Files beside an announcement, looked through before they were taken (S-120).';
create index notice_attachments__notice_id on notice_attachments (notice_id);
create index notice_attachments__agency_code on notice_attachments (agency_code);
create index notice_attachments__file_id on notice_attachments (file_id);
create index notice_attachments__added_by on notice_attachments (added_by);
alter table notice_attachments enable row level security;
create policy notice_attachments__own on notice_attachments for select to office_face using (agency_code = app_agency_code());
create policy notice_attachments__below on notice_attachments for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy notice_attachments__add on notice_attachments for insert to office_face
  with check (agency_code = app_agency_code() and added_by = app_officer_id());
create policy notice_attachments__out on notice_attachments for select to public_face
  using (exists (select 1 from notices n where n.id = notice_id and notice_attachments.id = any (n.attachment_ids)));
create policy notice_attachments__kept on notice_attachments for select to worker, reporter using (true);
grant select, insert on notice_attachments to office_face;
grant select on notice_attachments to public_face, worker, reporter;
create policy files__notices on files for select to public_face
  using (exists (select 1 from notice_attachments a where a.file_id = files.id));

-- 常见问题
create table question_entries (
  id uuid primary key,
  agency_code text not null references agencies,
  category text not null,
  business text not null
    constraint question_entries__business check (business in ('all', 'recognition', 'registration', 'certificate')),
  region_code text not null references regions,
  question text not null,
  answer text not null,
  keywords text[] not null default '{}',
  position int not null default 100,
  is_published boolean not null default false,
  revision int not null default 1,
  changed_by uuid references staff_users,
  changed_at timestamptz not null
);
comment on table question_entries is '常见问题 (PUB-6).';
insert into question_entries (id, agency_code, category, business, region_code, question, answer, position, is_published, changed_at)
  select gen_random_uuid(), '00000', '其他问题', 'all', '000000', question, answer, number * 10, true, now() from questions;
drop table questions;
alter table question_entries rename to questions;
alter table questions rename constraint question_entries__business to questions__business;
alter table questions rename constraint question_entries_pkey to questions_pkey;
alter table questions rename constraint question_entries_agency_code_fkey to questions_agency_code_fkey;
alter table questions rename constraint question_entries_region_code_fkey to questions_region_code_fkey;
alter table questions rename constraint question_entries_changed_by_fkey to questions_changed_by_fkey;
create index questions__agency_code on questions (agency_code);
create index questions__region_code on questions (region_code);
create index questions__changed_by on questions (changed_by);
alter table questions enable row level security;
create policy questions__out on questions for select to public_face, partner_face using (is_published);
create policy questions__read on questions for select to office_face, worker, reporter using (true);
create policy questions__add on questions for insert to office_face
  with check (agency_code = app_agency_code() and changed_by = app_officer_id());
create policy questions__change on questions for update to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and changed_by = app_officer_id());
grant select on questions to public_face, office_face, partner_face, worker, reporter;
grant insert on questions to office_face;
grant update (category, business, region_code, question, answer, keywords, position, is_published, revision, changed_by, changed_at)
  on questions to office_face;

-- 「解决了吗」: one answer a device and question, the last one counts.
create table question_votes (
  question_id uuid not null references questions on delete cascade,
  device_hash bytea not null,
  is_solved boolean not null,
  voted_on date not null,
  primary key (question_id, device_hash)
);
comment on table question_votes is 'Whether an answer helped, one voice a device; holds nothing of the person.';
alter table question_votes enable row level security;
create policy question_votes__give on question_votes to public_face using (true) with check (true);
create policy question_votes__read on question_votes for select to office_face, reporter using (true);
grant select, insert, update on question_votes to public_face;
grant select on question_votes to office_face, reporter;

create table search_words (
  word text primary key,
  -- Words of one meaning share this one.
  meaning text not null
);
comment on table search_words is 'Words people use for the same thing, for the search of questions.';
grant select on search_words to public_face, office_face, worker, reporter;
