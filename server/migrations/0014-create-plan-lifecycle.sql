-- Plans of provinces and agencies from draft to publication, with every version kept; what is in force stands in
-- province_plans, agency_plans, point_schedules and plan_windows, written by put_plan_in_force alone (PLN-3…PLN-5).

alter table province_plans add column announce_by date, add column complete_by date;
alter table agency_plans add column announce_by date, add column complete_by date;

create table plans (
  id uuid primary key,
  round_id uuid not null references rounds,
  agency_code text not null references agencies,
  -- The content somebody works on (contract/src/plan-content.ts).
  draft jsonb not null,
  draft_version integer not null default 1,
  updated_at timestamptz not null,
  constraint plans__round_id_agency_code unique (round_id, agency_code),
  constraint plans__id_agency_code unique (id, agency_code)
);
comment on table plans is '认定计划 and 定期注册计划: one an agency and round; its steps and versions stand in the tables below.';
create index plans__agency_code on plans (agency_code);

create table plan_submissions (
  id uuid primary key,
  plan_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  findings jsonb not null,
  justifications jsonb not null,
  handed_in_by uuid not null references staff_users,
  handed_in_person_id uuid not null references staff_people,
  handed_in_at timestamptz not null,
  constraint plan_submissions__plan_id_number unique (plan_id, number),
  constraint plan_submissions__id_handed_in_person_id unique (id, handed_in_person_id),
  constraint plan_submissions__plan foreign key (plan_id, agency_code) references plans (id, agency_code)
);
comment on table plan_submissions is 'What was handed in upward, with findings and justifications; append-only.';
create index plan_submissions__agency_code on plan_submissions (agency_code);
create index plan_submissions__handed_in_by on plan_submissions (handed_in_by);
create index plan_submissions__handed_in_person_id on plan_submissions (handed_in_person_id);

create table plan_reviews (
  submission_id uuid primary key,
  handed_in_person_id uuid not null,
  -- The agency that decided: the one above.
  agency_code text not null references agencies,
  approved boolean not null,
  reason text,
  reviewed_by uuid not null references staff_users,
  reviewer_person_id uuid not null references staff_people,
  reviewed_at timestamptz not null,
  constraint plan_reviews__submission foreign key (submission_id, handed_in_person_id)
    references plan_submissions (id, handed_in_person_id),
  constraint plan_reviews__two_persons check (reviewer_person_id <> handed_in_person_id),
  constraint plan_reviews__reason check (approved or reason is not null)
);
comment on table plan_reviews is 'Approval or return of a plan by the level above, by another person; append-only.';
create index plan_reviews__handed_in_person_id on plan_reviews (submission_id, handed_in_person_id);
create index plan_reviews__agency_code on plan_reviews (agency_code);
create index plan_reviews__reviewed_by on plan_reviews (reviewed_by);
create index plan_reviews__reviewer_person_id on plan_reviews (reviewer_person_id);

create table plan_publications (
  id uuid primary key,
  plan_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  submission_id uuid references plan_submissions,
  -- 延期决定: 文号, signer and reason; these three or a submission, or neither for the windows of the demonstration.
  order_number text,
  order_signer text,
  order_reason text,
  publish_at timestamptz not null,
  published_by uuid references staff_users,
  in_force_at timestamptz,
  constraint plan_publications__plan_id_number unique (plan_id, number),
  constraint plan_publications__submission_id unique (submission_id),
  constraint plan_publications__agency_code_order_number unique (agency_code, order_number),
  constraint plan_publications__order check (num_nonnulls(order_number, order_signer, order_reason) in (0, 3)),
  constraint plan_publications__source check (submission_id is null or order_number is null),
  constraint plan_publications__in_force check (in_force_at >= publish_at),
  constraint plan_publications__plan foreign key (plan_id, agency_code) references plans (id, agency_code)
);
comment on table plan_publications is 'What was published when, in order: first plan, changes, extension orders; append-only, nothing is edited in place.';
create index plan_publications__agency_code on plan_publications (agency_code);
create index plan_publications__published_by on plan_publications (published_by);

create table plan_windows (
  plan_id uuid not null references plans,
  round_id uuid not null references rounds,
  agency_code text not null references agencies,
  purpose text not null,
  number integer not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  routes text[] not null,
  person_kinds text[] not null,
  primary key (plan_id, purpose, number),
  constraint plan_windows__purpose check
    (purpose in ('network', 'confirm', 'umbrella', 'school', 'county', 'publicity', 'city', 'province')),
  constraint plan_windows__window check (closes_at > opens_at)
);
comment on table plan_windows is 'Phases of 网报, blocks of 确认 and stages of registration in force; without rows the windows of agency_plans hold.';
create index plan_windows__round_id_agency_code on plan_windows (round_id, agency_code);
create index plan_windows__agency_code on plan_windows (agency_code);

create table plan_tellings (
  publication_id uuid not null references plan_publications,
  application_id uuid not null references applications,
  primary key (publication_id, application_id)
);
comment on table plan_tellings is 'Who has been told of a change: once each (PLN-5).';
create index plan_tellings__application_id on plan_tellings (application_id);

alter table plans enable row level security;
alter table plan_submissions enable row level security;
alter table plan_reviews enable row level security;
alter table plan_publications enable row level security;
alter table plan_tellings enable row level security;
create function app_agency_children() returns text[] language sql stable security definer set search_path = public
  as $$ select array(select code from agencies where parent_code = app_agency_code()) $$;
grant execute on function app_agency_children to office_face;

create policy plans__agency on plans for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy plans__children on plans for select to office_face
  using (agency_code = any ((select app_agency_children())::text[]));
create policy plans__below on plans for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy plan_tellings__worker on plan_tellings for all to worker using (true) with check (true);
create policy plans__worker on plans for select to worker using (true);
create policy plan_submissions__agency on plan_submissions for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy plan_submissions__children on plan_submissions for select to office_face
  using (agency_code = any ((select app_agency_children())::text[]));
create policy plan_submissions__below on plan_submissions for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy plan_publications__agency on plan_publications for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy plan_publications__children on plan_publications for select to office_face
  using (agency_code = any ((select app_agency_children())::text[]));
create policy plan_publications__below on plan_publications for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy plan_publications__worker on plan_publications for select to worker using (true);
-- Whoever sees what was handed in sees the opinion on it; only the agency right above gives one (S-050).
create policy plan_reviews__read on plan_reviews for select to office_face
  using (exists (select 1 from plan_submissions s where s.id = submission_id));
create policy plan_reviews__superior on plan_reviews for insert to office_face
  with check (agency_code = app_agency_code() and reviewed_by = app_officer_id() and exists (
    select 1 from plan_submissions s join agencies a on a.code = s.agency_code
    where s.id = submission_id and a.parent_code = app_agency_code()));
grant select, insert on plans, plan_submissions, plan_reviews, plan_publications to office_face;
grant update (draft, draft_version, updated_at) on plans to office_face;
grant select on plans, plan_publications to worker;
grant select on plan_windows to public_face, office_face, partner_face, worker, reporter;
grant select, insert on plan_tellings to worker;

-- Instants of a list of windows as they stand in a content.
create function private.plan_span(windows jsonb, out opens_at timestamptz, out closes_at timestamptz) language sql immutable
  as $$ select min((w ->> 'opensAt')::timestamptz), max((w ->> 'closesAt')::timestamptz) from jsonb_array_elements(windows) as w $$;

create function private.lay_plan_windows(p plans, content jsonb) returns void language plpgsql as $$
begin
  delete from plan_windows where plan_id = p.id;
  insert into plan_windows (plan_id, round_id, agency_code, purpose, number, opens_at, closes_at, routes, person_kinds)
    select p.id, p.round_id, p.agency_code, w.purpose, row_number() over (partition by w.purpose order by w.place),
      (w.value ->> 'opensAt')::timestamptz, (w.value ->> 'closesAt')::timestamptz,
      array(select jsonb_array_elements_text(coalesce(w.value -> 'routes', '[]'))),
      array(select jsonb_array_elements_text(coalesce(w.value -> 'personKinds', '[]')))
    from (
      select 'network' as purpose, value, place from jsonb_array_elements(content -> 'phases') with ordinality as e (value, place)
      union all
      select 'confirm', value, place from jsonb_array_elements(content -> 'confirms') with ordinality as e (value, place)
      union all
      select value ->> 'stage', value, place from jsonb_array_elements(content -> 'stages') with ordinality as e (value, place)
      union all
      select 'umbrella', content -> 'umbrella', 1 where jsonb_typeof(content -> 'umbrella') = 'object'
    ) as w;
end $$;

-- The windows of a published content become those of the place. Everything that asks for windows follows at its next
-- transaction (R-056); only the agency itself and the worker may ask for it, once, and not before the hour.
create function put_plan_in_force(wanted_id uuid) returns boolean language plpgsql security definer set search_path = public as $$
declare
  n plan_publications;
  p plans;
  level text;
  network record;
  confirm record;
begin
  select * into n from plan_publications where id = wanted_id for update;
  if not found or n.in_force_at is not null or n.publish_at > app_now() then return false; end if;
  if app_officer_id() is not null and n.agency_code <> app_agency_code() then return false; end if;
  select * into p from plans where id = n.plan_id for update;
  select a.level into level from agencies a where a.code = p.agency_code;
  update plan_publications set in_force_at = app_now() where id = n.id;
  perform private.lay_plan_windows(p, n.content);
  if (select kind from rounds where id = p.round_id) = 'registration' then return true; end if;
  select * into network from private.plan_span(n.content -> 'phases');
  select * into confirm from private.plan_span(n.content -> 'confirms');
  if level = 'province' then
    insert into province_plans (id, round_id, region_code, network_opens_at, network_closes_at, confirm_opens_at,
        confirm_closes_at, announce_by, complete_by)
      select p.id, p.round_id, a.region_code, network.opens_at, network.closes_at, confirm.opens_at, confirm.closes_at,
        (n.content ->> 'announceBy')::date, (n.content ->> 'completeBy')::date
      from agencies a where a.code = p.agency_code
      on conflict (round_id, region_code) do update set network_opens_at = excluded.network_opens_at,
        network_closes_at = excluded.network_closes_at, confirm_opens_at = excluded.confirm_opens_at,
        confirm_closes_at = excluded.confirm_closes_at, announce_by = excluded.announce_by, complete_by = excluded.complete_by;
  end if;
  if level = 'province' and jsonb_array_length(n.content -> 'points') = 0 then return true; end if;
  insert into agency_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at,
      confirm_closes_at, decide_by, announce_by, complete_by)
    values (p.id, p.round_id, p.agency_code, network.opens_at, network.closes_at, confirm.opens_at, confirm.closes_at,
      (n.content ->> 'decideBy')::date, (n.content ->> 'announceBy')::date, (n.content ->> 'completeBy')::date)
    on conflict (round_id, agency_code) do update set network_opens_at = excluded.network_opens_at,
      network_closes_at = excluded.network_closes_at, confirm_opens_at = excluded.confirm_opens_at,
      confirm_closes_at = excluded.confirm_closes_at, decide_by = excluded.decide_by, announce_by = excluded.announce_by,
      complete_by = excluded.complete_by;
  delete from point_schedules s using agency_plans g
    where g.round_id = p.round_id and g.agency_code = p.agency_code and s.plan_id = g.id
      and not exists (select 1 from jsonb_array_elements(n.content -> 'points') as w where (w ->> 'pointId')::uuid = s.point_id);
  insert into point_schedules (plan_id, point_id, opens_at, closes_at)
    select g.id, (w ->> 'pointId')::uuid, (w ->> 'opensAt')::timestamptz, (w ->> 'closesAt')::timestamptz
    from agency_plans g, jsonb_array_elements(n.content -> 'points') as w
    where g.round_id = p.round_id and g.agency_code = p.agency_code
    on conflict (plan_id, point_id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at;
  return true;
end $$;
grant execute on function put_plan_in_force to office_face, worker;

-- How many drafts name the asking agency; whose they are stays unknown.
create index drafts__agency_code on drafts ((steps -> 'agency' ->> 'agencyCode'));
create function count_own_drafts() returns integer language sql stable security definer set search_path = public
  as $$ select count(*)::int from drafts where steps -> 'agency' ->> 'agencyCode' = app_agency_code() $$;
-- Bookings of the asking agency to come that lie outside these windows: [{pointId, opensAt, closesAt}].
create function count_bookings_outside(windows jsonb) returns integer language plpgsql stable security definer set search_path = public
  as $$ begin
    return (select count(*)::int from appointments a join appointment_slots s on s.id = a.slot_id
      where a.agency_code = app_agency_code() and a.state = 'booked' and s.starts_at > app_now() and not exists (
        select 1 from jsonb_to_recordset(windows) as w ("pointId" uuid, "opensAt" timestamptz, "closesAt" timestamptz)
        where w."pointId" = s.point_id and w."opensAt" <= s.starts_at and s.ends_at <= w."closesAt"));
  end $$;
-- Plans in force below the asking province that would lie outside these spans, in one round.
create function count_plans_outside(wanted_round uuid, network tstzrange, confirm tstzrange) returns integer
  language sql stable security definer set search_path = public
  as $$
    select count(*)::int from agency_plans p
    where p.round_id = wanted_round and p.agency_code <> app_agency_code() and agency_is_under(p.agency_code, app_agency_code())
      and (not network @> tstzrange(p.network_opens_at, p.network_closes_at)
        or not confirm @> tstzrange(p.confirm_opens_at, p.confirm_closes_at))
  $$;
grant execute on function count_own_drafts, count_bookings_outside, count_plans_outside to office_face;
