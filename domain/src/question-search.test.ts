import { describe, expect, test } from 'vitest'
import { rankQuestions } from './question-search.ts'

const QUESTIONS = [
  { question: '注册时提示证件号码不正确，怎么办？', answer: '请逐位核对 18 位号码。', keywords: ['注册', '证件号码'] },
  { question: '已更换手机号，收不到短信验证码，怎么办？', answer: '请到窗口办理。', keywords: ['换号'] },
  { question: '照片总是不符合要求，怎么办？', answer: '请使用白底证件照，上传后可以裁剪。', keywords: [] },
  { question: '考试合格证明没有同步过来？', answer: '请在个人信息中心点击“同步”。', keywords: ['NTCE'] },
]
const WORDS = [
  { word: '相片', meaning: '照片' },
  { word: '寸照', meaning: '照片' },
  { word: '手机号码', meaning: '手机号' },
  { word: '电话号', meaning: '手机号' },
  { word: '(特殊', meaning: '照片' },
]
const search = (text: string) => rankQuestions(text, QUESTIONS, WORDS).map(({ question }) => question.slice(0, 4))

describe('the search of 常见问题 (PUB-6)', () => {
  test.each([
    ['a word of the question', '验证码', ['已更换手']],
    ['a whole sentence with words every question has', '请问我收不到验证码怎么办？', ['已更换手']],
    ['another word of the same meaning', '相片不符合', ['照片总是']],
    ['a word of the answer', '裁剪', ['照片总是']],
    ['a keyword in another writing', 'ｎｔｃｅ', ['考试合格']],
    ['spaces between words', '手机号码  更换', ['已更换手']],
    ['words that are nowhere', '天气预报', []],
    ['nothing but signs', '？？！', []],
    ['a single character that is somewhere', '底', ['照片总是']],
  ])('finds by %s', (_how, text, found) => {
    expect(search(text)).toEqual(found)
  })

  test('what stands in keyword and question comes before what only an answer mentions', () => {
    const rows = [
      { question: '甲', answer: '注册以后再来', keywords: [] },
      { question: '注册', answer: '乙', keywords: [] },
    ]
    expect(rankQuestions('注册', rows, []).map(({ question }) => question)).toEqual(['注册', '甲'])
  })

  test('only words of empty meaning are searched as they are', () => {
    expect(search('怎么办')).toEqual(['注册时提', '已更换手', '照片总是'])
  })
})
