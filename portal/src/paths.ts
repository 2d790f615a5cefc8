/** The modules of the personal centre beside 个人身份信息, which stands at its own address `/centre`. */
export type CentreModule = 'exam' | 'putonghua' | 'education' | 'degree' | 'certificate' | 'other'

/** Every address of the site, written once. */
export const paths = {
  home: '/',
  services: '/services',
  certificates: '/certificates',
  questions: '/questions',
  help: '/help',
  /** 在线咨询、投诉、举报. */
  consultations: '/consultations',
  consultationQuery: '/consultations/query',
  newConsultation: (kind: 'consultation' | 'complaint' | 'fraud'): string => `/consultations/new/${kind}`,
  notices: '/notices',
  /** 机构联系方式. */
  contacts: '/contacts',
  contact: (agencyCode: string): string => `/contacts/${encodeURIComponent(agencyCode)}`,
  signIn: '/sign-in',
  register: '/register',
  forgotPassword: '/forgot-password',
  realName: '/real-name',
  profile: '/profile',
  /** 个人信息中心. */
  centre: '/centre',
  /** One module of the personal centre; `next` leads back to where the person came from. */
  centreModule: (module: CentreModule, next?: string): string =>
    `/centre/${module}${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
  ownCertificates: '/certificates/own',
  certificateQuery: '/certificates/query',
  business: '/business',
  apply: '/apply',
  /** 认定日程 of every place. */
  calendar: '/calendar',
  /** 教师资格认定申请人必读. */
  mustRead: '/business/must-read',
  /** 我的服务申请. */
  serviceRequests: '/service-requests',
  /** 账号异议 against a change of phone. */
  recoveryObjection: '/recovery-objection',
  /** 查询报名信息. */
  applications: '/applications',
  /** Signing on a phone; the token stands behind `#`. */
  sign: '/sign',
  draft: (draftId: string): string => `/apply/${encodeURIComponent(draftId)}`,
  draftStep: (draftId: string, step: string): string => `/apply/${encodeURIComponent(draftId)}/${step}`,
  /** 申报提醒, the eighth step; also 注意事项 of a case. */
  reminder: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}/reminder`,
  /** 网上预约 of a case. */
  appointment: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}/appointment`,
  /** 上传材料 of a case. */
  materials: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}/materials`,
  /** 决定书、复查和评价 of a case. */
  decision: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}/decision`,
  notice: (noticeId: string): string => `/notices/${encodeURIComponent(noticeId)}`,
  application: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}`,
  /** Sign-in that leads back to where the person wanted to go. */
  signInThen: (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`,
  realNameThen: (next: string): string => `/real-name?next=${encodeURIComponent(next)}`,
  profileThen: (next: string): string => `/profile?next=${encodeURIComponent(next)}`,
} as const
