-- The schema as the migrations leave it, for readers; written by `npm run db:schema`, never by hand.
-- Sorted by kind and name; not meant to be executed. Names without a schema are of `public`.

-- Schemas

create schema private;
comment on schema private is 'Functions that triggers and constraints use; no application role may call into it.';

create schema public;
comment on schema public is 'standard public schema';
grant create, usage on schema public to migrator;
grant usage on schema public to auditor;
grant usage on schema public to office_face;
grant usage on schema public to partner_face;
grant usage on schema public to public;
grant usage on schema public to public_face;
grant usage on schema public to reporter;
grant usage on schema public to worker;

-- Tables

create table accounts (
  id uuid not null,
  document_type text not null,
  number_sealed bytea not null,
  person_index bytea not null,
  name text not null,
  sex smallint not null,
  birth_on date not null,
  ethnic_group text,
  phone_sealed bytea not null,
  phone_index bytea not null,
  password_hash text not null,
  real_name_state text default 'waiting'::text not null,
  real_name_checked_at timestamp with time zone,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  lapses_at timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts__claim CHECK (((claimed_at IS NOT NULL) = (real_name_state = 'proven'::text))),
  constraint accounts__document_type CHECK ((document_type = ANY (ARRAY['resident-id'::text, 'hmt-residence-permit'::text, 'hk-macao-permit'::text, 'taiwan-permit'::text]))),
  constraint accounts__ethnic_group CHECK ((ethnic_group ~ '^\d{2}$'::text)),
  constraint accounts__lapse CHECK (((lapses_at IS NULL) = (claimed_at IS NOT NULL))),
  constraint accounts__real_name_state CHECK ((real_name_state = ANY (ARRAY['proven'::text, 'unproven'::text, 'waiting'::text, 'mismatch'::text, 'not-found'::text, 'taken'::text]))),
  constraint accounts__sex CHECK ((sex = ANY (ARRAY[1, 2])))
);
comment on table accounts is 'Applicants and teachers; the account is the person on the portal side.';
CREATE INDEX accounts__lapses_at ON public.accounts USING btree (lapses_at) WHERE (lapses_at IS NOT NULL);
CREATE INDEX accounts__person_index ON public.accounts USING btree (person_index);
CREATE UNIQUE INDEX accounts__person_index_claimed ON public.accounts USING btree (person_index) WHERE (claimed_at IS NOT NULL);
alter table accounts enable row level security;
create policy accounts__own on accounts for all to public_face using ((id = app_person_id())) with check ((id = app_person_id()));
create policy accounts__worker on accounts for all to worker using (true) with check (true);
grant delete, select, update on table accounts to worker;
grant insert, select on table accounts to public_face;
grant update (name, ethnic_group, phone_sealed, phone_index, password_hash, real_name_state) on table accounts to public_face;

create table agencies (
  code text not null,
  name text not null,
  level text not null,
  region_code text not null,
  parent_code text,
  types smallint[] not null,
  constraint agencies_pkey PRIMARY KEY (code),
  constraint agencies_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES agencies(code),
  constraint agencies_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint agencies__code CHECK ((code ~ '^\d{5}$'::text)),
  constraint agencies__level CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text])))
);
comment on table agencies is '认定机构: one for each county, city and province.';
CREATE INDEX agencies__parent_code ON public.agencies USING btree (parent_code);
CREATE INDEX agencies__region_code ON public.agencies USING btree (region_code);
grant select on table agencies to office_face;
grant select on table agencies to partner_face;
grant select on table agencies to public_face;
grant select on table agencies to reporter;
grant select on table agencies to worker;

create table agency_plans (
  id uuid not null,
  round_id uuid not null,
  agency_code text not null,
  network_opens_at timestamp with time zone not null,
  network_closes_at timestamp with time zone not null,
  confirm_opens_at timestamp with time zone not null,
  confirm_closes_at timestamp with time zone not null,
  decide_by date not null,
  constraint agency_plans_pkey PRIMARY KEY (id),
  constraint agency_plans__round_id_agency_code UNIQUE (round_id, agency_code),
  constraint agency_plans_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint agency_plans_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint agency_plans__confirm CHECK ((confirm_closes_at > confirm_opens_at)),
  constraint agency_plans__network CHECK ((network_closes_at > network_opens_at))
);
comment on table agency_plans is '网报 and 确认 windows of an agency.';
CREATE INDEX agency_plans__agency_code ON public.agency_plans USING btree (agency_code);
grant select on table agency_plans to office_face;
grant select on table agency_plans to partner_face;
grant select on table agency_plans to public_face;
grant select on table agency_plans to reporter;
grant select on table agency_plans to worker;

create table application_events (
  application_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  agency_code text not null,
  status text not null,
  data jsonb not null,
  constraint application_events_pkey PRIMARY KEY (application_id, seq),
  constraint application_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_events__actor_kind CHECK ((actor_kind = ANY (ARRAY['applicant'::text, 'officer'::text, 'system'::text]))),
  constraint application_events__kind CHECK ((kind = ANY (ARRAY['submitted'::text, 'amended'::text, 'withdrawn'::text, 'confirmed'::text, 'confirmation-refused'::text, 'returned'::text, 'vetting-recorded'::text, 'diploma-recorded'::text, 'reviewed'::text, 'recognised'::text, 'not-recognised'::text, 'materials-handed-in'::text, 'materials-judged'::text, 'time-granted'::text, 'medical-recorded'::text, 'held'::text, 'resumed'::text, 'moved'::text, 'succeeded'::text, 'corrected'::text])))
);
comment on table application_events is 'Append-only history of a case, written in the transaction of the change.';
alter table application_events enable row level security;
create policy application_events__agency on application_events for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id))));
create policy application_events__own on application_events for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id))));
create policy application_events__worker on application_events for all to worker using (true) with check (true);
grant insert, select on table application_events to office_face;
grant insert, select on table application_events to public_face;
grant insert, select on table application_events to worker;
grant select on table application_events to reporter;

create table applications (
  id uuid not null,
  registration_number text not null,
  account_id uuid not null,
  person_index bytea not null,
  round_id uuid not null,
  agency_code text not null,
  point_id uuid not null,
  qualification_type smallint not null,
  subject_code text not null,
  subject_name text not null,
  snapshot jsonb not null,
  policy_versions text[] not null,
  name text not null,
  sex smallint not null,
  birth_on date not null,
  number_sealed bytea not null,
  phone_sealed bytea not null,
  photo_file_id uuid not null,
  signature_file_id uuid not null,
  submitted_at timestamp with time zone not null,
  version integer default 1 not null,
  withdrawn_at timestamp with time zone,
  confirmation text,
  confirmed_at timestamp with time zone,
  photo_hash text,
  due_on date,
  due_provisional boolean default false not null,
  crime_cleared boolean default false not null,
  offence_cleared boolean default false not null,
  vetting_hit boolean default false not null,
  diploma_required boolean not null,
  diploma_evidence_id uuid,
  review text,
  conclusion text,
  concluded_at timestamp with time zone,
  recognition_year integer,
  status text generated always as (
CASE
    WHEN (conclusion = 'passed'::text) THEN 'recognised'::text
    WHEN (conclusion = 'failed'::text) THEN 'not-recognised'::text
    WHEN (confirmation = 'accepted'::text) THEN 'awaiting-approval'::text
    WHEN (confirmation = 'refused'::text) THEN 'confirmation-refused'::text
    ELSE 'awaiting-confirmation'::text
END) stored not null,
  stage text generated always as (
CASE
    WHEN ((withdrawn_at IS NOT NULL) OR (conclusion IS NOT NULL) OR (confirmation = 'refused'::text)) THEN 'closed'::text
    WHEN (confirmation IS NULL) THEN 'awaiting-confirmation'::text
    WHEN (review IS NOT NULL) THEN 'awaiting-approval'::text
    WHEN vetting_hit THEN 'awaiting-review'::text
    WHEN (NOT (crime_cleared AND offence_cleared)) THEN 'vetting'::text
    WHEN (diploma_required AND (diploma_evidence_id IS NULL)) THEN 'awaiting-diploma'::text
    ELSE 'awaiting-review'::text
END) stored not null,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_registration_number_key UNIQUE (registration_number),
  constraint applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint applications_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint applications_diploma_evidence_id_fkey FOREIGN KEY (diploma_evidence_id) REFERENCES evidence(id),
  constraint applications_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint applications_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint applications_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint applications_signature_file_id_fkey FOREIGN KEY (signature_file_id) REFERENCES files(id),
  constraint applications__concluded CHECK (((conclusion IS NULL) = (concluded_at IS NULL))),
  constraint applications__concluded_after_confirmed CHECK (((conclusion IS NULL) OR (confirmation = 'accepted'::text))),
  constraint applications__conclusion CHECK ((conclusion = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint applications__confirmation CHECK ((confirmation = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  constraint applications__confirmed CHECK (((confirmation IS NULL) = (confirmed_at IS NULL))),
  constraint applications__diploma CHECK (((conclusion IS DISTINCT FROM 'passed'::text) OR (NOT diploma_required) OR (diploma_evidence_id IS NOT NULL))),
  constraint applications__passed_year CHECK ((((conclusion = 'passed'::text) = (recognition_year IS NOT NULL)) OR ((conclusion IS NULL) AND (recognition_year IS NULL)))),
  constraint applications__qualification_type CHECK (((qualification_type >= 1) AND (qualification_type <= 7))),
  constraint applications__review CHECK ((review = ANY (ARRAY['pass'::text, 'fail'::text]))),
  constraint applications__vetted CHECK (((conclusion IS DISTINCT FROM 'passed'::text) OR (crime_cleared AND offence_cleared AND (NOT vetting_hit)))),
  constraint applications__withdrawn_open CHECK (((withdrawn_at IS NULL) OR (conclusion IS NULL)))
);
comment on table applications is 'Recognition cases: current facts; events beside them say how they came about.';
CREATE INDEX applications__account_id ON public.applications USING btree (account_id, submitted_at DESC);
CREATE INDEX applications__agency_submitted ON public.applications USING btree (agency_code, submitted_at DESC, id);
CREATE UNIQUE INDEX applications__one_a_year ON public.applications USING btree (person_index, recognition_year) WHERE (conclusion = 'passed'::text);
CREATE UNIQUE INDEX applications__one_live ON public.applications USING btree (person_index, round_id) WHERE ((withdrawn_at IS NULL) AND (conclusion IS DISTINCT FROM 'failed'::text));
CREATE INDEX applications__queue ON public.applications USING btree (agency_code, stage, due_on, id) WHERE (stage <> 'closed'::text);
alter table applications enable row level security;
create policy applications__agency on applications for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check ((agency_code = app_agency_code()));
create policy applications__below on applications for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy applications__own on applications for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy applications__worker on applications for all to worker using (true) with check (true);
grant insert, select, update on table applications to public_face;
grant select on table applications to reporter;
grant select, update on table applications to office_face;
grant select, update on table applications to worker;

create table audit_checkpoints (
  number bigint generated always as identity not null,
  made_at timestamp with time zone not null,
  size bigint not null,
  heads jsonb not null,
  root bytea not null,
  signature text not null,
  constraint audit_checkpoints_pkey PRIMARY KEY (number)
);
comment on table audit_checkpoints is 'Signed Merkle roots over all lane heads; the same record is published outside the database.';
grant insert, select on table audit_checkpoints to worker;
grant select on table audit_checkpoints to auditor;

create table audit_events (
  lane smallint not null,
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  outcome text not null,
  actor_kind text not null,
  actor_id uuid,
  agency_code text,
  key_serial text,
  object_kind text not null,
  object_id text not null,
  address_hash bytea,
  correlation_id text not null,
  detail jsonb not null,
  mac bytea not null,
  previous bytea not null,
  hash bytea not null,
  constraint audit_events_pkey PRIMARY KEY (lane, seq),
  constraint audit_events_id_key UNIQUE (id),
  constraint audit_events_lane_fkey FOREIGN KEY (lane) REFERENCES audit_lanes(lane),
  constraint audit_events__actor_kind CHECK ((actor_kind = ANY (ARRAY['nobody'::text, 'applicant'::text, 'officer'::text, 'system'::text]))),
  constraint audit_events__outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'denied'::text, 'read'::text])))
);
comment on table audit_events is 'Append-only audit: 64 hash-chained lanes chosen by object.';
CREATE INDEX audit_events__at ON public.audit_events USING btree (at);
CREATE INDEX audit_events__object ON public.audit_events USING btree (object_kind, object_id);
grant select on table audit_events to auditor;
grant select on table audit_events to worker;

create table audit_lanes (
  lane smallint not null,
  last_seq bigint default 0 not null,
  head bytea default '\x'::bytea not null,
  constraint audit_lanes_pkey PRIMARY KEY (lane),
  constraint audit_lanes__lane CHECK (((lane >= 0) AND (lane <= 63)))
);
comment on table audit_lanes is 'Head of each of the 64 hash chains.';
grant select on table audit_lanes to auditor;
grant select on table audit_lanes to worker;

create table calendar_days (
  day date not null,
  kind text not null,
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days__kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
);
comment on table calendar_days is 'Statutory days off and make-up workdays (调休).';
grant select on table calendar_days to office_face;
grant select on table calendar_days to partner_face;
grant select on table calendar_days to public_face;
grant select on table calendar_days to reporter;
grant select on table calendar_days to worker;

create table calendar_years (
  year integer not null,
  source text not null,
  constraint calendar_years_pkey PRIMARY KEY (year)
);
comment on table calendar_years is 'Years whose holiday notice is entered; beyond them the calendar answers 暂定.';
grant select on table calendar_years to office_face;
grant select on table calendar_years to partner_face;
grant select on table calendar_years to public_face;
grant select on table calendar_years to reporter;
grant select on table calendar_years to worker;

create unlogged table certificate_queries (
  id uuid not null,
  at timestamp with time zone not null,
  phone_index bytea not null,
  found boolean not null,
  constraint certificate_queries_pkey PRIMARY KEY (id)
);
comment on table certificate_queries is 'Log of 其他查询, counted per phone and day.';
CREATE INDEX certificate_queries__phone_index ON public.certificate_queries USING btree (phone_index, at);
grant delete, select on table certificate_queries to worker;
grant insert, select on table certificate_queries to public_face;

create table certificate_serials (
  agency_code text not null,
  year integer not null,
  last_serial integer not null,
  constraint certificate_serials_pkey PRIMARY KEY (agency_code, year),
  constraint certificate_serials_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint certificate_serials__last_serial CHECK (((last_serial >= 0) AND (last_serial <= 999999)))
);
comment on table certificate_serials is 'Last serial of an agency and year over all types; taken under its row lock by the approving transaction.';
alter table certificate_serials enable row level security;
create policy certificate_serials__agency on certificate_serials for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy certificate_serials__worker on certificate_serials for select to worker using (true);
grant insert, select, update on table certificate_serials to office_face;
grant select on table certificate_serials to worker;

create table certificates (
  id uuid not null,
  number text not null,
  agency_code text not null,
  year integer not null,
  serial integer not null,
  application_id uuid not null,
  account_id uuid not null,
  person_index bytea not null,
  name text not null,
  name_key text not null,
  sex smallint not null,
  birth_on date not null,
  ethnic_group text not null,
  number_sealed bytea not null,
  qualification_type smallint not null,
  subject_name text not null,
  agency_name text not null,
  photo_file_id uuid not null,
  restriction_check_id uuid not null,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  state text default 'valid'::text not null,
  constraint certificates_pkey PRIMARY KEY (id),
  constraint certificates__agency_code_year_serial UNIQUE (agency_code, year, serial),
  constraint certificates_application_id_key UNIQUE (application_id),
  constraint certificates_number_key UNIQUE (number),
  constraint certificates__numbering_check FOREIGN KEY (restriction_check_id, application_id) REFERENCES restriction_checks(id, application_id),
  constraint certificates_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint certificates_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint certificates_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint certificates_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint certificates__digits CHECK ((number = (((((year)::text || agency_code) || (qualification_type)::text) || (sex)::text) || lpad((serial)::text, 6, '0'::text)))),
  constraint certificates__number CHECK ((number ~ '^\d{17}$'::text)),
  constraint certificates__serial CHECK (((serial >= 1) AND (serial <= 999999))),
  constraint certificates__sex CHECK ((sex = ANY (ARRAY[1, 2]))),
  constraint certificates__state CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'void'::text])))
);
comment on table certificates is 'Issued certificates; identity is agency, year, serial.';
CREATE INDEX certificates__account_id ON public.certificates USING btree (account_id);
CREATE INDEX certificates__agency_issued ON public.certificates USING btree (agency_code, issued_at DESC, id);
alter table certificates enable row level security;
create policy certificates__agency on certificates for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy certificates__below on certificates for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy certificates__own on certificates for select to public_face using ((account_id = app_person_id()));
create policy certificates__worker on certificates for select to worker using (true);
grant insert, select on table certificates to office_face;
grant select on table certificates to public_face;
grant select on table certificates to reporter;
grant select on table certificates to worker;

create unlogged table challenges (
  id uuid not null,
  purpose text not null,
  device_hash bytea not null,
  gap_x integer not null,
  work text not null,
  bits integer not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  solved_by text,
  proof_hash bytea,
  used_at timestamp with time zone,
  constraint challenges_pkey PRIMARY KEY (id),
  constraint challenges_proof_hash_key UNIQUE (proof_hash),
  constraint challenges__purpose CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'phone-code'::text]))),
  constraint challenges__solved_by CHECK ((solved_by = ANY (ARRAY['slider'::text, 'work'::text])))
);
comment on table challenges is 'Captcha challenges: one purpose, one device, one use, 120 seconds (S-014).';
CREATE INDEX challenges__expires_at ON public.challenges USING btree (expires_at);
grant delete, select on table challenges to worker;
grant insert, select, update on table challenges to public_face;

create table clock_offsets (
  is_only boolean default true not null,
  offset_by interval not null,
  constraint clock_offsets_pkey PRIMARY KEY (is_only),
  constraint clock_offsets__is_only CHECK (is_only)
);
comment on table clock_offsets is 'Moves the clock in demo and test mode; production refuses to start while a row is here.';
grant select on table clock_offsets to auditor;
grant select on table clock_offsets to office_face;
grant select on table clock_offsets to partner_face;
grant select on table clock_offsets to public_face;
grant select on table clock_offsets to reporter;
grant select on table clock_offsets to worker;

create table closures (
  id uuid not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  sentence text not null,
  constraint closures_pkey PRIMARY KEY (id),
  constraint closures__window CHECK ((closes_at > opens_at))
);
comment on table closures is 'Maintenance: submission and confirmation wait, all else goes on (S-078).';
grant select on table closures to office_face;
grant select on table closures to partner_face;
grant select on table closures to public_face;
grant select on table closures to reporter;
grant select on table closures to worker;

create table confirmations (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  point_id uuid not null,
  result text not null,
  judgements jsonb not null,
  reasons jsonb not null,
  medical_conclusion text,
  examined_on date,
  hospital text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint confirmations_pkey PRIMARY KEY (id),
  constraint confirmations_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint confirmations_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint confirmations_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint confirmations_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint confirmations__medical_conclusion CHECK ((medical_conclusion = ANY (ARRAY['qualified'::text, 'unqualified'::text]))),
  constraint confirmations__result CHECK ((result = ANY (ARRAY['accepted'::text, 'refused'::text])))
);
comment on table confirmations is 'What the confirmation desk decided; append-only, a returned case gets a new row.';
CREATE INDEX confirmations__application_id ON public.confirmations USING btree (application_id, decided_at DESC);
alter table confirmations enable row level security;
create policy confirmations__agency on confirmations for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = confirmations.application_id)))) with check (((agency_code = app_agency_code()) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = confirmations.application_id)))));
create policy confirmations__own on confirmations for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = confirmations.application_id))));
create policy confirmations__worker on confirmations for select to worker using (true);
grant insert, select on table confirmations to office_face;
grant select on table confirmations to worker;
grant select (id, application_id, result, reasons, decided_at) on table confirmations to public_face;

create table consents (
  id uuid not null,
  account_id uuid not null,
  application_id uuid not null,
  purpose text not null,
  policy_version text not null,
  text_hash bytea not null,
  given_at timestamp with time zone not null,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents__application_id_purpose_policy_version UNIQUE (application_id, purpose, policy_version),
  constraint consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint consents__purpose CHECK ((purpose = ANY (ARRAY['agreement'::text, 'offence-query'::text, 'promise'::text])))
);
comment on table consents is 'Consents by purpose with the version of the text (PIPL art. 29).';
alter table consents enable row level security;
create policy consents__agency on consents for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = consents.application_id))));
create policy consents__own on consents for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy consents__worker on consents for select to worker using (true);
grant insert, select on table consents to public_face;
grant select on table consents to office_face;
grant select on table consents to worker;

create table decisions (
  id uuid not null,
  application_id uuid not null,
  conclusion text not null,
  reasons jsonb not null,
  review_id uuid not null,
  reviewer_person_id uuid not null,
  decided_by uuid not null,
  approver_person_id uuid not null,
  decided_at timestamp with time zone not null,
  crime_request_id uuid,
  offence_request_id uuid,
  restriction_check_id uuid not null,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_application_id_key UNIQUE (application_id),
  constraint decisions__crime FOREIGN KEY (crime_request_id, application_id) REFERENCES vetting_requests(id, application_id),
  constraint decisions__offence FOREIGN KEY (offence_request_id, application_id) REFERENCES vetting_requests(id, application_id),
  constraint decisions__restriction FOREIGN KEY (restriction_check_id, application_id) REFERENCES restriction_checks(id, application_id),
  constraint decisions__review FOREIGN KEY (review_id, application_id) REFERENCES reviews(id, application_id),
  constraint decisions_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint decisions_approver_person_id_fkey FOREIGN KEY (approver_person_id) REFERENCES staff_people(id),
  constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint decisions_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint decisions__conclusion CHECK ((conclusion = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint decisions__two_persons CHECK ((reviewer_person_id <> approver_person_id)),
  constraint decisions__vetted CHECK (((conclusion = 'failed'::text) OR ((crime_request_id IS NOT NULL) AND (offence_request_id IS NOT NULL))))
);
comment on table decisions is 'Conclusions with everything they rest on; append-only (S-057, S-071, I-10).';
alter table decisions enable row level security;
create policy decisions__agency on decisions for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decisions.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decisions.application_id))));
create policy decisions__own on decisions for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decisions.application_id))));
create policy decisions__worker on decisions for select to worker using (true);
grant insert, select on table decisions to office_face;
grant select on table decisions to worker;
grant select (id, application_id, conclusion, reasons, decided_at) on table decisions to public_face;

create table devices (
  account_id uuid not null,
  device_hash bytea not null,
  known_since timestamp with time zone default app_now() not null,
  constraint devices_pkey PRIMARY KEY (account_id, device_hash),
  constraint devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table devices is 'Devices on which a person has once proven the phone; others are asked for a code.';
alter table devices enable row level security;
create policy devices__own on devices for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy devices__worker on devices for all to worker using (true);
grant insert, select on table devices to public_face;

create table documents (
  id uuid not null,
  kind text not null,
  application_id uuid not null,
  case_version integer not null,
  state text not null,
  file_id uuid,
  requested_at timestamp with time zone not null,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents__application_id_kind_case_version UNIQUE (application_id, kind, case_version),
  constraint documents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint documents__kind CHECK ((kind = ANY (ARRAY['application-form'::text, 'acceptance-receipt'::text]))),
  constraint documents__state CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
);
comment on table documents is 'PDFs made by jobs.';
alter table documents enable row level security;
create policy documents__agency on documents for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))));
create policy documents__own on documents for all to public_face using (((kind = 'application-form'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))));
create policy documents__worker on documents for all to worker using (true) with check (true);
grant insert, select on table documents to office_face;
grant insert, select on table documents to public_face;
grant select, update on table documents to worker;

create table drafts (
  id uuid not null,
  account_id uuid not null,
  version integer default 1 not null,
  steps jsonb not null,
  amends_application_id uuid,
  saved_at timestamp with time zone not null,
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_account_id_key UNIQUE (account_id),
  constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table drafts is 'One draft a person: the eight steps as they stand, complete or not (APP-8).';
alter table drafts enable row level security;
create policy drafts__own on drafts for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
grant delete, insert, select, update on table drafts to public_face;

create table evidence (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  key text not null,
  facts jsonb not null,
  state text not null,
  trust text not null,
  differing_fields text[] default '{}'::text[] not null,
  checked_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  removed_at timestamp with time zone,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint evidence__kind CHECK ((kind = ANY (ARRAY['exam-proof'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text]))),
  constraint evidence__state CHECK ((state = ANY (ARRAY['waiting'::text, 'match'::text, 'mismatch'::text, 'not-found'::text, 'source-down'::text, 'limited'::text]))),
  constraint evidence__trust CHECK ((trust = ANY (ARRAY['issuer'::text, 'officer'::text, 'uploaded'::text, 'declared'::text])))
);
comment on table evidence is 'Evidence records of the personal centre; facts are what the source said, parsed by kind.';
CREATE UNIQUE INDEX evidence__account_id_kind_key ON public.evidence USING btree (account_id, kind, key) WHERE (removed_at IS NULL);
alter table evidence enable row level security;
create policy evidence__agency on evidence for select to office_face using ((EXISTS ( SELECT 1
   FROM evidence_uses u
  WHERE (u.evidence_id = evidence.id))));
create policy evidence__own on evidence for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy evidence__worker on evidence for all to worker using (true) with check (true);
grant insert, select on table evidence to public_face;
grant insert, select, update on table evidence to worker;
grant select on table evidence to office_face;
grant update (state, removed_at) on table evidence to public_face;

create table evidence_uses (
  application_id uuid not null,
  evidence_id uuid not null,
  purpose text not null,
  exclusive_key text,
  state text not null,
  constraint evidence_uses_pkey PRIMARY KEY (application_id, evidence_id, purpose),
  constraint evidence_uses_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint evidence_uses_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint evidence_uses__purpose CHECK ((purpose = ANY (ARRAY['exam-proof'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text, 'diploma'::text]))),
  constraint evidence_uses__state CHECK ((state = ANY (ARRAY['reserved'::text, 'consumed'::text, 'released'::text])))
);
comment on table evidence_uses is 'Which application holds which record: reserved on submit, consumed on 认定通过, released otherwise.';
CREATE INDEX evidence_uses__evidence_id ON public.evidence_uses USING btree (evidence_id);
CREATE UNIQUE INDEX evidence_uses__exclusive_key ON public.evidence_uses USING btree (exclusive_key) WHERE (state <> 'released'::text);
alter table evidence_uses enable row level security;
create policy evidence_uses__agency on evidence_uses for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id))));
create policy evidence_uses__own on evidence_uses for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id))));
create policy evidence_uses__worker on evidence_uses for all to worker using (true) with check (true);
grant delete, insert, select, update on table evidence_uses to public_face;
grant insert, select, update on table evidence_uses to office_face;
grant insert, select, update on table evidence_uses to worker;

create table files (
  id uuid not null,
  account_id uuid,
  application_id uuid,
  kind text not null,
  hash text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  created_at timestamp with time zone default app_now() not null,
  removed_at timestamp with time zone,
  constraint files_pkey PRIMARY KEY (id),
  constraint files__account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint files__application_id FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint files__kind CHECK ((kind = ANY (ARRAY['photo'::text, 'signature'::text, 'document'::text])))
);
comment on table files is 'Uploads and made documents; content lies in the file store under its hash.';
CREATE INDEX files__account_id ON public.files USING btree (account_id);
CREATE INDEX files__application_id ON public.files USING btree (application_id);
CREATE INDEX files__hash ON public.files USING btree (hash);
alter table files enable row level security;
create policy files__agency on files for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = files.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = files.application_id))));
create policy files__own on files for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy files__worker on files for all to worker using (true) with check (true);
grant insert, select on table files to public_face;
grant insert, select, update on table files to worker;
grant select on table files to office_face;
grant update (application_id, removed_at) on table files to public_face;

create table idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  input_hash bytea not null,
  outcome jsonb,
  created_at timestamp with time zone default app_now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);
comment on table idempotency_keys is 'What a command answered, written in its own transaction; a repeat answers the same. Kept until 90 days after the round.';
CREATE INDEX idempotency_keys__created_at ON public.idempotency_keys USING btree (created_at);
grant delete, select on table idempotency_keys to worker;
grant insert, select, update on table idempotency_keys to office_face;
grant insert, select, update on table idempotency_keys to partner_face;
grant insert, select, update on table idempotency_keys to public_face;

create table jobs (
  id bigint generated always as identity not null,
  name text not null,
  payload jsonb not null,
  dedupe_key text,
  state text default 'waiting'::text not null,
  run_at timestamp with time zone not null,
  attempts integer default 0 not null,
  max_attempts integer default 8 not null,
  lease_until timestamp with time zone,
  fence bigint default 0 not null,
  last_error text,
  created_at timestamp with time zone default app_now() not null,
  finished_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (id),
  constraint jobs__state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'dead'::text])))
);
comment on table jobs is 'Outbox and work queue: everything that leaves the system or takes long. Payloads hold ids only.';
CREATE UNIQUE INDEX jobs__dedupe_key ON public.jobs USING btree (dedupe_key) WHERE (state = 'waiting'::text);
CREATE INDEX jobs__due ON public.jobs USING btree (run_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX jobs__finished ON public.jobs USING btree (finished_at) WHERE (state = 'done'::text);
CREATE INDEX jobs__lease ON public.jobs USING btree (lease_until) WHERE (state = 'running'::text);
CREATE TRIGGER jobs__announce AFTER INSERT ON jobs FOR EACH STATEMENT EXECUTE FUNCTION private.announce_job();
grant delete, insert, select, update on table jobs to worker;
grant insert on table jobs to office_face;
grant insert on table jobs to partner_face;
grant insert on table jobs to public_face;

create table messages (
  id uuid not null,
  account_id uuid,
  application_id uuid,
  channel text not null,
  template text not null,
  address_sealed bytea,
  text_sealed bytea,
  body text,
  sender text not null,
  state text not null,
  created_at timestamp with time zone default app_now() not null,
  sent_at timestamp with time zone,
  receipt text,
  dedupe_key text not null,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_dedupe_key_key UNIQUE (dedupe_key),
  constraint messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint messages__channel CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'site'::text]))),
  constraint messages__state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'read'::text, 'unread'::text])))
);
comment on table messages is 'Outbox of SMS and mail, and the in-site inbox.';
CREATE INDEX messages__account_id ON public.messages USING btree (account_id, created_at);
CREATE INDEX messages__application_id ON public.messages USING btree (application_id);
alter table messages enable row level security;
create policy messages__agency on messages for insert to office_face with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = messages.application_id))));
create policy messages__agency_read on messages for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = messages.application_id))));
create policy messages__own on messages for select to public_face using ((account_id = app_person_id()));
create policy messages__read on messages for update to public_face using ((account_id = app_person_id()));
create policy messages__send on messages for insert to public_face with check (((account_id IS NULL) OR (account_id = app_person_id())));
create policy messages__worker on messages for all to worker using (true) with check (true);
grant insert, select on table messages to office_face;
grant insert, select on table messages to public_face;
grant insert, select, update on table messages to worker;
grant update (state) on table messages to public_face;

create table notices (
  id uuid not null,
  title text not null,
  publisher text not null,
  paragraphs text[] not null,
  published_at timestamp with time zone not null,
  taken_down_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (id)
);
comment on table notices is 'Public announcements.';
grant select on table notices to office_face;
grant select on table notices to partner_face;
grant select on table notices to public_face;
grant select on table notices to reporter;
grant select on table notices to worker;

create table phone_codes (
  id uuid not null,
  purpose text not null,
  phone_index bytea not null,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  constraint phone_codes_pkey PRIMARY KEY (id),
  constraint phone_codes__purpose CHECK ((purpose = ANY (ARRAY['register'::text, 'certificate-query'::text])))
);
comment on table phone_codes is 'Codes sent to phones: one purpose, one device, five tries, five minutes.';
CREATE INDEX phone_codes__expires_at ON public.phone_codes USING btree (expires_at);
grant delete, select on table phone_codes to worker;
grant insert, select, update on table phone_codes to public_face;

create table phone_sends (
  phone_index bytea not null,
  purpose text not null,
  last_at timestamp with time zone not null,
  day date not null,
  sent_on_day integer not null,
  constraint phone_sends_pkey PRIMARY KEY (phone_index, purpose)
);
comment on table phone_sends is 'One row a phone and purpose: 60 seconds apart, five a day, decided atomically (S-012).';
grant delete, select on table phone_sends to worker;
grant insert, select, update on table phone_sends to public_face;

create table point_schedules (
  plan_id uuid not null,
  point_id uuid not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  constraint point_schedules_pkey PRIMARY KEY (plan_id, point_id),
  constraint point_schedules_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES agency_plans(id),
  constraint point_schedules_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint point_schedules__window CHECK ((closes_at > opens_at))
);
comment on table point_schedules is 'When a point confirms.';
grant select on table point_schedules to office_face;
grant select on table point_schedules to partner_face;
grant select on table point_schedules to public_face;
grant select on table point_schedules to reporter;
grant select on table point_schedules to worker;

create table points (
  id uuid not null,
  code text not null,
  agency_code text not null,
  name text not null,
  address text not null,
  scope text not null,
  types smallint[] not null,
  hours text not null,
  desk_count integer not null,
  notices text[] not null,
  is_active boolean default true not null,
  constraint points_pkey PRIMARY KEY (id),
  constraint points__agency_code_name UNIQUE (agency_code, name),
  constraint points_code_key UNIQUE (code),
  constraint points_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint points__code CHECK ((code ~ '^\d{5}-\d{2}$'::text))
);
comment on table points is '确认点 of an agency.';
grant select on table points to office_face;
grant select on table points to partner_face;
grant select on table points to public_face;
grant select on table points to reporter;
grant select on table points to worker;

create table policies (
  id uuid not null,
  key text not null,
  scope text not null,
  effective_from date not null,
  effective_to date,
  value jsonb not null,
  source text not null,
  constraint policies_pkey PRIMARY KEY (id),
  constraint policies__key_scope_effective_from UNIQUE (key, scope, effective_from),
  constraint policies__dates CHECK (((effective_to IS NULL) OR (effective_to > effective_from)))
);
comment on table policies is 'Law as data: what holds where and when, with its source.';
grant select on table policies to office_face;
grant select on table policies to partner_face;
grant select on table policies to public_face;
grant select on table policies to reporter;
grant select on table policies to worker;

create table province_plans (
  id uuid not null,
  round_id uuid not null,
  region_code text not null,
  network_opens_at timestamp with time zone not null,
  network_closes_at timestamp with time zone not null,
  confirm_opens_at timestamp with time zone not null,
  confirm_closes_at timestamp with time zone not null,
  constraint province_plans_pkey PRIMARY KEY (id),
  constraint province_plans__round_id_region_code UNIQUE (round_id, region_code),
  constraint province_plans_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint province_plans_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint province_plans__confirm CHECK ((confirm_closes_at > confirm_opens_at)),
  constraint province_plans__network CHECK ((network_closes_at > network_opens_at))
);
comment on table province_plans is 'Plan of a province inside a round.';
grant select on table province_plans to office_face;
grant select on table province_plans to partner_face;
grant select on table province_plans to public_face;
grant select on table province_plans to reporter;
grant select on table province_plans to worker;

create table puzzles (
  id uuid not null,
  background bytea not null,
  piece bytea not null,
  gap_x integer not null,
  gap_y integer not null,
  width integer not null,
  height integer not null,
  piece_size integer not null,
  created_at timestamp with time zone default app_now() not null,
  constraint puzzles_pkey PRIMARY KEY (id)
);
comment on table puzzles is 'Pool of ready slider puzzles, made by a job.';
grant delete, insert, select on table puzzles to worker;
grant select on table puzzles to public_face;

create table questions (
  number integer not null,
  question text not null,
  answer text not null,
  constraint questions_pkey PRIMARY KEY (number)
);
comment on table questions is '常见问题.';
grant select on table questions to office_face;
grant select on table questions to partner_face;
grant select on table questions to public_face;
grant select on table questions to reporter;
grant select on table questions to worker;

create unlogged table rate_counters (
  key bytea not null,
  arrival_at timestamp with time zone not null,
  constraint rate_counters_pkey PRIMARY KEY (key)
);
comment on table rate_counters is 'Shared rate limits (GCRA): one timestamp per hashed key. Unlogged: a crash forgives everybody.';
grant delete, insert, select, update on table rate_counters to office_face;
grant delete, insert, select, update on table rate_counters to partner_face;
grant delete, insert, select, update on table rate_counters to public_face;
grant delete, insert, select, update on table rate_counters to worker;

create table regions (
  code text not null,
  name text not null,
  level text not null,
  parent_code text,
  constraint regions_pkey PRIMARY KEY (code),
  constraint regions_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES regions(code),
  constraint regions__level CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text])))
);
comment on table regions is 'GB/T 2260 down to county level.';
CREATE INDEX regions__parent_code ON public.regions USING btree (parent_code);
grant select on table regions to office_face;
grant select on table regions to partner_face;
grant select on table regions to public_face;
grant select on table regions to reporter;
grant select on table regions to worker;

create table restriction_checks (
  id uuid not null,
  account_id uuid not null,
  application_id uuid,
  moment text not null,
  checked_at timestamp with time zone not null,
  outcome text not null,
  restriction_id uuid,
  constraint restriction_checks_pkey PRIMARY KEY (id),
  constraint restriction_checks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint restriction_checks_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint restriction_checks__moment CHECK ((moment = ANY (ARRAY['start'::text, 'submit'::text, 'conclusion'::text, 'numbering'::text]))),
  constraint restriction_checks__outcome CHECK ((outcome = ANY (ARRAY['clear'::text, 'barred'::text, 'held'::text])))
);
comment on table restriction_checks is 'Each look into the 限制库 and what it found.';
CREATE INDEX restriction_checks__application_id ON public.restriction_checks USING btree (application_id);
CREATE UNIQUE INDEX restriction_checks__id_application_id ON public.restriction_checks USING btree (id, application_id);
alter table restriction_checks enable row level security;
create policy restriction_checks__agency on restriction_checks for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = restriction_checks.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = restriction_checks.application_id))));
create policy restriction_checks__own on restriction_checks for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
grant insert, select on table restriction_checks to office_face;
grant insert, select on table restriction_checks to public_face;
grant select on table restriction_checks to worker;

create table restrictions (
  id uuid not null,
  person_index bytea not null,
  name text not null,
  kind text not null,
  starts_on date not null,
  ends_on date,
  state text not null,
  decision_number text not null,
  decided_by text not null,
  entered_at timestamp with time zone default app_now() not null,
  constraint restrictions_pkey PRIMARY KEY (id),
  constraint restrictions__dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint restrictions__kind CHECK ((kind = ANY (ARRAY['lost'::text, 'revoked-fraud'::text, 'revoked-conduct'::text, 'exam-cheat'::text, 'licence-revoked'::text, 'work-ban'::text]))),
  constraint restrictions__state CHECK ((state = ANY (ARRAY['pending'::text, 'effective'::text, 'void'::text])))
);
comment on table restrictions is '限制库: bars on persons; pending entries already hold conclusions. Class C4.';
CREATE INDEX restrictions__person_index ON public.restrictions USING btree (person_index) WHERE (state <> 'void'::text);
grant insert, select on table restrictions to worker;

create table reviews (
  id uuid not null,
  application_id uuid not null,
  case_version integer not null,
  opinion text not null,
  note text,
  reasons jsonb not null,
  reviewed_by uuid not null,
  reviewer_person_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint reviews_pkey PRIMARY KEY (id),
  constraint reviews__id_application_id UNIQUE (id, application_id),
  constraint reviews_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_users(id),
  constraint reviews_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint reviews__opinion CHECK ((opinion = ANY (ARRAY['pass'::text, 'fail'::text])))
);
comment on table reviews is 'First pair of eyes; append-only.';
CREATE INDEX reviews__application_id ON public.reviews USING btree (application_id, reviewed_at DESC);
alter table reviews enable row level security;
create policy reviews__agency on reviews for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = reviews.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = reviews.application_id))));
create policy reviews__worker on reviews for select to worker using (true);
grant insert, select on table reviews to office_face;
grant select on table reviews to worker;

create table rounds (
  id uuid not null,
  name text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  constraint rounds_pkey PRIMARY KEY (id),
  constraint rounds_name_key UNIQUE (name),
  constraint rounds__window CHECK ((closes_at > opens_at))
);
comment on table rounds is 'National window of a recognition round.';
grant select on table rounds to office_face;
grant select on table rounds to partner_face;
grant select on table rounds to public_face;
grant select on table rounds to reporter;
grant select on table rounds to worker;

create table schema_migrations (
  number integer not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
grant select on table schema_migrations to auditor;
grant select on table schema_migrations to office_face;
grant select on table schema_migrations to partner_face;
grant select on table schema_migrations to public_face;
grant select on table schema_migrations to reporter;
grant select on table schema_migrations to worker;

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  device_hash bytea not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table sessions is 'Applicant sessions: 30 minutes idle, 12 hours in all.';
CREATE INDEX sessions__account_id ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL);
grant delete, select on table sessions to worker;
grant insert, select, update on table sessions to public_face;

create table sign_in_failures (
  person_index bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint sign_in_failures_pkey PRIMARY KEY (person_index)
);
comment on table sign_in_failures is 'Consecutive failures per number, growing waits; known devices are not held up (S-005).';
grant delete, insert, select, update on table sign_in_failures to public_face;
grant delete, insert, select, update on table sign_in_failures to worker;

create table sign_in_tickets (
  id uuid not null,
  ticket_hash bytea not null,
  account_id uuid not null,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  constraint sign_in_tickets_pkey PRIMARY KEY (id),
  constraint sign_in_tickets_ticket_hash_key UNIQUE (ticket_hash),
  constraint sign_in_tickets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table sign_in_tickets is 'Right password, code still to come.';
grant delete, select on table sign_in_tickets to worker;
grant insert, select, update on table sign_in_tickets to public_face;

create table signings (
  id uuid not null,
  account_id uuid not null,
  draft_id uuid not null,
  token_hash bytea not null,
  device_key_hash bytea,
  offered_device_hash bytea not null,
  signing_device_hash bytea,
  device text,
  file_id uuid,
  policy_version text not null,
  offered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  signed_at timestamp with time zone,
  accepted_at timestamp with time zone,
  rejected_at timestamp with time zone,
  constraint signings_pkey PRIMARY KEY (id),
  constraint signings_device_key_hash_key UNIQUE (device_key_hash),
  constraint signings_token_hash_key UNIQUE (token_hash),
  constraint signings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint signings_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint signings_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
);
comment on table signings is 'Signing the promise on a phone: one draft, one owner, five minutes, once (S-080).';
CREATE INDEX signings__draft_id ON public.signings USING btree (draft_id);
alter table signings enable row level security;
create policy signings__own on signings for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
grant insert, select, update on table signings to public_face;

create table staff_failures (
  username_hash bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint staff_failures_pkey PRIMARY KEY (username_hash)
);
comment on table staff_failures is 'Failed office sign-ins, growing waits.';
grant delete, insert, select, update on table staff_failures to office_face;
grant delete, select on table staff_failures to worker;

create table staff_keys (
  serial text not null,
  user_id uuid not null,
  registered_at timestamp with time zone default app_now() not null,
  revoked_at timestamp with time zone,
  constraint staff_keys_pkey PRIMARY KEY (serial),
  constraint staff_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table staff_keys is 'Serials of the SM2 keys on file; the key itself never leaves its holder.';
grant select on table staff_keys to office_face;

create table staff_people (
  id uuid not null,
  name text not null,
  person_index bytea not null,
  filed_from timestamp with time zone,
  filed_until timestamp with time zone,
  constraint staff_people_pkey PRIMARY KEY (id),
  constraint staff_people_person_index_key UNIQUE (person_index)
);
comment on table staff_people is 'Office people, by real name.';
grant select on table staff_people to office_face;
grant select on table staff_people to worker;

create table staff_sessions (
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  key_serial text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_because text,
  constraint staff_sessions_pkey PRIMARY KEY (id),
  constraint staff_sessions_token_hash_key UNIQUE (token_hash),
  constraint staff_sessions_key_serial_fkey FOREIGN KEY (key_serial) REFERENCES staff_keys(serial),
  constraint staff_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table staff_sessions is 'Office sessions: 15 minutes idle, 12 hours in all, one live per user.';
CREATE UNIQUE INDEX staff_sessions__one_live ON public.staff_sessions USING btree (user_id) WHERE (ended_at IS NULL);
grant delete, select on table staff_sessions to worker;
grant insert, select, update on table staff_sessions to office_face;

create table staff_sign_ins (
  id uuid not null,
  ticket_hash bytea not null,
  user_id uuid not null,
  device_hash bytea not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint staff_sign_ins_pkey PRIMARY KEY (id),
  constraint staff_sign_ins_ticket_hash_key UNIQUE (ticket_hash),
  constraint staff_sign_ins_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table staff_sign_ins is 'Right password, key proof still to come: 60 seconds, once, in the same browser (S-034).';
grant delete, select on table staff_sign_ins to worker;
grant insert, select, update on table staff_sign_ins to office_face;

create table staff_users (
  id uuid not null,
  person_id uuid not null,
  agency_code text not null,
  point_id uuid,
  username text not null,
  password_hash text not null,
  roles text[] not null,
  enabled boolean default true not null,
  constraint staff_users_pkey PRIMARY KEY (id),
  constraint staff_users_username_key UNIQUE (username),
  constraint staff_users_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_users_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint staff_users_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint staff_users__administrators CHECK (((cardinality(roles) <= 1) OR (NOT (roles && ARRAY['system'::text, 'security'::text, 'audit'::text])))),
  constraint staff_users__point CHECK (((NOT ('confirm'::text = ANY (roles))) OR (point_id IS NOT NULL))),
  constraint staff_users__roles CHECK ((roles <@ ARRAY['plan'::text, 'confirm'::text, 'vet'::text, 'review'::text, 'approve'::text, 'print'::text, 'stock'::text, 'users'::text, 'publicity'::text, 'statistics'::text, 'restrict'::text, 'system'::text, 'security'::text, 'audit'::text]))
);
comment on table staff_users is 'Accounts of office people: one agency, roles, enabled or not.';
CREATE INDEX staff_users__agency_code ON public.staff_users USING btree (agency_code);
CREATE INDEX staff_users__person_id ON public.staff_users USING btree (person_id);
grant select on table staff_users to office_face;
grant select on table staff_users to worker;

create table subject_aliases (
  qualification_type smallint not null,
  name text not null,
  aliases text[] not null,
  constraint subject_aliases_pkey PRIMARY KEY (qualification_type, name)
);
comment on table subject_aliases is 'Names of other years and papers that mean the same subject.';
grant select on table subject_aliases to office_face;
grant select on table subject_aliases to partner_face;
grant select on table subject_aliases to public_face;
grant select on table subject_aliases to reporter;
grant select on table subject_aliases to worker;

create table subjects (
  code text not null,
  qualification_type smallint not null,
  name text not null,
  parent_code text,
  selectable boolean not null,
  constraint subjects_pkey PRIMARY KEY (code)
);
comment on table subjects is '任教学科 by 资格种类.';
CREATE INDEX subjects__qualification_type ON public.subjects USING btree (qualification_type);
grant select on table subjects to office_face;
grant select on table subjects to partner_face;
grant select on table subjects to public_face;
grant select on table subjects to reporter;
grant select on table subjects to worker;

create table verifications (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  subject_id uuid,
  application_id uuid,
  asked text,
  state text not null,
  outcome text,
  differing_fields text[] default '{}'::text[] not null,
  requested_at timestamp with time zone not null,
  requested_on date not null,
  answered_at timestamp with time zone,
  counts boolean default true not null,
  tries integer default 0 not null,
  constraint verifications_pkey PRIMARY KEY (id),
  constraint verifications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint verifications__kind CHECK ((kind = ANY (ARRAY['real-name'::text, 'exam-proofs'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text, 'diploma'::text]))),
  constraint verifications__outcome CHECK ((outcome = ANY (ARRAY['match'::text, 'mismatch'::text, 'not-found'::text, 'source-down'::text, 'limited'::text]))),
  constraint verifications__state CHECK ((state = ANY (ARRAY['requested'::text, 'answered'::text, 'late'::text])))
);
comment on table verifications is 'Everything asked of an outside authority about a person: requested, answered, late.';
CREATE INDEX verifications__account_id_kind ON public.verifications USING btree (account_id, kind, requested_at);
CREATE UNIQUE INDEX verifications__open ON public.verifications USING btree (account_id, kind, COALESCE(subject_id, account_id)) WHERE (state <> 'answered'::text);
alter table verifications enable row level security;
create policy verifications__agency on verifications for select to office_face using (((kind = 'diploma'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = verifications.application_id)))));
create policy verifications__diploma on verifications for insert to office_face with check (((kind = 'diploma'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = verifications.application_id)))));
create policy verifications__own on verifications for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy verifications__worker on verifications for all to worker using (true) with check (true);
grant insert, select on table verifications to office_face;
grant insert, select on table verifications to public_face;
grant insert, select, update on table verifications to worker;

create table vetting_batches (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  state text not null,
  receipt text,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint vetting_batches_pkey PRIMARY KEY (id),
  constraint vetting_batches_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_batches_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES staff_users(id),
  constraint vetting_batches__kind CHECK ((kind = ANY (ARRAY['crime'::text, 'offence'::text]))),
  constraint vetting_batches__state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'answered'::text, 'failed'::text])))
);
comment on table vetting_batches is 'Bulk exchange with the police sources.';
CREATE INDEX vetting_batches__agency_code ON public.vetting_batches USING btree (agency_code, requested_at DESC);
alter table vetting_batches enable row level security;
create policy vetting_batches__agency on vetting_batches for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy vetting_batches__worker on vetting_batches for all to worker using (true) with check (true);
grant insert, select on table vetting_batches to office_face;
grant select, update on table vetting_batches to worker;

create table vetting_requests (
  id uuid not null,
  batch_id uuid not null,
  application_id uuid not null,
  kind text not null,
  state text not null,
  consent_id uuid,
  requested_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint vetting_requests_pkey PRIMARY KEY (id),
  constraint vetting_requests__id_application_id UNIQUE (id, application_id),
  constraint vetting_requests_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint vetting_requests_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_requests_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consents(id),
  constraint vetting_requests__consent CHECK (((kind <> 'offence'::text) OR (consent_id IS NOT NULL))),
  constraint vetting_requests__kind CHECK ((kind = ANY (ARRAY['crime'::text, 'offence'::text]))),
  constraint vetting_requests__state CHECK ((state = ANY (ARRAY['requested'::text, 'clear'::text, 'hit'::text, 'error'::text])))
);
comment on table vetting_requests is 'One check of one case: requested, then clear, hit or error. Class C4.';
CREATE INDEX vetting_requests__application_id ON public.vetting_requests USING btree (application_id, kind, requested_at DESC);
CREATE UNIQUE INDEX vetting_requests__open ON public.vetting_requests USING btree (application_id, kind) WHERE (state = 'requested'::text);
alter table vetting_requests enable row level security;
create policy vetting_requests__agency on vetting_requests for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_requests.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_requests.application_id))));
create policy vetting_requests__worker on vetting_requests for all to worker using (true) with check (true);
grant insert, select on table vetting_requests to office_face;
grant select, update on table vetting_requests to worker;

-- Functions

CREATE OR REPLACE FUNCTION public.accounts_for_sign_in(wanted bytea)
 RETURNS TABLE(id uuid, password_hash text, phone_sealed bytea, phone_index bytea, claimed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$select id, password_hash, phone_sealed, phone_index, claimed_at is not null from accounts
      where person_index = wanted and (lapses_at is null or lapses_at > app_now())
      order by claimed_at nulls last, created_at desc limit 5$function$;
grant execute on function accounts_for_sign_in(bytea) to public_face;

CREATE OR REPLACE FUNCTION public.agencies_under(upper_code text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive below as (
      select code from agencies where code = upper_code
      union all
      select a.code from below join agencies a on a.parent_code = below.code
    )
    select code from below
  $function$;
grant execute on function agencies_under(text) to auditor;
grant execute on function agencies_under(text) to office_face;
grant execute on function agencies_under(text) to partner_face;
grant execute on function agencies_under(text) to public_face;
grant execute on function agencies_under(text) to reporter;
grant execute on function agencies_under(text) to worker;

CREATE OR REPLACE FUNCTION public.agency_is_under(lower_code text, upper_code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code from agencies where code = lower_code
      union all
      select a.code, a.parent_code from up join agencies a on a.code = up.parent_code
    )
    select exists (select 1 from up where code = upper_code)
  $function$;
grant execute on function agency_is_under(text,text) to auditor;
grant execute on function agency_is_under(text,text) to office_face;
grant execute on function agency_is_under(text,text) to partner_face;
grant execute on function agency_is_under(text,text) to public_face;
grant execute on function agency_is_under(text,text) to reporter;
grant execute on function agency_is_under(text,text) to worker;

CREATE OR REPLACE FUNCTION public.app_agencies_below()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select case when app_reach() = 'below' then array(select agencies_under(app_agency_code())) else '{}' end $function$;
grant execute on function app_agencies_below() to auditor;
grant execute on function app_agencies_below() to office_face;
grant execute on function app_agencies_below() to partner_face;
grant execute on function app_agencies_below() to public_face;
grant execute on function app_agencies_below() to reporter;
grant execute on function app_agencies_below() to worker;

CREATE OR REPLACE FUNCTION public.app_agency_code()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('app.agency_code'::text, true), ''::text);
grant execute on function app_agency_code() to auditor;
grant execute on function app_agency_code() to office_face;
grant execute on function app_agency_code() to partner_face;
grant execute on function app_agency_code() to public_face;
grant execute on function app_agency_code() to reporter;
grant execute on function app_agency_code() to worker;

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$select now() + coalesce((select offset_by from clock_offsets), interval '0')$function$;
grant execute on function app_now() to auditor;
grant execute on function app_now() to office_face;
grant execute on function app_now() to partner_face;
grant execute on function app_now() to public_face;
grant execute on function app_now() to reporter;
grant execute on function app_now() to worker;

CREATE OR REPLACE FUNCTION public.app_officer_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.officer_id'::text, true), ''::text))::uuid;
grant execute on function app_officer_id() to auditor;
grant execute on function app_officer_id() to office_face;
grant execute on function app_officer_id() to partner_face;
grant execute on function app_officer_id() to public_face;
grant execute on function app_officer_id() to reporter;
grant execute on function app_officer_id() to worker;

CREATE OR REPLACE FUNCTION public.app_person_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid;
grant execute on function app_person_id() to auditor;
grant execute on function app_person_id() to office_face;
grant execute on function app_person_id() to partner_face;
grant execute on function app_person_id() to public_face;
grant execute on function app_person_id() to reporter;
grant execute on function app_person_id() to worker;

CREATE OR REPLACE FUNCTION public.app_point_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.point_id'::text, true), ''::text))::uuid;
grant execute on function app_point_id() to auditor;
grant execute on function app_point_id() to office_face;
grant execute on function app_point_id() to partner_face;
grant execute on function app_point_id() to public_face;
grant execute on function app_point_id() to reporter;
grant execute on function app_point_id() to worker;

CREATE OR REPLACE FUNCTION public.app_reach()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('app.reach'::text, true), ''::text);
grant execute on function app_reach() to auditor;
grant execute on function app_reach() to office_face;
grant execute on function app_reach() to partner_face;
grant execute on function app_reach() to public_face;
grant execute on function app_reach() to reporter;
grant execute on function app_reach() to worker;

CREATE OR REPLACE FUNCTION public.append_audit(new_id uuid, new_event text, new_outcome text, new_actor_kind text, new_actor_id uuid, new_agency_code text, new_key_serial text, new_object_kind text, new_object_id text, new_address_hash bytea, new_correlation_id text, new_detail jsonb, new_mac bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  chosen smallint := (get_byte(sha256(convert_to(new_object_kind || ':' || new_object_id, 'UTF8')), 0) % 64)::smallint;
  chain audit_lanes;
  moment timestamptz := app_now();
  digest bytea;
begin
  select * into chain from audit_lanes where lane = chosen for update;
  digest := sha256(chain.head || convert_to(
    chain.last_seq + 1 || '|' || to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '|' ||
    audit_text(new_id, new_event, new_outcome, new_actor_kind, new_actor_id, new_agency_code, new_key_serial,
      new_object_kind, new_object_id, new_address_hash, new_correlation_id, new_detail), 'UTF8') || new_mac);
  insert into audit_events values (chosen, chain.last_seq + 1, new_id, moment, new_event, new_outcome, new_actor_kind,
    new_actor_id, new_agency_code, new_key_serial, new_object_kind, new_object_id, new_address_hash,
    new_correlation_id, new_detail, new_mac, chain.head, digest);
  update audit_lanes set last_seq = chain.last_seq + 1, head = digest where lane = chosen;
  return chain.last_seq + 1;
end $function$;
grant execute on function append_audit(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb,bytea) to office_face;
grant execute on function append_audit(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb,bytea) to partner_face;
grant execute on function append_audit(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb,bytea) to public_face;
grant execute on function append_audit(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb,bytea) to worker;

CREATE OR REPLACE FUNCTION public.audit_text(id uuid, event text, outcome text, actor_kind text, actor_id uuid, agency_code text, key_serial text, object_kind text, object_id text, address_hash bytea, correlation_id text, detail jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN concat_ws('|'::text, id, event, outcome, actor_kind, COALESCE((actor_id)::text, '-'::text), COALESCE(agency_code, '-'::text), COALESCE(key_serial, '-'::text), object_kind, object_id, COALESCE(encode(address_hash, 'hex'::text), '-'::text), correlation_id, (detail)::text);
grant execute on function audit_text(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb) to auditor;
grant execute on function audit_text(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb) to worker;

CREATE OR REPLACE FUNCTION public.check_certificate(wanted_number text, wanted_name_key text, wanted_person bytea)
 RETURNS TABLE(name text, number text, qualification_type smallint, subject_name text, agency_name text, issued_on date, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select name, number, qualification_type, subject_name, agency_name, issued_on, state from certificates
    where number = wanted_number and name_key = wanted_name_key and person_index = wanted_person
  $function$;
grant execute on function check_certificate(text,text,bytea) to public_face;

CREATE OR REPLACE FUNCTION private.announce_job()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('jobs', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.restriction_outcome(wanted bytea, on_day date)
 RETURNS TABLE(outcome text, restriction_id uuid, kind text, ends_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select case r.state when 'effective' then 'barred' else 'held' end, r.id, r.kind, r.ends_on
    from restrictions r
    where r.person_index = wanted and r.state <> 'void' and r.starts_on <= on_day and (r.ends_on is null or r.ends_on >= on_day)
    order by (r.state = 'effective') desc, r.ends_on desc nulls first limit 1
  $function$;
grant execute on function restriction_outcome(bytea,date) to office_face;
grant execute on function restriction_outcome(bytea,date) to public_face;
grant execute on function restriction_outcome(bytea,date) to worker;

CREATE OR REPLACE FUNCTION public.signing_by_secret(secret_hash bytea)
 RETURNS TABLE(signing_id uuid, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select id, account_id from signings
    where (token_hash = secret_hash or device_key_hash = secret_hash)
      and expires_at > app_now() and signed_at is null and rejected_at is null
  $function$;
grant execute on function signing_by_secret(bytea) to public_face;

CREATE OR REPLACE FUNCTION public.take_token(counter_key bytea, period interval, burst integer)
 RETURNS interval
 LANGUAGE plpgsql
AS $function$
declare
  moment timestamptz := clock_timestamp();
  stored timestamptz;
  allowed timestamptz;
begin
  insert into rate_counters (key, arrival_at) values (counter_key, moment)
    on conflict (key) do update set arrival_at = greatest(rate_counters.arrival_at, moment)
    returning arrival_at into stored;
  allowed := stored + period - burst * period;
  if allowed > moment then
    return allowed - moment;
  end if;
  update rate_counters set arrival_at = stored + period where key = counter_key;
  return null;
end $function$;
grant execute on function take_token(bytea,interval,integer) to office_face;
grant execute on function take_token(bytea,interval,integer) to partner_face;
grant execute on function take_token(bytea,interval,integer) to public_face;
grant execute on function take_token(bytea,interval,integer) to worker;

-- Default privileges

-- default privileges of migrator for functions: nothing
