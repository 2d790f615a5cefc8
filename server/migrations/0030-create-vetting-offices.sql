-- Vetting for a whole office: police offices, files out and in, papers, looks, purge (DEC-1, DEC-2; domain §13.3, §20).

create table police_offices (
  id uuid primary key,
  agency_code text not null references agencies,
  name text not null constraint police_offices__name_length check (char_length(btrim(name)) between 2 and 60),
  -- By the exchange, or by a file that an officer carries out and back.
  way text not null constraint police_offices__way check (way in ('api', 'file')),
  -- Beginnings of GB/T 2260 codes whose registered residents it answers for; none: everybody whom no other office takes.
  area_codes text[] not null
    constraint police_offices__area_codes check (array_to_string(area_codes, ',') ~ '^((\d\d){1,3}(,(\d\d){1,3})*)?$'),
  added_by uuid not null references staff_users,
  added_at timestamptz not null,
  ended_by uuid references staff_users,
  ended_at timestamptz,
  constraint police_offices__ended check ((ended_at is null) = (ended_by is null))
);
comment on table police_offices is 'Police offices an agency asks for 无犯罪记录核查: whom each answers for and in which way.';
create unique index police_offices__name on police_offices (agency_code, name) where ended_at is null;
create unique index police_offices__general on police_offices (agency_code) where ended_at is null and area_codes = '{}';
create index police_offices__added_by on police_offices (added_by);
create index police_offices__ended_by on police_offices (ended_by);
alter table police_offices enable row level security;
create policy police_offices__agency on police_offices to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy police_offices__worker on police_offices for select to worker using (true);
grant select, insert on police_offices to office_face;
grant update (ended_by, ended_at) on police_offices to office_face;
grant select on police_offices to worker;

alter table vetting_batches add column police_office_id uuid references police_offices;
alter table vetting_batches add column way text not null default 'api';
alter table vetting_batches add constraint vetting_batches__way
  check (way = 'api' or way = 'file' and kind = 'crime' and police_office_id is not null);
alter table vetting_batches add column purged_at timestamptz;
create index vetting_batches__police_office_id on vetting_batches (police_office_id);

create table vetting_papers (
  id uuid primary key,
  application_id uuid not null references applications,
  agency_code text not null references agencies,
  -- Where the proof was issued; an exception is any other paper, with its reason.
  kind text not null constraint vetting_papers__kind check (kind in ('hongkong', 'macao', 'taiwan', 'exception')),
  issuer text,
  number_sealed bytea,
  issued_on date not null,
  -- Last day on which it proves anything, by the policy of the day it was recorded.
  valid_until date not null,
  reason text,
  scan_file_id uuid references files,
  state text not null constraint vetting_papers__state check (state in ('recorded', 'verified', 'rejected')),
  recorded_by uuid not null references staff_users,
  recorder_person_id uuid not null references staff_people,
  recorded_at timestamptz not null,
  verified_by uuid references staff_users,
  verifier_person_id uuid references staff_people,
  verified_at timestamptz,
  reject_reason text,
  purged_at timestamptz,
  scan_erased_at timestamptz,
  constraint vetting_papers__two_persons check (verifier_person_id <> recorder_person_id),
  constraint vetting_papers__verified check ((state = 'recorded') = (verified_at is null)
    and (verified_at is null) = (verified_by is null) and (verified_at is null) = (verifier_person_id is null)),
  constraint vetting_papers__rejected check (state <> 'rejected' or reject_reason is not null or purged_at is not null),
  constraint vetting_papers__days check (valid_until >= issued_on
    and issued_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint vetting_papers__reason check (purged_at is not null or (kind = 'exception') = (reason is not null)),
  constraint vetting_papers__details check (case when purged_at is null
    then issuer is not null and number_sealed is not null and scan_file_id is not null
    else issuer is null and number_sealed is null and reason is null and reject_reason is null end),
  constraint vetting_papers__erased check (scan_erased_at is null or purged_at is not null),
  constraint vetting_papers__id_application_id_state unique (id, application_id, state)
);
comment on table vetting_papers is 'No-crime proofs on paper: recorded by one person, verified by another, good for that case only. Class C4.';
create unique index vetting_papers__open on vetting_papers (application_id) where state = 'recorded';
create index vetting_papers__application_id on vetting_papers (application_id, recorded_at desc);
create index vetting_papers__agency_code on vetting_papers (agency_code, recorded_at, id) where state = 'recorded';
create index vetting_papers__scan_file_id on vetting_papers (scan_file_id);
create index vetting_papers__recorded_by on vetting_papers (recorded_by);
create index vetting_papers__recorder_person_id on vetting_papers (recorder_person_id);
create index vetting_papers__verified_by on vetting_papers (verified_by);
create index vetting_papers__verifier_person_id on vetting_papers (verifier_person_id);
create index vetting_papers__to_erase on vetting_papers (id) where purged_at is not null and scan_erased_at is null;
alter table vetting_papers enable row level security;
create policy vetting_papers__read on vetting_papers for select to office_face
  using (exists (select 1 from applications a where a.id = vetting_papers.application_id));
create policy vetting_papers__record on vetting_papers for insert to office_face
  with check (agency_code = app_agency_code() and state = 'recorded'
    and exists (select 1 from applications a where a.id = vetting_papers.application_id));
-- What one person has verified or rejected stays so.
create policy vetting_papers__verify on vetting_papers for update to office_face
  using (state = 'recorded' and exists (select 1 from applications a where a.id = vetting_papers.application_id))
  with check (state <> 'recorded');
create policy vetting_papers__worker on vetting_papers to worker using (true) with check (true);
grant select, insert on vetting_papers to office_face;
grant update (state, verified_by, verifier_person_id, verified_at, reject_reason) on vetting_papers to office_face;
grant select, update on vetting_papers to worker;

alter table vetting_requests alter column batch_id drop not null;
alter table vetting_requests add column source text not null default 'exchange'
  constraint vetting_requests__source check (source in ('exchange', 'paper'));
alter table vetting_requests add column paper_id uuid;
alter table vetting_requests add column paper_state text constraint vetting_requests__paper_state check (paper_state = 'verified');
-- Last day a paper proves anything; answers of the exchange age by the policy alone.
alter table vetting_requests add column valid_until date;
-- What the source wrote beside the result: sealed, for two named roles, gone with the purge.
alter table vetting_requests add column detail_sealed bytea;
-- Keyed hash of the answer as it came; stays when the rest is gone.
alter table vetting_requests add column answer_hash bytea;
alter table vetting_requests add column purged_at timestamptz;
alter table vetting_requests drop constraint vetting_requests__state;
-- After the purge a clear answer stays clear (I-10); of any other only the instants remain.
alter table vetting_requests add constraint vetting_requests__state
  check (state in ('requested', 'clear', 'hit', 'error', 'purged'));
alter table vetting_requests add constraint vetting_requests__purged
  check ((state = 'purged') <= (purged_at is not null) and (purged_at is null or detail_sealed is null and state in ('clear', 'purged')));
alter table vetting_requests add constraint vetting_requests__paper
  foreign key (paper_id, application_id, paper_state) references vetting_papers (id, application_id, state);
alter table vetting_requests add constraint vetting_requests__either check (case source
  when 'exchange' then batch_id is not null and paper_id is null and paper_state is null and valid_until is null
  else batch_id is null and paper_id is not null and paper_state is not null and valid_until is not null
    and kind = 'crime' and state = 'clear' end);
create unique index vetting_requests__paper_id on vetting_requests (paper_id) where paper_id is not null;
create index vetting_requests__batch_id on vetting_requests (batch_id);
create index vetting_requests__to_purge on vetting_requests (application_id) where purged_at is null;

-- An answer is final: the face may answer what still waits and nothing else.
drop policy vetting_requests__agency on vetting_requests;
create policy vetting_requests__read on vetting_requests for select to office_face
  using (exists (select 1 from applications a where a.id = vetting_requests.application_id));
create policy vetting_requests__ask on vetting_requests for insert to office_face
  with check ((state = 'requested' or source = 'paper')
    and exists (select 1 from applications a where a.id = vetting_requests.application_id));
create policy vetting_requests__answer on vetting_requests for update to office_face
  using (state = 'requested' and exists (select 1 from applications a where a.id = vetting_requests.application_id))
  with check (state in ('clear', 'hit', 'error'));
grant update (state, answered_at, detail_sealed, answer_hash) on vetting_requests to office_face;
grant update (state, answered_at) on vetting_batches to office_face;

-- 认定通过 rests on two clear answers of this very case, none of the future and no paper that has run out (S-071, S-155).
create policy decisions__vetted on decisions as restrictive for insert to office_face, worker with check (conclusion = 'failed' or (
  exists (select 1 from vetting_requests r where r.id = decisions.crime_request_id and r.application_id = decisions.application_id
    and r.kind = 'crime' and r.state = 'clear' and r.answered_at <= decisions.decided_at
    and (r.valid_until is null or r.valid_until >= (decisions.decided_at at time zone 'Asia/Shanghai')::date))
  and exists (select 1 from vetting_requests r where r.id = decisions.offence_request_id and r.application_id = decisions.application_id
    and r.kind = 'offence' and r.state = 'clear' and r.answered_at <= decisions.decided_at)));

create table vetting_exports (
  id uuid primary key,
  batch_id uuid not null references vetting_batches,
  agency_code text not null references agencies,
  purpose text not null,
  -- Stands in the file itself, so that a copy that got loose tells whose it was.
  watermark text not null constraint vetting_exports__watermark unique,
  exported_by uuid not null references staff_users,
  exported_at timestamptz not null,
  expires_at timestamptz not null,
  constraint vetting_exports__expires check (expires_at > exported_at and expires_at <= exported_at + interval '24 hours')
);
comment on table vetting_exports is 'Who took the list of a batch out, for what, until when; the file itself is made anew for each download and kept nowhere.';
create index vetting_exports__batch_id on vetting_exports (batch_id, exported_at desc);
create index vetting_exports__agency_code on vetting_exports (agency_code);
create index vetting_exports__exported_by on vetting_exports (exported_by);

create table vetting_answer_files (
  id uuid primary key,
  batch_id uuid not null references vetting_batches,
  agency_code text not null references agencies,
  file_hash text not null,
  row_count int not null,
  matched_count int not null,
  mismatch_count int not null,
  imported_by uuid not null references staff_users,
  imported_at timestamptz not null,
  -- The same file twice is taken once.
  constraint vetting_answer_files__agency_code_file_hash unique (agency_code, file_hash),
  constraint vetting_answer_files__counts check (matched_count >= 0 and mismatch_count >= 0)
);
comment on table vetting_answer_files is 'Answer files of police offices taken in; only their hash and their counts are kept.';
create index vetting_answer_files__batch_id on vetting_answer_files (batch_id, imported_at desc);
create index vetting_answer_files__imported_by on vetting_answer_files (imported_by);

create table vetting_mismatches (
  id uuid primary key,
  answer_file_id uuid not null references vetting_answer_files,
  batch_id uuid not null references vetting_batches,
  agency_code text not null references agencies,
  -- Null where a person of the batch is missing from the file.
  row_number int,
  kind text not null constraint vetting_mismatches__kind check (kind in
    ('unknown-id', 'hash-differs', 'name-differs', 'answered-twice', 'answered-before', 'missing')),
  request_id uuid references vetting_requests,
  -- The row as it came, sealed; gone with the purge.
  said_sealed bytea,
  state text not null default 'open' constraint vetting_mismatches__state check (state in ('open', 'answered', 'settled')),
  settled_by uuid references staff_users,
  settled_at timestamptz,
  note text,
  purged_at timestamptz,
  constraint vetting_mismatches__known check ((kind = 'unknown-id') = (request_id is null)),
  constraint vetting_mismatches__row check ((kind = 'missing') = (row_number is null)),
  constraint vetting_mismatches__settled check ((state = 'open') = (settled_at is null) and (state = 'settled') = (settled_by is not null)),
  constraint vetting_mismatches__purged check (purged_at is null or said_sealed is null and note is null)
);
comment on table vetting_mismatches is 'Rows of answer files that fit nobody of their batch, and people a file forgot: a work list, changing no case.';
create index vetting_mismatches__open on vetting_mismatches (agency_code, id) where state = 'open';
create index vetting_mismatches__answer_file_id on vetting_mismatches (answer_file_id);
create index vetting_mismatches__batch_id on vetting_mismatches (batch_id);
create index vetting_mismatches__request_id on vetting_mismatches (request_id);
create index vetting_mismatches__settled_by on vetting_mismatches (settled_by);
-- A person is missing once, however many part files come.
create unique index vetting_mismatches__missing on vetting_mismatches (request_id) where kind = 'missing' and state = 'open';

create table vetting_looks (
  id uuid primary key,
  application_id uuid references applications,
  batch_id uuid references vetting_batches,
  agency_code text not null references agencies,
  way text not null constraint vetting_looks__way check (way in ('case', 'detail', 'paper', 'export')),
  purpose text,
  looked_by uuid not null references staff_users,
  looked_at timestamptz not null,
  constraint vetting_looks__either check ((application_id is null) <> (batch_id is null)),
  constraint vetting_looks__purpose check (purpose is not null or way in ('case', 'paper'))
);
comment on table vetting_looks is 'Who looked at a result of class C4, when and in which way; append-only (DEC-2).';
create index vetting_looks__agency_code on vetting_looks (agency_code, looked_at desc, id);
create index vetting_looks__application_id on vetting_looks (application_id);
create index vetting_looks__batch_id on vetting_looks (batch_id);
create index vetting_looks__looked_by on vetting_looks (looked_by);

create table vetting_purges (
  id uuid primary key,
  agency_code text not null references agencies,
  purged_at timestamptz not null,
  cases int not null,
  answers int not null,
  details int not null,
  papers int not null,
  mismatches int not null,
  batches int not null
);
comment on table vetting_purges is 'Reports of the purge after conclusions: how many of what went, never whose (S-129).';
create index vetting_purges__agency_code on vetting_purges (agency_code, purged_at desc, id);

alter table vetting_exports enable row level security;
alter table vetting_answer_files enable row level security;
alter table vetting_mismatches enable row level security;
alter table vetting_looks enable row level security;
alter table vetting_purges enable row level security;
create policy vetting_exports__agency on vetting_exports to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy vetting_answer_files__agency on vetting_answer_files to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy vetting_mismatches__agency on vetting_mismatches to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy vetting_looks__agency on vetting_looks to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy vetting_purges__agency on vetting_purges for select to office_face using (agency_code = app_agency_code());
create policy vetting_exports__worker on vetting_exports for select to worker using (true);
create policy vetting_answer_files__worker on vetting_answer_files for select to worker using (true);
create policy vetting_mismatches__worker on vetting_mismatches to worker using (true) with check (true);
create policy vetting_purges__worker on vetting_purges to worker using (true) with check (true);
grant select, insert on vetting_exports, vetting_answer_files, vetting_mismatches, vetting_looks to office_face;
grant update (state, settled_by, settled_at, note) on vetting_mismatches to office_face;
grant select on vetting_purges to office_face;
grant select on vetting_exports, vetting_answer_files to worker;
grant select, update on vetting_mismatches to worker;
grant select, insert on vetting_purges to worker;
