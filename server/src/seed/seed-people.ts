import type { OfficeRole } from '@xingtan/contract/office/session'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { addDays } from '@xingtan/domain/calendar-day'
import { personKey } from '@xingtan/domain/person-identity'
import type { Services } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import type { SandboxWorld } from './fetch-sandbox.ts'
import { layAccount, layOfficer, layRestriction, listUsernames } from './sql-people.ts'

/** One line of the table that the start prints. */
export interface DemoPerson {
  readonly who: string
  readonly account: string
  readonly password: string
  readonly can: string
}

const APPLICANT_PASSWORD = '春风十里杏花开'
const OFFICER_PASSWORD = '杏坛值班室的灯'

const ROLE_WORDS: Readonly<Record<OfficeRole, string>> = {
  plan: '计划、确认点和政策：编制、上报、审批、公布',
  print: '打印证书',
  stock: '管理空白证书',
  users: '人员备案、用户和角色、交接、保管登记',
  publicity: '公告、机构公示、咨询投诉',
  statistics: '查看本级和下级的办理数据',
  restrict: '限制库：录入、复核、核对命中',
  system: '机构、权限和开放时间',
  security: '登录地址、密钥和在线会话',
  audit: '查看操作记录',
  confirm: '现场确认：按报名号找到申请人，核对材料，受理或退回',
  vet: '发起无犯罪记录核查和性侵违法犯罪信息查询',
  review: '审核：提出通过或不通过的意见',
  approve: '审批：作出认定通过（生成证书号码）或认定未通过的结论',
}

function indexOf(services: Services, number: string): Buffer {
  return services.crypto.blindIndex('person', personKey('resident-id', number) ?? number)
}

async function seedOfficers(tx: Tx, services: Services, world: SandboxWorld): Promise<void> {
  const present = new Set(await listUsernames(tx))
  const missing = world.officers.filter((officer) => !present.has(officer.id))
  if (missing.length === 0) return
  const passwordHash = await services.hasher.hash(OFFICER_PASSWORD)
  for (const officer of missing) {
    // Two flawed keys carry the name of a sound user: they belong to a user of their own, so that only the key is wrong.
    await layOfficer(tx, {
      username: officer.id,
      name: officer.holder,
      personIndex: services.crypto.blindIndex('person', `demo-officer:${officer.id}`),
      agencyName: officer.agencyName,
      roles: officer.roles,
      serial: officer.serial,
      revoked: world.revokedSerials.includes(officer.serial),
      passwordHash,
    })
  }
}

async function seedApplicant(tx: Tx, services: Services, person: SandboxPerson): Promise<void> {
  await layAccount(tx, {
    numberSealed: services.crypto.sealColumn(person.number),
    personIndex: indexOf(services, person.number),
    name: person.name,
    sex: person.sex === '男' ? 1 : 2,
    birthOn: person.birthOn,
    phoneSealed: services.crypto.sealColumn(person.phone),
    phoneIndex: services.crypto.blindIndex('phone', person.phone),
    passwordHash: await services.hasher.hash(APPLICANT_PASSWORD),
  })
}

const KECHENG = '330802'

function pick(
  world: SandboxWorld,
  scenario: SandboxPerson['scenario'],
  types: readonly number[],
  skip = 0,
): SandboxPerson | undefined {
  const fitting = world.people.filter(
    (person) => person.scenario === scenario && person.proofs.some((proof) => types.includes(proof.qualificationType)),
  )
  const local = fitting.filter((person) => person.areaCode === KECHENG)
  return [...local, ...fitting.filter((person) => person.areaCode !== KECHENG)][skip]
}

function describeApplicant(
  person: SandboxPerson | undefined,
  who: string,
  can: string,
  hasAccount: boolean,
): DemoPerson[] {
  if (person === undefined) return []
  const proof = person.proofs[0]
  const subject = proof === undefined ? '' : `，合格证明：${proof.subjectName}`
  return [
    {
      who: `${who}：${person.name}（手机 ${person.phone}${subject}）`,
      account: person.number,
      password: hasAccount ? APPLICANT_PASSWORD : '注册时自己设置',
      can,
    },
  ]
}

/** Officers, restrictions and a few applicants with accounts; answers the table of who can do what. */
export async function seedPeople(tx: Tx, services: Services, world: SandboxWorld): Promise<DemoPerson[]> {
  await seedOfficers(tx, services, world)
  for (const person of world.people) {
    if (person.restriction === null) continue
    const { kind, startsOn, endsOn } = person.restriction
    await layRestriction(tx, {
      personIndex: indexOf(services, person.number),
      name: person.name,
      kind,
      startsOn,
      endsOn: endsOn === null ? null : addDays(endsOn, -1),
      number: `演示限字〔${startsOn.slice(0, 4)}〕${person.number.slice(-4)}号`,
    })
  }
  const graduate = pick(world, 'graduate', [1, 2, 3])
  const student = pick(world, 'final-term', [1, 2, 3])
  const restricted = world.people.find((person) => person.scenario === 'restricted')
  for (const person of [graduate, student, restricted])
    if (person !== undefined) await seedApplicant(tx, services, person)
  const fresh = pick(world, 'graduate', [1, 2, 3], 1)
  return [
    ...describeApplicant(fresh, '新申请人', '从注册开始走完全程，验证码见沙箱页面', false),
    ...describeApplicant(graduate, '往届毕业生', '登录后直接报名', true),
    ...describeApplicant(student, '应届毕业生', '以在校生身份报名，毕业证书可在沙箱页面发放', true),
    ...describeApplicant(restricted, '限制库人员', '报名时会被拦下并说明原因', true),
    ...world.officers
      .filter((officer) => officer.flaw === 'none')
      .map((officer) => ({
        who: `${officer.agencyName} ${officer.holder}（PIN ${officer.pin}）`,
        account: officer.id,
        password: OFFICER_PASSWORD,
        can: officer.roles.map((role) => ROLE_WORDS[role]).join('；'),
      })),
  ]
}
