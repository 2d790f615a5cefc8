import {
  createQuestionEndpoint,
  listOwnQuestionsEndpoint,
  saveQuestionEndpoint,
} from '@xingtan/contract/office/question'
import { rateQuestionEndpoint, searchQuestionsEndpoint } from '@xingtan/contract/question'
import { bind } from '../../platform/http-bind.ts'
import { listOwnQuestions } from './list-own-questions.ts'
import { rateQuestion } from './rate-question.ts'
import { createQuestion, saveQuestion } from './save-question.ts'
import { searchQuestions } from './search-questions.ts'

export const PUBLIC_QUESTION_ROUTES = [
  bind(searchQuestionsEndpoint, searchQuestions),
  bind(rateQuestionEndpoint, rateQuestion),
]
export const OFFICE_QUESTION_ROUTES = [
  bind(listOwnQuestionsEndpoint, listOwnQuestions),
  bind(createQuestionEndpoint, createQuestion),
  bind(saveQuestionEndpoint, saveQuestion),
]
