-- S-141: an event can be shown to anybody without showing its neighbours. The chain is taken over a digest of each row, so
-- that a proof carries the row itself and only digests of those behind it, up to a signed checkpoint. Rows from before
-- keep the hash they were written with.
alter table audit_events add column digest bytea;
comment on column audit_events.digest is 'SHA-256 of the row as text and its MAC; null in rows from before, whose hash covers the text itself.';

create function audit_said(line audit_events) returns text language sql stable set search_path = public
  return line.seq || '|' || to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '|' || audit_text(line);
create function audit_digest(line audit_events) returns bytea language sql stable set search_path = public
  return sha256(convert_to(audit_said(line), 'UTF8') || line.mac);
-- The hash that follows from what stands in the row.
create function audit_link(line audit_events) returns bytea language sql stable set search_path = public
  return case when line.digest is null then sha256(line.previous || convert_to(audit_said(line), 'UTF8') || line.mac)
    else sha256(line.previous || audit_digest(line)) end;
revoke execute on function audit_said, audit_digest, audit_link from public;
grant execute on function audit_said, audit_digest, audit_link to auditor, worker;

CREATE OR REPLACE FUNCTION append_audit(facts jsonb)
 RETURNS TABLE(seq bigint, seconds_back integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $$
declare
  line audit_events;
  chain audit_lanes;
begin
  line := jsonb_populate_record(null::audit_events, facts - array['address_hash', 'device_hash', 'before_hash', 'after_hash', 'mac']);
  line.address_hash := decode(facts ->> 'address_hash', 'hex');
  line.device_hash := decode(facts ->> 'device_hash', 'hex');
  line.before_hash := decode(facts ->> 'before_hash', 'hex');
  line.after_hash := decode(facts ->> 'after_hash', 'hex');
  line.mac := decode(facts ->> 'mac', 'hex');
  line.lane := (get_byte(sha256(convert_to(line.object_kind || ':' || line.object_id, 'UTF8')), 0) % 64)::smallint;
  line.at := app_now();
  select * into chain from audit_lanes l where l.lane = line.lane for update;
  line.seq := chain.last_seq + 1;
  line.previous := chain.head;
  line.digest := audit_digest(line);
  line.hash := sha256(chain.head || line.digest);
  insert into audit_events (lane, seq, id, at, event, outcome, actor_kind, actor_id, agency_code, key_serial, object_kind, object_id,
      address_hash, correlation_id, detail, mac, previous, hash, actor_person_id, actor_roles, device_hash, reason, before_hash, after_hash, digest)
    values (line.lane, line.seq, line.id, line.at, line.event, line.outcome, line.actor_kind, line.actor_id, line.agency_code,
      line.key_serial, line.object_kind, line.object_id, line.address_hash, line.correlation_id, line.detail, line.mac, line.previous,
      line.hash, line.actor_person_id, line.actor_roles, line.device_hash, line.reason, line.before_hash, line.after_hash, line.digest);
  update audit_lanes l set last_seq = line.seq, head = line.hash, last_at = line.at where l.lane = line.lane;
  seq := line.seq;
  -- A transaction tells the time of its beginning, so two in a row may be some seconds apart the wrong way round.
  seconds_back := case when chain.last_at - line.at > interval '2 minutes' then extract(epoch from chain.last_at - line.at)::int else 0 end;
  return next;
end $$;

create or replace function audit_event_of(wanted uuid)
returns table (line audit_events, is_content_whole boolean, is_chained boolean)
language sql stable security definer set search_path = public
  as $$
    select e, audit_link(e) = e.hash and (e.digest is null or e.digest = audit_digest(e)),
      e.previous = coalesce((select b.hash from audit_events b where b.lane = e.lane and b.seq = e.seq - 1), '\x')
    from audit_events e where e.id = wanted and audit_visible(e)
  $$;

-- What proves an event: the row as text, its MAC, the hash before it, the first checkpoint that covers it, and the digests
-- of the rows behind it up to that checkpoint. For auditors, of their own tree.
create index audit_checkpoints__made_at on audit_checkpoints (made_at);
create function audit_proof_of(wanted uuid)
returns table (lane smallint, seq bigint, said text, mac bytea, previous bytea, checkpoint bigint, made_at timestamptz,
  size bigint, heads jsonb, root bytea, signature text, later bytea[])
language sql stable security definer set search_path = public
  as $$
    select e.lane, e.seq, audit_said(e), e.mac, e.previous, c.number, c.made_at, c.size, c.heads, c.root, c.signature,
      array(select l.digest from audit_events l where l.lane = e.lane and l.seq > e.seq
        and l.seq <= (c.heads -> e.lane::int ->> 'seq')::bigint order by l.seq)
    from audit_events e
    left join lateral (
      select * from audit_checkpoints k
      where k.made_at >= e.at - interval '5 minutes' and (k.heads -> e.lane::int ->> 'seq')::bigint >= e.seq
      order by k.made_at, k.number limit 1
    ) c on true
    where e.id = wanted and e.digest is not null and audit_visible(e)
  $$;
grant execute on function audit_proof_of to office_face;

-- How the chains grew between two checkpoints: digests alone, so that a witness who holds the older one can check the newer.
create function audit_growth(from_number bigint, to_number bigint)
returns table (lane smallint, digests bytea[])
language sql stable security definer set search_path = public
  as $$
    select g.lane, array_agg(e.digest order by e.seq)
    from audit_checkpoints a, audit_checkpoints b, generate_series(0, 63) as g (lane)
    join audit_events e on e.lane = g.lane
    where a.number = from_number and b.number = to_number and private.is_auditor()
      and e.seq > (a.heads -> g.lane ->> 'seq')::bigint and e.seq <= (b.heads -> g.lane ->> 'seq')::bigint
    group by g.lane order by g.lane
  $$;
grant execute on function audit_growth to office_face;

-- Checkpoints are made to be seen: sizes, hashes and signatures, nothing about anybody.
grant select on audit_checkpoints to public_face, office_face;
