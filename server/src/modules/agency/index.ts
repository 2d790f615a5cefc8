/** Owns `regions`, `agencies`, `points`, `subjects`, `subject_aliases`: the tree and what is taught. */
export { getAgencyInTree, officerOf } from './register.ts'
export { findSuccessorNames, listNamesOf } from './sql-succession.ts'
export { isRegionOf, listMeantRegions } from './meant-regions.ts'
export { findProfile, listPublicContacts } from './sql-profile.ts'
export { listAgenciesBelow } from './sql-register.ts'
export {
  type Agency,
  type Point,
  findAgency,
  findPoint,
  findRecognisingAgency,
  findSubject,
  getAgency,
  getPoint,
  listRecognising,
  listRegionPath,
  listRegionsBelow,
  listSubjectAliases,
  listSubjects,
} from './sql.ts'
