-- Closed hits in the order of their page, as the open ones have it: the list reads one page of each (L-10).
create index restriction_hits__closed on restriction_hits (agency_code, found_at, id) where closed_at is not null;
