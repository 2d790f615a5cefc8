create table accounts (
  id uuid primary key,
  document_type text not null constraint accounts__document_type
    check (document_type in ('resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit')),
  -- Class C3: sealed; found again only by the keyed index of the normalised number.
  number_sealed bytea not null,
  person_index bytea not null,
  name text not null,
  sex smallint not null constraint accounts__sex check (sex in (1, 2)),
  birth_on date not null,
  ethnic_group text constraint accounts__ethnic_group check (ethnic_group ~ '^\d{2}$'),
  phone_sealed bytea not null,
  phone_index bytea not null,
  password_hash text not null,
  real_name_state text not null default 'waiting' constraint accounts__real_name_state
    check (real_name_state in ('proven', 'unproven', 'waiting', 'mismatch', 'not-found', 'taken')),
  real_name_checked_at timestamptz,
  -- A number belongs to an account only from here on (S-003).
  claimed_at timestamptz,
  created_at timestamptz not null default app_now(),
  lapses_at timestamptz,
  constraint accounts__claim check ((claimed_at is not null) = (real_name_state = 'proven')),
  constraint accounts__lapse check ((lapses_at is null) = (claimed_at is not null))
);
comment on table accounts is 'Applicants and teachers; the account is the person on the portal side.';
create unique index accounts__person_index_claimed on accounts (person_index) where claimed_at is not null;
create index accounts__person_index on accounts (person_index);
create index accounts__lapses_at on accounts (lapses_at) where lapses_at is not null;

alter table accounts enable row level security;
create policy accounts__own on accounts to public_face using (id = app_person_id()) with check (id = app_person_id());
create policy accounts__worker on accounts to worker using (true) with check (true);
grant select, insert on accounts to public_face;
grant update (ethnic_group, name, real_name_state, password_hash, phone_sealed, phone_index) on accounts to public_face;
grant select, update, delete on accounts to worker;

-- The one question sign-in asks across persons: which accounts stand under this number.
create function accounts_for_sign_in(wanted bytea)
returns table (id uuid, password_hash text, phone_sealed bytea, phone_index bytea, claimed boolean)
language sql stable security definer set search_path = public
  as 'select id, password_hash, phone_sealed, phone_index, claimed_at is not null from accounts
      where person_index = wanted and (lapses_at is null or lapses_at > app_now())
      order by claimed_at nulls last, created_at desc limit 5';
grant execute on function accounts_for_sign_in to public_face;

create table devices (
  account_id uuid not null references accounts on delete cascade,
  device_hash bytea not null,
  known_since timestamptz not null default app_now(),
  primary key (account_id, device_hash)
);
comment on table devices is 'Devices on which a person has once proven the phone; others are asked for a code.';
alter table devices enable row level security;
create policy devices__own on devices to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy devices__worker on devices to worker using (true);
grant select, insert on devices to public_face;

create table sessions (
  id uuid primary key,
  -- Only the hash of the cookie is stored (S-020).
  token_hash bytea not null unique,
  account_id uuid not null references accounts on delete cascade,
  device_hash bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
comment on table sessions is 'Applicant sessions: 30 minutes idle, 12 hours in all.';
create index sessions__account_id on sessions (account_id) where ended_at is null;
grant select, insert, update on sessions to public_face;
grant select, delete on sessions to worker;

create table sign_in_tickets (
  id uuid primary key,
  ticket_hash bytea not null unique,
  account_id uuid not null references accounts on delete cascade,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
comment on table sign_in_tickets is 'Right password, code still to come.';
grant select, insert, update on sign_in_tickets to public_face;
grant select, delete on sign_in_tickets to worker;

create table sign_in_failures (
  person_index bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
comment on table sign_in_failures is 'Consecutive failures per number, growing waits; known devices are not held up (S-005).';
grant select, insert, update, delete on sign_in_failures to public_face, worker;

create table phone_codes (
  id uuid primary key,
  purpose text not null constraint phone_codes__purpose check (purpose in ('register', 'certificate-query')),
  phone_index bytea not null,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
comment on table phone_codes is 'Codes sent to phones: one purpose, one device, five tries, five minutes.';
create index phone_codes__expires_at on phone_codes (expires_at);
grant select, insert, update on phone_codes to public_face;
grant select, delete on phone_codes to worker;

create table phone_sends (
  phone_index bytea not null,
  purpose text not null,
  last_at timestamptz not null,
  day date not null,
  sent_on_day int not null,
  primary key (phone_index, purpose)
);
comment on table phone_sends is 'One row a phone and purpose: 60 seconds apart, five a day, decided atomically (S-012).';
grant select, insert, update on phone_sends to public_face;
grant delete, select on phone_sends to worker;

create table messages (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  application_id uuid,
  channel text not null constraint messages__channel check (channel in ('sms', 'mail', 'site')),
  template text not null,
  -- Sealed until sent, then wiped: codes and numbers do not stay.
  address_sealed bytea,
  text_sealed bytea,
  -- What the person reads in the portal (留言 and notices); holds no document number.
  body text,
  sender text not null,
  state text not null constraint messages__state check (state in ('waiting', 'sent', 'failed', 'read', 'unread')),
  created_at timestamptz not null default app_now(),
  sent_at timestamptz,
  receipt text,
  dedupe_key text not null unique
);
comment on table messages is 'Outbox of SMS and mail, and the in-site inbox.';
create index messages__account_id on messages (account_id, created_at);
create index messages__application_id on messages (application_id);
alter table messages enable row level security;
create policy messages__own on messages for select to public_face using (account_id = app_person_id());
create policy messages__read on messages for update to public_face using (account_id = app_person_id());
create policy messages__send on messages for insert to public_face with check (account_id is null or account_id = app_person_id());
create policy messages__worker on messages to worker using (true) with check (true);
grant select, insert on messages to public_face;
grant update (state) on messages to public_face;
grant select, insert, update on messages to worker;

create table verifications (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null constraint verifications__kind check
    (kind in ('real-name', 'exam-proofs', 'putonghua', 'enrolment', 'education', 'degree', 'diploma')),
  -- The evidence row asked about, or null where the person as a whole is asked about.
  subject_id uuid,
  application_id uuid,
  -- Certificate number where no record exists yet: a diploma an officer asks about.
  asked text,
  state text not null constraint verifications__state check (state in ('requested', 'answered', 'late')),
  outcome text constraint verifications__outcome check (outcome in ('match', 'mismatch', 'not-found', 'source-down', 'limited')),
  differing_fields text[] not null default '{}',
  requested_at timestamptz not null,
  requested_on date not null,
  answered_at timestamptz,
  -- SOURCE_DOWN and LIMITED do not count against the daily tries (ACC-2).
  counts boolean not null default true,
  tries int not null default 0
);
comment on table verifications is 'Everything asked of an outside authority about a person: requested, answered, late.';
create unique index verifications__open on verifications (account_id, kind, coalesce(subject_id, account_id)) where state <> 'answered';
create index verifications__account_id_kind on verifications (account_id, kind, requested_at);
alter table verifications enable row level security;
create policy verifications__own on verifications to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy verifications__worker on verifications to worker using (true) with check (true);
grant select, insert on verifications to public_face;
grant select, insert, update on verifications to worker;

create table evidence (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null constraint evidence__kind check (kind in ('exam-proof', 'putonghua', 'enrolment', 'education', 'degree')),
  -- Number of the proof or certificate; the question's id for an enrolment, which has no number.
  key text not null,
  facts jsonb not null,
  state text not null constraint evidence__state check (state in ('waiting', 'match', 'mismatch', 'not-found', 'source-down', 'limited')),
  trust text not null constraint evidence__trust check (trust in ('issuer', 'officer', 'uploaded', 'declared')),
  differing_fields text[] not null default '{}',
  checked_at timestamptz,
  created_at timestamptz not null default app_now(),
  removed_at timestamptz
);
comment on table evidence is 'Evidence records of the personal centre; facts are what the source said, parsed by kind.';
create unique index evidence__account_id_kind_key on evidence (account_id, kind, key) where removed_at is null;
alter table evidence enable row level security;
create policy evidence__own on evidence to public_face using (account_id = app_person_id()) with check (account_id = app_person_id());
create policy evidence__worker on evidence to worker using (true) with check (true);
grant select, insert on evidence to public_face;
grant update (removed_at, state) on evidence to public_face;
grant select, insert, update on evidence to worker;
