-- 认定通过 is taken back once: the certificate is void then, and nothing is left to take back (DEC-5).
create unique index conclusion_corrections__voided_once on conclusion_corrections (application_id)
  where kind = 'void' and state = 'confirmed';
