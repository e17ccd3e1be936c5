/**
 * Kinds that make up a whole between them: where every part of a list is of another of a row's kinds, and enough of
 * the kinds occur, the list is complete. Each kind is a pattern of the words beside the number; example.
 */
export const COMPLETE_SETS: readonly {
  readonly kinds: readonly RegExp[];
  /** how many kinds must occur; all of them where it is not told */
  readonly least?: number;
  readonly example: string;
}[] = [
  { kinds: [/男/, /女/], example: "男性192人、女性196人" },
  { kinds: [/城镇|城市|城区|市区/, /农村|乡村|农牧区/], example: "城镇人口21万人,乡村人口17万人" },
  { kinds: [/新开工|新建|新实施/, /续建|结转|复工/], example: "新开工21个、续建27个" },
  { kinds: [/集中/, /分散|散居/], example: "集中供养775人,分散供养646人" },
  { kinds: [/A级/, /B级/, /C级/, /D级/], least: 2, example: "C级415户、D级225户" },
  { kinds: [/轻型/, /普通型/, /重型/, /无症状/], least: 2, example: "轻型9例、普通型3例" },
  {
    kinds: [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
    example: "第一产业31亿元,第二产业62亿元,第三产业92亿元",
  },
  { kinds: [/未成年/, /青壮年|中青年|青年/, /老年/], example: "未成年人68例,青壮年312例,老年人106例" },
  { kinds: [/夏粮/, /秋粮/], example: "夏粮141.09万吨、秋粮177.45万吨" },
  { kinds: [/夏粮/, /早稻/, /秋粮/], example: "夏粮12万吨、早稻30万吨、秋粮45万吨" },
  {
    kinds: [/社会团体|社团/, /民办非企业|社会服务机构/, /基金会/],
    least: 2,
    example: "社会团体118个、民办非企业单位194个",
  },
  {
    kinds: [/博士/, /硕士/, /研究生/, /本科(?!及?以上)/, /专科|大专(?!及?以上)|高职/, /中职|中专|高中/],
    least: 3,
    example: "研究生12人、本科66人、专科21人",
  },
  { kinds: [/出口/, /进口/], example: "出口2480万美元,进口670万美元" },
  { kinds: [/基本支出/, /项目支出/], example: "基本支出3.6亿元,项目支出0.5亿元" },
  { kinds: [/行政/, /事业/, /工勤/], least: 2, example: "行政编制34名、事业编制52名" },
  { kinds: [/大中型/, /小微型?/], example: "大中型企业14户,小微型企业112户" },
  { kinds: [/(?:^|[^不分])属实/, /部分属实/, /不属实/], least: 2, example: "属实109件、不属实34件" },
  { kinds: [/属实及部分属实|基本属实/, /不属实/], example: "属实及部分属实109件、不属实34件" },
  { kinds: [/新建/, /改造|提升|改扩建/], example: "新建2.9万亩、改造提升1.3万亩" },
  { kinds: [/职工/, /居民/], example: "职工医保12.9亿元,居民医保1.7亿元" },
  { kinds: [/财政补助|政府补助/, /个人缴费|个人自付|自筹/], example: "财政补助610元、个人缴费350元" },
  { kinds: [/商品零售/, /餐饮/], example: "商品零售63.9亿元,餐饮收入8.7亿元" },
  { kinds: [/确诊/, /无症状/], example: "确诊病例61例、无症状感染者157例" },
  { kinds: [/固定/, /流动|移动/], example: "固定采样点241个、流动采样点45个" },
  { kinds: [/在编/, /聘用|编外|合同制/], example: "在编19名、聘用15名" },
  { kinds: [/本地/, /外地|外省|外籍/], example: "本地籍89人、外地籍148人" },
  { kinds: [/优/, /良/, /中|合格|一般/, /差/], least: 2, example: "“优”的11个、“良”的3个" },
  {
    kinds: [/销号|完成整改|整改到位|整改完成|已完成/, /基本完成|序时|推进/, /持续推进|长期|滞后|未完成|未达/],
    example: "已销号30个、达到序时进度4个、需长期坚持2个",
  },
  { kinds: [/(?:^|[^性未])办结/, /阶段性办结/], example: "已办结208件、阶段性办结5件" },
  { kinds: [/新[订立制定]/, /修[订改编]/], example: "新订16项、修订11项" },
  {
    kinds: [/上级|[转交]办/, /群众|举报/, /自行|自主|摸排/],
    example: "上级转办29条、群众举报38条、自行摸排16条",
  },
  {
    kinds: [/省外/, /省内/, /[县区市旗州]内|本地|就近/],
    example: "省外6.72万人、省内县外1.68万人、县内2.8万人",
  },
  { kinds: [/养殖/, /捕捞/], example: "养殖产量13.6万吨、捕捞产量5.3万吨" },
  { kinds: [/产业/, /基础设施/, /民生|社会事业/], example: "产业类17个、基础设施类12个、民生类7个" },
  { kinds: [/大型/, /中型/, /小微?型|微型/], example: "大型6家、中型34家、小微型146家" },
  { kinds: [/利润/, /税金|税收/], example: "利润8.3亿元、税金4.4亿元" },
  { kinds: [/中小学/, /幼儿园/], example: "中小学132名、幼儿园54名" },
  { kinds: [/高级/, /中级/, /初级/], example: "高级413人、中级1096人、初级1701人" },
  { kinds: [/追回|收回|追缴/, /补发/], example: "追回错发6.85万元、补发4.40万元" },
  { kinds: [/当场|立即|立行立改/, /限期|按期/], example: "当场整改198处,限期整改67处" },
  {
    kinds: [/岁(?:及)?以下/, /岁$|[-—至]\d+岁/, /岁(?:及)?以上/],
    least: 2,
    example: "18岁以下6人,36岁以上59人",
  },
  { kinds: [/本土|本地/, /境外|输入/], example: "本土31例,境外输入7例" },
  { kinds: [/第一剂|首剂/, /第二剂/, /加强|第三剂/], example: "第一剂33万剂次、第二剂33万剂次" },
  { kinds: [/购置费/, /运行/], example: "购置费0万元、运行维护费24万元" },
  { kinds: [/货物/, /工程/, /服务/], example: "货物812万元、工程350万元、服务163万元" },
  { kinds: [/公办/, /民办/], example: "公办22所、民办9所" },
  {
    kinds: [/中央/, /省级?/, /市级?/, /[区县]级?|地方/],
    least: 2,
    example: "中央资金30万元、省级资金20万元、区级资金10万元",
  },
  {
    kinds: [/工资性/, /经营/, /财产/, /转移/],
    example: "工资性收入80元,经营净收入22元,财产净收入11元,转移净收入25元",
  },
  {
    kinds: [/出国|因公/, /公务用车/, /接待/],
    least: 2,
    example: "因公出国费0万元,公务用车费24万元,公务接待费20万元",
  },
  { kinds: [/集中隔离/, /社会面/, /居家/], least: 2, example: "集中隔离人员8例,社会面4例" },
  { kinds: [/实名/, /匿名/], example: "实名举报31件、匿名举报7件" },
  { kinds: [/赞成|同意/, /反对/, /弃权/], least: 2, example: "赞成37票、反对2票、弃权1票" },
  { kinds: [/(?:^|[^非])税收/, /非税/], example: "税收收入5亿元,非税收入2亿元" },
  { kinds: [/水田/, /旱田|旱地/], example: "水田30万亩,旱田50万亩" },
  { kinds: [/(?:^|[^不])合格/, /不合格/], example: "合格190批次,不合格10批次" },
  { kinds: [/(?:^|[^未])达标/, /未达标/], example: "达标18个,未达标3个" },
  {
    kinds: [
      /刑事?拘留?|刑拘/,
      /取保候审/,
      /逮捕|批捕/,
      /移交|移送/,
      /监视居住/,
      /行政处罚|行政拘留|治安处罚/,
      /教育/,
    ],
    least: 3,
    example: "刑事拘留31人、取保候审7人、移交外地警方25人",
  },
  {
    kinds: [/立案/, /了结/, /谈话|函询/, /初核|初步核实/, /暂存/],
    least: 3,
    example: "立案6件、了结14件、谈话函询5件",
  },
  { kinds: [/一般债务|一般债券/, /专项债务|专项债券/], example: "一般债务17亿元,专项债务11亿元" },
  { kinds: [/[省市县区]内/, /[省市县区]外/], example: "省内4万人、省外2万人" },
  { kinds: [/在职/, /退休/], example: "在职17928人,离退休13318人" },
  {
    kinds: [
      /整改到位|完成整改|已(?:整改|完成|办结|销号)|办结/,
      /基本完成|阶段性/,
      /正在|在办|办理中|推进中/,
      /长期|持续|未(?:完成|整改|办结)|尚未/,
    ],
    least: 3,
    example: "已整改到位74个,正在整改9个,需长期推进4个",
  },
  {
    kinds: [/(?:^|[^不本较])满意/, /(?:基本|较)满意/, /不满意/],
    example: "满意2375户,基本满意88户,不满意37户",
  },
  { kinds: [/儿童/, /成人|成年人/], example: "儿童41人、成人23人" },
  { kinds: [/查实/, /查否|不实/, /部分属实/], least: 2, example: "查实31件、查否7件" },
  { kinds: [/国有/, /集体/, /股份|民营|私营|非公/, /外商|港澳台/], example: "国有企业31户、民营企业57户" },
];

/** Words that say that a part is done, and that another is not yet: between them they make up what came in. */
export const DONE =
  /查结|办结|完成|通过(?=评审|验收|认定|审核|考核|$)|解除|治愈|化解|结案|审结|执结|整改|销号|落实|答复|回复|调解成功|出院|已办|已销|归还|拆除|验收|已建成|竣工|兑付|脱贫|已消化|已出结果|整治|处置|已入住|已使用|已拨付|已支付|已发放|已开工|已兑现/;
export const PENDING =
  /正在|在办|在核|尚|未|剩余|其余|限期|在院|待|核查中|办理中|推进中|在建|整改中|住院|仍有|结转|余下/;
/** Outcomes that may stand beside done and pending. */
export const OTHER_OUTCOME = /死亡|转出|退回|撤销|撤回|不予|中止|终止|转办|移交|持续|长期/;

/** A last part that says that nothing is left over. */
export const REMAINDER = /^[,，、;]?(?:其他|其它|其余|余下|另外|剩余)/;

/** A count that carries matters over from before may have more done than came in. */
export const CARRIED_OVER = /结转|上年|往年|历年|累计未|积案|存量/;

/** What is a part of what, where nothing else says so; example. */
export const PART_OF: readonly { readonly part: RegExp; readonly whole: RegExp; readonly example: string }[] =
  [
    { part: /税收/, whole: /公共预算收入|财政收入/, example: "一般公共预算收入4亿元;税收收入3亿元,占比72%" },
    {
      part: /教育|社保|卫生|农林水/,
      whole: /公共预算支出|财政支出/,
      example: "教育支出6亿元,占财政支出的20%",
    },
  ];

/** Stages of one case that the same person passes: their numbers are not added. */
export const STAGES = [/刑拘|拘留/, /逮捕|批捕|起诉/] as const;

/** Rates by the names of their part and whole, which may stand in different units; example. */
export const RATES_OF: readonly {
  readonly rate: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
  readonly example: string;
}[] = [
  {
    rate: /(?:入住|使用|占用)率/,
    part: /入住|在住|收住|收治|在院|已用|使用|占用/,
    whole: /床位|房间|客房|房源|泊位|车位/,
    example: "总床位2430张,入住老人1266名,入住率52.1%",
  },
  {
    rate: /利润率/,
    part: /利润/,
    whole: /营业收入|主营业务收入/,
    example: "营业收入226.4亿元,利润12.8亿元,利润率5.65%",
  },
  {
    rate: /基金使用率/,
    part: /支出/,
    whole: /收入/,
    example: "基金收入3.18亿元,支出3.05亿元,基金使用率95.9%",
  },
  {
    rate: /(?:利用|负荷)率/,
    part: /吞吐量|产量|处理量|发电量|供水量|运量/,
    whole: /能力|规模|产能/,
    example: "设计年吞吐能力2400万吨,吞吐量1980万吨,利用率82.5%",
  },
  {
    rate: /罹患率|发病率|感染率/,
    part: /病例|发病|患病|感染/,
    whole: /师生|波及|暴露|受检|全[校村厂园]/,
    example: "波及人数1250人,发病50人,罹患率4%",
  },
  {
    rate: /满意[率度]/,
    part: /满意/,
    whole: /回访|受访|调查|测评|问卷|参评|走访|收回|回收/,
    example: "回访400户,满意388户,满意率97%",
  },
  { rate: /火化率/, part: /火化/, whole: /死亡/, example: "死亡人口2600人,火化2470具,火化率95%" },
  {
    rate: /恩格尔系数/,
    part: /食品/,
    whole: /消费支出/,
    example: "消费支出18000元,食品烟酒支出5760元,恩格尔系数32%",
  },
  { rate: /存贷比/, part: /贷款/, whole: /存款/, example: "存款余额312.4亿元,贷款余额224.9亿元,存贷比72%" },
  {
    rate: /(?:出席|到会|参会|参训|参选|投票)率/,
    part: /实到|出席|到会|参会|参训|参加|参选|投票/,
    whole: /应到|应参|应训|登记选民|选民/,
    example: "应到代表320名,实到298名,出席率93.1%",
  },
];

/** Rates whose whole does not stand beside the part: of a mid-year population, of a debt limit. */
export const OWN_BASE =
  /(?:出生|死亡|增长|失业|升学|入学|巩固|城镇化|覆盖|债务|负债|利润|税负|发案|生育|抚养|利用|开工|毛利|通胀|汇|利|贡献|产销|周转|入住|空置|优良)率/;

/** Persons may be of two of these at once: their numbers need not add up to the whole. */
export const OVERLAPPING =
  /党员|女|妇女|少数民族|以上学历|本科|大专|研究生|高级|岁|残疾|老年|儿童|代表|委员|退役|脱贫户|低保/;
