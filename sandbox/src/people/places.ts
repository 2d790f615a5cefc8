/** Home areas: mostly Zhejiang, some elsewhere; name as printed on the card. */
export const HOME_AREAS = [
  ['330802', '浙江省衢州市柯城区'],
  ['330802', '浙江省衢州市柯城区'],
  ['330802', '浙江省衢州市柯城区'],
  ['330803', '浙江省衢州市衢江区'],
  ['330824', '浙江省衢州市开化县'],
  ['330822', '浙江省衢州市常山县'],
  ['330825', '浙江省衢州市龙游县'],
  ['330881', '浙江省衢州市江山市'],
  ['330106', '浙江省杭州市西湖区'],
  ['330203', '浙江省宁波市海曙区'],
  ['330302', '浙江省温州市鹿城区'],
  ['330702', '浙江省金华市婺城区'],
  ['330602', '浙江省绍兴市越城区'],
  ['331102', '浙江省丽水市莲都区'],
  ['340102', '安徽省合肥市瑶海区'],
  ['361102', '江西省上饶市信州区'],
  ['350702', '福建省南平市延平区'],
  ['410102', '河南省郑州市中原区'],
  ['513401', '四川省凉山彝族自治州西昌市'],
  ['653101', '新疆维吾尔自治区喀什地区喀什市'],
] as const

export interface School {
  readonly code: string
  readonly name: string
  readonly level: '本科' | '专科'
}

export const UNIVERSITIES: readonly [School, ...School[]] = [
  { code: '11488', name: '衢州学院', level: '本科' },
  { code: '10345', name: '浙江师范大学', level: '本科' },
  { code: '10346', name: '杭州师范大学', level: '本科' },
  { code: '10347', name: '湖州师范学院', level: '本科' },
  { code: '10349', name: '绍兴文理学院', level: '本科' },
  { code: '10351', name: '温州大学', level: '本科' },
  { code: '10352', name: '丽水学院', level: '本科' },
  { code: '11646', name: '宁波大学', level: '本科' },
]

export const COLLEGES: readonly [School, ...School[]] = [
  { code: '12645', name: '衢州职业技术学院', level: '专科' },
  { code: '12061', name: '金华职业技术大学', level: '专科' },
  { code: '14088', name: '浙江特殊教育职业学院', level: '专科' },
]
