import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { Delivery, LetterKind } from '@xingtan/contract/letter'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { DecisionLetterContent } from '../../platform/pdf-decision-letter.ts'

const LetterFacts = z.object({
  decisionId: z.string(),
  conclusion: z.enum(['passed', 'failed']),
  reasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
  decidedAt: z.date(),
  registrationNumber: z.string(),
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  documentType: DocumentType,
  qualificationType: QualificationType,
  subjectName: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  confirmedAt: z.date(),
  certificateNumber: z.string().nullable(),
})
export type LetterFacts = z.infer<typeof LetterFacts>

/** The conclusion that stood when the document was ordered, with everything its letter says. */
export async function findLetterFacts(tx: Tx, documentId: string): Promise<LetterFacts | undefined> {
  return tx.find(
    LetterFacts,
    sql`select d.id as decision_id, d.conclusion, d.reasons, d.decided_at, a.registration_number, a.name, a.number_sealed,
          a.snapshot -> 'person' ->> 'documentType' as document_type, a.qualification_type, a.subject_name, a.agency_code,
          g.name as agency_name, a.confirmed_at, c.number as certificate_number
        from documents o join applications a on a.id = o.application_id join agencies g on g.code = a.agency_code
          join lateral (select * from decisions where application_id = a.id and decided_at <= o.requested_at
                        order by decided_at desc limit 1) d on true
          left join certificates c on c.application_id = a.id
        where o.id = ${documentId} and o.kind = 'decision-letter' and a.confirmed_at is not null`,
  )
}

const Serial = z.object({ lastSerial: z.number() })

/** The next number of the agency, year and kind, under its row lock. */
export async function takeLetterSerial(
  tx: Tx,
  wanted: { readonly agencyCode: string; readonly year: number; readonly kind: LetterKind },
): Promise<number> {
  const { lastSerial } = await tx.get(
    Serial,
    sql`insert into letter_serials as s (agency_code, year, kind, last_serial)
        values (${wanted.agencyCode}, ${wanted.year}, ${wanted.kind}, 1)
        on conflict (agency_code, year, kind) do update set last_serial = s.last_serial + 1 returning last_serial`,
  )
  return lastSerial
}

export interface NewLetter {
  readonly id: string
  readonly decisionId: string
  readonly applicationId: string
  readonly documentId: string
  readonly agencyCode: string
  readonly kind: LetterKind
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly issuedOn: string
  readonly content: DecisionLetterContent
  readonly contentHash: Buffer
}

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
  await tx.run(sql`
    insert into decision_letters (id, decision_id, application_id, document_id, agency_code, kind, year, serial, number,
      issued_on, content, content_hash)
    values (${letter.id}, ${letter.decisionId}, ${letter.applicationId}, ${letter.documentId}, ${letter.agencyCode},
      ${letter.kind}, ${letter.year}, ${letter.serial}, ${letter.number}, ${letter.issuedOn},
      ${JSON.stringify(letter.content)}::jsonb, ${letter.contentHash})`)
}

const StoredLetter = z.object({ content: DecisionLetterContent })

/** The letter of a conclusion, as it went out. */
export async function findLetterOfDecision(
  tx: Tx,
  decisionId: string,
): Promise<z.infer<typeof StoredLetter> | undefined> {
  return tx.find(StoredLetter, sql`select content from decision_letters where decision_id = ${decisionId}`)
}

const ShownLetter = z.object({
  id: z.string(),
  kind: LetterKind,
  number: z.string(),
  issuedOn: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  fileId: z.string().nullable(),
  deliveredOn: z.string().nullable(),
  delivery: Delivery.nullable(),
})
export type ShownLetter = z.infer<typeof ShownLetter>

/** The letter of the conclusion that stands. */
export async function findShownLetter(tx: Tx, applicationId: string): Promise<ShownLetter | undefined> {
  return tx.find(
    ShownLetter,
    sql`select l.id, l.kind, l.number, l.issued_on, o.state, o.file_id, l.delivered_on, l.delivery
        from decision_letters l join documents o on o.id = l.document_id join decisions d on d.id = l.decision_id
        where l.application_id = ${applicationId} and d.superseded_at is null`,
  )
}

/** Writes the delivery once; false when it stands there already or there is no letter. */
export async function markDelivered(
  tx: Tx,
  delivered: {
    readonly letterId: string
    readonly deliveredOn: string
    readonly delivery: Delivery
    readonly officerId: string
  },
): Promise<boolean> {
  const count = await tx.run(sql`
    update decision_letters set delivered_on = ${delivered.deliveredOn}, delivery = ${delivered.delivery},
      delivered_by = ${delivered.officerId} where id = ${delivered.letterId} and delivered_on is null`)
  return count === 1
}
