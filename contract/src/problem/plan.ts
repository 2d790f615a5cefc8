import type { ProblemTable } from '../problem-entry.ts'

/** What the plan compiler finds, and why a step of a plan's life cannot be taken. */
export const PLAN_PROBLEMS = {
  'plan.no-network-window': { status: 409, sentence: '还没有设置网上报名时间，请填写网上报名的起止时间。' },
  'plan.no-confirm-window': { status: 409, sentence: '还没有设置现场确认时间，请填写现场确认的起止时间。' },
  'plan.no-umbrella': { status: 409, sentence: '还没有设置定期注册的总时间，请填写总的起止时间。' },
  'plan.empty-window': { status: 409, sentence: '{window}的结束时间不晚于开始时间，请改正起止时间。' },
  'plan.outside-parent': {
    status: 409,
    sentence: '{window}超出了{level}的时间范围（{bounds}），请调整到范围以内，或先由上级延长。',
  },
  'plan.too-short': {
    status: 409,
    sentence: '{window}只有 {found} 个工作日，规定不得少于 {required} 个工作日，请延长时间或说明理由。',
  },
  'plan.starts-on-day-off': {
    status: 409,
    sentence: '{window}从 {day} 开始，这一天是周末或节假日，请改为工作日或说明理由。',
  },
  'plan.ends-on-day-off': {
    status: 409,
    sentence: '{window}在 {day} 结束，这一天是周末或节假日，请改为工作日或说明理由。',
  },
  'plan.confirm-ends-early': {
    status: 409,
    sentence: '现场确认在 {confirm} 结束，早于网上报名结束的 {network}，最后报名的人将没有确认时间，请调整或说明安排。',
  },
  'plan.confirm-starts-early': {
    status: 409,
    sentence: '现场确认在 {confirm} 开始，早于网上报名开始的 {network}，请调整或说明理由。',
  },
  'plan.decision-missing': { status: 409, sentence: '还没有填写作出认定结论的最后日期，请填写。' },
  'plan.decision-before-confirm-ends': {
    status: 409,
    sentence: '作出认定结论的最后日期早于现场确认结束的 {earliest}，请改为这一天或之后的日期。',
  },
  'plan.decision-too-late': {
    status: 409,
    sentence: '作出认定结论的最后日期晚于 {latest}（现场确认结束后 {required} 个工作日），请提前或说明理由。',
  },
  'plan.announcement-missing': { status: 409, sentence: '还没有填写公告发布的最后日期，请填写。' },
  'plan.announcement-late': {
    status: 409,
    sentence: '公告发布的最后日期 {day} 晚于 {latest}，请提前，使申请人在网上报名开始前看到公告。',
  },
  'plan.completion-missing': { status: 409, sentence: '还没有填写全部完成的日期，请填写。' },
  'plan.completion-before-decision': {
    status: 409,
    sentence: '全部完成的日期 {day} 早于作出结论的最后日期 {decision}，请改正其中一个日期。',
  },
  'plan.completion-late': {
    status: 409,
    sentence: '全部完成的日期 {day} 晚于上级规定的 {latest}，请提前或说明理由。',
  },
  'plan.expected-missing': { status: 409, sentence: '还没有填写预计人数，无法核对接待能力，请填写预计人数。' },
  'plan.desk-capacity': {
    status: 409,
    sentence: '各确认点合计可接待 {capacity} 人，少于预计的 {expected} 人，请增加窗口、延长时间或说明安排。',
  },
  'plan.hospital-missing': { status: 409, sentence: '还没有填写指定的体检医院，请填写医院和每日体检人数。' },
  'plan.hospital-capacity': {
    status: 409,
    sentence: '体检医院合计可体检 {capacity} 人，少于预计的 {expected} 人，请增加医院、延长时间或说明安排。',
  },
  'plan.no-points': { status: 409, sentence: '计划中没有确认点，申请人将无法选择，请至少加入一个确认点。' },
  'plan.point-unknown': { status: 409, sentence: '计划中的一个确认点不是本机构正在使用的确认点，请移出后重新选择。' },
  'plan.point-outside': {
    status: 409,
    sentence: '确认点“{name}”的时间超出了本机构的现场确认时间，请调整到范围以内。',
  },
  'plan.point-without-staff': {
    status: 409,
    sentence: '确认点“{name}”还没有启用的确认用户，请先为它设置确认用户。',
  },
  'plan.point-untrained': {
    status: 409,
    sentence: '确认点“{name}”的确认用户还没有有效的现场确认培训记录：{people}。请先组织培训并登记。',
  },
  'plan.point-without-hours': { status: 409, sentence: '确认点“{name}”还没有填写办公时间，请先填写。' },
  'plan.notice-missing': {
    status: 409,
    sentence: '面向申请人和教师的工作通知还没有上报，请先上报通知，再提交计划。',
  },
  'plan.scheme-missing': { status: 409, sentence: '本机构的实施方案还没有报送，请在发布公告前报送实施方案。' },
  'plan.training-missing': { status: 409, sentence: '本年度的业务培训还没有登记，请先组织培训并登记。' },
  'plan.too-many-rounds': {
    status: 409,
    sentence: '本年度已有 {found} 个批次，规定每年 {allowed} 个批次，请核对或说明理由。',
  },
  'plan.registration-first-half': {
    status: 409,
    sentence: '定期注册只在下半年开展，{window}从 {day} 开始，请调整到下半年。',
  },
  'plan.stage-missing': { status: 409, sentence: '定期注册计划缺少“{stage}”的时间，请补充。' },
  'plan.stage-order': {
    status: 409,
    sentence: '“{stage}”的起止时间早于上一环节“{previous}”，请按办理顺序排列时间。',
  },
  'plan.stage-outside': { status: 409, sentence: '“{stage}”的时间超出了定期注册的总时间，请调整到范围以内。' },
  'plan.publicity-too-short': {
    status: 409,
    sentence: '公示只有 {found} 天，规定不得少于 {required} 天，请延长公示时间。',
  },
  'plan.change-strands': {
    status: 409,
    sentence: '“{name}”有 {count} 名已提交、尚未确认的申请人，变更后他们没有确认时间，请为他们保留现场确认时间。',
  },
  'plan.change-shortens': {
    status: 409,
    sentence: '{window}已经开始，并已向社会承诺到 {closes} 结束，不能提前结束，请保留原结束时间或改晚。',
  },
  'plan.change-children': {
    status: 409,
    sentence: '变更后，{count} 个下级机构已发布的计划会超出本省的时间范围，请先调整这些机构的计划。',
  },
  'plan.justification-missing': { status: 422, sentence: '下面这一条需要写明理由才能提交：{finding}' },
  'plan.already-started': { status: 409, sentence: '本机构在这个批次已有计划，请打开已有的计划继续办理。' },
  'plan.round-unknown': { status: 422, sentence: '没有找到这个批次，请刷新页面后重新选择。' },
  'plan.round-over': { status: 409, sentence: '这个批次已经结束，不能再制定计划，请选择尚未结束的批次。' },
  'plan.edited-meanwhile': {
    status: 409,
    sentence: '这份计划刚刚被其他人修改过，请刷新页面，核对最新内容后再保存。',
  },
  'plan.not-editable': { status: 409, sentence: '计划已经提交上级，正在等待审批，暂时不能修改，请等待上级意见。' },
  'plan.nothing-changed': { status: 409, sentence: '内容与已发布的计划相同，没有需要提交的变更，请先修改内容。' },
  'plan.not-waiting': { status: 409, sentence: '这份计划不在等待审批的状态，请刷新页面查看最新状态。' },
  'plan.not-superior': { status: 403, sentence: '这份计划由制定机构的上一级机构审批，请由上一级机构办理。' },
  'plan.same-person': { status: 403, sentence: '提交和审批不能由同一人完成，请由另一名工作人员审批。' },
  'plan.return-reason-needed': { status: 422, sentence: '退回计划时请写明理由，制定机构将按理由修改。' },
  'plan.not-approved': { status: 409, sentence: '计划还没有经上级审批通过，不能发布，请等待审批。' },
  'plan.publish-past': { status: 422, sentence: '发布时间已经过去，请选择立即发布，或填写将来的时间。' },
  'plan.not-published': { status: 409, sentence: '计划还没有发布，不能办理延期，请直接修改计划。' },
  'plan.change-pending': {
    status: 409,
    sentence: '这份计划还有一个已批准、等待生效的变更，请等它生效后再办理。',
  },
  'plan.extension-not-later': {
    status: 422,
    sentence: '延期后的截止时间必须晚于原来的截止时间（{closes}），请重新填写。',
  },
  'plan.extension-past': { status: 422, sentence: '延期后的截止时间已经过去，请填写将来的时间。' },
  'plan.extension-number-used': { status: 409, sentence: '这个文号已经用于另一份延期决定，请核对文号。' },
} as const satisfies ProblemTable
