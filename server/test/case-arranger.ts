import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { composeRegistrationNumber } from '@xingtan/domain/registration-number'
import { makeSnapshot } from './case-snapshot.ts'
import type { CaseWish } from './case-wish.ts'
import { makeSyntheticNumber } from './synthetic-number.ts'
import { FOREIGN, HOME, type World } from './world.ts'

/** Lays one case step by step, as a superuser, with the rows and events of each step. */
export class CaseArranger {
  readonly #world: World
  readonly #wish: CaseWish
  readonly id = randomUUID()
  readonly accountId = randomUUID()
  readonly personIndex: Buffer
  readonly documentNumber: string
  readonly registrationNumber = composeRegistrationNumber(String(randomInt(1e13, 1e14)))
  readonly name: string
  readonly photoFileId = randomUUID()
  readonly photoHash = randomBytes(32).toString('hex')

  constructor(world: World, wish: CaseWish) {
    this.#world = world
    this.#wish = wish
    this.name = wish.person?.name ?? '赵杏坛'
    this.documentNumber = wish.person?.number ?? makeSyntheticNumber(wish.sex ?? 2)
    this.personIndex =
      wish.personIndex ?? world.services.office.crypto.blindIndex('person', `id:${this.documentNumber}`)
  }

  async #run(text: string, values: unknown[]): Promise<void> {
    await this.#world.admin.query(text, values)
  }

  get #agencyCode(): string {
    return this.#wish.agencyCode ?? HOME
  }

  get #pointId(): string {
    const { points } = this.#world
    return this.#wish.pointId ?? (this.#agencyCode === FOREIGN ? points.foreign : points.home)
  }

  async layPerson(): Promise<void> {
    const { crypto } = this.#world.services.office
    await this.#run(
      `insert into accounts (id, document_type, number_sealed, person_index, name, sex, birth_on, ethnic_group, phone_sealed,
         phone_index, password_hash, real_name_state, lapses_at)
       values ($1, 'resident-id', $2, $3, $4, $5, '1990-01-01', '01', $6, $7, '-', 'unproven', now() + interval '1 year')`,
      [
        this.accountId,
        crypto.sealColumn(this.documentNumber),
        this.personIndex,
        this.name,
        this.#wish.sex ?? 2,
        crypto.sealColumn('13900000000'),
        Buffer.from(this.id),
      ],
    )
  }

  async layApplication(): Promise<void> {
    const { crypto } = this.#world.services.office
    const putonghuaId = randomUUID()
    const educationId = randomUUID()
    const signatureId = randomUUID()
    for (const [fileId, kind, hash] of [
      [this.photoFileId, 'photo', this.photoHash],
      [signatureId, 'signature', randomBytes(32).toString('hex')],
    ]) {
      await this.#run(
        `insert into files (id, account_id, kind, hash, media_type, bytes) values ($1, $2, $3, $4, 'image/jpeg', 100)`,
        [fileId, this.accountId, kind, hash],
      )
    }
    await this.#run(
      `insert into applications (id, registration_number, account_id, person_index, round_id, agency_code, point_id,
         qualification_type, subject_code, subject_name, snapshot, policy_versions, name, sex, birth_on, number_sealed,
         phone_sealed, photo_file_id, signature_file_id, diploma_required, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, 2, '0201', '语文', $8, '{}', $9, $10, '1990-01-01', $11, $12, $13, $14, $15, app_now())`,
      [
        this.id,
        this.registrationNumber,
        this.accountId,
        this.personIndex,
        this.#world.roundId,
        this.#agencyCode,
        this.#pointId,
        JSON.stringify(
          makeSnapshot({
            agencyCode: this.#agencyCode,
            pointId: this.#pointId,
            putonghuaId,
            educationId,
            isStudent: this.#wish.isStudent ?? false,
          }),
        ),
        this.name,
        this.#wish.sex ?? 2,
        crypto.sealColumn(this.documentNumber),
        crypto.sealColumn('13900000000'),
        this.photoFileId,
        signatureId,
        this.#wish.isStudent ?? false,
      ],
    )
    await this.#run('update files set application_id = $1 where id in ($2, $3)', [
      this.id,
      this.photoFileId,
      signatureId,
    ])
    await this.#layRecords(putonghuaId, educationId)
    if (this.#wish.withoutOffenceConsent !== true) {
      await this.#run(
        `insert into consents (id, account_id, application_id, purpose, policy_version, text_hash, given_at)
         values ($1, $2, $3, 'offence-query', 'agreement.text@nation@2020-01-01', $4, app_now())`,
        [randomUUID(), this.accountId, this.id, Buffer.alloc(32, 1)],
      )
    }
    await this.event('submitted', 'applicant')
  }

  async #layRecords(putonghuaId: string, educationId: string): Promise<void> {
    const grade = this.#wish.putonghuaGrade ?? '2B'
    const putonghua = { number: '3326000000001', grade, score: 82, testedOn: '2025-05-01', station: null }
    const education = {
      certificateNumber: '103451202405000001',
      school: '演示学院',
      major: '小学教育',
      level: 'bachelor',
      studyForm: '普通全日制',
      conclusion: '毕业',
      graduatedOn: '2024-06-30',
    }
    const records: [string, string, string, object, string][] = [
      [putonghuaId, 'putonghua', '3326000000001', putonghua, this.#wish.putonghuaState ?? 'match'],
    ]
    if (this.#wish.isStudent !== true) {
      records.push([educationId, 'education', '103451202405000001', education, 'match'])
    }
    for (const [id, kind, key, facts, state] of records) {
      await this.#run(
        `insert into evidence (id, account_id, kind, key, facts, state, trust, checked_at)
         values ($1, $2, $3, $4, $5, $6, 'issuer', app_now())`,
        [id, this.accountId, kind, key, JSON.stringify(facts), state],
      )
      await this.#run(
        `insert into evidence_uses (application_id, evidence_id, purpose, state) values ($1, $2, $3, 'reserved')`,
        [this.id, id, kind],
      )
    }
  }

  async confirm(result: 'accepted' | 'refused'): Promise<void> {
    const desk = await this.#world.officer({ roles: ['confirm'], agencyCode: this.#agencyCode, pointId: this.#pointId })
    const codes = ['identity-card', 'photo', 'hukou-book', 'putonghua-certificate', 'exam-proof', 'signature']
    const judgements = codes.map((code) => ({ code, accepted: true, note: '原件相符', machine: 'not-needed' }))
    await this.#run(
      `insert into confirmations (id, application_id, agency_code, point_id, result, judgements, reasons, medical_conclusion,
         examined_on, hospital, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, '[]', 'qualified', $7, '演示医院', $8, app_now())`,
      [
        randomUUID(),
        this.id,
        this.#agencyCode,
        this.#pointId,
        result,
        JSON.stringify(judgements),
        this.#wish.examinedOn ?? '2026-10-08',
        desk.userId,
      ],
    )
    await this.#run(
      `update applications set confirmation = $2::text, confirmed_at = app_now(), version = version + 1,
         photo_hash = case when $2 = 'accepted' then $3 end, due_on = case when $2 = 'accepted' then $4::date end
       where id = $1`,
      [this.id, result, this.photoHash, this.#wish.dueOn ?? '2026-12-01'],
    )
    await this.event(result === 'accepted' ? 'confirmed' : 'confirmation-refused', 'officer', desk.userId)
  }

  async vet(state: 'clear' | 'hit' | 'error' = 'clear'): Promise<void> {
    const officer = await this.#world.officer({ roles: ['vet'], agencyCode: this.#agencyCode })
    for (const kind of ['crime', 'offence']) {
      const batchId = randomUUID()
      await this.#run(
        `insert into vetting_batches (id, agency_code, kind, state, requested_by, requested_at, answered_at)
         values ($1, $2, $3, 'answered', $4, app_now(), app_now())`,
        [batchId, this.#agencyCode, kind, officer.userId],
      )
      await this.#run(
        `insert into vetting_requests (id, batch_id, application_id, kind, state, consent_id, requested_at, answered_at)
         select $1, $2, $3, $4::text, $5,
           case when $4 = 'offence' then (select id from consents where application_id = $3 and purpose = 'offence-query') end,
           coalesce($6::timestamptz, app_now()), coalesce($6::timestamptz, app_now())`,
        [randomUUID(), batchId, this.id, kind, state, this.#wish.answeredAt ?? null],
      )
      await this.event('vetting-recorded', 'system')
    }
    await this.#run(
      `update applications set crime_cleared = $2, offence_cleared = $2, vetting_hit = $3, version = version + 1 where id = $1`,
      [this.id, state === 'clear', state === 'hit'],
    )
  }

  async review(): Promise<void> {
    const { reviewerPersonId } = this.#wish
    const person = reviewerPersonId === undefined ? {} : { personId: reviewerPersonId }
    const officer = await this.#world.officer({ roles: ['review'], agencyCode: this.#agencyCode, ...person })
    await this.#run(
      `insert into reviews (id, application_id, case_version, opinion, reasons, reviewed_by, reviewer_person_id, reviewed_at)
       select $1, id, version, 'pass', '[]', $3, $4, app_now() from applications where id = $2`,
      [randomUUID(), this.id, officer.userId, officer.personId],
    )
    await this.#run(`update applications set review = 'pass', version = version + 1 where id = $1`, [this.id])
    await this.event('reviewed', 'officer', officer.userId)
  }

  async conclude(conclusion: 'passed' | 'failed'): Promise<void> {
    await this.#run(
      `update applications set conclusion = $2::text, concluded_at = app_now(), version = version + 1,
         recognition_year = case when $2 = 'passed' then extract(year from app_now() at time zone 'Asia/Shanghai')::int end
       where id = $1`,
      [this.id, conclusion],
    )
    await this.event(conclusion === 'passed' ? 'recognised' : 'not-recognised', 'officer')
  }

  async withdraw(): Promise<void> {
    await this.#run('update applications set withdrawn_at = app_now(), version = version + 1 where id = $1', [this.id])
    await this.event('withdrawn', 'applicant')
  }

  async event(kind: string, actorKind: string, actorId: string | null = null): Promise<void> {
    await this.#run(
      `insert into application_events (application_id, seq, kind, at, actor_kind, actor_id, agency_code, status, data)
       select id, (select coalesce(max(seq), 0) + 1 from application_events where application_id = $1), $2, app_now(), $3, $4,
         agency_code, status, '{}' from applications where id = $1`,
      [this.id, kind, actorKind, actorId],
    )
  }
}
