create table jobs (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  -- One waiting job per key: asking twice for the same thing is one job.
  dedupe_key text,
  state text not null default 'waiting'
    constraint jobs__state check (state in ('waiting', 'running', 'done', 'dead')),
  run_at timestamptz not null,
  attempts int not null default 0,
  max_attempts int not null default 8,
  lease_until timestamptz,
  -- Grows with each take-over; a write that carries an older fence is refused (R-044).
  fence bigint not null default 0,
  last_error text,
  created_at timestamptz not null default app_now(),
  finished_at timestamptz
);
comment on table jobs is 'Outbox and work queue: everything that leaves the system or takes long. Payloads hold ids only.';
create index jobs__due on jobs (run_at, id) where state = 'waiting';
create index jobs__lease on jobs (lease_until) where state = 'running';
create unique index jobs__dedupe_key on jobs (dedupe_key) where state = 'waiting';
create index jobs__finished on jobs (finished_at) where state = 'done';

create function private.announce_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('jobs', '');
  return null;
end $$;
create trigger jobs__announce after insert on jobs for each statement execute function private.announce_job();

grant insert on jobs to public_face, office_face, partner_face;
grant select, insert, update, delete on jobs to worker;

create table idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  -- SM3 of the canonical input: the same key with another body is refused.
  input_hash bytea not null,
  -- Ids, numbers and dates only; no personal data (architecture §3 rule 5).
  outcome jsonb,
  created_at timestamptz not null default app_now(),
  primary key (scope, key)
);
comment on table idempotency_keys is 'What a command answered, written in its own transaction; a repeat answers the same. Kept until 90 days after the round.';
create index idempotency_keys__created_at on idempotency_keys (created_at);
grant select, insert, update on idempotency_keys to public_face, office_face, partner_face;
grant select, delete on idempotency_keys to worker;

create unlogged table rate_counters (
  key bytea primary key,
  -- Theoretical arrival time of the generic cell rate algorithm.
  arrival_at timestamptz not null
);
comment on table rate_counters is 'Shared rate limits (GCRA): one timestamp per hashed key. Unlogged: a crash forgives everybody.';
grant select, insert, update, delete on rate_counters to public_face, office_face, partner_face, worker;

-- Takes one token of `burst` that refill every `period`; null when taken, else how long to wait.
create function take_token(counter_key bytea, period interval, burst int) returns interval
language plpgsql as $$
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
end $$;

grant execute on function take_token to public_face, office_face, partner_face, worker;

create table files (
  id uuid primary key,
  -- Exactly one side owns a file: the person, or the agency of a case document.
  account_id uuid,
  application_id uuid,
  kind text not null constraint files__kind check (kind in ('photo', 'signature', 'document')),
  hash text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  created_at timestamptz not null default app_now(),
  removed_at timestamptz
);
comment on table files is 'Uploads and made documents; content lies in the file store under its hash.';
create index files__account_id on files (account_id);
create index files__application_id on files (application_id);
create index files__hash on files (hash);

create table puzzles (
  id uuid primary key,
  background bytea not null,
  piece bytea not null,
  gap_x int not null,
  gap_y int not null,
  width int not null,
  height int not null,
  piece_size int not null,
  created_at timestamptz not null default app_now()
);
comment on table puzzles is 'Pool of ready slider puzzles, made by a job.';
grant select on puzzles to public_face;
grant select, insert, delete on puzzles to worker;

create unlogged table challenges (
  id uuid primary key,
  purpose text not null constraint challenges__purpose check (purpose in ('sign-in', 'phone-code')),
  device_hash bytea not null,
  gap_x int not null,
  work text not null,
  bits int not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  solved_by text constraint challenges__solved_by check (solved_by in ('slider', 'work')),
  proof_hash bytea unique,
  used_at timestamptz
);
comment on table challenges is 'Captcha challenges: one purpose, one device, one use, 120 seconds (S-014).';
create index challenges__expires_at on challenges (expires_at);
grant select, insert, update on challenges to public_face;
grant select, delete on challenges to worker;
