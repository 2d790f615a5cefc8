import { answerReviewRequestEndpoint } from '@xingtan/contract/office/appeal'
import { approveCaseEndpoint, approveCasesEndpoint, refuseCaseEndpoint } from '@xingtan/contract/office/case'
import { extendPlanEndpoint, publishPlanEndpoint, reviewPlanEndpoint } from '@xingtan/contract/office/plan'
import { openRecoveryEndpoint } from '@xingtan/contract/office/service'
import { approveEmergencyEndpoint, askEmergencyEndpoint } from '@xingtan/contract/office/emergency'
import { signHandoverEndpoint } from '@xingtan/contract/office/handover'
import { answerCorrectionEndpoint } from '@xingtan/contract/office/case-exception'
import { reviewExamImportEndpoint } from '@xingtan/contract/office/exam-bar'
import { reviewRestrictionEndpoint } from '@xingtan/contract/office/restriction'
import { approveSuccessionEndpoint } from '@xingtan/contract/office/succession'

/** What happens once the key has signed, by endpoint; an act without a sentence of its own says what holds for all. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  [approveCaseEndpoint.name]: '确认后立即作出认定通过的结论并编定教师资格证书号码，号码不能收回。',
  [approveCasesEndpoint.name]: '确认后立即对所选各件作出认定通过的结论并逐件编定教师资格证书号码，号码不能收回。',
  [reviewPlanEndpoint.name]: '确认后审批意见立即送达制定机构：批准的计划可以发布，退回的须修改后再次提交。',
  [publishPlanEndpoint.name]: '确认后计划按发布时间对外生效，受影响的申请人会收到短信和站内信。',
  [extendPlanEndpoint.name]: '确认后新的截止时间立即生效，受影响的申请人会收到短信和站内信。',
  [reviewExamImportEndpoint.name]:
    '确认后复核结果立即生效：通过的，名单中的记录全部在全国范围内产生限制；退回的，全部不再暂缓认定结论。',
  [reviewRestrictionEndpoint.name]: '确认后复核结果立即生效：通过的记录在全国范围内产生限制，退回的不再暂缓认定结论。',
  [openRecoveryEndpoint.name]: '确认后立即通知原手机号码，72 小时内无异议的，此人的登录手机更换为新号码。',
  [signHandoverEndpoint.name]:
    '确认后您对交接清单全文签字，签字不能撤回；双方都签字后清单办结，保管的物品转由接收人保管。',
  [approveSuccessionEndpoint.name]: '确认后到生效时间移交全部未办结的申请和工作，原机构不再认定，移交后不能撤回。',
  [askEmergencyEndpoint.name]: '确认后申请留存备查，另一岗位的管理员同意后应急账号才能登录。',
  [approveEmergencyEndpoint.name]:
    '确认后应急账号立即可以登录，60 分钟后自动失效；各级安全管理员会收到短信，期间查阅的内容逐条记录。',
  [answerReviewRequestEndpoint.name]: '确认后立即答复申请人；认为原结论有误的，同时提出更正，由另一名工作人员复核。',
  [answerCorrectionEndpoint.name]: '确认后复核结果立即生效：同意的，原结论撤回或者证书作废，并告知申请人。',
  [refuseCaseEndpoint.name]: '确认后立即作出认定未通过的结论并告知申请人全部原因，结论不能撤回。',
}

const COMMON = '确认后立即以您的名义办理这项操作，不能撤回。'

/** One sentence on what the officer is about to sign for. */
export function keyConsequence(endpointName: string): string {
  return CONSEQUENCES[endpointName] ?? COMMON
}
