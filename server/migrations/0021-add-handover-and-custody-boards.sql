-- What the pages of 交接清单 and of the custodian register ask (ACC-8, ACC-12).

alter table handovers add column cancelled_because text;
alter table handovers add constraint handovers__cancelled check ((cancelled_at is null) = (cancelled_because is null));
grant update (cancelled_because) on handovers to office_face;
create index handovers__open on handovers (due_on, id) where closed_at is null and cancelled_at is null;
create index staff_people__left_at on staff_people (left_at, id) where left_at is not null;

-- Signed text is frozen; what is over stays as it was.
create function private.keep_handover() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.closed_at is not null or old.cancelled_at is not null then
    raise exception 'a handover that is over does not change' using errcode = '23514', constraint = 'handovers__over';
  end if;
  if (new.items is distinct from old.items or new.remarks is distinct from old.remarks)
     and exists (select 1 from handover_signatures s where s.handover_id = new.id) then
    raise exception 'a signed handover does not change' using errcode = '23514', constraint = 'handovers__frozen';
  end if;
  if new.closed_at is not null and (select count(*) from handover_signatures s where s.handover_id = new.id) < 2 then
    raise exception 'a handover closes with two signatures' using errcode = '23514', constraint = 'handovers__two_signatures';
  end if;
  return new;
end $$;
create trigger handovers__keep before update on handovers for each row execute function private.keep_handover();

-- The giver signs as the person who hands over, or an officer in place of one who is gone; the receiver only in person.
create function private.check_handover_signature() returns trigger language plpgsql security definer set search_path = public as $$
declare
  list handovers;
begin
  select * into list from handovers where id = new.handover_id;
  if list.closed_at is not null or list.cancelled_at is not null
     or (new.side = 'receiver' and new.person_id <> list.receiver_person_id)
     or (new.side = 'giver' and (new.person_id = list.giver_person_id) <> (new.in_place_because is null))
     or (new.in_place_because is not null and exists (select 1 from staff_users u where u.id = list.giver_user_id and u.enabled))
     or not exists (select 1 from staff_users u where u.id = new.user_id and u.person_id = new.person_id) then
    raise exception 'not a party of this handover' using errcode = '23514', constraint = 'handover_signatures__party';
  end if;
  return new;
end $$;
create trigger handover_signatures__check before insert on handover_signatures
  for each row execute function private.check_handover_signature();

-- A keeper is somebody of the item's own agency who is there, and an item out of use is kept by nobody.
create function private.check_custody_term() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from custody_items i join staff_people p on p.id = new.person_id
      where i.id = new.item_id and i.retired_on is null and p.left_at is null
        and (p.agency_code = i.agency_code
          or exists (select 1 from staff_users u where u.person_id = p.id and u.agency_code = i.agency_code and u.enabled))) then
    raise exception 'not a keeper of this item' using errcode = '23514', constraint = 'custody_terms__keeper';
  end if;
  return new;
end $$;
create trigger custody_terms__check before insert on custody_terms for each row execute function private.check_custody_term();
