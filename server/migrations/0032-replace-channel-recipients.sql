-- The tree is walked once for a post, not once for each agency of the nation.
create or replace function channel_recipients(of_post uuid)
returns table (agency_code text, agency_name text, user_id uuid, name text, read_at timestamptz, confirmed_at timestamptz)
language sql stable security definer set search_path = public
  as $$
    with post as (
      select * from channel_posts p where p.id = of_post and p.agency_code = app_agency_code()
    ), reached as (
      select below.code from post p cross join lateral agencies_under(p.agency_code) as below(code)
        where p.audience = 'below' and below.code <> p.agency_code
      union
      select a.code from post p join agencies a on a.parent_code = p.agency_code where p.audience = 'direct'
      union
      select p.to_agency_code from post p where p.audience = 'agency'
    )
    select a.code, a.name, u.id, s.name, c.read_at, c.confirmed_at
    from post p cross join reached r join agencies a on a.code = r.code and a.status = 'active'
    join staff_users u on u.agency_code = r.code and u.enabled and not ('audit' = any (u.roles))
      and (cardinality(p.roles) = 0 or u.roles && p.roles)
    join staff_people s on s.id = u.person_id left join channel_receipts c on c.post_id = p.id and c.user_id = u.id
  $$;

-- The same for the auditor's tree: one list of codes for the whole search.
create or replace function audit_search(asked jsonb, most int) returns setof audit_events
language plpgsql stable security definer set search_path = public as $$
declare
  tree text[] := array(select agencies_under(app_agency_code()));
  is_all boolean := app_agency_code() = '00000';
begin
  if not private.is_auditor() then return; end if;
  return query
    select e.* from audit_events e
    where e.at >= (asked ->> 'from')::timestamptz and e.at < (asked ->> 'to')::timestamptz
      and (asked ->> 'before' is null or e.number < (asked ->> 'before')::bigint)
      and (asked ->> 'event' is null or e.event = asked ->> 'event' or starts_with(e.event, (asked ->> 'event') || '.'))
      and (asked ->> 'outcome' is null or e.outcome = asked ->> 'outcome')
      and (asked ->> 'object' is null or e.object_id = asked ->> 'object')
      and (asked ->> 'agency' is null or e.agency_code = asked ->> 'agency')
      and (asked ->> 'actor' is null or e.actor_id in (select u.id from staff_users u where u.username = asked ->> 'actor'))
      and (is_all or e.agency_code = any (tree) or (e.agency_code is null and case
        when e.object_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
        when e.object_kind = 'application'
          then exists (select 1 from applications a where a.id = e.object_id::uuid and a.agency_code = any (tree))
        when e.object_kind = 'consultation'
          then exists (select 1 from consultations c where c.id = e.object_id::uuid and c.agency_code = any (tree))
        else false end))
    order by e.number desc limit least(most, 10001);
end $$;
