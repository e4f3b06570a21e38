"""Faults as a table: numbers of documents, names and forms written wrongly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from gaojian import Document, Span
from gaojian_checks.language.anchors import horizon
from seeding import Fault, InlineFault, Seeded, Site
from sites import because

GROUP = "citations, names and form"
OWN_ARTICLE = r"(?P<kind>本(?:条例|办法|规定|细则|规则|法))第(?P<number>[一二三四五六七八九十百]{1,5})条"
WORDS = {
    "权力机关": "权利机关",
    "部署": "布署",
    "竞争": "竟争",
    "选拔": "选拨",
    "拨付": "拔付",
    "拆迁": "折迁",
    "妨碍": "防碍",
    "滥用": "烂用",
    "徇私舞弊": "循私舞弊",
    "候选人": "侯选人",
    "培训": "陪训",
    "赔偿": "陪偿",
    "销毁": "消毁",
    "辐射": "幅射",
    "户籍": "户藉",
    "赋予": "赋于",
    "著作权": "着作权",
    "仲裁": "仲载",
    "捍卫": "悍卫",
    "已经": "己经",
}


@dataclass(frozen=True)
class DocumentFault(InlineFault):
    """An inline fault that is one by what the rest of the document says: the whole document is seeded."""

    def seed(self, site: Site) -> Seeded:
        """Return the whole document, the match replaced."""
        passage = super().seed(site)
        (span,) = passage.spans
        match = self._match(site)
        text = site.document.text
        written = passage.document.text[span.start : span.end]
        seeded = replace(site.document, text=text[: match.start()] + written + text[match.end() :])
        return Seeded(seeded, (Span(match.start(), match.start() + len(written)),))


@dataclass(frozen=True)
class ArticleFault(DocumentFault):
    """A reference to an article of the statute itself, changed to one that it does not have."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the references to 本条例 in 条例 and so on: one by another name is to another statute."""
        first = document.prose[:400]
        for site in super().sites(document):
            kind = self._match(site)["kind"].removeprefix("本")
            if re.search(rf"{kind}(?:（[^）]*）)?\s*\n", first):
                yield site


@dataclass(frozen=True)
class DatedFault(DocumentFault):
    """A number of a later year, in a document that says of what year it is."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the numbers in documents with a date of signature, a date of publication or a year in the title."""
        if document.get(horizon):
            yield from super().sites(document)


def _mistyped(match: re.Match[str], _random: Random) -> str:
    return f"⟦{WORDS[match[0]]}⟧"


def _another_session(match: re.Match[str], _random: Random) -> str:
    # Sessions eleven and twelve are in the table for each of these congresses, and never on one day.
    other = "十一" if match["session"] == "十二" else "十二"
    return f"⟦{match['date']}第{match['congress']}届全国人民代表大会常务委员会第{other}次会议⟧"


CITATION_FAULTS: tuple[Fault, ...] = (
    InlineFault(
        "number of a document out of form",
        GROUP,
        ("CIT001",),
        r"(?<=[一-鿿])〔(?P<year>(?:19|20)[0-9]{2})〕(?P<number>[1-9][0-9]*)号",
        (
            r"⟦[\g<year>]\g<number>号⟧",
            r"⟦（\g<year>）\g<number>号⟧",
            r"⟦【\g<year>】\g<number>号⟧",
            r"⟦〔\g<year>〕第\g<number>号⟧",
            r"⟦〔\g<year>〕0\g<number>号⟧",
        ),
        (because("announcements and orders are counted by 第", "(?:公告|通告|令|字)⟦〔"),),
    ),
    ArticleFault(
        "reference to an article that is not there", GROUP, ("CIT008",), OWN_ARTICLE, (r"⟦\g<kind>第九百九十九条⟧",)
    ),
    DatedFault(
        "number of a later year",
        GROUP,
        ("CIT002",),
        r"〔(?:19|20)[0-9]{2}〕(?P<number>[0-9]{1,4}号)",
        (r"⟦〔2049〕\g<number>⟧",),
    ),
    InlineFault(
        "session of another day",
        GROUP,
        ("CIT005",),
        r"(?P<date>[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日 ?)第(?P<congress>八|九|十|十一|十二)届"
        r"全国人民代表大会常务委员会第(?P<session>[二三四五六七八九十]{1,3})次会议",
        (_another_session,),
    ),
    InlineFault(
        "director of a people's congress",
        GROUP,
        ("ABB004",),
        r"(?P<place>[省市州县区旗盟])人大常委会(?P<post>副?主任(?:、副主任)?)(?!委|会)",
        (r"⟦\g<place>人大\g<post>⟧",),
    ),
    InlineFault(
        "motion and proposal mixed up",
        GROUP,
        ("ABB005",),
        r"(?P<who>人大代表|政协委员)(?:议案|建议|提案)",
        (lambda match, _: f"⟦{match['who']}{'提案' if match['who'] == '人大代表' else '议案'}⟧",),
        (because("members and deputies named together", "、⟦政协委员|⟦人大代表提案⟧、"),),
    ),
    InlineFault(
        "half-width colon after the addressee",
        GROUP,
        ("FMT001",),
        r"(?m)(?<=(?:人民政府|各位代表|直属机构|人民法院))：$",
        ("⟦:⟧",),
    ),
    InlineFault(
        "mark at the end of a title",
        GROUP,
        ("FMT002",),
        r"(?m)^(?P<title>(?:# )?[一-鿿]{0,20}关于[^\n。，：]{4,40}的(?:通知|决定|意见|报告|批复|规定|办法))$",
        (r"\g<title>⟦。⟧",),
    ),
    InlineFault(
        "word with another character",
        GROUP,
        ("TRM001",),
        "|".join(sorted(WORDS)),
        (_mistyped,),
        (
            because("part of another word", "发⟦布署|⟦布署⟧名|[自知律克异利舍一]⟦己经|⟦己经⟧(?:营|济)|天⟦赋于"),
            because("part of 究竟 or 毕竟", "究⟦竟争|毕⟦竟争"),
        ),
    ),
)
