-- What the boards read: open cases by agency and due day alone. The stages and points of case_counters are many times
-- more rows, and a board of a province or of the nation adds them up for every agency below it (L-16).
create table case_due_counters (
  agency_code text not null references agencies,
  due_on date,
  count integer not null,
  constraint case_due_counters__place unique nulls not distinct (agency_code, due_on)
);
comment on table case_due_counters is 'Open cases by agency and due day; exact together with case_counter_changes.';
-- No role reads it itself: count_cases_below is the way.
alter table case_due_counters enable row level security;
insert into case_due_counters (agency_code, due_on, count) select agency_code, due_on, sum(count) from case_counters group by 1, 2;

create or replace function fold_case_counters() returns void language plpgsql security definer set search_path = public as $$
begin
  with taken as (delete from case_counter_changes returning agency_code, point_id, stage, due_on, delta),
  by_due as (
    insert into case_due_counters as c (agency_code, due_on, count)
    select agency_code, due_on, sum(delta) from taken group by 1, 2 order by 1, 2
    on conflict on constraint case_due_counters__place do update set count = c.count + excluded.count
  )
  insert into case_counters as c (agency_code, point_id, stage, due_on, count)
  select agency_code, point_id, stage, due_on, sum(delta) from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict on constraint case_counters__place do update set count = c.count + excluded.count;
  delete from case_counters where count = 0;
  delete from case_due_counters where count = 0;
end $$;

-- Open cases of each agency directly below this one, with everything below it, by due day; nothing unless the
-- transaction reads below and this agency is one's own or answers to it (S-050). Past the row policies: their test of
-- each row costs several times the sum.
create function count_cases_below(upper_code text) returns table (agency_code text, due_on date, count bigint)
language sql stable security definer set search_path = public
  as $$
    with recursive below as (
      select a.code, a.code as top from agencies a
      where a.parent_code = upper_code and upper_code = any (app_agencies_below())
      union all
      -- offset 0 keeps the index of parents in use: the planner expects hundreds of rows where there are ten.
      select a.code, b.top from below b cross join lateral (select code from agencies where parent_code = b.code offset 0) a
    )
    select b.top, n.due_on, sum(n.count) from below b cross join lateral (
      select c.due_on, c.count from case_due_counters c where c.agency_code = b.code
      union all
      select c.due_on, c.delta::integer from case_counter_changes c where c.agency_code = b.code
    ) n
    group by 1, 2
  $$;
revoke execute on function count_cases_below from public;
grant execute on function count_cases_below to office_face;
