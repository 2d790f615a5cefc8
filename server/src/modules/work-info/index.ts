/** Owns `work_info_collections`, `work_info_forms`, `work_info_events`: 《认定机构工作信息采集表》. */
export { listUnfinishedForms } from './sql-unfinished.ts'
