-- How many open cases wait for the notice on days off, over all agencies: a number, nobody's data (PLN-3).
create index applications__due_provisional on applications (id) where due_provisional and stage <> 'closed';
create function provisional_case_count() returns bigint language sql stable security definer set search_path = public
  as $$ select count(*) from applications where due_provisional and stage <> 'closed' and due_on is not null $$;
grant execute on function provisional_case_count to office_face;
