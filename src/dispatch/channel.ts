/** The ways out of the house (外发渠道) and where a message stands on its way. */
export type Channel = 'email' | 'robot';

/** Group robots (群机器人): 企业微信, 钉钉, 飞书. */
export type RobotKind = 'wecom' | 'dingtalk' | 'feishu';

/** waiting: not tried yet · failed: will be tried again · given_up: a person must look · withdrawn: no longer wanted. */
export type DispatchStatus = 'waiting' | 'failed' | 'sent' | 'given_up' | 'withdrawn';

export type MessageLanguage = 'zh' | 'en';
