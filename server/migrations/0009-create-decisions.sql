create table confirmations (
  id uuid primary key,
  application_id uuid not null references applications,
  agency_code text not null references agencies,
  point_id uuid not null references points,
  result text not null constraint confirmations__result check (result in ('accepted', 'refused')),
  -- [{code, accepted, note}]: what the desk said of each line.
  judgements jsonb not null,
  -- [{code, note}]: the full list of defects at once (行政许可法 art. 32).
  reasons jsonb not null,
  medical_conclusion text constraint confirmations__medical_conclusion check (medical_conclusion in ('qualified', 'unqualified')),
  examined_on date,
  hospital text,
  decided_by uuid not null references staff_users,
  decided_at timestamptz not null
);
comment on table confirmations is 'What the confirmation desk decided; append-only, a returned case gets a new row.';
create index confirmations__application_id on confirmations (application_id, decided_at desc);
alter table confirmations enable row level security;
create policy confirmations__own on confirmations for select to public_face using (exists (select 1 from applications a where a.id = confirmations.application_id));
create policy confirmations__agency on confirmations to office_face
  using (exists (select 1 from applications a where a.id = confirmations.application_id))
  with check (agency_code = app_agency_code() and exists (select 1 from applications a where a.id = confirmations.application_id));
create policy confirmations__worker on confirmations for select to worker using (true);
grant select (id, application_id, result, reasons, decided_at) on confirmations to public_face;
grant select, insert on confirmations to office_face;
grant select on confirmations to worker;

create table vetting_batches (
  id uuid primary key,
  agency_code text not null references agencies,
  kind text not null constraint vetting_batches__kind check (kind in ('crime', 'offence')),
  state text not null constraint vetting_batches__state check (state in ('waiting', 'sent', 'answered', 'failed')),
  -- Reference the source gave.
  receipt text,
  requested_by uuid not null references staff_users,
  requested_at timestamptz not null,
  answered_at timestamptz
);
comment on table vetting_batches is 'Bulk exchange with the police sources.';
create index vetting_batches__agency_code on vetting_batches (agency_code, requested_at desc);

create table vetting_requests (
  id uuid primary key,
  batch_id uuid not null references vetting_batches,
  application_id uuid not null references applications,
  kind text not null constraint vetting_requests__kind check (kind in ('crime', 'offence')),
  state text not null constraint vetting_requests__state check (state in ('requested', 'clear', 'hit', 'error')),
  -- The offence query goes out on this consent only (S-131).
  consent_id uuid references consents,
  requested_at timestamptz not null,
  answered_at timestamptz,
  constraint vetting_requests__consent check (kind <> 'offence' or consent_id is not null),
  constraint vetting_requests__id_application_id unique (id, application_id)
);
comment on table vetting_requests is 'One check of one case: requested, then clear, hit or error. Class C4.';
create index vetting_requests__application_id on vetting_requests (application_id, kind, requested_at desc);
create unique index vetting_requests__open on vetting_requests (application_id, kind) where state = 'requested';

alter table vetting_batches enable row level security;
create policy vetting_batches__agency on vetting_batches to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy vetting_batches__worker on vetting_batches to worker using (true) with check (true);
alter table vetting_requests enable row level security;
create policy vetting_requests__agency on vetting_requests to office_face
  using (exists (select 1 from applications a where a.id = vetting_requests.application_id)) with check (exists (select 1 from applications a where a.id = vetting_requests.application_id));
create policy vetting_requests__worker on vetting_requests to worker using (true) with check (true);
grant select, insert on vetting_batches, vetting_requests to office_face;
grant select, update on vetting_batches, vetting_requests to worker;

create table reviews (
  id uuid primary key,
  application_id uuid not null references applications,
  case_version int not null,
  opinion text not null constraint reviews__opinion check (opinion in ('pass', 'fail')),
  note text,
  reasons jsonb not null,
  reviewed_by uuid not null references staff_users,
  reviewer_person_id uuid not null references staff_people,
  reviewed_at timestamptz not null,
  constraint reviews__id_application_id unique (id, application_id)
);
comment on table reviews is 'First pair of eyes; append-only.';
create index reviews__application_id on reviews (application_id, reviewed_at desc);

create table decisions (
  id uuid primary key,
  application_id uuid not null unique references applications,
  conclusion text not null constraint decisions__conclusion check (conclusion in ('passed', 'failed')),
  reasons jsonb not null,
  review_id uuid not null,
  reviewer_person_id uuid not null references staff_people,
  decided_by uuid not null references staff_users,
  approver_person_id uuid not null references staff_people,
  decided_at timestamptz not null,
  crime_request_id uuid,
  offence_request_id uuid,
  restriction_check_id uuid not null,
  constraint decisions__two_persons check (reviewer_person_id <> approver_person_id),
  constraint decisions__vetted check (conclusion = 'failed' or (crime_request_id is not null and offence_request_id is not null)),
  constraint decisions__review foreign key (review_id, application_id) references reviews (id, application_id),
  constraint decisions__crime foreign key (crime_request_id, application_id) references vetting_requests (id, application_id),
  constraint decisions__offence foreign key (offence_request_id, application_id) references vetting_requests (id, application_id),
  constraint decisions__restriction foreign key (restriction_check_id, application_id) references restriction_checks (id, application_id)
);
comment on table decisions is 'Conclusions with everything they rest on; append-only (S-057, S-071, I-10).';
alter table reviews enable row level security;
create policy reviews__agency on reviews to office_face
  using (exists (select 1 from applications a where a.id = reviews.application_id)) with check (exists (select 1 from applications a where a.id = reviews.application_id));
alter table decisions enable row level security;
create policy decisions__agency on decisions to office_face
  using (exists (select 1 from applications a where a.id = decisions.application_id)) with check (exists (select 1 from applications a where a.id = decisions.application_id));
create policy decisions__own on decisions for select to public_face using (exists (select 1 from applications a where a.id = decisions.application_id));
grant select, insert on reviews, decisions to office_face;
grant select (id, application_id, conclusion, reasons, decided_at) on decisions to public_face;
grant select on reviews, decisions to worker;
create policy reviews__worker on reviews for select to worker using (true);
create policy decisions__worker on decisions for select to worker using (true);

create table certificate_serials (
  agency_code text not null references agencies,
  year int not null,
  last_serial int not null constraint certificate_serials__last_serial check (last_serial between 0 and 999999),
  primary key (agency_code, year)
);
comment on table certificate_serials is 'Last serial of an agency and year over all types; taken under its row lock by the approving transaction.';
alter table certificate_serials enable row level security;
create policy certificate_serials__agency on certificate_serials to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
grant select, insert, update on certificate_serials to office_face;
grant select on certificate_serials to worker;
create policy certificate_serials__worker on certificate_serials for select to worker using (true);

create table certificates (
  id uuid primary key,
  number text not null unique constraint certificates__number check (number ~ '^\d{17}$'),
  agency_code text not null references agencies,
  year int not null,
  serial int not null constraint certificates__serial check (serial between 1 and 999999),
  application_id uuid not null unique references applications,
  account_id uuid not null references accounts,
  person_index bytea not null,
  name text not null,
  -- Folded for matching with what a stranger types.
  name_key text not null,
  sex smallint not null constraint certificates__sex check (sex in (1, 2)),
  birth_on date not null,
  ethnic_group text not null,
  number_sealed bytea not null,
  qualification_type smallint not null,
  subject_name text not null,
  agency_name text not null,
  photo_file_id uuid not null references files,
  restriction_check_id uuid not null,
  issued_at timestamptz not null,
  issued_on date not null,
  state text not null default 'valid' constraint certificates__state check (state in ('valid', 'suspended', 'void')),
  constraint certificates__agency_code_year_serial unique (agency_code, year, serial),
  constraint certificates__numbering_check foreign key (restriction_check_id, application_id) references restriction_checks (id, application_id),
  constraint certificates__digits check (number = year::text || agency_code || qualification_type::text || sex::text || lpad(serial::text, 6, '0'))
);
comment on table certificates is 'Issued certificates; identity is agency, year, serial.';
create index certificates__account_id on certificates (account_id);
create index certificates__agency_issued on certificates (agency_code, issued_at desc, id);
alter table certificates enable row level security;
create policy certificates__own on certificates for select to public_face using (account_id = app_person_id());
create policy certificates__agency on certificates to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy certificates__worker on certificates for select to worker using (true);
grant select on certificates to public_face, worker, reporter;
grant select, insert on certificates to office_face;

-- 其他查询: one exact question, one minimal answer (PUB-3, S-123).
create function check_certificate(wanted_number text, wanted_name_key text, wanted_person bytea)
returns table (name text, number text, qualification_type smallint, subject_name text, agency_name text, issued_on date, state text)
language sql stable security definer set search_path = public
  as $$
    select name, number, qualification_type, subject_name, agency_name, issued_on, state from certificates
    where number = wanted_number and name_key = wanted_name_key and person_index = wanted_person
  $$;
grant execute on function check_certificate to public_face;

create unlogged table certificate_queries (
  id uuid primary key,
  at timestamptz not null,
  phone_index bytea not null,
  found boolean not null
);
comment on table certificate_queries is 'Log of 其他查询, counted per phone and day.';
create index certificate_queries__phone_index on certificate_queries (phone_index, at);
grant select, insert on certificate_queries to public_face;
grant select, delete on certificate_queries to worker;
