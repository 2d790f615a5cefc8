import type { ProblemDocument } from '@xingtan/contract/problem-document'

/** What can go wrong before the server has answered in its own words; each sentence says what to do. */
const CLIENT_PROBLEMS = {
  'client.offline': {
    title: '网络连接中断',
    detail: '暂时连不上服务器，您填写的内容还在本页。请检查网络后再试一次。',
  },
  'client.timeout': {
    title: '等待时间过长',
    detail: '服务器没有在规定时间内答复，您填写的内容还在本页。请稍后再试一次，同一操作不会重复办理。',
  },
  'client.unavailable': {
    title: '服务暂时不可用',
    detail: '服务器暂时无法处理您的请求，您填写的内容还在本页。请稍后再试一次。',
  },
  'client.unexpected-answer': {
    title: '暂时无法显示',
    detail: '本页无法读取服务器的答复，可能是网站刚刚更新。请刷新页面后再试一次；仍不能显示的，请联系咨询服务。',
  },
  'client.not-signed': {
    title: '没有提交',
    detail: '您没有用密钥确认，本次操作没有提交，填写的内容还在本页。需要办理时，请再次提交并用密钥确认。',
  },
} as const

export type ClientProblemCode = keyof typeof CLIENT_PROBLEMS

interface ClientProblemFacts {
  readonly status?: number
  readonly correlationId?: string | null
  readonly retryAfterSeconds?: number | undefined
}

/** A refusal document made on this side of the wire, in the shape the server uses; status 0 means no answer came. */
export function clientProblem(code: ClientProblemCode, facts: ClientProblemFacts = {}): ProblemDocument {
  const { title, detail } = CLIENT_PROBLEMS[code]
  return {
    type: `about:blank#${code}`,
    title,
    status: facts.status ?? 0,
    code,
    detail,
    correlationId: facts.correlationId ?? '',
    ...(facts.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: facts.retryAfterSeconds }),
    reasons: [],
  }
}
