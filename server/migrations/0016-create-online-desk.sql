-- 全程网办: materials handed in online, triage, granted time (CNF-3, APP-10, APP-11; domain §9.3).
alter table files drop constraint files__kind;
alter table files add constraint files__kind check (kind in ('photo', 'signature', 'document', 'material'));

create table online_cases (
  application_id uuid primary key references applications,
  agency_code text not null references agencies,
  point_id uuid not null references points,
  -- Whose turn it is: the desk's, the person's with granted time, or the person comes to the point.
  state text not null constraint online_cases__state check (state in ('handed-in', 'supplement', 'on-site')),
  -- What the machine results said when it was handed in last (domain/src/triage.ts).
  lane text not null constraint online_cases__lane check (lane in ('pass', 'supplement', 'on-site')),
  handed_in_at timestamptz not null,
  -- The case waits for confirmation; kept by the trigger below.
  is_open boolean not null default true
);
comment on table online_cases is 'Cases whose materials were handed in online: whose turn it is and the lane of the triage.';
create index online_cases__queue on online_cases (agency_code, state, lane, handed_in_at, application_id) where is_open;
create index online_cases__point_id on online_cases (point_id);
alter table online_cases enable row level security;
create policy online_cases__own on online_cases to public_face
  using (exists (select 1 from applications a where a.id = online_cases.application_id))
  with check (exists (select 1 from applications a where a.id = online_cases.application_id));
create policy online_cases__agency on online_cases to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code());
create policy online_cases__worker on online_cases for select to worker using (true);
grant select, insert, update on online_cases to public_face;
grant select, update on online_cases to office_face;
grant select on online_cases to worker;

-- The queue follows the case: concluded cases leave it, a returned or moved one comes to its desk again.
create function private.follow_case() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update online_cases set is_open = (new.stage = 'awaiting-confirmation'), agency_code = new.agency_code, point_id = new.point_id
    where application_id = new.id;
  return null;
end $$;
create trigger applications__follow_case after update on applications for each row
  when ((old.stage = 'awaiting-confirmation') is distinct from (new.stage = 'awaiting-confirmation')
    or old.agency_code is distinct from new.agency_code or old.point_id is distinct from new.point_id)
  execute function private.follow_case();

create table materials (
  id uuid primary key,
  application_id uuid not null references applications,
  -- Code of the policy `confirmation.materials`.
  code text not null,
  file_id uuid not null references files,
  -- Smaller than 1 MB (applicant handbook 3.2.5, domain §17).
  bytes int not null constraint materials__bytes check (bytes between 1 and 1048575),
  pages int not null constraint materials__pages check (pages > 0),
  state text not null constraint materials__state check (state in ('uploaded', 'handed-in', 'accepted', 'rejected')),
  -- [{code, note}] from the catalogue, when rejected.
  reasons jsonb not null default '[]',
  uploaded_at timestamptz not null,
  handed_in_at timestamptz,
  judged_by uuid references staff_users,
  judged_at timestamptz,
  -- A newer file stands in its place; rows are never deleted.
  replaced_at timestamptz,
  constraint materials__handed_in check (state = 'uploaded' or handed_in_at is not null),
  constraint materials__judged check ((state in ('accepted', 'rejected')) = (judged_at is not null) and (judged_at is null) = (judged_by is null)),
  constraint materials__reasons check (state = 'rejected' or reasons = '[]'::jsonb)
);
comment on table materials is 'PDF files of a case, one live row for each material; judged item by item (APP-11).';
create unique index materials__application_id_code on materials (application_id, code) where replaced_at is null;
create index materials__application_id on materials (application_id);
create index materials__file_id on materials (file_id);
create index materials__judged_by on materials (judged_by);
alter table materials enable row level security;
create policy materials__own on materials to public_face
  using (exists (select 1 from applications a where a.id = materials.application_id))
  with check (exists (select 1 from applications a where a.id = materials.application_id));
create policy materials__agency on materials to office_face
  using (exists (select 1 from applications a where a.id = materials.application_id))
  with check (exists (select 1 from applications a where a.id = materials.application_id));
grant select, insert on materials to public_face;
grant update (state, handed_in_at, replaced_at) on materials to public_face;
grant select on materials to office_face;
grant update (state, reasons, judged_by, judged_at) on materials to office_face;

create table supplement_requests (
  id uuid primary key,
  application_id uuid not null references applications,
  round int not null constraint supplement_requests__round check (round between 1 and 50),
  -- [{code, name, reasons: [{code, note}]}]: the full list at one time (行政许可法 art. 32); empty when only time is granted.
  items jsonb not null,
  note text,
  due_on date not null,
  -- Why the time differs from the rule of the agency.
  due_reason text,
  requested_by uuid not null references staff_users,
  requested_at timestamptz not null,
  closed_at timestamptz,
  constraint supplement_requests__application_id_round unique (application_id, round)
);
comment on table supplement_requests is 'What a person was asked to put right, all at once, and the time granted for it.';
create unique index supplement_requests__open on supplement_requests (application_id) where closed_at is null;
create index supplement_requests__requested_by on supplement_requests (requested_by);
alter table supplement_requests enable row level security;
create policy supplement_requests__own on supplement_requests to public_face
  using (exists (select 1 from applications a where a.id = supplement_requests.application_id))
  with check (exists (select 1 from applications a where a.id = supplement_requests.application_id));
create policy supplement_requests__agency on supplement_requests to office_face
  using (exists (select 1 from applications a where a.id = supplement_requests.application_id))
  with check (exists (select 1 from applications a where a.id = supplement_requests.application_id));
create policy supplement_requests__worker on supplement_requests for select to worker using (true);
grant select (id, application_id, round, items, note, due_on, requested_at, closed_at), update (closed_at) on supplement_requests to public_face;
grant select, insert on supplement_requests to office_face;
grant update (due_on, due_reason, closed_at) on supplement_requests to office_face;
grant select on supplement_requests to worker;

-- 体检结论 ahead of the desk and by Excel of the hospital (CNF-5, domain §5). Class C3.
create table medical_imports (
  id uuid primary key,
  agency_code text not null references agencies,
  file_hash text not null,
  row_count int not null,
  matched_count int not null,
  imported_by uuid not null references staff_users,
  imported_at timestamptz not null,
  -- The same sheet twice is a mistake, never two imports.
  constraint medical_imports__agency_code_file_hash unique (agency_code, file_hash)
);
comment on table medical_imports is 'Excel lists of medical conclusions taken in; the rows stand in medical_records and medical_unmatched.';
create index medical_imports__imported_by on medical_imports (imported_by);

create table medical_records (
  id uuid primary key,
  application_id uuid not null references applications,
  agency_code text not null references agencies,
  conclusion text not null constraint medical_records__conclusion check (conclusion in ('qualified', 'unqualified')),
  examined_on date not null,
  hospital text not null,
  form_version text not null,
  import_id uuid references medical_imports,
  recorded_by uuid not null references staff_users,
  recorded_at timestamptz not null
);
comment on table medical_records is '体检结论 of a case; append-only, the newest counts. Class C3: conclusion, day and hospital, nothing of the examination.';
create index medical_records__application_id on medical_records (application_id, recorded_at desc);
create index medical_records__import_id on medical_records (import_id);
create index medical_records__recorded_by on medical_records (recorded_by);
create index medical_records__agency_code on medical_records (agency_code);

create table medical_unmatched (
  id uuid primary key,
  import_id uuid not null references medical_imports,
  agency_code text not null references agencies,
  row_number int not null,
  -- 报名号 or document number as the hospital wrote it, and the name: sealed.
  key_sealed bytea not null,
  name_sealed bytea not null,
  conclusion text not null constraint medical_unmatched__conclusion check (conclusion in ('qualified', 'unqualified')),
  examined_on date not null,
  hospital text not null,
  form_version text not null,
  problem text not null constraint medical_unmatched__problem check (problem in ('not-found', 'name-differs', 'several')),
  state text not null default 'open' constraint medical_unmatched__state check (state in ('open', 'matched', 'dismissed')),
  solved_by uuid references staff_users,
  solved_at timestamptz,
  medical_record_id uuid references medical_records,
  constraint medical_unmatched__import_id_row_number unique (import_id, row_number),
  constraint medical_unmatched__solved check ((state = 'open') = (solved_at is null) and (state = 'matched') = (medical_record_id is not null))
);
comment on table medical_unmatched is 'Rows of a hospital''s list that belong to no case yet: a work list.';
create index medical_unmatched__open on medical_unmatched (agency_code, id) where state = 'open';
create index medical_unmatched__solved_by on medical_unmatched (solved_by);
create index medical_unmatched__medical_record_id on medical_unmatched (medical_record_id);

alter table medical_imports enable row level security;
create policy medical_imports__agency on medical_imports to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
alter table medical_records enable row level security;
create policy medical_records__agency on medical_records to office_face
  using (exists (select 1 from applications a where a.id = medical_records.application_id))
  with check (agency_code = app_agency_code() and exists (select 1 from applications a where a.id = medical_records.application_id));
alter table medical_unmatched enable row level security;
create policy medical_unmatched__agency on medical_unmatched to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
grant select, insert on medical_imports, medical_records, medical_unmatched to office_face;
grant update (state, solved_by, solved_at, medical_record_id) on medical_unmatched to office_face;

-- 留言 in both directions on a case; the words are frozen: no face may change a body (CNF-4, APP-10).
alter table messages add column direction text not null default 'out' constraint messages__direction check (direction in ('out', 'in'));
alter table messages add column agency_code text references agencies;
alter table messages add column author_id uuid references staff_users;
alter table messages add column office_read_at timestamptz;
alter table messages add constraint messages__in check (direction = 'out'
  or channel = 'site' and account_id is not null and application_id is not null and agency_code is not null and body is not null);
create index messages__office_unread on messages (agency_code, created_at, id) where direction = 'in' and office_read_at is null;
create index messages__author_id on messages (author_id) where author_id is not null;
create policy messages__agency_mark on messages for update to office_face
  using (direction = 'in' and exists (select 1 from applications a where a.id = messages.application_id));
grant update (office_read_at) on messages to office_face;

-- Requests of persons to an office: lost phone in person (S-018), correction of own data (PRO-10).
alter table accounts add column recovered_at timestamptz;

create table service_requests (
  id uuid primary key,
  number text not null constraint service_requests__number unique,
  kind text not null constraint service_requests__kind check (kind in ('phone-recovery', 'data-correction')),
  account_id uuid not null references accounts on delete cascade,
  agency_code text not null references agencies,
  state text not null constraint service_requests__state check (state in ('waiting', 'objected', 'done', 'declined')),
  opened_by uuid references staff_users,
  opened_at timestamptz not null,
  -- Recovery: the new phone, sealed, what was looked at, and when it takes effect unless somebody objects.
  new_phone_sealed bytea,
  new_phone_index bytea,
  document_seen text,
  effective_at timestamptz,
  objection_hash bytea,
  -- Correction: which entry, and what it should say.
  field text constraint service_requests__field check (field in ('ethnic-group', 'name', 'birth-date', 'evidence', 'other')),
  wish_sealed bytea,
  answer text,
  decided_by uuid references staff_users,
  closed_at timestamptz,
  constraint service_requests__recovery check ((kind = 'phone-recovery') = (effective_at is not null)
    and (effective_at is null or document_seen is not null and objection_hash is not null and opened_by is not null)),
  -- The law of S-018: seventy-two hours, whatever the code says.
  constraint service_requests__wait check (effective_at is null or effective_at >= opened_at + interval '72 hours'),
  constraint service_requests__correction check ((kind = 'data-correction') = (field is not null and wish_sealed is not null)),
  constraint service_requests__objected check (state <> 'objected' or kind = 'phone-recovery'),
  constraint service_requests__closed check ((state = 'waiting') = (closed_at is null)),
  constraint service_requests__answered check (kind <> 'data-correction' or state = 'waiting' or answer is not null and decided_by is not null)
);
comment on table service_requests is 'Lost phones and corrections of personal data: what was asked, what came of it, by when.';
create unique index service_requests__one_recovery on service_requests (account_id) where kind = 'phone-recovery' and state = 'waiting';
create unique index service_requests__one_correction on service_requests (account_id, field) where kind = 'data-correction' and state = 'waiting';
create index service_requests__account_id on service_requests (account_id, opened_at desc);
create index service_requests__queue on service_requests (agency_code, opened_at, id) where state = 'waiting';
create index service_requests__agency_code on service_requests (agency_code, opened_at desc, id);
create index service_requests__opened_by on service_requests (opened_by);
create index service_requests__decided_by on service_requests (decided_by);
alter table service_requests enable row level security;
create policy service_requests__own on service_requests for select to public_face using (account_id = app_person_id());
create policy service_requests__ask on service_requests for insert to public_face
  with check (account_id = app_person_id() and kind = 'data-correction' and state = 'waiting');
create policy service_requests__agency on service_requests to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy service_requests__worker on service_requests to worker using (true) with check (true);
grant select, insert on service_requests to public_face;
grant select, insert on service_requests to office_face;
grant update (state, answer, decided_by, closed_at) on service_requests to office_face;
grant select on service_requests to worker;
grant update (state, closed_at, new_phone_sealed, new_phone_index) on service_requests to worker;

-- The one question the desk asks about a person in front of it: is there an account under this number, and how is it reached.
create function account_at_desk(wanted bytea)
returns table (id uuid, document_type text, name text, number_sealed bytea, phone_sealed bytea)
language sql stable security definer set search_path = public
  as $$ select id, document_type, name, number_sealed, phone_sealed from accounts where person_index = wanted and claimed_at is not null $$;
grant execute on function account_at_desk to office_face;

-- The name and sealed number of the person behind a request of one's own agency.
create function account_of_request(request_id uuid) returns table (name text, number_sealed bytea, phone_sealed bytea, ethnic_group text)
language sql stable security definer set search_path = public
  as $$
    select a.name, a.number_sealed, a.phone_sealed, a.ethnic_group from service_requests r join accounts a on a.id = r.account_id
    where r.id = request_id and r.agency_code = app_agency_code()
  $$;
grant execute on function account_of_request to office_face;

-- 民族 is the one entry an office may write for a person; everything else is re-proven by its source.
create function correct_ethnic_group(request_id uuid, code text) returns void
language sql security definer set search_path = public
  as $$
    update accounts set ethnic_group = code where id = (
      select account_id from service_requests
      where id = request_id and agency_code = app_agency_code() and field = 'ethnic-group' and state = 'waiting')
  $$;
grant execute on function correct_ethnic_group to office_face;

-- An objection to a recovery, by whoever holds the old channel (the code sent there) or is signed in as the person.
create function object_to_recovery(wanted_number text, code_hash bytea) returns uuid
language sql security definer set search_path = public
  as $$
    update service_requests set state = 'objected', closed_at = app_now(), new_phone_sealed = null, new_phone_index = null
    where number = wanted_number and kind = 'phone-recovery' and state = 'waiting' and effective_at > app_now()
      and (objection_hash = code_hash or account_id = app_person_id())
    returning id
  $$;
grant execute on function object_to_recovery to public_face;

create policy messages__service on messages for insert to office_face
  with check (application_id is null and exists (
    select 1 from service_requests r where r.account_id = messages.account_id and r.agency_code = app_agency_code()));

-- Whether a conclusion is on record, and not which one: so much the owner of a case and the triage may know.
create function has_medical_record(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  as $$
    select exists (select 1 from medical_records m join applications a on a.id = m.application_id
      where m.application_id = wanted and (a.account_id = app_person_id() or a.agency_code = app_agency_code()))
  $$;
grant execute on function has_medical_record to public_face, office_face;
