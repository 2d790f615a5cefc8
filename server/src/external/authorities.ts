import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import { SMS_BACKUP_PATH, SMS_PATH } from '@xingtan/contract/authority/sms'
import type { AuthorityEvent } from './authority-event.ts'
import { createChsi } from './chsi.ts'
import type { Chsi } from './chsi.ts'
import { createCrime } from './crime.ts'
import type { Crime } from './crime.ts'
import { createExamBars } from './exam-bar.ts'
import type { ExamBars } from './exam-bar.ts'
import { createExam } from './exam.ts'
import type { Exam } from './exam.ts'
import { createCaller } from './http.ts'
import { createMail } from './mail.ts'
import type { Mail } from './mail.ts'
import { createOffence } from './offence.ts'
import type { Offence } from './offence.ts'
import { createPoliceIdentity } from './police-identity.ts'
import type { PoliceIdentity } from './police-identity.ts'
import { createPutonghua } from './putonghua.ts'
import type { Putonghua } from './putonghua.ts'
import { createSms } from './sms.ts'
import type { Sms } from './sms.ts'
import { createSmsSwitch } from './sms-switch.ts'
import { monotonicMs } from '../platform/clock.ts'

export interface AuthoritiesOptions {
  /** Origin per authority, or one for all, as the sandbox has it. */
  readonly baseUrls: string | Readonly<Record<AuthorityName, string>>
  readonly sharedKey: string
  readonly smtpUrl: string
  readonly mailFrom: string
  /** Whole time of a call in milliseconds, where it is not 3,000. */
  readonly timeouts?: Readonly<Partial<Record<AuthorityName | 'mail', number>>>
  /** Pinned TLS in production (S-153); plain where it is left out. */
  readonly fetch?: typeof fetch | undefined
  readonly observe?: (event: AuthorityEvent) => void
}

/** Every outside authority the system speaks to; handed to `.call.ts` files alone. */
export interface Authorities {
  readonly policeIdentity: PoliceIdentity
  readonly chsi: Chsi
  readonly putonghua: Putonghua
  readonly exam: Exam
  readonly examBars: ExamBars
  readonly crime: Crime
  readonly offence: Offence
  readonly sms: Sms
  readonly mail: Mail
}

/** One guarded line per authority: a source that is down costs the others nothing. */
export function createAuthorities(options: AuthoritiesOptions): Authorities {
  const { baseUrls, sharedKey, timeouts, observe } = options
  const lineTo = (authority: AuthorityName) =>
    createCaller({
      authority,
      baseUrl: typeof baseUrls === 'string' ? baseUrls : baseUrls[authority],
      sharedKey,
      deadlineMs: timeouts?.[authority],
      fetch: options.fetch,
      observe,
    })
  return {
    policeIdentity: createPoliceIdentity(lineTo('police-identity')),
    chsi: createChsi(lineTo('chsi')),
    putonghua: createPutonghua(lineTo('putonghua')),
    exam: createExam(lineTo('exam')),
    examBars: createExamBars(lineTo('exam')),
    crime: createCrime(lineTo('crime')),
    offence: createOffence(lineTo('offence')),
    sms: createSmsSwitch(
      createSms(lineTo('sms'), SMS_PATH),
      createSms(lineTo('sms-backup'), SMS_BACKUP_PATH),
      monotonicMs,
    ),
    mail: createMail({ smtpUrl: options.smtpUrl, from: options.mailFrom, deadlineMs: timeouts?.mail, observe }),
  }
}
