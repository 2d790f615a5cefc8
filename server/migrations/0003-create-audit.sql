create table audit_lanes (
  lane smallint primary key constraint audit_lanes__lane check (lane between 0 and 63),
  last_seq bigint not null default 0,
  head bytea not null default '\x'
);
comment on table audit_lanes is 'Head of each of the 64 hash chains.';
insert into audit_lanes (lane) select generate_series(0, 63);

create table audit_events (
  lane smallint not null references audit_lanes,
  seq bigint not null,
  id uuid not null unique,
  at timestamptz not null,
  event text not null,
  outcome text not null constraint audit_events__outcome check (outcome in ('done', 'refused', 'denied', 'read')),
  actor_kind text not null constraint audit_events__actor_kind check (actor_kind in ('nobody', 'applicant', 'officer', 'system')),
  actor_id uuid,
  agency_code text,
  key_serial text,
  object_kind text not null,
  object_id text not null,
  address_hash bytea,
  correlation_id text not null,
  -- Codes, ids and hashes only; no personal data in clear.
  detail jsonb not null,
  -- Keyed outside the database, so that nobody who holds only the database can forge a row (S-140).
  mac bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (lane, seq)
);
comment on table audit_events is 'Append-only audit: 64 hash-chained lanes chosen by object.';
create index audit_events__object on audit_events (object_kind, object_id);
create index audit_events__at on audit_events (at);

create table audit_checkpoints (
  number bigint generated always as identity primary key,
  made_at timestamptz not null,
  size bigint not null,
  heads jsonb not null,
  root bytea not null,
  signature text not null
);
comment on table audit_checkpoints is 'Signed Merkle roots over all lane heads; the same record is published outside the database.';

-- What the row says, in the one order that hash and MAC are computed over.
create function audit_text(
  id uuid, event text, outcome text, actor_kind text, actor_id uuid, agency_code text, key_serial text,
  object_kind text, object_id text, address_hash bytea, correlation_id text, detail jsonb
) returns text language sql immutable
  return concat_ws('|', id, event, outcome, actor_kind, coalesce(actor_id::text, '-'), coalesce(agency_code, '-'),
    coalesce(key_serial, '-'), object_kind, object_id, coalesce(encode(address_hash, 'hex'), '-'), correlation_id, detail::text);

-- The only way a row comes into being. Runs inside the business transaction: no audit, no command (S-142).
create function append_audit(
  new_id uuid, new_event text, new_outcome text, new_actor_kind text, new_actor_id uuid, new_agency_code text,
  new_key_serial text, new_object_kind text, new_object_id text, new_address_hash bytea, new_correlation_id text,
  new_detail jsonb, new_mac bytea
) returns bigint language plpgsql security definer set search_path = public as $$
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
end $$;
grant execute on function audit_text to worker, auditor;
grant execute on function append_audit to public_face, office_face, partner_face, worker;
grant select on audit_events, audit_lanes, audit_checkpoints to auditor, worker;
grant insert on audit_checkpoints to worker;
