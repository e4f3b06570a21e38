"""Brackets that wait for an answer: 下列说法正确的是（）。"""

from gaojian import Document, Pattern, Span

# 以下 opens a question only before what may be chosen; 以下简称 and 30以下 are everywhere in statutes.
_QUESTION = Pattern(
    "下列|以下(?=[哪关關说說叙敘表选選属屬不各]|[^，。；]{0,12}(?:的是|[错錯][误誤]|正[确確]))|[单單多][选選]"
    "|[选選][择擇][题題正]|判[断斷](?:[题題正对對]|下列|以下)|哪[个個些项項种種一几幾]|填空"
    "|(?:的是|(?:[错錯][误誤]|正[确確])的?(?:是|有|[说說做]法)?)[ \u3000]*$"
)
_PAPER = Pattern(
    "(?:判断|判斷|是非|[选選][择擇]|[单單多][选選]|填空|不定[项項])[^。\r\n]{0,4}[题題]|[试試][题題卷]|[题題][库庫]"
)
_OPTIONS = Pattern("(?<![A-Za-z])[AＡ][ ]?[.．、:：)）][^\r\n]{1,80}[\r\n]{0,4}[ \t\u3000]*[BＢ][ ]?[.．、:：)）]")
_ANSWER = Pattern("[属屬是不可能应應正错錯]")
_SENTENCE_END = Pattern("[ \u3000]{0,2}(?:[。？?！!.．]|[\r\n]|$)")
_NUMBERED = Pattern("(?:^|[\r\n])[ \t\u3000]*[0-9]{1,3}[.．、][^\r\n]{0,80}$")
_PAPER_REACH, _SENTENCE_REACH, _OPTIONS_REACH = 3000, 80, 200


def is_quiz(document: Document, span: Span) -> bool:
    """Whether the brackets at ``span`` are the blank of a question."""
    prose, (start, end) = document.prose, span
    if prose[start] not in "（(":
        return False
    if _OPTIONS.search(prose, end, end + _OPTIONS_REACH):
        return True
    sentence = prose[max(0, start - _SENTENCE_REACH) : start]
    sentence = sentence[max(map(sentence.rfind, "。\r\n")) + 1 :]
    if not _SENTENCE_END.match(prose, end):
        # 下列（）属于……: a blank in the middle stands right behind the question word.
        asked = sentence[-2:] in {"下列", "以下"} and _ANSWER.match(prose, end) is not None
        return asked or (not sentence.strip(" \u3000") and prose[end : end + 1] == "是")
    if _QUESTION.search(sentence):
        return True
    numbered = _NUMBERED.search(prose, max(0, start - _SENTENCE_REACH), start)
    return numbered is not None and _PAPER.search(prose, max(0, start - _PAPER_REACH), start) is not None
