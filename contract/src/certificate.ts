import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, Phone, PhoneCode, line } from './field.ts'
import { OwnCertificate } from './evidence.ts'

/** 本人查询: one's own certificates, recognised in 2008 or later (PUB-2). */
export const listOwnCertificatesEndpoint = endpoint({
  name: 'certificate.list-own',
  face: 'public',
  method: 'GET',
  path: '/api/me/certificates',
  permission: 'session',
  input: z.strictObject({}),
  output: z.strictObject({
    certificates: z.array(
      OwnCertificate.extend({
        /** 现接替机构 of the issuing agency. */
        successorName: z.string().nullable(),
      }),
    ),
  }),
})

/** 其他查询: no account; name, document number and certificate number must all match, phone verified (PUB-3, S-123). */
export const queryCertificateEndpoint = endpoint({
  name: 'certificate.query',
  face: 'public',
  method: 'POST',
  path: '/api/certificate-queries',
  permission: 'public',
  input: z.strictObject({
    name: line(80, '姓名'),
    documentNumber: line(40, '证件号码'),
    certificateNumber: z
      .string()
      .trim()
      .regex(/^\d{17}$/, { error: '教师资格证书号码是 17 位数字，请对照证书填写。' }),
    phone: Phone,
    phoneCodeId: Id,
    code: PhoneCode,
  }),
  output: z.discriminatedUnion('found', [
    /** One answer for every mismatch: it does not say which field was wrong. */
    z.strictObject({ found: z.literal(false), sentence: z.string() }),
    z.strictObject({
      found: z.literal(true),
      maskedName: z.string(),
      certificateNumber: z.string(),
      qualificationTitle: z.string(),
      subjectName: z.string(),
      agencyName: z.string(),
      /** 现接替机构 of the issuing agency. */
      successorName: z.string().nullable(),
      issuedOn: Day,
      state: z.enum(['valid', 'suspended', 'void']),
    }),
  ]),
})
