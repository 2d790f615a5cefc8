-- How an entry of the 限制库 comes about: entered by one, reviewed one level up by another, corrected and never edited
-- (RES-1 to RES-3, RES-6, S-074). `restrictions` stays the national list that every check reads.
create table restriction_entries (
  id uuid primary key,
  purpose text not null constraint restriction_entries__purpose check (purpose in ('entry', 'correction', 'release')),
  -- The wrong entry that this one replaces or takes back.
  corrects_id uuid references restriction_entries,
  agency_code text not null references agencies,
  kind text not null constraint restriction_entries__kind check
    (kind in ('lost', 'revoked-fraud', 'revoked-conduct', 'exam-cheat', 'licence-revoked', 'work-ban')),
  name text not null,
  document_type text not null constraint restriction_entries__document_type
    check (document_type in ('resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit')),
  -- Class C4: sealed; found again only by the keyed index of the normalised number.
  number_sealed bytea not null,
  person_index bytea not null,
  decided_on date not null,
  -- Last barred day; null means for life.
  ends_on date,
  authority text not null,
  decision_number text not null,
  cause_sealed bytea not null,
  decision_file_id uuid not null references files,
  -- Why it comes later than the days the policy gives.
  late_reason text,
  correction_reason text,
  state text not null default 'pending'
    constraint restriction_entries__state check (state in ('pending', 'effective', 'returned', 'void', 'done')),
  entered_by uuid not null references staff_people,
  entered_at timestamptz not null,
  review_agency_code text not null references agencies,
  reviewed_by uuid references staff_people,
  reviewed_at timestamptz,
  return_reason text,
  constraint restriction_entries__dates check (ends_on is null or ends_on >= decided_on),
  -- Two persons, always (S-074).
  constraint restriction_entries__two_persons check (reviewed_by <> entered_by),
  constraint restriction_entries__reviewed check ((state = 'pending') = (reviewed_at is null) and (reviewed_at is null) = (reviewed_by is null)),
  constraint restriction_entries__returned check ((state = 'returned') = (return_reason is not null)),
  constraint restriction_entries__corrects check
    ((purpose = 'entry') = (corrects_id is null) and (purpose = 'entry') = (correction_reason is null)),
  constraint restriction_entries__release check (purpose <> 'release' or state in ('pending', 'returned', 'done'))
);
comment on table restriction_entries is '限制库 entries as the offices made them, with review and corrections; append-only but for the review. Class C4.';
-- One decision on one person is entered once, however many officers try at the same moment.
create unique index restriction_entries__one_decision on restriction_entries (person_index, kind, decision_number)
  where purpose = 'entry' and state in ('pending', 'effective');
create unique index restriction_entries__one_correction on restriction_entries (corrects_id) where state = 'pending';
create index restriction_entries__corrects_id on restriction_entries (corrects_id);
create index restriction_entries__agency_code on restriction_entries (agency_code, entered_at desc, id);
create index restriction_entries__review on restriction_entries (review_agency_code, entered_at, id) where state = 'pending';
create index restriction_entries__person_index on restriction_entries (person_index);
create index restriction_entries__decision_file_id on restriction_entries (decision_file_id);
create index restriction_entries__entered_by on restriction_entries (entered_by);
create index restriction_entries__reviewed_by on restriction_entries (reviewed_by);

alter table restriction_entries enable row level security;
-- The line that enters and reviews: the own tree, and nobody beside it.
create policy restriction_entries__line on restriction_entries for select to office_face
  using (agency_code = app_agency_code() or review_agency_code = app_agency_code() or agency_is_under(agency_code, app_agency_code()));
create policy restriction_entries__enter on restriction_entries for insert to office_face with check (agency_code = app_agency_code());
create policy restriction_entries__review on restriction_entries for update to office_face
  using (review_agency_code = app_agency_code()) with check (review_agency_code = app_agency_code());
create policy restriction_entries__worker on restriction_entries for select to worker using (true);
grant select, insert on restriction_entries to office_face;
grant update (state, reviewed_by, reviewed_at, return_reason) on restriction_entries to office_face;
grant select on restriction_entries to worker;

-- The level above: county to city, city to province, province to nation; the nation reviews its own by another person.
create function restriction_review_agency(of_agency text) returns text language sql stable security definer set search_path = public
  as $$ select coalesce(parent_code, code) from agencies where code = of_agency $$;
grant execute on function restriction_review_agency to office_face;

-- Keeps the national list in step: a pending entry holds conclusions at once, an accepted one bars, a correction frees
-- the wrong person in the same transaction.
create function private.project_restriction() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'pending' or new.review_agency_code <> restriction_review_agency(new.agency_code) then
      raise exception 'an entry begins pending at the level above' using errcode = '23514', constraint = 'restriction_entries__begins';
    end if;
    if new.purpose <> 'release' then
      insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by, entered_at)
      values (new.id, new.person_index, new.name, new.kind, new.decided_on, new.ends_on, 'pending', new.decision_number,
        new.authority, new.entered_at);
    end if;
    return null;
  end if;
  if old.state = new.state then return null; end if;
  if new.state in ('effective', 'done') and new.corrects_id is not null then
    update restriction_entries set state = 'void' where id = new.corrects_id and state = 'effective';
    if not found then
      raise exception 'the corrected entry is not in force' using errcode = '23514', constraint = 'restriction_entries__in_force';
    end if;
  end if;
  if new.purpose <> 'release' then
    update restrictions set state = case new.state when 'effective' then 'effective' else 'void' end where id = new.id;
  end if;
  return null;
end $$;
create trigger restriction_entries__project after insert or update on restriction_entries
  for each row execute function private.project_restriction();

create function private.check_restriction_review() returns trigger language plpgsql as $$
begin
  if current_user = 'office_face' and old.state <> 'pending' then
    raise exception 'a reviewed entry is never edited' using errcode = '23514', constraint = 'restriction_entries__frozen';
  end if;
  return new;
end $$;
create trigger restriction_entries__frozen before update on restriction_entries
  for each row execute function private.check_restriction_review();

-- What the list knows about a person before an entry is saved (RES-2): how the accounts of the number are called, who else
-- has this name, and who is hit. Counts and agencies only for cases and certificates.
create function restriction_preview(wanted bytea, wanted_name text)
returns table (known_names text[], namesakes int, live_entries int, cases jsonb, certificates jsonb)
language sql stable security definer set search_path = public
  as $$
    select
      array(select distinct name from accounts where person_index = wanted and claimed_at is not null),
      (select count(*)::int from (select 1 from restrictions where name = wanted_name and person_index <> wanted and state <> 'void' limit 50) n),
      (select count(*)::int from restrictions where person_index = wanted and state <> 'void'),
      coalesce((select jsonb_agg(jsonb_build_object('agencyName', g.name, 'stage', a.stage, 'registrationNumber', a.registration_number))
        from applications a join agencies g on g.code = a.agency_code where a.person_index = wanted and a.stage <> 'closed'), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('agencyName', c.agency_name, 'number', c.number, 'state', c.state))
        from certificates c where c.person_index = wanted and c.state <> 'void'), '[]')
  $$;
grant execute on function restriction_preview to office_face;
create index restrictions__name on restrictions (name) where state <> 'void';
create index applications__person_index on applications (person_index) where stage <> 'closed';

create table restriction_hits (
  id uuid primary key,
  entry_id uuid not null references restrictions,
  agency_code text not null references agencies,
  application_id uuid references applications,
  certificate_id uuid references certificates,
  found_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references staff_people,
  closing_note text,
  constraint restriction_hits__object check ((application_id is null) <> (certificate_id is null)),
  constraint restriction_hits__closed check ((closed_at is null) = (closing_note is null)),
  constraint restriction_hits__entry_id_application_id unique (entry_id, application_id),
  constraint restriction_hits__entry_id_certificate_id unique (entry_id, certificate_id)
);
comment on table restriction_hits is 'Running cases and holders an entry concerns, as work of the agency that has them (RES-6).';
create index restriction_hits__open on restriction_hits (agency_code, found_at, id) where closed_at is null;
create index restriction_hits__agency_code on restriction_hits (agency_code, found_at desc, id);
create index restriction_hits__application_id on restriction_hits (application_id);
create index restriction_hits__certificate_id on restriction_hits (certificate_id);
create index restriction_hits__closed_by on restriction_hits (closed_by);
alter table restriction_hits enable row level security;
create policy restriction_hits__agency on restriction_hits to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy restriction_hits__worker on restriction_hits to worker using (true) with check (true);
grant select on restriction_hits to office_face;
grant update (closed_at, closed_by, closing_note) on restriction_hits to office_face;
grant select, insert, update on restriction_hits to worker;
grant update (state) on certificates to worker;
create policy certificates__suspend on certificates for update to worker using (state <> 'void') with check (state in ('valid', 'suspended'));

create table restriction_warnings (
  id uuid primary key,
  agency_code text not null references agencies,
  year int not null,
  -- The accepted correction that was the second of the year.
  correction_id uuid not null references restriction_entries,
  raised_at timestamptz not null,
  mend_by date not null,
  answered_at timestamptz,
  answered_by uuid references staff_people,
  statement text,
  constraint restriction_warnings__agency_code_year unique (agency_code, year),
  constraint restriction_warnings__answered check ((answered_at is null) = (statement is null) and (answered_at is null) = (answered_by is null))
);
comment on table restriction_warnings is '通报警示 of an agency with two or more wrong entries in a calendar year, with the day to mend by (RES-3).';
create index restriction_warnings__correction_id on restriction_warnings (correction_id);
create index restriction_warnings__answered_by on restriction_warnings (answered_by);
alter table restriction_warnings enable row level security;
create policy restriction_warnings__line on restriction_warnings for select to office_face
  using (agency_code = app_agency_code() or agency_is_under(agency_code, app_agency_code()));
create policy restriction_warnings__raise on restriction_warnings for insert to office_face
  with check (agency_is_under(agency_code, app_agency_code()));
create policy restriction_warnings__answer on restriction_warnings for update to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
grant select, insert on restriction_warnings to office_face;
grant update (answered_at, answered_by, statement) on restriction_warnings to office_face;

-- The decision itself: readable by the line of its entry only.
create policy files__decision on files for select to office_face
  using (exists (select 1 from restriction_entries e where e.decision_file_id = files.id));
create policy files__decision_new on files for insert to office_face
  with check (account_id is null and application_id is null and kind = 'document');
grant insert on files to office_face;

-- Kind and state behind a hit, for the agency that has to deal with it; the cause stays with the line of the entry.
create function restriction_of_hit(of_entry uuid) returns table (kind text, state text)
language sql stable security definer set search_path = public
  as $$
    select r.kind, r.state from restrictions r
    where r.id = of_entry and exists (select 1 from restriction_hits h where h.entry_id = r.id and h.agency_code = app_agency_code())
  $$;
grant execute on function restriction_of_hit to office_face;
-- The matching job closes what is over and reads the list it follows.
grant select on restrictions to worker;
