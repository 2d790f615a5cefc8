create table drafts (
  id uuid primary key,
  account_id uuid not null unique references accounts on delete cascade,
  version int not null default 1,
  steps jsonb not null,
  amends_application_id uuid,
  saved_at timestamptz not null
);
comment on table drafts is 'One draft a person: the eight steps as they stand, complete or not (APP-8).';
alter table drafts enable row level security;
create policy drafts__own on drafts to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
grant select, insert, update, delete on drafts to public_face;

create table applications (
  id uuid primary key,
  registration_number text not null unique,
  account_id uuid not null references accounts,
  -- Blind index of the person: national uniqueness hangs on it, whatever account or document.
  person_index bytea not null,
  round_id uuid not null references rounds,
  agency_code text not null references agencies,
  point_id uuid not null references points,
  qualification_type smallint not null constraint applications__qualification_type check (qualification_type between 1 and 7),
  subject_code text not null,
  subject_name text not null,
  -- What was handed in, frozen: the steps with every chosen record resolved (shape: server/src/modules/application/snapshot.ts).
  snapshot jsonb not null,
  -- Policy rows this case was submitted under (`domain/src/policy.ts` policyVersion).
  policy_versions text[] not null,
  name text not null,
  sex smallint not null,
  birth_on date not null,
  number_sealed bytea not null,
  phone_sealed bytea not null,
  photo_file_id uuid not null references files,
  signature_file_id uuid not null references files,
  submitted_at timestamptz not null,
  version int not null default 1,

  -- Facts; the status below is computed from them and from nothing else.
  withdrawn_at timestamptz,
  confirmation text constraint applications__confirmation check (confirmation in ('accepted', 'refused')),
  confirmed_at timestamptz,
  -- Hash of the photo the desk compared; print and certificate use this one (S-079).
  photo_hash text,
  due_on date,
  due_provisional boolean not null default false,
  crime_cleared boolean not null default false,
  offence_cleared boolean not null default false,
  vetting_hit boolean not null default false,
  diploma_required boolean not null,
  diploma_evidence_id uuid references evidence,
  review text constraint applications__review check (review in ('pass', 'fail')),
  conclusion text constraint applications__conclusion check (conclusion in ('passed', 'failed')),
  concluded_at timestamptz,
  recognition_year int,

  status text not null generated always as (
    case
      when conclusion = 'passed' then 'recognised'
      when conclusion = 'failed' then 'not-recognised'
      when confirmation = 'accepted' then 'awaiting-approval'
      when confirmation = 'refused' then 'confirmation-refused'
      else 'awaiting-confirmation'
    end) stored,
  stage text not null generated always as (
    case
      when withdrawn_at is not null or conclusion is not null or confirmation = 'refused' then 'closed'
      when confirmation is null then 'awaiting-confirmation'
      when review is not null then 'awaiting-approval'
      when vetting_hit then 'awaiting-review'
      when not (crime_cleared and offence_cleared) then 'vetting'
      when diploma_required and diploma_evidence_id is null then 'awaiting-diploma'
      else 'awaiting-review'
    end) stored,

  constraint applications__confirmed check ((confirmation is null) = (confirmed_at is null)),
  constraint applications__concluded check ((conclusion is null) = (concluded_at is null)),
  constraint applications__concluded_after_confirmed check (conclusion is null or confirmation = 'accepted'),
  constraint applications__passed_year check ((conclusion = 'passed') = (recognition_year is not null) or conclusion is null and recognition_year is null),
  constraint applications__withdrawn_open check (withdrawn_at is null or conclusion is null),
  constraint applications__vetted check (conclusion is distinct from 'passed' or (crime_cleared and offence_cleared and not vetting_hit)),
  constraint applications__diploma check (conclusion is distinct from 'passed' or not diploma_required or diploma_evidence_id is not null)
);
comment on table applications is 'Recognition cases: current facts; events beside them say how they came about.';
-- One live application per person and round nationwide; one recognition per person and calendar year (domain §3).
create unique index applications__one_live on applications (person_index, round_id)
  where withdrawn_at is null and conclusion is distinct from 'failed';
create unique index applications__one_a_year on applications (person_index, recognition_year) where conclusion = 'passed';
create index applications__account_id on applications (account_id, submitted_at desc);
create index applications__queue on applications (agency_code, stage, due_on, id) where stage <> 'closed';
create index applications__agency_submitted on applications (agency_code, submitted_at desc, id);

alter table applications enable row level security;
create policy applications__own on applications to public_face
  using (account_id = app_person_id()) with check (account_id = app_person_id());
-- Own agency; a confirm user besides that only the own point (CNF-6, S-048, S-049).
create policy applications__agency on applications to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code());
create policy applications__worker on applications to worker using (true) with check (true);
grant select, insert, update on applications to public_face;
grant select, update on applications to office_face;
grant select, update on applications to worker;
grant select on applications to reporter;

alter table files add constraint files__application_id foreign key (application_id) references applications;
alter table files add constraint files__account_id foreign key (account_id) references accounts on delete cascade;
alter table files enable row level security;
create policy files__own on files to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy files__agency on files to office_face
  using (exists (select 1 from applications a where a.id = files.application_id)) with check (exists (select 1 from applications a where a.id = files.application_id));
create policy files__worker on files to worker using (true) with check (true);
grant select, insert on files to public_face;
grant update (application_id, removed_at) on files to public_face;
grant select on files to office_face;
grant select, insert, update on files to worker;

create table application_events (
  application_id uuid not null references applications,
  seq int not null,
  kind text not null constraint application_events__kind check (kind in (
    'submitted', 'amended', 'withdrawn', 'confirmed', 'confirmation-refused', 'returned', 'vetting-recorded',
    'diploma-recorded', 'reviewed', 'recognised', 'not-recognised')),
  at timestamptz not null,
  actor_kind text not null constraint application_events__actor_kind check (actor_kind in ('applicant', 'officer', 'system')),
  actor_id uuid,
  agency_code text not null,
  -- Status after the event, so that a fold can be compared (I-08).
  status text not null,
  -- Codes, ids and dates; no document numbers, no contacts.
  data jsonb not null,
  primary key (application_id, seq)
);
comment on table application_events is 'Append-only history of a case, written in the transaction of the change.';
alter table application_events enable row level security;
create policy application_events__own on application_events to public_face
  using (exists (select 1 from applications a where a.id = application_events.application_id)) with check (exists (select 1 from applications a where a.id = application_events.application_id));
create policy application_events__agency on application_events to office_face
  using (exists (select 1 from applications a where a.id = application_events.application_id)) with check (exists (select 1 from applications a where a.id = application_events.application_id));
create policy application_events__worker on application_events to worker using (true) with check (true);
grant select, insert on application_events to public_face, office_face, worker;
grant select on application_events to reporter;

create table evidence_uses (
  application_id uuid not null references applications,
  evidence_id uuid not null references evidence,
  purpose text not null constraint evidence_uses__purpose check
    (purpose in ('exam-proof', 'putonghua', 'enrolment', 'education', 'degree', 'diploma')),
  -- A proof that may be used once stands here; two live uses cannot be.
  exclusive_key text,
  state text not null constraint evidence_uses__state check (state in ('reserved', 'consumed', 'released')),
  primary key (application_id, evidence_id, purpose)
);
comment on table evidence_uses is 'Which application holds which record: reserved on submit, consumed on 认定通过, released otherwise.';
create unique index evidence_uses__exclusive_key on evidence_uses (exclusive_key) where state <> 'released';
create index evidence_uses__evidence_id on evidence_uses (evidence_id);
alter table evidence_uses enable row level security;
create policy evidence_uses__own on evidence_uses to public_face
  using (exists (select 1 from applications a where a.id = evidence_uses.application_id)) with check (exists (select 1 from applications a where a.id = evidence_uses.application_id));
create policy evidence_uses__agency on evidence_uses to office_face
  using (exists (select 1 from applications a where a.id = evidence_uses.application_id)) with check (exists (select 1 from applications a where a.id = evidence_uses.application_id));
create policy evidence_uses__worker on evidence_uses to worker using (true) with check (true);
grant select, insert, update, delete on evidence_uses to public_face;
grant select, insert, update on evidence_uses to office_face;
grant select, insert, update on evidence_uses to worker;

-- Officers see the records a case of theirs uses, and no others.
create policy evidence__agency on evidence for select to office_face
  using (exists (select 1 from evidence_uses u where u.evidence_id = evidence.id));
grant select on evidence to office_face;

-- An officer asks for the diploma of a final-term student of their own agency (domain §9.1).
create policy verifications__agency on verifications for select to office_face
  using (kind = 'diploma' and exists (select 1 from applications a where a.id = verifications.application_id));
create policy verifications__diploma on verifications for insert to office_face
  with check (kind = 'diploma' and exists (select 1 from applications a where a.id = verifications.application_id));
grant select, insert on verifications to office_face;

create table consents (
  id uuid primary key,
  account_id uuid not null references accounts,
  application_id uuid not null references applications,
  purpose text not null constraint consents__purpose check (purpose in ('agreement', 'offence-query', 'promise')),
  -- Policy row of the text and its hash: what exactly was agreed to.
  policy_version text not null,
  text_hash bytea not null,
  given_at timestamptz not null,
  constraint consents__application_id_purpose_policy_version unique (application_id, purpose, policy_version)
);
comment on table consents is 'Consents by purpose with the version of the text (PIPL art. 29).';
alter table consents enable row level security;
create policy consents__own on consents to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy consents__agency on consents for select to office_face using (exists (select 1 from applications a where a.id = consents.application_id));
create policy consents__worker on consents for select to worker using (true);
grant select, insert on consents to public_face;
grant select on consents to office_face, worker;

create table restriction_checks (
  id uuid primary key,
  account_id uuid not null references accounts,
  application_id uuid references applications,
  moment text not null constraint restriction_checks__moment check (moment in ('start', 'submit', 'conclusion', 'numbering')),
  checked_at timestamptz not null,
  outcome text not null constraint restriction_checks__outcome check (outcome in ('clear', 'barred', 'held')),
  restriction_id uuid
);
comment on table restriction_checks is 'Each look into the 限制库 and what it found.';
create unique index restriction_checks__id_application_id on restriction_checks (id, application_id);
create index restriction_checks__application_id on restriction_checks (application_id);
alter table restriction_checks enable row level security;
create policy restriction_checks__own on restriction_checks to public_face
  using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy restriction_checks__agency on restriction_checks to office_face
  using (exists (select 1 from applications a where a.id = restriction_checks.application_id)) with check (exists (select 1 from applications a where a.id = restriction_checks.application_id));
grant select, insert on restriction_checks to public_face, office_face;
grant select on restriction_checks to worker;

create table signings (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  draft_id uuid not null references drafts on delete cascade,
  token_hash bytea not null unique,
  device_key_hash bytea unique,
  offered_device_hash bytea not null,
  signing_device_hash bytea,
  device text,
  file_id uuid references files,
  policy_version text not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  signed_at timestamptz,
  accepted_at timestamptz,
  rejected_at timestamptz
);
comment on table signings is 'Signing the promise on a phone: one draft, one owner, five minutes, once (S-080).';
create index signings__draft_id on signings (draft_id);
alter table signings enable row level security;
create policy signings__own on signings to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
grant select, insert, update on signings to public_face;

-- The one question a phone without session asks: whose signing does this secret open?
create function signing_by_secret(secret_hash bytea) returns table (signing_id uuid, account_id uuid)
language sql stable security definer set search_path = public
  as $$
    select id, account_id from signings
    where (token_hash = secret_hash or device_key_hash = secret_hash)
      and expires_at > app_now() and signed_at is null and rejected_at is null
  $$;
grant execute on function signing_by_secret to public_face;

create table documents (
  id uuid primary key,
  kind text not null constraint documents__kind check (kind in ('application-form', 'acceptance-receipt')),
  application_id uuid not null references applications,
  -- Version of the case the document shows.
  case_version int not null,
  state text not null constraint documents__state check (state in ('waiting', 'ready', 'failed')),
  file_id uuid references files,
  requested_at timestamptz not null,
  constraint documents__application_id_kind_case_version unique (application_id, kind, case_version)
);
comment on table documents is 'PDFs made by jobs.';
alter table documents enable row level security;
create policy documents__own on documents to public_face
  using (kind = 'application-form' and exists (select 1 from applications a where a.id = documents.application_id))
  with check (exists (select 1 from applications a where a.id = documents.application_id));
create policy documents__agency on documents to office_face
  using (exists (select 1 from applications a where a.id = documents.application_id)) with check (exists (select 1 from applications a where a.id = documents.application_id));
create policy documents__worker on documents to worker using (true) with check (true);
grant select, insert on documents to public_face, office_face;
grant select, update on documents to worker;
grant select, insert on messages to office_face;
create policy messages__agency on messages for insert to office_face with check (exists (select 1 from applications a where a.id = messages.application_id));
create policy messages__agency_read on messages for select to office_face using (exists (select 1 from applications a where a.id = messages.application_id));
