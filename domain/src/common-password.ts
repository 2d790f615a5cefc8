/**
 * Very common passwords, in small letters and without leading or trailing digits and signs: the rule in `password.ts`
 * strips those first, so `Password2026!` is found as `password`. Public lists of leaked passwords agree on these.
 */
const WORDS = `
  password passwd passphrase passport pass word login logon admin administrator root user guest test tester testing
  demo default changeme letmein welcome hello hellohello master superman batman spiderman ironman pokemon dragon
  monkey shadow sunshine princess football baseball basketball soccer hockey michael jordan jennifer jessica michelle
  daniel thomas charlie andrew joshua matthew robert george harley hunter ranger buster tigger summer winter spring
  autumn flower freedom whatever trustno iloveyou iloveu ilove loveme lovely love lover forever always angel starwars
  matrix computer internet service server system windows microsoft google apple samsung huawei xiaomi android iphone
  secret money killer pepper ginger cookie chocolate banana orange purple yellow silver golden diamond phoenix eagle
  falcon tiger lion dolphin panda happy lucky smile music guitar friend family mother father sister brother baby
  babygirl qwerty qwertyuiop qwertyui qwert qwer asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsx qazwsxedc wsxedc
  qweasd qweasdzxc qweqwe asdasd zxczxc azerty abcdefg abcdefgh abcdef abcd abcabc aaaaaa aaaaaaaa xxxxxx xxxxxxxx
  abc xyz aaa a aa q1w2e3r4 q1w2e3r4t5 q1w2e3 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx z1x2c3v4 a1b2c3d4
  a1s2d3f4 p@ssw0rd passw0rd pa55word adm1n r00t we1come qwe123 asd123 zxc123 abc123 q123456 a123456 woaini woaiwojia
  woaiziji woaimama woaibaba woaizhongguo woainima woaiwo woaila wozuiaini wodemima mima mimamima nihao nihaoma
  nihaonihao zhongguo beijing shanghai guangzhou shenzhen hangzhou zhejiang jiangsu shandong henan sichuan hunan
  hubei fujian anhui tianjin chongqing quzhou ningbo wenzhou zhang wang zhao chen yang liu huang zhou zhangwei
  wangwei liwei wangfang zhangmin lijing zhangjing wangjing liuyang wangyang zhanglei wanglei liming zhangming
  xiaoming xiaohong xiaobai xiaolong xiaotian xiaoqiang dangdang tiantian lele mingming lingling feifei yangyang
  tingting fangfang jingjing baobao baobei baobeier laopo laogong laoshi xuesheng xuexiao daxue xiaoxue zhongxue
  gaozhong chuzhong youeryuan jiaoshi jiaoyu jiaoyuju renmin gongan zhengfu aini ainiyiwannian yishengyishi yisheng
  kuaile xingfu pingan jiankang meili shengri shengrikuaile xinnian xinniankuaile gongxifacai facai baofu caishen
  taobao zhifubao weixin qq tencent alibaba baidu jingdong tmall sina weibo netease sohu hao hao123 idc wangluo
  diannao youxi mohe wangyou chuanqi moshou yingxionglianmeng lol dota counterstrike csgo minecraft naruto onepiece
  conan luffy totoro doraemon pikachu hellokitty kitty mickey snoopy garfield ferrari porsche mercedes bmw audi
  toyota honda harvard oxford london paris newyork america china chinese arsenal chelsea liverpool manchester
  barcelona realmadrid juventus milan kobe lebron messi ronaldo beckham access secure security private public office
  manager teacher student school class college university education teach learn study exam examination certificate
  qualification
`

/** Numbers that people choose for their sound, their shape on the keyboard or a date everybody knows. */
const NUMBERS = `
  12345 123456 1234567 5201314 1314520 52013145201314 13145201314520 520520 520520520 5211314 1314521 7758521 7758258
  77585210 5845201314 584520 8845201314 1314 520 521 1314159 3344520 33445210 147258369 147852369 123321 1234321
  123454321 123123 123123123 112233 11223344 1122334455 121212 12121212 131313 159357 159753 741852963 789456123
  963852741 987654321 9876543210 12345678 123456789 1234567890 0123456789 01234567 87654321 76543210 147147147 258258
  369369 456456 789789 321321 10203040 102030 1029384756 12344321 123456654321 11112222 22223333 12341234 43214321
  13579 2468 1357924680 24681012 135792468 31415926 314159265 3141592653 27182818 19491001 20080808 20081218 20000101
  19900101 19800101 20200202 20201010 88888888 66666666 168168 168168168 16888888 518518 51888 918918 66668888
  88886666 99998888 1688168
`

const entriesOf = (text: string): string[] => text.split(/\s+/).filter((entry) => entry !== '')

/** `11111111`-like, one entry per digit and per length people use. */
const REPEATED_DIGITS = Array.from('0123456789').flatMap((digit) =>
  [6, 7, 8, 9, 10, 11, 12].map((length) => digit.repeat(length)),
)

/** About five hundred passwords that any attacker tries first (S-008). */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  ...entriesOf(WORDS),
  ...entriesOf(NUMBERS),
  ...REPEATED_DIGITS,
])

/** Words of this business; a password that is little more than these is as good as public (S-008). */
export const CONTEXT_WORDS: readonly string[] = [
  'jszg',
  'jiaoshizige',
  'jiaoshizigezheng',
  'zgjszgw',
  'xingtan',
  'jiaoshi',
  'zigezheng',
  'zige',
  'renzheng',
  'rending',
  'teacher',
  'ntce',
  'moe',
  '中国教师资格网',
  '教师资格证书',
  '教师资格证',
  '教师资格',
  '定期注册',
  '资格认定',
  '认定',
  '教师',
  '杏坛',
]
