"""Measure words and what must stand around each before its missing number is proven."""

from typing import NamedTuple

_AMOUNTS = """
    经费 资金 总额 总值 产值 税收 利润 面积 收入 工资 价格 成本 余额 存款 贷款 总产 单产 产量 销量 总量
    总数 数量 里程 长度 高度 宽度 深度 体积 容积 重量 容量 距离 金额 费用 价值 押金 罚款 补贴 津贴 奖金
    租金 定额 限额 标准 水平 投资 支出 补助 奖励 增长 增加 减少 下降 提高 上升 降低 投入 完成 实现 新增
    新建 改造 总长 全长 达到 共计 合计 总计 累计 超过 拨付 发放 筹集 争取 生产 销售 造林 流转 绿化 硬化
    治理 種植 种植 收到 缴纳 征收 处以 罰款 經費 資金 總額 總值 產值 稅收 利潤 面積 工資 價格 餘額 貸款
    產量 金額 費用 價值 補貼 獎金 標準 補助 達到 共計 合計 總計 累計 超過
    """
_GENERAL = """
    达到 共计 共有 合计 总计 累计 完成 实现 新增 安排 争取 落实 筹集 发放 召开 举办 开展 组织 培训 撰写
    编发 印发 受理 办理 查处 建成 新建 改造 修建 推广 引进 签约 签订 获得 荣获 取得 评选 接待 化解 调处
    救助 资助 慰问 走访 表彰 安置 帮扶 安装 更换 募集 刊发 采用 报送 推荐 储备 建设 出台 制定 制订 修订
    颁布 实施 推出 开工 竣工 投产 扩建 改建 续建 设立 成立 组建 创建 培育 打造 发展 认定 命名 授予 申报
    承担 承办 参加 参与 选派 派出 配备 购置 添置 购买 发布 发表 出版 编写 编印 制作 张贴 悬挂 征集 收集
    提出 提交 收到 办结 审结 侦破 破获 抓获 捣毁 处置 处理 查获 关闭 取缔 取消 下放 清理 精简 压减 淘汰
    关停 拆除 搬迁 解决 惠及 覆盖 涉及 拥有 现有 建立 布设 开通 开设 开办 栽植 补植 种植 养殖 出栏 存栏
    出口 进口 销售 生产 铺设 架设 埋设 维修 修复 修缮 疏浚 加固 排查 发现 督办 审议 审核 验收 通过 举行
    邀请 出访 增加 减少 超过 不少于 不低于 转移 带动 投放 调整 突破 公布 编制 形成 主持 连续 涵盖 包含 包括
    分为 划分 评出 達到 共計 合計 總計 累計 實現 減少 超過 籌集 發放 召開 舉辦 開展 組織 培訓 撰寫 編印
    辦理 查處 推廣 引進 簽訂 獲得 設立 設置 建設 擴建 購置 發布 發表 製作 處理 舉行 審議 通過 修訂 參加
    選派 配備
    """
GENERAL_VERBS = frozenset(_GENERAL.split())
# Words that an amount follows: 收入元, 面积亩, 增长倍.
AMOUNTS = frozenset(_AMOUNTS.split())
_TIME = """
    历时 歷時 缩短 縮短 提前 持续 持續 达到 達到 长达 長達 累计 累計 超过 超過 不少于 不少於 延长 延長 提速
    压缩 推迟 平均
    """


# What is counted stands before its number in a report: 召开会议3次，发放资料500份.
# 企业家 and 法律人 are words, and not listed.
_COUNTED = {
    "项": "项目 课题 工程 制度 措施 专利 成果 政策 法规 规章 技术 改革 荣誉 課題 專利 計畫",
    "次": """
    会议 检查 活动 培训 讲座 大会 演练 行动 座谈 调研 督查 考察 宣传 比赛 事故 巡查 会商 例会 學習 学习
    执法 会谈 走访 會議 檢查 活動 培訓
    """,
    "件": "案件 文件 邮件 信件 稿件 证件 建议 法规 法律 规章 专利 实事 产品 来信 商标 作品 展品 衣物 建議 法規 專利",
    "篇": "信息 文章 论文 报告 稿件 简报 调研 材料 体会 心得 报道 新闻 文稿 消息 動態 論文 報告",
    "期": "园地 简报 专栏 板报 训班 专刊 快报 节目 墙报 信息 内刊 通讯 動態 簡報",
    "家": "公司 单位 机构 中心 医院 学校 银行 作社 商户 农场 门店 协会 酒店 超市 网点 餐馆 工厂 煤矿 书店 單位 機構",
    "名": """
    干部 党员 教师 学生 职工 群众 人才 代表 选手 队员 人员 医生 民警 愿者 农民 委员 专家 学员 儿童 工人
    官兵 战士 大学 毕业 老人 幹部 學生
    """,
    "人": """
    干部 党员 教师 学生 职工 群众 人才 人员 民警 愿者 农民 学员 儿童 官兵 人口 老人 毕业 力量 员工 劳力
    動力 幹部 學生 人員
    """,
    "户": "农户 用户 困户 群众 住户 農戶",
    "份": "资料 问卷 合同 协议 文件 传单 报告 档案 材料 试卷 手册 单页 简报 通知 保单 證書 證件 資料 問卷 文件",
    "起": "案件 事故 纠纷 矛盾 投诉 火灾 事件 信访 违法 违章 隐患 案件 糾紛",
    "条": """
    公路 道路 铁路 河道 渠道 线路 意见 建议 信息 航线 措施 标语 街道 产线 规定 短信 线索 问题 河流 管线
    意見 建議
    """,
    "座": "水库 桥梁 大桥 电站 厂房 公园 车站 水闸 塘坝 大棚 泵站 桥涵 立交 隧道 公厕 水塔 基站 水窖 橋樑 水庫",
    "台": "设备 车辆 电脑 算机 拉机 农机 机械 机组 仪器 空调 机床 水泵 電腦 設備",
    "辆": "车辆 汽车 客车 公交 货车 轿车 警车 摩托 電車",
    "艘": "船舶 渔船 轮船 快艇",
    "套": "住房 设备 教材 制度 桌椅 公寓 系统 租房 器材 图书 房屋 方案 設備 住宅",
    "场": "活动 讲座 聘会 告会 谈会 晚会 演讲 座谈 宣讲 講座 活動",
    "处": "隐患 险情 违建 隱患",
    "所": "学校 中学 小学 医院 学院 高校 大学 儿园 生院 老院 技校 學校 醫院",
    "部": "法规 法律 规章 作品 著作 影片 条例 法規",
    "张": "床位 照片 病床 标语 图片 海报 报表",
    "幅": "标语 横幅 作品 条幅 宗地 海报",
    "册": "书籍 图书 手册 资料 读本 画册 圖書",
    "株": "树木 苗木 果树 古树 花卉",
    "头": "生猪 肉牛 奶牛 耕牛 牲畜 母猪",
    "只": "家禽 肉鸡 蛋鸡 山羊 肉羊 船只",
    "羽": "家禽 肉鸡 蛋鸡",
    "间": "房屋 教室 校舍 宿舍 平房 住房 門面",
    "栋": "楼房 住宅 大棚 厂房 宿舍",
    "幢": "楼房 住宅 厂房 宿舍",
    "盏": "路灯 路燈",
    "块": "奖牌 展板 标牌 宗地 地块",
    "宗": "土地 案件 耕地 用地",
    "笔": "贷款 业务 资金 捐款",
    "例": "病例 手术 确诊 病人",
}


class MeasureWord(NamedTuple):
    """One measure word.

    ``verbs`` may stand directly before it with no other meaning (安置户 is a kind of household, 惠及户 has lost a
    number), ``counted`` before it when the phrase ends after it. ``continues`` is what may follow a verb and the word
    besides the end of the phrase; ``otherwise`` is what may not.
    """

    verbs: frozenset[str]
    counted: frozenset[str]
    continues: str | None
    otherwise: str


def _word(
    verbs: str = _GENERAL, *, without: str = "", continues: str | None = None, otherwise: str = ""
) -> MeasureWord:
    return MeasureWord(frozenset(verbs.split()) - frozenset(without.split()), frozenset(), continues, otherwise)


# 增加项, 调整项 and 认定项 are kinds of items.
_ITEMS = "生产 销售 审核 验收 增加 减少 调整 处理 包含 包括 覆盖 划分 涉及 申报 认定"
# ``otherwise`` holds the second characters of other words: 项目, 次数, 条例.
_WORDS: dict[str, MeasureWord] = {
    "项": _word(
        without=_ITEMS,
        continues="",
        otherwise="目下羽圈链背庄",
    ),
    "次": _word(continues="", otherwise="数序日要级生第元品等年贷长之债中主干于方世大位席女新高"),
    "件": _word(
        """
    受理 办理 办结 审结 收到 接待 查处 处理 办好 化解 调处 立案 破获 侦破 提出 提交 征集 发放
    出台 制定 答复 达到 共计 累计 完成 收集 出口 销售
    收缴 查获 没收 审议 新增 受理 辦理 查處 發放 提出 達到 共計
    """,
        continues="实事|好事|大事|案件|提案|议案|建议|民生|信访|實事|大事|議案",
    ),
    "篇": _word(
        "撰写 发表 刊发 采用 编发 完成 报送 刊登 发布 推送 上报 编写 形成 共计 达到 累计 撰寫 發表",
        continues="",
        otherwise="幅章目",
    ),
    "期": _word("举办 编发 编印 刊发 印发 舉辦 編印", continues="", otherwise="间間限望待货权满末刊盼房初中"),
    "家": _word(
        """
    新增 达到 共有 共计 累计 合计 引进 关停 关闭 培育 新建 整治 检查 取缔 拥有 涉及 走访 帮助 扶持 新设
    组建 成立 认定 搬迁 带动 淘汰 招引 发展 達到 共計 引進 成立
    """,
        continues="(?![庭族电電具居乡属务园长禽政]|国(?!有))[^，。；\n]{0,6}(?:企业|公司|单位|机构|医院|学校|银行|门店|合作社|商户|农场|企業|單位|機構|醫院|學校|銀行)",
    ),
    "户": _word(
        "达到 共有 共计 累计 惠及 覆盖 涉及 走访 解决 带动 帮助 完成 实现",
        continues="[^，。；\n]{0,4}(?:农户|居民|群众|家庭|企业|人家)",
    ),
    "名": _word(
        """
    选派 招录 录用 聘任 聘请 培训 表彰 引进 新增 达到 共有 共计 累计 配备 救助 资助 慰问 评选 抓获 拥有
    培养 发展 选拔 招聘 招收 邀请 吸纳 安置 處分 選派 錄用 培訓 達到 共計
    """,
        continues="",
        otherwise="称字单额片义词为列誉声气目录册校家优下人师",
    ),
    "位": _word(
        "邀请 慰问 走访 表彰 共有 评选 聘请 接待 邀請 慰問", continues="", otherwise="于置居素子移制数列处系差次势"
    ),
    "人": _word("达到 共计 累计 新增 惠及 转移 带动 录用 录取 选派 抓获 减少 增加 合计 超过 補助 達到 共計 累計"),
    "份": _word(continues="", otherwise="额证量子公内"),
    "起": _word(
        "查处 发生 受理 调处 化解 处置 处理 排查 破获 侦破 立案 办理 共计 累计 立案 查處 發生 處理 受理 辦理",
        continues="[^，。；\n]{0,10}(?:案件|事故|纠纷|矛盾|火灾|事件|隐患|糾紛|火災)",
    ),
    "条": _word(without="生产 通过", continues="", otherwise="例件款约約理纹文形码目线線块"),
    "座": _word(without="安装 设置 养殖", continues="", otherwise="谈談位椅右率"),
    "台": _word(
        "购置 安装 配备 新增 更换 更新 采购 生产 销售 投放 购买 改造 拥有 添置 达到 共计 累计 建成",
        continues="",
        otherwise="账帐阶风湾海地词胞历曆商",
    ),
    "套": _word(continues="", otherwise="路话取种利期餐"),
    "场": _word(
        "举办 开展 召开 组织 举行 演出 放映 共计 累计 舉辦 舉行", continues="", otherwise="所地面景合馆院内外区站域租次"
    ),
    "处": _word("排查 整改 新增 新建 建成 共计 达到 查处 取缔 加固 累计"),
    "所": _word(
        "新建 改建 扩建 建成 新增 达到 共计 拥有 改造 创建 现有 共有 撤并 建设 新建",
        continues="[^，。；\n]{0,6}(?:学校|中学|小学|高校|大学|学院|医院|幼儿园|卫生院|敬老院|學校|醫院)",
    ),
    "部": _word(
        "出台 制定 修订 颁布 完成 审议 共计 达到",
        continues="[^，。；\n]{0,6}(?:法律|法规|规章|作品|电影|著作|条例|电视|影片)",
    ),
    "种": _word("达到 共计 涵盖 包括 新增 涉及 发现", otherwise="植子类族地"),
    "类": _word("分为 划分 共计 涵盖 包括 涉及", continues="", otherwise="型似别"),
    "届": _word("举办 承办 连续 召开 舉辦 連續"),
    "间": _word("新建 改造 建成 新增 修缮 达到 共计 累计 完成 扩建 维修 加固"),
    "架": _word("新增 购置 达到 共计 累计 出动"),
    "天": _word(_TIME),
    "小时": _word(_TIME),
    "分钟": _word(_TIME),
    "批": _word("发布 公布 引进 举办 培育 选派 推出", continues="", otherwise="准评发复改示次"),
    **dict.fromkeys(
        ("张", "幅", "枚", "册", "只", "头", "羽", "栋", "幢", "根", "盏", "块", "宗", "笔", "例"),
        _word(without="实现 发展 建设"),
    ),
    **dict.fromkeys(("株", "艘", "辆"), _word(continues="", otherwise="连式待")),
}
MEASURE_WORDS = {
    name: word._replace(counted=frozenset(_COUNTED.get(name, "").split())) for name, word in _WORDS.items()
}
# Words that end like a phrase with a measure word: 学校5所、研究所 lacks nothing.
_LOOKALIKES = """
    事项 款项 奖项 专项 各项 选项 立项 单项 案件 事件 文件 条件 邮件 证件 软件 信件 稿件 部件
    零件 物件 场所 处所 厕所 出所 究所 诊所 会所 住所 法所 层次 批次 名次 档次 首次 多次 再次
    每次 依次 线条 教条 讲座 平台 电台 站台 柜台 配套 成套 外套 市场 现场 会场 农场 广场 牧场
    林场 机场 商场 考场 股份 身份 月份 年份 省份 成份
"""
LOOKALIKES = frozenset(_LOOKALIKES.split())
TRADITIONAL = str.maketrans(
    "項條戶場處臺張冊隻頭羽間棟輛個屆種類塊盞筆時鐘", "项条户场处台张册只头羽间栋辆个届种类块盏笔时钟"
)
VERB_ENDINGS = "".join(sorted({verb[-1] for word in MEASURE_WORDS.values() for verb in word.verbs}))
COUNTED_ENDINGS = "".join(sorted({noun[-1] for word in MEASURE_WORDS.values() for noun in word.counted}))
