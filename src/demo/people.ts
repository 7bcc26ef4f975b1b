/** The demo's places and people: how an account is spelled, how big a union is, and who works there. All made up. */

/** Pinyin for accounts, and the weight by which figures are shared out. */
const places: Readonly<Record<string, { account: string; weight: number }>> = {
  示范区总工会: { account: 'district', weight: 0 },
  沙头角街道总工会: { account: 'shatoujiao', weight: 0 },
  田心社区工联会: { account: 'tianxin', weight: 9 },
  中英街社区工联会: { account: 'zhongyingjie', weight: 5 },
  沙头角社区工联会: { account: 'shatoujiao-shequ', weight: 8 },
  桥东社区工联会: { account: 'qiaodong', weight: 6 },
  东和社区工联会: { account: 'donghe', weight: 7 },
  海山街道总工会: { account: 'haishan', weight: 0 },
  鹏湾社区工联会: { account: 'pengwan', weight: 7 },
  海涛社区工联会: { account: 'haitao', weight: 8 },
  田东社区工联会: { account: 'tiandong', weight: 6 },
  梧桐社区工联会: { account: 'wutong', weight: 9 },
  盐田街道总工会: { account: 'yantian', weight: 0 },
  东海社区工联会: { account: 'donghai', weight: 10 },
  沿港社区工联会: { account: 'yangang', weight: 9 },
  永安社区工联会: { account: 'yongan', weight: 7 },
  明珠社区工联会: { account: 'mingzhu', weight: 6 },
  梅沙街道总工会: { account: 'meisha', weight: 0 },
  大梅沙社区工联会: { account: 'dameisha', weight: 6 },
  小梅沙社区工联会: { account: 'xiaomeisha', weight: 4 },
  滨海社区工联会: { account: 'binhai', weight: 5 },
  东海岸社区工联会: { account: 'donghaian', weight: 7 },
};

const surnames = [...'陈李张黄林王刘吴周徐郑何罗梁谢'];
const given = ['志强', '秀英', '建华', '丽娟', '国栋', '晓敏', '海燕', '伟民', '春梅', '文彬', '小红'];

/** How a union is spelled in the accounts of its officers. */
export function spellingOf(union: string): string {
  return placeOf(union).account;
}

/** How much of a figure a community gets, beside the others. */
export function weightOf(union: string): number {
  return placeOf(union).weight;
}

function placeOf(union: string): { account: string; weight: number } {
  const place = places[union];
  if (place === undefined) throw new Error(`The demo does not know ${union}`);
  return place;
}

/** The name of the so-and-so-many-th officer. */
export function nameOf(no: number): string {
  return `${surnames[no % surnames.length]}${given[no % given.length]}`;
}
