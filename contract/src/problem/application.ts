import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around drafts and applications; one entry of a step names what is missing and what to do. */
export const APPLICATION_PROBLEMS = {
  // Step 1 网上申报协议
  'application.agreement-needed': {
    status: 409,
    sentence: '第一步尚未同意网上申报协议，请阅读后勾选；不同意则不能继续申报。',
  },
  'application.authorisation-needed': {
    status: 409,
    sentence: '第一步尚未授权查询性侵违法犯罪信息，请单独勾选；不授权则认定机构无法完成核查。',
  },
  // Step 2 身份信息
  'application.route-needed': { status: 409, sentence: '请选择考试形式。' },
  'application.route-unsupported': {
    status: 409,
    sentence: '目前网上只能办理“国家统一考试”形式的申请，其他形式请咨询当地认定机构。',
  },
  'application.exam-proof-needed': {
    status: 409,
    sentence: '请选择一份本人的中小学教师资格考试合格证明；没有显示的，请先同步。',
  },
  'application.exam-proof-expired': {
    status: 409,
    sentence: '所选合格证明的有效期到 {validUntil} 为止，报名当天已经过期，请选择仍在有效期内的合格证明。',
  },
  'application.exam-proof-held': {
    status: 409,
    sentence: '所选合格证明正被另一份申请使用，请先撤回那份申请，或选择其他合格证明。',
  },
  'application.putonghua-needed': { status: 409, sentence: '请核验并选择一份普通话水平测试等级证书。' },
  'application.putonghua-unproven': {
    status: 409,
    sentence: '所选普通话证书核验未通过，请核对证书编号和姓名后重新核验。',
  },
  'application.putonghua-below': {
    status: 409,
    sentence: '所选普通话证书为{grade}，申请这一资格和学科需要{floor}及以上，请换用符合要求的证书。',
  },
  'application.student-needed': { status: 409, sentence: '请选择是否在校生。' },
  'application.enrolment-needed': { status: 409, sentence: '您选择了在校生，请同步并选择学籍信息。' },
  'application.enrolment-unproven': {
    status: 409,
    sentence: '学信网没有核实您的学籍，请核对后重新同步，或联系学校更正学籍信息。',
  },
  'application.enrolment-status': {
    status: 409,
    sentence: '您的学籍状态为“{status}”，只有“注册学籍”可以按在校生申请，请联系学校更正后重新同步。',
  },
  'application.not-final-year': {
    status: 409,
    sentence: '学籍信息显示您的预计毕业时间为 {expectedOn}，在读期间只有最后一学年可以申请，请到时再报名。',
  },
  'application.education-needed': { status: 409, sentence: '请核验并选择一份学历证书。' },
  'application.education-unproven': {
    status: 409,
    sentence: '所选学历证书核验未通过，请核对证书编号和姓名后重新核验。',
  },
  'application.education-not-graduated': {
    status: 409,
    sentence: '所选学历证书为{conclusion}证书，只有毕业证书符合要求，请换用毕业证书。',
  },
  'application.degree-below': {
    status: 409,
    sentence: '您的学历为{level}，申请这一资格需要{minimum}及以上，请换用更高学历或改选资格种类。',
  },
  'application.degree-unproven': {
    status: 409,
    sentence: '所选学位证书核验未通过，请重新核验，或改为不填学位。',
  },
  // Step 3 认定机构
  'application.area-basis-needed': { status: 409, sentence: '请选择在当地申请的依据。' },
  'application.area-basis-not-allowed': {
    status: 409,
    sentence: '所选认定机构不接受以“{basis}”为依据的申请，请改选其他依据或其他地区。',
  },
  'application.area-basis-student': {
    status: 409,
    sentence: '只有在校生可以选择“就读学校所在地”，请改选依据，或在第二步选择在校生并同步学籍。',
  },
  'application.region-needed': { status: 409, sentence: '请选择所在地区。' },
  'application.address-needed': { status: 409, sentence: '请填写详细地址。' },
  'application.agency-needed': { status: 409, sentence: '请选择认定机构。' },
  'application.agency-wrong': {
    status: 409,
    sentence: '所选机构不负责认定您所在地区的这一资格种类，请重新选择认定机构。',
  },
  'application.type-needed': { status: 409, sentence: '请选择资格种类。' },
  'application.type-differs': {
    status: 409,
    sentence: '所选资格种类与合格证明上的“{proofType}”不一致，请按合格证明选择。',
  },
  'application.subject-needed': { status: 409, sentence: '请选择任教学科。' },
  'application.subject-differs': {
    status: 409,
    sentence: '所选任教学科与合格证明上的“{proofSubject}”不一致，请按合格证明选择。',
  },
  'application.point-needed': { status: 409, sentence: '请选择确认点。' },
  'application.point-wrong': {
    status: 409,
    sentence: '所选确认点不属于所选认定机构，或本批次没有安排确认，请重新选择确认点。',
  },
  'application.past-retirement': {
    status: 409,
    sentence: '您已达到法定退休年龄，依法不能申请认定教师资格；如出生日期有误，请先更正身份信息。',
  },
  // Step 4 认定信息
  'application.photo-needed': { status: 409, sentence: '第四步还没有个人照片，请上传近期免冠正面白底证件照。' },
  'application.photo-not-jpeg': { status: 422, sentence: '照片不是 JPG 格式，请换用 JPG 照片，或用页面上的工具转换。' },
  'application.photo-unreadable': { status: 422, sentence: '照片文件无法打开，请换一张照片重新上传。' },
  'application.photo-too-large': { status: 422, sentence: '照片须小于 {maxKilobytes} KB，请压缩后重新上传。' },
  'application.photo-width': {
    status: 422,
    sentence: '照片宽度须为 {min} 至 {max} 像素，请用页面上的工具裁剪后重新上传。',
  },
  'application.photo-height': {
    status: 422,
    sentence: '照片高度须为 {min} 至 {max} 像素，请用页面上的工具裁剪后重新上传。',
  },
  'application.photo-background': { status: 422, sentence: '照片背景不是白色，请换用白色背景的证件照。' },
  'application.signature-needed': { status: 409, sentence: '个人承诺书还没有签名，请用手机扫码手写签名。' },
  'application.signature-outdated': {
    status: 409,
    sentence: '签名对应的不是本次申请的现行承诺书，请阅读后重新签名。',
  },
  'application.collection-needed': { status: 409, sentence: '请选择证书领取方式。' },
  'application.mailing-address-needed': { status: 409, sentence: '您选择了邮寄证书，请填写邮寄地址。' },
  'application.resume-needed': { status: 409, sentence: '请至少填写一条个人简历。' },
  'application.resume-row': { status: 409, sentence: '个人简历第 {row} 条：{sentence}' },
  'application.workplace-needed': { status: 409, sentence: '请填写工作单位；没有工作单位的请填写“无”。' },
  'application.occupation-needed': { status: 409, sentence: '请选择现从事职业。' },
  'application.title-needed': { status: 409, sentence: '请选择专业技术职务；没有的请选择“无”。' },
  'application.political-status-needed': { status: 409, sentence: '请选择政治面貌。' },
  // Steps 5 to 7
  'application.review-needed': { status: 409, sentence: '第五步还没有确认填报信息，请核对后勾选确认。' },
  'application.notices-needed': { status: 409, sentence: '第六步还没有阅读注意事项，请阅读后勾选。' },
  'application.promise-needed': { status: 409, sentence: '第七步还没有作出个人承诺，请阅读后选择。' },
  'application.promise-refused': {
    status: 409,
    sentence: '您选择了不同意个人承诺，不能提交；如要继续报名，请改选同意。',
  },
  // The application as a whole
  'application.draft-conflict': {
    status: 409,
    sentence: '这份草稿已在别处保存为第 {version} 版，您刚才的修改尚未保存，请核对两处内容后再保存。',
  },
  'application.window-closed': { status: 409, sentence: '{sentence}' },
  'application.maintenance': { status: 503, sentence: '{sentence}' },
  'application.barred': {
    status: 409,
    sentence: '依法在限制期内的人员不能申请认定教师资格（{until}），请向作出处理决定的机构核实或申请更正。',
  },
  'application.already-live': {
    status: 409,
    sentence:
      '您在本批次已有一份申请（报名号 {registrationNumber}），同一批次只能申请一次；需要变更请修改或撤回那份申请。',
  },
  'application.already-live-elsewhere': {
    status: 409,
    sentence: '您在本批次已经提交过申请，同一批次只能申请一次；请在“查询报名信息”中查看。',
  },
  'application.year-used': {
    status: 409,
    sentence: '同一自然年度内只能认定一种教师资格，您可以从 {nextOn} 起再次申请。',
  },
  'application.not-amendable': {
    status: 409,
    sentence: '申请已经确认或办结，不能再修改；如确需修改，请联系认定机构退回。',
  },
  'application.not-withdrawable': {
    status: 409,
    sentence: '申请已经确认、办结或撤回，不能在网上撤回；如有需要，请联系认定机构。',
  },
  'application.is-withdrawn': { status: 409, sentence: '这份申请已经撤回，不能再办理；如需认定请重新报名。' },
  'application.amending-another': {
    status: 409,
    sentence: '您有一份正在填写的草稿，请先提交或放弃那份草稿，再修改这份申请。',
  },
} as const satisfies ProblemTable
