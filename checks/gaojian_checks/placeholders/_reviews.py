"""What reviewers left in the text."""

from gaojian import Document, Pattern, Span
from gaojian_checks.language.genre import Genre, genre, is_technical
from gaojian_checks.language.latin import latin
from gaojian_checks.placeholders._guides import is_writing_guide
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._openings import closing_after, openings

_ACT = "(?:[删刪]|改|移|保留|合[并併]|核|重[写寫]|[调調]整|[补補]充|[压壓][缩縮]|斟酌)"
_THIS = "[此本该該][一]?[段句处處条條节節页頁款][话話]?"
_ADVICE = (
    f"{_THIS}(?:拟|擬|建[议議]|可以?|[应應][当當]?|[须須]|需要?|待|是否)?{_ACT}|建[议議]{_ACT}"
    "|[请請]再?(?:核[实實对對]|斟酌|[领領][导導][审審]定)"
)
_LABEL = "(?:批注|批註|[审審][核稿][意][见見]|修改意[见見])(?:[ ：:0-9\\[（(]|[A-Z])"
_REMARK = Pattern(f".(?:{_ADVICE}|{_LABEL})")
_WORD = Pattern("【(?:修改|[删刪]除?|[补補]充|重[写寫])】")
# 批注[A1]： is how Word prints a comment in the margin into the text.
_COMMENT = Pattern(r"\[(?<=批注\[)[A-Za-z\u4e00-\u9fff]{0,6}[0-9]{1,3}\] ?[:：]")


def reviews(document: Document) -> tuple[Span, ...]:
    """Return the spans of all remarks of reviewers that brackets mark, left to right."""
    prose = document.prose
    comments = _COMMENT.finditer(prose) if "[" in document.get(latin) else ()
    spans = [Span(match.start() - len("批注"), match.end()) for match in comments]
    told = {span.start for span in document.get(instructions)}
    for start in document.get(openings):
        if start in told:
            continue
        word = _WORD.match(prose, start)
        if word and not _is_log_entry(prose, start):
            spans.append(Span(start, word.end()))
        elif _REMARK.match(prose, start):
            end = closing_after(prose, start, 50)
            if end > 0 and prose[end : end + 1] != "(":
                spans.append(Span(start, end))
    if not spans or document.get(genre) is Genre.STATUTE or document.get(is_technical) or is_writing_guide(document):
        return ()
    return tuple(sorted(spans))


def _is_log_entry(prose: str, start: int) -> bool:
    """【修改】 at the head of a line is the label of a change log."""
    before = prose[max(0, start - 3) : start].rstrip(" \u3000-*·")[-1:]
    return before in {"", "\n", "\r"}
