-- 咨询、投诉、举报: each is an item with a deadline and an outcome that may go between agency, province and centre (PUB-6).
alter table challenges drop constraint challenges__purpose;
alter table challenges add constraint challenges__purpose check (purpose in ('sign-in', 'phone-code', 'consultation'));
alter table phone_codes drop constraint phone_codes__purpose;
alter table phone_codes add constraint phone_codes__purpose check (purpose in ('register', 'certificate-query', 'consultation'));

-- The one item whose number and query code were given in this transaction.
create function app_consultation_id() returns uuid language sql stable
  return nullif(current_setting('app.consultation_id', true), '')::uuid;
grant execute on function app_consultation_id to public_face, office_face, worker;

-- Kinds this officer may see: reports of fraud are for `restrict` officers alone, everything else for `publicity`; a
-- delegation that is running counts.
create function app_consultation_kinds() returns text[] language sql stable security definer set search_path = public
  as $$
    with held as (
      select unnest(u.roles) as role from staff_users u where u.id = app_officer_id()
      union all
      select unnest(d.roles) from staff_delegations d where d.to_user_id = app_officer_id() and d.ended_at is null
        and d.starts_at <= app_now() and d.ends_at > app_now()
    )
    select array(select 'consultation' from held where role = 'publicity' union select 'complaint' from held where role = 'publicity'
      union select 'fraud' from held where role = 'restrict')
  $$;
grant execute on function app_consultation_kinds to office_face;

create table consultations (
  id uuid primary key,
  -- Shown to the person: Z and twelve random digits.
  number text not null constraint consultations__number unique constraint consultations__number_form check (number ~ '^Z\d{12}$'),
  query_hash bytea not null,
  kind text not null constraint consultations__kind check (kind in ('consultation', 'complaint', 'fraud')),
  topic text not null,
  -- Who has it on the desk now.
  agency_code text not null references agencies,
  -- Agencies it went through; they may still read it.
  passed_by text[] not null default '{}',
  -- The agency complained about; it never handles the complaint.
  subject_agency_code text references agencies,
  title text not null constraint consultations__title check (char_length(title) between 1 and 40),
  -- Class C3: free text about persons.
  body_sealed bytea not null,
  registration_number text,
  contact text not null constraint consultations__contact check (contact in ('account', 'phone', 'anonymous')),
  account_id uuid references accounts,
  name_sealed bytea,
  phone_sealed bytea,
  phone_index bytea,
  state text not null default 'received' constraint consultations__state check (state in ('received', 'working', 'answered')),
  submitted_at timestamptz not null,
  due_on date not null,
  due_provisional boolean not null,
  assignee_id uuid references staff_users,
  answered_at timestamptz,
  outcome text,
  escalated_at timestamptz,
  escalated_to text references agencies,
  score smallint constraint consultations__score check (score between 1 and 5),
  is_solved boolean,
  rated_at timestamptz,
  constraint consultations__not_by_subject check (subject_agency_code is null or subject_agency_code <> agency_code),
  constraint consultations__subject check ((subject_agency_code is not null) = (kind = 'complaint')),
  constraint consultations__anonymous check (contact <> 'anonymous' or kind = 'fraud'),
  constraint consultations__reach check ((contact = 'anonymous') = (phone_sealed is null) and (phone_sealed is null) = (name_sealed is null)
    and (phone_sealed is null) = (phone_index is null) and (contact = 'account') = (account_id is not null)),
  constraint consultations__answered check ((state = 'answered') = (answered_at is not null) and (answered_at is null) = (outcome is null)),
  constraint consultations__rated check ((score is null) = (rated_at is null) and (score is null) = (is_solved is null) and (score is null or state = 'answered')),
  constraint consultations__escalated check ((escalated_at is null) = (escalated_to is null))
);
comment on table consultations is '咨询、投诉、举报 of the portal with deadline, desk and outcome. Class C3; reports of fraud are read by restrict officers alone.';
create index consultations__desk on consultations (agency_code, due_on, id) where state <> 'answered';
create index consultations__answered on consultations (agency_code, answered_at desc, id) where state = 'answered';
create index consultations__overdue on consultations (due_on, id) where state <> 'answered' and escalated_at is null;
create index consultations__escalated_to on consultations (escalated_to, due_on, id) where state <> 'answered' and escalated_to is not null;
create index consultations__passed_by on consultations using gin (passed_by);
create index consultations__account_id on consultations (account_id, submitted_at desc) where account_id is not null;
create index consultations__subject_agency_code on consultations (subject_agency_code) where subject_agency_code is not null;
create index consultations__assignee_id on consultations (assignee_id) where assignee_id is not null;

alter table consultations enable row level security;
create policy consultations__own on consultations for select to public_face
  using (account_id = app_person_id() or id = app_consultation_id());
create policy consultations__submit on consultations for insert to public_face
  with check (state = 'received' and (account_id is null or account_id = app_person_id()));
create policy consultations__rate on consultations for update to public_face
  using (account_id = app_person_id() or id = app_consultation_id())
  with check (account_id = app_person_id() or id = app_consultation_id());
create policy consultations__desk on consultations for select to office_face
  using (kind = any ((select app_consultation_kinds())::text[]) and (agency_code = app_agency_code()
    or app_agency_code() = any (passed_by) or escalated_to = app_agency_code()
    or agency_code = any ((select app_agencies_below())::text[])));
-- Transfers go up or down one's own line, never aside.
create policy consultations__handle on consultations for update to office_face
  using (agency_code = app_agency_code() and kind = any ((select app_consultation_kinds())::text[]))
  with check (kind = any ((select app_consultation_kinds())::text[]) and (agency_code = app_agency_code()
    or agency_is_under(agency_code, app_agency_code()) or agency_is_under(app_agency_code(), agency_code)));
create policy consultations__worker on consultations to worker using (true) with check (true);
grant select, insert, update (score, is_solved, rated_at) on consultations to public_face;
grant select, update (agency_code, passed_by, state, due_on, due_provisional, assignee_id, answered_at, outcome, escalated_at, escalated_to)
  on consultations to office_face;
grant select, update (escalated_at, escalated_to) on consultations to worker;

create table consultation_events (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  kind text not null constraint consultation_events__kind check
    (kind in ('submitted', 'evidence-added', 'assigned', 'transferred', 'answered', 'escalated', 'referred', 'rated')),
  at timestamptz not null,
  -- Null: the person, or the clock.
  officer_id uuid references staff_users,
  agency_code text references agencies,
  to_agency_code text references agencies,
  -- What the person may read: an answer, the reason of a transfer.
  text_sealed bytea,
  -- For the offices alone.
  note text,
  -- A referral: what kind of work was opened and its number.
  reference_kind text constraint consultation_events__reference_kind check (reference_kind in ('restriction', 'inspection')),
  reference text,
  constraint consultation_events__transferred check (kind <> 'transferred' or (to_agency_code is not null and text_sealed is not null)),
  constraint consultation_events__answered check (kind <> 'answered' or text_sealed is not null),
  constraint consultation_events__referred check ((kind = 'referred') = (reference_kind is not null) and (reference is not null) = (reference_kind is not null))
);
comment on table consultation_events is 'What happened to an item, in order; append-only. `note` never reaches the person.';
create index consultation_events__consultation_id on consultation_events (consultation_id, at, id);
create index consultation_events__officer_id on consultation_events (officer_id) where officer_id is not null;
create unique index consultation_events__one_submission on consultation_events (consultation_id) where kind = 'submitted';
alter table consultation_events enable row level security;
create policy consultation_events__read on consultation_events for select to public_face, office_face
  using (exists (select 1 from consultations c where c.id = consultation_id));
create policy consultation_events__write on consultation_events for insert to public_face
  with check (kind in ('submitted', 'evidence-added', 'rated') and officer_id is null
    and exists (select 1 from consultations c where c.id = consultation_id));
create policy consultation_events__handle on consultation_events for insert to office_face
  with check (officer_id = app_officer_id() and agency_code = app_agency_code()
    and exists (select 1 from consultations c where c.id = consultation_id));
create policy consultation_events__worker on consultation_events for insert to worker with check (kind = 'escalated');
grant select (id, consultation_id, kind, at, agency_code, to_agency_code, text_sealed), insert on consultation_events to public_face;
grant select, insert on consultation_events to office_face;
grant insert on consultation_events to worker;

create table consultation_files (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  -- Nobody's file name is kept: it may name people.
  place smallint not null constraint consultation_files__place check (place between 1 and 20),
  hash text not null,
  media_type text not null constraint consultation_files__media_type check (media_type in ('application/pdf', 'image/jpeg')),
  bytes int not null,
  added_at timestamptz not null,
  constraint consultation_files__consultation_id_place unique (consultation_id, place)
);
comment on table consultation_files is 'Evidence that came with an item; content lies in the file store under its hash. Never read back by the portal.';
alter table consultation_files enable row level security;
create policy consultation_files__add on consultation_files for insert to public_face
  with check (exists (select 1 from consultations c where c.id = consultation_id and c.state <> 'answered'));
create policy consultation_files__list on consultation_files for select to public_face, office_face
  using (exists (select 1 from consultations c where c.id = consultation_id));
grant select (id, consultation_id, place, media_type, bytes, added_at), insert on consultation_files to public_face;
grant select on consultation_files to office_face;

-- Opens one item for this transaction to whoever has its number and query code; null for every mismatch.
create function open_consultation(wanted_number text, wanted_hash bytea) returns uuid
language plpgsql security definer set search_path = public as $$
declare found uuid;
begin
  select id into found from consultations where number = wanted_number and query_hash = wanted_hash;
  perform set_config('app.consultation_id', coalesce(found::text, ''), true);
  return found;
end $$;
grant execute on function open_consultation to public_face;

-- The desk an item goes to and those above it, the county first.
create function consultation_desks(of_region text) returns table (code text, name text, level text)
language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select code, parent_code, 0 as depth from regions where code = of_region
      union all
      select r.code, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
    ), own as (
      select coalesce(a.successor_code, a.code) as code, up.depth from up join agencies a on a.region_code = up.code
    ), named as (
      select code, depth from own union select '00000', 99
    )
    select a.code, a.name, a.level from (select n.code, min(n.depth) as depth from named n group by n.code) n
      join agencies a on a.code = n.code where a.status = 'active' order by n.depth, a.code
  $$;
grant execute on function consultation_desks to public_face;

-- Colleagues who may take an item of this kind.
create function consultation_handlers(of_kind text) returns table (user_id uuid, name text)
language sql stable security definer set search_path = public
  as $$
    select u.id, p.name from staff_users u join staff_people p on p.id = u.person_id
    where u.agency_code = app_agency_code() and u.enabled
      and case when of_kind = 'fraud' then 'restrict' else 'publicity' end = any (u.roles)
    order by p.name, u.id
  $$;
-- The name behind an act on an item, across agencies.
create function consultation_officer_name(of_user uuid) returns text
language sql stable security definer set search_path = public
  as $$ select p.name from staff_users u join staff_people p on p.id = u.person_id where u.id = of_user $$;
-- Where an item may be transferred from here: the agencies above, and those below a province or a city; the centre passes to provinces.
create function consultation_targets() returns table (code text, name text, level text, is_above boolean)
language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select code, parent_code, 0 as depth from agencies where code = app_agency_code()
      union all
      select a.code, a.parent_code, up.depth + 1 from up join agencies a on a.code = up.parent_code
    )
    select a.code, a.name, a.level, true from up join agencies a on a.code = up.code where up.depth > 0
    union all
    select a.code, a.name, a.level, false from agencies a
      where a.status = 'active' and a.code <> app_agency_code()
        and case when app_agency_code() = '00000' then a.parent_code = '00000'
          else a.code in (select agencies_under(app_agency_code())) end
    order by 4 desc, 1
  $$;
grant execute on function consultation_handlers, consultation_officer_name, consultation_targets to office_face;
