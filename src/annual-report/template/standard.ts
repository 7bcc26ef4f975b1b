/** The words a district begins with (标准模板): all figures of a federation's annual report. Pure. */
import type { Template } from './template';

export const STANDARD: Template = {
  title: '{{district}}{{year}}年工作报告',
  sections: [
    {
      level: 1,
      heading: '一、{{year}}年工作回顾',
      text: '{{year}}年，{{district}}围绕中心、服务大局，各项工作取得新的进展。',
    },
    {
      level: 2,
      heading: '（一）整改落实与制度建设',
      text: '开展教育实践活动，提出{{rectification.areas}}的重点整改措施，建立健全制度{{regulation.total}}。',
    },
    {
      level: 2,
      heading: '（二）组织建设',
      text: [
        '全区预置非公企业{{enterprise.preset}}，经核查属非正常或事实不存在的{{enterprise.excluded}}，已建立工会组织{{enterprise.unionized}}，工会组建率{{rate.establishment}}。',
        '现有职工{{worker.total}}，会员{{worker.member}}，职工入会率{{rate.membership}}。',
        '集体协商建制率、工资集体协商签订率{{bargaining.rates:outcome}}年度目标。',
      ].join('\n'),
    },
    {
      level: 2,
      heading: '（三）维权维稳',
      text: '受理来信来访、工伤事故、劳资纠纷等案件{{case.accepted}}，办理省“工人在线”平台反馈问题{{case.platform}}，办结率{{rate.case-closing}}。',
    },
    {
      level: 2,
      heading: '（四）劳模与先进',
      text: '评选区劳动模范{{honour.district.model}}、区先进工作者{{honour.district.advanced-worker}}、区先进集体{{honour.district.advanced-collective}}；获省五一劳动奖章{{honour.province.medal}}、市五一劳动奖章{{honour.city.medal}}、市五一劳动奖状{{honour.city.certificate}}、市工人先锋号{{honour.city.pioneer}}。',
    },
    {
      level: 2,
      heading: '（五）职工素质',
      text: [
        '开设培训项目{{training.subjects}}、班次{{training.classes}}，培训劳务工{{training.attendances}}；新增补贴项目{{subsidy.new-items}}，累计发放补贴资金{{subsidy.paid}}。',
        '举办劳务工大课堂{{lecture.sessions}}，受教育劳务工{{lecture.people}}。',
      ].join('\n'),
    },
    {
      level: 2,
      heading: '（六）服务与帮扶',
      text: [
        '在{{care.pilot-subdistricts}}街道试点心灵驿站，为{{care.enterprises}}企业举办心理健康辅导活动{{care.sessions}}，服务职工{{care.people}}；开展心理健康问卷调查{{survey.people}}。',
        '慰问困难职工{{aid.visits}}，救助大病困难外来劳务工{{aid.serious-illness}}，发放慰问金{{aid.paid}}；办理职工安康互助保险{{insurance.policies}}。',
      ].join('\n'),
    },
    {
      level: 2,
      heading: '（七）安全生产',
      text: '组织“安康杯”竞赛，参与企业{{safety-cup.enterprises}}，覆盖职工{{safety-cup.people}}。',
    },
    { level: 1, heading: '二、{{nextYear}}年工作安排', text: '{{nextYear}}年的主要目标见附表。' },
  ],
};
