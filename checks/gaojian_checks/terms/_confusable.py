"""Words that are written with another character, and what they should be.

A table in Python, since every document is searched for all of them: reading TOML would cost more than the search. The
source of all rows is general usage as 《现代汉语词典》 records it, put down from memory (certainty M) and measured:
eight million characters of published text hold nothing of it but typing mistakes.
"""

from typing import NamedTuple

from gaojian_checks.language.scarce import LEADS, PAIRS


class Confusable(NamedTuple):
    """A wrong form, its right one, and the characters beside which the wrong form is part of other words.

    己经 after 自 is 自己 and 经; 布署 before 名 is 发布 and 署名.
    """

    wrong: str
    right: str
    not_after: str = ""
    not_before: str = ""


# wrong/right, then the characters that may stand before it in other words (- for none), then those that may follow.
_ROWS = """
一如继往/一如既往 一愁莫展/一筹莫展 一泄千里/一泻千里 一诺千斤/一诺千金 不径而走/不胫而走 世外桃园/世外桃源
严峻形式/严峻形势 严竣/严峻 乡村振新/乡村振兴 书藉/书籍/-/此由以口着 人才倍出/人才辈出 人身权力/人身权利
仓海桑田/沧海桑田 仲载/仲裁 侯补/候补 侯车/候车 侯选人/候选人 修养生息/休养生息 修茸/修葺 偶而/偶尔/配对佳 偶象/偶像
党藉/党籍/-/此由以口着 全复盖/全覆盖 再接再励/再接再厉 凋弊/凋敝 出奇不意/出其不意 分辩率/分辨率 切蹉/切磋
划拔/划拨/计规 勾消/勾销 化学反映/化学反应/-/了出在 卓着/卓著 即往不咎/既往不咎 反应群众/反映群众/良激 反映堆/反应堆
古藉/古籍/-/此由以口着 另部件/零部件 合法权宜/合法权益 名列前矛/名列前茅 和霭/和蔼 商恰/商洽/-/当好逢巧如是 喧染/渲染
因地治宜/因地制宜 园满完成/圆满完成 园满成功/圆满成功 园满结束/圆满结束 国藉/国籍/-/此由以口着 坐谈会/座谈会 坐阵/坐镇
坚巨/艰巨 坚苦奋斗/艰苦奋斗 坚辛/艰辛 墨守陈规/墨守成规 声名雀起/声名鹊起 复盖率/覆盖率 复盖面/覆盖面
多种途经/多种途径 大副增长/大幅增长 大副度/大幅度 天翻地复/天翻地覆 好象/好像/良友美/征形 好高务远/好高骛远 妨止/防止
妨疫/防疫 委屈求全/委曲求全 学藉/学籍/-/此由以口着 宣泻/宣泄 寄于厚望/寄予厚望 寻人启示/寻人启事 峻工验收/竣工验收
己经/已经/自知律克异利舍一由为安推 布署/部署/-/名理 帐蓬/帐篷 幅射/辐射 平均海拨/平均海拔 应急予案/应急预案 弛名/驰名
张驰有度/张弛有度 形势主义/形式主义 形式严峻/形势严峻 形式逼人/形势逼人 征文启示/征文启事 征稿启示/征稿启事
循序渐近/循序渐进 循私舞弊/徇私舞弊 心无旁鹜/心无旁骛 必竟/毕竟 性命悠关/性命攸关 怨天忧人/怨天尤人 恰谈/洽谈
悍卫/捍卫/强 情有独衷/情有独钟 惯彻/贯彻/-/底夜 慰籍/慰藉 成效显着/成效显著 户藉/户籍/-/此由以口着 抗辨/抗辩 折迁/拆迁
披星带月/披星戴月 抽像/抽象 拔乱反正/拨乱反正 拔付/拨付/选 拔打/拨打 拔款/拨款 招生启示/招生启事 招聘启示/招聘启事
按奈/按捺 按步就班/按部就班 振撼/震撼 振聋发馈/振聋发聩 挺而走险/铤而走险 接恰/接洽/-/当好逢巧如是 提心掉胆/提心吊胆
提练/提炼/前 摄象/摄像 效果显着/效果显著 教炼/教练 新世记/新世纪 既刻/即刻 既日起/即日起 时侯/时候 明辩是非/明辨是非
显着下降/显著下降/凸彰 显着增强/显著增强/凸彰 显着增长/显著增长/凸彰 显着成效/显著成效/凸彰 显着成绩/显著成绩/凸彰
显着提升/显著提升/凸彰 显着提高/显著提高/凸彰 显着改善/显著改善/凸彰 暴光/曝光 暴炸/爆炸 有持无恐/有恃无恐
有效途经/有效途径 末成年/未成年/期周年岁 本世记/本世纪 本未倒置/本末倒置 权利寻租/权力寻租 权利机关/权力机关
权力义务/权利义务 松驰/松弛 模凌两可/模棱两可 欢渡佳节/欢度佳节 欢渡国庆/欢度国庆 欢渡春节/欢度春节 毕竞/毕竟/完
气侯/气候 气慨/气概/-/然叹 沉缅/沉湎 泊来品/舶来品 洽当/恰当/接商融面 海拨高度/海拔高度 消毁/销毁 涣然一新/焕然一新
深刻启事/深刻启示 清政廉洁/清正廉洁 渲传/宣传 渲泄/宣泄 滥芋充数/滥竽充数 烂用/滥用 焕散/涣散 熟炼/熟练 爆光/曝光
狼籍/狼藉 瓶劲/瓶颈 甘败下风/甘拜下风 生死悠关/生死攸关 申张正义/伸张正义 申辨/申辩 相形见拙/相形见绌 着作权/著作权
瞻养/赡养 破斧沉舟/破釜沉舟 磋跎/蹉跎 神彩奕奕/神采奕奕 神彩飞扬/神采飞扬 究竞/究竟/研探 穿流不息/川流不息 竞然/竟然
竟争/竞争/究毕 竟价/竞价/究毕 竟标/竞标/究毕 竟聘/竞聘/究毕 竟选/竞选/究毕 竭泽而鱼/竭泽而渔 等侯/等候 答辨会/答辩会
篷勃/蓬勃 粗旷/粗犷 精兵减政/精兵简政 精减机构/精简机构 纪律检察/纪律检查 练油厂/炼油厂 给于充分/给予充分
给于奖励/给予奖励 给于帮助/给予帮助 给于补贴/给予补贴 给于表彰/给予表彰 给于表扬/给予表扬 编篡/编纂 缺撼/缺憾
美仑美奂/美轮美奂 肖象/肖像 脏款/赃款/心肝肾内 脱颍而出/脱颖而出 舞币/舞弊 艰定/坚定 草管人命/草菅人命 蔓廷/蔓延
藉贯/籍贯 融恰/融洽/-/当好逢巧如是 被授于/被授予 言简意骇/言简意赅 训炼/训练 记栽/记载 论文答辨/论文答辩
诉讼权力/诉讼权利 诬篾/诬蔑 调拔/调拨 负诸实施/付诸实施 货弊/货币 贪脏枉法/贪赃枉法 贯切落实/贯彻落实
赋于/赋予/天田贡禀 赡仰/瞻仰 趋之若骛/趋之若鹜 身体建康/身体健康 身分证/身份证 转栽/转载/流移/植种培到于 辐员/幅员
辨护/辩护 辨论/辩论/思/证述著 辩别/辨别 辩认/辨认 迁徒/迁徙 过渡劳累/过度劳累 过渡开发/过度开发 过渡消费/过度消费
连锁反映/连锁反应/-/了出在 迫不急待/迫不及待 迹像/迹象 追朔/追溯 选拨/选拔 遗撼/遗憾 重要途经/重要途径
重蹈复辙/重蹈覆辙 针贬/针砭 销毒/消毒 锻练/锻炼 防碍/妨碍 附诸实施/付诸实施 险竣/险峻 陪偿/赔偿 陪养/培养 陪育/培育
陪训/培训 雕象/雕像 震兴/振兴 震奋/振奋 震憾/震撼 首曲一指/首屈一指 高赡远瞩/高瞻远瞩 黄梁一梦/黄粱一梦
默守成规/墨守成规 鼎立支持/鼎力支持 鼎立相助/鼎力相助
"""


def confusables() -> dict[str, Confusable]:
    """Return the table by wrong form."""
    rows = (Confusable(*(cell.strip("-") for cell in row.split("/"))) for row in _ROWS.split())
    return {row.wrong: row for row in rows}


def leading() -> dict[str, list[tuple[int, Confusable]]]:
    """Return the rows by the scarce character that leads them, each with the place of that character in it."""
    led: dict[str, list[tuple[int, Confusable]]] = {}
    for wrong, row in sorted(confusables().items()):
        at = _lead(wrong)
        led.setdefault(wrong[at], []).append((at, row))
    return {lead: sorted(rows, key=_turn) for lead, rows in led.items()}


def _turn(placed: tuple[int, Confusable]) -> int:
    """Return when a row is tried: 竟争 before 必竟 in 必竟争, for it says what it may not follow; 等侯 before 侯车."""
    at, row = placed
    return -at if at or not row.not_after else -len(_ROWS)


def _lead(wrong: str) -> int:
    scarcest = next((character for character in LEADS if character in wrong), None)
    return wrong.index(scarcest or next(pair for pair in PAIRS if pair in wrong))
