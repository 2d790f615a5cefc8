-- Law as data is changed by two persons and never edited: policies, holiday notices, national windows (ADM-3, PLN-1).

-- Whether an agency decides about a scope: the nation, a region, or one agency; its own level and what lies below.
create function scope_is_under(wanted_scope text, upper_code text) returns boolean
language sql stable security definer set search_path = public
  as $$
    select case
      when upper_code = '00000' then true
      when wanted_scope = 'nation' then false
      when wanted_scope like 'agency:%' then agency_is_under(substr(wanted_scope, 8), upper_code)
      else exists (
        with recursive up as (
          select code, parent_code from regions where code = wanted_scope
          union all
          select r.code, r.parent_code from up join regions r on r.code = up.parent_code
        )
        select 1 from up join agencies a on a.region_code = up.code where a.code = upper_code)
    end
  $$;
grant execute on function scope_is_under to office_face;

create unique index if not exists staff_users__id_person_id on staff_users (id, person_id);

create table proposals (
  id uuid primary key,
  kind text not null constraint proposals__kind check
    (kind in ('policy-row', 'policy-end', 'calendar-year', 'round', 'closure', 'switch', 'extension')),
  scope text not null constraint proposals__scope check (scope ~ '^(nation|\d{6}|agency:\d{5})$'),
  -- What is to change, for example 'policy:degree.minimum'; one open proposal a scope and subject.
  subject text not null,
  -- What is proposed, complete; its shape is that of the kind (contract/src/office).
  body jsonb not null,
  source text not null,
  reason text not null,
  agency_code text not null references agencies,
  proposed_by uuid not null,
  proposed_person_id uuid not null,
  proposed_at timestamptz not null,
  state text not null default 'open' constraint proposals__state check (state in ('open', 'approved', 'returned', 'withdrawn')),
  decided_by uuid,
  decided_person_id uuid,
  decided_at timestamptz,
  decision_note text,
  constraint proposals__proposed_by_proposed_person_id foreign key (proposed_by, proposed_person_id)
    references staff_users (id, person_id),
  constraint proposals__decided_by_decided_person_id foreign key (decided_by, decided_person_id)
    references staff_users (id, person_id),
  constraint proposals__decided check
    (num_nonnulls(decided_by, decided_person_id, decided_at) = case when state = 'open' then 0 else 3 end),
  -- 四眼: two accounts of one person are one pair of eyes.
  constraint proposals__four_eyes check
    (state not in ('approved', 'returned') or decided_person_id is distinct from proposed_person_id),
  constraint proposals__withdrawn check (state <> 'withdrawn' or decided_person_id = proposed_person_id)
);
comment on table proposals is 'Proposed changes of policies, calendar and national windows: kept for ever, approved by a second person.';
create unique index proposals__scope_subject on proposals (scope, subject) where state = 'open';
create index proposals__proposed_at on proposals (proposed_at desc, id);
create index proposals__subject on proposals (subject, proposed_at desc);
create index proposals__agency_code on proposals (agency_code);
create index proposals__proposed_by on proposals (proposed_by, proposed_person_id);
create index proposals__decided_by on proposals (decided_by, decided_person_id);

alter table proposals enable row level security;
create policy proposals__read on proposals for select to office_face using (true);
create policy proposals__propose on proposals for insert to office_face
  with check (state = 'open' and proposed_by = app_officer_id() and agency_code = app_agency_code()
    and scope_is_under(scope, app_agency_code()));
create policy proposals__decide on proposals for update to office_face
  using (state = 'open' and scope_is_under(scope, app_agency_code()))
  with check (state <> 'open' and decided_by = app_officer_id());
create policy proposals__worker on proposals for select to worker using (true);
grant select, insert on proposals to office_face;
grant select on proposals to worker;
grant update (state, decided_by, decided_person_id, decided_at, decision_note) on proposals to office_face;

-- A text as a range of one, so that an exclusion constraint can compare it without an extension.
create type text_range as range (subtype = text);

alter table policies add column proposal_id uuid references proposals;
create unique index policies__proposal_id on policies (proposal_id);
create index policies__scope on policies (scope);
alter table policies add constraint policies__no_overlap exclude using gist
  (text_range(key, key, '[]') with &&, text_range(scope, scope, '[]') with &&, daterange(effective_from, effective_to) with &&);

alter table calendar_years add column proposal_id uuid references proposals;
create index calendar_years__proposal_id on calendar_years (proposal_id);

alter table rounds add column kind text not null default 'recognition'
  constraint rounds__kind check (kind in ('recognition', 'registration'));
-- 教资字〔2020〕1号: 上半年只开展认定, 下半年开展认定和定期注册.
alter table rounds add constraint rounds__registration_in_autumn check
  (kind <> 'registration' or extract(month from opens_at at time zone 'Asia/Shanghai') >= 7);
alter table rounds add column proposal_id uuid references proposals;
create index rounds__proposal_id on rounds (proposal_id);
create index rounds__closes_at on rounds (closes_at);

alter table closures add column proposal_id uuid references proposals;
create index closures__proposal_id on closures (proposal_id);
create index closures__closes_at on closures (closes_at);

create table function_switches (
  id uuid primary key,
  function text not null constraint function_switches__function check
    (function in ('submit', 'confirm', 'certificate-query', 'register', 'conclude')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  sentence text not null,
  proposal_id uuid references proposals,
  constraint function_switches__window check (closes_at > opens_at)
);
comment on table function_switches is 'Intervals in which one function of the system is switched off, with the sentence people read (S-078).';
create index function_switches__function on function_switches (function, closes_at);
create index function_switches__proposal_id on function_switches (proposal_id);

create table window_extensions (
  id uuid primary key,
  round_id uuid not null references rounds,
  province_code text not null references regions,
  closes_at timestamptz not null,
  -- 文号 and signer of the order.
  number text not null,
  signer text not null,
  reason text not null,
  proposal_id uuid not null references proposals,
  constraint window_extensions__number unique (number)
);
comment on table window_extensions is 'Orders that lengthen a national window for one province (domain §8.4).';
create index window_extensions__round_id on window_extensions (round_id, province_code);
create index window_extensions__province_code on window_extensions (province_code);
create index window_extensions__proposal_id on window_extensions (proposal_id);

create table calendar_runs (
  proposal_id uuid primary key references proposals,
  year int not null,
  -- Everything up to this case is done; moved in the transaction that moves the due days.
  after_id uuid,
  seen int not null default 0,
  moved int not null default 0,
  settled int not null default 0,
  finished_at timestamptz
);
comment on table calendar_runs is 'How far the due days of open cases have followed a holiday notice, and how many moved.';
create index applications__due_open on applications (id) where due_on is not null and stage <> 'closed';

grant select on function_switches, window_extensions to public_face, office_face, partner_face, worker, reporter;
grant select on calendar_runs to office_face, worker;
grant update (after_id, seen, moved, settled, finished_at) on calendar_runs to worker;

-- What a policy proposal does: the row before it ends where the new one begins, nothing else of it changes; an end lies
-- ahead of today.
create function private.apply_policy(p proposals, today date) returns void language plpgsql as $$
declare
  policy_key text := substr(p.subject, 8);
  starts_on date := (p.body ->> 'effectiveFrom')::date;
  ends_on date := (p.body ->> 'effectiveTo')::date;
begin
  if p.kind = 'policy-end' then
    if ends_on <= today then raise exception 'a rule does not end in the past'; end if;
    update policies set effective_to = ends_on
      where key = policy_key and scope = p.scope and effective_from = starts_on and effective_to is null;
    if not found then raise exception 'no open rule to end'; end if;
    return;
  end if;
  if starts_on < today then raise exception 'a rule does not begin in the past'; end if;
  update policies set effective_to = starts_on
    where key = policy_key and scope = p.scope and effective_from < starts_on and (effective_to is null or effective_to > starts_on);
  insert into policies (id, key, scope, effective_from, effective_to, value, source, proposal_id)
    values (gen_random_uuid(), policy_key, p.scope, starts_on, ends_on, p.body -> 'value', p.source, p.id);
end $$;

-- What a holiday notice does: the year is covered and its days are those of the notice.
create function private.apply_calendar_year(p proposals) returns void language plpgsql as $$
declare
  notice_year int := (p.body ->> 'year')::int;
begin
  insert into calendar_runs (proposal_id, year) values (p.id, notice_year);
  delete from calendar_days where extract(year from day) = notice_year;
  insert into calendar_days (day, kind)
    select (holiday ->> 'day')::date, 'holiday' from jsonb_array_elements(p.body -> 'holidays') as holiday
    union all
    select day::date, 'workday' from jsonb_array_elements_text(p.body -> 'workdays') as day
    on conflict (day) do update set kind = excluded.kind;
  insert into calendar_years (year, source, proposal_id) values (notice_year, p.source, p.id)
    on conflict (year) do update set source = excluded.source, proposal_id = excluded.proposal_id;
end $$;

-- What a change of the national windows does; a row that is there already keeps its id.
create function private.apply_window(p proposals) returns void language plpgsql as $$
declare
  row_id uuid := coalesce((p.body ->> 'id')::uuid, p.id);
  starts_at timestamptz := (p.body ->> 'opensAt')::timestamptz;
  ends_at timestamptz := (p.body ->> 'closesAt')::timestamptz;
begin
  if p.kind = 'round' then
    insert into rounds (id, name, kind, opens_at, closes_at, proposal_id)
      values (row_id, p.body ->> 'name', p.body ->> 'roundKind', starts_at, ends_at, p.id)
      on conflict (id) do update set name = excluded.name, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        proposal_id = excluded.proposal_id;
  elsif p.kind = 'closure' then
    insert into closures (id, opens_at, closes_at, sentence, proposal_id)
      values (row_id, starts_at, ends_at, p.body ->> 'sentence', p.id)
      on conflict (id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        sentence = excluded.sentence, proposal_id = excluded.proposal_id;
  elsif p.kind = 'switch' then
    insert into function_switches (id, function, opens_at, closes_at, sentence, proposal_id)
      values (row_id, p.body ->> 'function', starts_at, ends_at, p.body ->> 'sentence', p.id)
      on conflict (id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        sentence = excluded.sentence, proposal_id = excluded.proposal_id;
  else
    insert into window_extensions (id, round_id, province_code, closes_at, number, signer, reason, proposal_id)
      values (row_id, (p.body ->> 'roundId')::uuid, p.body ->> 'provinceCode', ends_at, p.body ->> 'number',
        p.body ->> 'signer', p.reason, p.id);
  end if;
end $$;

-- Law is written here and nowhere else: no office role holds a grant on these tables. Only in the transaction of the
-- approval, so that nothing can be applied twice.
create function apply_proposal(wanted_id uuid) returns void language plpgsql security definer set search_path = public as $$
declare
  p proposals;
begin
  select * into p from proposals where id = wanted_id and state = 'approved' and decided_at = app_now();
  if not found then raise exception 'not approved in this transaction'; end if;
  if p.kind in ('policy-row', 'policy-end') then
    perform private.apply_policy(p, (app_now() at time zone 'Asia/Shanghai')::date);
  elsif p.kind = 'calendar-year' then
    perform private.apply_calendar_year(p);
  else
    perform private.apply_window(p);
  end if;
end $$;
grant execute on function apply_proposal to office_face;
