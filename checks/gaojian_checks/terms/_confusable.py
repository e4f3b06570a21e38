"""Words that are written with another character, and what they should be.

A table in Python, since every document is searched for all of them: reading TOML would cost more than the search. The
source of all rows is general usage as 《现代汉语词典》 records it, put down from memory (certainty M) and measured:
eight million characters of published text hold nothing of it but typing mistakes.
"""

from typing import NamedTuple


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
一如继往/一如既往 一愁莫展/一筹莫展 一泄千里/一泻千里 一诺千斤/一诺千金 不径而走/不胫而走 世外桃园/世外桃源 世记/世纪
严峻形式/严峻形势 严竣/严峻 主要途经/主要途径 乡村振新/乡村振兴 书藉/书籍 人才倍出/人才辈出
仓海桑田/沧海桑田 仗义直言/仗义执言 仲载/仲裁 侯补/候补
侯车/候车 侯选人/候选人 修茸/修葺 偶而/偶尔 偶象/偶像 党藉/党籍 全复盖/全覆盖
凋弊/凋敝 出奇不意/出其不意 分辩率/分辨率 切蹉/切磋 划拔/划拨 勾消/勾销 化学反映/化学反应 卓着/卓著
即往不咎/既往不咎 反应群众/反映群众/良激 反映堆/反应堆
古藉/古籍 另部件/零部件 合法权宜/合法权益 名列前矛/名列前茅 和霭/和蔼 商恰/商洽 喧染/渲染 因地治宜/因地制宜 园满/圆满
国藉/国籍 坐谈会/座谈会 坐阵/坐镇 坚巨/艰巨 坚苦奋斗/艰苦奋斗 坚辛/艰辛
墨守陈规/墨守成规 声名雀起/声名鹊起 复盖率/覆盖率 复盖面/覆盖面 多种途经/多种途径 大副增长/大幅增长 大副度/大幅度
天翻地复/天翻地覆 好高务远/好高骛远 妨止/防止 妨疫/防疫 委屈求全/委曲求全
学藉/学籍 宣泻/宣泄 寄于厚望/寄予厚望
寻人启示/寻人启事 峻工验收/竣工验收 己经/已经/自知律克异利舍一 布署/部署/-/名 帐蓬/帐篷 幅射/辐射
弛名/驰名 张驰有度/张弛有度 形势主义/形式主义 形式严峻/形势严峻 形式逼人/形势逼人
征文启示/征文启事 征稿启示/征稿启事 循序渐近/循序渐进 循私舞弊/徇私舞弊 心无旁鹜/心无旁骛 必竟/毕竟 性命悠关/性命攸关
怨天忧人/怨天尤人 恰谈/洽谈 悍卫/捍卫 情有独衷/情有独钟 惯彻/贯彻 慰籍/慰藉 成效显着/成效显著 户藉/户籍 抗辨/抗辩
折迁/拆迁 披星带月/披星戴月 抽像/抽象 拔乱反正/拨乱反正 拔付/拨付 拔打/拨打 拔款/拨款 招生启示/招生启事
招聘启示/招聘启事 按奈/按捺 按步就班/按部就班 振撼/震撼 振聋发馈/振聋发聩 挺而走险/铤而走险 接恰/接洽
提心掉胆/提心吊胆 提练/提炼 摄象/摄像 效果显着/效果显著 教炼/教练 既刻/即刻 既日起/即日起 时侯/时候 明辩是非/明辨是非
显着下降/显著下降 显着增强/显著增强/凸彰 显着增长/显著增长 显着成效/显著成效 显着成绩/显著成绩 显着提升/显著提升/凸彰
显着提高/显著提高/凸彰 显着改善/显著改善 暴光/曝光 暴炸/爆炸 有持无恐/有恃无恐 有效途经/有效途径 末成年/未成年
本未倒置/本末倒置 权利寻租/权力寻租 权利机关/权力机关 权力义务/权利义务
松驰/松弛 模凌两可/模棱两可 欢渡佳节/欢度佳节 欢渡国庆/欢度国庆
欢渡春节/欢度春节 毕竞/毕竟 气侯/气候 气慨/气概 沉缅/沉湎 泊来品/舶来品 洽当/恰当 海拨/海拔
消毁/销毁 涣然一新/焕然一新 深刻启事/深刻启示 清政廉洁/清正廉洁 渲传/宣传 渲泄/宣泄 滥芋充数/滥竽充数
烂用/滥用 焕散/涣散 熟炼/熟练 爆光/曝光 狼籍/狼藉 瓶劲/瓶颈 甘败下风/甘拜下风 生死悠关/生死攸关
申张正义/伸张正义 申辨/申辩 相形见拙/相形见绌 着作权/著作权 瞻养/赡养 破斧沉舟/破釜沉舟 磋跎/蹉跎
神彩奕奕/神采奕奕 神彩飞扬/神采飞扬 究竞/究竟 穿流不息/川流不息 竞然/竟然 竟争/竞争/究毕 竟价/竞价/究毕 竟标/竞标/究毕
竟聘/竞聘/究毕 竟选/竞选/究毕 竭泽而鱼/竭泽而渔 等侯/等候 答辨会/答辩会 篷勃/蓬勃 粗旷/粗犷 精兵减政/精兵简政
精减机构/精简机构 纪律检察/纪律检查 练油厂/炼油厂 给于充分/给予充分
给于奖励/给予奖励 给于帮助/给予帮助
给于补贴/给予补贴 给于表彰/给予表彰 给于表扬/给予表扬 编篡/编纂 缺撼/缺憾
美仑美奂/美轮美奂 肖象/肖像 脏款/赃款 脱颍而出/脱颖而出 舞币/舞弊 艰定/坚定 草管人命/草菅人命 蔓廷/蔓延 藉贯/籍贯
融恰/融洽 融汇贯通/融会贯通 被授于/被授予 装璜/装潢 言简意骇/言简意赅 训炼/训练 记栽/记载 论文答辨/论文答辩
诬篾/诬蔑 调拔/调拨 负诸实施/付诸实施 货弊/货币 贪脏枉法/贪赃枉法
贯切落实/贯彻落实 赋于/赋予/天 赡仰/瞻仰 趋之若骛/趋之若鹜 身体建康/身体健康 转栽/转载 辐员/幅员
辨护/辩护 辨论/辩论 辩别/辨别 辩认/辨认 迁徒/迁徙
过渡劳累/过度劳累 过渡开发/过度开发 过渡消费/过度消费 连锁反映/连锁反应 迫不急待/迫不及待 迹像/迹象 追朔/追溯
选拨/选拔 遗撼/遗憾 重要途经/重要途径 重蹈复辙/重蹈覆辙 针贬/针砭 销毒/消毒 锻练/锻炼 防碍/妨碍
附诸实施/付诸实施 险竣/险峻 陪偿/赔偿 陪养/培养 陪育/培育 陪训/培训 雕象/雕像 震兴/振兴 震奋/振奋 震憾/震撼
首曲一指/首屈一指 高赡远瞩/高瞻远瞩 黄梁一梦/黄粱一梦 默守成规/墨守成规 鼎立支持/鼎力支持 鼎立相助/鼎力相助
好象/好像/良友美/征形 录象/录像 应急予案/应急预案 身分证/身份证 再接再励/再接再厉 修养生息/休养生息 诉讼权力/诉讼权利
人身权力/人身权利
"""
# The commonest characters of official prose, commonest first.
_COMMON = (
    "的人第法行定和条一十以理有用民应管当政或者规之业会不部工二在事国务关本设作其建中生主保三市及门公地制机可对发为"
    "产要等施经合上区全下进依五所物员提大实四查时动责由得出水條件位府方分院资安任处单文化同能通成年表个使重他构加自"
    "监展护家并照品改级服期内据体性组是代权开程证数委收案日例利信情准六项相立前检入新明取报款金审外划标告按度置量境"
    "社持于请向項议技过各防應与關供申共企列计场式七交执督营力指环正律活调基强接元教支农违未源受修职高業后需办到决八"
    "目機限求织县具学现域予面治备意结百九城核复专了将被息如特集质批反育原科系常运术名商点确费导起推規污格统采配止道"
    "染果况范造於种间罚章解除放示负更省令存知增效村察济料海从投认记流平问诉害义次态因形為节长員務必题完符算这我土根"
    "书排类值月路辦益万整罪电财参措會协司控型序國多登验容承变助直乡布資则消經非犯险给步包测车請障传预无引證時许们志"
    "来就校养器計刑善設适口优总续严该好回价已判小气但失究创考见围送子销转清健卫研医输最际线革住空评並励而發停移先職"
    "领策影网属學损處食户房别注局你密模维居付裁材补选檢录船河字称警每担命內举联华急偿促心然风镇群比融超至装广少军编"
    "林與筑没易游达须身官審语故病致疫報書何功积禁试履税免约台做快附讼後危退鼓段库询央手响也股航额培權愿识纳再疗備券"
    "征状废托實升两都否救些守構即落低份涉追老售象药减索债还错函坚千宣团且届動众色產破它普绿视留辖版写劳此康私矿购说"
    "長综區东準括旅草對票继舶率础間撤議庭扩託標误含始景档极充援精費让遵互港干样争码記護显假電只體占稳货均副观带训疾"
    "當饮執估另訓拒签断足号载席连侵层專较灾疑句署嫌享述選營图押役素燃遗械操深該启满队"
)


def confusables() -> dict[str, Confusable]:
    """Return the table by wrong form."""
    rows = (Confusable(*(cell.strip("-") for cell in row.split("/"))) for row in _ROWS.split())
    return {row.wrong: row for row in rows}


def alternatives() -> str:
    """Return a regular expression for all wrong forms, each led by its rarest character for speed."""
    commonness = {character: -place for place, character in enumerate(_COMMON)}
    led: list[tuple[int, str]] = []
    for row in confusables().values():
        rank, at = min((commonness.get(character, -len(_COMMON)), at) for at, character in enumerate(row.wrong))
        before = f"(?<={row.wrong[: at + 1]})" if at else ""
        before += f"(?<![{row.not_after}]{row.wrong[: at + 1]})" if row.not_after else ""
        after = f"(?![{row.not_before}])" if row.not_before else ""
        led.append((-rank, f"{row.wrong[at]}{before}{row.wrong[at + 1 :]}{after}"))
    # The commonest are tried first.
    return "|".join(pattern for _, pattern in sorted(led))
