"""PLH008 pinyin-mask."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts
from gaojian_checks.placeholders._pinyin import masked_words


class PinyinMask(Check):
    """拼音首字母屏蔽：“zz局”“gwy”“dang的”“XJP”等，汉字被论坛或网站的过滤器换成了拼音首字母。

    从网上复制的材料常带这种屏蔽，正式文稿中必须还原。按词表认，两侧必须是汉字或中文标点，右侧的字要对得上；
    只遮住词里一部分的（“z治局”“国w院”）也认。
    词表给出可能的原词，供参考，确认后用 --unsafe-fixes 改；词表里没有、但紧接“局委会部院”等机构用字的，只作警告。

    不报：单位符号（“50kg的”）、缩写（“GDP”“KTV”）、软件文档、英文单词。

    Initials of pinyin that a filter put in the place of a word or of a part of it, known by a lexicon and by the
    characters beside them. The fix restores the likely word, to be confirmed; initials before the last character of an
    organ's name that the lexicon doesn't know are a warning. Units, abbreviations and manuals are left alone.
    """

    code = "PLH008"
    name = "pinyin-mask"
    title = Text("拼音首字母屏蔽", "pinyin initials in place of a word")
    severity = Severity.ERROR
    needs = ("z|g|d|f|j|w|r|x|X",)
    basis = ("国家通用语言文字法第九条", "实测：干净语料中两侧是汉字的屏蔽拼音为零")
    examples = (
        bad("中央⟦zz⟧局会议强调，要稳中求进。", fixed="中央政治局会议强调，要稳中求进。"),
        bad("加强⟦zz⟧学习，提高⟦zz⟧站位。", fixed="加强政治学习，提高政治站位。"),
        bad("县⟦zf⟧高度重视，报⟦gwy⟧批准。", fixed="县政府高度重视，报国务院批准。"),
        bad("在⟦dang⟧的领导下，⟦gcd⟧员带头。", fixed="在党的领导下，共产党员带头。"),
        bad("学习 ⟦XJP⟧ 总书记的重要讲话。", fixed="学习 习近平 总书记的重要讲话。"),
        bad("接受⟦rd⟧代表和群众监督。", fixed="接受人大代表和群众监督。"),
        bad("依法打击⟦fl⟧功组织。", fixed="依法打击法轮功组织。"),
        bad("⟦z⟧治局会议和国⟦w⟧院常务会议提出要求。", fixed="政治局会议和国务院常务会议提出要求。"),
        bad("市⟦fg⟧委和省⟦jw⟧会联合发文。", fixed="市fg委和省jw会联合发文。"),
        good("中央政治局会议强调，要稳中求进。"),
        good("每袋50kg的化肥，GDP增长，在KTV的包间。"),
        good("变量zz的值由函数zf返回。"),
        good("卡拉OK厅、IC卡和A级景区。"),
        good("图中x轴与z轴垂直，w值为零，国w牌照。"),
        good("访问rd目录，执行gj命令。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every word of the lexicon between Chinese characters, with the word it masks."""
        for span, word in masked_words(document):
            text = document.text[span.start : span.end]
            if word is None:
                yield Finding(
                    span,
                    Text(
                        f"“{text}”像是被屏蔽的拼音首字母，请还原汉字",
                        f"“{text}” looks like the initials of a masked word",
                    ),
                    severity=Severity.WARNING,
                )
                continue
            yield Finding(
                span,
                Text(f"“{text}”是拼音首字母屏蔽，原词可能是“{word}”", f"“{text}” masks a word, probably “{word}”"),
                Fix(Text(f"改为“{word}”", f"restore “{word}”"), (Edit(span, word),), Safety.UNSAFE),
            )
