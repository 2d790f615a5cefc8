-- ── the upper levels look down ─────────────────────────────────────────────────────────────────────────────────────

-- An officer above asks about one case below: whose it is and how it stands; nothing else of it (S-050).
create function case_below(wanted uuid) returns table (agency_code text, stage text, due_on date)
language sql stable security definer set search_path = public
  as $$
    select a.agency_code, a.stage, a.due_on from applications a
    where a.id = wanted and a.agency_code <> app_agency_code() and agency_is_under(a.agency_code, app_agency_code())
  $$;
grant execute on function case_below to office_face;

create table case_counters (
  agency_code text not null references agencies,
  point_id uuid not null references points,
  stage text not null,
  due_on date,
  count bigint not null,
  constraint case_counters__place unique nulls not distinct (agency_code, point_id, stage, due_on)
);
comment on table case_counters is 'Open cases by agency, point, stage and due day; exact together with case_counter_changes.';
create index case_counters__point_id on case_counters (point_id);

create table case_counter_changes (
  id bigint generated always as identity primary key,
  agency_code text not null references agencies,
  point_id uuid not null references points,
  stage text not null,
  due_on date,
  delta bigint not null
);
comment on table case_counter_changes is 'What writing transactions changed of the counters, not yet folded in: inserts only, so nobody waits for a counter.';
create index case_counter_changes__agency_code on case_counter_changes (agency_code);
create index case_counter_changes__point_id on case_counter_changes (point_id);

create function count_new_cases() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, count(*) from new_rows where stage <> 'closed' group by 1, 2, 3, 4;
  return null;
end $$;
create function count_changed_cases() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, sum(delta) from (
    select agency_code, point_id, stage, due_on, 1 as delta from new_rows where stage <> 'closed'
    union all
    select agency_code, point_id, stage, due_on, -1 from old_rows where stage <> 'closed') changed
  group by 1, 2, 3, 4 having sum(delta) <> 0;
  return null;
end $$;
create function count_removed_cases() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, -count(*) from old_rows where stage <> 'closed' group by 1, 2, 3, 4;
  return null;
end $$;
create trigger applications__count_new after insert on applications
  referencing new table as new_rows for each statement execute function count_new_cases();
create trigger applications__count_changed after update on applications
  referencing old table as old_rows new table as new_rows for each statement execute function count_changed_cases();
create trigger applications__count_removed after delete on applications
  referencing old table as old_rows for each statement execute function count_removed_cases();
insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, count(*) from applications where stage <> 'closed' group by 1, 2, 3, 4;

-- Moves the changes into the counters; a counter at nothing goes.
create function fold_case_counters() returns void language plpgsql security definer set search_path = public as $$
begin
  with taken as (delete from case_counter_changes returning agency_code, point_id, stage, due_on, delta)
  insert into case_counters as c (agency_code, point_id, stage, due_on, count)
  select agency_code, point_id, stage, due_on, sum(delta) from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict on constraint case_counters__place do update set count = c.count + excluded.count;
  delete from case_counters where count = 0;
end $$;
revoke execute on function fold_case_counters from public;
grant execute on function fold_case_counters to worker;

alter table case_counters enable row level security;
alter table case_counter_changes enable row level security;
create policy case_counters__agency on case_counters for select to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()));
create policy case_counters__below on case_counters for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy case_counter_changes__agency on case_counter_changes for select to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()));
create policy case_counter_changes__below on case_counter_changes for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy case_counters__worker on case_counters for select to worker using (true);
create policy case_counter_changes__worker on case_counter_changes for select to worker using (true);
grant select on case_counters, case_counter_changes to office_face, worker;

create table case_alerts (
  id uuid primary key,
  application_id uuid not null references applications,
  agency_code text not null references agencies,
  kind text not null constraint case_alerts__kind check (kind in ('due-today', 'overdue', 'escalated', 'urged')),
  due_on date,
  raised_at timestamptz not null,
  -- 催办: the officer above, their agency and their words.
  raised_by uuid references staff_users,
  raised_from text references agencies,
  note text,
  seen_by uuid references staff_users,
  seen_at timestamptz,
  constraint case_alerts__urged check ((kind = 'urged') = (raised_by is not null and raised_from is not null and note is not null)),
  constraint case_alerts__seen check ((seen_by is null) = (seen_at is null))
);
comment on table case_alerts is 'Notices to the approvers of an agency: a case is due, overdue, escalated upward, or an upper level urges it.';
create unique index case_alerts__once on case_alerts (application_id, kind, due_on) where kind <> 'urged';
-- An upper level urges a case at most once a day.
create unique index case_alerts__urged_once on case_alerts (application_id, raised_from, ((raised_at at time zone 'Asia/Shanghai')::date))
  where kind = 'urged';
create index case_alerts__application_id on case_alerts (application_id, raised_at);
create index case_alerts__agency_code on case_alerts (agency_code, raised_at desc, id) where seen_at is null;
create index case_alerts__escalated on case_alerts (agency_code, due_on) where kind = 'escalated';
create index case_alerts__raised_by on case_alerts (raised_by);
create index case_alerts__raised_from on case_alerts (raised_from);
create index case_alerts__seen_by on case_alerts (seen_by);
create index applications__due_on on applications (due_on, id) where stage <> 'closed' and due_on is not null;
alter table case_alerts enable row level security;
create policy case_alerts__agency on case_alerts for select to office_face using (agency_code = app_agency_code());
create policy case_alerts__seen on case_alerts for update to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy case_alerts__below on case_alerts for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
-- The one thing an upper level writes below: that it has urged a case.
create policy case_alerts__urge on case_alerts for insert to office_face
  with check (kind = 'urged' and raised_by = app_officer_id() and raised_from = app_agency_code()
    and agency_code <> app_agency_code() and agency_is_under(agency_code, app_agency_code()));
create policy case_alerts__raised on case_alerts for select to office_face using (raised_from = app_agency_code());
create policy case_alerts__worker on case_alerts to worker using (true) with check (true);
grant select, insert on case_alerts to office_face, worker;
grant update (seen_by, seen_at) on case_alerts to office_face;

-- ── queues ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table saved_views (
  id uuid primary key,
  officer_id uuid not null references staff_users,
  name text not null constraint saved_views__name check (char_length(name) between 1 and 20),
  -- Filters as they stand in the address of the queue; no personal data.
  query text not null constraint saved_views__query check (char_length(query) <= 300),
  saved_at timestamptz not null,
  constraint saved_views__officer_id_name unique (officer_id, name)
);
comment on table saved_views is 'Filters of the queue that an officer keeps under a name.';
alter table saved_views enable row level security;
create policy saved_views__own on saved_views to office_face
  using (officer_id = app_officer_id()) with check (officer_id = app_officer_id());
grant select, insert, update, delete on saved_views to office_face;
create index applications__agency_name on applications (agency_code, name text_pattern_ops);

-- ── many at once ───────────────────────────────────────────────────────────────────────────────────────────────────

create table bulk_runs (
  id uuid primary key,
  agency_code text not null references agencies,
  kind text not null constraint bulk_runs__kind check (kind in ('approve', 'review')),
  officer_id uuid not null references staff_users,
  officer_person_id uuid not null references staff_people,
  -- Serial of the key the officer was signed in with; stands in the audit of every row.
  key_serial text not null,
  count int not null constraint bulk_runs__count check (count between 1 and 500),
  started_at timestamptz not null,
  finished_at timestamptz
);
comment on table bulk_runs is 'A review or approval of many cases, done by a job in chunks; every row has its own result (DEC-3).';
create index bulk_runs__agency_code on bulk_runs (agency_code, started_at desc, id);
create index bulk_runs__officer_id on bulk_runs (officer_id, started_at desc);
create index bulk_runs__officer_person_id on bulk_runs (officer_person_id);
create table bulk_run_rows (
  run_id uuid not null references bulk_runs,
  position int not null,
  application_id uuid not null references applications,
  version int not null,
  outcome text constraint bulk_run_rows__outcome check (outcome in ('done', 'refused')),
  -- Codes and sentences of a refusal, or the certificate number.
  codes text[] not null default '{}',
  sentence text,
  number text,
  done_at timestamptz,
  primary key (run_id, position),
  constraint bulk_run_rows__run_id_application_id unique (run_id, application_id),
  constraint bulk_run_rows__done check ((outcome is null) = (done_at is null))
);
comment on table bulk_run_rows is 'One case of a run: written with its result in the transaction that concludes it, so nothing is done twice.';
create index bulk_run_rows__application_id on bulk_run_rows (application_id);
create index bulk_run_rows__open on bulk_run_rows (run_id, position) where outcome is null;
alter table bulk_runs enable row level security;
create policy bulk_runs__agency on bulk_runs to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and officer_id = app_officer_id());
create policy bulk_runs__worker on bulk_runs to worker using (true) with check (true);
alter table bulk_run_rows enable row level security;
create policy bulk_run_rows__agency on bulk_run_rows to office_face
  using (exists (select 1 from bulk_runs r where r.id = bulk_run_rows.run_id))
  with check (exists (select 1 from bulk_runs r where r.id = bulk_run_rows.run_id)
    and exists (select 1 from applications a where a.id = bulk_run_rows.application_id));
create policy bulk_run_rows__worker on bulk_run_rows to worker using (true) with check (true);
grant select, insert on bulk_runs, bulk_run_rows to office_face;
grant select on bulk_runs, bulk_run_rows to worker;
grant update (finished_at) on bulk_runs to worker;
grant update (outcome, codes, sentence, number, done_at) on bulk_run_rows to worker;
-- The job writes what the officer's own request would have written.
grant insert on reviews, decisions, certificates, restriction_checks to worker;
grant insert, update on certificate_serials to worker;
create policy reviews__run on reviews for insert to worker with check (true);
create policy decisions__run on decisions for insert to worker with check (true);
create policy certificates__run on certificates for insert to worker with check (true);
create policy restriction_checks__worker on restriction_checks to worker using (true) with check (true);
create policy certificate_serials__run on certificate_serials to worker using (true) with check (true);

-- ── letters ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table letter_serials (
  agency_code text not null references agencies,
  year int not null,
  kind text not null constraint letter_serials__kind check (kind in ('recognised', 'not-recognised')),
  last_serial int not null constraint letter_serials__last_serial check (last_serial between 0 and 999999),
  primary key (agency_code, year, kind)
);
comment on table letter_serials is 'Last number of an agency''s decision letters by year and kind.';
create table decision_letters (
  id uuid primary key,
  decision_id uuid not null unique references decisions,
  application_id uuid not null references applications,
  document_id uuid not null unique references documents,
  agency_code text not null references agencies,
  kind text not null constraint decision_letters__kind check (kind in ('recognised', 'not-recognised')),
  year int not null,
  serial int not null,
  number text not null unique,
  issued_on date not null,
  -- Every word of the letter as it went out, and its SM3.
  content jsonb not null,
  content_hash bytea not null,
  delivered_on date,
  delivery text constraint decision_letters__delivery check (delivery in ('in-person', 'mail', 'online')),
  delivered_by uuid references staff_users,
  constraint decision_letters__serial unique (agency_code, year, kind, serial),
  constraint decision_letters__delivered check ((delivered_on is null) = (delivery is null) and (delivered_on is null) = (delivered_by is null)),
  constraint decision_letters__delivered_after check (delivered_on is null or delivered_on >= issued_on)
);
comment on table decision_letters is '认定决定书 and 不予认定决定书: number and words frozen at issue, the file by its hash; only the delivery is added.';
create index decision_letters__application_id on decision_letters (application_id);
create index decision_letters__delivered_by on decision_letters (delivered_by);
alter table letter_serials enable row level security;
create policy letter_serials__worker on letter_serials to worker using (true) with check (true);
grant select, insert, update on letter_serials to worker;
alter table decision_letters enable row level security;
create policy decision_letters__own on decision_letters for select to public_face
  using (exists (select 1 from applications a where a.id = decision_letters.application_id));
create policy decision_letters__agency on decision_letters to office_face
  using (exists (select 1 from applications a where a.id = decision_letters.application_id))
  with check (agency_code = app_agency_code() and exists (select 1 from applications a where a.id = decision_letters.application_id));
create policy decision_letters__worker on decision_letters to worker using (true) with check (true);
grant select on decision_letters to public_face, office_face;
grant update (delivered_on, delivery, delivered_by) on decision_letters to office_face;
grant select, insert on decision_letters to worker;
alter table documents drop constraint documents__kind;
alter table documents add constraint documents__kind check (kind in ('application-form', 'acceptance-receipt', 'decision-letter'));
drop policy documents__own on documents;
create policy documents__own on documents to public_face
  using (kind in ('application-form', 'decision-letter') and exists (select 1 from applications a where a.id = documents.application_id))
  with check (exists (select 1 from applications a where a.id = documents.application_id));

-- ── hold ───────────────────────────────────────────────────────────────────────────────────────────────────────────

alter table applications add column held_on date;
alter table applications add constraint applications__held_open check (held_on is null or conclusion is null);
create table case_holds (
  id uuid primary key,
  application_id uuid not null references applications,
  reason text not null,
  -- 行政许可法 art. 45: expert or medical time told in writing is not counted; every other hold lets the due day run on.
  stops_clock boolean not null,
  -- Working days the applicant was told in writing.
  expected_days int constraint case_holds__expected_days check (expected_days between 1 and 200),
  note text not null,
  due_before date,
  held_by uuid not null references staff_users,
  held_at timestamptz not null,
  held_on date not null,
  message_id uuid references messages,
  resumed_by uuid references staff_users,
  resumed_at timestamptz,
  resumed_on date,
  due_after date,
  constraint case_holds__told check (not stops_clock or expected_days is not null and message_id is not null),
  constraint case_holds__resumed check ((resumed_at is null) = (resumed_by is null) and (resumed_at is null) = (resumed_on is null)),
  constraint case_holds__order check (resumed_on is null or resumed_on >= held_on)
);
comment on table case_holds is 'Holds of a case with reason; whether the clock stood still meanwhile.';
create unique index case_holds__one_open on case_holds (application_id) where resumed_at is null;
create index case_holds__application_id on case_holds (application_id, held_at);
create index case_holds__held_by on case_holds (held_by);
create index case_holds__resumed_by on case_holds (resumed_by);
create index case_holds__message_id on case_holds (message_id);
alter table case_holds enable row level security;
create policy case_holds__agency on case_holds to office_face
  using (exists (select 1 from applications a where a.id = case_holds.application_id))
  with check (exists (select 1 from applications a where a.id = case_holds.application_id));
create policy case_holds__worker on case_holds for select to worker using (true);
grant select, insert on case_holds to office_face;
grant update (resumed_by, resumed_at, resumed_on, due_after) on case_holds to office_face;
grant select on case_holds to worker;

-- ── move to another office ─────────────────────────────────────────────────────────────────────────────────────────

create table case_moves (
  id uuid primary key,
  application_id uuid not null references applications,
  from_agency text not null references agencies,
  to_agency text not null references agencies,
  reason text not null,
  proposed_by uuid not null references staff_users,
  proposed_at timestamptz not null,
  state text not null constraint case_moves__state check (state in ('proposed', 'accepted', 'declined', 'recalled')),
  answered_by uuid references staff_users,
  answered_at timestamptz,
  answer text,
  constraint case_moves__elsewhere check (from_agency <> to_agency),
  constraint case_moves__answered check ((state = 'proposed') = (answered_at is null) and (answered_at is null) = (answered_by is null))
);
comment on table case_moves is 'Moves of a case to another office: proposed by the old one, accepted by the new one.';
create unique index case_moves__one_open on case_moves (application_id) where state = 'proposed';
create index case_moves__application_id on case_moves (application_id);
create index case_moves__to_agency on case_moves (to_agency, proposed_at) where state = 'proposed';
create index case_moves__from_agency on case_moves (from_agency, proposed_at desc);
create index case_moves__proposed_by on case_moves (proposed_by);
create index case_moves__answered_by on case_moves (answered_by);
alter table case_moves enable row level security;
create policy case_moves__both on case_moves for select to office_face
  using (from_agency = app_agency_code() or to_agency = app_agency_code());
create policy case_moves__propose on case_moves for insert to office_face
  with check (from_agency = app_agency_code() and proposed_by = app_officer_id() and state = 'proposed');
create policy case_moves__answer on case_moves for update to office_face
  using (from_agency = app_agency_code() or to_agency = app_agency_code())
  with check (answered_by = app_officer_id()
    and (to_agency = app_agency_code() and state in ('accepted', 'declined') or from_agency = app_agency_code() and state = 'recalled'));
grant select, insert on case_moves to office_face;
grant update (state, answered_by, answered_at, answer) on case_moves to office_face;
-- The new office reads the case it is asked to take; its queues name the agency and do not show it.
create policy applications__offered on applications for select to office_face
  using (app_agency_code() is not null and exists (select 1 from case_moves m
    where m.application_id = applications.id and m.state = 'proposed' and m.to_agency = app_agency_code()));

-- Takes the case over: the one way in which a case changes its agency at this release.
create function accept_case_move(wanted uuid, new_point uuid, point_name text, point_address text) returns int
language plpgsql security definer set search_path = public as $$
declare taken int;
begin
  update applications a set agency_code = m.to_agency, point_id = p.id, version = a.version + 1,
    snapshot = a.snapshot || jsonb_build_object('agencyName', g.name, 'pointName', point_name, 'pointAddress', point_address)
  from case_moves m join agencies g on g.code = m.to_agency, points p
  where m.id = wanted and m.application_id = a.id and m.state = 'proposed' and m.to_agency = app_agency_code()
    and a.agency_code = m.from_agency and p.id = new_point and p.agency_code = m.to_agency and p.is_active
    and a.conclusion is null and a.withdrawn_at is null;
  get diagnostics taken = row_count;
  return taken;
end $$;
revoke execute on function accept_case_move from public;
grant execute on function accept_case_move to office_face;

-- ── correction of a conclusion ─────────────────────────────────────────────────────────────────────────────────────

alter table decisions add column superseded_at timestamptz;

alter table decisions drop constraint if exists decisions_application_id_key;
create unique index decisions__one_live on decisions (application_id) where superseded_at is null;
create index decisions__application_id on decisions (application_id, decided_at desc);
grant update (superseded_at) on decisions to office_face;
grant select (superseded_at) on decisions to public_face;

create table conclusion_corrections (
  id uuid primary key,
  application_id uuid not null references applications,
  decision_id uuid not null references decisions,
  -- reopen: a wrong 认定未通过 is drawn anew; void: a wrong 认定通过 ends by revocation for the agency's own fault.
  kind text not null constraint conclusion_corrections__kind check (kind in ('reopen', 'void')),
  reason text not null,
  review_request_id uuid,
  proposed_by uuid not null references staff_users,
  proposer_person_id uuid not null references staff_people,
  proposed_at timestamptz not null,
  state text not null constraint conclusion_corrections__state check (state in ('proposed', 'confirmed', 'declined')),
  answered_by uuid references staff_users,
  answerer_person_id uuid references staff_people,
  answered_at timestamptz,
  answer text,
  constraint conclusion_corrections__two_persons check (answerer_person_id is null or answerer_person_id <> proposer_person_id),
  constraint conclusion_corrections__answered check ((state = 'proposed') = (answered_at is null)
    and (answered_at is null) = (answered_by is null) and (answered_at is null) = (answerer_person_id is null))
);
comment on table conclusion_corrections is 'A conclusion gone wrong is taken back by two persons; the old one stays readable (DEC-5, S-070).';
create unique index conclusion_corrections__one_open on conclusion_corrections (application_id) where state = 'proposed';
create unique index conclusion_corrections__once on conclusion_corrections (decision_id) where state = 'confirmed';
create index conclusion_corrections__application_id on conclusion_corrections (application_id, proposed_at desc);
create index conclusion_corrections__decision_id on conclusion_corrections (decision_id);
create index conclusion_corrections__proposed_by on conclusion_corrections (proposed_by);
create index conclusion_corrections__proposer_person_id on conclusion_corrections (proposer_person_id);
create index conclusion_corrections__answered_by on conclusion_corrections (answered_by);
create index conclusion_corrections__answerer_person_id on conclusion_corrections (answerer_person_id);
alter table conclusion_corrections enable row level security;
create policy conclusion_corrections__agency on conclusion_corrections to office_face
  using (exists (select 1 from applications a where a.id = conclusion_corrections.application_id))
  with check (exists (select 1 from applications a where a.id = conclusion_corrections.application_id));
grant select, insert on conclusion_corrections to office_face;
grant update (state, answered_by, answerer_person_id, answered_at, answer) on conclusion_corrections to office_face;

-- ── certificates that are stopped ──────────────────────────────────────────────────────────────────────────────────

create table certificate_events (
  certificate_id uuid not null references certificates,
  seq int not null,
  kind text not null constraint certificate_events__kind check (kind in ('suspended', 'restored', 'voided')),
  at timestamptz not null,
  cause text not null constraint certificate_events__cause check (cause in ('restriction', 'own-fault')),
  restriction_id uuid references restrictions,
  correction_id uuid references conclusion_corrections,
  primary key (certificate_id, seq),
  constraint certificate_events__own_fault check ((cause = 'own-fault') = (correction_id is not null))
);
comment on table certificate_events is 'Append-only history of a certificate after its issue.';
create index certificate_events__restriction_id on certificate_events (restriction_id);
create index certificate_events__correction_id on certificate_events (correction_id);
alter table certificate_events enable row level security;
create policy certificate_events__agency on certificate_events for select to office_face
  using (exists (select 1 from certificates c where c.id = certificate_events.certificate_id));
grant select on certificate_events to office_face;
create policy certificate_events__worker on certificate_events for select to worker using (true);
grant select on certificate_events to worker;

create table revocation_items (
  id uuid primary key,
  certificate_id uuid not null references certificates,
  agency_code text not null references agencies,
  restriction_id uuid references restrictions,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references staff_users
);
comment on table revocation_items is 'Work of the issuing agency: a certificate was suspended, the revocation procedure is to be opened (S-072).';
create unique index revocation_items__one_open on revocation_items (certificate_id) where closed_at is null;
create index revocation_items__agency_code on revocation_items (agency_code, opened_at desc) where closed_at is null;
create index revocation_items__restriction_id on revocation_items (restriction_id);
create index revocation_items__closed_by on revocation_items (closed_by);
alter table revocation_items enable row level security;
create policy revocation_items__agency on revocation_items for select to office_face using (agency_code = app_agency_code());
grant select on revocation_items to office_face;
create index certificates__person_index on certificates (person_index);

-- A bar was found after 认定通过: nobody but the issuing agency reads the rows, whoever entered the bar stops them (S-072).
create function suspend_certificates(wanted_person bytea, cause_restriction uuid) returns setof uuid
language plpgsql security definer set search_path = public as $$
declare stopped record;
begin
  for stopped in
    update certificates set state = 'suspended' where person_index = wanted_person and state = 'valid' returning id, agency_code
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, restriction_id)
      select stopped.id, coalesce(max(seq), 0) + 1, 'suspended', app_now(), 'restriction', cause_restriction
      from certificate_events where certificate_id = stopped.id;
    insert into revocation_items (id, certificate_id, agency_code, restriction_id, opened_at)
      values (gen_random_uuid(), stopped.id, stopped.agency_code, cause_restriction, app_now()) on conflict do nothing;
    return next stopped.id;
  end loop;
end $$;
revoke execute on function suspend_certificates from public;
grant execute on function suspend_certificates to office_face, worker;

-- Revocation for the agency's own fault (行政许可法 art. 69): only on a correction that a second person has confirmed.
create function void_certificate(confirmed_correction uuid) returns setof uuid
language plpgsql security definer set search_path = public as $$
declare ended record;
begin
  for ended in
    update certificates c set state = 'void' from conclusion_corrections k
    where k.id = confirmed_correction and k.kind = 'void' and k.state = 'confirmed'
      and c.application_id = k.application_id and c.agency_code = app_agency_code() and c.state <> 'void'
    returning c.id
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, correction_id)
      select ended.id, coalesce(max(seq), 0) + 1, 'voided', app_now(), 'own-fault', confirmed_correction
      from certificate_events where certificate_id = ended.id;
    return next ended.id;
  end loop;
end $$;
revoke execute on function void_certificate from public;
grant execute on function void_certificate to office_face;
alter table restriction_checks drop constraint restriction_checks__moment;
alter table restriction_checks add constraint restriction_checks__moment check
  (moment in ('start', 'submit', 'conclusion', 'numbering', 'print', 'hand-over'));

-- ── conflicts of interest ──────────────────────────────────────────────────────────────────────────────────────────

create table staff_relations (
  id uuid primary key,
  person_id uuid not null references staff_people,
  -- self: another document of the officer's own.
  relation text not null constraint staff_relations__relation check
    (relation in ('self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'other')),
  name text not null,
  number_sealed bytea not null,
  person_index bytea not null,
  phone_index bytea,
  declared_by uuid not null references staff_users,
  declared_at timestamptz not null,
  removed_at timestamptz
);
comment on table staff_relations is '回避申报: the persons whose cases an officer must not handle. Class C3.';
create unique index staff_relations__once on staff_relations (person_id, person_index) where removed_at is null;
create index staff_relations__person_index on staff_relations (person_index) where removed_at is null;
create index staff_relations__declared_by on staff_relations (declared_by);
alter table staff_relations enable row level security;
create policy staff_relations__own on staff_relations to office_face
  using (exists (select 1 from staff_users u where u.id = app_officer_id() and u.person_id = staff_relations.person_id))
  with check (exists (select 1 from staff_users u where u.id = app_officer_id() and u.person_id = staff_relations.person_id));
grant select, insert on staff_relations to office_face;
grant update (removed_at) on staff_relations to office_face;

-- Which of these cases the officer of this transaction must not handle, and why (S-056).
create function officer_conflicts(wanted uuid[]) returns table (application_id uuid, kind text)
language sql stable security definer set search_path = public
  as $$
    select f.id, f.kind from (
      select a.id, case
          when p.person_index = a.person_index
            or exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.relation = 'self' and r.person_index = a.person_index) then 'own'
          when exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.relation <> 'self' and r.person_index = a.person_index) then 'relative'
          when exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.phone_index = c.phone_index) then 'phone'
        end as kind
      from applications a join accounts c on c.id = a.account_id
        join staff_users u on u.id = app_officer_id() join staff_people p on p.id = u.person_id
      where a.id = any (wanted)) f
    where f.kind is not null
  $$;
grant execute on function officer_conflicts to office_face, worker;

-- ── after the conclusion ───────────────────────────────────────────────────────────────────────────────────────────

create table review_requests (
  id uuid primary key,
  application_id uuid not null references applications,
  account_id uuid not null references accounts,
  decision_id uuid not null references decisions,
  agency_code text not null references agencies,
  words text not null constraint review_requests__words check (char_length(words) between 10 and 1000),
  requested_at timestamptz not null,
  due_on date not null,
  due_provisional boolean not null,
  outcome text constraint review_requests__outcome check (outcome in ('upheld', 'reopened')),
  answer text,
  answered_by uuid references staff_users,
  answerer_person_id uuid references staff_people,
  answered_at timestamptz,
  correction_id uuid references conclusion_corrections,
  constraint review_requests__once unique (decision_id),
  constraint review_requests__answered check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)
    and (outcome is null) = (answerer_person_id is null) and (outcome is null) = (answer is null)),
  constraint review_requests__reopened check ((outcome is not distinct from 'reopened') = (correction_id is not null))
);
comment on table review_requests is 'What an applicant asks the agency to look at again after 认定未通过; one a decision (APP-15).';
create index review_requests__application_id on review_requests (application_id, requested_at desc);
create index review_requests__account_id on review_requests (account_id);
create index review_requests__agency_code on review_requests (agency_code, due_on, id) where outcome is null;
create index review_requests__agency_answered on review_requests (agency_code, answered_at desc, id) where outcome is not null;
create index review_requests__answered_by on review_requests (answered_by);
create index review_requests__answerer_person_id on review_requests (answerer_person_id);
create index review_requests__correction_id on review_requests (correction_id);
alter table conclusion_corrections add constraint conclusion_corrections__review_request
  foreign key (review_request_id) references review_requests;
create index conclusion_corrections__review_request_id on conclusion_corrections (review_request_id);
create table review_request_files (
  request_id uuid not null references review_requests,
  file_id uuid not null references files,
  title text not null,
  primary key (request_id, file_id)
);
comment on table review_request_files is 'Papers handed in with a review request.';
create index review_request_files__file_id on review_request_files (file_id);
create table case_ratings (
  application_id uuid primary key references applications,
  account_id uuid not null references accounts,
  agency_code text not null references agencies,
  score int not null constraint case_ratings__score check (score between 1 and 5),
  words text constraint case_ratings__words check (char_length(words) <= 300),
  rated_at timestamptz not null
);
comment on table case_ratings is 'What an applicant says of the service after the case (好差评).';
create index case_ratings__account_id on case_ratings (account_id);
create index case_ratings__agency_code on case_ratings (agency_code, rated_at desc, application_id);
create table rating_counters (
  agency_code text not null references agencies,
  month text not null constraint rating_counters__month check (month ~ '^\d{4}-\d{2}$'),
  score int not null,
  count bigint not null,
  primary key (agency_code, month, score)
);
comment on table rating_counters is 'Ratings by agency, month and score, kept by the rating transaction.';
create function count_rating() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into rating_counters as c (agency_code, month, score, count)
    values (new.agency_code, to_char(new.rated_at at time zone 'Asia/Shanghai', 'YYYY-MM'), new.score, 1)
  on conflict (agency_code, month, score) do update set count = c.count + 1;
  return null;
end $$;
create trigger case_ratings__count after insert on case_ratings for each row execute function count_rating();

alter table review_requests enable row level security;
create policy review_requests__own on review_requests to public_face
  using (account_id = app_person_id())
  with check (account_id = app_person_id() and exists (select 1 from applications a
    where a.id = review_requests.application_id and a.agency_code = review_requests.agency_code));
create policy review_requests__agency on review_requests to office_face
  using (exists (select 1 from applications a where a.id = review_requests.application_id) and agency_code = app_agency_code())
  with check (agency_code = app_agency_code());
grant select, insert on review_requests to public_face;
grant select on review_requests to office_face;
grant update (outcome, answer, answered_by, answerer_person_id, answered_at, correction_id) on review_requests to office_face;
alter table review_request_files enable row level security;
create policy review_request_files__own on review_request_files to public_face
  using (exists (select 1 from review_requests r where r.id = review_request_files.request_id))
  with check (exists (select 1 from review_requests r where r.id = review_request_files.request_id)
    and exists (select 1 from files f where f.id = review_request_files.file_id));
create policy review_request_files__agency on review_request_files for select to office_face
  using (exists (select 1 from review_requests r where r.id = review_request_files.request_id));
grant select, insert on review_request_files to public_face;
grant select on review_request_files to office_face;
alter table case_ratings enable row level security;
create policy case_ratings__own on case_ratings to public_face
  using (account_id = app_person_id())
  with check (account_id = app_person_id() and exists (select 1 from applications a
    where a.id = case_ratings.application_id and a.agency_code = case_ratings.agency_code));
create policy case_ratings__agency on case_ratings for select to office_face using (agency_code = app_agency_code());
grant select, insert on case_ratings to public_face;
grant select on case_ratings to office_face;
alter table rating_counters enable row level security;
create policy rating_counters__agency on rating_counters for select to office_face using (agency_code = app_agency_code());
create policy rating_counters__below on rating_counters for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
grant select on rating_counters to office_face;
