create table restrictions (
  id uuid primary key,
  person_index bytea not null,
  name text not null,
  kind text not null constraint restrictions__kind check
    (kind in ('lost', 'revoked-fraud', 'revoked-conduct', 'exam-cheat', 'licence-revoked', 'work-ban')),
  starts_on date not null,
  -- Last barred day; null means for life.
  ends_on date,
  state text not null constraint restrictions__state check (state in ('pending', 'effective', 'void')),
  decision_number text not null,
  decided_by text not null,
  entered_at timestamptz not null default app_now(),
  constraint restrictions__dates check (ends_on is null or ends_on >= starts_on)
);
comment on table restrictions is '限制库: bars on persons; pending entries already hold conclusions. Class C4.';
create index restrictions__person_index on restrictions (person_index) where state <> 'void';
grant select, insert on restrictions to worker;

-- The one question the faces may ask: is this person barred on that day?
create function restriction_outcome(wanted bytea, on_day date)
returns table (outcome text, restriction_id uuid, kind text, ends_on date)
language sql stable security definer set search_path = public
  as $$
    select case r.state when 'effective' then 'barred' else 'held' end, r.id, r.kind, r.ends_on
    from restrictions r
    where r.person_index = wanted and r.state <> 'void' and r.starts_on <= on_day and (r.ends_on is null or r.ends_on >= on_day)
    order by (r.state = 'effective') desc, r.ends_on desc nulls first limit 1
  $$;
grant execute on function restriction_outcome to public_face, office_face, worker;
