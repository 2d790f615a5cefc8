-- One home for stopping and freeing certificates: whatever changes in the 限制库 about a person, their certificates follow,
-- with the event and the work of the issuing agency (S-072, RES-6).
create function align_certificates(of_entry uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  person bytea;
  bar uuid;
  freed record;
begin
  select person_index into person from restrictions where id = of_entry;
  if person is null then return; end if;
  select restriction_id into bar from restriction_outcome(person, (app_now() at time zone 'Asia/Shanghai')::date)
    where outcome = 'barred';
  if bar is not null then
    perform suspend_certificates(person, bar);
    return;
  end if;
  for freed in
    update certificates set state = 'valid' where person_index = person and state = 'suspended' returning id
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, restriction_id)
      select freed.id, coalesce(max(seq), 0) + 1, 'restored', app_now(), 'restriction', of_entry
      from certificate_events where certificate_id = freed.id;
    update revocation_items set closed_at = app_now() where certificate_id = freed.id and closed_at is null;
  end loop;
end $$;
revoke execute on function align_certificates from public;
grant execute on function align_certificates to worker;

-- The worker changes certificates through the function alone.
drop policy certificates__suspend on certificates;
revoke update (state) on certificates from worker;
