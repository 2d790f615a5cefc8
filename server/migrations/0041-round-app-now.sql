-- The programs read instants in whole milliseconds; finer ones here would let a statement and the program that asked
-- disagree about which of two instants is earlier. A transaction has one instant, the same on both sides.
create or replace function app_now() returns timestamptz language sql stable
  as 'select date_trunc(''milliseconds'', now() + coalesce((select offset_by from clock_offsets), interval ''0''))';
