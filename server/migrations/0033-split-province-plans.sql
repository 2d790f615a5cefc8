-- The plan of a province belongs to its agency, not to its region: 新疆 and 兵团 share a region, and one would have
-- overwritten the other's windows (PLN-3). For the same reason a row of policy for a region is written by the agencies
-- of that region's own province, and for a city of 兵团 by the agencies above it (ADM-3).
alter table province_plans add column agency_code text references agencies;
update province_plans v set agency_code = (
  select a.code from agencies a where a.level = 'province' and left(a.code, 2) = left(v.region_code, 2));
alter table province_plans alter column agency_code set not null, drop column region_code,
  add constraint province_plans__round_id_agency_code unique (round_id, agency_code);
create index province_plans__agency_code on province_plans (agency_code);

create or replace function put_plan_in_force(wanted_id uuid) returns boolean language plpgsql security definer set search_path = public as $$
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
    insert into province_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at,
        confirm_closes_at, announce_by, complete_by)
      values (p.id, p.round_id, p.agency_code, network.opens_at, network.closes_at, confirm.opens_at, confirm.closes_at,
        (n.content ->> 'announceBy')::date, (n.content ->> 'completeBy')::date)
      on conflict (round_id, agency_code) do update set network_opens_at = excluded.network_opens_at,
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

create or replace function scope_is_under(wanted_scope text, upper_code text) returns boolean
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
        select 1 from up join agencies a on a.region_code = up.code
        where a.code = upper_code and left(a.code, 2) = left(wanted_scope, 2)
      ) or exists (
        select 1 from agencies b
        where b.region_code = wanted_scope and b.level <> 'province' and agency_is_under(b.code, upper_code))
    end
  $$;
