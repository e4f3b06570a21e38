"""What kind of document this is, as far as checks must know it."""

from enum import Enum

from gaojian import Document, Pattern
from gaojian_checks.language.outline import title


class Genre(Enum):
    """Kinds of document with habits of their own; the values are the names of profiles."""

    GENERAL = "general"
    REPORT = "report"
    NOTICE = "notice"
    STATUTE = "statute"
    CASE = "case"
    SPECIMEN = "specimen"


_DECLARED = {genre.value: genre for genre in Genre}
_ARTICLE = Pattern(r"第(?<![^\n\r \t\u3000*#]第) ?[一二三四五六七八九十百千零〇0-9]{1,8} ?[条條]")
_ENOUGH_ARTICLES = 3
# Tried in order on the title: a 典型案例通报 is a case, a 通知格式 a specimen.
_TITLES = (
    (
        Genre.SPECIMEN,
        Pattern(r"示范文本|示範文本|样本|文书样式|文书格式|文書格式|公文格式|格式文本|模板|模版|范本|範本|填写说明"),
    ),
    (Genre.CASE, Pattern(r"诉.{1,60}案|案例|案$|判决书|判決書|裁定书|裁定書|裁决书|裁決書|检例第")),
    (
        Genre.STATUTE,
        Pattern(
            r"(?:[条條]例|[办辦]法|[规規][定则則程范]|[细細][则則]|[准準][则則]|章程|[^方看办作说想用语算写做句]法|法典|解[释釋]"
            r"|[标標][准準]|要[点點]|批[复復])(?:[（(〔][^）)〕]{1,20}[）)〕])?$"
        ),
    ),
    (Genre.NOTICE, Pattern(r"(?:通知|通告|公告|通报|通報|公示)(?:[（(][^）)]{1,20}[）)])?$")),
    (Genre.REPORT, Pattern(r"报告|報告|总结|總結|述职|述職|汇报|匯報")),
)


def genre(document: Document) -> Genre:
    """Return the kind of ``document``: what its profile declares, else what its articles or its title tell.

    Call it through ``document.get(genre)``.
    """
    declared = _DECLARED.get(document.profile)
    if declared is not None:
        return declared
    span = document.get(title)
    heading = document.prose[span.start : span.end] if span else ""
    for kind, pattern in _TITLES[:2]:
        if pattern.search(heading):
            return kind
    if _has_articles(document.prose):
        return Genre.STATUTE
    return next((kind for kind, pattern in _TITLES[2:] if pattern.search(heading)), Genre.GENERAL)


def _has_articles(prose: str) -> bool:
    if "条" not in prose and "條" not in prose:
        return False
    found = 0
    for match in _ARTICLE.finditer(prose):
        start = match.start()
        line = prose[max(0, start - 12) : start].rpartition("\n")[2]
        if not line.strip(" \t\r\u3000*#") and (start < 12 or len(line) < 12):
            found += 1
            if found == _ENOUGH_ARTICLES:
                return True
    return False
