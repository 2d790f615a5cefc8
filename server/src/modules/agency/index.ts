/** Owns `regions`, `agencies`, `points`, `subjects`, `subject_aliases`: the tree and what is taught. */
export {
  type Agency,
  type Point,
  type Region,
  type Subject,
  findAgency,
  findPoint,
  findRecognisingAgency,
  findRegion,
  findSubject,
  getAgency,
  getPoint,
  listRegionPath,
  listSubjectAliases,
  listSubjects,
} from './sql.ts'
