/**
 * 任教学科 that new certificates can carry: the interview subject lists of the national examination (2021 and later
 * additions). The position gives the code, so names are appended and never moved.
 */
const words = (text: string): string[] => text.split(' ')

export const KINDERGARTEN = words('幼儿园')

const LANGUAGES = words('德语 法语 西班牙语 藏语文 朝鲜语文 彝语文')

export const PRIMARY = [
  ...words('语文 数学 英语 道德与法治 科学 体育 音乐 美术 心理健康教育 信息技术 小学全科 特殊教育'),
  ...LANGUAGES,
]

export const LOWER_SECONDARY = [
  ...words('语文 数学 英语 道德与法治 历史 地理 物理 化学 生物 音乐 体育与健康 美术'),
  ...words('信息技术 历史与社会 科学 心理健康教育 日语 俄语 特殊教育'),
  ...LANGUAGES,
]

/** 高级中学; the general subjects (文化课) of 中等职业学校 are the same. */
export const UPPER_SECONDARY = [
  ...words('语文 数学 英语 思想政治 历史 地理 物理 化学 生物 音乐 体育与健康 美术'),
  ...words('信息技术 通用技术 心理健康教育 日语 俄语 特殊教育'),
  ...LANGUAGES,
]

/** A class of a catalogue: its number, its name, what stands in it. */
export type CatalogueClass = readonly [number: string, name: string, entries: readonly string[]]

/** Classes of the 中等职业学校专业 catalogue with a first set of majors; provinces add what they teach. */
export const VOCATIONAL_CLASSES: readonly CatalogueClass[] = [
  ['61', '农林牧渔大类', words('作物生产技术 园艺技术 畜禽生产技术 农业机械使用与维护')],
  ['62', '资源环境与安全大类', words('国土资源调查 环境监测技术')],
  ['63', '能源动力与材料大类', words('太阳能与沼气技术利用 建筑材料检测技术')],
  ['64', '土木建筑大类', words('建筑工程施工 建筑装饰技术 工程造价')],
  ['65', '水利大类', words('水利工程施工 水文与水资源勘测')],
  ['66', '装备制造大类', words('机械制造技术 数控技术应用 模具制造技术 机电技术应用 焊接技术应用')],
  ['67', '生物与化工大类', words('化学工艺 分析检验技术')],
  ['68', '轻工纺织大类', words('服装设计与工艺 纺织技术与服务')],
  ['69', '食品药品与粮食大类', words('食品安全与检测技术 制药技术应用')],
  ['70', '交通运输大类', words('汽车运用与维修 新能源汽车运用与维修 城市轨道交通运营服务')],
  ['71', '电子与信息大类', words('电子技术应用 计算机应用 计算机网络技术 物联网技术应用 软件与信息服务')],
  ['72', '医药卫生大类', words('护理 药剂 中医 医学检验技术')],
  ['73', '财经商贸大类', words('会计事务 电子商务 物流服务与管理 国际商务')],
  ['74', '旅游大类', words('旅游服务与管理 高星级饭店运营与管理 中餐烹饪 西餐烹饪')],
  ['75', '文化艺术大类', words('工艺美术 动漫与游戏制作 音乐表演 舞蹈表演 绘画')],
  ['76', '新闻传播大类', words('广播影视节目制作 播音与主持')],
  ['77', '教育与体育大类', words('幼儿保育 运动训练 休闲体育服务与管理')],
  ['78', '公安与司法大类', words('法律事务 社区法律服务')],
  ['79', '公共管理与服务大类', words('社会工作事务 民政服务 智慧健康养老服务')],
]

/** 学科门类 and 一级学科; 高校 certificates name the 一级 or 二级学科, which the province enters. */
export const ACADEMIC_FIELDS: readonly CatalogueClass[] = [
  ['01', '哲学', words('哲学')],
  ['02', '经济学', words('理论经济学 应用经济学 统计学')],
  ['03', '法学', words('法学 政治学 社会学 民族学 马克思主义理论 公安学')],
  ['04', '教育学', words('教育学 心理学 体育学')],
  ['05', '文学', words('中国语言文学 外国语言文学 新闻传播学')],
  ['06', '历史学', words('考古学 中国史 世界史')],
  ['07', '理学', words('数学 物理学 化学 天文学 地理学 大气科学 海洋科学 地球物理学 地质学 生物学 生态学')],
  [
    '08',
    '工学',
    [
      ...words('力学 机械工程 光学工程 仪器科学与技术 材料科学与工程 冶金工程 动力工程及工程热物理 电气工程'),
      ...words('电子科学与技术 信息与通信工程 控制科学与工程 计算机科学与技术 建筑学 土木工程 水利工程'),
      ...words('测绘科学与技术 化学工程与技术 地质资源与地质工程 矿业工程 交通运输工程 环境科学与工程'),
      ...words('生物医学工程 食品科学与工程 城乡规划学 软件工程 安全科学与工程 网络空间安全'),
    ],
  ],
  ['09', '农学', words('作物学 园艺学 农业资源与环境 植物保护 畜牧学 兽医学 林学 水产 草学')],
  ['10', '医学', words('基础医学 临床医学 口腔医学 公共卫生与预防医学 中医学 中西医结合 药学 中药学 护理学')],
  ['11', '军事学', words('军事思想与军事历史 战略学 军队指挥学')],
  ['12', '管理学', words('管理科学与工程 工商管理学 农林经济管理 公共管理学 信息资源管理')],
  ['13', '艺术学', words('艺术学')],
  ['14', '交叉学科', words('集成电路科学与工程 国家安全学 设计学')],
]
