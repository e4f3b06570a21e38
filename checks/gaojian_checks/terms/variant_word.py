"""TRM002 variant-word."""

import functools
from collections.abc import Iterator, Mapping

from gaojian import Check, Document, Edit, Finding, Fix, Severity, Text, bad, good
from gaojian_checks.terms._words import Words

# Recommended form and variants, put down from memory (certainty M); what can be two words that meet is left out.
_ROWS = """
百废俱兴/百废具兴 保姆/保母/褓姆 辈分/辈份 本分/本份 笔画/笔划 毕恭毕敬/必恭必敬 编者按/编者案 秉承/禀承 参与/参预
惨淡/惨澹 掺假/搀假 掺杂/搀杂 车厢/车箱 彻底/澈底 成分/成份 筹码/筹马 出谋划策/出谋画策 瓷器/磁器 赐予/赐与 粗鲁/粗卤
搭档/搭当/搭挡 答复/答覆 担心/耽心 担忧/耽忧 淡泊/澹泊 倒霉/倒楣 跌宕/跌荡 逗留/逗遛 独角戏/独脚戏
端午/端五 发人深省/发人深醒 繁衍/蕃衍 分量/份量 丰富多彩/丰富多采 附会/傅会 复信/覆信 告诫/告戒 耿直/梗直/鲠直
勾画/勾划 辜负/孤负 古董/骨董 归根结底/归根结柢 过分/过份 含糊/含胡 喝彩/喝采 轰动/哄动 弘扬/宏扬 宏图/弘图/鸿图
糊涂/胡涂 恍惚/恍忽 浑水摸鱼/混水摸鱼 机灵/机伶 纪念/记念 寄予/寄与 嘉宾/佳宾 驾驭/驾御 架势/架式 嫁妆/嫁装 简练/简炼
狡猾/狡滑 精彩/精采 累赘/累坠 连贯/联贯 联结/连结 鲁莽/卤莽 马虎/马糊 靡费/糜费 模仿/摹仿 模糊/模胡 模拟/摹拟
摩擦/磨擦 摩拳擦掌/磨拳擦掌 内讧/内哄 凝练/凝炼 纽扣/钮扣 盘踞/盘据/蟠踞 漂泊/飘泊 牵连/牵联 清澈/清彻 劝诫/劝戒
入座/入坐 杀一儆百/杀一警百 奢靡/奢糜 思维/思惟 死心塌地/死心踏地 踏实/塌实 透彻/透澈 图像/图象 推诿/推委
无动于衷/无动于中 毋庸/无庸 稀罕/希罕 稀奇/希奇 稀少/希少 贤惠/贤慧 潇洒/萧洒 小题大做/小题大作 信口开河/信口开合
序言/叙言 训诫/训戒 押韵/压韵 一锤定音/一槌定音 义无反顾/义无返顾 影像/影象 渔具/鱼具 渔网/鱼网 原原本本/源源本本
缘故/原故 月食/月蚀 日食/日蚀 崭新/斩新 战栗/颤栗 账本/帐本 账户/帐户 账目/帐目 账簿/帐簿 账号/帐号 账单/帐单
折中/折衷 指手画脚/指手划脚 装潢/装璜 姿势/姿式 佐证/左证 部分/部份 水分/水份 身份/身分 撤销/撤消
"""
# The characters of the variants that published text holds least, the scarcest first.
_LEADS = (
    "璜蟠韵恍槌褓搀鲠蕃鸿澈伶柢飘澹摹楣耽斩赐恭禀遛颤糜贤傅狡喝姿坠跌叙梗磨孤卤嫁胡踏塌哄萧惟衷宾杀坐蚀勾画脚钮御磁搭帐鱼笔炼醒"
    "牵戒箱刻寄弘丰母希马盘董光宏念热左覆贯彻架细阅兴端股货连撤份精象身编色户无小空转预口解原推源单"
)


class VariantWord(Check):
    """异形词：“份量”推荐写“分量”，“帐户”推荐写“账户”。

    《第一批异形词整理表》推荐的是一组写法中的一个，别的写法不算错字，不少单位的旧稿沿用，所以默认不查；要求统一用推荐词形的
    单位可以启用。

    不报：繁体文稿，推荐的写法，表外的词。

    Another spelling than the recommended one. Off by default: a recommendation, and the variants are not wrong.
    """

    code = "TRM002"
    name = "variant-word"
    title = Text("异形词", "variant spelling")
    severity = Severity.NOTE
    opt_in = True
    profiles = {"zh-hant": None}
    basis = ("GF 1001—2001《第一批异形词整理表》（据记忆摘录，未逐条核对）", "“帐、账”“部份”“撤消”据《现代汉语词典》")
    examples = (
        bad("这份报告很有⟦份量⟧，⟦答覆⟧及时。", fixed="这份报告很有分量，答复及时。"),
        bad("开立⟦帐户⟧，⟦部份⟧资金到位。", fixed="开立账户，部分资金到位。"),
        good("这份报告很有分量，答复及时，账户开立。"),
        good(
            "指定单位划定货车禁行路段，绿色采购，入股分红，发展转型，原由行署管理，电子细分市场，请有关连锁企业协助。"
        ),
        good("開立帳戶，依會計師帳簿記錄，部份款項以磁器抵充。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every spelling that is not the recommended one."""
        prose = document.prose
        for span in _variants().spans(prose):
            written = prose[span.start : span.end]
            right = _recommended()[written]
            yield Finding(
                span,
                Text(f"“{written}”的推荐词形是“{right}”", f"the recommended spelling of “{written}” is “{right}”"),
                Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),)),
            )


@functools.cache
def _recommended() -> Mapping[str, str]:
    rows = (row.split("/") for row in _ROWS.split())
    return {variant: right for right, *variants in rows for variant in variants}


@functools.cache
def _variants() -> Words:
    return Words(tuple(_recommended()), _LEADS)
