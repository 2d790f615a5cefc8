/** Owns `questions`, `question_votes`, `search_words`: 常见问题. */
export { listQuestionsFor } from './search-questions.ts'
