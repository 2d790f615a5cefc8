/** Name of the system, second half of every window title. */
export const SITE_TITLE = '教师资格管理信息系统'
